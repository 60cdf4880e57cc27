package jobs

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"touchstone/reports"
	"touchstone/reports/attest"
	"touchstone/server/registry"
)

// Work is what the runner does for this package: it knows what an implementation is, and what a plan.
type Work struct {
	// Check says what is wrong with an order, as far as that is seen without the implementation: for
	// Options.Check.
	Check func(o Order) error
	// Shard executes one of count parts of an order, writes what it brings, and tells how many cases are
	// done, of how many. It ends soon when ctx does.
	Shard func(ctx context.Context, o Order, index, count int, to io.Writer, progress func(done, total int)) error
	// Finish puts what the shards brought together, as files, and makes the sealed report. It leaves the
	// outcomes sidecars in dir.
	Finish func(ctx context.Context, o Order, started time.Time, shards []string, dir string) (*reports.Report, error)
}

// Submit hands a signed report and its sidecars to the registry. A refusal is an error: it ends the run.
type Submit func(ctx context.Context, envelope []byte, sidecars []Sidecar) (digest string, err error)

// Sidecar is outcomes that a report names.
type Sidecar struct {
	Digest string
	File   string
}

// ErrRefused is wrapped by the error of a Submit that no other try would change.
var ErrRefused = errors.New("the registry does not take the report")

// Hands is what a process does of the runs. It does one task at a time, but for submissions.
type Hands struct {
	Name   string // of the process, for people; empty: host and process number
	IUTs   []IUT  // whose tasks it takes, and where their descriptions are
	Work   Work
	Key    *attest.Key // the laboratory's; nil: who submits signs
	Submit Submit      // nil: it submits nothing
}

// worker does tasks.
type worker struct {
	jobs  *Jobs
	hands Hands
	name  string
	files map[string]string // of descriptions, by name
	queue queue
	slot  chan struct{} // one task at a time

	cancel context.CancelFunc
	swept  sync.WaitGroup
}

// Start begins to take tasks, until Close. It is called once.
func (j *Jobs) Start(ctx context.Context, h Hands) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.closed || j.hands != nil {
		return errors.New("jobs: started already, or closed")
	}
	w := &worker{jobs: j, hands: h, name: h.Name, files: map[string]string{}, slot: make(chan struct{}, 1)}
	if w.name == "" {
		host, _ := os.Hostname()
		w.name = fmt.Sprintf("%s/%d", host, os.Getpid())
	}
	var listen []string
	if h.Work.Shard != nil {
		for _, u := range h.IUTs {
			w.files[u.Name] = u.File
			listen = append(listen, queueOf(u.Name))
		}
	}
	if h.Submit != nil {
		listen = append(listen, registryQueue)
	}
	if len(listen) > 0 {
		var err error
		if w.queue, err = j.db.newQueue(listen, j.options.Poll, quiet(j.options.Logger), w.take); err != nil {
			return err
		}
		if err := w.queue.start(context.WithoutCancel(ctx)); err != nil {
			return fmt.Errorf("jobs: queue: %w", err)
		}
	}
	ctx, w.cancel = context.WithCancel(context.WithoutCancel(ctx))
	w.swept.Go(func() { w.sweeping(ctx) })
	j.hands = w
	return nil
}

func (w *worker) stop(ctx context.Context) error {
	w.cancel()
	var err error
	if w.queue != nil {
		err = w.queue.stop(ctx)
	}
	w.swept.Wait()
	return err
}

// sweeping looks after tasks that nobody holds, until ctx ends.
func (w *worker) sweeping(ctx context.Context) {
	tick := time.NewTicker(w.jobs.options.Poll)
	defer tick.Stop()
	var forgotten time.Time
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		err := w.sweep(ctx)
		if time.Since(forgotten) > time.Hour {
			forgotten = time.Now()
			err = errors.Join(err, w.jobs.db.forget(ctx, w.jobs.options.Retention))
		}
		if err != nil && ctx.Err() == nil {
			w.jobs.options.Logger.Warn("runs could not be swept; it is tried again", "error", err)
		}
	}
}

// sweep has the tasks of processes that are gone wait for others, and tells of those that wait.
func (w *worker) sweep(ctx context.Context) error {
	d, o := w.jobs.db, w.jobs.options
	tasks, workers, err := d.orphans(ctx)
	if err != nil {
		return err
	}
	for i, t := range tasks {
		err := d.fail(ctx, t, workers[i], "the process ended, or could not be heard of, without a last word", o.MaxFailures, 0)
		if err != nil && !errors.Is(err, errLost) {
			return err
		}
		o.Logger.Warn("a task has lost its process", "run", t.run, "task", t.kind, "part", t.part, "worker", workers[i])
	}
	hints, err := d.unhinted(ctx, "", o.Lease)
	if err != nil {
		return err
	}
	return w.jobs.adding.add(ctx, hints)
}

// take does a task of which it is told, if it still waits.
func (w *worker) take(ctx context.Context, a taskArgs) (snooze time.Duration, err error) {
	if a.Task != KindSubmit {
		select {
		case w.slot <- struct{}{}:
			defer func() { <-w.slot }()
		default: // another process may be free
			return w.jobs.options.Poll, nil
		}
	}
	t, ok, err := w.jobs.db.claim(ctx, a.Run, a.Task, a.Part, w.name, w.jobs.options.Lease)
	if err != nil || !ok {
		return 0, err
	}
	w.do(ctx, t)
	return 0, nil
}

// do does a task that this process holds.
func (w *worker) do(ctx context.Context, t task) {
	d, log := w.jobs.db, w.jobs.options.Logger.With("run", t.run, "task", t.kind, "part", t.part)
	log.Info("task begins")
	held, drop := context.WithCancelCause(ctx)
	var progress progress
	kept := make(chan struct{})
	go func() {
		defer close(kept)
		w.keep(held, t, &progress, drop)
	}()
	err := w.done(held, t, &progress)
	lost := errors.Is(context.Cause(held), errLost)
	drop(nil)
	<-kept
	// What follows is written even when this process is ending.
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	switch {
	case err == nil:
		log.Info("task done")
	case lost || errors.Is(err, errLost):
		log.Info("task is no longer ours", "error", err)
		return
	case w.ending():
		log.Info("task is given back")
		err = d.giveBack(ctx, t)
	default:
		log.Warn("task failed", "error", err)
		most := w.jobs.options.MaxFailures
		if errors.Is(err, ErrRefused) {
			most = 1
		}
		err = d.fail(ctx, t, w.name, err.Error(), most, w.jobs.options.Retry)
	}
	if err != nil && !errors.Is(err, errLost) {
		log.Warn("what became of a task is not written; it waits when its lease is over", "error", err)
	}
	w.jobs.hint(ctx, t.run)
}

// ending says that this process is being closed.
func (w *worker) ending() bool {
	w.jobs.mu.Lock()
	defer w.jobs.mu.Unlock()
	return w.jobs.closed
}

// progress is how far a task has come.
type progress struct{ done, total atomic.Int64 }

// keep renews a task's lease until ctx ends, and drops the task when it is this process's no more, or when
// nobody can say whether it is.
func (w *worker) keep(ctx context.Context, t task, p *progress, drop context.CancelCauseFunc) {
	lease := w.jobs.options.Lease
	every := min(lease/3, time.Second)
	tick := time.NewTicker(every)
	defer tick.Stop()
	for renewed := time.Now(); ; {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		tried := time.Now()
		err := w.jobs.db.renew(ctx, t, lease, p.done.Load(), p.total.Load())
		switch {
		case err == nil:
			renewed = tried
		case errors.Is(err, errLost) || time.Since(renewed) > lease:
			drop(errLost)
			return
		}
	}
}

// done does what a task asks for, and completes it.
func (w *worker) done(ctx context.Context, t task, p *progress) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	run, err := w.jobs.db.run(ctx, t.run)
	if err != nil {
		return err
	}
	run.IUT = w.files[run.IUT]
	switch t.kind {
	case KindShard:
		return w.shard(ctx, t, run, p)
	case KindFinish:
		return w.finish(ctx, t, run)
	case KindSubmit:
		return w.submit(ctx, t)
	}
	return fmt.Errorf("jobs: a task of kind %q: this process is older than the one that enqueued it", t.kind)
}

// The names of what tasks bring.
const (
	shardFile    = "shard-%04d"
	reportFile   = "report"
	envelopeFile = "envelope"
	sidecarFile  = "outcomes-" // and the digest
)

func (w *worker) shard(ctx context.Context, t task, run Run, p *progress) error {
	to := w.jobs.db.newWriter(ctx, t, fmt.Sprintf(shardFile, t.part))
	if err := w.hands.Work.Shard(ctx, run.Order, t.part, run.Shards, to, func(done, total int) {
		p.done.Store(int64(done))
		p.total.Store(int64(total))
	}); err != nil {
		return err
	}
	f, err := to.end()
	if err != nil {
		return err
	}
	if err := w.jobs.db.renew(ctx, t, w.jobs.options.Lease, p.total.Load(), p.total.Load()); err != nil {
		return err
	}
	return w.jobs.db.complete(ctx, t, []file{f}, "", "")
}

func (w *worker) finish(ctx context.Context, t task, run Run) error {
	dir, err := os.MkdirTemp("", "touchstone-run-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	var shards []string
	for part := range run.Shards {
		path := filepath.Join(dir, fmt.Sprintf(shardFile, part))
		if err := w.jobs.db.save(ctx, path, t.run, filepath.Base(path)); err != nil {
			return err
		}
		shards = append(shards, path)
	}
	r, err := w.hands.Work.Finish(ctx, run.Order, run.Started, shards, dir)
	if err != nil {
		return err
	}
	text, err := reports.Encode(r)
	if err != nil {
		return err
	}
	name := reportFile
	if w.hands.Key != nil {
		name = envelopeFile
		if text, _, err = attest.SignBoth(r, text, w.hands.Key); err != nil {
			return err
		}
	}
	var files []file
	f, err := w.jobs.db.put(ctx, t, name, bytes.NewReader(text))
	if err != nil {
		return err
	}
	files = append(files, f)
	for _, s := range r.Suite.Sidecars() {
		opened, err := os.Open(filepath.Join(dir, reports.SidecarName(s.Digest)))
		if err != nil {
			return err
		}
		f, err := w.jobs.db.put(ctx, t, sidecarFile+s.Digest, opened)
		if err = errors.Join(err, opened.Close()); err != nil {
			return err
		}
		if !slices.Contains(files, f) { // two environments may have the same
			files = append(files, f)
		}
	}
	return w.jobs.db.complete(ctx, t, files, "", "")
}

func (w *worker) submit(ctx context.Context, t task) error {
	dir, err := os.MkdirTemp("", "touchstone-run-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	files, err := w.jobs.db.files(ctx, t.run)
	if err != nil {
		return err
	}
	var sidecars []Sidecar
	signed := false
	for _, f := range files {
		signed = signed || f.Name == envelopeFile
		if digest, ok := strings.CutPrefix(f.Name, sidecarFile); ok {
			path := filepath.Join(dir, reports.SidecarName(digest))
			if err := w.jobs.db.save(ctx, path, t.run, f.Name); err != nil {
				return err
			}
			sidecars = append(sidecars, Sidecar{digest, path})
		}
	}
	if !signed {
		if err := w.sign(ctx, t); err != nil {
			return err
		}
	}
	var envelope bytes.Buffer
	if err := w.jobs.db.copy(ctx, &envelope, t.run, envelopeFile); err != nil {
		return err
	}
	digest, err := w.hands.Submit(ctx, envelope.Bytes(), sidecars)
	if err != nil {
		return err
	}
	return w.jobs.db.complete(ctx, t, nil, Finished, digest)
}

// sign signs a report that the worker has left unsigned, once: to sign it again would make another
// envelope, and the registry takes a report once.
func (w *worker) sign(ctx context.Context, t task) error {
	if w.hands.Key == nil {
		return fmt.Errorf("%w: nobody has signed it: start the worker or the registry with --key", ErrRefused)
	}
	var text bytes.Buffer
	if err := w.jobs.db.copy(ctx, &text, t.run, reportFile); err != nil {
		return err
	}
	r, err := reports.Open(text.Bytes())
	if err != nil {
		return err
	}
	envelope, _, err := attest.SignBoth(r, text.Bytes(), w.hands.Key)
	if err != nil {
		return err
	}
	f, err := w.jobs.db.put(ctx, t, envelopeFile, bytes.NewReader(envelope))
	if err != nil {
		return err
	}
	return w.jobs.db.addFile(ctx, t, f)
}

// ToRegistry submits to a registry, with the outcomes.
func ToRegistry(to *registry.Registry) Submit {
	return func(ctx context.Context, envelope []byte, sidecars []Sidecar) (string, error) {
		receipt, err := to.Submit(ctx, bytes.NewReader(envelope))
		if err != nil {
			return "", orRefused(err)
		}
		for _, s := range sidecars {
			f, err := os.Open(s.File)
			if err != nil {
				return "", err
			}
			err = to.AddEvidence(ctx, receipt.Report.Digest, f)
			if err = errors.Join(err, f.Close()); err != nil {
				return "", orRefused(err)
			}
		}
		return receipt.Report.Digest, nil
	}
}

// orRefused says of a refusal that it is one.
func orRefused(err error) error {
	var refusal *registry.Refusal
	if errors.As(err, &refusal) {
		return fmt.Errorf("%w: %w", ErrRefused, err)
	}
	return err
}
