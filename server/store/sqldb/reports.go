package sqldb

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"touchstone/server/store"
)

const (
	reportColumns = `r.seq, r.digest, r.size, r.report_id, r.pack, r.pack_version, r.suite_version, r.spec, r.features, r.profile,
		i.vendor, i.name, i.version, r.conclusion, r.counts, r.environments, r.effort, r.finished, r.signers, r.state, r.account,
		r.submitted, r.decided, r.decided_by, r.reason, r.log_index, r.published, r.superseded_by, r.stale`
	reportTables = `reports r JOIN implementations i ON i.id = r.implementation`
)

func scanReport(s scanner) (store.Report, int64, error) { return scanReportAnd(s) }

// scanReportAnd reads the columns of a report and those after them.
func scanReportAnd(s scanner, more ...any) (store.Report, int64, error) {
	var r store.Report
	var seq, finished, submitted, decided, published int64
	var counts, environments, signers string
	var index sql.NullInt64
	err := s.Scan(append([]any{&seq, &r.Digest, &r.Size, &r.ID, &r.Suite.Pack, &r.Suite.PackVersion, &r.Suite.Version, &r.Suite.Spec, &r.Suite.Features,
		&r.Profile, &r.Implementation.Vendor, &r.Implementation.Name, &r.Implementation.Version, &r.Conclusion, &counts, &environments, &r.Effort,
		&finished, &signers, &r.State, &r.Account, &submitted, &decided, &r.DecidedBy, &r.Reason, &index, &published, &r.SupersededBy, &r.Stale}, more...)...)
	if err != nil {
		return r, 0, err
	}
	r.Finished, r.Submitted, r.Decided, r.Published = instant(finished), instant(submitted), instant(decided), instant(published)
	r.LogIndex = logIndex(index)
	if err = json.Unmarshal([]byte(counts), &r.Counts); err == nil {
		err = decodeList(environments, &r.Environments)
	}
	if err == nil {
		err = decodeList(signers, &r.Signers)
	}
	return r, seq, err
}

// waiting are the states in which reports are few, and are asked for often.
func waiting() []store.State { return []store.State{store.Pending, store.InReview, store.Accepted} }

func logIndex(index sql.NullInt64) int64 {
	if !index.Valid {
		return store.Unlogged
	}
	return index.Int64
}

// Report finds a report by the digest of its envelope.
func (r reader) Report(ctx context.Context, digest string) (store.Report, error) {
	if !store.IsDigest(digest) {
		return store.Report{}, fmt.Errorf("report %.80q: %w", digest, store.ErrNotFound)
	}
	rep, _, err := scanReport(r.q.QueryRowContext(ctx, `SELECT `+reportColumns+` FROM `+reportTables+` WHERE r.digest = $1`, digest))
	return rep, failed("report "+digest, err)
}

// Prefixed finds up to two reports by the beginning of their digest.
func (r reader) Prefixed(ctx context.Context, prefix string) ([]store.Report, error) {
	// All digests have one length: what is missing may be anything.
	const shortest, full = len("sha256:"), len("sha256:") + 64
	if len(prefix) < shortest || len(prefix) > full || !store.IsDigest(prefix+strings.Repeat("0", full-len(prefix))) {
		return nil, nil
	}
	fill := func(digit string) string { return prefix + strings.Repeat(digit, full-len(prefix)) }
	return collect(ctx, r.q, "reports", `SELECT `+reportColumns+` FROM `+reportTables+` WHERE r.digest BETWEEN $1 AND $2 ORDER BY r.digest LIMIT 2`,
		[]any{fill("0"), fill("f")}, func(s scanner) (store.Report, error) {
			rep, _, err := scanReport(s)
			return rep, err
		})
}

// Reports lists reports.
func (r reader) Reports(ctx context.Context, f store.ReportFilter, p store.Page) (store.List[store.Report], error) {
	var w where
	among(&w, "r.state", f.States, store.States())
	if len(f.States) > 0 && !slices.ContainsFunc(f.States, func(s store.State) bool { return !slices.Contains(waiting(), s) }) {
		w.add("r.state IN " + closed(waiting())) // the very condition of the index reports_waiting
	}
	w.equal("r.report_id", f.ID)
	w.equal("r.pack", f.Pack)
	w.equal("r.profile", f.Profile)
	w.equal("r.conclusion", string(f.Conclusion))
	w.equal("r.account", f.Account)
	if f.Stale {
		w.add("r.stale <> ''")
	}
	if f.Signer != "" {
		w.add("r.seq IN (SELECT report FROM report_signers WHERE key_id = ?)", storableOr(f.Signer))
	}
	var of where // the implementation
	of.args = w.args
	of.equal("vendor", f.Vendor)
	if f.NoVendor {
		of.add("vendor = ''")
	}
	of.equal("name", f.Name)
	of.equal("version", f.Version)
	of.words("search", f.Text)
	w.args = of.args
	if len(of.conditions) > 0 {
		w.conditions = append(w.conditions, "r.implementation IN (SELECT id FROM implementations"+of.String()+")")
	}
	switch f.Order {
	case store.ByArrival:
		return newestFirst(ctx, r, "reports", reportColumns, reportTables, w, "r.seq", p, scanReport)
	case store.ByLog:
		w.add("r.log_index IS NOT NULL")
		return newestFirst(ctx, r, "reports by log", reportColumns, reportTables, w, "r.log_index", p, func(s scanner) (store.Report, int64, error) {
			rep, _, err := scanReport(s)
			return rep, rep.LogIndex, err
		})
	case store.ByFinished:
		return r.byFinished(ctx, w, p)
	}
	return store.List[store.Report]{}, fmt.Errorf("%w: order %q", store.ErrInvalid, f.Order)
}

// storableOr keeps what cannot be in the database from being looked for.
func storableOr(s string) string {
	if storable(s) {
		return s
	}
	return ""
}

func (r reader) byFinished(ctx context.Context, w where, p store.Page) (store.List[store.Report], error) {
	const list = "reports by finish"
	after, err := parseCursor(p.After, list, 0, 2)
	if err != nil {
		return store.List[store.Report]{}, err
	}
	if after != nil {
		w.add("(r.finished, r.seq) < (?, ?)", after.Numbers[0], after.Numbers[1])
	}
	query := `SELECT ` + reportColumns + ` FROM ` + reportTables + w.String() + ` ORDER BY r.finished DESC, r.seq DESC LIMIT ` + strconv.Itoa(p.Size()+1)
	rows, err := collect(ctx, r.q, list, query, w.args, func(s scanner) (paged[store.Report], error) {
		rep, seq, err := scanReport(s)
		return paged[store.Report]{rep, place{Numbers: []int64{micros(rep.Finished), seq}}}, err
	})
	if err != nil {
		return store.List[store.Report]{}, err
	}
	return page(rows, p, list), nil
}

// Totals counts the reports in each state.
func (r reader) Totals(ctx context.Context) (map[store.State]int, error) {
	type total struct {
		state store.State
		n     int
	}
	rows, err := collect(ctx, r.q, "totals", `SELECT state, count(*) FROM reports GROUP BY state`, nil,
		func(s scanner) (x total, err error) { err = s.Scan(&x.state, &x.n); return x, err })
	if err != nil {
		return nil, err
	}
	out := make(map[store.State]int, len(rows))
	for _, row := range rows {
		out[row.state] = row.n
	}
	return out, nil
}
