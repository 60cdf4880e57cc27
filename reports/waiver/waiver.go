// Package waiver says how waivers stand against a report. A waiver (act.Waiver) accepts that an
// implementation breaks a rule: for named versions, until a day, on somebody's word, with a reason and
// a signature. It never changes a verdict. A gate honours it, and whoever shows the verdict shows it
// beside.
//
// # Where waivers live
//
// A waiver may be made long after the report was signed, and by somebody else; so it does not stand in
// the report, which stays as it is, but beside it: in a folder of a repository, one file a waiver, or
// in one file, one waiver a line ([Load]), or lodged with a registry. `report show`, `render` and
// `gate`, and `run`, are given the place with --waivers.
//
// A report may bring waivers of its own too (reports.Verdicts.Waivers: what its maker declared when it
// ran). They are no more than the word of who signed the report; Touchstone's own `run` writes none.
//
// # How a waiver stands
//
// [Judge] looks at what the waiver says, in this order; [Table.Stand] looks at who signed it too.
//
//	refused        the file does not verify, or is no waiver                         shuts the gate
//	elsewhere      it is about another pack, profile or implementation
//	other-version  it is about this implementation, in other versions
//	expired        its last day is over                                              shuts the gate
//	unused         the rule passes, or the report knows no such rule                 shuts the gate
//	not-judged     the report neither passes nor fails the rule
//	unconfirmed    the rule fails; who signed the waiver is nobody that is trusted
//	declared       the rule fails; the report itself brings the waiver
//	open           the rule fails, and somebody who is trusted has waived it         opens the gate for it
//
// A key travels in the file that it signed, and anybody can make one: so only the keys that are given
// (--waiver-key) make a waiver open. One of several signers is enough.
//
// # Days
//
// A waiver holds to the end of its last day, in UTC: one that expires on 2027-03-31 holds until the
// last second of that day in London's winter, and not at 2027-04-01T00:00:00Z.
package waiver

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"touchstone/reports"
	"touchstone/reports/act"
	"touchstone/reports/attest"
)

// State is how a waiver stands.
type State string

// The states: see the package's table.
const (
	Open         State = "open"
	Declared     State = "declared"
	Unconfirmed  State = "unconfirmed"
	NotJudged    State = "not-judged"
	Unused       State = "unused"
	Expired      State = "expired"
	OtherVersion State = "other-version"
	Elsewhere    State = "elsewhere"
	Refused      State = "refused"
)

// States lists them all.
func States() []State {
	return []State{Open, Declared, Unconfirmed, NotJudged, Unused, Expired, OtherVersion, Elsewhere, Refused}
}

// Waives says whether a failure is waived, be it on a word that nobody has confirmed.
func (s State) Waives() bool { return s == Open || s == Declared || s == Unconfirmed }

// Shuts says whether a waiver that stands so must be mended or removed before a gate opens.
func (s State) Shuts() bool { return s == Expired || s == Unused || s == Refused }

// Standing is a waiver as it stands against a report.
type Standing struct {
	State   State           `json:"state"`
	Waiver  act.Waiver      `json:"waiver"`
	Source  string          `json:"source,omitempty"` // the file; empty: the report itself
	Digest  string          `json:"digest,omitempty"` // of the signed waiver
	Signers []attest.Signer `json:"signers,omitempty"`
	Words   string          `json:"words"` // what that means, and what to do
}

// Confirmed says whether somebody who is trusted has signed it.
func (s Standing) Confirmed() bool {
	return slices.ContainsFunc(s.Signers, func(k attest.Signer) bool { return k.Confirmed })
}

// Judge says how a waiver stands against a report at a time, whoever signed it: never Refused,
// Declared or Unconfirmed.
func Judge(w act.Waiver, r *reports.Report, now time.Time) State {
	i := r.Implementation
	switch {
	case w.Pack != r.Suite.Pack, w.Profile != "" && w.Profile != r.Verdicts.Profile, w.Implementation != i.Name, w.Vendor != i.Vendor:
		return Elsewhere
	case len(w.Versions) > 0 && !slices.Contains(w.Versions, i.Version):
		return OtherVersion
	case !now.Before(w.End()):
		return Expired
	}
	at := slices.IndexFunc(r.Verdicts.Rules, func(rule reports.RuleVerdict) bool { return rule.ID == w.Rule })
	switch {
	case at < 0, r.Verdicts.Rules[at].Verdict == reports.Pass:
		return Unused
	case r.Verdicts.Rules[at].Verdict == reports.Fail:
		return Open
	}
	return NotJudged
}

// Table is a report, and what is needed to judge waivers against it.
type Table struct {
	Report  *reports.Report
	Signers []attest.Signer    // of the report: who declares what it brings along
	Trusted []attest.PublicKey // whose waivers count
	Now     time.Time
}

// Sheet is all the waivers of a report, as they stand on a day.
type Sheet struct {
	Day string     `json:"day"` // in UTC
	All []Standing `json:"waivers"`
}

// Stand judges the report's own waivers, and what was loaded.
func (t Table) Stand(loaded []Loaded) *Sheet {
	s := &Sheet{Day: t.Now.UTC().Format(time.DateOnly), All: []Standing{}}
	for _, w := range t.Report.Verdicts.Waivers {
		s.All = append(s.All, t.own(w))
	}
	for _, l := range loaded {
		s.All = append(s.All, t.lodged(l))
	}
	return s
}

// own is a waiver of the report's.
func (t Table) own(w reports.Waiver) Standing {
	r := t.Report
	x := Standing{Signers: t.confirm(t.Signers), Waiver: act.Waiver{Pack: r.Suite.Pack, Profile: r.Verdicts.Profile, Rule: w.Rule, Vendor: r.Implementation.Vendor,
		Implementation: r.Implementation.Name, Owner: w.Owner, Reason: w.Reason, Expires: w.Expires}}
	if v := r.Implementation.Version; v != "" {
		x.Waiver.Versions = []string{v}
	}
	if x.State = Judge(x.Waiver, r, t.Now); x.State == Open && !x.Confirmed() {
		x.State = Declared
	}
	x.Words = t.words(x)
	return x
}

// lodged is a waiver of its own.
func (t Table) lodged(l Loaded) Standing {
	x := Standing{Source: l.Source, State: Refused}
	if l.Err != nil {
		x.Words = l.Err.Error() + ": restore the file, or remove it"
		return x
	}
	x.Waiver, x.Digest, x.Signers = l.Waiver, l.Digest, t.confirm(l.Signers)
	if x.State = Judge(x.Waiver, t.Report, t.Now); x.State == Open && !x.Confirmed() {
		x.State = Unconfirmed
	}
	x.Words = t.words(x)
	return x
}

// confirm marks those who are trusted: their signatures were verified with the key of that ID.
func (t Table) confirm(signers []attest.Signer) []attest.Signer {
	out := slices.Clone(signers)
	for i := range out {
		out[i].Confirmed = slices.ContainsFunc(t.Trusted, func(k attest.PublicKey) bool { return k.ID() == out[i].KeyID })
	}
	return out
}

// words say what a state means, and what to do about it.
func (t Table) words(x Standing) string {
	w, r := x.Waiver, t.Report
	remove := "remove it"
	if x.Source == "" {
		remove = "it stands in the report, so make a new report"
	}
	switch x.State {
	case Open:
		return fmt.Sprintf("waived by %s until %s: %s", w.Owner, w.Expires, w.Reason)
	case Declared:
		return "declared by the report's own signer, whom a gate does not take at their word: give their key with --waiver-key"
	case Unconfirmed:
		return fmt.Sprintf("signed by %s, whose owner you have not confirmed: get the key from its owner and give it with --waiver-key", signedBy(x.Signers))
	case NotJudged:
		return "this report neither passes nor fails the rule"
	case Unused:
		if slices.ContainsFunc(r.Verdicts.Rules, func(rule reports.RuleVerdict) bool { return rule.ID == w.Rule }) {
			return "the rule passes now: " + remove
		}
		return fmt.Sprintf("the report knows no such rule (%s): %s, or mend the name", r.Suite.Pack, remove)
	case Expired:
		return fmt.Sprintf("it held until %s, and today is %s: mend the failure, or have it waived anew; %s", w.Expires, t.Now.UTC().Format(time.DateOnly), remove)
	case OtherVersion:
		return fmt.Sprintf("it is for %s, and this is %s: if it still holds, have it waived anew", strings.Join(w.Versions, ", "), orNone(r.Implementation.Version, "no version"))
	case Elsewhere:
		return fmt.Sprintf("it is about %s", about(w))
	}
	return ""
}

// about is what a waiver is about, besides the rule.
func about(w act.Waiver) string {
	s := strings.TrimSpace(w.Vendor + " " + w.Implementation)
	for _, x := range []string{w.Profile, w.Pack} {
		if x != "" {
			s += ", " + x
		}
	}
	return s
}

func signedBy(signers []attest.Signer) string {
	if len(signers) == 0 {
		return "nobody"
	}
	ids := make([]string, len(signers))
	for i, s := range signers {
		ids[i] = s.KeyID
	}
	return strings.Join(ids, " and ")
}

func orNone(s, none string) string {
	if s == "" {
		return none
	}
	return s
}

// Tag names what the sheet says: two sheets that say the same have the same tag.
func (s *Sheet) Tag() string {
	text, err := json.Marshal(s)
	if err != nil {
		panic(err) // our own types
	}
	return strings.TrimPrefix(reports.Digest(text), "sha256:")[:16]
}

// Count counts those that stand so.
func (s *Sheet) Count(states ...State) int {
	n := 0
	for i := range s.All {
		if slices.Contains(states, s.All[i].State) {
			n++
		}
	}
	return n
}

// Waived are the failures that are waived, confirmed or not.
func (s *Sheet) Waived() int { return s.Count(Open, Declared, Unconfirmed) }

// Shown are those that whoever looks at the report should see: all but what is about something else.
func (s *Sheet) Shown() []Standing {
	return slices.DeleteFunc(slices.Clone(s.All), func(x Standing) bool { return x.State == Elsewhere })
}

// Of are those on a rule, which are shown with it.
func (s *Sheet) Of(rule string) []Standing {
	var out []Standing
	for i := range s.All {
		if x := &s.All[i]; x.Waiver.Rule == rule && x.State != Elsewhere && x.State != Refused {
			out = append(out, *x)
		}
	}
	return out
}
