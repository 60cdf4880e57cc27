package render

import (
	"fmt"
	"strconv"
	"strings"

	"touchstone/reports"
)

// A chart is one bar of parts. Each state has a shape of its own besides its colour, so that the bar
// can be read without seeing colours: pass is whole, fail has a gap along its middle, what is open
// stands lower, and what was not tested lower still.
type chart struct {
	Label string // the same in words
	Parts []chartPart
}

type chartPart struct {
	State string // names the colour: a verdict, or "untestable"
	Path  string // on a ground of 1000 by 8
}

const chartWidth = 1000

// chartShape is the vertical extents of a state, from top to bottom.
func chartShape(state string) [][2]int {
	switch state {
	case string(reports.Pass):
		return [][2]int{{0, 8}}
	case string(reports.Fail):
		return [][2]int{{0, 3}, {5, 8}}
	case string(reports.Error):
		return [][2]int{{1, 3}, {4, 8}}
	case string(reports.Inconclusive):
		return [][2]int{{2, 8}}
	case string(reports.Untested):
		return [][2]int{{4, 8}}
	case string(reports.NotApplicable):
		return [][2]int{{6, 8}}
	}
	return [][2]int{{7, 8}}
}

// tally is how many there are in a state, and how it is called.
type tally struct {
	State string
	Name  string
	Count int
}

// newChart lays parts out over the whole width, which stands for total.
func newChart(c *catalogue, parts []tally, total int) chart {
	var out chart
	var words []string
	before := 0
	for _, p := range parts {
		if p.Count == 0 {
			continue
		}
		words = append(words, c.say("chart.part", p.Name, p.Count))
		from, to := at(before, total), at(before+p.Count, total)
		if to-from > 8 && before+p.Count < total {
			to -= 3 // a gap before the next
		}
		out.Parts = append(out.Parts, chartPart{p.State, chartPath(p.State, from, to)})
		before += p.Count
	}
	out.Label = strings.Join(words, c.say("comma"))
	return out
}

func at(n, total int) float64 { return float64(n) * chartWidth / float64(max(total, 1)) }

func chartPath(state string, from, to float64) string {
	var d strings.Builder
	for _, y := range chartShape(state) {
		fmt.Fprintf(&d, "M%s %dH%sV%dH%sz", figure(from), y[0], figure(to), y[1], figure(from))
	}
	return d.String()
}

// swatch is the shape of a state on a ground of 8 by 8, for the legend.
func swatch(state string) string { return chartPath(state, 0, 8) }

func figure(x float64) string {
	return strings.TrimSuffix(strconv.FormatFloat(x, 'f', 1, 64), ".0")
}

// ruleStates counts the requirements among rules by state, in the order of a bar.
func (g group) states(c *catalogue) []tally {
	out := make([]tally, 0, 7)
	for _, v := range []reports.Verdict{reports.Pass, reports.Fail, reports.Error, reports.Inconclusive, reports.Untested, reports.NotApplicable} {
		out = append(out, tally{string(v), c.verdict(v), g.Count(v)})
	}
	return append(out, tally{stateUntestable, c.say("untestable.state"), g.untestable()})
}

// stateUntestable is the state of a rule that no scenario could observe.
const stateUntestable = "untestable"

// killChart is a bar of what was caught and what was not.
func killChart(c *catalogue, k reports.Kills, caught, missed string) chart {
	return newChart(c, []tally{
		{string(reports.Pass), c.say(caught), k.Killed}, {string(reports.Fail), c.say(missed), k.Total - k.Killed},
	}, k.Total)
}
