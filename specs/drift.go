package specs

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
)

// DriftReport is what a newer official catalogue says differently from a pack's. Every list is in
// the order of the catalogue that its rules come from.
type DriftReport struct {
	Official string   `json:"official,omitzero"` // the newer catalogue's own account of its edition
	Pack     string   `json:"pack"`              // the pack's: [Pack.Source]
	Chapters []string `json:"chapters"`          // those compared whole
	Same     int      `json:"same"`              // rules that stand as they were

	Added   []OfficialRule `json:"added,omitempty"`   // of a chapter compared whole, and not in the pack
	Changed []RuleDrift    `json:"changed,omitempty"` // the official text is another
	Renamed []RuleDrift    `json:"renamed,omitempty"` // the text stands under another id
	Moved   []RuleDrift    `json:"moved,omitempty"`   // the text stands; chapter, file, line or anchors differ
	Removed []Rule         `json:"removed,omitempty"` // the official catalogue has the id no more
}

// RuleDrift is a rule of the pack and what became of it. Its summary, kind and scenarios want a
// second look when the text changed.
type RuleDrift struct {
	Was Rule         `json:"was"`
	Now OfficialRule `json:"now"`
}

// Clean says that the pack still speaks of the same rules with the same text; rules may have moved.
func (d *DriftReport) Clean() bool {
	return len(d.Added)+len(d.Changed)+len(d.Renamed)+len(d.Removed) == 0
}

// Touched lists the ids of the pack's rules whose scenarios the differences concern, sorted.
func (d *DriftReport) Touched() []string {
	var ids []string
	for _, c := range d.Changed {
		ids = append(ids, c.Was.ID)
	}
	for _, c := range d.Renamed {
		ids = append(ids, c.Was.ID)
	}
	for _, r := range d.Removed {
		ids = append(ids, r.ID)
	}
	slices.Sort(ids)
	return ids
}

// Drift compares a pack's rules with an official catalogue, usually a newer one, in either of the
// forms that [ReadOfficial] knows. A rule is added when it is in one of the chapters that the pack
// catalogues whole ([Pack.Chapters], or without them every chapter that the pack has a rule of);
// rules of the pack are looked for in all chapters, since rules move between them. A rule that
// vanished while its very text appeared under one new id is renamed.
//
// The pack must hold its rules ([Embedded] with [Rules]). An official catalogue that cannot be read
// is an [ErrOfficial].
func Drift(pack *Pack, official io.Reader) (*DriftReport, error) {
	if len(pack.Rules) == 0 {
		return nil, fmt.Errorf("pack %s has no rules to compare", pack.Name)
	}
	theirs, err := ReadOfficial(official)
	if err != nil {
		return nil, err
	}
	report := &DriftReport{Official: theirs.Source, Pack: pack.Source, Chapters: chaptersOf(pack)}
	if !slices.ContainsFunc(theirs.Rules, func(r OfficialRule) bool { return slices.Contains(report.Chapters, r.Chapter) }) {
		return nil, fmt.Errorf("%w: none of its %d rules is in a chapter that pack %s catalogues (%s); give the catalogue of that standard",
			ErrOfficial, len(theirs.Rules), pack.Name, strings.Join(report.Chapters, ", "))
	}
	now := make(map[string]OfficialRule, len(theirs.Rules))
	for _, r := range theirs.Rules {
		now[r.ID] = r
	}
	ours := make(map[string]bool, len(pack.Rules))
	for _, was := range pack.Rules {
		ours[was.ID] = true
		r, ok := now[was.ID]
		switch {
		case !ok:
			report.Removed = append(report.Removed, was)
		case r.TextSHA256 != was.TextSHA256:
			report.Changed = append(report.Changed, RuleDrift{was, r})
		case r.elsewhere(&was):
			report.Moved = append(report.Moved, RuleDrift{was, r})
		default:
			report.Same++
		}
	}
	for _, r := range theirs.Rules {
		if !ours[r.ID] && slices.Contains(report.Chapters, r.Chapter) {
			report.Added = append(report.Added, r)
		}
	}
	report.pairRenamed()
	return report, nil
}

// chaptersOf lists the chapters whose rules must all be in the pack.
func chaptersOf(pack *Pack) []string {
	if len(pack.Chapters) > 0 {
		return pack.Chapters
	}
	var chapters []string
	for _, r := range pack.Rules {
		if !slices.Contains(chapters, r.Chapter) {
			chapters = append(chapters, r.Chapter)
		}
	}
	return chapters
}

// elsewhere says whether the official rule stands in another place than the pack notes. What an
// official catalogue does not say is not compared.
func (r *OfficialRule) elsewhere(was *Rule) bool {
	differs := func(a, b string) bool { return a != "" && a != b }
	return differs(r.Chapter, was.Chapter) || differs(r.Source, was.Source) ||
		r.Line != 0 && r.Line != was.Line ||
		!slices.Equal(r.Anchors, was.Anchors)
}

// pairRenamed takes pairs of one removed and one added rule with the same text out of both lists.
// Several rules can share a sentence (beq_op and bne_op do): such a text pairs nobody.
func (d *DriftReport) pairRenamed() {
	added := make(map[string][]int)
	for i, r := range d.Added {
		added[r.TextSHA256] = append(added[r.TextSHA256], i)
	}
	removed := make(map[string]int)
	for _, r := range d.Removed {
		removed[r.TextSHA256]++
	}
	taken := make(map[string]bool)
	d.Removed = slices.DeleteFunc(d.Removed, func(was Rule) bool {
		at := added[was.TextSHA256]
		if len(at) != 1 || removed[was.TextSHA256] != 1 {
			return false
		}
		now := d.Added[at[0]]
		if now.Text == "" { // only an image or a table: it says nothing of which rule it is
			return false
		}
		d.Renamed = append(d.Renamed, RuleDrift{was, now})
		taken[now.ID] = true
		return true
	})
	d.Added = slices.DeleteFunc(d.Added, func(r OfficialRule) bool { return taken[r.ID] })
}

// WriteTo prints the report for people, a difference a line, with the place in the pack to look at.
func (d *DriftReport) WriteTo(w io.Writer) (int64, error) {
	var b strings.Builder
	line := func(format string, args ...any) {
		b.WriteString(strings.Map(func(r rune) rune {
			if unicode.IsControl(r) { // the official text comes from outside, and goes to a terminal
				return ' '
			}
			return r
		}, fmt.Sprintf(format, args...)))
		b.WriteByte('\n')
	}
	here := func(r *Rule) string { return fmt.Sprintf("%s:%d", r.Position.File, r.Position.Line) }
	line("catalogue: %s", d.Pack)
	line("official:  %s", cmp.Or(d.Official, "(does not say which edition it is)"))
	line("%d same, %d added, %d changed, %d renamed, %d removed, %d moved",
		d.Same, len(d.Added), len(d.Changed), len(d.Renamed), len(d.Removed), len(d.Moved))
	for _, r := range d.Added {
		line("added    %s (%s): %s", r.ID, r.place(), r.Text)
	}
	for _, c := range d.Changed {
		line("changed  %s (%s; here %s): now %s", c.Was.ID, c.Now.place(), here(&c.Was), c.Now.Text)
	}
	for _, c := range d.Renamed {
		line("renamed  %s to %s (%s; here %s)", c.Was.ID, c.Now.ID, c.Now.place(), here(&c.Was))
	}
	for _, r := range d.Removed {
		line("removed  %s (here %s)", r.ID, here(&r))
	}
	for _, c := range d.Moved {
		line("moved    %s from %s:%d to %s", c.Was.ID, c.Was.Source, c.Was.Line, c.Now.place())
	}
	n, err := io.WriteString(w, b.String())
	return int64(n), err
}

// ErrOfficial is the class of every fault in an official catalogue. The message gives line:column.
var ErrOfficial = errors.New("official catalogue")
