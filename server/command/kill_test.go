package command

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/alecthomas/kong"

	"touchstone/reports"
	"touchstone/reports/act"
	"touchstone/reports/attest"
	reportcommand "touchstone/reports/command"
	"touchstone/reports/tlog"
	"touchstone/server/api"
	"touchstone/server/registry/registrytest"
	"touchstone/server/store/storetest"
)

// serveArguments has the arguments with which this very program, started again, is `serve`.
const serveArguments = "COMMAND_SERVE"

// beServed serves until it is interrupted or killed.
func beServed(arguments string) error {
	var args []string
	if err := json.Unmarshal([]byte(arguments), &args); err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	suites := Suites(func() ([]reports.Suite, error) {
		s := registrytest.Suite()
		return []reports.Suite{{Pack: s.Pack, PackVersion: s.PackVersion, Version: s.Version, Spec: s.Spec, Features: s.Features}}, nil
	})
	p, err := kong.New(&struct {
		Serve Serve `cmd:""`
	}{}, kong.BindTo(ctx, (*context.Context)(nil)), kong.Bind(suites, Scenarios(nil), Version("test"), Work{}))
	if err != nil {
		return err
	}
	k, err := p.Parse(args)
	if err != nil {
		return err
	}
	return k.Run(p)
}

// killed is a registry that is killed again and again.
type killed struct {
	t        *testing.T
	dir      string
	args     []string
	vendor   *attest.Key
	next     atomic.Int64 // number of the next report
	mu       sync.Mutex
	receipts map[string]string // digest of an envelope or act: the proof that was given
	later    map[string]bool   // digest of an envelope that was taken, without proof: the log let wait
}

// serve starts it, and gives its address.
func (r *killed) serve() (*exec.Cmd, *client) {
	t := r.t
	t.Helper()
	ready := filepath.Join(r.dir, "ready")
	_ = os.Remove(ready)
	args, err := json.Marshal(append(r.args, "--ready", ready))
	if err != nil {
		t.Fatal(err)
	}
	child := exec.CommandContext(t.Context(), os.Args[0])
	child.Env = append(os.Environ(), serveArguments+"="+string(args))
	var complaints bytes.Buffer
	child.Stderr = &complaints
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(3 * time.Minute); ; time.Sleep(5 * time.Millisecond) {
		text, err := os.ReadFile(ready)
		if err == nil && len(text) > 0 {
			c, err := to{To: strings.TrimSpace(string(text)), Patience: time.Nanosecond}.client()
			if err != nil {
				t.Fatal(err)
			}
			return child, c
		}
		if time.Now().After(deadline) || child.ProcessState != nil {
			_ = child.Process.Kill()
			t.Fatalf("it does not serve: %s", complaints.String())
		}
	}
}

// submit submits and acts until the registry is gone, and keeps what it was promised.
func (r *killed) submit(c *client, first chan<- struct{}) error {
	for {
		n := int(r.next.Add(1))
		const mediaType = "application/vnd.dsse.envelope.v1+json"
		if n%7 == 0 {
			text, err := act.Sign(act.New(registrytest.Name), act.Waiver{Pack: "riscv", Rule: "mul_op", Implementation: fmt.Sprint("Core ", n), Owner: "o", Reason: "r", Expires: "2100-01-01"}, r.vendor)
			if err != nil {
				return err
			}
			var done api.Done
			if err := c.send(r.t.Context(), http.MethodPost, mediaType, text, &done, "api/v1/acts"); err != nil {
				return gone(err)
			}
			if done.Proof != "" {
				r.promised(reports.Digest(text), done.Proof)
			}
			continue
		}
		report := registrytest.Report(n % 500)
		report.Implementation.Name = fmt.Sprint("Core ", n)
		if err := report.Seal(); err != nil {
			return err
		}
		envelope, err := attest.Sign(report, r.vendor)
		if err != nil {
			return err
		}
		var receipt api.Receipt
		if err := c.send(r.t.Context(), http.MethodPost, mediaType, envelope, &receipt, "api/v1/reports"); err != nil {
			return gone(err)
		}
		r.promised(reports.Digest(envelope), receipt.Proof)
		select {
		case first <- struct{}{}:
		default:
		}
	}
}

// gone is nil for a registry that is, and the error of one that said no.
func gone(err error) error {
	var no *refusal
	if errors.As(err, &no) {
		return err
	}
	return nil
}

func (r *killed) promised(digest, proof string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if proof == "" { // a busy machine
		r.later[digest] = true
		return
	}
	r.receipts[digest] = proof
}

// honoured asks for everything that was promised.
func (r *killed) honoured(c *client) {
	t := r.t
	t.Helper()
	about, err := c.about(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for digest, proof := range r.receipts {
		in, err := tlog.Verify([]byte(proof), nil, about.Log.Key)
		if err != nil || in.Entry.Digest != digest {
			t.Errorf("%s: the proof that was given: %+v, %v", digest, in, err)
			continue
		}
		var entry api.Entry
		if err := c.get(t.Context(), &entry, "api/v1/log/entries", fmt.Sprint(in.Index)); err != nil || entry.Digest != digest {
			t.Errorf("%s was promised to be entry %d of the log, and it is %+v, %v", digest, in.Index, entry, err)
		}
		if in.Entry.Kind != tlog.Report {
			continue
		}
		var got api.Report
		if err := c.get(t.Context(), &got, "api/v1/reports", digest); err != nil || got.State != "published" || got.LogIndex == nil || uint64(*got.LogIndex) != in.Index {
			t.Errorf("%s: %+v, %v", digest, got, err)
		}
	}
}

// published waits for what was taken and had no proof yet.
func (r *killed) published(c *client) {
	r.t.Helper()
	for digest := range r.later {
		for deadline := time.Now().Add(2 * time.Minute); ; time.Sleep(20 * time.Millisecond) {
			var got api.Report
			err := c.get(r.t.Context(), &got, "api/v1/reports", digest)
			if err == nil && got.State == "published" {
				break
			}
			if time.Now().After(deadline) {
				r.t.Errorf("%s was taken, and is never published: %+v, %v", digest, got, err)
				break
			}
		}
	}
}

// audit is `log audit --documents`.
func (r *killed) audit(c *client) {
	t := r.t
	t.Helper()
	var out, words bytes.Buffer
	p, err := kong.New(&struct {
		Audit reportcommand.Audit `cmd:""`
	}{}, kong.BindTo(t.Context(), (*context.Context)(nil)), kong.Writers(&out, &words))
	if err != nil {
		t.Fatal(err)
	}
	k, err := p.Parse([]string{"audit", c.base.String(), "--documents"})
	if err == nil {
		err = k.Run(p)
	}
	if err != nil {
		t.Errorf("the audit: %v\n%s%s", err, out.String(), words.String())
	}
}

// once reads the whole log: nothing is in it twice, and as many reports as are shown.
func (r *killed) once(c *client) {
	t := r.t
	t.Helper()
	first := map[[2]string]int64{} // of kind and digest
	reportsInLog := 0
	for from, size := uint64(0), uint64(1); from < size; {
		var page api.Entries
		u := *c.base.JoinPath("api/v1/log/entries")
		u.RawQuery = fmt.Sprint("from=", from)
		if err := c.ask(t.Context(), func(ctx context.Context) (*http.Request, error) {
			return http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
		}, &page); err != nil || len(page.Items) == 0 {
			t.Fatalf("entries from %d: %d, %v", from, len(page.Items), err)
		}
		size = page.Size
		for _, e := range page.Items {
			d := [2]string{e.Kind, e.Digest}
			if before, twice := first[d]; twice {
				t.Errorf("the %s %s is entry %d and entry %d", e.Kind, e.Digest, before, *e.Index)
			}
			first[d] = *e.Index
			if e.Kind == string(tlog.Report) {
				reportsInLog++
			}
		}
		from += uint64(len(page.Items))
	}
	about, err := c.about(t.Context())
	if err != nil || about.Reports["published"] != reportsInLog {
		t.Errorf("%d reports are in the log, and %d are shown, %v", reportsInLog, about.Reports["published"], err)
	}
}

// A real process, killed at random moments of submissions by several clients: whatever it has promised
// holds when it is started again, nothing is shown by half, and the audit of its log is clean.
func TestKilledServe(t *testing.T) {
	if testing.Short() {
		t.Skip("kills processes for some seconds")
	}
	t.Run("sqlite", func(t *testing.T) { killServe(t) })
	t.Run("postgres", func(t *testing.T) {
		server := storetest.StartPostgres(t)
		killServe(t, "--database", server.Database(t))
	})
}

func killServe(t *testing.T, flags ...string) {
	r := &killed{t: t, dir: t.TempDir(), vendor: registrytest.Key("vendor"), receipts: map[string]string{}, later: map[string]bool{}}
	pem := filepath.Join(r.dir, "vendor.pem")
	if err := r.vendor.Save(pem); err != nil {
		t.Fatal(err)
	}
	r.args = append([]string{"serve", "--data", filepath.Join(r.dir, "data"), "--addr", "127.0.0.1:0", "--name", registrytest.Name, "--register", pem + "=vendor",
		"--rate", "0", "--submit-rate", "0", "--log-level", "error"}, flags...)
	for round := range 6 {
		child, c := r.serve()
		if round > 0 {
			r.honoured(c)
		}
		first := make(chan struct{}, 1)
		var group sync.WaitGroup
		for range 16 {
			group.Go(func() {
				if err := r.submit(c, first); err != nil {
					t.Error(err)
				}
			})
		}
		select {
		case <-first:
		case <-time.After(3 * time.Minute):
			t.Error("nothing is accepted")
		}
		time.Sleep(time.Duration(rand.IntN(400_000)) * time.Microsecond)
		if err := child.Process.Signal(syscall.SIGKILL); err != nil {
			t.Error(err)
		}
		_ = child.Wait()
		group.Wait()
		c.close()
		t.Logf("round %d: %d receipts", round, len(r.receipts))
	}
	child, c := r.serve()
	defer c.close()
	r.honoured(c)
	r.published(c)
	r.audit(c)
	r.once(c)
	var about api.About
	if err := c.get(t.Context(), &about, "api/v1"); err != nil || int(about.Log.Size) < len(r.receipts) || about.Reports["published"] == 0 {
		t.Errorf("%+v, %v", about, err)
	}
	if err := child.Process.Signal(os.Interrupt); err != nil {
		t.Error(err)
	}
	if err := child.Wait(); err != nil {
		t.Errorf("its end: %v", err)
	}
}
