package registrytest_test

import (
	"io"
	"log/slog"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"touchstone/reports/attest"
	"touchstone/reports/tlog"
	"touchstone/server/registry/registrytest"
	"touchstone/server/store"
	"touchstone/server/translog"
)

func TestMain(m *testing.M) {
	translog.Messages(slog.New(slog.DiscardHandler))
	goleak.VerifyTestMain(m)
}

// What is seeded is what submissions would have left: the same rows, files, verdicts and proofs.
func TestSeed(t *testing.T) {
	const n = 120
	seeded := registrytest.New(t, registrytest.Options{Reports: 2, Seeded: n})
	submitted := registrytest.New(t, registrytest.Options{})
	if len(seeded.Digests) != n+2 || len(slices.Compact(slices.Sorted(slices.Values(seeded.Digests)))) != n+2 {
		t.Fatalf("%d digests", len(seeded.Digests))
	}
	implementations := map[store.Implementation]bool{}
	verdicts := map[string]int{}
	for i, digest := range seeded.Digests[2:] {
		x, err := seeded.Store.Report(t.Context(), digest)
		if err != nil {
			t.Fatal(err)
		}
		implementations[x.Implementation] = true
		entry, err := seeded.Store.Entry(t.Context(), store.KindReport, digest)
		if err != nil {
			t.Fatal(err)
		}
		proof, err := seeded.Proof(t.Context(), digest)
		if err != nil {
			t.Fatal(err)
		}
		p, err := tlog.ParseProof(proof)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := p.Verify(entry.Payload, seeded.Log().Verifier()); err != nil {
			t.Errorf("report %d is not proven: %v", i, err)
		}
		text := envelope(t, seeded, digest)
		result, err := attest.Verify(text, seeded.Vendor.Public())
		if err != nil {
			t.Fatalf("report %d: %v", i, err)
		}
		for _, rule := range result.Report.Verdicts.Rules {
			verdicts[rule.ID+" "+string(rule.Verdict)]++
		}
		if i%7 != 0 {
			continue
		}
		y := submitted.MustSubmit(t, text).Report
		for _, s := range []*store.Report{&x, &y} {
			s.Submitted, s.Published, s.LogIndex = time.Time{}, time.Time{}, 0
		}
		if diff := cmp.Diff(y, x); diff != "" {
			t.Errorf("report %d, submitted (-) and seeded (+):\n%s", i, diff)
		}
		if again := seeded.MustSubmit(t, text); again.New || len(again.Proof) == 0 {
			t.Errorf("report %d is new, or not proven, when it is submitted again", i)
		}
	}
	if len(implementations) != n/len(registrytest.Profiles()) {
		t.Errorf("%d implementations", len(implementations))
	}
	// Each seeded report is the current one of its implementation and profile; of the two others too.
	for _, rule := range []string{"mulhsu_op", "addi_op", "fadd_d"} {
		counts, err := seeded.Store.RuleCounts(t.Context(), "riscv", rule)
		if err != nil {
			t.Fatal(err)
		}
		total := 0
		for verdict, count := range counts {
			total += count
			if want := verdicts[rule+" "+string(verdict)]; count < want || count > want+2 {
				t.Errorf("%s: %d reports say %s, and %d do", rule, count, verdict, want)
			}
		}
		if total != n+2 {
			t.Errorf("%s: %d reports speak of it", rule, total)
		}
	}
}

func envelope(t *testing.T, r *registrytest.Registry, digest string) []byte {
	t.Helper()
	e, err := r.Registry.Envelope(t.Context(), digest)
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	text, err := io.ReadAll(e)
	if err != nil {
		t.Fatal(err)
	}
	return text
}
