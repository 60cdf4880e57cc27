package command

import (
	"context"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/alecthomas/kong"

	"touchstone/reports/act"
	"touchstone/reports/attest"
	"touchstone/server/store"
)

// Register is `registry register`.
type Register struct {
	PublicKey string   `arg:"" name:"public-key" type:"existingfile" help:"The key, PEM. Of a private key the public half is registered."`
	Account   string   `required:"" placeholder:"NAME" help:"Whose it is."`
	Role      []string `default:"vendor" enum:"vendor,laboratory,reviewer,admin" placeholder:"ROLE" help:"What it may do: vendor, laboratory, reviewer, admin; may be repeated."`
	Label     string   `placeholder:"WORDS" help:"What its owner calls it."`
	signs
}

// Run registers.
func (c *Register) Run(ctx context.Context, k *kong.Kong) error {
	key, err := attest.LoadPublicHalf(c.PublicKey, nil)
	if err != nil {
		return usage("%w", err)
	}
	roles := make([]act.Role, len(c.Role))
	for i, r := range c.Role {
		roles[i] = act.Role(r)
	}
	d := act.Register(key, c.Account, roles...)
	d.Label = c.Label
	return c.do(ctx, k, d)
}

// waiting is what a reviewer decides on.
type waiting struct {
	What string `arg:"" help:"Report: its digest or its file. Or a challenge: its ID."`
	signs
}

func (w *waiting) decide(ctx context.Context, k *kong.Kong, answer act.Answer, reason string) error {
	d := act.Decision{Answer: answer, Reason: reason}
	_, err := os.Stat(w.What)
	if digits := strings.TrimPrefix(w.What, "sha256:"); err == nil || len(digits) == 64 || strings.Contains(w.What, "/") {
		if d.Report, err = digestOf(ctx, &w.signs, w.What); err != nil {
			return err
		}
	} else {
		d.Challenge = w.What
	}
	return w.do(ctx, k, d)
}

// Accept is `registry accept`.
type Accept struct {
	waiting
	Reason string `placeholder:"WORDS" help:"What there is to say about it, in public."`
}

// Run accepts.
func (c *Accept) Run(ctx context.Context, k *kong.Kong) error {
	return c.decide(ctx, k, act.Accept, c.Reason)
}

// Refuse is `registry refuse`.
type Refuse struct {
	waiting
	Reason string `required:"" placeholder:"WORDS" help:"Why."`
}

// Run refuses.
func (c *Refuse) Run(ctx context.Context, k *kong.Kong) error {
	return c.decide(ctx, k, act.Refuse, c.Reason)
}

// Revoke is `registry revoke`.
type Revoke struct {
	What   string `arg:"" enum:"report,waiver,key" help:"report, waiver or key."`
	ID     string `arg:"" name:"id" help:"Report: digest, page's address or file. Waiver: digest. Key: its ID, or a file with it."`
	Reason string `required:"" placeholder:"WORDS" help:"Why, in public."`
	signs
}

// Run revokes.
func (c *Revoke) Run(ctx context.Context, k *kong.Kong) error {
	d := act.Revocation{What: act.Thing(c.What), ID: c.ID, Reason: c.Reason}
	var err error
	switch d.What {
	case act.ThingReport:
		d.ID, err = digestOf(ctx, &c.signs, c.ID)
	case act.ThingKey:
		if !store.IsDigest(c.ID) {
			key, e := attest.LoadPublicHalf(c.ID, nil)
			if e != nil {
				return usage("%q is neither a key's ID nor a file with one: %w", c.ID, e)
			}
			d.ID = key.ID()
		}
	}
	if err != nil {
		return err
	}
	return c.do(ctx, k, d)
}

// Supersede is `registry supersede`.
type Supersede struct {
	Report string `arg:"" help:"The report that is replaced: digest, page's address or file."`
	By     string `arg:"" help:"The one that takes its place."`
	Reason string `placeholder:"WORDS" help:"Why, in public."`
	signs
}

// Run supersedes.
func (c *Supersede) Run(ctx context.Context, k *kong.Kong) error {
	report, err := digestOf(ctx, &c.signs, c.Report)
	if err != nil {
		return err
	}
	by, err := digestOf(ctx, &c.signs, c.By)
	if err != nil {
		return err
	}
	return c.do(ctx, k, act.Supersession{Report: report, By: by, Reason: c.Reason})
}

// Waive is `registry waive`.
type Waive struct {
	Rule           string   `required:"" placeholder:"ID" help:"Rule whose failure is accepted."`
	Pack           string   `placeholder:"NAME" help:"Pack that the rule is in; default: the one of which the registry knows the rule, else riscv."`
	Profile        string   `placeholder:"NAME" help:"Only against this profile; default: every one."`
	Vendor         string   `placeholder:"NAME" help:"Vendor, as reports name it; default: none."`
	Implementation string   `required:"" placeholder:"NAME" help:"Implementation, as reports name it."`
	Revision       []string `placeholder:"VERSION" help:"Version of the implementation, exactly as reports name it; may be repeated."`
	EveryRevision  bool     `help:"Every version. Better to name them: a waiver should not outlive what it was made for."`
	Owner          string   `required:"" placeholder:"NAME" help:"Who answers for it."`
	Reason         string   `required:"" placeholder:"WORDS" help:"Why the failure is accepted."`
	Expires        string   `required:"" placeholder:"YYYY-MM-DD" help:"The last day on which it holds, in UTC."`
	signs
}

// Help is shown with --help.
func (*Waive) Help() string {
	return "`report waive --registry NAME --out FILE` makes waivers of everything that fails in a report; `registry send FILE` sends them."
}

// Run waives.
func (c *Waive) Run(ctx context.Context, k *kong.Kong) error {
	if c.EveryRevision == (len(c.Revision) > 0) {
		return usage("in which versions? --revision VERSION for each, or --every-revision")
	}
	pack, err := c.pack(ctx, c.Pack, clues{rule: c.Rule})
	if err != nil {
		return err
	}
	return c.do(ctx, k, act.Waiver{Pack: pack, Profile: c.Profile, Rule: c.Rule, Vendor: c.Vendor, Implementation: c.Implementation,
		Versions: c.Revision, Owner: c.Owner, Reason: c.Reason, Expires: c.Expires})
}

// Challenge is `registry challenge`.
type Challenge struct {
	Target   string   `arg:"" enum:"verdict,scenario,rule" help:"verdict (of a report on a rule or a scenario), scenario (tests what the standard does not say), rule (how it is read)."`
	Title    string   `required:"" placeholder:"WORDS" help:"In one line."`
	Text     string   `placeholder:"WORDS" help:"What is disputed, and why."`
	TextFile string   `type:"path" placeholder:"FILE" help:"The same, from a file."`
	Report   string   `placeholder:"REPORT" help:"Report with the verdict: digest, page's address or file."`
	Rule     string   `placeholder:"ID" help:"Rule."`
	Scenario string   `placeholder:"ID" help:"Scenario."`
	Pack     string   `placeholder:"NAME" help:"Pack; default: that of the report, else the one of which the registry knows the rule, else riscv."`
	By       string   `placeholder:"NAME" help:"As you want to be called."`
	Evidence []string `placeholder:"DIGEST" help:"Digest of evidence; may be repeated."`
	signs
}

// Run challenges.
func (c *Challenge) Run(ctx context.Context, k *kong.Kong) error {
	text, err := words("--text", c.Text, c.TextFile)
	if err != nil {
		return err
	}
	d := act.Challenge{Target: act.Target(c.Target), Rule: c.Rule, Scenario: c.Scenario, Title: c.Title, Text: text, Evidence: c.Evidence, By: c.By}
	if c.Report != "" {
		if d.Report, err = digestOf(ctx, &c.signs, c.Report); err != nil {
			return err
		}
	}
	if d.Pack, err = c.pack(ctx, c.Pack, clues{report: d.Report, scenario: c.Scenario, rule: c.Rule}); err != nil {
		return err
	}
	return c.do(ctx, k, d)
}

// words are a flag's, or its file's.
func words(flag, text, file string) (string, error) {
	switch {
	case file == "" && text == "":
		return "", usage("%s is missing, or %s-file", flag, flag)
	case file == "":
		return text, nil
	case text != "":
		return "", usage("%s and %s-file contradict each other", flag, flag)
	}
	from, err := readSmall(file)
	if err != nil {
		return "", usage("%s-file: %w", flag, err)
	}
	return strings.TrimSpace(string(from)), nil
}

// Withdraw is `registry withdraw`.
type Withdraw struct {
	Challenge string `arg:"" help:"ID of the challenge."`
	Reason    string `placeholder:"WORDS" help:"Why, in public."`
	signs
}

// Run withdraws.
func (c *Withdraw) Run(ctx context.Context, k *kong.Kong) error {
	return c.do(ctx, k, act.Withdrawal{Challenge: c.Challenge, Reason: c.Reason})
}

// Rule is `registry rule`.
type Rule struct {
	Challenge string   `arg:"" help:"ID of the challenge."`
	Outcome   string   `arg:"" enum:"upheld,rejected" help:"upheld: the challenger is right; rejected: it stands."`
	Text      string   `placeholder:"WORDS" help:"The reasons, in public."`
	TextFile  string   `type:"path" placeholder:"FILE" help:"The same, from a file."`
	Withdraw  []string `placeholder:"SCENARIO" help:"ID of a scenario that is withdrawn: reports that ran it become stale; may be repeated."`
	Pack      string   `placeholder:"NAME" help:"Pack of the scenarios; default: that of the challenge, else riscv."`
	Suite     []string `placeholder:"DIGEST" help:"Digest of the features that they are withdrawn from; default: from all."`
	signs
}

// Run rules.
func (c *Rule) Run(ctx context.Context, k *kong.Kong) error {
	text, err := words("--text", c.Text, c.TextFile)
	if err != nil {
		return err
	}
	d := act.Ruling{Challenge: c.Challenge, Outcome: act.Outcome(c.Outcome), Text: text, Withdraws: c.Withdraw, Suites: c.Suite}
	if len(c.Withdraw) > 0 {
		if d.Pack, err = c.pack(ctx, c.Pack, clues{challenge: c.Challenge, scenario: c.Withdraw[0]}); err != nil {
			return err
		}
	}
	return c.do(ctx, k, d)
}

// RunAct is `registry run`.
type RunAct struct {
	Implementation string            `arg:"" help:"Name under which the registry knows it."`
	Profile        string            `placeholder:"P" help:"Profile to claim; default: that of the implementation's statement."`
	Environment    []string          `placeholder:"NAME" help:"Environments; default: all."`
	Effort         string            `default:"standard" enum:"quick,standard,exhaustive" help:"quick, standard, exhaustive."`
	Select         string            `placeholder:"EXPR" help:"Run a part."`
	Seed           string            `placeholder:"N" help:"Of the random part of sweeps."`
	Set            map[string]string `placeholder:"NAME=VALUE" help:"Parameter of the conformance statement; may be repeated."`
	signs
}

// Run enqueues a run.
func (c *RunAct) Run(ctx context.Context, k *kong.Kong) error {
	d := act.Run{Implementation: c.Implementation, Profile: c.Profile, Environments: c.Environment, Effort: c.Effort, Select: c.Select, Seed: c.Seed}
	for _, name := range slices.Sorted(maps.Keys(c.Set)) {
		d.Set = append(d.Set, fmt.Sprintf("%s=%s", name, c.Set[name]))
	}
	return c.do(ctx, k, d)
}
