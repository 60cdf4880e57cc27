package runner

import (
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"touchstone/reports"
	"touchstone/runner/image"
	"touchstone/runner/trial"
)

// maxWord bounds the bytes of a file that holds the word of a self-checking image.
const maxWord = 1 << 20

// word reads what a self-checking image said. PASS makes an outcome for each of its cases: one that is
// allowed, which the checks of its case do not tell from the others. FAIL does so for the cases before the one that it names; of those
// after it nobody knows.
func (b *Brought) word(p *Plan, img *image.Image, path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, maxWord+1))
	if err == nil && len(text) > maxWord {
		err = fmt.Errorf("over %d bytes, where a line is awaited", maxWord)
	}
	if err != nil {
		return err
	}
	w, err := img.Word(text)
	if err != nil {
		return err
	}
	name := filepath.Base(path)
	b.Files = append(b.Files, reports.BroughtFile{Name: name, Size: int64(len(text)), Digest: fmt.Sprintf("sha256:%x", sha256.Sum256(text))})
	switch {
	case w == nil:
		b.note(img, nil, name+" is empty: image "+img.Name+" never said how it ended")
		return nil
	case w.Overwritten:
		b.note(img, nil, "image "+img.Name+" says that its own text or tables were overwritten: nothing that it compared counts")
		return nil
	case w.NotTaken:
		b.note(img, nil, "image "+img.Name+" says that the hart did not take what a CSR was to hold before a case (registers of another length than the statement says, or a WARL field): take images that report")
		return nil
	case img.Footing:
		return b.footing(img, w)
	}
	good := len(img.Cases)
	if w.Number > 0 {
		good = w.Number - 1
	}
	for _, index := range img.Cases[:good] {
		if err := b.Outcomes.add(p.checked.wants[index], false); err != nil {
			return err
		}
	}
	if w.Number == 0 {
		return nil
	}
	words := fmt.Sprintf("image %s says itself that its case %d did what is not allowed", img.Name, w.Number)
	if err := b.Outcomes.add(trial.Outcome{Case: img.Cases[good], Status: trial.Differs, Words: words}, false); err != nil {
		return err
	}
	_, c := p.Case(img.Cases[good])
	b.Notes = append(b.Notes, fmt.Sprintf("%s: %s (%s)", words, c.ID, c.Stub.Text))
	for _, index := range img.Cases[good+1:] {
		b.Outcomes.lost[index] = reports.Because(reports.ReasonInterrupted, fmt.Sprintf("image %s ended at its case %d", img.Name, w.Number))
	}
	return nil
}

// footing takes the word of image 0.
func (b *Brought) footing(img *image.Image, w *image.Word) error {
	steps := len(img.Cases)
	if w.Number > 0 {
		steps = w.Number - 1
	}
	for _, out := range img.Wants(steps) {
		if err := b.Outcomes.add(out, true); err != nil {
			return err
		}
	}
	return b.Outcomes.foot()
}

// selfCheckWords says how far a kit of self-checking images goes.
func (p *Plan) selfCheckWords() string {
	words := fmt.Sprintf("self-checked: the images compared %d of %d cases themselves and said one word each: there is no evidence of what was done", p.Compared(), len(p.Cases))
	if left := p.LeftUnchecked(); len(left) > 0 {
		words += "; not compared: " + left.String()
	}
	return words
}

// differs is the finding for a case of which a self-checking image says that it did what is not allowed.
// That is for the check that asks for all that the specification says; without one, for the checks of the
// case if they speak for the same rules. Otherwise nobody knows which of them is broken.
func differs(ch *trial.Check, v *view) finding {
	seen := failed(v.o.Words, []string{"one of the outcomes that the specification allows"}, []string{"another: the image shows no more"})
	if _, all := ch.Expect.(trial.Allowed); all {
		return seen
	}
	var rules []string
	uniform := true
	for i := range v.trial.Checks {
		other := &v.trial.Checks[i]
		if !slices.ContainsFunc(other.Cases, func(c int) bool { return &v.trial.Cases[c] == v.c }) {
			continue
		}
		if _, all := other.Expect.(trial.Allowed); all {
			return finding{verdict: reports.Untested} // that one speaks
		}
		speaks := rulesOf(other, v)
		uniform = uniform && (rules == nil || slices.Equal(rules, speaks))
		rules = speaks
	}
	if !uniform {
		return finding{verdict: reports.Inconclusive, why: reports.Because(reports.ReasonSelfCheck, v.o.Words+"; which of its checks fails, it does not say")}
	}
	return seen
}
