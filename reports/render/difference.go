package render

import (
	"bufio"
	"cmp"
	"fmt"
	"io"

	"touchstone/reports"
)

// Difference prints how the verdicts of a second report differ from those of a first: a line each, "!" before
// those that are bad news.
func Difference(w io.Writer, d *reports.Difference) error {
	b := bufio.NewWriter(w)
	if d.Same() {
		fmt.Fprintf(b, "the same verdicts: %s\n", d.To)
		return b.Flush()
	}
	fmt.Fprintf(b, "conclusion  %s -> %s\n", d.From, d.To)
	for _, part := range []struct {
		name    string
		changes []reports.Change
	}{{"extension", d.Extensions}, {"rule", d.Rules}, {"scenario", d.Scenarios}} {
		for _, x := range part.changes {
			mark := " "
			if x.Worse() {
				mark = "!"
			}
			fmt.Fprintf(b, "%s %-10s %-40s %s -> %s\n", mark, part.name, clean(x.Name), cmp.Or(x.From, "none"), cmp.Or(x.To, "none"))
		}
	}
	for _, x := range d.Classes {
		fmt.Fprintf(b, "  %-10s %-40s %s -> %s\n", "class", clean(x.Interpretation), clean(cmp.Or(x.From, "none")), clean(cmp.Or(x.To, "none")))
	}
	return b.Flush()
}
