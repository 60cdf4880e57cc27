package store

import (
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"touchstone/reports"
)

// Limits, in bytes where they are of text.
const (
	MaxName    = 512      // names, labels, accounts, IDs
	MaxTitle   = 256      // an implementation's vendor, name and version
	MaxWords   = 16 << 10 // reasons, texts of challenges and rulings
	MaxPayload = 4 << 10  // of a log entry
	MaxList    = 64       // signers, roles, environments, versions, evidence
	MaxRules   = 20_000   // rules, and scenarios, of one report
)

// Check says what an implementation of Store must not take, ErrInvalid. Every implementation calls
// it before it writes.
func (k Key) Check() error {
	c := check{what: "key " + k.ID}
	c.digest("ID", k.ID)
	c.name("account", k.Account, 1)
	c.name("algorithm", k.Algorithm, 1)
	c.name("label", k.Label, 0)
	c.name("added by", k.AddedBy, 0)
	c.time("added", k.Added)
	c.list("roles", len(k.Roles))
	if len(k.SPKI) == 0 || len(k.SPKI) > MaxPayload {
		c.say("SPKI has %d bytes; 1 to %d are taken", len(k.SPKI), MaxPayload)
	}
	for _, r := range k.Roles {
		if !slices.Contains([]Role{Vendor, Laboratory, Reviewer, Admin}, r) {
			c.say("role %q is none of vendor, laboratory, reviewer, admin", r)
		}
	}
	return c.err
}

// Check as for [Key.Check].
func (r Revocation) Check() error {
	c := check{what: "revocation of " + r.ID}
	c.name("ID", r.ID, 1)
	c.name("by", r.By, 1)
	c.words("reason", r.Reason)
	c.time("at", r.At)
	return c.err
}

// CheckLogged is Check for a revocation that the log gets.
func (r Revocation) CheckLogged(entry Entry) error {
	if err := r.Check(); err != nil {
		return err
	}
	c := check{what: "revocation of " + r.ID}
	c.entry(KindRevocation, &entry, r.ID)
	return c.err
}

// Check as for [Key.Check].
func (s Submission) Check() error {
	c := check{what: "report " + s.Digest}
	c.digest("digest", s.Digest)
	c.name("ID", s.ID, 1)
	c.name("pack", s.Suite.Pack, 1)
	c.name("pack version", s.Suite.PackVersion, 0)
	c.name("suite version", s.Suite.Version, 0)
	c.name("spec digest", s.Suite.Spec, 0)
	c.name("features digest", s.Suite.Features, 0)
	c.name("profile", s.Profile, 1)
	c.text("vendor", s.Implementation.Vendor, 0, MaxTitle)
	c.text("implementation", s.Implementation.Name, 1, MaxTitle)
	c.text("version", s.Implementation.Version, 0, MaxTitle)
	c.name("effort", s.Effort, 0)
	c.name("account", s.Account, 1)
	c.time("finished", s.Finished)
	c.time("submitted", s.Submitted)
	c.names("environment", s.Environments)
	c.list("signers", len(s.Signers))
	if s.Size < 0 {
		c.say("size %d", s.Size)
	}
	if !slices.Contains([]reports.Conclusion{reports.Conforming, reports.NonConforming, reports.Unresolved}, s.Conclusion) {
		c.say("conclusion %q is none of conforming, non-conforming, inconclusive", s.Conclusion)
	}
	for _, k := range s.Signers {
		c.digest("signer", k.Key)
		c.name("signer's account", k.Account, 0)
	}
	if len(s.Rules) > MaxRules || len(s.Ran) > MaxRules {
		c.say("%d rules and %d scenarios; %d each are taken", len(s.Rules), len(s.Ran), MaxRules)
	}
	seen := make(map[string]bool, len(s.Rules))
	for _, r := range s.Rules {
		c.name("rule", r.Rule, 1)
		if !r.Verdict.Known() {
			c.say("rule %s has verdict %q", r.Rule, r.Verdict)
		}
		if r.Strength != "" && r.Strength != "tested" && r.Strength != "touched" {
			c.say("rule %s has strength %q, neither tested nor touched", r.Rule, r.Strength)
		}
		if seen[r.Rule] {
			c.say("rule %s stands there twice", r.Rule)
		}
		seen[r.Rule] = true
	}
	for _, id := range s.Ran {
		c.name("scenario", id, 1)
	}
	if s.State != Pending && s.State != Accepted {
		c.say("begins as %q; a report begins as pending or accepted", s.State)
	}
	c.entry(s.State.Entry(), s.Entry, s.Digest)
	return c.err
}

// Check as for [Key.Check].
func (m Move) Check() error {
	c := check{what: "report " + m.Digest}
	c.digest("digest", m.Digest)
	if !slices.Contains(States(), m.To) || m.From != "" && !slices.Contains(States(), m.From) {
		c.say("moves from %q to %q, and there is no such state", m.From, m.To)
	}
	c.name("by", m.By, 1)
	c.words("reason", m.Reason)
	c.time("at", m.At)
	if m.To == Superseded {
		c.digest("superseded by", m.SupersededBy)
		if m.SupersededBy == m.Digest {
			c.say("is superseded by itself")
		}
	} else if m.SupersededBy != "" {
		c.say("has a successor and becomes %s", m.To)
	}
	c.entry(m.To.Entry(), m.Entry, m.Digest)
	return c.err
}

// Check as for [Key.Check].
func (w Waiver) Check(entry Entry) error {
	c := check{what: "waiver " + w.Digest}
	c.digest("digest", w.Digest)
	c.name("pack", w.Pack, 0)
	c.name("profile", w.Profile, 0)
	c.name("rule", w.Rule, 1)
	c.name("vendor", w.Vendor, 0)
	c.name("implementation", w.Name, 1)
	c.names("version", w.Versions)
	c.name("owner", w.Owner, 1)
	c.name("added by", w.AddedBy, 0)
	c.words("reason", w.Reason)
	c.time("expires", w.Expires)
	c.time("added", w.Added)
	c.entry(KindWaiver, &entry, w.Digest)
	return c.err
}

// Check as for [Key.Check].
func (x Challenge) Check() error {
	c := check{what: "challenge " + x.ID}
	c.name("ID", x.ID, 1)
	if !slices.Contains([]Target{TargetVerdict, TargetScenario, TargetRule}, x.Target) {
		c.say("target %q is none of verdict, scenario, rule", x.Target)
	}
	if x.State != Raised && x.State != Open {
		c.say("begins as %q; a challenge begins as raised or open", x.State)
	}
	c.name("pack", x.Pack, 0)
	c.name("rule", x.Rule, 0)
	c.name("scenario", x.Scenario, 0)
	c.name("title", x.Title, 1)
	c.words("text", x.Text)
	c.name("by", x.By, 0)
	c.name("account", x.Account, 0)
	c.time("raised", x.Raised)
	c.list("evidence", len(x.Evidence))
	for _, d := range x.Evidence {
		c.digest("evidence", d)
	}
	if x.Report != "" {
		c.digest("report", x.Report)
	}
	return c.err
}

// Check as for [Key.Check].
func (m ChallengeMove) Check() error {
	c := check{what: "challenge " + m.ID}
	c.name("ID", m.ID, 1)
	if !slices.Contains(ChallengeStates(), m.To) {
		c.say("moves to %q, and there is no such state", m.To)
	}
	c.name("by", m.By, 1)
	c.words("reason", m.Reason)
	c.time("at", m.At)
	return c.err
}

// Check as for [Key.Check].
func (r Ruling) Check(entry Entry) error {
	c := check{what: "ruling " + r.Digest}
	c.digest("digest", r.Digest)
	c.name("challenge", r.Challenge, 1)
	if r.Outcome != Upheld && r.Outcome != Rejected {
		c.say("outcome %q is neither upheld nor rejected", r.Outcome)
	}
	c.words("text", r.Text)
	c.name("by", r.By, 1)
	c.time("at", r.At)
	c.name("pack", r.Pack, min(1, len(r.Withdraws)))
	if len(r.Withdraws) > MaxRules {
		c.say("withdraws %d scenarios; %d are taken", len(r.Withdraws), MaxRules)
	}
	for _, id := range r.Withdraws {
		c.name("scenario", id, 1)
	}
	c.names("suite", r.Suites)
	c.entry(KindRuling, &entry, r.Digest)
	return c.err
}

// Check as for [Key.Check].
func (l Logged) Check() error {
	c := check{what: fmt.Sprintf("entry %d", l.Seq)}
	if l.Index < 0 {
		c.say("index %d", l.Index)
	}
	c.time("at", l.At)
	return c.err
}

// Check as for [Key.Check].
func (e Event) Check() error {
	c := check{what: "event " + e.Action}
	c.name("actor", e.Actor, 1)
	c.name("action", e.Action, 1)
	c.name("subject", e.Subject, 0)
	c.words("detail", e.Detail)
	c.time("at", e.At)
	return c.err
}

// IsDigest says whether s is "sha256:" and 64 lower-case hexadecimal digits.
func IsDigest(s string) bool {
	digits, ok := strings.CutPrefix(s, "sha256:")
	if !ok || len(digits) != 64 || strings.ToLower(digits) != digits {
		return false
	}
	_, err := hex.DecodeString(digits)
	return err == nil
}

// check keeps the first thing that is wrong.
type check struct {
	what string
	err  error
}

func (c *check) say(format string, a ...any) {
	if c.err == nil {
		what := c.what
		if !utf8.ValidString(what) || len(what) > MaxName {
			what = fmt.Sprintf("%.80q", what)
		}
		c.err = fmt.Errorf("%w: %s: %s", ErrInvalid, what, fmt.Sprintf(format, a...))
	}
}

func (c *check) digest(field, s string) {
	if !IsDigest(s) {
		c.say("%s %.80q is not sha256: and 64 hexadecimal digits", field, s)
	}
}

func (c *check) text(field, s string, least, most int) {
	switch {
	case len(s) < least:
		c.say("%s is missing", field)
	case len(s) > most:
		c.say("%s has %d bytes; at most %d are taken", field, len(s), most)
	case !utf8.ValidString(s) || strings.ContainsRune(s, 0):
		c.say("%s %.80q is not text", field, s)
	}
}

func (c *check) name(field, s string, least int) { c.text(field, s, least, MaxName) }

func (c *check) words(field, s string) { c.text(field, s, 0, MaxWords) }

func (c *check) list(field string, n int) {
	if n > MaxList {
		c.say("%d %s; at most %d are taken", n, field, MaxList)
	}
}

func (c *check) names(field string, list []string) {
	c.list(field+"s", len(list))
	for _, s := range list {
		c.name(field, s, 1)
	}
}

// time keeps to the years that every database and every form of writing a time can hold.
func (c *check) time(field string, t time.Time) {
	if y := t.Year(); y < 1970 || y > 9999 {
		c.say("%s is in the year %d", field, y)
	}
}

// entry holds an entry to what it is the entry of; an empty kind wants none.
func (c *check) entry(kind Kind, e *Entry, subject string) {
	switch {
	case kind == "" && e == nil:
		return
	case kind == "":
		c.say("has an entry for the log, and nothing to log")
		return
	case e == nil:
		c.say("has no entry for the log, of kind %s", kind)
		return
	}
	if e.Kind != kind || e.Subject != subject {
		c.say("has an entry of kind %q about %q; it is a %s about %q", e.Kind, e.Subject, kind, subject)
	}
	c.digest("entry's digest", e.Digest)
	if len(e.Payload) == 0 || len(e.Payload) > MaxPayload {
		c.say("the entry has %d bytes; 1 to %d are taken", len(e.Payload), MaxPayload)
	}
	c.time("entry's time", e.At)
}
