package render

import (
	"fmt"
	"html/template"
	"io"
	"strings"

	"touchstone/reports"
	"touchstone/reports/waiver"
)

// Shield is what a badge says: never the word alone, but with the share of the testable rules that
// were tested, where, and how many failures are waived.
type Shield struct {
	Label   string // the profile
	Message string // the claim
	Color   string // "#rrggbb", against white words
}

// NewShield is the badge of a report, in words.
func NewShield(r *reports.Report, lang string) (Shield, error) {
	return Options{Lang: lang}.Shield(r)
}

// Shield is [NewShield] of a report whose waivers are given.
func (o Options) Shield(r *reports.Report) (Shield, error) {
	c, err := loadCatalogue(o.Lang)
	if err != nil {
		return Shield{}, err
	}
	const most = 200 // bytes: names of environments come from outside
	return Shield{
		clean(clip(r.Verdicts.Profile, most)), clean(clip(c.claim(&r.Verdicts, o.sheet(r)), most)), badgeColor(r.Verdicts.Conclusion),
	}, nil
}

// Badge writes the [Shield] of a report as SVG.
func Badge(w io.Writer, r *reports.Report, o Options) error {
	s, err := o.Shield(r)
	if err != nil {
		return err
	}
	return badge(w, s.Label, s.Message, s.Color)
}

func badgeColor(c reports.Conclusion) string {
	switch c {
	case reports.Conforming:
		return "#116329"
	case reports.NonConforming:
		return "#9b1015"
	}
	return "#6b4100"
}

// claim is the conclusion and its strength in one line.
func (c *catalogue) claim(v *reports.Verdicts, s *waiver.Sheet) string {
	n := v.Counts
	parts := []string{c.conclusion(v.Conclusion)}
	if v.Conclusion == reports.NonConforming && n.Failed > 0 {
		parts = append(parts, c.say("badge.fail", n.Failed))
	}
	if n.Tested > 0 {
		parts = append(parts, c.say("badge.tested", n.Tested, n.Testable))
	} else {
		parts = append(parts, c.say("badge.touched", n.Touched, n.Testable))
	}
	parts = append(parts, strings.Join(v.Environments, "+"))
	if s.Waived() > 0 {
		parts = append(parts, c.waiverCount("badge.waivers", s))
	}
	return strings.Join(parts, c.say("comma"))
}

func badge(w io.Writer, label, message, tone string) error {
	const height, pad = 20, 8
	left, right := textWidth(label)+2*pad, textWidth(message)+2*pad
	escaped := template.HTMLEscapeString
	_, err := fmt.Fprintf(w, `<svg xmlns="http://www.w3.org/2000/svg" width="%[1]d" height="%[2]d" role="img" aria-label="%[3]s: %[4]s">
<title>%[3]s: %[4]s</title>
<clipPath id="r"><rect width="%[1]d" height="%[2]d" rx="3"/></clipPath>
<g clip-path="url(#r)"><rect width="%[5]d" height="%[2]d" fill="#3d444d"/><rect x="%[5]d" width="%[6]d" height="%[2]d" fill="%[7]s"/></g>
<g fill="#fff" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11"><text x="%[8]d" y="14" textLength="%[9]d">%[3]s</text><text x="%[10]d" y="14" textLength="%[11]d">%[4]s</text></g>
</svg>
`, left+right, height, escaped(label), escaped(message), left, right, tone, pad, left-2*pad, left+pad, right-2*pad)
	return err
}

// textWidth estimates the width of 11-pixel Verdana, in tenths a character.
func textWidth(s string) int {
	tenths := 0
	for _, r := range s {
		switch {
		case strings.ContainsRune("ijl.,:;'|! ", r):
			tenths += 38
		case strings.ContainsRune("frt()[]/-", r):
			tenths += 48
		case strings.ContainsRune("mwMW", r):
			tenths += 100
		case r >= 'A' && r <= 'Z':
			tenths += 78
		case r > 0x2e7f: // CJK
			tenths += 110
		default:
			tenths += 69
		}
	}
	return (tenths + 9) / 10
}
