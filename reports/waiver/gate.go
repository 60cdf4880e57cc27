package waiver

import "touchstone/reports"

// Gate is what a gate finds that knows a baseline and waivers.
type Gate struct {
	*reports.Gate
	Waivers []Standing `json:"waivers"`
}

// Hold holds a report against a baseline and its waivers: a failure that an open waiver or the baseline
// accepts does not shut the gate; a waiver that has expired, is not used or does not verify does, and
// so does an entry of the baseline. The baseline may be nil.
func (t Table) Hold(b *reports.Baseline, loaded []Loaded) *Gate {
	if b == nil {
		b = new(reports.Baseline)
	}
	s := t.Stand(loaded)
	var waived []string
	for _, x := range s.All {
		if x.State == Open {
			waived = append(waived, x.Waiver.Rule)
		}
	}
	return &Gate{b.Gate(t.Report, t.Now.UTC(), waived...), s.All}
}

// Mend are those that must be mended or removed.
func (g *Gate) Mend() int { return (&Sheet{All: g.Waivers}).Count(Expired, Unused, Refused) }

// ExitCode is 0 for an open gate, 1 for a shut one, 3 when it cannot be decided.
func (g *Gate) ExitCode() int {
	if g.Mend() > 0 {
		return reports.ExitFailed
	}
	return g.Gate.ExitCode()
}
