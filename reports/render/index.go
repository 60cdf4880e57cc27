package render

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"touchstone/reports"
)

// The index of scenarios is folded: fifteen thousand scenarios that passed are a few hundred lines
// with counts, and only what did not pass is told one by one.

// indexed is a feature of the index.
type indexed struct {
	Anchor string
	Name   string
	File   string
	Shares []share
	Open   bool      // something in it did not go well
	Sums   []sum     // where nothing of it ran: all that there is to say
	Blocks []outline // else
}

// outline is scenarios that stand line under line: the rows of one table of examples, or one scenario.
type outline struct {
	Anchor string
	Name   string // what the names of its scenarios have in common
	Lines  string // "28–33"
	Sums   []sum
	Listed []listed
	More   int // not well either, and not listed

	members []*reports.ScenarioVerdict
}

// sum is scenarios of one kind: so many passed, or were left out for one reason.
type sum struct {
	Verdict reports.Verdict
	Reason  string
	Count   int
	Cases   int
	Checks  int
}

// listed is a scenario that did not go well.
type listed struct {
	*reports.ScenarioVerdict
	Anchor   string
	Evidence string // anchor of the first evidence that the page shows, "" for none
}

// index is the folded index, and where in it each scenario is to be found.
type index struct {
	Features []indexed
	anchors  map[string]string // by scenario
	blocks   map[string][2]int // by scenario: feature and outline
	named    map[string]string // anchor -> how links to it are called
}

// mostListed is how many scenarios that did not go well a page lists; of an implementation that gets
// nothing right each outline shows its first few.
const mostListed = 1500

func newIndex(r *reports.Report, evidence map[string]string) *index {
	x := &index{anchors: map[string]string{}, blocks: map[string][2]int{}, named: map[string]string{}}
	bad, outlines := 0, 0
	all := features(r)
	blocks := make([][]outline, len(all))
	for i, f := range all {
		blocks[i] = outlinesOf(f.Scenarios)
		for _, b := range blocks[i] {
			if n := b.bad(); n > 0 {
				bad += n
				outlines++
			}
		}
	}
	each := bad
	if bad > mostListed {
		each = max(1, mostListed/outlines)
	}
	number := 0
	for i, f := range all {
		file, _ := place(f.Scenarios[0].ID)
		v := indexed{Anchor: "f" + strconv.Itoa(i+1), Name: f.Name, File: file, Shares: countShares(f.Count)}
		x.named[v.Anchor] = strings.TrimSuffix(file, ".feature")
		if s := sums(f.Scenarios); !slices.ContainsFunc(s, func(s sum) bool { return s.Verdict != reports.NotApplicable && s.Verdict != reports.Untested }) {
			v.Sums = s
			for _, s := range f.Scenarios {
				x.anchors[s.ID] = v.Anchor
			}
			x.Features = append(x.Features, v)
			continue
		}
		for j := range blocks[i] {
			b := &blocks[i][j]
			number++
			b.Anchor = "o" + strconv.Itoa(number)
			b.Sums = sums(b.members)
			x.named[b.Anchor] = x.named[v.Anchor] + ":" + b.Lines
			for _, s := range b.members {
				x.anchors[s.ID], x.blocks[s.ID] = b.Anchor, [2]int{i, j}
				if !unwell(s) {
					continue
				}
				v.Open = true
				if len(b.Listed) == each {
					b.More++
					continue
				}
				l := listed{s, fmt.Sprintf("%s.%d", b.Anchor, len(b.Listed)+1), evidence[s.ID]}
				x.anchors[s.ID] = l.Anchor
				b.Listed = append(b.Listed, l)
			}
		}
		v.Blocks = blocks[i]
		x.Features = append(x.Features, v)
	}
	return x
}

// unwell says whether a scenario is told by itself.
func unwell(s *reports.ScenarioVerdict) bool {
	return s.Verdict != reports.Pass && s.Verdict != reports.Untested && s.Verdict != reports.NotApplicable
}

func (b *outline) bad() int {
	n := 0
	for _, s := range b.members {
		if unwell(s) {
			n++
		}
	}
	return n
}

// outlinesOf puts scenarios together whose lines follow each other. Two scenarios of which none is the
// row of a table cannot do that: there is a step between them.
func outlinesOf(scenarios []*reports.ScenarioVerdict) []outline {
	var out []outline
	file, before := "", -1
	for _, s := range scenarios {
		f, at := place(s.ID)
		if len(out) == 0 || f != file || at != before+1 {
			out = append(out, outline{})
		}
		b := &out[len(out)-1]
		b.members = append(b.members, s)
		file, before = f, at
	}
	for i := range out {
		b := &out[i]
		b.Name = common(b.members)
		_, from := place(b.members[0].ID)
		b.Lines = strconv.Itoa(from)
		if n := len(b.members); n > 1 {
			b.Lines += "–" + strconv.Itoa(from+n-1)
		}
	}
	return out
}

// sums counts scenarios by verdict and reason, in the order in which they come up.
func sums(scenarios []*reports.ScenarioVerdict) []sum {
	var out []sum
	for _, s := range scenarios {
		i := slices.IndexFunc(out, func(x sum) bool { return x.Verdict == s.Verdict && x.Reason == s.Reason })
		if i < 0 {
			i = len(out)
			out = append(out, sum{Verdict: s.Verdict, Reason: s.Reason})
		}
		out[i].Count++
		out[i].Cases += s.Cases
		out[i].Checks += s.Passed + s.Failed
	}
	return out
}

// common is the words that the names of all scenarios have in this order, with dots for the others;
// in the first place, which is mostly an instruction's, the first few words that stand there.
func common(scenarios []*reports.ScenarioVerdict) string {
	first := strings.Fields(scenarios[0].Name)
	words := first
	for _, s := range scenarios[1:] {
		words = subsequence(words, strings.Fields(s.Name))
	}
	if len(words) == len(first) {
		return scenarios[0].Name
	}
	if len(words) == 0 {
		return scenarios[0].Name + " …"
	}
	var out []string
	gap := false
	if first[0] != words[0] {
		out, gap = append(out, beginnings(scenarios)), true
		first = first[1:]
	}
	for _, w := range first {
		switch {
		case len(words) > 0 && w == words[0]:
			out, words, gap = append(out, w), words[1:], false
		case !gap:
			out, gap = append(out, "…"), true
		}
	}
	return strings.Join(out, " ")
}

// beginnings are the first words of the names: a few of them.
func beginnings(scenarios []*reports.ScenarioVerdict) string {
	const few = 3
	var out []string
	for _, s := range scenarios {
		if f := strings.Fields(s.Name); len(f) > 0 && !slices.Contains(out, f[0]) {
			out = append(out, f[0])
		}
	}
	if len(out) > few {
		out = append(out[:few], "…")
	}
	return strings.Join(out, "/")
}

// subsequence is the longest sequence of words that both have.
func subsequence(a, b []string) []string {
	const most = 100 // words of a name
	a, b = a[:min(most, len(a))], b[:min(most, len(b))]
	longest := make([][]int, len(a)+1)
	for i := range longest {
		longest[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				longest[i][j] = longest[i+1][j+1] + 1
			} else {
				longest[i][j] = max(longest[i+1][j], longest[i][j+1])
			}
		}
	}
	var out []string
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			out = append(out, a[i])
			i, j = i+1, j+1
		case longest[i+1][j] >= longest[i][j+1]:
			i++
		default:
			j++
		}
	}
	return out
}

// whereabouts is a link to a part of the index.
type whereabouts struct {
	Anchor string
	Name   string
	Count  int
}

// where finds the scenarios of a rule in the index: outline by outline, or by feature when they are many.
func (x *index) where(scenarios []string) []whereabouts {
	const many = 12
	out := x.links(scenarios, func(id string) string {
		if b, ok := x.blocks[id]; ok {
			return x.Features[b[0]].Blocks[b[1]].Anchor
		}
		return x.anchors[id]
	})
	if len(out) <= many {
		return out
	}
	return x.links(scenarios, func(id string) string {
		if b, ok := x.blocks[id]; ok {
			return x.Features[b[0]].Anchor
		}
		return x.anchors[id]
	})
}

func (x *index) links(scenarios []string, anchor func(id string) string) []whereabouts {
	var out []whereabouts
	at := map[string]int{}
	for _, id := range scenarios {
		a := anchor(id)
		i, ok := at[a]
		if !ok {
			i = len(out)
			at[a] = i
			name := x.named[a]
			if a == "" {
				name = id
			}
			out = append(out, whereabouts{Anchor: a, Name: name})
			if a == "" {
				delete(at, a) // each by itself: the report has no such scenario
			}
		}
		out[i].Count++
	}
	return out
}
