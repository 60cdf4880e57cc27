package web

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"touchstone/reports"
	"touchstone/server/store"
	"touchstone/specs"
)

// packsBody lists the packs.
type packsBody struct{ Packs []*specs.Pack }

func (s *Site) packs(_ context.Context, r *request) (*page, error) {
	return &page{Title: r.Say("rules.title"), Part: "rules", Body: packsBody{s.o.Packs}}, nil
}

// rules is the handler of a pack and of a rule.
func (s *Site) rules(c *gin.Context) {
	parts, ok := segments(c.Request.URL.EscapedPath(), "/rules/", 2)
	switch {
	case !ok:
		s.fail(c, missing("problem.rule"))
	case len(parts) == 2 && parts[1] != "":
		s.show(c, "rule", func(ctx context.Context, r *request) (*page, error) { return s.rule(ctx, r, parts[0], parts[1]) })
	default:
		s.show(c, "pack", func(_ context.Context, r *request) (*page, error) { return s.rulesOf(r, parts[0]) }, "q", "extension", "kind")
	}
}

// packBody is a pack's rules: by extension, or those of one, or those that are sought.
type packBody struct {
	*specs.Pack
	Text, Extension, Kind string
	Kinds                 []specs.Kind
	Extensions            []extension
	Rules                 []*specs.Rule
	More                  int // that match, and are not listed
}

// extension is one with its rules counted.
type extension struct {
	Name, Title  string
	Rules        int
	Requirements int
	Untestable   int
}

func kinds() []specs.Kind {
	return []specs.Kind{specs.Requirement, specs.Permission, specs.Parameter, specs.Definition}
}

func (s *Site) rulesOf(r *request, name string) (*page, error) {
	const most = 500
	p := s.pack(name)
	if p == nil {
		return nil, missing("problem.pack")
	}
	b := packBody{Pack: p, Text: r.get("q"), Extension: r.get("extension"), Kind: string(oneOf(r.get("kind"), kinds()...)), Kinds: kinds()}
	at := map[string]int{}
	words := strings.Fields(strings.ToLower(b.Text))
	narrowed := b.Text != "" || b.Extension != "" || b.Kind != ""
	for i := range p.Rules {
		rule := &p.Rules[i]
		k, ok := at[rule.Extension]
		if !ok {
			k = len(b.Extensions)
			at[rule.Extension] = k
			x := extension{Name: rule.Extension}
			if e, ok := p.Extension(rule.Extension); ok {
				x.Title = e.Title
			}
			b.Extensions = append(b.Extensions, x)
		}
		x := &b.Extensions[k]
		x.Rules++
		if rule.Kind == specs.Requirement {
			x.Requirements++
			if rule.Untestable != "" {
				x.Untestable++
			}
		}
		if !narrowed || b.Extension != "" && rule.Extension != b.Extension || b.Kind != "" && string(rule.Kind) != b.Kind || !has(rule, words) {
			continue
		}
		if len(b.Rules) == most {
			b.More++
			continue
		}
		b.Rules = append(b.Rules, rule)
	}
	return &page{Title: r.Say("pack.title", p.Title), Part: "rules", Body: b}, nil
}

// has says whether each word is part of a rule's id, anchors, source or summary.
func has(rule *specs.Rule, words []string) bool {
	text := strings.ToLower(rule.ID + " " + rule.Summary + " " + rule.Source + " " + strings.Join(rule.Anchors, " "))
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, w) })
}

// ruleBody is a rule.
type ruleBody struct {
	Pack       string
	PackTitle  string
	ID         string
	Extension  string
	Chapter    string
	Kind       string
	Level      string
	When       string
	Clause     string
	Summary    string
	Untestable string
	Anchors    []string
	Readings   []*specs.Interpretation

	Features   []feature // whose scenarios test it, as a report has them
	Scenarios  int
	From       string // digest of that report
	Counts     []verdictCount
	Reports    int
	Failing    []store.RuleReport
	MoreFail   bool
	Challenges []store.Challenge
	Rulings    []decided
	ids        []string // of the scenarios
}

// decided is a ruling as far as it concerns a rule.
type decided struct {
	store.Ruling
	Gone int // scenarios that tested the rule and are withdrawn
}

// feature is the scenarios of a feature that name a rule.
type feature struct {
	Name, File string
	Lines      string
	Count      int
	Names      []string // the first few
}

type verdictCount struct {
	Verdict reports.Verdict
	Count   int
}

func (s *Site) rule(ctx context.Context, r *request, pack, id string) (*page, error) {
	b := ruleBody{Pack: pack, PackTitle: pack, ID: id}
	p := s.pack(pack)
	if p != nil {
		b.PackTitle = p.Title
		rule, ok := p.Rule(id)
		if !ok {
			if named := p.Named(id); len(named) > 0 { // the manual's own name for it
				rule, ok = named[0], true
			}
		}
		if ok {
			b.of(rule)
			b.Readings = p.InterpretationsOf(rule.ID)
		}
	}
	if err := s.scenarios(ctx, &b); err != nil {
		return nil, err
	}
	if b.Kind == "" {
		return nil, missing("problem.rule")
	}
	counts, err := r.read.RuleCounts(ctx, pack, b.ID)
	if err != nil {
		return nil, err
	}
	for _, v := range []reports.Verdict{reports.Pass, reports.Fail, reports.Error, reports.Inconclusive, reports.Untested, reports.NotApplicable} {
		if n := counts[v]; n > 0 {
			b.Counts = append(b.Counts, verdictCount{v, n})
			b.Reports += n
		}
	}
	failing, err := r.read.RuleReports(ctx, store.RuleFilter{Pack: pack, Rule: b.ID, Verdicts: []reports.Verdict{reports.Fail}}, store.Page{Limit: 50})
	if err != nil {
		return nil, err
	}
	b.Failing, b.MoreFail = failing.Items, failing.Next != ""
	challenges, err := r.read.Challenges(ctx, store.ChallengeFilter{Pack: pack, Rule: b.ID, States: publicChallenges()}, store.Page{Limit: 50})
	if err != nil {
		return nil, err
	}
	b.Challenges = challenges.Items
	if err := b.rulings(ctx, r); err != nil {
		return nil, err
	}
	return &page{Title: r.Say("rule.title", b.ID), Part: "rules", Body: b}, nil
}

// rulings finds those on challenges of the rule, and those that withdrew a scenario that tests it.
func (b *ruleBody) rulings(ctx context.Context, r *request) error {
	list, err := r.read.Rulings(ctx, b.Pack, store.Page{Limit: store.MaxLimit})
	if err != nil {
		return err
	}
	for _, x := range list.Items {
		d := decided{Ruling: x}
		for _, id := range x.Withdraws {
			if slices.Contains(b.ids, id) {
				d.Gone++
			}
		}
		if d.Gone > 0 || slices.ContainsFunc(b.Challenges, func(c store.Challenge) bool { return c.ID == x.Challenge }) {
			b.Rulings = append(b.Rulings, d)
		}
	}
	return nil
}

func (b *ruleBody) of(rule *specs.Rule) {
	b.ID, b.Extension, b.Chapter, b.Kind, b.Level, b.When = rule.ID, rule.Extension, rule.Chapter, string(rule.Kind), rule.Level, rule.When
	b.Clause, b.Summary, b.Untestable = rule.Place(), rule.Summary, string(rule.Untestable)
	for _, a := range rule.Anchors {
		if a != rule.ID {
			b.Anchors = append(b.Anchors, a)
		}
	}
}

// scenarios takes from a report which scenarios test the rule, and what the rule is where no pack of
// ours says so.
func (s *Site) scenarios(ctx context.Context, b *ruleBody) error {
	select {
	case s.heavy <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	defer func() { <-s.heavy }()
	info, err := s.o.Registry.Rule(ctx, b.Pack, b.ID)
	if errors.Is(err, store.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	if b.Kind == "" {
		x := info.Rule
		b.Extension, b.Chapter, b.Kind, b.Level, b.Clause, b.Summary = x.Extension, x.Chapter, x.Kind, x.Level, x.Source, x.Summary
	}
	b.From, b.Scenarios = info.Report.Digest, len(info.Scenarios)
	for i := range info.Scenarios {
		b.ids = append(b.ids, info.Scenarios[i].ID)
	}
	b.Features = featuresOf(info.Scenarios)
	return nil
}

// featuresOf puts scenarios together by feature.
func featuresOf(all []reports.ScenarioVerdict) []feature {
	const few = 6
	var out []feature
	var lines [][]int
	at := map[string]int{}
	for _, x := range all {
		file, line := x.ID, 0
		if i := strings.LastIndexByte(x.ID, ':'); i > 0 {
			if n, err := strconv.Atoi(x.ID[i+1:]); err == nil {
				file, line = x.ID[:i], n
			}
		}
		k, ok := at[file]
		if !ok {
			k = len(out)
			at[file] = k
			out, lines = append(out, feature{Name: x.Feature, File: file}), append(lines, nil)
		}
		f := &out[k]
		f.Count++
		lines[k] = append(lines[k], line)
		if len(f.Names) < few && !slices.Contains(f.Names, x.Name) {
			f.Names = append(f.Names, x.Name)
		}
	}
	for i := range out {
		out[i].Lines = ranges(lines[i])
	}
	return out
}

// ranges writes line numbers as "28–33, 40", the first few of them.
func ranges(lines []int) string {
	const most = 12
	slices.Sort(lines)
	lines = slices.Compact(lines)
	var parts []string
	for i := 0; i < len(lines); {
		j := i
		for j+1 < len(lines) && lines[j+1] == lines[j]+1 {
			j++
		}
		switch {
		case len(parts) == most:
			return strings.Join(parts, ", ") + ", …"
		case lines[i] == 0:
		case j > i:
			parts = append(parts, strconv.Itoa(lines[i])+"–"+strconv.Itoa(lines[j]))
		default:
			parts = append(parts, strconv.Itoa(lines[i]))
		}
		i = j + 1
	}
	return strings.Join(parts, ", ")
}
