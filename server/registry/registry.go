package registry

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime"
	"sync"
	"time"

	"touchstone/reports/act"
	"touchstone/server/blob"
	"touchstone/server/store"
	"touchstone/server/translog"
)

// Options of a registry.
type Options struct {
	Name  string // its origin: acts are signed for it
	Store store.Store
	Blobs blob.Store
	Log   *translog.Log

	Policy   Policy
	Suites   []store.Suite // that are known, and will be when later ones are given: their spec and features digests count
	Packs    Packs         // what is known of them without a report; nil: nothing
	Enqueuer Enqueuer      // nil: runs are refused

	// Restore brings a database that is older than the log up to it, from the blobs, instead of
	// refusing it: every report, waiver, revocation, supersession and ruling that is in the log.
	// Registrations of keys, challenges and what was in review are not in the log, and come only from backups.
	Restore bool

	Now    func() time.Time
	Logger *slog.Logger // never gets envelopes or keys; nil: none
}

// Policy is what an operator decides. What is zero has the default that stands beside it.
type Policy struct {
	Review    bool // a reviewer decides before a report is published; else it is published at once
	AnySuite  bool // take reports of suites that are not known here
	OwnVendor bool // a vendor's key submits only reports whose implementation's vendor is its account

	MaxEnvelope int64         // bytes of an envelope of a report: 32 MiB
	MaxAct      int64         // of an act: 1 MiB
	MaxEvidence int64         // of a file of outcomes: 256 MiB
	MaxInFlight int64         // of all envelopes that are being read and verified at once: 512 MiB
	MaxCache    int64         // of memory for parsed reports, about: 256 MiB
	MaxAge      time.Duration // since a run finished: 5 years
	MaxActAge   time.Duration // since an act was signed: 24 h; a waiver may be older
	Skew        time.Duration // that a clock may be ahead of ours: 5 min
	ProofWait   time.Duration // for the log, after which a receipt is given without its proof: 10 s
}

func (p Policy) filled() Policy {
	p.MaxEnvelope = cmp.Or(p.MaxEnvelope, 32<<20)
	p.MaxAct = cmp.Or(p.MaxAct, 1<<20)
	p.MaxEvidence = cmp.Or(p.MaxEvidence, 256<<20)
	p.MaxInFlight = max(cmp.Or(p.MaxInFlight, 512<<20), p.MaxEnvelope, p.MaxAct)
	p.MaxCache = cmp.Or(p.MaxCache, 256<<20)
	p.MaxAge = cmp.Or(p.MaxAge, 5*365*24*time.Hour)
	p.MaxActAge = cmp.Or(p.MaxActAge, 24*time.Hour)
	p.Skew = cmp.Or(p.Skew, 5*time.Minute)
	p.ProofWait = cmp.Or(p.ProofWait, 10*time.Second)
	return p
}

// Registry is an open registry. Its methods may be called from any goroutine.
type Registry struct {
	name   string
	store  store.Store
	blobs  blob.Store
	log    *translog.Log
	policy Policy
	now    func() time.Time
	logger *slog.Logger

	enqueuer  Enqueuer
	packs     Packs
	restoring bool
	suites    suites
	appender  *appender
	committer *committer
	cancel    context.CancelFunc
	stats     *stats
	memory    budget
	verifying chan struct{} // as many as there are processors
	taking    oneAtATime    // by digest of report.json
	doing     oneAtATime    // by ID of an act
	parsed    cache
	revoked   revoked

	closing sync.RWMutex // held for reading while somebody enters
	closed  bool
	atWork  sync.WaitGroup
}

// Receipt is the answer to a submission.
type Receipt struct {
	Report store.Report
	New    bool   // it was not here before
	Proof  []byte // report.tlog-proof; nil while it is in review, or the log lets wait
}

// Done is the answer to an act.
type Done struct {
	Kind     string // of the act: "waiver", "decision", …
	Digest   string // of its envelope
	New      bool   // it was not done before
	Subject  string // what it is about, or has made: a report, waiver or ruling by digest, a key, challenge or run by ID
	State    string // what that is now
	Stale    int    // how many reports a ruling made stale
	LogIndex int64  // store.Unlogged when there is no entry of the log, or not yet
	Proof    []byte // of the entry of the log
}

// RunRequest asks for a run of a registered implementation.
type RunRequest struct {
	Act     string // its ID: what was signed
	By      string // key ID
	Account string
	At      time.Time
	Run     act.Run
}

// Enqueuer takes runs.
type Enqueuer interface {
	// Enqueue gives the run's ID. The same Act is the same run. What is wrong with the request is a
	// *Refusal, which is shown to who asked.
	Enqueue(ctx context.Context, r RunRequest) (id string, err error)
}

// Open finishes what a crash left, and refuses a log that does not continue the database's, or the
// other way round (ErrBehind).
func Open(ctx context.Context, o Options) (*Registry, error) {
	switch {
	case o.Name == "":
		return nil, errors.New("registry: it needs a name, for which acts are signed")
	case o.Store == nil || o.Blobs == nil || o.Log == nil:
		return nil, errors.New("registry: it needs a store, blobs and a log")
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	r := &Registry{
		name: o.Name, store: o.Store, blobs: o.Blobs, log: o.Log, policy: o.Policy.filled(), enqueuer: o.Enqueuer, packs: o.Packs, restoring: o.Restore, now: o.Now, logger: o.Logger,
		stats: newStats(), verifying: make(chan struct{}, runtime.GOMAXPROCS(0)),
	}
	r.memory.most, r.parsed.most = r.policy.MaxInFlight, r.policy.MaxCache
	r.appender, r.committer = newAppender(r), newCommitter(r)
	if err := r.suites.load(ctx, r.store); err != nil {
		return nil, fmt.Errorf("registry: %w", err)
	}
	if err := r.recover(ctx); err != nil {
		return nil, fmt.Errorf("registry: %w", err)
	}
	for _, s := range o.Suites {
		if err := r.AddSuite(ctx, s, self); err != nil {
			return nil, fmt.Errorf("registry: %w", err)
		}
	}
	r.restoring = false
	life, cancel := context.WithCancel(context.WithoutCancel(ctx))
	r.cancel = cancel
	go r.appender.run(life)
	go r.committer.run(life)
	r.appender.poke()
	return r, nil
}

// enter notes that somebody is at work, until leave.
func (r *Registry) enter() (leave func(), err error) {
	r.closing.RLock()
	defer r.closing.RUnlock()
	if r.closed {
		return nil, ErrClosed
	}
	r.atWork.Add(1)
	return r.atWork.Done, nil
}

// Close waits until what is under way is done, as long as the context allows. Store, blobs and log
// stay open. What is accepted and not logged then, the next Open brings into the log.
func (r *Registry) Close(ctx context.Context) error {
	r.closing.Lock()
	was := r.closed
	r.closed = true
	r.closing.Unlock()
	if was {
		return nil
	}
	idle := make(chan struct{})
	go func() {
		r.atWork.Wait()
		close(idle)
	}()
	var err error
	select {
	case <-idle:
	case <-ctx.Done():
		err = fmt.Errorf("registry: closed while submissions were under way: %w", ctx.Err())
	}
	r.cancel()
	<-r.appender.done
	<-r.committer.done
	return err
}

// Name is the registry's origin.
func (r *Registry) Name() string { return r.name }

// Policy is what holds, with the defaults.
func (r *Registry) Policy() Policy { return r.policy }

// Reader asks the store. What is not public is for the caller to keep so: see store.State.Public.
func (r *Registry) Reader() store.Reader { return r.store }

// Log is the transparency log.
func (r *Registry) Log() *translog.Log { return r.log }
