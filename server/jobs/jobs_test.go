package jobs

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"go.uber.org/goleak"

	"touchstone/reports"
	"touchstone/reports/act"
	"touchstone/reports/attest"
	"touchstone/server/registry"
	"touchstone/server/registry/registrytest"
)

// The tests start this binary again, as a worker that a kill ends: workerVariable is its database.
const workerVariable = "TOUCHSTONE_TEST_WORKER"

func TestMain(m *testing.M) {
	if dsn := os.Getenv(workerVariable); dsn != "" {
		if err := slowWorker(dsn); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	goleak.VerifyTestMain(m)
}

// slowWorker is a process that begins a shard and does not come to its end.
func slowWorker(dsn string) error {
	ctx := context.Background()
	o := brisk(dsn)
	o.Lease = impatient
	j, err := Open(ctx, o)
	if err != nil {
		return err
	}
	if err := j.Start(ctx, Hands{Name: "victim", IUTs: j.IUTs(), Work: Work{
		Shard: func(ctx context.Context, _ Order, _, _ int, to io.Writer, progress func(int, int)) error {
			if _, err := to.Write(make([]byte, 2*chunk)); err != nil { // what it has written must not be mixed in
				return err
			}
			progress(1, 100)
			fmt.Println("working") //nolint:forbidigo // for the test that started it
			<-ctx.Done()
			return ctx.Err()
		},
	}}); err != nil {
		return err
	}
	select {}
}

// impatient is the lease of a process that is killed; a busy machine must be able to renew it.
const impatient = 6 * time.Second

// brisk does things at once.
func brisk(dsn string) Options {
	level := slog.LevelError
	if os.Getenv("TOUCHSTONE_TEST_LOG") != "" {
		level = slog.LevelDebug
	}
	return Options{Logger: slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: level})), Database: dsn, IUTs: []IUT{{Embedded, "", Embedded}, {"board", "Board", "/lab/board.yaml"}}, Shards: 3,
		Lease: 20 * time.Second, Poll: 50 * time.Millisecond, Retry: time.Millisecond}
}

func TestSQLite(t *testing.T) {
	suite(t, func(t *testing.T) string { return "sqlite:" + filepath.Join(t.TempDir(), "jobs.db") })
}

// suite is what both databases pass.
func suite(t *testing.T, database func(*testing.T) string) {
	for _, c := range []struct {
		name string
		run  func(*testing.T, string)
	}{
		{"run", testRun}, {"fails", testFails}, {"cancel", testCancel}, {"give back", testGiveBack}, {"kill", testKill}, {"lost", testLost},
		{"refused", testRefused}, {"signed once", testSignedOnce}, {"orders", testOrders}, {"lists", testLists}, {"watch", testWatch}, {"damage", testDamage},
		{"crash between", testCrashBetween},
	} {
		t.Run(c.name, func(t *testing.T) { c.run(t, database(t)) })
	}
}

func open(t *testing.T, o Options) *Jobs {
	t.Helper()
	j, err := Open(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { closed(t, j) })
	return j
}

func closed(t *testing.T, j *Jobs) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.WithoutCancel(t.Context()), 30*time.Second)
	defer cancel()
	if err := j.Close(ctx); err != nil {
		t.Error(err)
	}
}

var acts atomic.Int64

func request(run act.Run) registry.RunRequest {
	return registry.RunRequest{Act: reports.Digest(fmt.Append(nil, acts.Add(1))), Account: "acme", Run: run}
}

func enqueue(t *testing.T, j *Jobs) string {
	t.Helper()
	id, err := j.Enqueue(t.Context(), request(act.Run{Implementation: Embedded, Effort: "quick"}))
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// until waits for a run to be as wanted.
func until(t *testing.T, j *Jobs, id, what string, wanted func(Run) bool) Run {
	t.Helper()
	for deadline := time.Now().Add(2 * time.Minute); ; time.Sleep(20 * time.Millisecond) {
		run, err := j.Get(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		if wanted(run) {
			return run
		}
		if time.Now().After(deadline) || !run.State.Open() {
			t.Fatalf("never %s: %+v", what, run)
		}
	}
}

func ended(t *testing.T, j *Jobs, id string) Run {
	t.Helper()
	for deadline := time.Now().Add(2 * time.Minute); ; time.Sleep(20 * time.Millisecond) {
		run, err := j.Get(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		if !run.State.Open() {
			return run
		}
		if time.Now().After(deadline) {
			t.Fatalf("never ended: %+v", run)
		}
	}
}

// bench is work that nothing is behind: a shard brings what it was asked for.
type bench struct {
	mu     sync.Mutex
	shards []string // that were done
	orders []Order

	shard func(ctx context.Context, o Order, index int) error // nil: it succeeds
}

func (b *bench) work() Work {
	return Work{
		Shard: func(ctx context.Context, o Order, index, count int, to io.Writer, progress func(int, int)) error {
			progress(0, 100)
			if b.shard != nil {
				if err := b.shard(ctx, o, index); err != nil {
					return err
				}
			}
			b.mu.Lock()
			b.shards = append(b.shards, fmt.Sprintf("%d/%d", index, count))
			b.orders = append(b.orders, o)
			b.mu.Unlock()
			// More than one row of the database, and not a multiple.
			if _, err := io.WriteString(to, strings.Repeat(fmt.Sprintf("shard %d of %d\n", index, count), 100_000)); err != nil {
				return err
			}
			progress(100, 100)
			return nil
		},
		Finish: func(_ context.Context, _ Order, _ time.Time, shards []string, dir string) (*reports.Report, error) {
			for i, file := range shards {
				text, err := os.ReadFile(file)
				if err != nil {
					return nil, err
				}
				if want := strings.Repeat(fmt.Sprintf("shard %d of %d\n", i, len(shards)), 100_000); string(text) != want {
					return nil, fmt.Errorf("shard %d brought %d bytes, want %d", i, len(text), len(want))
				}
			}
			s, err := reports.NewSidecar(dir)
			if err != nil {
				return nil, err
			}
			defer s.Abandon()
			if err := errors.Join(s.Add(&reports.Outcome{Case: "a/0", Status: "finished"}), s.Close()); err != nil {
				return nil, err
			}
			r := registrytest.Report(int(acts.Add(1)))
			r.Suite.Outcomes = s.Digest()
			return r, r.Seal()
		},
	}
}

// desk takes reports as a registry would.
type desk struct {
	mu    sync.Mutex
	taken []*attest.Result
	files map[string]string
	err   error
}

func (d *desk) submit(_ context.Context, envelope []byte, sidecars []Sidecar) (string, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.err != nil {
		return "", d.err
	}
	result, err := attest.Verify(envelope)
	if err != nil {
		return "", err
	}
	d.taken = append(d.taken, result)
	d.files = map[string]string{}
	for _, s := range sidecars {
		text, err := os.ReadFile(s.File)
		if err != nil {
			return "", err
		}
		d.files[s.Digest] = string(text)
	}
	return reports.Digest(envelope), nil
}

func start(t *testing.T, j *Jobs, h Hands) {
	t.Helper()
	if h.IUTs == nil {
		h.IUTs = j.IUTs()
	}
	if err := j.Start(t.Context(), h); err != nil {
		t.Fatal(err)
	}
}

// testRun: two workers and a registry, each on connections of its own, do a run to its end.
func testRun(t *testing.T, dsn string) {
	b, d := &bench{}, &desk{}
	serve := open(t, brisk(dsn))
	start(t, serve, Hands{Submit: d.submit})
	r := request(act.Run{Implementation: "board", Profile: "RVI20U64", Effort: "quick", Select: "@ext:M", Seed: "18446744073709551615", Set: []string{"VLEN=256", "A=b=c"}})
	id, err := serve.Enqueue(t.Context(), r)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := serve.Enqueue(t.Context(), r); err != nil || again != id {
		t.Fatalf("the same act is run %s and then %s: %v", id, again, err)
	}
	// Who has not registered the implementation takes nothing of it.
	stranger := open(t, brisk(dsn))
	start(t, stranger, Hands{Name: "stranger", IUTs: []IUT{{Embedded, "", Embedded}}, Work: (&bench{}).work(), Key: registrytest.Key("stranger")})
	for i := range 2 {
		w := open(t, brisk(dsn))
		start(t, w, Hands{Name: fmt.Sprint("worker ", i), Work: b.work(), Key: registrytest.Key("laboratory")})
	}
	run := ended(t, serve, id)
	if run.State != Finished || run.Report == "" || run.Words != "" || run.Ended.IsZero() || run.Started.Before(run.Created) {
		t.Fatalf("%+v", run)
	}
	slices.Sort(b.shards)
	if !slices.Equal(b.shards, []string{"0/3", "1/3", "2/3"}) {
		t.Errorf("shards %v", b.shards)
	}
	want := Order{ID: id, IUT: "/lab/board.yaml", Profile: "RVI20U64", Effort: "quick", Select: "@ext:M", Seed: 1<<64 - 1, Set: map[string]string{"VLEN": "256", "A": "b=c"}}
	if o := b.orders[0]; fmt.Sprint(o) != fmt.Sprint(want) {
		t.Errorf("the worker was asked for %+v, want %+v", o, want)
	}
	if len(d.taken) != 1 || len(d.taken[0].Signers) != 1 || d.taken[0].Signers[0].KeyID != registrytest.Key("laboratory").ID() {
		t.Fatalf("taken: %+v", d.taken)
	}
	if text, ok := d.files[d.taken[0].Report.Suite.Outcomes]; !ok || !strings.Contains(text, "a/0") {
		t.Errorf("sidecars %v", d.files)
	}
	if run.Progress.Done != 300 || run.Progress.Total != 300 || len(run.Tasks) != 5 {
		t.Errorf("progress %+v, tasks %+v", run.Progress, run.Tasks)
	}
	for _, p := range run.Tasks {
		if p.State != TaskDone || p.Attempt != 1 || p.Worker == "stranger" || p.Words != "" {
			t.Errorf("%+v", p)
		}
	}
	var rows int
	if err := serve.db.readers.QueryRowContext(t.Context(), `SELECT (SELECT COUNT(*) FROM chunks) + (SELECT COUNT(*) FROM files)`).Scan(&rows); err != nil || rows != 0 {
		t.Errorf("%d rows are left of what was brought: %v", rows, err)
	}
}

// testFails: a shard that fails twice is done the third time; one that always fails, or panics, ends the run
// with its last words.
func testFails(t *testing.T, dsn string) {
	var tries atomic.Int64
	var always atomic.Bool
	b := &bench{shard: func(_ context.Context, _ Order, index int) error {
		switch {
		case index != 1:
			return nil
		case always.Load() && tries.Add(1) == 2:
			panic("broken \x00 \xff")
		case always.Load():
			return errors.New("no such board: /dev/ttyUSB0 \x00 \xff")
		case tries.Add(1) < 3:
			return errors.New("busy")
		}
		return nil
	}}
	o := brisk(dsn)
	d := &desk{}
	j := open(t, o)
	start(t, j, Hands{Name: "lab", Work: b.work(), Submit: d.submit, Key: registrytest.Key("laboratory")})
	run := ended(t, j, enqueue(t, j))
	if run.State != Finished || run.Tasks[1].Attempt < 3 || run.Tasks[0].Attempt < 1 {
		t.Errorf("%+v", run)
	}
	always.Store(true)
	tries.Store(0)
	run = ended(t, j, enqueue(t, j))
	if run.State != Failed || run.Report != "" || !strings.Contains(run.Words, "shard 2/3 failed 3 times, at last on lab: no such board") || strings.Contains(run.Words, "\x00") || strings.Contains(run.Words, "\xff") {
		t.Errorf("%+v", run)
	}
	if len(d.taken) != 1 {
		t.Errorf("%d reports were submitted", len(d.taken))
	}
}

// testCancel: who works on a run that is cancelled stops.
func testCancel(t *testing.T, dsn string) {
	begun, stopped := make(chan bool, 10), make(chan bool, 10)
	b := &bench{shard: func(ctx context.Context, _ Order, _ int) error {
		begun <- true
		<-ctx.Done()
		stopped <- true
		return ctx.Err()
	}}
	j := open(t, brisk(dsn))
	start(t, j, Hands{Work: b.work()})
	id := enqueue(t, j)
	<-begun
	if err := j.Cancel(t.Context(), id, "not needed any more"); err != nil {
		t.Fatal(err)
	}
	select {
	case <-stopped:
	case <-time.After(time.Minute):
		t.Fatal("it works on")
	}
	run := ended(t, j, id)
	if run.State != Cancelled || run.Words != "not needed any more" {
		t.Errorf("%+v", run)
	}
	for _, p := range run.Tasks {
		if p.State != TaskEnded {
			t.Errorf("%+v", p)
		}
	}
	if err := j.Cancel(t.Context(), id, ""); !errors.Is(err, ErrEnded) {
		t.Errorf("cancelled twice: %v", err)
	}
	if err := j.Cancel(t.Context(), "nothing", ""); !errors.Is(err, ErrNotFound) {
		t.Errorf("no such run: %v", err)
	}
	if len(begun) != 0 {
		t.Error("another shard began")
	}
}

// testGiveBack: a worker that is closed gives its shard back at once, and it counts as no failure.
func testGiveBack(t *testing.T, dsn string) {
	o := brisk(dsn)
	o.Lease = time.Hour // nobody may have to wait for it
	begun := make(chan bool, 10)
	first := open(t, o)
	start(t, first, Hands{Name: "first", Work: (&bench{shard: func(ctx context.Context, _ Order, _ int) error {
		begun <- true
		<-ctx.Done()
		return ctx.Err()
	}}).work()})
	id := enqueue(t, first)
	<-begun
	closed(t, first)
	b, d := &bench{}, &desk{}
	second := open(t, o)
	run, err := second.Get(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range run.Tasks {
		if p.State != TaskWaiting {
			t.Errorf("not given back: %+v", p)
		}
	}
	start(t, second, Hands{Name: "second", Work: b.work(), Submit: d.submit, Key: registrytest.Key("laboratory")})
	if run := ended(t, second, id); run.State != Finished {
		t.Errorf("%+v", run)
	}
	var failures int
	if err := second.db.readers.QueryRowContext(t.Context(), `SELECT SUM(failures) FROM tasks`).Scan(&failures); err != nil || failures != 0 {
		t.Errorf("%d failures: %v", failures, err)
	}
}

// testKill: the shard of a process that is killed in the middle is done by another.
func testKill(t *testing.T, dsn string) {
	o := brisk(dsn)
	o.Lease = impatient
	j := open(t, o)
	id := enqueue(t, j)
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	victim := exec.Command(self)
	victim.Env = append(os.Environ(), workerVariable+"="+dsn)
	victim.Stderr = os.Stderr
	out, err := victim.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := victim.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := out.Read(make([]byte, 1)); err != nil {
		t.Fatal(err)
	}
	run := until(t, j, id, "begun", func(r Run) bool { return r.State == Running && r.Progress.Done == 1 && r.Progress.Total == 100 })
	if n := slices.IndexFunc(run.Tasks, func(p Progress) bool { return p.Worker == "victim" }); n < 0 {
		t.Errorf("nobody has it: %+v", run.Tasks)
	}
	if err := victim.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	victim.Wait() //nolint:errcheck // it was killed
	killed := time.Now()
	b, d := &bench{}, &desk{}
	start(t, j, Hands{Name: "heir", Work: b.work(), Submit: d.submit, Key: registrytest.Key("laboratory")})
	run = ended(t, j, id)
	if run.State != Finished || len(d.taken) != 1 {
		t.Fatalf("%+v", run)
	}
	again := 0
	for _, p := range run.Tasks {
		if p.Worker != "heir" {
			t.Errorf("%+v", p)
		}
		if p.Attempt > 1 {
			again++
		}
	}
	if again == 0 {
		t.Error("no task was done again")
	}
	t.Logf("the run of a worker that was killed ended %v after that", time.Since(killed))
}

// testLost: a process that could not renew, and wakes up when another has its shard, changes nothing.
func testLost(t *testing.T, dsn string) {
	j := open(t, brisk(dsn))
	id := enqueue(t, j)
	d := j.db
	asleep, ok, err := d.claim(t.Context(), id, KindShard, 0, "sleeper", 0)
	if err != nil || !ok {
		t.Fatal(ok, err)
	}
	if _, ok, err := d.claim(t.Context(), id, KindShard, 0, "other", time.Hour); ok || err != nil {
		t.Errorf("claimed twice: %v", err)
	}
	f, err := d.put(t.Context(), asleep, "shard-0000", strings.NewReader("old"))
	if err != nil {
		t.Fatal(err)
	}
	time.Sleep(10 * time.Millisecond)
	tasks, workers, err := d.orphans(t.Context())
	if err != nil || len(tasks) != 1 || tasks[0] != asleep || workers[0] != "sleeper" {
		t.Fatalf("%v %v %v", tasks, workers, err)
	}
	if err := d.fail(t.Context(), tasks[0], "sleeper", "gone", 3, 0); err != nil {
		t.Fatal(err)
	}
	heir, ok, err := d.claim(t.Context(), id, KindShard, 0, "heir", time.Hour)
	if err != nil || !ok {
		t.Fatal(ok, err)
	}
	for what, err := range map[string]error{
		"renews": d.renew(t.Context(), asleep, time.Hour, 1, 1), "completes": d.complete(t.Context(), asleep, []file{f}, "", ""),
		"fails": d.fail(t.Context(), asleep, "sleeper", "x", 1, 0), "gives back": d.giveBack(t.Context(), asleep), "adds": d.addFile(t.Context(), asleep, f),
	} {
		if !errors.Is(err, errLost) {
			t.Errorf("it %s: %v", what, err)
		}
	}
	if f, err = d.put(t.Context(), heir, "shard-0000", strings.NewReader("new")); err != nil {
		t.Fatal(err)
	}
	if err := d.complete(t.Context(), heir, []file{f}, "", ""); err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	if err := d.copy(t.Context(), &text, id, "shard-0000"); err != nil || text.String() != "new" {
		t.Errorf("%q: %v", text.String(), err)
	}
}

// testRefused: what the registry does not take ends the run at once, with its reasons; so does a report that
// nobody signs. What went wrong otherwise is tried again.
func testRefused(t *testing.T, dsn string) {
	o := brisk(dsn)
	d := &desk{err: fmt.Errorf("%w: unknown-key: nobody knows you", ErrRefused)}
	j := open(t, o)
	start(t, j, Hands{Work: (&bench{}).work(), Submit: d.submit, Key: registrytest.Key("laboratory")})
	run := ended(t, j, enqueue(t, j))
	if run.State != Failed || !strings.Contains(run.Words, "submitting the report failed 1 times") || !strings.Contains(run.Words, "nobody knows you") {
		t.Errorf("%+v", run)
	}
	d.mu.Lock()
	d.err = registry.ErrBusy
	d.mu.Unlock()
	id := enqueue(t, j)
	until(t, j, id, "tried twice", func(r Run) bool { return len(r.Tasks) == 5 && r.Tasks[4].Attempt == 2 })
	d.mu.Lock()
	d.err = nil
	d.mu.Unlock()
	if run := ended(t, j, id); run.State != Finished {
		t.Errorf("%+v", run)
	}
	closed(t, j)
	unsigned := open(t, o)
	start(t, unsigned, Hands{Work: (&bench{}).work(), Submit: d.submit})
	if run := ended(t, unsigned, enqueue(t, unsigned)); run.State != Failed || !strings.Contains(run.Words, "--key") {
		t.Errorf("%+v", run)
	}
}

// testSignedOnce: who submits signs what the worker left unsigned, and when it is tried again it is the same
// envelope, with a key whose signatures are never the same too.
func testSignedOnce(t *testing.T, dsn string) {
	o := brisk(dsn)
	key, err := attest.ECDSAP256.Generate()
	if err != nil {
		t.Fatal(err)
	}
	var mu sync.Mutex
	var digests []string
	j := open(t, o)
	start(t, j, Hands{Key: key, Submit: func(_ context.Context, envelope []byte, _ []Sidecar) (string, error) {
		mu.Lock()
		defer mu.Unlock()
		digests = append(digests, reports.Digest(envelope))
		if len(digests) == 1 {
			return "", errors.New("the answer was lost")
		}
		return digests[0], nil
	}})
	w := open(t, o)
	start(t, w, Hands{Work: (&bench{}).work()})
	if run := ended(t, j, enqueue(t, j)); run.State != Finished || len(digests) != 2 || digests[0] != digests[1] {
		t.Errorf("%v, %+v", digests, run)
	}
}

// testOrders: what cannot be run is refused when it is asked for.
func testOrders(t *testing.T, dsn string) {
	o := brisk(dsn)
	o.MaxOwn, o.MaxOpen = 2, 3
	o.Check = func(o Order) error {
		if o.Profile == "NONE" || o.IUT == "board" {
			return fmt.Errorf("no profile %q of %s", o.Profile, o.IUT)
		}
		return nil
	}
	j := open(t, o)
	for _, c := range []struct {
		run   act.Run
		code  registry.Code
		words string
	}{
		{act.Run{Implementation: "../../etc/passwd"}, registry.NotFound, "there are embedded, board"},
		{act.Run{Implementation: "/lab/board.yaml"}, registry.NotFound, ""},
		{act.Run{Implementation: ""}, registry.NotFound, ""},
		{act.Run{Implementation: Embedded, Seed: "18446744073709551616"}, registry.Malformed, "64 bits"},
		{act.Run{Implementation: Embedded, Set: []string{"VLEN"}}, registry.Malformed, "NAME=VALUE"},
		{act.Run{Implementation: Embedded, Set: []string{"=1"}}, registry.Malformed, "NAME=VALUE"},
		{act.Run{Implementation: "board", Profile: "NONE"}, registry.Malformed, "/lab/board.yaml"},
	} {
		_, err := j.Enqueue(t.Context(), request(c.run))
		var refusal *registry.Refusal
		if !errors.As(err, &refusal) || !refusal.Has(c.code) || !strings.Contains(err.Error(), c.words) {
			t.Errorf("%+v: got %v", c.run, err)
		}
	}
	if _, err := j.Enqueue(t.Context(), registry.RunRequest{Act: "x", Run: act.Run{Implementation: Embedded}}); err == nil {
		t.Error("an act without a digest is a run")
	}
	first := enqueue(t, j)
	enqueue(t, j)
	var refusal *registry.Refusal
	if _, err := j.Enqueue(t.Context(), request(act.Run{Implementation: Embedded})); !errors.As(err, &refusal) || !refusal.Has(registry.Unavailable) {
		t.Errorf("a third of one account: %v", err)
	}
	other := request(act.Run{Implementation: Embedded})
	other.Account = "other"
	if _, err := j.Enqueue(t.Context(), other); err != nil {
		t.Error(err)
	}
	more := request(act.Run{Implementation: Embedded})
	more.Account = "more"
	if _, err := j.Enqueue(t.Context(), more); !errors.As(err, &refusal) || !refusal.Has(registry.Unavailable) {
		t.Errorf("a fourth in all: %v", err)
	}
	if err := j.Cancel(t.Context(), first, ""); err != nil {
		t.Fatal(err)
	}
	if _, err := j.Enqueue(t.Context(), more); err != nil {
		t.Errorf("after one ended: %v", err)
	}
}

// testLists: lists in pages, and what is forgotten.
func testLists(t *testing.T, dsn string) {
	j := open(t, brisk(dsn))
	var ids []string
	for range 5 {
		ids = append(ids, enqueue(t, j))
	}
	slices.Reverse(ids)
	var have []string
	for before := ""; ; before = have[len(have)-1] {
		page, err := j.List(t.Context(), Filter{Before: before, IUT: Embedded, Account: "acme", State: Queued}, 2)
		if err != nil {
			t.Fatal(err)
		}
		if len(page) == 0 {
			break
		}
		for _, r := range page {
			have = append(have, r.ID)
		}
	}
	if !slices.Equal(have, ids) {
		t.Errorf("%v, want %v", have, ids)
	}
	for _, f := range []Filter{{State: Finished}, {Account: "nobody"}, {IUT: "board"}, {Before: "nothing"}} {
		if page, err := j.List(t.Context(), f, 0); err != nil || len(page) > 0 {
			t.Errorf("%+v: %v %v", f, page, err)
		}
	}
	if err := j.Cancel(t.Context(), ids[0], ""); err != nil {
		t.Fatal(err)
	}
	if err := j.db.forget(t.Context(), time.Hour); err != nil {
		t.Fatal(err)
	}
	if _, err := j.Get(t.Context(), ids[0]); err != nil {
		t.Errorf("forgotten too soon: %v", err)
	}
	time.Sleep(2 * time.Millisecond)
	if err := j.db.forget(t.Context(), time.Microsecond); err != nil {
		t.Fatal(err)
	}
	if _, err := j.Get(t.Context(), ids[0]); !errors.Is(err, ErrNotFound) {
		t.Errorf("remembered: %v", err)
	}
	if _, err := j.Get(t.Context(), ids[1]); err != nil {
		t.Errorf("a run that has not ended is forgotten: %v", err)
	}
}

// testWatch: who watches sees a run come on and end, over HTTP too; nobody watches for ever, nor too many.
func testWatch(t *testing.T, dsn string) {
	gate := make(chan bool)
	b := &bench{shard: func(ctx context.Context, _ Order, _ int) error {
		select {
		case <-gate:
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}}
	d := &desk{}
	j := open(t, brisk(dsn))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := j.ServeEvents(w, r, r.URL.Query().Get("id")); errors.Is(err, ErrNotFound) {
			w.WriteHeader(http.StatusNotFound)
		} else if errors.Is(err, ErrBusy) {
			w.WriteHeader(http.StatusServiceUnavailable)
		} else if err != nil {
			t.Error(err)
		}
	}))
	defer server.Close()
	get := func(ctx context.Context, id string) *http.Response {
		r, err := http.NewRequestWithContext(ctx, http.MethodGet, server.URL+"?id="+id, nil)
		if err != nil {
			t.Fatal(err)
		}
		answer, err := server.Client().Do(r) //nolint:bodyclose // below
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { answer.Body.Close() })
		return answer
	}
	if answer := get(t.Context(), "nothing"); answer.StatusCode != http.StatusNotFound { //nolint:bodyclose // get does
		t.Errorf("no such run: %s", answer.Status)
	}
	id := enqueue(t, j)
	gone, leave := context.WithCancel(t.Context())
	visitor := get(gone, id)
	leave()
	visitor.Body.Close()
	stream := get(t.Context(), id)
	defer stream.Body.Close()
	if h := stream.Header; stream.StatusCode != http.StatusOK || !strings.HasPrefix(h.Get("Content-Type"), "text/event-stream") || h.Get("Cache-Control") != "no-store" {
		t.Errorf("%s %v", stream.Status, h)
	}
	runs, err := j.Watch(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	if r := <-runs; r.State != Queued {
		t.Errorf("at first %+v", r)
	}
	var many []context.CancelFunc
	for {
		ctx, cancel := context.WithCancel(t.Context())
		many = append(many, cancel)
		if _, err := j.Watch(ctx, id); errors.Is(err, ErrBusy) {
			break
		} else if err != nil || len(many) > MaxWatchers {
			t.Fatalf("%d watch: %v", len(many), err)
		}
	}
	if answer := get(t.Context(), id); answer.StatusCode != http.StatusServiceUnavailable { //nolint:bodyclose // get does
		t.Errorf("too many: %s", answer.Status)
	}
	for _, cancel := range many {
		cancel()
	}
	start(t, j, Hands{Work: b.work(), Submit: d.submit, Key: registrytest.Key("laboratory")})
	close(gate)
	var states []State
	for r := range runs {
		states = append(states, r.State)
	}
	if len(states) < 2 || states[len(states)-1] != Finished || !slices.Contains(states, Running) {
		t.Errorf("watched: %v", states)
	}
	text, err := io.ReadAll(stream.Body)
	if err != nil {
		t.Fatal(err)
	}
	events := strings.Split(strings.TrimSpace(string(text)), "\n\n")
	if !strings.Contains(events[1], `"state":"queued"`) || !strings.HasPrefix(events[1], "event: run\ndata: {") || events[len(events)-1] != "event: end\ndata: finished" ||
		!strings.Contains(events[len(events)-2], `"state":"finished"`) {
		t.Errorf("events: %s", text)
	}
	after, err := j.Watch(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	if r, ok := <-after; !ok || r.State != Finished {
		t.Errorf("of a run that has ended: %+v", r)
	}
	if _, ok := <-after; ok {
		t.Error("it goes on after the end")
	}
	// Closing ends who still watches.
	last, err := j.Watch(t.Context(), enqueueStuck(t, j))
	if err != nil {
		t.Fatal(err)
	}
	closed(t, j)
	for range last { //nolint:revive // until it is closed
	}
}

// enqueueStuck adds a run that nobody here takes.
func enqueueStuck(t *testing.T, j *Jobs) string {
	t.Helper()
	r := request(act.Run{Implementation: Embedded})
	run, err := j.order(r)
	if err != nil {
		t.Fatal(err)
	}
	run.IUT = "elsewhere"
	if _, err := j.db.addRun(t.Context(), run); err != nil {
		t.Fatal(err)
	}
	return run.ID
}

// testDamage: what a shard brought and the database changed is not taken for it.
func testDamage(t *testing.T, dsn string) {
	j := open(t, brisk(dsn))
	id := enqueue(t, j)
	task, _, err := j.db.claim(t.Context(), id, KindShard, 0, "w", time.Hour)
	if err != nil {
		t.Fatal(err)
	}
	f, err := j.db.put(t.Context(), task, "shard-0000", strings.NewReader(strings.Repeat("x", 3*chunk)))
	if err != nil || f.Size != 3*chunk {
		t.Fatal(f, err)
	}
	if err := j.db.complete(t.Context(), task, []file{f}, "", ""); err != nil {
		t.Fatal(err)
	}
	if err := j.db.copy(t.Context(), io.Discard, id, f.Name); err != nil {
		t.Fatal(err)
	}
	if _, err := j.db.writers.ExecContext(t.Context(), `DELETE FROM chunks WHERE seq = 2`); err != nil {
		t.Fatal(err)
	}
	if err := j.db.copy(t.Context(), io.Discard, id, f.Name); err == nil || !strings.Contains(err.Error(), f.Digest) {
		t.Errorf("a piece is missing: %v", err)
	}
}

// testCrashBetween: a process that ended before anybody was told of its tasks leaves them to the sweep.
func testCrashBetween(t *testing.T, dsn string) {
	o := brisk(dsn)
	o.Lease = impatient // after as long, it is told again
	j := open(t, o)
	run, err := j.order(request(act.Run{Implementation: Embedded}))
	if err != nil {
		t.Fatal(err)
	}
	if added, err := j.db.addRun(t.Context(), run); err != nil || !added {
		t.Fatal(added, err)
	}
	if _, err := j.db.unhinted(t.Context(), run.ID, time.Second); err != nil { // taken note of, and told nobody
		t.Fatal(err)
	}
	d := &desk{}
	start(t, j, Hands{Work: (&bench{}).work(), Submit: d.submit, Key: registrytest.Key("laboratory")})
	if run := ended(t, j, run.ID); run.State != Finished {
		t.Errorf("%+v", run)
	}
}
