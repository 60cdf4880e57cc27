package runner

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"touchstone/features"
	"touchstone/reports"
	"touchstone/runner/image"
	"touchstone/runner/iut"
	"touchstone/runner/rv64"
)

// quickPlan has images enough for several shards: memory is small.
func quickPlan(t *testing.T) *Plan {
	t.Helper()
	text, err := fs.ReadFile(features.Of("riscv"), "riscv/m/multiplication.feature")
	if err != nil {
		t.Fatal(err)
	}
	r := request(t, "t", sums, "m", string(text))
	if r.Map, err = image.MapOf(0x80000000, 256<<10); err != nil {
		t.Fatal(err)
	}
	p := mustMake(t, r)
	if len(p.Images) < 5 {
		t.Fatalf("only %d images: shards of them would prove nothing", len(p.Images))
	}
	return p
}

var someone = reports.Implementation{Name: "Core X1", Version: "1", Adapter: "embedded", Digest: "sha256:11"}

// executeShard is the journal of a shard.
func executeShard(t *testing.T, p *Plan, x iut.Executor, who reports.Implementation, s Shard) []byte {
	t.Helper()
	var journal bytes.Buffer
	o, err := Collect(p, &journal)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(o.Identify(who), p.Execute(t.Context(), x, o, Options{Shard: s})); err != nil {
		t.Fatal(err)
	}
	if o.Count() != p.Size(s) {
		t.Errorf("shard %v: %d outcomes, and it has %d cases", s, o.Count(), p.Size(s))
	}
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	return journal.Bytes()
}

// TestShards: however a plan is divided, what its parts bring together gives the same bytes as the whole,
// of an implementation that does wrong too.
func TestShards(t *testing.T) {
	p := quickPlan(t)
	for _, config := range []rv64.Config{{}, {Overrides: wrongSums(p)}} {
		x := executor(t, p, config)
		whole := NewOutcomes(p)
		if err := p.Execute(t.Context(), x, whole, Options{}); err != nil {
			t.Fatal(err)
		}
		want := verdictBytes(t, p, whole)
		for _, n := range []int{1, 3, len(p.Images) + 1} {
			merged, cases := NewOutcomes(p), 0
			for i := range n {
				s := Shard{i, n}
				cases += p.Size(s)
				if err := merged.Take(s.String(), bytes.NewReader(executeShard(t, p, x, someone, s))); err != nil {
					t.Fatal(err)
				}
			}
			if cases != len(p.Cases) || merged.Count() != cases {
				t.Errorf("%d shards: %d cases and %d outcomes, and the plan has %d", n, cases, merged.Count(), len(p.Cases))
			}
			if diff := cmp.Diff(want, verdictBytes(t, p, merged)); diff != "" {
				t.Errorf("%d shards: %s", n, diff)
			}
		}
	}
}

// TestTakeLeavesTheRest: what a shard did not bring, or brought in part, is executed by whoever puts the
// shards together; a journal that took shards is one that a run can go on from.
func TestTakeLeavesTheRest(t *testing.T) {
	p := quickPlan(t)
	x := executor(t, p, rv64.Config{})
	_, want := journaled(t, p, x)
	first, second := executeShard(t, p, x, someone, Shard{0, 3}), executeShard(t, p, x, someone, Shard{1, 3})
	dir := t.TempDir()
	merged, err := OpenJournal(p, dir, false)
	if err != nil {
		t.Fatal(err)
	}
	for i, journal := range [][]byte{first[:len(first)/2], second} {
		if err := merged.Take(fmt.Sprint(i), bytes.NewReader(journal)); err != nil {
			t.Fatal(err)
		}
	}
	kept := merged.Count()
	if kept == 0 || kept >= len(p.Cases) {
		t.Fatalf("%d of %d cases were taken", kept, len(p.Cases))
	}
	if err := merged.Close(); err != nil {
		t.Fatal(err)
	}
	if merged, err = OpenJournal(p, dir, true); err != nil {
		t.Fatal(err)
	}
	defer merged.Close() //nolint:errcheck // closed below
	if merged.Resumed() != kept || merged.Identify(someone) != nil || merged.Identify(reports.Implementation{Name: "another"}) == nil {
		t.Errorf("the journal holds %d outcomes of %q, and %d of %s were taken", merged.Resumed(), merged.implementation, kept, identity(someone))
	}
	var executed atomic.Int64 // of several images at the same time
	if err := p.Execute(t.Context(), x, merged, Options{Progress: func(int) { executed.Add(1) }}); err != nil {
		t.Fatal(err)
	}
	if n := int(executed.Load()); n < len(p.Cases)-kept || n > len(p.Cases)-kept+100 { // the footing's steps are told too
		t.Errorf("%d cases executed, and %d were missing", n, len(p.Cases)-kept)
	}
	if diff := cmp.Diff(want, verdictBytes(t, p, merged)); diff != "" {
		t.Error(diff)
	}
}

// TestTakeRefuses: outcomes of something else are not mixed in, and leave what there is as it was.
func TestTakeRefuses(t *testing.T) {
	p := quickPlan(t)
	x := executor(t, p, rv64.Config{})
	good := executeShard(t, p, x, someone, Shard{0, 2})
	newer := someone
	newer.Version = "2"
	other := quickPlan(t)
	other.Request.Seed++
	if err := other.seal(); err != nil {
		t.Fatal(err)
	}
	merged := NewOutcomes(p)
	if err := merged.Take("good", bytes.NewReader(good)); err != nil {
		t.Fatal(err)
	}
	before := verdictBytes(t, p, merged)
	for _, c := range []struct {
		name    string
		journal []byte
		want    error
		words   string
	}{
		{"nothing", nil, ErrOtherPlan, "no line"},
		{"not a journal", []byte("PK\x03\x04\n"), ErrOtherPlan, "no line"},
		{"without a header", good[bytes.IndexByte(good, '\n')+1:], ErrOtherPlan, ""},
		{"another plan", executeShard(t, other, x, someone, Shard{1, 2}), ErrOtherPlan, ""},
		{"another version", executeShard(t, p, x, newer, Shard{1, 2}), ErrOtherImplementation, "Core X1 2"},
		{"another footing", bytes.Replace(good, []byte(`{"footing":{`), []byte(`{"footing":{"Words":"x",`), 1), ErrOtherImplementation, "footing"},
	} {
		err := merged.Take(c.name, bytes.NewReader(c.journal))
		if !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.words) || !strings.Contains(err.Error(), c.name) {
			t.Errorf("%s: got %v", c.name, err)
		}
	}
	if diff := cmp.Diff(before, verdictBytes(t, p, merged)); diff != "" {
		t.Errorf("what was refused left something: %s", diff)
	}
}

func TestShardCheck(t *testing.T) {
	for _, s := range []Shard{{}, {0, 1}, {4, 5}, {MaxShards - 1, MaxShards}} {
		if err := s.Check(); err != nil {
			t.Error(err)
		}
	}
	for _, s := range []Shard{{-1, 2}, {2, 2}, {1, 0}, {0, -1}, {0, MaxShards + 1}} {
		if err := s.Check(); !errors.Is(err, ErrRequest) {
			t.Errorf("%v: got %v", s, err)
		}
	}
	if s := (Shard{1, 5}).String(); s != "2/5" {
		t.Errorf("the second of five is written %s", s)
	}
}
