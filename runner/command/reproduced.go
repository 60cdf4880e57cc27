package command

import (
	"fmt"
	"slices"
	"strings"

	"github.com/alecthomas/kong"

	"touchstone/reports"
	"touchstone/reports/attest"
	"touchstone/reports/bundle"
	"touchstone/reports/render"
)

// reproduction is what came of `report reproduce`, and what --json prints.
type reproduction struct {
	Same           bool   `json:"same"` // every verdict
	Report         string `json:"report"`
	Again          string `json:"again"` // the second report
	Implementation string `json:"implementation"`
	Profile        string `json:"profile"`
	Out            string `json:"out"` // folder of the second report

	Difference    *reports.Difference `json:"difference"`
	Outcomes      []string            `json:"other_outcomes"` // scenarios: the same verdict, and not the same outcomes
	Countersigned string              `json:"countersigned,omitzero"`
	Findings      []attest.Finding    `json:"findings"`
}

// compared says what a second run shows of a report, and what it does not.
func compared(first *bundle.Verified, second *reports.Report) *reproduction {
	a, b := first.Report, second
	d := reports.Diff(a, b)
	rules, scenarios := reports.DiffIn(a, b)
	d.Rules, d.Scenarios = append(d.Rules, rules...), append(d.Scenarios, scenarios...)
	out := &reproduction{
		Same: d.Same(), Report: a.ID, Again: b.ID, Implementation: title(a.Implementation), Profile: a.Verdicts.Profile, Difference: d, Outcomes: []string{},
	}
	for _, f := range first.Findings {
		if f.About == attest.AboutReport {
			out.Findings = append(out.Findings, f)
		}
	}
	for _, who := range first.Signers {
		if who.Confirmed {
			out.prove(attest.AboutSignature, "signed by key %s, which you gave", who.KeyID)
		} else {
			out.leave(attest.AboutSignature, "whose key %s is: it signed the report, and travels in the file; get it from its owner and give it with --signed-by", who.KeyID)
		}
	}
	v, s := &a.Verdicts, &a.Suite
	selected := ""
	if v.Select != "" {
		selected = ", of which only " + v.Select + " was selected"
	}
	out.prove(attest.AboutSuite, "the same suite was executed (pack %s %s, %s effort, seed %s%s): specification, features and plan have the digests that the report names", s.Pack, s.PackVersion, v.Effort, v.Seed, selected)
	out.implementation(a, b)
	if out.Same {
		out.prove(attest.AboutRun, "every verdict came out as the report says: %s; %d extensions, %d rules, %d scenarios", d.To, len(v.Extensions), len(v.Rules), len(v.Scenarios))
	} else {
		out.leave(attest.AboutRun, "that the verdicts are true of what was executed here: %d extensions, %d rules and %d scenarios came out differently", len(d.Extensions), len(d.Rules), len(d.Scenarios))
	}
	out.outcomes(a, b)
	out.leave(attest.AboutRun, "that the first run was honest, or that there was one: a second run shows what comes out, and not how the first was done")
	out.leave(attest.AboutRun, "anything that the suite does not test: the report says what is tested, and with what strength")
	return out
}

// implementation says whether the two were the same one.
func (out *reproduction) implementation(a, b *reports.Report) {
	const about = attest.AboutImplementation
	for _, was := range places(a) {
		is := placeOf(b, was.Name)
		if is == nil {
			continue
		}
		where := ""
		if was.Name != "" {
			where = " in environment " + was.Name
		}
		other := otherImplementation(was.Implementation, is.Implementation)
		switch {
		case other != "":
			out.leave(about, "that it is the implementation of the report%s: %s", where, other)
		case was.Implementation.Digest != "" && is.Implementation.Digest != "":
			out.prove(about, "the executable that was started%s has the digest that the report names (%s)", where, is.Implementation.Digest)
		case is.Implementation.Adapter == embeddedName && a.Suite.Runner != "" && a.Suite.Runner == b.Suite.Runner:
			out.prove(about, "what was executed%s is part of the very program that made the report (%s)", where, b.Suite.Runner)
		default:
			out.leave(about, "that it is the implementation of the report%s, but by what both say of themselves: the report has no digest of it to compare", where)
		}
	}
}

// outcomes says where the implementation did something else and was right, or wrong, both times.
func (out *reproduction) outcomes(a, b *reports.Report) {
	differ, both := reports.OtherOutcomes(a, b)
	changed := map[string]bool{}
	for _, c := range out.Difference.Scenarios {
		name, _, _ := strings.Cut(c.Name, " in ")
		changed[c.Name], changed[name] = true, true
	}
	for _, id := range differ {
		if !changed[id] {
			out.Outcomes = append(out.Outcomes, id)
		}
	}
	switch {
	case both == 0:
		out.leave(attest.AboutOutcomes, "that single outcomes are the same: nothing was executed that has any")
	case len(differ) == 0:
		out.prove(attest.AboutOutcomes, "every single outcome is the same, by the Merkle roots of all %d scenarios that ran", both)
	default:
		out.leave(attest.AboutOutcomes, "that single outcomes are the same: %d of %d scenarios have others, %d of them with the same verdict (a standard allows more than one)", len(differ), both, len(out.Outcomes))
	}
}

func (out *reproduction) prove(about attest.About, format string, a ...any) {
	out.Findings = append(out.Findings, attest.Finding{About: about, Proven: true, Words: fmt.Sprintf(format, a...)})
}

func (out *reproduction) leave(about attest.About, format string, a ...any) {
	out.Findings = append(out.Findings, attest.Finding{About: about, Words: fmt.Sprintf(format, a...)})
}

// print shows it. The words of a report are somebody else's.
func (out *reproduction) print(k *kong.Kong, c *Reproduce) error {
	if c.Countersign && !out.Same {
		fmt.Fprintln(k.Stderr, "not countersigned: the verdicts differ")
	}
	if c.JSON {
		return printJSON(k.Stdout, out)
	}
	line := func(format string, a ...any) {
		fmt.Fprintln(k.Stdout, reports.Plain(fmt.Sprintf(format, a...), ""))
	}
	verb := "reproduced"
	if !out.Same {
		verb = "NOT reproduced"
	}
	line("%s: %q against %s", verb, out.Implementation, out.Profile)
	if err := render.Difference(k.Stdout, out.Difference); err != nil {
		return err
	}
	const most = 20
	for _, id := range out.Outcomes[:min(most, len(out.Outcomes))] {
		line("  outcomes   %s: the same verdict, and not the same outcomes", id)
	}
	if n := len(out.Outcomes); n > most {
		line("  outcomes   … and %d scenarios more (--json names all)", n-most)
	}
	// What is shown first: the list is of both kinds.
	findings := slices.Clone(out.Findings)
	slices.SortStableFunc(findings, func(a, b attest.Finding) int {
		switch {
		case a.Proven == b.Proven:
			return 0
		case a.Proven:
			return -1
		}
		return 1
	})
	for _, f := range findings {
		mark := "shown     "
		if !f.Proven {
			mark = "NOT shown "
		}
		line("  %s %s", mark, f.Words)
	}
	line("the second report is in %s", out.Out)
	if out.Countersigned != "" {
		line("countersigned by key %s: %s", out.Countersigned, c.envelope())
	}
	return nil
}
