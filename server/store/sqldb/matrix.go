package sqldb

import (
	"context"
	"strconv"

	"touchstone/server/store"
)

// Matrix lists implementations with their current reports.
func (r reader) Matrix(ctx context.Context, f store.MatrixFilter, p store.Page) (store.List[store.MatrixRow], error) {
	const list = "the matrix"
	var out store.List[store.MatrixRow]
	after, err := parseCursor(p.After, list, 1, 1)
	if err != nil {
		return out, err
	}
	var w where
	cells := ""
	if f.Pack != "" {
		cells += w.bind(" AND c.pack = ?", storableOr(f.Pack))
	}
	if f.Profile != "" {
		cells += w.bind(" AND c.profile = ?", storableOr(f.Profile))
	}
	if f.Conclusion != "" {
		cells += w.bind(" AND EXISTS (SELECT 1 FROM reports x WHERE x.seq = c.report AND x.conclusion = ?)", storableOr(string(f.Conclusion)))
	}
	w.add("EXISTS (SELECT 1 FROM current_reports c WHERE c.implementation = i.id AND c.report IS NOT NULL" + cells + ")")
	w.equal("i.vendor", f.Vendor)
	if f.NoVendor {
		w.add("i.vendor = ''")
	}
	w.equal("i.name", f.Name)
	w.words("i.search", f.Text)
	if after != nil {
		w.add("i.sort >= ? AND (i.sort > ? OR i.id < ?)", after.Texts[0], after.Texts[0], after.Numbers[0])
	}
	query := `SELECT ` + reportColumns + `, i.sort, i.id
		FROM (SELECT i.id, i.sort, i.vendor, i.name, i.version FROM implementations i` + w.String() + ` ORDER BY i.sort, i.id DESC LIMIT ` + strconv.Itoa(p.Size()+1) + `) i
		JOIN current_reports c ON c.implementation = i.id` + cells + `
		JOIN reports r ON r.seq = c.report
		ORDER BY i.sort, i.id DESC, c.pack, c.profile`
	type cell struct {
		report store.Report
		sort   string
		id     int64
	}
	rows, err := collect(ctx, r.q, list, query, w.args, func(s scanner) (c cell, err error) {
		c.report, _, err = scanReportAnd(s, &c.sort, &c.id)
		return c, err
	})
	if err != nil {
		return out, err
	}
	last := cell{id: -1}
	for _, c := range rows {
		if c.id != last.id {
			if len(out.Items) == p.Size() {
				out.Next = place{Texts: []string{last.sort}, Numbers: []int64{last.id}}.cursor(list)
				break
			}
			out.Items = append(out.Items, store.MatrixRow{Implementation: c.report.Implementation})
			last = c
		}
		row := &out.Items[len(out.Items)-1]
		row.Current = append(row.Current, c.report)
	}
	return out, nil
}

// Products lists implementations over all their versions, with what is public.
func (r reader) Products(ctx context.Context, text string, p store.Page) (store.List[store.Product], error) {
	const list = "implementations"
	after, err := parseCursor(p.After, list, 3, 0)
	if err != nil {
		return store.List[store.Product]{}, err
	}
	var w where
	w.add("r.state IN " + closed(store.PublicStates()))
	w.words("i.search", text)
	if after != nil {
		w.add("(i.sort, i.vendor, i.name) > (?, ?, ?)", anys(after.Texts)...)
	}
	query := `SELECT i.sort, i.vendor, i.name, count(DISTINCT i.id), count(*), max(r.finished)
		FROM implementations i JOIN reports r ON r.implementation = i.id` + w.String() + `
		GROUP BY i.sort, i.vendor, i.name ORDER BY i.sort, i.vendor, i.name LIMIT ` + strconv.Itoa(p.Size()+1)
	rows, err := collect(ctx, r.q, list, query, w.args, func(s scanner) (paged[store.Product], error) {
		var x store.Product
		var sort string
		var latest int64
		err := s.Scan(&sort, &x.Vendor, &x.Name, &x.Versions, &x.Reports, &latest)
		x.Latest = instant(latest)
		return paged[store.Product]{x, place{Texts: []string{sort, x.Vendor, x.Name}}}, err
	})
	if err != nil {
		return store.List[store.Product]{}, err
	}
	return page(rows, p, list), nil
}
