package command

import (
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"time"

	"touchstone/features"
	"touchstone/runner"
	"touchstone/specs"
)

// listInterpretations is `spec list --interpretations`: one line for each, by what the suite makes of it.
func listInterpretations(w io.Writer, pack *specs.Pack, lang string) {
	if len(pack.Interpretations) == 0 {
		fmt.Fprintf(w, "pack %s has no interpretations.yaml\n", pack.Name)
		return
	}
	fmt.Fprintf(w, "interpretations of pack %s: they explain verdicts and make none\ndigest: %s\n", pack.Name, pack.InterpretationsDigest())
	for i := range pack.Interpretations {
		x := &pack.Interpretations[i]
		fmt.Fprintf(w, "\n%s  %s\n  %s; since %s\n  rules %s\n", x.ID, x.Title.In(lang), stance(&x.Decision), x.Since, strings.Join(x.Rules, " "))
	}
}

// stance says in a few words what passes.
func stance(d *specs.Decision) string {
	if d.Stance == specs.Classifies {
		return "classifies: no side fails"
	}
	return string(d.Stance) + " " + strings.Join(d.Takes, ", ")
}

// showInterpretation is a record in full.
func showInterpretation(w io.Writer, pack *specs.Pack, x *specs.Interpretation, lang string) {
	fmt.Fprintf(w, "interpretation %s (%s:%d)\n  %s\n  open: %s\n", x.ID, x.Position.File, x.Position.Line, x.Title.In(lang), x.Question.In(lang))
	for _, r := range x.Readings {
		mark := "-"
		if x.Taken(r.Name) {
			mark = "+"
		}
		fmt.Fprintf(w, "  %s %s: %s\n", mark, r.Name, r.Says.In(lang))
		if class := r.Class.In(lang); class != "" {
			fmt.Fprintf(w, "      class: %s\n", class)
		}
		for _, h := range r.Holders {
			who := strings.TrimSpace(h.Who + " " + h.Version)
			if h.Where != "" {
				who += " (" + h.Where + ")"
			}
			fmt.Fprintf(w, "      held by %s\n", who)
		}
	}
	fmt.Fprintf(w, "  the suite %s, since %s\n  because %s\n", stance(&x.Decision), x.Since, x.Because.In(lang))
	for _, d := range x.Before {
		fmt.Fprintf(w, "  until %s: %s", d.Until, stance(&d))
		if why := d.Because.In(lang); why != "" {
			fmt.Fprintf(w, "; %s", why)
		}
		fmt.Fprintln(w)
	}
	if r := x.Ruling; r != nil {
		fmt.Fprintf(w, "  ruling of %s, %s: %s\n", r.Registry, r.On, r.Digest)
	}
	fmt.Fprintf(w, "  rules %s\n", strings.Join(x.Rules, " "))
	for _, place := range x.Places(pack) {
		fmt.Fprintf(w, "  clause %s\n", place)
	}
	for _, s := range x.Scenarios {
		fmt.Fprintf(w, "  scenarios %s\n", s)
	}
}

// lintInterpretations finds what the loader of a pack cannot see: scenarios that do not exist, or speak
// for none of the rules, and dates to come.
func lintInterpretations(files fs.FS, pack *specs.Pack, today time.Time) ([]error, error) {
	faults := pack.FutureInterpretations(today)
	if len(pack.Interpretations) == 0 {
		return faults, nil
	}
	parsed, err := features.Parse(files)
	if err != nil {
		return nil, err
	}
	names := runner.Names(pack)
	for i := range pack.Interpretations {
		x := &pack.Interpretations[i]
		for _, entry := range x.Scenarios {
			found, speaks := false, false
			for _, f := range parsed {
				for _, s := range f.Scenarios {
					if specs.Concerns(entry, s.URI, s.Title) {
						found = true
						speaks = speaks || slices.ContainsFunc(names(s), func(id string) bool { return slices.Contains(x.Rules, id) })
					}
				}
			}
			switch {
			case !found:
				faults = append(faults, fmt.Errorf("%s:%d: %s: no scenario is called %q", x.Position.File, x.Position.Line, x.ID, entry))
			case !speaks:
				faults = append(faults, fmt.Errorf("%s:%d: %s: %q speaks for none of its rules, %s", x.Position.File, x.Position.Line, x.ID, entry, strings.Join(x.Rules, ", ")))
			}
		}
	}
	return faults, nil
}
