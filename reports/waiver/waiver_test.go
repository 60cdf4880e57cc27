package waiver_test

import (
	"bytes"
	"crypto/ed25519"
	"strings"
	"testing"
	"time"

	"touchstone/reports"
	"touchstone/reports/act"
	"touchstone/reports/attest"
	"touchstone/reports/reportstest"
	"touchstone/reports/waiver"
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

// broken is a report in which mulhsu_op and div_by_zero fail, fence_op is not judged, and which brings no
// waivers along. It is of rv64 1.0.0 by Example Silicon, against RVI20U64.
func broken(t testing.TB) *reports.Report {
	t.Helper()
	r := reportstest.Conforming()
	r.Verdicts.Waivers = nil
	verdict(t, r, "mulhsu_op", reports.Fail)
	verdict(t, r, "div_by_zero", reports.Fail)
	return r
}

func verdict(t testing.TB, r *reports.Report, rule string, v reports.Verdict) {
	t.Helper()
	for i := range r.Verdicts.Rules {
		if r.Verdicts.Rules[i].ID == rule {
			r.Verdicts.Rules[i].Verdict = v
			return
		}
	}
	t.Fatalf("no rule %s", rule)
}

func key(t testing.TB, seed byte) *attest.Key {
	t.Helper()
	k, err := attest.NewKey(ed25519.NewKeyFromSeed(bytes.Repeat([]byte{seed}, ed25519.SeedSize)))
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func good() act.Waiver {
	return act.Waiver{Pack: "riscv", Rule: "mulhsu_op", Vendor: "Example Silicon", Implementation: "rv64", Versions: []string{"0.9", "1.0.0"},
		Owner: "core team", Reason: "erratum 12", Expires: "2026-12-31"}
}

func signed(t testing.TB, w act.Document, keys ...*attest.Key) []byte {
	t.Helper()
	text, err := act.Sign(act.New("r.example"), w, keys...)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestJudge(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*act.Waiver, *reports.Report)
		now    time.Time
		want   waiver.State
	}{
		"open":                    {nil, noon, waiver.Open},
		"against this profile":    {func(w *act.Waiver, _ *reports.Report) { w.Profile = "RVI20U64" }, noon, waiver.Open},
		"against another profile": {func(w *act.Waiver, _ *reports.Report) { w.Profile = "RVA23U64" }, noon, waiver.Elsewhere},
		"another pack":            {func(w *act.Waiver, _ *reports.Report) { w.Pack = "other" }, noon, waiver.Elsewhere},
		"another implementation":  {func(w *act.Waiver, _ *reports.Report) { w.Implementation = "RV64" }, noon, waiver.Elsewhere},
		"another vendor":          {func(w *act.Waiver, _ *reports.Report) { w.Vendor = "Example" }, noon, waiver.Elsewhere},
		"no vendor":               {func(w *act.Waiver, _ *reports.Report) { w.Vendor = "" }, noon, waiver.Elsewhere},
		"neither has a vendor":    {func(w *act.Waiver, r *reports.Report) { w.Vendor, r.Implementation.Vendor = "", "" }, noon, waiver.Open},
		"another version":         {func(w *act.Waiver, _ *reports.Report) { w.Versions = []string{"1.0"} }, noon, waiver.OtherVersion},
		"any version":             {func(w *act.Waiver, _ *reports.Report) { w.Versions = nil }, noon, waiver.Open},
		"of no version":           {func(_ *act.Waiver, r *reports.Report) { r.Implementation.Version = "" }, noon, waiver.OtherVersion},
		"its last second":         {nil, time.Date(2026, 12, 31, 23, 59, 59, 999, time.UTC), waiver.Open},
		"the second after":        {nil, time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC), waiver.Expired},
		"the day is UTC's":        {nil, time.Date(2027, 1, 1, 7, 59, 59, 0, time.FixedZone("Asia/Shanghai", 8*3600)), waiver.Open},
		"and that is over":        {nil, time.Date(2026, 12, 31, 19, 0, 0, 0, time.FixedZone("America/New_York", -5*3600)), waiver.Expired},
		"the rule passes":         {func(_ *act.Waiver, r *reports.Report) { verdict(t, r, "mulhsu_op", reports.Pass) }, noon, waiver.Unused},
		"expired and passes":      {func(_ *act.Waiver, r *reports.Report) { verdict(t, r, "mulhsu_op", reports.Pass) }, noon.AddDate(1, 0, 0), waiver.Expired},
		"no such rule":            {func(w *act.Waiver, _ *reports.Report) { w.Rule = "mulhsu" }, noon, waiver.Unused},
		"untested":                {func(_ *act.Waiver, r *reports.Report) { verdict(t, r, "mulhsu_op", reports.Untested) }, noon, waiver.NotJudged},
		"inconclusive":            {func(_ *act.Waiver, r *reports.Report) { verdict(t, r, "mulhsu_op", reports.Inconclusive) }, noon, waiver.NotJudged},
		"not applicable":          {func(_ *act.Waiver, r *reports.Report) { verdict(t, r, "mulhsu_op", reports.NotApplicable) }, noon, waiver.NotJudged},
		"no day: it never held":   {func(w *act.Waiver, _ *reports.Report) { w.Expires = "soon" }, noon, waiver.Expired},
		"expired, other version":  {func(w *act.Waiver, _ *reports.Report) { w.Versions = []string{"2"} }, noon.AddDate(1, 0, 0), waiver.OtherVersion},
		"expired, other vendor":   {func(w *act.Waiver, _ *reports.Report) { w.Vendor = "x" }, noon.AddDate(1, 0, 0), waiver.Elsewhere},
	} {
		w, r := good(), broken(t)
		if c.change != nil {
			c.change(&w, r)
		}
		if got := waiver.Judge(w, r, c.now); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

func TestStand(t *testing.T) {
	lab, stranger := key(t, 1), key(t, 2)
	r := broken(t)
	own := reports.Waiver{Rule: "div_by_zero", Owner: "core team", Reason: "erratum 13", Expires: "2026-11-23"}
	r.Verdicts.Waivers = []reports.Waiver{own}
	declarer := []attest.Signer{{KeyID: stranger.ID(), Confirmed: true}} // by --key: that does not make it count
	by := func(keys ...*attest.Key) []waiver.Loaded { return waiver.Read("w.json", signed(t, good(), keys...)) }
	for name, c := range map[string]struct {
		loaded  []waiver.Loaded
		trusted []attest.PublicKey
		want    []waiver.State
	}{
		"nothing but the report's own": {nil, nil, []waiver.State{waiver.Declared}},
		"its signer is trusted":        {nil, []attest.PublicKey{stranger.Public()}, []waiver.State{waiver.Open}},
		"somebody's":                   {by(stranger), nil, []waiver.State{waiver.Declared, waiver.Unconfirmed}},
		"the wrong one's":              {by(stranger), []attest.PublicKey{lab.Public()}, []waiver.State{waiver.Declared, waiver.Unconfirmed}},
		"the right one's":              {by(lab), []attest.PublicKey{lab.Public()}, []waiver.State{waiver.Declared, waiver.Open}},
		"one of two":                   {by(stranger, lab), []attest.PublicKey{lab.Public()}, []waiver.State{waiver.Declared, waiver.Open}},
		"a forged one":                 {waiver.Read("w.json", bytes.Replace(signed(t, good(), lab), []byte(`"sig":"`), []byte(`"sig":"A`), 1)), []attest.PublicKey{lab.Public()}, []waiver.State{waiver.Declared, waiver.Refused}},
	} {
		s := waiver.Table{Report: r, Signers: declarer, Trusted: c.trusted, Now: noon}.Stand(c.loaded)
		var have []waiver.State
		for _, x := range s.All {
			have = append(have, x.State)
			if x.Words == "" {
				t.Errorf("%s: a waiver that is %s says nothing", name, x.State)
			}
		}
		if len(have) != len(c.want) {
			t.Errorf("%s: %v, want %v", name, have, c.want)
			continue
		}
		for i := range have {
			if have[i] != c.want[i] {
				t.Errorf("%s: %v, want %v", name, have, c.want)
			}
		}
		if s.Day != "2026-11-23" {
			t.Errorf("%s: on %s", name, s.Day)
		}
	}
	if declarer[0].KeyID != stranger.ID() || !declarer[0].Confirmed {
		t.Error("the report's signers were changed")
	}
}

// The gate is what the table of states says: only an open waiver opens it, and those that must be
// mended shut it, whatever else there is.
func TestHold(t *testing.T) {
	lab, stranger := key(t, 1), key(t, 2)
	const known = "known: [div_by_zero]"
	text := func(change func(*act.Waiver), by *attest.Key) []byte {
		w := good()
		if change != nil {
			change(&w)
		}
		return append(signed(t, w, by), '\n')
	}
	for name, c := range map[string]struct {
		baseline string
		waivers  []byte
		now      time.Time
		exit     int
		mend     int
	}{
		"waived and known":        {known, text(nil, lab), noon, 0, 0},
		"not known":               {"", text(nil, lab), noon, 1, 0},
		"by somebody else":        {known, text(nil, stranger), noon, 1, 0},
		"both are waived":         {"", append(text(nil, lab), text(func(w *act.Waiver) { w.Rule = "div_by_zero" }, lab)...), noon, 0, 0},
		"expired":                 {known, text(nil, lab), noon.AddDate(0, 2, 0), 1, 1},
		"expired, and known":      {"known: [div_by_zero, mulhsu_op]", text(nil, lab), noon.AddDate(0, 2, 0), 1, 1},
		"unused beside":           {known, append(text(nil, lab), text(func(w *act.Waiver) { w.Rule = "mul_op" }, lab)...), noon, 1, 1},
		"unused by a stranger":    {known, append(text(nil, lab), text(func(w *act.Waiver) { w.Rule = "mul_op" }, stranger)...), noon, 1, 1},
		"tampered beside":         {known, append(text(nil, lab), text(nil, lab)[:40]...), noon, 1, 1},
		"for another version":     {known, text(func(w *act.Waiver) { w.Versions = []string{"2"} }, lab), noon, 1, 0},
		"another's beside":        {known, append(text(nil, lab), text(func(w *act.Waiver) { w.Implementation = "x" }, lab)...), noon, 0, 0},
		"two for the same":        {known, append(text(nil, lab), text(nil, stranger)...), noon, 0, 0},
		"a waiver of the unknown": {"known: [mulhsu_op, div_by_zero]", text(nil, lab), noon, 0, 0},
	} {
		var b *reports.Baseline
		if c.baseline != "" {
			var err error
			if b, err = reports.ParseBaseline([]byte(c.baseline)); err != nil {
				t.Fatal(err)
			}
		}
		r := broken(t)
		before, err := reports.Canonical(r.Verdicts)
		if err != nil {
			t.Fatal(err)
		}
		g := waiver.Table{Report: r, Trusted: []attest.PublicKey{lab.Public()}, Now: c.now}.Hold(b, waiver.Read("w.jsonl", c.waivers))
		if g.ExitCode() != c.exit || g.Mend() != c.mend {
			t.Errorf("%s: exit %d and %d to mend, want %d and %d: %+v", name, g.ExitCode(), g.Mend(), c.exit, c.mend, g)
		}
		if after, _ := reports.Canonical(r.Verdicts); !bytes.Equal(before, after) {
			t.Errorf("%s: a waiver changed a verdict", name)
		}
	}
}

// An inconclusive report stays so: a waiver accepts a failure, not that nothing is known.
func TestHoldIsUndecided(t *testing.T) {
	lab := key(t, 1)
	r := broken(t)
	verdict(t, r, "div_by_zero", reports.Pass)
	verdict(t, r, "mulhsu_op", reports.Inconclusive)
	g := waiver.Table{Report: r, Trusted: []attest.PublicKey{lab.Public()}, Now: noon}.Hold(nil, waiver.Read("w.json", signed(t, good(), lab)))
	if g.ExitCode() != reports.ExitUnfinished {
		t.Errorf("exit %d: %+v", g.ExitCode(), g)
	}
}

func TestSheet(t *testing.T) {
	s := &waiver.Sheet{}
	for _, state := range waiver.States() {
		s.All = append(s.All, waiver.Standing{State: state, Waiver: act.Waiver{Rule: "a"}})
		if state.Waives() && state.Shuts() {
			t.Errorf("%s waives and shuts", state)
		}
	}
	if s.Waived() != 3 || len(s.Shown()) != len(s.All)-1 || len(s.Of("a")) != len(s.All)-2 || len(s.Of("b")) != 0 || len(s.All) != len(waiver.States()) {
		t.Errorf("%d waived, %d shown, %d of the rule, of %d", s.Waived(), len(s.Shown()), len(s.Of("a")), len(s.All))
	}
}

func TestTag(t *testing.T) {
	r := broken(t)
	tag := func(now time.Time, loaded ...waiver.Loaded) string {
		return waiver.Table{Report: r, Now: now}.Stand(loaded).Tag()
	}
	w := waiver.Read("w.json", signed(t, good(), key(t, 1)))
	if tag(noon) != tag(noon.Add(time.Hour)) {
		t.Error("the tag changes within a day")
	}
	if tag(noon) == tag(noon, w...) || tag(noon) == tag(noon.AddDate(0, 0, 1)) {
		t.Error("the tag stays when there is a waiver more, or on another day")
	}
}

func TestRead(t *testing.T) {
	lab := key(t, 1)
	one := signed(t, good(), lab)
	other := signed(t, act.Withdrawal{Challenge: "c"}, lab)
	for name, c := range map[string]struct {
		text string
		want []string // source, and words of the error
	}{
		"one":               {string(one), []string{"w.json: "}},
		"with a line break": {string(one) + "\n", []string{"w.json: "}},
		"as others write":   {string(one) + "\r\n\r\n", []string{"w.json: "}},
		"two":               {string(one) + "\n" + string(one), []string{"w.json:1: ", "w.json:2: "}},
		"the second is bad": {string(one) + "\n{}\n", []string{"w.json:1: ", "w.json:2: refused"}},
		"another act":       {string(other), []string{"w.json: it is a signed withdrawal, and no waiver"}},
		"nothing":           {"", []string{"w.json: the file is empty"}},
		"hardly anything":   {"\n\n", []string{"w.json: the file is empty"}},
		"a list":            {"[" + string(one) + "]", []string{"w.json: refused"}},
		"YAML":              {"known:\n- a\n", []string{"w.json:1: refused", "w.json:2: refused"}},
	} {
		have := waiver.Read("w.json", []byte(c.text))
		if len(have) != len(c.want) {
			t.Errorf("%s: %d, want %d", name, len(have), len(c.want))
			continue
		}
		for i, l := range have {
			source, words, _ := strings.Cut(c.want[i], ": ")
			if l.Source != source || (l.Err == nil) != (words == "") || l.Err != nil && !strings.Contains(l.Err.Error(), words) {
				t.Errorf("%s: %s: %v, want %s", name, l.Source, l.Err, c.want[i])
			}
			if l.Err == nil && (l.Waiver.Rule != "mulhsu_op" || l.Digest != reports.Digest(one) || len(l.Signers) != 1) {
				t.Errorf("%s: %+v", name, l)
			}
		}
	}
	if have := waiver.Read("w.json", bytes.Repeat([]byte("x\n"), 3*waiver.MaxWaivers)); len(have) != waiver.MaxWaivers+1 {
		t.Errorf("%d were read", len(have))
	}
}

func FuzzRead(f *testing.F) {
	lab := key(f, 1)
	one := signed(f, good(), lab)
	f.Add(one)
	f.Add(append(append(bytes.Clone(one), '\n'), one...))
	f.Add([]byte("\n\r\n{}\n"))
	r := broken(f)
	f.Fuzz(func(t *testing.T, text []byte) {
		loaded := waiver.Read("w", text)
		if len(loaded) == 0 {
			t.Error("nothing was read, and nothing was said")
		}
		s := waiver.Table{Report: r, Trusted: []attest.PublicKey{lab.Public()}, Now: noon}.Stand(loaded)
		for _, x := range s.All {
			if x.Words == "" || x.State == waiver.Open && (x.Waiver.Rule != "mulhsu_op" || !x.Confirmed()) {
				t.Errorf("%+v", x)
			}
		}
	})
}
