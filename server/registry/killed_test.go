package registry_test

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"touchstone/reports"
	"touchstone/reports/act"
	"touchstone/reports/attest"
	"touchstone/reports/tlog"
	"touchstone/server/registry/registrytest"
	"touchstone/server/store"
)

// submitForEver names the folder of the registry to which this very program, started again, submits
// until it is killed.
const submitForEver = "REGISTRY_SUBMIT_FOR_EVER"

// beKilled prints "report <digest>" or "act <digest>" for what was acknowledged with its proof.
func beKilled(dir string) {
	ctx := context.Background()
	r, _, err := registrytest.Open(ctx, nil, registrytest.Options{Dir: dir})
	if err != nil {
		panic(err)
	}
	lines := make(chan string)
	first := rand.IntN(1 << 20)
	for worker := range 8 {
		go func() {
			for n := first + worker; ; n += 8 {
				if n%5 == 0 {
					w := act.Waiver{Pack: "riscv", Rule: "mul_op", Implementation: fmt.Sprint("Core ", n), Owner: "o", Reason: "r", Expires: "2100-01-01"}
					text, err := act.Sign(act.New(registrytest.Name), w, r.Vendor)
					if err != nil {
						panic(err)
					}
					done, err := r.Do(ctx, text)
					if err != nil || done.Proof == nil {
						panic(fmt.Sprint(done, err))
					}
					lines <- "act " + done.Digest
					continue
				}
				rep := registrytest.Report(n % 1000)
				rep.Implementation.Name = fmt.Sprint("Core ", n)
				if err := rep.Seal(); err != nil {
					panic(err)
				}
				envelope, err := attest.Sign(rep, r.Vendor)
				if err != nil {
					panic(err)
				}
				receipt, err := r.Submit(ctx, bytes.NewReader(envelope))
				if err != nil || receipt.Proof == nil {
					panic(fmt.Sprint(receipt.Report.State, err))
				}
				lines <- "report " + receipt.Report.Digest
			}
		}()
	}
	for line := range lines {
		fmt.Println(line)
	}
}

// A process that is killed at any moment: nothing that was acknowledged is lost, nothing is shown by
// half, and log and database agree when it is started again.
func TestKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("kills processes for some seconds")
	}
	dir := t.TempDir()
	acknowledged := map[string]bool{}
	for round := range 5 {
		killOne(t, dir, acknowledged)
		r, end, err := registrytest.Open(t.Context(), t, registrytest.Options{Dir: dir})
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		agree(t, r)
		for line := range acknowledged {
			what, digest, _ := strings.Cut(line, " ")
			if what == "report" && state(t, r, digest) != store.Published {
				t.Errorf("round %d: %s is %s", round, line, state(t, r, digest))
			}
			document(t, r, digest)
		}
		t.Logf("round %d: %d acknowledged, %d in the log", round, len(acknowledged), r.Log().Checkpoint().Size)
		if err := end(); err != nil {
			t.Fatal(err)
		}
	}
}

// killOne starts a process, and kills it some time after its first acknowledgement.
func killOne(t *testing.T, dir string, acknowledged map[string]bool) {
	child := exec.CommandContext(t.Context(), os.Args[0])
	child.Env = append(os.Environ(), submitForEver+"="+dir)
	var complaints bytes.Buffer
	child.Stderr = &complaints
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	begun := false
	killed := make(chan struct{})
	for lines := bufio.NewReader(out); ; {
		line, err := lines.ReadString('\n')
		if err != nil { // what follows the last newline was not said
			if !errors.Is(err, io.EOF) {
				t.Fatal(err)
			}
			break
		}
		acknowledged[strings.TrimSpace(line)] = true
		if !begun {
			begun = true
			go func() {
				time.Sleep(time.Duration(rand.IntN(1500)) * time.Millisecond)
				child.Process.Kill()
				close(killed)
			}()
		}
	}
	err = child.Wait()
	if !begun || err == nil || strings.Contains(complaints.String(), "panic") {
		t.Fatalf("it ended by itself: %v: %s", err, complaints.String())
	}
	<-killed
}

// agree waits until everything is logged, and compares log, database and blobs.
func agree(t testing.TB, r *registrytest.Registry) {
	t.Helper()
	ctx := t.Context()
	for deadline := time.Now().Add(2 * time.Minute); ; time.Sleep(10 * time.Millisecond) {
		waiting, err := r.Store.Unlogged(ctx, 1)
		if err != nil {
			t.Fatal(err)
		}
		if len(waiting) == 0 {
			break
		}
		if time.Now().After(deadline) {
			t.Fatalf("is never logged: %+v (%s)", waiting[0], r.Stats().Trouble)
		}
	}
	size, err := r.Store.LogSize(ctx)
	if head := r.Log().Checkpoint().Size; err != nil || uint64(size) != head {
		t.Errorf("the database has %d entries, the log %d, %v", size, head, err)
	}
	reportsInLog := 0
	for e, err := range r.Log().Entries(ctx, 0, 1<<62) {
		if err != nil {
			t.Fatal(err)
		}
		text, err := e.Entry.Encode()
		if err != nil {
			t.Fatal(err)
		}
		row, err := r.Store.EntryAt(ctx, int64(e.Index))
		if err != nil || !bytes.Equal(row.Payload, text) || row.Digest != e.Entry.Digest {
			t.Errorf("entry %d is %s in the log and %s in the database, %v", e.Index, text, row.Payload, err)
		}
		if e.Entry.Kind == tlog.Report {
			reportsInLog++
		}
	}
	shown := 0
	for page := (store.Page{Limit: store.MaxLimit}); ; {
		list, err := r.Store.Reports(ctx, store.ReportFilter{}, page)
		if err != nil {
			t.Fatal(err)
		}
		for _, rep := range list.Items {
			if !rep.State.Public() && rep.State != store.Refused {
				t.Errorf("%s is %s", rep.Digest, rep.State)
			}
			if !rep.State.Public() {
				continue
			}
			shown++
			proof, err := r.Proof(ctx, rep.Digest)
			if err != nil {
				t.Fatal(err)
			}
			envelope := mustEnvelope(t, r, rep.Digest)
			if in := proven(t, r, proof, envelope); int64(in.Index) != rep.LogIndex || reports.Digest(envelope) != rep.Digest {
				t.Errorf("%s is at %d, and its proof says %d", rep.Digest, rep.LogIndex, in.Index)
			}
		}
		if list.Next == "" {
			break
		}
		page.After = list.Next
	}
	if shown != reportsInLog {
		t.Errorf("%d reports are shown, and %d are in the log", shown, reportsInLog)
	}
	note, err := os.ReadFile(r.Dir + "/log/" + tlog.CheckpointPath)
	if err != nil || !bytes.Equal(note, r.Log().Checkpoint().Note) {
		t.Errorf("the checkpoint on the disk is another one, %v", err)
	}
}
