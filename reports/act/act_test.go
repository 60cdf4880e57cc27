package act_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"touchstone/reports/act"
	"touchstone/reports/attest"
)

const digest = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
const other = "sha256:f123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

// samples has one document of each kind, with everything in it that may be.
func samples(t testing.TB) []act.Document {
	t.Helper()
	key := newKey(t)
	registration := act.Register(key.Public(), "Core Company", act.RoleVendor, act.RoleReviewer)
	registration.Label = "build machine"
	return []act.Document{
		act.Waiver{Pack: "riscv", Profile: "RVA23U64", Rule: "sc_w_op", Vendor: "Core Company", Implementation: "Core X1", Versions: []string{"r2p0", "r2p1"},
			Owner: "core team", Reason: "erratum 12\nmended in r3", Expires: "2027-03-31"},
		act.Decision{Report: digest, Answer: act.Refuse, Reason: "<b>not</b> the suite that it names"},
		act.Decision{Challenge: "c-7", Answer: act.Accept},
		act.Revocation{What: act.ThingWaiver, ID: digest, Reason: "mended"},
		act.Supersession{Report: digest, By: other, Reason: "run again"},
		registration,
		act.Challenge{Target: act.TargetVerdict, Pack: "riscv", Rule: "sc_w_op", Scenario: "riscv/a/lrsc.feature:12", Report: digest,
			Title: "条件存储", Text: "规则允许失败。", Evidence: []string{digest, other}, By: "Core Company"},
		act.Ruling{Challenge: "c-7", Outcome: act.Upheld, Text: "It may.", Pack: "riscv", Withdraws: []string{"riscv/a/lrsc.feature:12"}, Suites: []string{digest}},
		act.Withdrawal{Challenge: "c-7", Reason: "answered"},
		act.Run{Implementation: "embedded", Profile: "RVI20U64", Environments: []string{"machine"}, Effort: "quick", Select: "@ext:M", Seed: "7", Set: []string{"VLEN=256"}},
	}
}

func newKey(t testing.TB) *attest.Key {
	t.Helper()
	key, err := attest.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func sign(t testing.TB, h act.Header, d act.Document, keys ...*attest.Key) []byte {
	t.Helper()
	text, err := act.Sign(h, d, keys...)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestEveryKindSurvives(t *testing.T) {
	key := newKey(t)
	seen := map[act.Kind]bool{}
	for _, d := range samples(t) {
		h := act.New("registry.example.org")
		text := sign(t, h, d, key)
		got, err := act.Open(text)
		if err != nil {
			t.Errorf("%s: %v", d.Kind(), err)
			continue
		}
		if diff := cmp.Diff(d, got.Document); diff != "" {
			t.Errorf("%s: %s", d.Kind(), diff)
		}
		if got.Header != h {
			t.Errorf("%s: header %v, signed %v", d.Kind(), got.Header, h)
		}
		if len(got.Signers) != 1 || got.Signers[0].KeyID != key.ID() {
			t.Errorf("%s: signers %v", d.Kind(), got.Signers)
		}
		seen[d.Kind()] = true
	}
	for _, k := range act.Kinds() {
		if !seen[k] {
			t.Errorf("no sample is a %s", k)
		}
	}
}
