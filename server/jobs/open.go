package jobs

import (
	"context"
	"encoding/hex"
	"fmt"
	"log/slog"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"touchstone/server/registry"
)

// Options of Open.
type Options struct {
	Database string            // sqlite:PATH, or postgres://…
	IUTs     []IUT             // that may be asked for
	Check    func(Order) error // what is wrong with an order; nil: nobody knows before a worker does
	Shards   int               // that a run is divided into; 0: 4
	Logger   *slog.Logger      // nil: silence

	Lease       time.Duration // after which a process that is not heard of has lost its task; 0: 15 s
	Poll        time.Duration // how often queues are looked at; 0: 1 s
	Retry       time.Duration // until a task that failed is tried again; 0: 5 s
	MaxFailures int           // of one task; 0: 3
	MaxOpen     int           // runs that have not ended; 0: 100
	MaxOwn      int           // of those, by one account; 0: 10
	Retention   time.Duration // how long runs are remembered after they ended; 0: 90 days
}

func (o Options) filled() Options {
	for _, x := range []struct {
		to *time.Duration
		or time.Duration
	}{{&o.Lease, 15 * time.Second}, {&o.Poll, time.Second}, {&o.Retry, 5 * time.Second}, {&o.Retention, 90 * 24 * time.Hour}} {
		if *x.to == 0 {
			*x.to = x.or
		}
	}
	for _, x := range []struct {
		to *int
		or int
	}{{&o.Shards, 4}, {&o.MaxFailures, 3}, {&o.MaxOpen, 100}, {&o.MaxOwn, 10}} {
		if *x.to == 0 {
			*x.to = x.or
		}
	}
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	return o
}

// MaxShards bounds what Options may ask for.
const MaxShards = 1000

// Jobs is the runs of a registry, and what this process does of them. Its methods may be called from any
// goroutine.
type Jobs struct {
	db      *db
	options Options
	adding  queue // that nobody listens to

	mu     sync.Mutex
	hands  *worker // what this process does; nil: nothing
	closed bool

	watched watched
}

var _ registry.Enqueuer = (*Jobs)(nil)

// Open opens the runs of a registry, and brings their tables up to date.
func Open(ctx context.Context, o Options) (*Jobs, error) {
	o = o.filled()
	if o.Shards < 1 || o.Shards > MaxShards {
		return nil, fmt.Errorf("jobs: %d shards: give 1 to %d", o.Shards, MaxShards)
	}
	d, err := openDB(ctx, o.Database)
	if err != nil {
		return nil, err
	}
	j := &Jobs{db: d, options: o}
	if j.adding, err = d.newQueue(nil, o.Poll, quiet(o.Logger), func(context.Context, taskArgs) (time.Duration, error) { return 0, nil }); err != nil {
		d.close()
		return nil, err
	}
	j.watched.begin(j)
	return j, nil
}

// quiet drops what River says of its daily life.
func quiet(l *slog.Logger) *slog.Logger { return slog.New(warnings{l.Handler()}) }

type warnings struct{ slog.Handler }

func (w warnings) Enabled(ctx context.Context, level slog.Level) bool {
	return level >= slog.LevelWarn && w.Handler.Enabled(ctx, level)
}

// Enqueue adds a run. Its ID follows from the act that asked for it.
func (j *Jobs) Enqueue(ctx context.Context, r registry.RunRequest) (string, error) {
	run, err := j.order(r)
	if err != nil {
		return "", err
	}
	if _, err := j.db.run(ctx, run.ID); err == nil {
		return run.ID, nil
	}
	all, own, err := j.db.open(ctx, r.Account)
	switch {
	case err != nil:
		return "", fmt.Errorf("jobs: %w", err)
	case own >= j.options.MaxOwn:
		return "", refused(registry.Unavailable, "%d runs that %s has asked for have not ended: wait, or cancel one", own, r.Account)
	case all >= j.options.MaxOpen:
		return "", refused(registry.Unavailable, "%d runs have not ended: try again later", all)
	}
	if _, err := j.db.addRun(ctx, run); err != nil {
		return "", fmt.Errorf("jobs: %w", err)
	}
	j.hint(ctx, run.ID)
	return run.ID, nil
}

// order is what a request asks for.
func (j *Jobs) order(r registry.RunRequest) (run Run, err error) {
	x := r.Run
	digits := strings.TrimPrefix(r.Act, "sha256:")
	if _, err := hex.DecodeString(digits); err != nil || len(digits) != 64 {
		return run, fmt.Errorf("jobs: the act %.80q is no digest", r.Act)
	}
	run = Run{Act: r.Act, Account: r.Account, Shards: j.options.Shards, Order: Order{
		ID: digits[:24], IUT: x.Implementation, Profile: x.Profile, Environments: x.Environments, Effort: x.Effort, Select: x.Select, Seed: 1,
	}}
	if run.Effort == "" {
		run.Effort = "standard"
	}
	at := slices.IndexFunc(j.options.IUTs, func(u IUT) bool { return u.Name == x.Implementation })
	if at < 0 {
		var names []string
		for _, u := range j.options.IUTs {
			names = append(names, u.Name)
		}
		return run, refused(registry.NotFound, "no implementation %.80q is registered here; there are %s", x.Implementation, strings.Join(names, ", "))
	}
	if x.Seed != "" {
		if run.Seed, err = strconv.ParseUint(x.Seed, 10, 64); err != nil {
			return run, refused(registry.Malformed, "seed %.80q is no number of 64 bits", x.Seed)
		}
	}
	for _, text := range x.Set {
		name, value, ok := strings.Cut(text, "=")
		if !ok || name == "" {
			return run, refused(registry.Malformed, "parameter %.80q is not NAME=VALUE", text)
		}
		if run.Set == nil {
			run.Set = map[string]string{}
		}
		run.Set[name] = value
	}
	if j.options.Check != nil {
		o := run.Order
		o.IUT, o.Set = j.options.IUTs[at].File, maps.Clone(run.Set)
		if err := j.options.Check(o); err != nil {
			return run, refused(registry.Malformed, "%v", err)
		}
	}
	return run, nil
}

func refused(code registry.Code, format string, a ...any) error {
	return &registry.Refusal{Reasons: []registry.Reason{{Code: code, Words: clip(fmt.Sprintf(format, a...))}}}
}

// hint tells processes of a run's tasks that wait. What cannot be told now is told by the sweep.
func (j *Jobs) hint(ctx context.Context, run string) {
	hints, err := j.db.unhinted(ctx, run, j.options.Lease)
	if err == nil {
		err = j.adding.add(ctx, hints)
	}
	if err != nil && ctx.Err() == nil {
		j.options.Logger.Warn("nobody was told of tasks that wait; the next sweep does it", "run", run, "error", err)
	}
}

// IUTs are the registered implementations.
func (j *Jobs) IUTs() []IUT { return slices.Clone(j.options.IUTs) }

// Get gives a run with its tasks. ErrNotFound.
func (j *Jobs) Get(ctx context.Context, id string) (Run, error) { return j.db.run(ctx, id) }

// Filter chooses runs; what is empty chooses all.
type Filter struct {
	Account string
	IUT     string
	State   State
	Before  string // the last run of the page before
}

// MaxList bounds a page of runs.
const MaxList = 200

// List lists runs without their tasks, the newest first.
func (j *Jobs) List(ctx context.Context, f Filter, limit int) ([]Run, error) {
	if limit <= 0 || limit > MaxList {
		limit = MaxList
	}
	return j.db.list(ctx, f, limit)
}

// Cancel ends a run; whoever works on it finds out within a third of a lease. ErrNotFound, ErrEnded.
func (j *Jobs) Cancel(ctx context.Context, id, words string) error {
	if err := j.db.cancel(ctx, id, words); err != nil {
		return fmt.Errorf("jobs: %w", err)
	}
	return nil
}

// Hush ends all who watch, and lets nobody watch any more: a server that is to shut down waits for streams
// that nobody ends.
func (j *Jobs) Hush() { j.watched.end() }

// Close gives back the tasks that this process has, and ends.
func (j *Jobs) Close(ctx context.Context) error {
	j.mu.Lock()
	hands, closed := j.hands, j.closed
	j.closed = true
	j.mu.Unlock()
	if closed {
		return nil
	}
	j.watched.end()
	var err error
	if hands != nil {
		err = hands.stop(ctx)
	}
	j.db.close()
	return err
}
