package registry

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"
	"unicode"

	"touchstone/reports"
	"touchstone/reports/attest"
	"touchstone/server/store"
)

// maxText bounds every text in a report, in bytes. A page that shows one stays a page.
const maxText = 32 << 10

// checked is a submission on its way.
type checked struct {
	refusal Refusal
	result  *attest.Result // nil: it does not verify
	text    string         // digest of report.json
	signers []signer
	row     store.Submission
	fits    bool // the row can be written
}

// signer is who signed, and what the registry knows of the key.
type signer struct {
	id         string
	registered bool
	key        store.Key
}

func (s signer) may(roles ...store.Role) bool {
	for _, role := range roles {
		if s.registered && s.key.Has(role) {
			return true
		}
	}
	return false
}

// known is a signer whose key is registered and in force.
func (c *checked) known() bool {
	for _, s := range c.signers {
		if s.registered && s.key.Revoked.IsZero() {
			return true
		}
	}
	return false
}

// check finds everything that is wrong with an envelope, but for what other submissions have to do
// with it.
func (r *Registry) check(ctx context.Context, envelope []byte, digest string) (*checked, error) {
	c := &checked{refusal: Refusal{Digest: digest}}
	result, err := attest.Verify(envelope)
	if err != nil {
		signers := c.explain(envelope, err)
		return c, r.identify(ctx, c, signers)
	}
	c.result, c.text = result, reports.Digest(result.Text)
	if err := r.identify(ctx, c, result.Signers); err != nil {
		return nil, err
	}
	account := r.submitter(c)
	r.checkSuite(c)
	finished := r.checkTimes(c)
	c.checkTexts()
	c.row = r.row(c, digest, int64(len(envelope)), account, finished)
	if account == "" {
		return c, nil // a reason is noted
	}
	if err := c.row.Check(); err != nil {
		c.refusal.add(Text, "%v", err)
	} else {
		c.fits = true
	}
	return c, nil
}

// identify looks the signers up.
func (r *Registry) identify(ctx context.Context, c *checked, signers []attest.Signer) error {
	known, err := r.lookUp(ctx, signers)
	c.signers = known
	return err
}

func (r *Registry) lookUp(ctx context.Context, signers []attest.Signer) ([]signer, error) {
	out := make([]signer, len(signers))
	for i, s := range signers {
		key, err := r.store.Key(ctx, s.KeyID)
		if err != nil && !errors.Is(err, store.ErrNotFound) {
			return nil, err
		}
		out[i] = signer{s.KeyID, err == nil, key}
	}
	return out, nil
}

// submitter is the account that answers for a report: that of the first signature by a vendor or a
// laboratory. It is empty when there is none, and a reason is noted.
func (r *Registry) submitter(c *checked) string {
	for _, s := range c.signers {
		if !s.may(store.Vendor, store.Laboratory) {
			continue
		}
		vendor := c.result.Report.Implementation.Vendor
		if r.policy.OwnVendor && !s.may(store.Laboratory) && !strings.EqualFold(s.key.Account, vendor) {
			c.refusal.add(Role, "%s submits reports on its own implementations, and the vendor of this one is %q: name it so with the run, or have a laboratory submit it", s.key.Account, vendor)
		}
		return s.key.Account
	}
	c.refusal.unentitled(c.signers, "submits reports", store.Vendor, store.Laboratory)
	return ""
}

// unentitled says of each signer why it does not do.
func (r *Refusal) unentitled(signers []signer, does string, roles ...store.Role) {
	words := make([]string, len(roles))
	for i, role := range roles {
		words[i] = string(role)
	}
	for _, s := range signers {
		switch {
		case !s.registered:
			r.add(UnknownKey, "key %s is not registered here: an admin of this registry registers it", s.id)
		case !s.key.Revoked.IsZero():
			r.add(RevokedKey, "key %s was revoked on %s: sign with another one", s.id, s.key.Revoked.Format(time.DateOnly))
		default:
			r.add(Role, "key %s of %s has the roles %v, and who %s is %s", s.id, s.key.Account, s.key.Roles, does, strings.Join(words, " or "))
		}
	}
}

func (r *Registry) checkSuite(c *checked) {
	s := suiteOf(c.result.Report)
	if !r.policy.AnySuite && !r.suites.has(s) {
		c.refusal.add(UnknownSuite, "pack %s %s with specification %s and features %s is not known here: run with a released suite, or ask an admin to add this one", s.Pack, s.PackVersion, s.Spec, s.Features)
	}
}

// checkTimes gives when the run finished.
func (r *Registry) checkTimes(c *checked) time.Time {
	run := c.result.Report.Run
	started, err1 := time.Parse(time.RFC3339, run.Started)
	finished, err2 := time.Parse(time.RFC3339, run.Finished)
	now := r.now()
	switch {
	case err1 != nil || err2 != nil:
		c.refusal.add(Time, "the run's times %.40q and %.40q are not RFC 3339", run.Started, run.Finished)
	case finished.Before(started):
		c.refusal.add(Time, "the run finished at %s, before it started at %s", run.Finished, run.Started)
	case finished.After(now.Add(r.policy.Skew)):
		c.refusal.add(Time, "the run finished at %s, and here it is %s: set the clock", run.Finished, now.UTC().Format(time.RFC3339))
	case started.Before(now.Add(-r.policy.MaxAge)):
		c.refusal.add(Time, "the run started at %s, more than %d days ago: run again", run.Started, int(r.policy.MaxAge.Hours()/24))
	}
	return finished
}

// checkTexts keeps names that are shown in lists to what can be shown, and all texts to a length.
func (c *checked) checkTexts() {
	rep := c.result.Report
	for _, name := range []struct{ what, text string }{
		{"the implementation's vendor", rep.Implementation.Vendor},
		{"the implementation's name", rep.Implementation.Name},
		{"the implementation's version", rep.Implementation.Version},
		{"the profile", rep.Verdicts.Profile},
		{"the pack", rep.Suite.Pack},
		{"the pack's version", rep.Suite.PackVersion},
		{"the suite's version", rep.Suite.Version},
		{"the effort", rep.Verdicts.Effort},
		{"the selection", rep.Verdicts.Select},
		{"the environments", strings.Join(rep.Verdicts.Environments, ", ")},
	} {
		if bad, ok := unshowable(name.text); ok {
			c.refusal.add(Text, "%s %.100q holds the character %U, which cannot be shown", name.what, name.text, bad)
		} else if strings.TrimSpace(name.text) != name.text {
			c.refusal.add(Text, "%s %.100q begins or ends with white space", name.what, name.text)
		}
	}
	if n := longest(c.result.Text); n > maxText {
		c.refusal.add(Text, "one of its texts has %d bytes; %d are taken", n, maxText)
	}
}

// unshowable finds a character that does something else than to be seen: controls, and those that turn
// the direction of writing, by which one name looks like another.
func unshowable(s string) (rune, bool) {
	for _, c := range s {
		if unicode.IsControl(c) || unicode.Is(unicode.Bidi_Control, c) || unicode.Is(unicode.Noncharacter_Code_Point, c) ||
			c == '\u2028' || c == '\u2029' || c == '\ufeff' || c >= 0xe0000 && c <= 0xe007f {
			return c, true
		}
	}
	return 0, false
}

// longest is the length of the longest string of a JSON document, in bytes as it is written.
func longest(text []byte) int {
	most, start := 0, -1
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\\' && start >= 0:
			i++
		case c == '"' && start < 0:
			start = i + 1
		case c == '"':
			most = max(most, i-start)
			start = -1
		}
	}
	return most
}

func suiteOf(rep *reports.Report) store.Suite {
	return store.Suite{Pack: rep.Suite.Pack, PackVersion: rep.Suite.PackVersion, Version: rep.Suite.Version, Spec: rep.Suite.Spec, Features: rep.Suite.Features}
}

// row is what the store keeps of a report.
func (r *Registry) row(c *checked, digest string, size int64, account string, finished time.Time) store.Submission {
	rep := c.result.Report
	v := &rep.Verdicts
	s := store.Submission{
		Report: store.Report{
			Digest: digest, Size: size, ID: rep.ID, Suite: suiteOf(rep), Profile: v.Profile,
			Implementation: store.Implementation{Vendor: rep.Implementation.Vendor, Name: rep.Implementation.Name, Version: rep.Implementation.Version},
			Conclusion:     v.Conclusion,
			Counts: store.Counts{
				Requirements: v.Counts.Requirements, Testable: v.Counts.Testable, Tested: v.Counts.Tested, Touched: v.Counts.Touched,
				Passed: v.Counts.Passed, Failed: v.Counts.Failed, Errors: v.Counts.Errors, Inconclusive: v.Counts.Inconclusive,
				Untested: v.Counts.Untested, NotApplicable: v.Counts.NotApplicable, Waivers: len(v.Waivers), Scenarios: v.Counts.Scenarios, Cases: v.Counts.Cases,
			},
			Environments: v.Environments, Effort: v.Effort, Finished: finished,
			State: store.Pending, Account: account, Submitted: r.now(),
		},
		Rules: make([]store.RuleVerdict, len(v.Rules)),
	}
	for _, x := range c.signers {
		who := store.Signer{Key: x.id}
		if x.registered && x.key.Revoked.IsZero() { // what a revoked key signed says nothing of its account
			who.Account = x.key.Account
		}
		s.Signers = append(s.Signers, who)
	}
	for i := range v.Rules {
		s.Rules[i] = store.RuleVerdict{Rule: v.Rules[i].ID, Verdict: v.Rules[i].Verdict, Strength: v.Rules[i].Strength}
	}
	for i := range v.Scenarios {
		if x := v.Scenarios[i].Verdict; x != reports.Untested && x != reports.NotApplicable {
			s.Ran = append(s.Ran, v.Scenarios[i].ID)
		}
	}
	return s
}

// version finds what later formats call themselves.
var (
	laterPredicate = regexp.MustCompile(`^https://touchstone\.dev/conformance-report/v([2-9]|[1-9][0-9]+)$`)
	laterSchema    = regexp.MustCompile(`^touchstone/report/v([2-9]|[1-9][0-9]+)$`)
)

// explain says why an envelope does not verify, and who has signed it, if that much can be said.
func (c *checked) explain(envelope []byte, why error) []attest.Signer {
	words := strings.TrimPrefix(why.Error(), attest.ErrRefused.Error()+": ")
	if len(envelope) > attest.MaxEnvelope {
		c.refusal.add(TooLarge, "%s", words)
		return nil
	}
	s, signers, err := attest.OpenStatement(envelope)
	if err != nil {
		c.refusal.add(outside(envelope, words), "%s", words)
		return nil
	}
	var inside struct {
		Schema string `json:"schema"`
	}
	switch {
	case laterPredicate.MatchString(s.PredicateType):
		c.refusal.add(FutureVersion, "it is a %s, and this registry knows %s: submit a report of that version, or to a newer registry", s.PredicateType, attest.ReportPredicate)
	case s.PredicateType != attest.ReportPredicate:
		c.refusal.add(Malformed, "it is a %.200q, not the report of a run (%s)", s.PredicateType, attest.ReportPredicate)
	case json.Unmarshal(s.Predicate, &inside) == nil && laterSchema.MatchString(inside.Schema):
		c.refusal.add(FutureVersion, "its schema is %s, and this registry knows %s: submit a report of that version, or to a newer registry", inside.Schema, reports.SchemaID)
	case reports.Validate(s.Predicate) != nil:
		c.refusal.add(Schema, "%s", words)
	default:
		c.refusal.add(Digest, "%s", words)
	}
	return signers
}

// outside classifies what is wrong with an envelope whose statement cannot even be read.
func outside(envelope []byte, words string) Code {
	var e struct {
		Payload    *string           `json:"payload"`
		Signatures []json.RawMessage `json:"signatures"`
	}
	switch err := json.Unmarshal(envelope, &e); {
	case err != nil || e.Payload == nil:
		return Malformed
	case len(e.Signatures) == 0:
		return Unsigned
	case strings.HasPrefix(words, "the envelope"), strings.HasPrefix(words, "not a DSSE"), strings.HasPrefix(words, "payload:"), strings.HasPrefix(words, "what is signed"):
		return Malformed
	}
	return Signature
}

// repeated refuses a report that is here already in another envelope, unless somebody new has signed
// it who may: a signature can be taken out of an envelope by anybody, and a report that was revoked or
// superseded does not come back with one more.
func (r *Registry) repeated(ctx context.Context, tx store.Reader, c *checked) error {
	for page := (store.Page{Limit: store.MaxLimit}); ; {
		list, err := tx.Events(ctx, store.EventFilter{Subject: c.text, Action: actionText}, page)
		if err != nil {
			return err
		}
		for _, e := range list.Items {
			before, err := tx.Report(ctx, e.Detail)
			if err != nil {
				return fmt.Errorf("event %d: %w", e.Seq, err)
			}
			if before.Digest == c.row.Digest || before.State == store.Refused {
				continue
			}
			if before.State == store.Revoked || before.State == store.Superseded {
				return refuse(c.row.Digest, Replay, "it is the report of %s, which is %s: run again", before.Digest, before.State)
			}
			if !c.adds(before) {
				return refuse(c.row.Digest, Replay, "it is the report of %s, which is here already and is signed by the same, or by more who are known here", before.Digest)
			}
		}
		if list.Next == "" {
			return nil
		}
		page.After = list.Next
	}
}

// adds says whether somebody has signed who had not, and who may sign this report: its account, or a
// laboratory.
func (c *checked) adds(before store.Report) bool {
	signed := map[string]bool{}
	for _, s := range before.Signers {
		signed[s.Key] = true
	}
	for _, s := range c.signers {
		if !signed[s.id] && (s.may(store.Laboratory) || s.may(store.Vendor) && s.key.Account == before.Account) {
			return true
		}
	}
	return false
}
