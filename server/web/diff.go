package web

import (
	"context"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"touchstone/reports"
	"touchstone/server/store"
)

// diffForm leads from two digests in parameters to their page.
func (s *Site) diffForm(c *gin.Context) {
	a, b := strings.TrimSpace(c.Query("a")), strings.TrimSpace(c.Query("b"))
	if a == "" || b == "" {
		s.show(c, "diffs", func(context.Context, *request) (*page, error) {
			return nil, &problem{status: http.StatusBadRequest, words: "problem.diff"}
		})
		return
	}
	secure(c.Writer.Header(), policy)
	c.Redirect(http.StatusSeeOther, s.voice(c).to("/diff/"+url.PathEscape(digits(a))+"/"+url.PathEscape(digits(b))))
}

func (s *Site) diff(c *gin.Context) { s.show(c, "diff", s.compare) }

// diffBody is two reports side by side.
type diffBody struct {
	From, To   store.Report
	Facts      []fact
	Differ     int // of them
	Extensions []change
	Groups     []changes
	Classes    []classChange
	Scenarios  []change
	MoreBelow  int // scenarios that are not listed
	Figures    []figure
	Same       bool
}

// fact is something that both reports state.
type fact struct {
	Key      string
	From, To string
	Differs  bool
}

// figure is a count in both.
type figure struct {
	Key      string
	From, To int
}

// Grew is by how much, with its sign.
func (f figure) Grew() string {
	switch d := f.To - f.From; {
	case d > 0:
		return "+" + strconv.Itoa(d)
	case d < 0:
		return "−" + strconv.Itoa(-d)
	}
	return "±0"
}

// change is a verdict that differs.
type change struct {
	reports.Change
	Summary string
}

// classChange is a reading that is followed by one of the two, or that they follow otherwise.
type classChange struct {
	reports.ClassChange
	before, after *reports.ClassVerdict
}

// TitleIn is what can be read in several ways, in a language.
func (c classChange) TitleIn(lang string) string {
	if c.after != nil {
		return c.after.TitleIn(lang)
	}
	return c.before.TitleIn(lang)
}

// FromIn and ToIn are the readings, in a language; empty for none.
func (c classChange) FromIn(lang string) string { return readingIn(c.before, lang) }
func (c classChange) ToIn(lang string) string   { return readingIn(c.after, lang) }

func readingIn(c *reports.ClassVerdict, lang string) string {
	if c == nil {
		return ""
	}
	return c.NameIn(lang, c.Reading)
}

// classOf finds that of an interpretation.
func classOf(r *reports.Report, interpretation string) *reports.ClassVerdict {
	for i := range r.Verdicts.Classes {
		if c := &r.Verdicts.Classes[i]; c.Interpretation == interpretation {
			return c
		}
	}
	return nil
}

// changes are those of a kind: worse, better, other.
type changes struct {
	Key   string
	Items []change
}

func (s *Site) compare(ctx context.Context, r *request) (*page, error) {
	names, ok := segments(r.path, "/diff/", 2)
	if !ok || len(names) != 2 {
		return nil, missing("problem.diff")
	}
	from, err := s.find(ctx, names[0])
	if err != nil {
		return nil, err
	}
	to, err := s.find(ctx, names[1])
	if err != nil {
		return nil, err
	}
	a, err := s.parsed(ctx, from.Digest)
	if err != nil {
		return nil, err
	}
	b, err := s.parsed(ctx, to.Digest)
	if err != nil {
		return nil, err
	}
	return &page{Title: r.Say("diff.title"), Part: "reports", Hidden: true, Body: newDiff(from, to, a.Report, b.Report)}, nil
}

func newDiff(from, to store.Report, a, b *reports.Report) diffBody {
	const most = 200 // scenarios
	d := reports.Diff(a, b)
	out := diffBody{From: from, To: to, Same: d.Same()}
	for _, f := range []fact{
		{Key: "implementation", From: from.Implementation.Name, To: to.Implementation.Name},
		{Key: "version", From: from.Implementation.Version, To: to.Implementation.Version},
		{Key: "profile", From: from.Profile, To: to.Profile},
		{Key: "environments", From: strings.Join(from.Environments, ", "), To: strings.Join(to.Environments, ", ")},
		{Key: "effort", From: from.Effort, To: to.Effort},
		{Key: "select", From: a.Verdicts.Select, To: b.Verdicts.Select},
		{Key: "pack", From: a.Suite.Pack + " " + a.Suite.PackVersion, To: b.Suite.Pack + " " + b.Suite.PackVersion},
		{Key: "suite", From: a.Suite.Name + " " + a.Suite.Version, To: b.Suite.Name + " " + b.Suite.Version},
		{Key: "spec", From: a.Suite.Spec, To: b.Suite.Spec},
		{Key: "features", From: a.Suite.Features, To: b.Suite.Features},
		{Key: "seed", From: a.Verdicts.Seed, To: b.Verdicts.Seed},
	} {
		f.Differs = f.From != f.To
		if f.Differs {
			out.Differ++
		}
		if f.From != "" || f.To != "" {
			out.Facts = append(out.Facts, f)
		}
	}
	m, n := from.Counts, to.Counts
	out.Figures = []figure{{"passed", m.Passed, n.Passed}, {"failed", m.Failed, n.Failed}, {"open", m.Errors + m.Inconclusive, n.Errors + n.Inconclusive},
		{"untested", m.Untested, n.Untested}, {"tested", m.Tested, n.Tested}, {"testable", m.Testable, n.Testable}}
	summaries := map[string]string{}
	for _, r := range []*reports.Report{a, b} {
		for i := range r.Verdicts.Rules {
			summaries[r.Verdicts.Rules[i].ID] = r.Verdicts.Rules[i].Summary
		}
	}
	worse, better, other := changes{Key: "worse"}, changes{Key: "better"}, changes{Key: "other"}
	for _, c := range d.Rules {
		x := change{c, summaries[c.Name]}
		switch {
		case c.Worse():
			worse.Items = append(worse.Items, x)
		case c.To == reports.Pass || c.From == reports.Fail:
			better.Items = append(better.Items, x)
		default:
			other.Items = append(other.Items, x)
		}
	}
	for _, g := range []changes{worse, better, other} {
		if len(g.Items) > 0 {
			out.Groups = append(out.Groups, g)
		}
	}
	for _, c := range d.Classes {
		out.Classes = append(out.Classes, classChange{c, classOf(a, c.Interpretation), classOf(b, c.Interpretation)})
	}
	for _, c := range d.Extensions {
		out.Extensions = append(out.Extensions, change{Change: c})
	}
	for i, c := range d.Scenarios {
		if i == most {
			out.MoreBelow = len(d.Scenarios) - most
			break
		}
		out.Scenarios = append(out.Scenarios, change{Change: c})
	}
	return out
}
