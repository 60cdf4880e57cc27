package command

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/alecthomas/kong"

	"touchstone/reports"
	"touchstone/reports/act"
	"touchstone/reports/attest"
	"touchstone/reports/attest/passphrase"
)

// Waive is `report waive`.
type Waive struct {
	Rule           []string `placeholder:"ID" help:"Rule whose failure is accepted; may be repeated."`
	Failing        bool     `help:"Every rule that fails in --report: a signed baseline."`
	Report         string   `type:"path" placeholder:"FILE" help:"Take pack, profile, vendor, implementation and version from this report, in which the rules must fail."`
	Pack           string   `placeholder:"NAME" help:"Pack that the rule is in; default: that of --report, or riscv."`
	Profile        string   `placeholder:"NAME" help:"Only against this profile; default: every one."`
	Vendor         string   `placeholder:"NAME" help:"Vendor, as reports name it; default: none."`
	Implementation string   `placeholder:"NAME" help:"Implementation, as reports name it."`
	Revision       []string `placeholder:"VERSION" help:"Version of the implementation, exactly as reports name it; may be repeated."`
	EveryRevision  bool     `help:"Every version. Better to name them: a waiver should not outlive what it was made for."`
	Owner          string   `required:"" placeholder:"NAME" help:"Who answers for it."`
	Reason         string   `required:"" placeholder:"WORDS" help:"Why the failure is accepted."`
	Expires        string   `required:"" placeholder:"YYYY-MM-DD" help:"The last day on which it holds, in UTC."`
	Registry       string   `placeholder:"NAME" help:"Make it for a registry of this name, to be lodged there; default: for a repository."`
	Key            string   `type:"path" placeholder:"FILE" help:"Private key (PKCS#8 PEM, also encrypted); default: your own, made on first use."`
	passphrase.Flags
	Out string `short:"o" aliases:"output" type:"path" placeholder:"PATH" help:"File to make (*.json, *.jsonl), one waiver a line; or a folder, in which each gets a file of its own; default: standard output."`
}

// Help is shown with --help.
func (c *Waive) Help() string {
	return "A waiver changes no verdict: it stands beside it, and `report gate --waivers PATH --waiver-key FILE` honours it " +
		"where the owner of the gate trusts the key. Keep it in the repository, for instance in conformance/waivers/."
}

func (c *Waive) Run(k *kong.Kong) error {
	waivers, err := c.documents()
	if err != nil {
		return usage(err)
	}
	key, err := signingKey(c.Key, c.Source())
	if err != nil {
		return classify(err)
	}
	signed := make([][]byte, len(waivers))
	for i, w := range waivers {
		text, err := act.Sign(act.New(c.Registry), w, key)
		if err != nil {
			return usage(err)
		}
		signed[i] = append(text, '\n')
	}
	if ext := filepath.Ext(c.Out); c.Out != "" && ext != ".json" && ext != ".jsonl" {
		if err := os.MkdirAll(c.Out, 0o755); err != nil {
			return usage(err)
		}
		for i, w := range waivers {
			if err := c.save(k, filepath.Join(c.Out, fileName(w.Rule, signed[i])), signed[i], key, w.Rule); err != nil {
				return err
			}
		}
		return nil
	}
	all := slices.Concat(signed...)
	if c.Out != "" {
		return c.save(k, c.Out, all, key, fmt.Sprintf("%d waivers", len(waivers)))
	}
	_, err = k.Stdout.Write(all)
	return err
}

// save makes a file; one that is there is left alone.
func (c *Waive) save(k *kong.Kong, path string, text []byte, key *attest.Key, what string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return usage(fmt.Errorf("%s is there already: choose another name, or a folder", path))
	}
	if err != nil {
		return usage(err)
	}
	_, err = f.Write(text)
	if err = errors.Join(err, f.Close()); err != nil {
		_ = os.Remove(path)
		return &reports.Exit{Code: reports.ExitUnfinished, Err: fmt.Errorf("the waiver could not be written: %w", err)}
	}
	fmt.Fprintf(k.Stderr, "waived until the end of %s (UTC), signed by key %s: %s: %s\n", c.Expires, key.ID(), plain(what), path)
	return nil
}

// documents are what is to be signed.
func (c *Waive) documents() ([]act.Waiver, error) {
	w := act.Waiver{Pack: c.Pack, Profile: c.Profile, Vendor: c.Vendor, Implementation: c.Implementation, Versions: c.Revision,
		Owner: c.Owner, Reason: c.Reason, Expires: c.Expires}
	rules := c.Rule
	if c.Report != "" {
		r, err := c.fromReport(&w)
		if err != nil {
			return nil, err
		}
		if rules, err = c.failing(r); err != nil {
			return nil, err
		}
	}
	switch {
	case len(rules) == 0 && c.Failing && c.Report != "":
		return nil, errors.New("no rule fails in that report: there is nothing to waive")
	case len(rules) == 0 || c.Failing && c.Report == "":
		return nil, errors.New("which rule? --rule ID, or --failing with --report FILE")
	case w.Implementation == "":
		return nil, errors.New("whose failure? --implementation NAME, or --report FILE")
	case c.EveryRevision && len(c.Revision) > 0:
		return nil, errors.New("--every-revision and --revision contradict each other")
	case c.EveryRevision:
		w.Versions = nil
	case len(w.Versions) == 0:
		return nil, errors.New("in which versions? --revision VERSION for each, or --every-revision")
	}
	if w.Pack == "" {
		w.Pack = "riscv"
	}
	out := make([]act.Waiver, len(rules))
	for i, rule := range rules {
		w.Rule = rule
		if err := w.Validate(); err != nil {
			return nil, err
		}
		out[i] = w
	}
	if !time.Now().Before(w.End()) {
		return nil, fmt.Errorf("--expires %s: that day is over, and a waiver holds to the end of its last day in UTC", c.Expires)
	}
	return out, nil
}

// fromReport takes what the flags leave open from the report.
func (c *Waive) fromReport(w *act.Waiver) (*reports.Report, error) {
	o, err := (&trust{}).open(c.Report)
	if err != nil {
		return nil, err
	}
	r := o.Report
	for _, x := range []struct {
		field *string
		value string
		flag  string
	}{
		{&w.Pack, r.Suite.Pack, "--pack"}, {&w.Profile, r.Verdicts.Profile, "--profile"},
		{&w.Vendor, r.Implementation.Vendor, "--vendor"}, {&w.Implementation, r.Implementation.Name, "--implementation"},
	} {
		if *x.field != "" && *x.field != x.value {
			return nil, fmt.Errorf("%s %q is not the report's, %q: leave it out", x.flag, *x.field, x.value)
		}
		*x.field = x.value
	}
	if v := r.Implementation.Version; len(w.Versions) == 0 && v != "" {
		w.Versions = []string{v}
	}
	return r, nil
}

// failing are the rules that are asked for, all of which must fail.
func (c *Waive) failing(r *reports.Report) ([]string, error) {
	verdicts := make(map[string]reports.Verdict, len(r.Verdicts.Rules))
	rules := c.Rule
	for _, rule := range r.Verdicts.Rules {
		verdicts[rule.ID] = rule.Verdict
		if c.Failing && rule.Verdict == reports.Fail && !slices.Contains(rules, rule.ID) {
			rules = append(rules[:len(rules):len(rules)], rule.ID)
		}
	}
	for _, rule := range rules {
		switch v, ok := verdicts[rule]; {
		case !ok:
			return nil, fmt.Errorf("the report knows no rule %q: `report show` names those that fail", rule)
		case v != reports.Fail:
			return nil, fmt.Errorf("rule %s does not fail in that report, it is %s: a waiver would be unused", rule, v)
		}
	}
	return rules, nil
}

// fileName is a name that any file system takes, and that no other waiver has.
func fileName(rule string, signed []byte) string {
	const most = 80
	name := strings.Map(func(r rune) rune {
		if r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)) || r == '_' || r == '-' {
			return r
		}
		return '-'
	}, rule)
	return fmt.Sprintf("%s-%s.json", name[:min(most, len(name))], reports.Digest(signed)[len("sha256:"):][:12])
}

// plain takes out of words from outside what could steer a terminal.
func plain(s string) string {
	return reports.Plain(strings.NewReplacer("\n", " ", "\t", " ").Replace(s), "")
}
