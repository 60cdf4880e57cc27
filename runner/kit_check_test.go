package runner

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"touchstone/reports"
	"touchstone/runner/image"
	"touchstone/runner/rv64"
)

// checkable has scenarios with every kind of check, in both modes, and cases that no image can compare.
const checkable = `@ext:M
Feature: Checks
  @rule:mulh_op
  Scenario: The high half of a product
    When the hart executes "mulh" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

  @rule:div_by_zero
  Scenario: Division by zero
    Given a0 = 7 and a1 = 0
    When the hart executes "div a2, a0, a1"
    Then a2 = -1
    And no trap is taken

  @ext:Zicsr @rule:csrrw_op
  Scenario: A register of which a hart may take what it likes
    Given the hart runs in machine mode
    When the hart executes "csrrw a2, mscratch, a1"
    Then every outcome is one the specification allows
`

func checkedPlan(t testing.TB, feature string) *Plan {
	t.Helper()
	p, err := Make(t.Context(), request(t, "t", feature), image.SelfCheck)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// saidBy runs self-checking images, as anybody would, and gives what each prints.
func saidBy(t testing.TB, p *Plan, config rv64.Config) map[string]string {
	t.Helper()
	said := map[string]string{}
	for _, img := range p.Images {
		var console bytes.Buffer
		config := config
		config.Table, config.Console = p.Table, &console
		config.RAMBase, config.RAMSize, config.Limit = p.Map.Base, p.Map.Memory(), 1_000_000+50_000*uint64(len(img.Cases))
		m, err := rv64.NewMachine(config)
		if err != nil {
			t.Fatal(err)
		}
		if err := m.LoadELF(img.ELF); err != nil {
			t.Fatal(err)
		}
		stop, err := m.Run(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		word, err := img.Word(console.Bytes())
		if err != nil || word == nil {
			t.Fatalf("%s ended with %+v, and said %q (%v)", img.Name, stop, console.String(), err)
		}
		var verdict [8]byte
		m.ReadMem(img.Verdict, verdict[:])
		if want := fmt.Sprintf("%d", 2*m.Hart(0).X(3)+1); fmt.Sprint(verdict[0]) != want {
			t.Errorf("%s: the word of its verdict is %d, and gp %d", img.Name, verdict[0], m.Hart(0).X(3))
		}
		said[img.Name] = console.String()
	}
	return said
}

// wordsIn is a folder with what images said.
func wordsIn(t testing.TB, said map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range said {
		if err := os.WriteFile(filepath.Join(dir, name+".txt"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestSelfCheck: a right implementation passes in every image, and its rules pass, but for those of cases that were not
// compared; a wrong one fails in the image that has the case, and its rule fails.
func TestSelfCheck(t *testing.T) {
	p := checkedPlan(t, checkable)
	if n := p.Compared(); n < 60 || n == len(p.Cases) || len(p.LeftUnchecked()) == 0 {
		t.Fatalf("%d of %d cases are compared; left out: %s", n, len(p.Cases), p.LeftUnchecked())
	}
	said := saidBy(t, p, rv64.Config{})
	for name, text := range said {
		if !strings.HasPrefix(text, "PASS ") {
			t.Errorf("%s says %q of a right implementation", name, text)
		}
	}
	back, err := p.ReadOutcomes(wordsIn(t, said))
	if err != nil {
		t.Fatal(err)
	}
	right := judge(t, p, back.Outcomes)
	for rule, want := range map[string]reports.Verdict{"mulh_op": reports.Pass, "div_by_zero": reports.Pass} {
		if v := right.rule(t, rule); v.Verdict != want || v.Strength != reports.Touched {
			t.Errorf("%s: %s (%s, %s), want %s", rule, v.Verdict, v.Reason, v.Strength, want)
		}
	}
	if v := right.rule(t, "csrrw_op"); v.Verdict != reports.Untested || !strings.Contains(v.Reason, "self-check: not compared: it observes CSRs") {
		t.Errorf("csrrw_op, which nothing compared: %s (%s)", v.Verdict, v.Reason)
	}
	if !slices.ContainsFunc(back.Notes, func(n string) bool { return strings.Contains(n, "there is no evidence") }) {
		t.Errorf("notes %q", back.Notes)
	}

	for _, tc := range []struct {
		insn, rule string
		wrong      func(h *rv64.Hart, i *rv64.Inst, right rv64.Exec)
	}{
		{"mulh", "mulh_op", func(h *rv64.Hart, i *rv64.Inst, right rv64.Exec) {
			right(h, i)
			if h.X(i.Rs1) == 1<<63 && h.X(i.Rs2) == 1<<63 {
				h.SetX(i.Rd, h.X(i.Rd)^1)
			}
		}},
		{"div", "div_by_zero", func(h *rv64.Hart, i *rv64.Inst, right rv64.Exec) {
			if right(h, i); h.X(i.Rs2) == 0 {
				h.SetX(i.Rd, 0)
			}
		}},
	} {
		said := saidBy(t, p, rv64.Config{Overrides: map[string]func(rv64.Exec) rv64.Exec{tc.insn: underTest(p, tc.wrong)}})
		failing := 0
		for _, img := range p.Images {
			if w, _ := img.Word([]byte(said[img.Name])); w.Number > 0 {
				failing++
				if _, c := p.Case(img.Cases[w.Number-1]); c.Stub.Insn != tc.insn && !strings.HasPrefix(c.Stub.Text, tc.insn) {
					t.Errorf("%s: %q blames %s", tc.insn, said[img.Name], c.Stub.Text)
				}
			}
		}
		if failing != 1 {
			t.Errorf("%s: %d images fail, want 1: %q", tc.insn, failing, said)
		}
		back, err := p.ReadOutcomes(wordsIn(t, said))
		if err != nil {
			t.Fatal(err)
		}
		if got, want := judge(t, p, back.Outcomes).failedRules(), []string{tc.rule}; !slices.Equal(got, want) {
			t.Errorf("%s: failed %v, want %v", tc.insn, got, want)
		}
	}
}

// TestSelfCheckKit: the same bytes each time, and judged from the kit alone.
func TestSelfCheckKit(t *testing.T) {
	p := checkedPlan(t, checkable)
	one, two := t.TempDir(), t.TempDir()
	for _, dir := range []string{one, two} {
		if _, err := p.WriteKit(dir, KitOptions{}); err != nil {
			t.Fatal(err)
		}
	}
	for name, text := range files(t, one) {
		if !bytes.Equal(text, files(t, two)[name]) {
			t.Errorf("%s differs", name)
		}
	}
	kit, again := reopen(t, p, one)
	if err := kit.Verify(again); err != nil {
		t.Error(err)
	}
	readme := string(files(t, one)[readmeFile])
	for _, want := range []string{"touchstone_verdict", "FAIL case N", "> outcomes/footing.txt", leftObserves} {
		if !strings.Contains(readme, want) {
			t.Errorf("the README does not say %q:\n%s", want, readme)
		}
	}
}

// TestWordsBroughtBack: what is missing is not run, what lies is refused, and what blames no case fails
// nothing.
func TestWordsBroughtBack(t *testing.T) {
	p := checkedPlan(t, checkable)
	right := saidBy(t, p, rv64.Config{})
	footing, first := p.Images[0].Name, p.Images[1].Name
	cases := len(p.Images[1].Cases)
	for _, tc := range []struct {
		name, image, text string
		says              string // of the error, or of a note
		wrong             bool
		verdict           reports.Verdict // of mulh_op
	}{
		{"plain words", first, "PASS\n", "there is no evidence", false, reports.Pass},
		{"empty", first, " \n", "is empty", false, reports.Inconclusive},
		{"overwritten", first, fmt.Sprintf("FAIL case %d", cases+1), "were overwritten", false, reports.Inconclusive},
		{"not taken", first, fmt.Sprintf("FAIL case %d", cases+2), "did not take", false, reports.Inconclusive},
		{"the footing fails", footing, "FAIL case 1", "there is no evidence", false, reports.Inconclusive},
		{"the footing is cut", footing, "", "is empty", false, reports.Inconclusive},
		{"too many", first, fmt.Sprintf("FAIL case %d", cases+3), fmt.Sprintf("has %d cases", cases), true, ""},
		{"another's", first, right[footing], "word of another image", true, ""},
		{"rubbish", first, "Segmentation fault", "no line in it is PASS or FAIL", true, ""},
		{"long", first, strings.Repeat("x", maxWord+1), "where a line is awaited", true, ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			said := map[string]string{}
			for name, text := range right {
				said[name] = text
			}
			said[tc.image] = tc.text
			back, err := p.ReadOutcomes(wordsIn(t, said))
			if tc.wrong {
				if !errors.Is(err, ErrKit) || !strings.Contains(err.Error(), tc.says) {
					t.Errorf("got %v, want an error that says %q", err, tc.says)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if !slices.ContainsFunc(back.Notes, func(n string) bool { return strings.Contains(n, tc.says) }) {
				t.Errorf("notes %q, want one that says %q", back.Notes, tc.says)
			}
			j := judge(t, p, back.Outcomes)
			if v := j.rule(t, "mulh_op"); v.Verdict != tc.verdict {
				t.Errorf("mulh_op: %s (%s), want %s", v.Verdict, v.Reason, tc.verdict)
			}
			if v := j.rule(t, "div_by_zero"); v.Verdict == reports.Fail {
				t.Errorf("div_by_zero is blamed: %s", v.Reason)
			}
		})
	}
}

// TestListed: whoever waits for the plan is told how far it has come, up to the end and not beyond.
func TestListed(t *testing.T) {
	r := request(t, "t", checkable)
	last, calls, total := 0, 0, 0
	r.Listed = func(done, of int) {
		if done != last+1 || calls > 0 && of != total {
			t.Errorf("after %d of %d: %d of %d", last, total, done, of)
		}
		last, total = done, of
		calls++
	}
	p, err := Make(t.Context(), r, image.SelfCheck)
	if err != nil {
		t.Fatal(err)
	}
	if last != total || total != len(p.Cases) {
		t.Errorf("told of %d of %d, and there are %d cases", last, total, len(p.Cases))
	}
}

// TestForgedKit: an image that allows more than the specification does is found out, though the manifest has been
// written anew for it.
func TestForgedKit(t *testing.T) {
	p, dir := checkedPlan(t, checkable), t.TempDir()
	if _, err := p.WriteKit(dir, KitOptions{}); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, p.Images[1].Name+".elf")
	forged, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	digest := reports.Digest(forged)
	forged[len(forged)/2] ^= 1
	manifest, err := os.ReadFile(filepath.Join(dir, manifestFile))
	if err != nil {
		t.Fatal(err)
	}
	anew := bytes.ReplaceAll(manifest, []byte(digest), []byte(reports.Digest(forged)))
	if bytes.Equal(anew, manifest) {
		t.Fatal("the manifest does not have the image's digest")
	}
	var m kitManifest
	var plan bytes.Buffer
	if err := errors.Join(json.Unmarshal(anew, &m), json.Compact(&plan, m.Plan)); err != nil {
		t.Fatal(err)
	}
	anew = bytes.ReplaceAll(anew, []byte(m.Digest), []byte(reports.Digest(plan.Bytes())))
	if err := errors.Join(os.WriteFile(name, forged, 0o644), os.WriteFile(filepath.Join(dir, manifestFile), anew, 0o644)); err != nil {
		t.Fatal(err)
	}
	kit, err := OpenKit(dir)
	if err != nil {
		t.Fatalf("the forgery is not whole: %v", err)
	}
	if err := kit.Verify(p); !errors.Is(err, ErrKit) {
		t.Errorf("a forged image: %v", err)
	}
}
