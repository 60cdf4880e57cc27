package web

import (
	"context"
	"net/url"
	"slices"
	"strings"
	"sync"

	"touchstone/reports"
	"touchstone/server/store"
	"touchstone/specs"
)

// filter is what lists of reports are narrowed by, as it stands in the form.
type filter struct {
	Text, Pack, Profile, Vendor, Verdict string
	Packs                                []string
	Profiles                             []profiles
	Verdicts                             []reports.Conclusion
	Narrowed                             bool
}

// profiles are those of a pack.
type profiles struct {
	Pack  string
	Names []string
}

func conclusions() []reports.Conclusion {
	return []reports.Conclusion{reports.Conforming, reports.NonConforming, reports.Unresolved}
}

func (s *Site) filter(r *request) filter {
	f := filter{Text: r.get("q"), Pack: r.get("pack"), Profile: r.get("profile"), Vendor: r.get("vendor"),
		Verdict: string(oneOf(r.get("verdict"), conclusions()...)), Verdicts: conclusions(), Narrowed: len(r.query) > 0}
	for _, p := range s.o.Packs {
		f.Packs = append(f.Packs, p.Name)
		group := profiles{Pack: p.Name}
		for _, x := range p.Profiles {
			group.Names = append(group.Names, x.Name)
		}
		f.Profiles = append(f.Profiles, group)
	}
	// What was asked for stays in the form, though no pack of ours has it.
	if f.Pack != "" && !slices.Contains(f.Packs, f.Pack) {
		f.Packs = append(f.Packs, f.Pack)
	}
	if f.Profile != "" && !slices.ContainsFunc(f.Profiles, func(p profiles) bool { return slices.Contains(p.Names, f.Profile) }) {
		f.Profiles = append(f.Profiles, profiles{Pack: "…", Names: []string{f.Profile}})
	}
	return f
}

// pack finds a pack whose rules have pages.
func (s *Site) pack(name string) *specs.Pack {
	for _, p := range s.o.Packs {
		if p.Name == name {
			return p
		}
	}
	return nil
}

// matrixBody is the first page.
type matrixBody struct {
	Filter  filter
	Columns []column
	Rows    []matrixRow
	Total   int // published reports
	paging
}

type column struct{ Pack, Profile string }

type matrixRow struct {
	store.Implementation
	Cells []*cell // by column; nil: no report
}

// cell is a current report.
type cell struct {
	store.Report
	Waivers int // of the report, and open ones of the registry that fit it
}

func (s *Site) matrix(ctx context.Context, r *request) (*page, error) {
	b := matrixBody{Filter: s.filter(r)}
	list, err := r.read.Matrix(ctx, store.MatrixFilter{Pack: b.Filter.Pack, Profile: b.Filter.Profile, Vendor: b.Filter.Vendor,
		Conclusion: reports.Conclusion(b.Filter.Verdict), Text: b.Filter.Text}, r.listed(50))
	if err != nil {
		return nil, err
	}
	waivers, err := openWaivers(ctx, r)
	if err != nil {
		return nil, err
	}
	totals, err := s.totals.get(ctx, r)
	if err != nil {
		return nil, err
	}
	b.Total, b.paging = totals[store.Published], r.paging(list.Next)
	for _, row := range list.Items {
		for _, x := range row.Current {
			if c := (column{x.Suite.Pack, x.Profile}); !slices.Contains(b.Columns, c) {
				b.Columns = append(b.Columns, c)
			}
		}
	}
	s.order(b.Columns)
	for _, row := range list.Items {
		m := matrixRow{row.Implementation, make([]*cell, len(b.Columns))}
		for _, x := range row.Current {
			m.Cells[slices.Index(b.Columns, column{x.Suite.Pack, x.Profile})] = &cell{x, x.Counts.Waivers + waivers.fitting(x)}
		}
		b.Rows = append(b.Rows, m)
	}
	return &page{Title: r.Say("matrix.title"), Part: "matrix", Body: b}, nil
}

// totals are counted once for a version of the database: that takes longer the more reports there are, and
// the matrix has many pages.
type totals struct {
	mu      sync.Mutex
	version int64
	counted map[store.State]int // never written to
}

func (t *totals) get(ctx context.Context, r *request) (map[store.State]int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.counted != nil && t.version >= r.at {
		return t.counted, nil
	}
	counted, err := r.read.Totals(ctx)
	if err == nil {
		t.counted, t.version = counted, r.at
	}
	return counted, err
}

// order puts profiles in the order of their packs, and those of no pack of ours last.
func (s *Site) order(columns []column) {
	rank := map[column]int{}
	for _, p := range s.o.Packs {
		for _, x := range p.Profiles {
			rank[column{p.Name, x.Name}] = len(rank) + 1
		}
	}
	slices.SortFunc(columns, func(a, b column) int {
		x, y := rank[a], rank[b]
		switch {
		case x != y && x != 0 && y != 0:
			return x - y
		case x != y:
			return y - x
		}
		return strings.Compare(a.Pack+"\x00"+a.Profile, b.Pack+"\x00"+b.Profile)
	})
}

// arrange puts reports in the order of their profiles.
func (s *Site) arrange(cells []cell) {
	of := func(c cell) column { return column{c.Suite.Pack, c.Profile} }
	columns := make([]column, len(cells))
	for i, c := range cells {
		columns[i] = of(c)
	}
	s.order(columns)
	slices.SortStableFunc(cells, func(a, b cell) int { return slices.Index(columns, of(a)) - slices.Index(columns, of(b)) })
}

// openWaiverSet is the registry's open waivers, by implementation.
type openWaiverSet map[[2]string][]store.Waiver

// openWaivers reads those that hold now; the page is right until the first of them expires.
func openWaivers(ctx context.Context, r *request) (openWaiverSet, error) {
	const pages = 8 // of the longest lists: 4,000 open waivers
	out := openWaiverSet{}
	p := store.Page{Limit: store.MaxLimit}
	for range pages {
		list, err := r.read.Waivers(ctx, store.WaiverFilter{OpenAt: r.now}, p)
		if err != nil {
			return nil, err
		}
		for _, w := range list.Items {
			r.rightUntil(w.Expires)
			key := [2]string{w.Vendor, w.Name}
			out[key] = append(out[key], w)
		}
		if p.After = list.Next; p.After == "" {
			break
		}
	}
	return out, nil
}

func (s openWaiverSet) fitting(x store.Report) int {
	n := 0
	for _, w := range s[[2]string{x.Implementation.Vendor, x.Implementation.Name}] {
		if fits(w, x) {
			n++
		}
	}
	return n
}

// fits says whether a waiver is about what a report is about.
func fits(w store.Waiver, x store.Report) bool {
	return w.Vendor == x.Implementation.Vendor && w.Name == x.Implementation.Name &&
		(w.Pack == "" || w.Pack == x.Suite.Pack) && (w.Profile == "" || w.Profile == x.Profile) &&
		(len(w.Versions) == 0 || slices.Contains(w.Versions, x.Implementation.Version))
}

// productsBody lists implementations, over all their versions.
type productsBody struct {
	Text  string
	Items []store.Product
	paging
}

func (s *Site) products(ctx context.Context, r *request) (*page, error) {
	if r.get("name") != "" {
		return s.history(ctx, r, r.get("vendor"), r.get("name"))
	}
	list, err := r.read.Products(ctx, r.get("q"), r.listed(100))
	if err != nil {
		return nil, err
	}
	return &page{Title: r.Say("products.title"), Part: "matrix", Body: productsBody{r.get("q"), list.Items, r.paging(list.Next)}}, nil
}

// implementation is the page of one, by its path.
func (s *Site) implementation(ctx context.Context, r *request) (*page, error) {
	names, ok := segments(r.path, "/implementations/", 2)
	if !ok || len(names) != 2 {
		return nil, missing("problem.implementation")
	}
	if names[0] == "-" {
		names[0] = ""
	}
	return s.history(ctx, r, names[0], names[1])
}

// segments are the names in an escaped path below a prefix, at most so many.
func segments(path, prefix string, most int) ([]string, bool) {
	rest, ok := strings.CutPrefix(path, prefix)
	if !ok {
		return nil, false
	}
	parts := strings.SplitN(strings.TrimSuffix(rest, "/"), "/", most)
	for i, x := range parts {
		name, err := url.PathUnescape(x)
		if err != nil || len(name) > store.MaxName {
			return nil, false
		}
		parts[i] = name
	}
	return parts, true
}

// historyBody is an implementation over its versions.
type historyBody struct {
	Vendor, Name string
	Current      []cell // of the newest version that has any
	Version      string
	Items        []past
	Waivers      []store.Waiver // open
	Badge        string         // path
	paging
}

// past is a report in a history, and the one before it on the same profile.
type past struct {
	store.Report
	Before string // digest, "" for none on this page
}

func (s *Site) history(ctx context.Context, r *request, vendor, name string) (*page, error) {
	list, err := r.read.Reports(ctx, store.ReportFilter{States: store.PublicStates(), Vendor: vendor, NoVendor: vendor == "", Name: name, Order: store.ByFinished}, r.listed(100))
	if err != nil {
		return nil, err
	}
	// A filter cannot ask for no vendor: what another vendor calls the same is left out here.
	list.Items = slices.DeleteFunc(list.Items, func(x store.Report) bool { return x.Implementation.Vendor != vendor })
	if len(list.Items) == 0 && r.get("after") == "" {
		return nil, missing("problem.implementation")
	}
	b := historyBody{Vendor: vendor, Name: name, paging: r.paging(list.Next)}
	for i, x := range list.Items {
		p := past{Report: x}
		for _, y := range list.Items[i+1:] {
			if y.Suite.Pack == x.Suite.Pack && y.Profile == x.Profile {
				p.Before = y.Digest
				break
			}
		}
		b.Items = append(b.Items, p)
	}
	waivers, err := openWaivers(ctx, r)
	if err != nil {
		return nil, err
	}
	b.Waivers = waivers[[2]string{vendor, name}]
	rows, err := r.read.Matrix(ctx, store.MatrixFilter{Vendor: vendor, NoVendor: vendor == "", Name: name}, store.Page{Limit: 20})
	if err != nil {
		return nil, err
	}
	for _, row := range rows.Items {
		if row.Implementation.Vendor == vendor {
			b.Version = row.Implementation.Version
			for _, x := range row.Current {
				b.Current = append(b.Current, cell{x, x.Counts.Waivers + waivers.fitting(x)})
			}
			s.arrange(b.Current)
			break
		}
	}
	return &page{Title: strings.TrimSpace(name + " · " + vendor), Part: "matrix", Body: b, name: "implementation"}, nil
}
