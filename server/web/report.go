package web

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"touchstone/reports"
	"touchstone/reports/attest"
	"touchstone/server/store"
)

// find gives the public report that a part of the path names.
func (s *Site) find(ctx context.Context, digest string) (store.Report, error) {
	x, err := s.o.Registry.Find(ctx, digest)
	switch {
	case errors.Is(err, store.ErrNotFound), errors.Is(err, store.ErrInvalid):
		return x, missing("problem.report")
	case err != nil:
		return x, err
	case !x.State.Public():
		return x, missing("problem.report")
	}
	return x, nil
}

// canonical answers a request that names a report otherwise than by all its digits with where it is.
func (s *Site) canonical(c *gin.Context, more string) (whole bool) {
	name := c.Param("digest")
	if store.IsDigest("sha256:" + name) {
		return true
	}
	x, err := s.find(c.Request.Context(), name)
	if err != nil {
		s.fail(c, err)
		return false
	}
	v := s.voice(c)
	secure(c.Writer.Header(), policy)
	c.Header("Cache-Control", "no-store")
	c.Redirect(http.StatusFound, v.to(reportPath(x.Digest)+more))
	return false
}

// report is the page about a report.
func (s *Site) report(c *gin.Context) {
	if s.canonical(c, "") {
		s.show(c, "report", s.certificate)
	}
}

// reportBody is what is known of a report.
type reportBody struct {
	store.Report
	Outline    *outline
	Signers    []signer
	Known      int // of them
	Successor  *store.Report
	Newer      *store.Report // of the same version, on the same profile
	Before     *store.Report // of the implementation, on the same profile
	Ruling     *store.Ruling // that made it stale
	Waivers    []waived
	Challenges []store.Challenge
	Entries    []store.Entry
	Files      []attached
	Origin     string // of the log
	LogKey     string
}

// OpenWaivers counts those that hold, and those that the report brings along.
func (b reportBody) OpenWaivers() int {
	n := len(b.Outline.Waivers)
	for _, w := range b.Waivers {
		if w.Open {
			n++
		}
	}
	return n
}

// state is how many requirements are in a state.
type state struct {
	Key   string // of the catalogue: what the state is one of
	State string
	Count int
}

// States are those that the bar shows.
func (b reportBody) States() []state {
	n := b.Counts
	all := []state{{"verdict", "pass", n.Passed}, {"verdict", "fail", n.Failed}, {"verdict", "error", n.Errors}, {"verdict", "inconclusive", n.Inconclusive},
		{"verdict", "untested", n.Untested}, {"verdict", "not-applicable", n.NotApplicable}, {"bar", "untestable", n.Requirements - n.Testable}}
	return slices.DeleteFunc(all, func(s state) bool { return s.Count == 0 })
}

// signer is a signature, and what the registry knows of its key.
type signer struct {
	store.Signer
	Key *store.Key // nil: not registered
}

// waived is a waiver and the rules of the report that it is about.
type waived struct {
	store.Waiver
	Open bool
}

// attached is a file of the report.
type attached struct {
	Name, Kind string
	Size       int64 // 0: not known before it is made
}

// certificate is what the registry says of a report.
func (s *Site) certificate(ctx context.Context, r *request) (*page, error) {
	names, ok := segments(r.path, "/reports/", 1)
	if !ok {
		return nil, missing("problem.report")
	}
	x, err := s.find(ctx, names[0])
	if err != nil {
		return nil, err
	}
	b := reportBody{Report: x, Origin: s.o.Registry.Log().Verifier().Origin(), LogKey: s.o.Registry.Log().Verifier().String()}
	if b.Outline, err = s.outline(ctx, x.Digest); err != nil {
		return nil, err
	}
	for _, one := range x.Signers {
		k, err := r.read.Key(ctx, one.Key)
		switch {
		case err == nil:
			b.Signers = append(b.Signers, signer{one, &k})
			b.Known++
		case errors.Is(err, store.ErrNotFound):
			b.Signers = append(b.Signers, signer{one, nil})
		default:
			return nil, err
		}
	}
	if err := b.relations(ctx, r); err != nil {
		return nil, err
	}
	waivers, err := r.read.Waivers(ctx, store.WaiverFilter{Profile: x.Profile, Vendor: x.Implementation.Vendor, Name: x.Implementation.Name}, store.Page{Limit: 200})
	if err != nil {
		return nil, err
	}
	for _, w := range waivers.Items {
		if fits(w, x) {
			r.rightUntil(w.Expires)
			b.Waivers = append(b.Waivers, waived{w, w.OpenAt(r.now)})
		}
	}
	challenges, err := r.read.Challenges(ctx, store.ChallengeFilter{Report: x.Digest, States: publicChallenges()}, store.Page{Limit: 100})
	if err != nil {
		return nil, err
	}
	b.Challenges = challenges.Items
	if b.Entries, err = r.read.EntriesOf(ctx, x.Digest); err != nil {
		return nil, err
	}
	if b.Files, err = s.files(ctx, x, b.Outline); err != nil {
		return nil, err
	}
	title := strings.TrimSpace(x.Implementation.Name+" "+x.Implementation.Version) + ": " + r.Say("conclusion."+string(x.Conclusion)) + ", " + x.Profile
	if x.State != store.Published {
		title = r.Say("state."+string(x.State)) + " · " + title
	}
	return &page{Title: title, Part: "reports", Body: b, Hidden: x.State != store.Published}, nil
}

// relations finds the reports around a report.
func (b *reportBody) relations(ctx context.Context, r *request) error {
	x := b.Report
	if x.SupersededBy != "" {
		y, err := r.read.Report(ctx, x.SupersededBy)
		switch {
		case err == nil && y.State.Public():
			b.Successor = &y
		case err != nil && !errors.Is(err, store.ErrNotFound):
			return err
		}
	}
	if x.Stale != "" {
		y, err := r.read.Ruling(ctx, x.Stale)
		switch {
		case err == nil:
			b.Ruling = &y
		case !errors.Is(err, store.ErrNotFound):
			return err
		}
	}
	around, err := r.read.Reports(ctx, store.ReportFilter{States: store.PublicStates(), Pack: x.Suite.Pack, Profile: x.Profile,
		Vendor: x.Implementation.Vendor, NoVendor: x.Implementation.Vendor == "", Name: x.Implementation.Name, Order: store.ByFinished}, store.Page{Limit: 50})
	if err != nil {
		return err
	}
	for i := range around.Items {
		y := &around.Items[i]
		switch {
		case y.Digest == x.Digest || y.Implementation.Vendor != x.Implementation.Vendor:
		case y.Finished.After(x.Finished):
			if y.State == store.Published && y.Implementation.Version == x.Implementation.Version && b.Newer == nil {
				b.Newer = y
			}
		case b.Before == nil:
			b.Before = y
		}
	}
	return nil
}

// outline is what the page about a report takes from the report itself. It never changes.
type outline struct {
	Causes     map[string][]string // by language
	Extensions []reports.ExtensionVerdict
	Waivers    []reports.Waiver
	Failed     []failed // the first few
	Classes    []reports.ClassVerdict
	MoreFailed int
	Findings   int
	Flaky      int
	Select     string
	Seed       string
	Suite      reports.Suite
	Strength   *reports.Sensitivity
	Algorithms map[string]attest.Algorithm // of the signatures, by key
}

// failed is a rule that failed, or a recommendation that was departed from.
type failed struct {
	ID, Summary, Source string
	Departure           bool
}

// outlineRoom is the memory that outlines may take: those of some ten thousand reports.
const outlineRoom = 64 << 20

// size is the bytes that it takes, about.
func (o *outline) size() int {
	n := 2<<10 + 256*(len(o.Extensions)+len(o.Waivers)+len(o.Failed))
	for _, f := range o.Failed {
		n += len(f.ID) + len(f.Summary) + len(f.Source)
	}
	for _, c := range o.Classes {
		n += 512 * (1 + len(c.Cases))
	}
	for _, causes := range o.Causes {
		for _, c := range causes {
			n += len(c)
		}
	}
	return n
}

// CausesIn a language.
func (o *outline) CausesIn(lang string) []string { return o.Causes[lang] }

// parsed opens a report: many megabytes, some, so few at a time.
func (s *Site) parsed(ctx context.Context, digest string) (*attest.Result, error) {
	select {
	case s.heavy <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	defer func() { <-s.heavy }()
	return s.o.Registry.Parsed(ctx, digest)
}

// outline reads, or remembers, that of a report.
func (s *Site) outline(ctx context.Context, digest string) (*outline, error) {
	if o, ok := s.outlines.get(digest); ok {
		return o, nil
	}
	res, err := s.parsed(ctx, digest)
	if err != nil {
		return nil, err
	}
	const few = 12
	v := &res.Report.Verdicts
	o := &outline{Causes: map[string][]string{}, Extensions: v.Extensions, Waivers: v.Waivers, Classes: v.Classes, Findings: len(res.Report.Findings),
		Flaky: len(res.Report.Run.Flaky), Select: v.Select, Seed: v.Seed, Suite: res.Report.Suite, Strength: v.Sensitivity, Algorithms: map[string]attest.Algorithm{}}
	for key, voice := range s.voices {
		o.Causes[key.lang] = voice.Causes(*v)
	}
	for i := range v.Rules {
		rule := &v.Rules[i]
		if rule.Verdict != reports.Fail || rule.Kind != "requirement" {
			continue
		}
		if len(o.Failed) == few {
			o.MoreFailed++
			continue
		}
		o.Failed = append(o.Failed, failed{strings.Clone(rule.ID), strings.Clone(rule.Summary), strings.Clone(rule.Source), slices.Contains(v.Departures, rule.ID)})
	}
	for _, who := range res.Signers {
		o.Algorithms[who.KeyID] = who.Algorithm
	}
	s.outlines.put(digest, o, o.size())
	return o, nil
}

// reportsBody is a list of reports.
type reportsBody struct {
	Filter filter
	State  string
	States []store.State
	Order  string
	Orders []string
	Signer string
	Stale  bool
	Items  []store.Report
	paging
}

func (s *Site) reports(ctx context.Context, r *request) (*page, error) {
	b := reportsBody{Filter: s.filter(r), State: string(oneOf(r.get("state"), store.PublicStates()...)), States: store.PublicStates(),
		Order: string(oneOf(r.get("order"), store.ByFinished)), Signer: r.get("signer"), Stale: r.get("stale") != ""}
	f := store.ReportFilter{States: store.PublicStates(), Pack: b.Filter.Pack, Profile: b.Filter.Profile, Vendor: b.Filter.Vendor, Text: b.Filter.Text,
		Conclusion: reports.Conclusion(b.Filter.Verdict), Signer: b.Signer, Account: r.get("account"), Stale: b.Stale, Order: store.ByLog}
	if b.State != "" {
		f.States = []store.State{store.State(b.State)}
	}
	if b.Order != "" {
		f.Order = store.ByFinished
	}
	list, err := r.read.Reports(ctx, f, r.listed(50))
	if err != nil {
		return nil, err
	}
	b.Items, b.paging = list.Items, r.paging(list.Next)
	return &page{Title: r.Say("reports.title"), Part: "reports", Body: b}, nil
}
