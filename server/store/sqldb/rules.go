package sqldb

import (
	"context"
	"fmt"
	"slices"

	"touchstone/reports"
	"touchstone/server/store"
)

// verdicts and strengths by the numbers that rule_verdicts keeps. New ones go to the end.
func verdicts() []reports.Verdict {
	return []reports.Verdict{reports.Pass, reports.Fail, reports.Error, reports.Inconclusive, reports.Untested, reports.NotApplicable}
}

func strengths() []string { return []string{"", "touched", "tested"} }

func verdictCode(v reports.Verdict) int { return slices.Index(verdicts(), v) }

func strengthCode(s string) int { return slices.Index(strengths(), s) }

func decodeVerdict(verdict, strength int) (reports.Verdict, string, error) {
	if verdict < 0 || verdict >= len(verdicts()) || strength < 0 || strength >= len(strengths()) {
		return "", "", fmt.Errorf("verdict %d with strength %d: %w: a newer binary wrote it", verdict, strength, store.ErrSchema)
	}
	return verdicts()[verdict], strengths()[strength], nil
}

// RuleReports lists the current reports in which a rule did not pass.
func (r reader) RuleReports(ctx context.Context, f store.RuleFilter, p store.Page) (store.List[store.RuleReport], error) {
	var w where
	w.add("n.pack = ? AND n.kind = ? AND n.name = ?", storableOr(f.Pack), kindRule, storableOr(f.Rule))
	if len(f.Verdicts) > 0 {
		codes := make([]any, len(f.Verdicts))
		for i, v := range f.Verdicts {
			codes[i] = verdictCode(v)
		}
		w.conditions = append(w.conditions, "v.verdict IN "+marks(len(w.args)+1, len(codes)))
		w.args = append(w.args, codes...)
	}
	const from = `names n JOIN rule_verdicts v ON v.rule = n.id JOIN current_reports c ON c.report = v.report
		JOIN reports r ON r.seq = v.report JOIN implementations i ON i.id = r.implementation`
	return newestFirst(ctx, r, "reports of a rule", reportColumns+", v.verdict, v.strength", from, w, "v.report", p,
		func(s scanner) (x store.RuleReport, seq int64, err error) {
			var verdict, strength int
			if x.Report, seq, err = scanReportAnd(s, &verdict, &strength); err == nil {
				x.Verdict, x.Strength, err = decodeVerdict(verdict, strength)
			}
			return x, seq, err
		})
}

// RuleCounts counts the verdicts on a rule: those that did not pass are rows, and the others are the
// rest of the reports that speak of the rule.
func (r reader) RuleCounts(ctx context.Context, pack, rule string) (map[reports.Verdict]int, error) {
	args := []any{storableOr(pack), kindRule, storableOr(rule)}
	type count struct{ verdict, n int }
	rows, err := collect(ctx, r.q, "rule "+rule, `SELECT v.verdict, count(*)
			FROM names n JOIN rule_verdicts v ON v.rule = n.id JOIN current_reports c ON c.report = v.report
			WHERE n.pack = $1 AND n.kind = $2 AND n.name = $3 GROUP BY v.verdict
		UNION ALL SELECT -1, count(*)
			FROM names n JOIN set_names s ON s.name = n.id JOIN reports r ON r.rules = s.set_id JOIN current_reports c ON c.report = r.seq
			WHERE n.pack = $1 AND n.kind = $2 AND n.name = $3`, args,
		func(s scanner) (c count, err error) { err = s.Scan(&c.verdict, &c.n); return c, err })
	if err != nil {
		return nil, err
	}
	out := map[reports.Verdict]int{}
	passed := 0
	for _, c := range rows {
		if c.verdict < 0 {
			passed += c.n
			continue
		}
		verdict, _, err := decodeVerdict(c.verdict, 0)
		if err != nil {
			return nil, err
		}
		out[verdict] = c.n
		passed -= c.n
	}
	if passed > 0 {
		out[reports.Pass] = passed
	}
	return out, nil
}

// SpeaksOfRule says whether a report has a verdict on a rule.
func (r reader) SpeaksOfRule(ctx context.Context, pack, rule string) (bool, error) {
	return r.named(ctx, pack, kindRule, rule)
}

// SpeaksOfScenario says whether a report ran a scenario, or a ruling withdrew it.
func (r reader) SpeaksOfScenario(ctx context.Context, pack, scenario string) (bool, error) {
	return r.named(ctx, pack, kindScenario, scenario)
}

func (r reader) named(ctx context.Context, pack string, kind int, name string) (bool, error) {
	var n int
	err := r.q.QueryRowContext(ctx, `SELECT count(*) FROM names WHERE pack = $1 AND kind = $2 AND name = $3`, storableOr(pack), kind, storableOr(name)).Scan(&n)
	return n > 0, failed(fmt.Sprintf("name %.80q", name), err)
}
