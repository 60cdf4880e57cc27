package server

import (
	"net/http"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"touchstone/reports"
)

// row is one implementation, with a cell for every profile.
type row struct {
	Name, Version, Vendor string
	Cells                 [][]cell // by profile: newest report first
}

// cell is one report in the table.
type cell struct {
	Slug         string
	Conclusion   reports.Conclusion
	Counts       reports.Counts
	Environments string
	Finished     string
	Signers      int
}

// refusal is a file that does not verify.
type refusal struct{ Slug, File, Why string }

func (s *Server) index(c *gin.Context) {
	entries, err := s.folder.list()
	if err != nil {
		s.problem(c, http.StatusInternalServerError, "missing", "")
		return
	}
	profiles, rows, refused := table(entries)
	s.site(c, http.StatusOK, "index", map[string]any{"Profiles": profiles, "Rows": rows, "Refused": refused})
}

// table arranges verified reports by implementation and profile, both in the order of their names.
func table(entries []*entry) (profiles []string, rows []row, refused []refusal) {
	for _, e := range entries {
		if e.result == nil {
			refused = append(refused, refusal{e.slug, e.file, e.refused.Error()})
		} else if p := e.result.Report.Verdicts.Profile; !slices.Contains(profiles, p) {
			profiles = append(profiles, p)
		}
	}
	slices.Sort(profiles)
	at := map[[3]string]int{}
	for _, e := range entries {
		if e.result == nil {
			continue
		}
		r := e.result.Report
		key := [3]string{r.Implementation.Name, r.Implementation.Version, r.Implementation.Vendor}
		i, ok := at[key]
		if !ok {
			i = len(rows)
			at[key] = i
			rows = append(rows, row{key[0], key[1], key[2], make([][]cell, len(profiles))})
		}
		p := slices.Index(profiles, r.Verdicts.Profile)
		rows[i].Cells[p] = append(rows[i].Cells[p], cell{e.slug, r.Verdicts.Conclusion, r.Verdicts.Counts,
			strings.Join(r.Verdicts.Environments, ", "), r.Run.Finished, len(e.result.Signers)})
	}
	slices.SortFunc(rows, func(a, b row) int {
		return strings.Compare(a.Name+"\x00"+a.Version+"\x00"+a.Vendor, b.Name+"\x00"+b.Version+"\x00"+b.Vendor)
	})
	for _, r := range rows {
		for _, cells := range r.Cells {
			slices.SortStableFunc(cells, func(a, b cell) int { return strings.Compare(b.Finished, a.Finished) })
		}
	}
	return profiles, rows, refused
}
