package jobs_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/alecthomas/kong"
	"github.com/google/go-cmp/cmp"

	"touchstone/reports"
	"touchstone/reports/act"
	"touchstone/reports/attest"
	"touchstone/runner/command"
	"touchstone/server/jobs"
	"touchstone/server/registry"
	"touchstone/server/registry/registrytest"
)

// laboratory is the runner as main hands it to workers.
func laboratory() jobs.Work {
	l := new(command.Laboratory)
	return jobs.Work{
		Check: func(o jobs.Order) error { return l.Check(command.Order(o)) },
		Shard: func(ctx context.Context, o jobs.Order, index, count int, to io.Writer, progress func(done, total int)) error {
			return l.Shard(ctx, command.Order(o), index, count, to, progress)
		},
		Finish: func(ctx context.Context, o jobs.Order, started time.Time, shards []string, dir string) (*reports.Report, error) {
			return l.Finish(ctx, command.Order(o), started, shards, dir)
		},
	}
}

const selection = "@ext:M and not @effort:exhaustive"

// TestAsOneMachine: what two workers do together of a run is byte for byte what `run` does alone, and a
// registry takes it, with its outcomes.
func TestAsOneMachine(t *testing.T) {
	if testing.Short() {
		t.Skip("the suite is planned four times")
	}
	dir := t.TempDir()
	alone(t, dir)
	var single reports.Report
	text, err := os.ReadFile(filepath.Join(dir, "report.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &single); err != nil {
		t.Fatal(err)
	}

	known := registrytest.New(t, registrytest.Options{Policy: registry.Policy{AnySuite: true}})
	options := jobs.Options{Database: "sqlite:" + filepath.Join(dir, "jobs.db"), Shards: 3, Poll: 50 * time.Millisecond, Lease: time.Minute}
	options.IUTs, err = jobs.Registered("")
	if err != nil {
		t.Fatal(err)
	}
	options.Check = laboratory().Check
	open := func(h jobs.Hands) *jobs.Jobs {
		j, err := jobs.Open(t.Context(), options)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			if err := j.Close(context.WithoutCancel(t.Context())); err != nil {
				t.Error(err)
			}
		})
		h.IUTs = options.IUTs
		if err := j.Start(t.Context(), h); err != nil {
			t.Fatal(err)
		}
		return j
	}
	serve := open(jobs.Hands{Submit: jobs.ToRegistry(known.Registry)})
	for i := range 2 {
		open(jobs.Hands{Name: fmt.Sprint("worker ", i), Work: laboratory(), Key: known.Laboratory})
	}
	if _, err := serve.Enqueue(t.Context(), registry.RunRequest{Act: reports.Digest([]byte("0")), Run: act.Run{Implementation: jobs.Embedded, Select: "@ext:("}}); err == nil {
		t.Error("a selection that cannot be read was taken")
	}
	id, err := serve.Enqueue(t.Context(), registry.RunRequest{Act: reports.Digest([]byte("1")), Account: "acme",
		Run: act.Run{Implementation: jobs.Embedded, Effort: "quick", Select: selection, Seed: "7"}})
	if err != nil {
		t.Fatal(err)
	}
	steps, err := serve.Watch(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	var run jobs.Run
	for run = range steps { //nolint:revive // until it has ended
	}
	if run.State != jobs.Finished {
		t.Fatalf("%+v", run)
	}
	envelope, err := known.Registry.Envelope(t.Context(), run.Report)
	if err != nil {
		t.Fatal(err)
	}
	defer envelope.Close()
	if text, err = io.ReadAll(envelope); err != nil {
		t.Fatal(err)
	}
	result, err := attest.Verify(text)
	if err != nil {
		t.Fatal(err)
	}
	merged := result.Report
	want, err := reports.Canonical(single.Verdicts)
	if err != nil {
		t.Fatal(err)
	}
	have, err := reports.Canonical(merged.Verdicts)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != string(have) {
		t.Errorf("the verdicts of two workers are not those of one machine: %d and %d bytes", len(have), len(want))
	}
	if diff := cmp.Diff(single.Suite, merged.Suite); diff != "" {
		t.Errorf("outcomes, plan and images: %s", diff)
	}
	evidence, err := known.Evidence(t.Context(), run.Report, "")
	if err != nil {
		t.Fatal(err)
	}
	defer evidence.Close()
	if lines, err := reports.CheckSidecar(merged, evidence); err != nil || lines == 0 {
		t.Errorf("%d outcomes: %v", lines, err)
	}
}

// alone is the same run by one machine.
func alone(t *testing.T, dir string) {
	t.Helper()
	t.Setenv("HOME", dir)
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(dir, "config"))
	parser := kong.Must(new(command.Commands), kong.BindTo(t.Context(), (*context.Context)(nil)), kong.Writers(io.Discard, io.Discard))
	parsed, err := parser.Parse([]string{"run", "--effort", "quick", "--select", selection, "--seed", "7", "--out", dir})
	if err != nil {
		t.Fatal(err)
	}
	var exit *reports.Exit
	if err := parsed.Run(parser); !errors.As(err, &exit) || exit.Code != reports.ExitUnfinished { // a part of a profile is inconclusive
		t.Fatal(err)
	}
}
