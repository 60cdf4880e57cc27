package command

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime/debug"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/alecthomas/kong"

	"touchstone/reports"
	"touchstone/runner"
	"touchstone/runner/image"
	"touchstone/runner/iut/embedded"
	"touchstone/runner/prove"
	"touchstone/runner/prove/seeded"
	"touchstone/specs"
)

// Prove is `prove`.
type Prove struct {
	Profile     string `placeholder:"P" help:"Profile to claim; default: the embedded implementation's."`
	Pack        string `default:"riscv" help:"Pack of this binary: riscv, or one of implementations that are asked and answer."`
	Specs       string `type:"path" placeholder:"DIR" help:"Compile the pack in a folder instead."`
	Environment string `default:"machine" enum:"machine,linux" aliases:"env" help:"Environment to measure in: machine, linux."`
	Effort      string `default:"standard" enum:"quick,standard,exhaustive" help:"The greatest effort that a subject must survive to count as missed."`
	Defect      string `placeholder:"ID" help:"Try one subject, or all whose id begins so: fadd.s, or fp-* for a part of a name."`
	Share       string `placeholder:"1/N" help:"Try one share of N, chosen by --seed."`
	Seed        uint64 `default:"1" help:"Chooses the share."`
	Record      string `type:"path" placeholder:"FILE" help:"Write the measurement that reports quote; what it says of other profiles stays."`
	Verbose     bool   `short:"v" help:"Say of every subject what caught it."`
	JSON        bool   `name:"json" help:"Print the results as JSON."`
}

func (c *Prove) Run(ctx context.Context, k *kong.Kong) error {
	if pack, err := openPack(c.Pack, c.Specs, specs.Rules); err != nil {
		return err
	} else if pack.Exchanges() {
		return c.conversations(ctx, k)
	}
	flags := claimFlags{Profile: c.Profile, Pack: c.Pack, Specs: c.Specs, IUT: embeddedName, Environment: []string{c.Environment}, Effort: c.Effort, Seed: 1}
	request, _, err := flags.request(ctx)
	if err != nil {
		return err
	}
	// Machines come and go by the thousand beside plans that stay: collecting less often saves a quarter
	// of the time for as much memory again.
	debug.SetGCPercent(200)
	debug.SetMemoryLimit(6 << 30)
	var plans []*runner.Plan
	for _, effort := range runner.Efforts {
		request.Effort = effort
		plan, err := runner.Make(ctx, request, embedded.ProtocolIn(c.Environment))
		if err != nil {
			return classify(err)
		}
		plans = append(plans, plan)
		if effort == c.Effort {
			break
		}
	}
	suite := prove.NewSuite(plans...)
	if c.Environment != "machine" {
		request.Environment, request.Map = "machine", image.Map{}
		machine, err := runner.Make(ctx, request, image.Signature)
		if err != nil {
			return classify(err)
		}
		suite.Beside(prove.NewSuite(machine))
	}
	all := suite.Subjects()
	subjects, err := c.choose(all)
	if err != nil {
		return err
	}
	bar := newProgressOf(k.Stderr, "trying", len(subjects))
	results, err := suite.TryAll(ctx, subjects, func(done int, _ prove.Result) { bar.set(done) })
	bar.done()
	if err != nil {
		return classify(err)
	}
	ids := make([]string, len(all))
	for i, x := range all {
		ids[i] = x.ID
	}
	return c.conclude(k, plans[0], ids, prove.Exclusions(), results)
}

// conclude records the results, prints them, and says whether they are as they must be.
func (c *Prove) conclude(k *kong.Kong, plan *runner.Plan, ids []string, excluded []prove.Excluded, results []prove.Result) error {
	if c.Record != "" {
		earlier, err := os.ReadFile(c.Record)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return usage("--record: %w", err)
		}
		text, err := prove.RecordOf(earlier, plan, ids, results)
		if err != nil {
			return usage("--record %s: %w", c.Record, err)
		}
		if err := os.WriteFile(c.Record, text, 0o644); err != nil {
			return unwritable(err)
		}
	}
	if c.JSON {
		if err := printJSON(k.Stdout, results); err != nil {
			return err
		}
	} else {
		c.print(k, excluded, results)
	}
	if n := len(prove.Survivors(results)); n > 0 {
		return &reports.Exit{Code: reports.ExitFailed, Err: fmt.Errorf("%d of %d subjects came out wrong", n, len(results))}
	}
	return nil
}

// means says whether --defect is about a subject.
func (c *Prove) means(id string) bool {
	part, whole := strings.CutSuffix(c.Defect, "*")
	return c.Defect == "" || id == c.Defect || strings.HasPrefix(id, c.Defect+"/") || whole && strings.HasPrefix(id, part)
}

func (c *Prove) choose(all []prove.Subject) ([]prove.Subject, error) {
	if c.Share != "" {
		var n uint64
		if _, err := fmt.Sscanf(c.Share, "1/%d", &n); err != nil || n == 0 {
			return nil, usage("--share %s: write 1/3 for one third", c.Share)
		}
		all = prove.Share(all, n, c.Seed)
	}
	all = slices.DeleteFunc(slices.Clone(all), func(s prove.Subject) bool { return !c.means(s.ID) })
	if len(all) == 0 {
		return nil, usage("nothing to try: --defect %s is the id of no defect, mutant or variant", c.Defect)
	}
	return all, nil
}

func (c *Prove) print(k *kong.Kong, excluded []prove.Excluded, results []prove.Result) {
	w := tabwriter.NewWriter(k.Stdout, 0, 0, 2, ' ', 0)
	if c.Verbose || len(results) <= 40 {
		for _, r := range results {
			state := map[bool]string{true: "caught", false: "SURVIVED"}[r.Killed]
			if r.Unseen != "" {
				state = "unseen"
			}
			if r.Kind == prove.Legal {
				state = map[bool]string{true: "BLAMED", false: "passed"}[r.Killed]
			}
			fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", state, r.ID, r.Scenario, r.Check, strings.Join(r.Rules, " "))
		}
		w.Flush()
	}
	type line struct{ kind, ext string }
	killed, total := map[line]int{}, map[line]int{}
	var order []line
	for _, r := range results {
		if r.Unseen != "" {
			continue
		}
		at := line{string(r.Kind), r.Extension}
		if total[at] == 0 {
			order = append(order, at)
		}
		total[at]++
		if r.Good() {
			killed[at]++
		}
	}
	for _, at := range order {
		name := at.kind + "s"
		if at.ext != "" {
			name += " of " + at.ext
		}
		fmt.Fprintf(w, "%s\t%d of %d\t%s\n", name, killed[at], total[at], map[bool]string{true: "passed", false: "caught"}[at.kind == string(prove.Legal)])
	}
	w.Flush()
	for _, r := range prove.Survivors(results) {
		if r.Kind == prove.Legal {
			fmt.Fprintf(k.Stdout, "blamed although legal: %s (%s)\n  %s: %s: %s\n", r.ID, r.What, r.Scenario, r.Check, r.Why)
			continue
		}
		fmt.Fprintf(k.Stdout, "survived: %s (%s) %s\n", r.ID, r.What, r.Why)
	}
	reasons := map[string][]string{}
	var inOrder []string
	if excluded = slices.Clone(excluded); c.Defect != "" {
		excluded = nil // they are others
	}
	for _, r := range results {
		if r.Unseen != "" {
			excluded = append(excluded, prove.Excluded{ID: r.ID, Reason: r.Unseen})
		}
	}
	for _, x := range excluded {
		if reasons[x.Reason] == nil {
			inOrder = append(inOrder, x.Reason)
		}
		reasons[x.Reason] = append(reasons[x.Reason], x.ID)
	}
	for _, reason := range inOrder {
		fmt.Fprintf(k.Stdout, "left out, what %s: %s\n", reason, strings.Join(reasons[reason], " "))
	}
}

// conversations is prove of a pack of kind exchange.
func (c *Prove) conversations(ctx context.Context, k *kong.Kong) error {
	pack, err := openPack(c.Pack, c.Specs)
	if err != nil {
		return err
	}
	files, err := featuresOf("", pack)
	if err != nil {
		return err
	}
	all := prove.Seeded(pack.Name)
	if len(all) == 0 {
		return usage("pack %s has no implementations that are wrong on purpose; runner/prove/%s would list them", pack.Name, pack.Name)
	}
	if c.Share != "" {
		return usage("--share is for packs with thousands of subjects; %s has %d", pack.Name, len(all))
	}
	request := runner.Request{Pack: pack, Features: files, Environment: kindOf(pack), Seed: 1}
	if c.Profile == "" && pack.DefaultICS != nil {
		request.ICS = *pack.DefaultICS
	} else if request.ICS, err = everything(pack, c.Profile); err != nil {
		return err
	}
	var plans []*runner.Plan
	for _, effort := range runner.Efforts {
		request.Effort = effort
		plan, err := runner.Make(ctx, request, "")
		if err != nil {
			return classify(err)
		}
		plans = append(plans, plan)
		if effort == c.Effort {
			break
		}
	}
	if !slices.ContainsFunc(all, func(x seeded.Subject) bool { return c.means(x.ID) }) {
		return usage("nothing to try: --defect %s is the id of no subject", c.Defect)
	}
	conversations := prove.NewConversations(plans...)
	var ids []string // of all that there is to try
	var subjects []seeded.Subject
	for _, x := range all {
		if conversations.Concerns(x) {
			ids = append(ids, x.ID)
			if c.means(x.ID) {
				subjects = append(subjects, x)
			}
		}
	}
	if len(subjects) == 0 {
		return usage("nothing to try: --defect %s is about what %s does not have", c.Defect, request.ICS.Profile)
	}
	bar := newProgressOf(k.Stderr, "trying", len(subjects))
	results, err := conversations.TryAll(ctx, subjects, func(done int, _ prove.Result) { bar.set(done) })
	bar.done()
	if err != nil {
		return classify(err)
	}
	return c.conclude(k, plans[0], ids, nil, results)
}
