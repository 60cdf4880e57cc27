package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/alecthomas/kong"

	"touchstone/reports"
	"touchstone/reports/attest"
	"touchstone/reports/attest/passphrase"
	"touchstone/reports/bundle"
	"touchstone/reports/render"
	"touchstone/reports/waiver"
	"touchstone/runner"
	"touchstone/runner/prove"
	"touchstone/runner/trial"
	"touchstone/specs"
)

// claimFlags say what is run: shared by run, plan, judge and prove.
type claimFlags struct {
	Profile     string            `placeholder:"P" help:"Profile to claim, with the options of it that the implementation's conformance statement claims; default: the statement as it is."`
	Pack        string            `placeholder:"NAME" help:"Pack of this binary; default: the one that the implementation's description names, or riscv."`
	Specs       string            `type:"path" placeholder:"DIR" help:"Compile the pack in a folder instead."`
	Features    string            `type:"path" placeholder:"DIR" help:"With --specs: read the features in a folder, which may have one for each pack, instead of those of this binary."`
	IUT         string            `name:"iut" default:"embedded" placeholder:"NAME|FILE" help:"Implementation under test: embedded (the pack's own), a preset's name (qemu-system, spike, gb18030/glibc), or an iut.yaml."`
	IUTVersion  string            `name:"iut-version" placeholder:"V" help:"Version of an implementation whose description has variants; default: it is asked."`
	ICS         string            `name:"ics" placeholder:"FILE" help:"Claims instead of the implementation's own: an architecture configuration of the RISC-V unified database, or the ics of an iut.yaml."`
	Environment []string          `placeholder:"NAME" aliases:"env" help:"Environments of the implementation, of several (embedded: machine, linux); default: all that its iut.yaml names, of embedded machine."`
	Select      string            `placeholder:"EXPR" help:"Run a part: a tag expression (@ext:M and not @effort:exhaustive), or file:line."`
	Effort      string            `default:"standard" enum:"quick,standard,exhaustive" help:"How many test vectors: quick, standard, exhaustive."`
	Seed        uint64            `default:"1" help:"Of the random part of sweeps; recorded in the report."`
	Set         map[string]string `placeholder:"NAME=VALUE" help:"Parameter of the conformance statement; may be repeated."`

	unstated bool      // an implementation without a statement will do
	again    *repeated // what a report says that is reproduced; nil: there is none

	machineFlags
}

// place is an implementation in one environment, and what is asked of it there.
type place struct {
	described *specs.IUT
	request   runner.Request
}

// requests resolves the flags, for each environment.
func (f *claimFlags) requests(ctx context.Context, words io.Writer) ([]place, error) {
	pack, files, err := f.open()
	if err != nil {
		return nil, err
	}
	described, err := openIUT(ctx, f, pack, words)
	if err != nil {
		return nil, err
	}
	if f.again != nil {
		f.again.state(described, words)
	}
	if !described.States() && f.Profile == "" && !f.unstated {
		return nil, usage("%s: missing ics: nothing says what %s claims; `touchstone probe --iut %s --out FILE` asks it and writes a statement, or give --profile or --ics",
			described.Position.File, described.Name, f.IUT)
	}
	ics := &described.ICS
	if f.Profile != "" && f.Profile != ics.Profile {
		var left []string
		if *ics, left, err = pack.Against(*ics, f.Profile); err != nil {
			return nil, usage("%w", err)
		}
		if f.IUT == embeddedName && f.ICS == "" {
			ics.Extensions, left = pack.Claims[f.Profile], nil
		}
		if len(left) > 0 {
			fmt.Fprintf(words, "--profile %s: no part of it, and left out of what %s claims: %s\n", f.Profile, described.Name, strings.Join(left, ", "))
		}
	}
	if ics.Profile == "" && described.UDB+f.ICS != "" && !f.unstated {
		return nil, usage("%s claims the mandatory extensions of no profile in pack %s; say with --profile against which it is to be judged", described.Name, pack.Name)
	}
	if ics.Profile == "" && !f.unstated {
		ics.Profile = pack.DefaultProfile
	}
	if f.IUT == embeddedName && len(f.Environment) > 0 && !pack.Exchanges() { // it has both; without a word, the first
		described.Environments = []string{"machine", trial.Linux}
	}
	chosen, err := selected(described, f.Environment)
	if err == nil && f.again != nil {
		chosen, err = f.again.claimed(described, chosen)
	}
	if err != nil {
		return nil, err
	}
	var places []place
	for _, u := range chosen {
		if err := f.setParameters(pack, u); err != nil {
			return nil, err
		}
		request := runner.Request{
			Pack: pack, Features: files, ICS: u.ICS, Environment: u.Environments[0],
			Effort: f.Effort, Seed: f.Seed, Select: f.Select,
		}
		if request.Environment != "linux" && !pack.Exchanges() { // a process has no machine around it
			if request.Map, err = f.machine(u); err != nil {
				return nil, err
			}
		}
		if ics.Profile != "" {
			if err := classify(request.Check()); err != nil {
				return nil, err
			}
		}
		places = append(places, place{u, request})
	}
	return places, nil
}

// request resolves the flags for one environment: what is done with several at once, run does.
func (f *claimFlags) request(ctx context.Context) (runner.Request, *specs.IUT, error) {
	places, err := f.requests(ctx, os.Stderr)
	if err != nil {
		return runner.Request{}, nil, err
	}
	if len(places) > 1 {
		var names []string
		for _, p := range places {
			names = append(names, p.described.Environment())
		}
		return runner.Request{}, nil, usage("%s has several environments, and this command works in one: choose it with --environment %s", places[0].described.Name, strings.Join(names, "|"))
	}
	return places[0].request, places[0].described, nil
}

// setParameters puts what --set says into the parameters of an implementation's statement. The length
// of the registers that an iut.yaml states is no claim that one could vary: images are made for it.
func (f *claimFlags) setParameters(pack *specs.Pack, described *specs.IUT) error {
	parameters := described.ICS.Parameters
	if parameters == nil && len(f.Set) > 0 {
		parameters = map[string]any{}
		described.ICS.Parameters = parameters
	}
	for _, name := range slices.Sorted(maps.Keys(f.Set)) {
		canonical, ok := pack.Parameter(name)
		if !ok {
			return usage("--set %s: %w", name, pack.CheckParameter(strings.ToUpper(name), true))
		}
		value := parameter(f.Set[name])
		if err := pack.CheckParameter(canonical, value); err != nil {
			return usage("--set %s=%s: %w", name, f.Set[name], err)
		}
		stated, ok := specs.Number(parameters[canonical])
		if n, _ := specs.Number(value); canonical == "VLEN" && ok && n != stated && described.Start.Adapter != embeddedName {
			return usage("--set %s=%d: %s has registers of %d bits, says ics.parameters of %s: change that, and what start.command says, or leave out --set",
				name, n, described.Name, stated, described.Position.File)
		}
		parameters[canonical] = value
	}
	return nil
}

// parameter is a number or truth value when it looks like one.
func parameter(text string) any {
	if n, err := strconv.ParseInt(text, 0, 64); err == nil {
		return n
	}
	if b, err := strconv.ParseBool(text); err == nil {
		return b
	}
	return text
}

// Run is `run`.
type Run struct {
	claimFlags
	Out  string `default:"touchstone-out" type:"path" placeholder:"DIR" help:"Where the report goes."`
	Jobs int    `placeholder:"N" help:"Images executed at the same time; default: one for each processor."`
	Key  string `type:"path" placeholder:"FILE" help:"Sign with this key (PKCS#8 PEM); default: your own, made on first use."`
	passphrase.Flags
	Resume bool `help:"Go on with a run that was cut off, in the same --out."`
	waiverFlags
	Findings string `type:"path" placeholder:"FILE" help:"What is known of the implementation's faults (YAML); default: the file that its description names."`
	Repeat   bool   `help:"Execute every case once more at least; those that do not fare the same each time are inconclusive: flaky."`
	Lang     string `default:"en" enum:"en,zh" help:"Language of the pages: en, zh."`
	JSON     bool   `name:"json" help:"Print the report as JSON on standard output."`

	Kit *reports.Kit `kong:"-"` // that outcomes were brought back of; nil: none

	waived found // by waiverFlags
}

func (c *Run) Run(ctx context.Context, k *kong.Kong) error {
	started := time.Now()
	frugal()
	sign, err := openKey(c.Key, c.Flags)
	if err != nil {
		return err
	}
	if c.waived, err = c.find(); err != nil {
		return err
	}
	name, executions, err := c.plan(ctx, k.Stderr, func(x *execution) error { return c.journal(x, k.Stderr) })
	defer putAway(executions)
	if err != nil {
		return err
	}
	if sign, err = sign.ready(); err != nil { // before hours of work that nobody could sign
		return err
	}
	for _, x := range executions {
		if err := c.execute(ctx, k, x); err != nil {
			return err
		}
	}
	return c.report(ctx, k, sign, name, executions, started)
}

// journal opens what the outcomes of an execution are kept in, and says what of an earlier run is taken over.
func (c *Run) journal(x *execution, words io.Writer) (err error) {
	if err := makeOut(x.dir); err != nil {
		return err
	}
	if x.outcomes, err = runner.OpenJournal(x.plan, x.dir, c.Resume); err != nil {
		return classify(err)
	}
	if err := x.outcomes.Identify(x.who); err != nil {
		return classify(err)
	}
	switch n := x.outcomes.Resumed(); {
	case !c.Resume:
	case n == 0:
		fmt.Fprintf(words, "nothing to resume in %s: beginning anew\n", x.dir)
	default:
		fmt.Fprintf(words, "%d of %d cases are there already\n", n, len(x.plan.Cases))
	}
	return nil
}

// execute executes what has no outcome yet, and closes the journal.
func (c *Run) execute(ctx context.Context, k *kong.Kong, x *execution) error {
	bar := newProgress(k.Stderr, len(x.plan.Cases))
	runErr := x.plan.Execute(ctx, x.implementation, x.outcomes, runner.Options{Jobs: c.Jobs, Progress: bar.set, Retries: x.retries, Repeat: c.Repeat})
	bar.done()
	if err := x.outcomes.Close(); err != nil {
		return &reports.Exit{Code: reports.ExitUnfinished, Err: fmt.Errorf("%w\nwhat finished until then is kept; once the journal can be written, `--resume` goes on from there", err)}
	}
	if runErr != nil {
		if ctx.Err() != nil {
			runErr = errors.New("interrupted")
		}
		words := fmt.Sprintf("%d of %d cases finished and are kept; `--resume` goes on from there", x.outcomes.Count(), len(x.plan.Cases))
		return &reports.Exit{Code: reports.ExitUnfinished, Err: fmt.Errorf("%w\n%s", runErr, words)}
	}
	return nil
}

// softLimit is what a run of the largest profile gets along with: beyond it the collector works harder
// rather than let the heap double.
const softLimit = 600 << 20

// frugal tells the collector so, unless the environment says something else.
func frugal() {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(softLimit)
	}
}

func makeOut(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return usage("--out: %w", err)
	}
	return nil
}

func title(who reports.Implementation) string {
	if who.Version == "" {
		return who.Name
	}
	return who.Name + " " + who.Version
}

// report leaves a report behind, and shows it.
func (c *Run) report(ctx context.Context, k *kong.Kong, sign signer, name string, executions []*execution, started time.Time) error {
	l, err := c.leave(ctx, sign, name, executions, started)
	if err != nil {
		return err
	}
	if c.JSON {
		if err := printJSON(k.Stdout, l.report); err != nil {
			return err
		}
	}
	var words io.Writer = k.Stdout
	if c.JSON {
		words = k.Stderr
	}
	if err := render.Text(words, l.report, render.Options{
		Lang: c.Lang, Color: isTerminal(words), Folder: c.Out, Files: l.files, Waivers: l.waivers,
		Signature: &render.Signature{KeyIDs: []string{l.sign.key.ID()}, FirstKey: l.sign.first, Envelope: bundle.EnvelopeFile},
	}); err != nil {
		return err
	}
	fmt.Fprintf(k.Stderr, "%.1f s\n", time.Since(started).Seconds())
	if code := l.report.Verdicts.Conclusion.ExitCode(); code != 0 {
		return &reports.Exit{Code: code}
	}
	return nil
}

// left is what a run left behind.
type left struct {
	report  *reports.Report
	files   []string
	sign    signer // who signed it
	waivers *waiver.Sheet
}

// leave judges what was executed, in one environment or in several, and leaves one report behind.
func (c *Run) leave(ctx context.Context, sign signer, name string, executions []*execution, started time.Time) (l left, err error) {
	reports.RemoveStale(c.Out) // of an earlier run that was killed; nobody else writes here
	if l.report, err = judged(ctx, name, executions, c.Out); err != nil {
		return l, classify(err)
	}
	l.report.Run = runOf(executions, started)
	l.report.Run.Jobs = max(1, c.Jobs)
	l.report.Kit = c.Kit
	if l.sign, err = sign.ready(); err != nil {
		return l, err
	}
	l.waivers = c.waived.sheet(l.report, l.sign.key)
	l.files, err = bundle.Write(c.Out, l.report, bundle.Options{Keys: []*attest.Key{l.sign.key}, FirstKey: l.sign.first, Lang: c.Lang, Waivers: l.waivers})
	if err != nil {
		return l, classify(err)
	}
	for _, x := range executions {
		if err := x.outcomes.Discard(); err != nil {
			return l, classify(err)
		}
		if x.dir != c.Out {
			_ = os.Remove(x.dir) // whatever else somebody put there stays
		}
	}
	return l, nil
}

// judged writes the outcomes sidecars and makes the sealed report, all but its Run. Failures are
// reduced on the implementation, where there is one to ask. name is that of an implementation in several environments.
func judged(ctx context.Context, name string, executions []*execution, dir string) (*reports.Report, error) {
	var in []runner.InEnvironment
	var suites []reports.In
	for _, x := range executions {
		e, digest, err := judgedIn(ctx, x, dir)
		if err != nil {
			return nil, err
		}
		manifest, err := x.plan.Manifest()
		if err != nil {
			return nil, err
		}
		in = append(in, e)
		suites = append(suites, reports.In{
			Name: x.name, Environment: x.plan.Request.Environment, Implementation: x.who,
			Plan: x.plan.Digest, Images: manifest.ImageDigest, Outcomes: digest,
		})
	}
	first := executions[0].plan
	manifest, err := first.Manifest()
	if err != nil {
		return nil, err
	}
	j, pack := runner.Across(in), first.Request.Pack
	r := &reports.Report{
		Suite: reports.Suite{
			Name: "touchstone", Version: Version(), Pack: pack.Name, PackVersion: pack.Version, PackSource: pack.Source,
			Spec: manifest.Spec, Features: manifest.Features, Plan: suites[0].Plan, Images: suites[0].Images,
			Outcomes: suites[0].Outcomes, Runner: selfDigest(),
		},
		Implementation: executions[0].who, ICS: first.Request.ICS, Verdicts: j.Verdicts,
		Findings: j.Findings, Unseen: j.Unseen(), Evidence: j.Evidence,
	}
	if len(executions) > 1 {
		s := &r.Suite
		s.Environments, s.Outcomes = suites, ""
		s.Plan = runner.DigestOver(suites, func(e reports.In) string { return e.Plan })
		s.Images = runner.DigestOver(suites, func(e reports.In) string { return e.Images })
		r.Implementation = reports.Implementation{Name: name, Adapter: adapters(suites)}
	}
	return r, r.Seal()
}

// adapters names those of several environments.
func adapters(in []reports.In) string {
	var names []string
	for _, e := range in {
		if !slices.Contains(names, e.Implementation.Adapter) {
			names = append(names, e.Implementation.Adapter)
		}
	}
	return strings.Join(names, " + ")
}

// judgedIn writes the sidecar of one environment and judges its outcomes.
func judgedIn(ctx context.Context, x *execution, dir string) (e runner.InEnvironment, digest string, err error) {
	sidecar, err := reports.NewSidecar(dir)
	if err != nil {
		return e, "", err
	}
	defer sidecar.Abandon()
	if err := x.outcomes.Write(sidecar); err != nil {
		return e, "", err
	}
	if err := sidecar.Close(); err != nil {
		return e, "", err
	}
	strength, err := prove.Measured(x.plan)
	if err != nil {
		return e, "", err
	}
	j, err := x.plan.Judge(x.outcomes, sidecar.Root, strength, x.known...)
	if err != nil {
		return e, "", err
	}
	if err := x.plan.Reduce(ctx, x.implementation, j); err != nil {
		return e, "", err
	}
	return runner.InEnvironment{Name: x.name, Plan: x.plan, Judged: j}, sidecar.Digest(), nil
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok || strings.EqualFold(os.Getenv("TERM"), "dumb") || os.Getenv("NO_COLOR") != "" {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
