package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/alecthomas/kong"

	"touchstone/features"
	"touchstone/reports"
	"touchstone/reports/attest"
	"touchstone/reports/bundle"
	"touchstone/reports/render"
	"touchstone/runner"
	"touchstone/runner/iut"
	"touchstone/runner/prove"
	"touchstone/specs"
)

// claimFlags say what is run: shared by run, plan, judge and prove.
type claimFlags struct {
	Profile string            `placeholder:"P" help:"Profile to claim; default: the one of the implementation's conformance statement."`
	Pack    string            `default:"riscv" help:"Pack of this binary."`
	Specs   string            `type:"path" placeholder:"DIR" help:"Compile the pack in a folder instead."`
	IUT     string            `name:"iut" default:"embedded" placeholder:"NAME|FILE" help:"Implementation under test: embedded, a preset's name (qemu-system, spike), or an iut.yaml."`
	Select  string            `placeholder:"EXPR" help:"Run a part: a tag expression (@ext:M and not @effort:exhaustive), or file:line."`
	Effort  string            `default:"standard" enum:"quick,standard,exhaustive" help:"How many test vectors: quick, standard, exhaustive."`
	Seed    uint64            `default:"1" help:"Of the random part of sweeps; recorded in the report."`
	Set     map[string]string `placeholder:"NAME=VALUE" help:"Parameter of the conformance statement; may be repeated."`

	machineFlags
}

// request resolves the flags.
func (f *claimFlags) request() (runner.Request, *specs.IUT, error) {
	pack, err := openPack(f.Pack, f.Specs)
	if err != nil {
		return runner.Request{}, nil, err
	}
	described, err := openIUT(f.IUT, pack)
	if err != nil {
		return runner.Request{}, nil, err
	}
	ics := described.ICS
	if f.Profile != "" && f.Profile != ics.Profile {
		ics.Profile = f.Profile
		if described.Start.Adapter == embeddedName {
			ics.Extensions = pack.Claims[f.Profile]
		}
	}
	if ics.Profile == "" {
		ics.Profile = pack.DefaultProfile
	}
	ics.Parameters = maps.Clone(ics.Parameters)
	if ics.Parameters == nil {
		ics.Parameters = map[string]any{}
	}
	if err := f.setParameters(pack, described, ics.Parameters); err != nil {
		return runner.Request{}, nil, err
	}
	described.ICS = ics
	request := runner.Request{
		Pack: pack, Features: features.FS(), ICS: ics, Environment: described.Environments[0],
		Effort: f.Effort, Seed: f.Seed, Select: f.Select,
	}
	if request.Map, err = f.machine(described); err != nil {
		return runner.Request{}, nil, err
	}
	return request, described, classify(request.Check())
}

// setParameters puts what --set says into the parameters of an implementation's statement. The length
// of the registers that an iut.yaml states is no claim that one could vary: images are made for it.
func (f *claimFlags) setParameters(pack *specs.Pack, described *specs.IUT, parameters map[string]any) error {
	if described.Start.Adapter != embeddedName {
		for _, name := range slices.Sorted(maps.Keys(parameters)) {
			if err := runner.CheckParameter(pack, name, parameters[name]); err != nil {
				return usage("%s: ics.parameters: %w", described.Position.File, err)
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(f.Set)) {
		canonical, ok := known(pack, name)
		if !ok {
			return usage("--set %s: pack %s knows no such parameter; `touchstone spec list` names those it has", name, pack.Name)
		}
		value := parameter(f.Set[name])
		if err := runner.CheckParameter(pack, canonical, value); err != nil {
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

// known says how a parameter is written that is in the pack's catalogue, in the embedded
// implementation's statement, or asked for by the semantics. Case does not matter.
func known(pack *specs.Pack, parameter string) (canonical string, ok bool) {
	for i := range pack.Rules {
		if r := &pack.Rules[i]; r.Kind == specs.Parameter && strings.EqualFold(r.ID, parameter) {
			return r.ID, true
		}
	}
	if pack.DefaultICS != nil {
		for name := range pack.DefaultICS.Parameters {
			if strings.EqualFold(name, parameter) {
				return name, true
			}
		}
	}
	parameter = strings.ToUpper(parameter)
	return parameter, slices.ContainsFunc(pack.Semantics, func(s specs.Source) bool {
		return strings.Contains(s.Text, strconv.Quote(parameter))
	})
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
	Out    string `default:"touchstone-out" type:"path" placeholder:"DIR" help:"Where the report goes."`
	Jobs   int    `placeholder:"N" help:"Images executed at the same time; default: one for each processor."`
	Key    string `type:"path" placeholder:"FILE" help:"Sign with this key (PKCS#8 PEM); default: your own, made on first use."`
	Resume bool   `help:"Go on with a run that was cut off, in the same --out."`
	Lang   string `default:"en" enum:"en,zh" help:"Language of the pages: en, zh."`
	JSON   bool   `name:"json" help:"Print the report as JSON on standard output."`

	Kit *reports.Kit `kong:"-"` // that outcomes were brought back of; nil: none
}

func (c *Run) Run(ctx context.Context, k *kong.Kong) error {
	started := time.Now()
	frugal()
	request, described, err := c.request()
	if err != nil {
		return err
	}
	implementation, err := openAdapter(request, described)
	if err != nil {
		return classify(err)
	}
	defer implementation.Close()
	who, err := implementation.Describe(ctx)
	if err != nil {
		return classify(err)
	}
	if err := makeOut(c.Out); err != nil {
		return err
	}
	fmt.Fprintf(k.Stderr, "Touchstone judges %s against %s (%s effort, seed %d)\n", title(who), request.ICS.Profile, c.Effort, c.Seed)
	plan, err := runner.Make(ctx, request, implementation.Protocol())
	if err != nil {
		return classify(err)
	}
	outcomes, err := runner.OpenJournal(plan, c.Out, c.Resume)
	if err != nil {
		return classify(err)
	}
	defer func() { _ = outcomes.Close() }() // closed for good below
	fmt.Fprintf(k.Stderr, "%d scenarios, %d cases in %d images\n", len(plan.Trials), len(plan.Cases), len(plan.Images))
	if n := plan.Unfit(); n > 0 {
		fmt.Fprintf(k.Stderr, "%d of the cases do not fit into memory and are untested\n", n)
	}
	bar := newProgress(k.Stderr, len(plan.Cases))
	runErr := plan.Execute(ctx, implementation, outcomes, runner.Options{Jobs: c.Jobs, Progress: bar.set})
	bar.done()
	if err := outcomes.Close(); err != nil {
		return &reports.Exit{Code: reports.ExitUnfinished, Err: err}
	}
	if runErr != nil {
		if ctx.Err() != nil {
			runErr = errors.New("interrupted")
		}
		words := fmt.Sprintf("%d of %d cases finished and are kept; `--resume` goes on from there", outcomes.Count(), len(plan.Cases))
		return &reports.Exit{Code: reports.ExitUnfinished, Err: fmt.Errorf("%w\n%s", runErr, words)}
	}
	return c.report(ctx, k, plan, implementation, outcomes, who, started)
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

// report judges what was executed and leaves the report behind.
func (c *Run) report(ctx context.Context, k *kong.Kong, plan *runner.Plan, implementation iut.Executor, outcomes *runner.Outcomes, who reports.Implementation, started time.Time) error {
	r, err := judged(ctx, plan, implementation, outcomes, who, c.Out)
	if err != nil {
		return classify(err)
	}
	r.Run = reports.Run{
		Started: started.UTC().Format(time.RFC3339), Finished: time.Now().UTC().Format(time.RFC3339),
		Host: runtime.GOOS + "/" + runtime.GOARCH, Jobs: max(1, c.Jobs), Retries: outcomes.Retries(), Resumed: outcomes.Resumed() > 0,
	}
	r.Kit = c.Kit
	key, first, err := signingKey(c.Key)
	if err != nil {
		return usage("%w", err)
	}
	files, err := bundle.Write(c.Out, r, bundle.Options{Keys: []*attest.Key{key}, FirstKey: first, Lang: c.Lang})
	if err != nil {
		return classify(err)
	}
	if err := outcomes.Discard(); err != nil {
		return classify(err)
	}
	if c.JSON {
		if err := printJSON(k.Stdout, r); err != nil {
			return err
		}
	}
	var words io.Writer = k.Stdout
	if c.JSON {
		words = k.Stderr
	}
	if err := render.Text(words, r, render.Options{
		Lang: c.Lang, Color: isTerminal(words), Folder: c.Out, Files: files,
		Signature: &render.Signature{KeyIDs: []string{key.ID()}, FirstKey: first, Envelope: bundle.EnvelopeFile},
	}); err != nil {
		return err
	}
	fmt.Fprintf(k.Stderr, "%.1f s\n", time.Since(started).Seconds())
	if code := r.Verdicts.Conclusion.ExitCode(); code != 0 {
		return &reports.Exit{Code: code}
	}
	return nil
}

// judged writes the outcomes sidecar and makes the sealed report, all but its Run. Failures are
// reduced on x; nil: there is no implementation to ask.
func judged(ctx context.Context, plan *runner.Plan, x iut.Executor, outcomes *runner.Outcomes, who reports.Implementation, dir string) (*reports.Report, error) {
	sidecar, err := reports.NewSidecar(dir)
	if err != nil {
		return nil, err
	}
	defer sidecar.Abandon()
	if err := outcomes.Write(sidecar); err != nil {
		return nil, err
	}
	if err := sidecar.Close(); err != nil {
		return nil, err
	}
	strength, err := prove.Measured(plan)
	if err != nil {
		return nil, err
	}
	j, err := plan.Judge(outcomes, sidecar.Root, strength)
	if err != nil {
		return nil, err
	}
	if err := plan.Reduce(ctx, x, j); err != nil {
		return nil, err
	}
	manifest, err := plan.Manifest()
	if err != nil {
		return nil, err
	}
	pack := plan.Request.Pack
	r := &reports.Report{
		Suite: reports.Suite{
			Name: "touchstone", Version: Version(), Pack: pack.Name, PackVersion: pack.Version, PackSource: pack.Source,
			Spec: manifest.Spec, Features: manifest.Features, Plan: plan.Digest, Images: manifest.ImageDigest,
			Outcomes: sidecar.Digest(), Runner: selfDigest(),
		},
		Implementation: who, ICS: plan.Request.ICS, Verdicts: j.Verdicts, Evidence: j.Evidence,
	}
	return r, r.Seal()
}

// signingKey is the key of a file, or the user's own.
func signingKey(path string) (*attest.Key, bool, error) {
	if path == "" {
		return attest.OwnKey()
	}
	key, err := attest.LoadKey(path)
	return key, false, err
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok || strings.EqualFold(os.Getenv("TERM"), "dumb") || os.Getenv("NO_COLOR") != "" {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
