package render

import (
	"strings"
	"time"

	"touchstone/reports"
	"touchstone/reports/waiver"
)

// sheet is the waivers to show: those that were given, or else those that the report brings along, as
// they stood when the run ended.
func (o Options) sheet(r *reports.Report) *waiver.Sheet {
	if o.Waivers != nil {
		return o.Waivers
	}
	t := waiver.Table{Report: r}
	t.Now, _ = time.Parse(time.RFC3339, r.Run.Finished) // of no time, none has expired
	return t.Stand(nil)
}

// waivedReason bounds the reason where it is a part of a line; the page lists it whole.
const waivedReason = 500

// waived says who waived what, for a line or a paragraph: the reason is in it, and who signed.
func (c *catalogue) waived(x waiver.Standing) string {
	if x.State == waiver.Refused {
		return c.say("waived.refused", x.Source, x.Words)
	}
	key := "waived." + string(x.State)
	if x.State.Waives() {
		key = "waived"
	}
	return c.say(key, x.Waiver.Owner, x.Waiver.Expires, clip(x.Waiver.Reason, waivedReason)) + c.say("waiver.remark", c.signedBy(x))
}

// signedBy says on whose word a waiver stands.
func (c *catalogue) signedBy(x waiver.Standing) string {
	if x.Source == "" {
		return c.say("waiver.in-report")
	}
	ids := make([]string, len(x.Signers))
	for i, s := range x.Signers {
		ids[i] = s.KeyID
		if !s.Confirmed {
			ids[i] = c.say("waiver.unconfirmed", s.KeyID)
		}
	}
	return c.say("waiver.signed", strings.Join(ids, c.say("comma")))
}

// waiverCount is how many failures are waived, and for how many of them nobody has confirmed that.
func (c *catalogue) waiverCount(key string, s *waiver.Sheet) string {
	if n := s.Count(waiver.Unconfirmed); n > 0 {
		return c.say(key+".unconfirmed", s.Waived(), n)
	}
	return c.say(key, s.Waived())
}

// waiverView is a waiver as the page lists it.
type waiverView struct {
	waiver.Standing
	State  string
	Signed string
	For    string // versions and profile; empty: all
}

// waiversListed is how many waivers a page lists.
const waiversListed = 500

func (c *catalogue) waiverViews(s *waiver.Sheet) []waiverView {
	var out []waiverView
	shown := s.Shown()
	for _, x := range shown[:min(waiversListed, len(shown))] {
		v := waiverView{Standing: x, State: c.say("waiver.state." + string(x.State))}
		if x.State != waiver.Refused {
			v.Signed = c.signedBy(x)
		}
		only := x.Waiver.Versions
		if p := x.Waiver.Profile; p != "" {
			only = append(only[:len(only):len(only)], p)
		}
		v.For = strings.Join(only, c.say("comma"))
		out = append(out, v)
	}
	return out
}

// waiverLines are about waivers, each on a line after the words before.
func waiverLines(c *catalogue, waivers []waiver.Standing) string {
	var b strings.Builder
	for _, x := range waivers {
		b.WriteString("\n")
		if x.Waiver.Rule != "" {
			b.WriteString(x.Waiver.Rule + ": ")
		}
		b.WriteString(clip(c.waived(x), 4*junitLine))
	}
	return b.String()
}
