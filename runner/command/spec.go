package command

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/alecthomas/kong"

	"touchstone/features"
	"touchstone/reports"
	"touchstone/runner"
	"touchstone/runner/image"
	"touchstone/runner/prove"
	"touchstone/runner/steps"
	"touchstone/specs"
	"touchstone/specs/isa"
	"touchstone/specs/oracle"
)

// Spec looks at specifications.
type Spec struct {
	List     SpecList     `cmd:"" help:"List profiles, extensions and parameters, or interpretations."`
	Show     SpecShow     `cmd:"" help:"Show a rule, an instruction, a CSR, an operation, an extension, a profile or an interpretation."`
	Lint     SpecLint     `cmd:"" help:"Check a pack and its features."`
	Coverage SpecCoverage `cmd:"" help:"Rules by chapter and state; test vectors by instruction."`
	Drift    SpecDrift    `cmd:"" help:"Compare the rule catalogue with a newer official file."`
	Steps    SpecSteps    `cmd:"" help:"List the sentences that a step may be."`
}

// packFlags choose a pack.
type packFlags struct {
	Pack  string `default:"riscv" help:"Pack of this binary."`
	Specs string `type:"path" placeholder:"DIR" help:"Compile the pack in a folder instead."`
	JSON  bool   `name:"json" help:"Machine-readable output."`
}

func (f packFlags) open(parts ...specs.Part) (*specs.Pack, error) {
	return openPack(f.Pack, f.Specs, parts...)
}

// SpecList is `spec list`.
type SpecList struct {
	packFlags
	Interpretations bool   `help:"List where the standard can be read in more than one way, and what the suite makes of it."`
	Lang            string `default:"en" enum:"en,zh" help:"Language of interpretations: en or zh."`
}

func (c *SpecList) Run(k *kong.Kong) error {
	pack, err := c.open()
	if err != nil {
		return err
	}
	if c.Interpretations {
		if c.JSON {
			return printJSON(k.Stdout, struct {
				Pack, Digest    string
				Interpretations []specs.Interpretation
			}{pack.Name, pack.InterpretationsDigest(), pack.Interpretations})
		}
		out := bufio.NewWriter(k.Stdout)
		listInterpretations(out, pack, c.Lang)
		return out.Flush()
	}
	if c.JSON {
		return printJSON(k.Stdout, struct {
			Name, Title, Version, Source, Digest string
			Profiles                             []specs.Profile
			Extensions                           []specs.Extension
		}{pack.Name, pack.Title, pack.Version, pack.Source, pack.Digest(), pack.Profiles, pack.Extensions})
	}
	fmt.Fprintf(k.Stdout, "%s %s: %s\nsource: %s\ndigest: %s\n\nprofiles\n", pack.Name, pack.Version, pack.Title, pack.Source, pack.Digest())
	w := tabwriter.NewWriter(k.Stdout, 0, 0, 2, ' ', 0)
	for _, p := range pack.Profiles {
		optional := 0
		for _, names := range p.Optional {
			optional += len(names)
		}
		if pack.Exchanges() {
			mandatory := len(p.Mandatory)
			if p.Base != "" {
				mandatory++
			}
			fmt.Fprintf(w, "  %s\t%d mandatory\t%d optional\n", p.Name, mandatory, optional)
			continue
		}
		fmt.Fprintf(w, "  %s\tRV%d%s\t%d mandatory\t%d optional\n", p.Name, p.XLEN, p.Base, len(p.Mandatory), optional)
	}
	w.Flush()
	fmt.Fprintln(k.Stdout, "\nextensions")
	for _, e := range pack.Extensions {
		state := "not in the pack yet"
		if e.InPack {
			state = "in the pack"
		}
		fmt.Fprintf(w, "  %s\t%s\t%s\t%s\n", e.Name, e.Version, state, e.Title)
	}
	w.Flush()
	if pack.Exchanges() {
		fmt.Fprintln(k.Stdout, "\noperations")
		for _, name := range pack.OperationNames() {
			o, _ := pack.Operation(name)
			fmt.Fprintf(w, "  %s\t%s\n", name, o.Summary)
		}
		w.Flush()
	}
	fmt.Fprintln(k.Stdout, "\nparameters")
	for i := range pack.Rules {
		if r := &pack.Rules[i]; r.Kind == specs.Parameter {
			fmt.Fprintf(w, "  %s\t%s\t%s\n", r.ID, r.Extension, r.Summary)
		}
	}
	return w.Flush()
}

// SpecShow is `spec show NAME`.
type SpecShow struct {
	packFlags
	Lang string `default:"en" enum:"en,zh" help:"Language of interpretations: en or zh."`
	Name string `arg:"" help:"A rule id or anchor, an instruction, a CSR, an operation, an extension, a profile or an interpretation."`
}

func (c *SpecShow) Run(k *kong.Kong) error {
	pack, err := c.open()
	if err != nil {
		return err
	}
	found := lookup(pack, c.Name)
	if len(found) == 0 {
		kinds := "instruction, CSR"
		if pack.Exchanges() {
			kinds = "operation"
		}
		return usage("pack %s has no rule, %s, extension, profile or interpretation %q; `touchstone spec list` shows what there is", pack.Name, kinds, c.Name)
	}
	out := bufio.NewWriter(k.Stdout)
	for _, item := range found {
		if c.JSON {
			if err := printJSON(out, item); err != nil {
				return err
			}
			continue
		}
		show(out, pack, item, c.Lang)
	}
	return out.Flush()
}

func lookup(pack *specs.Pack, name string) (found []any) {
	for _, r := range pack.Named(name) {
		found = append(found, r)
	}
	for i := range pack.Instructions {
		if pack.Instructions[i].Name == name {
			found = append(found, &pack.Instructions[i])
		}
	}
	for i := range pack.CSRs {
		if pack.CSRs[i].Name == name {
			found = append(found, &pack.CSRs[i])
		}
	}
	if e, ok := pack.Extension(name); ok {
		found = append(found, e)
	}
	if p, ok := pack.Profile(name); ok {
		found = append(found, p)
	}
	if o, ok := pack.Operation(name); ok {
		found = append(found, o)
	}
	if i, ok := pack.Interpretation(name); ok {
		found = append(found, i)
	}
	return found
}

func show(w io.Writer, pack *specs.Pack, item any, lang string) {
	switch x := item.(type) {
	case *specs.Rule:
		fmt.Fprintf(w, "rule %s\n  %s\n  %s, %s; extension %s; chapter %s\n", x.ID, x.Summary, x.Kind, x.Level, x.Extension, x.Chapter)
		if x.Unverified {
			fmt.Fprintf(w, "  source %s, unverified: not read in the standard's own text\n", x.Place())
		} else {
			fmt.Fprintf(w, "  source %s:%d, text sha256 %s\n", x.Source, x.Line, x.TextSHA256)
		}
		if x.When != "" {
			fmt.Fprintf(w, "  applies when %s\n", x.When)
		}
		if x.Untestable != "" {
			fmt.Fprintf(w, "  untestable: %s\n", x.Untestable)
		}
		for i := range pack.Instructions {
			row := &pack.Instructions[i]
			for aspect, ids := range row.Rules {
				if slices.Contains(ids, x.ID) {
					fmt.Fprintf(w, "  %s of %s (%s:%d)\n", aspect, row.Name, row.Position.File, row.Position.Line)
				}
			}
		}
		for _, i := range pack.InterpretationsOf(x.ID) {
			showInterpretation(w, pack, i, lang)
		}
	case *specs.Row:
		fmt.Fprintf(w, "instruction %s %s\n  %s\n  extension %s, %s:%d\n", x.Name, x.Asm, x.Match, x.Extension, x.Position.File, x.Position.Line)
		if x.Expands != "" {
			fmt.Fprintf(w, "  expands to %s\n", x.Expands)
		}
		if x.Does != "" {
			fmt.Fprintf(w, "  does\n    %s\n", strings.ReplaceAll(strings.TrimRight(x.Does, "\n"), "\n", "\n    "))
		}
		for _, aspect := range slices.Sorted(maps.Keys(x.Rules)) {
			fmt.Fprintf(w, "  %s: %s\n", aspect, strings.Join(x.Rules[aspect], ", "))
		}
	case *specs.CSR:
		fmt.Fprintf(w, "CSR %s, address 0x%03x, %s:%d\n", x.Name, x.Address, x.Position.File, x.Position.Line)
		for _, f := range x.Fields {
			legal := f.Legal
			if legal == "" {
				legal = "read-only"
			}
			fmt.Fprintf(w, "  %-8s [%s]  %s  %s\n", f.Name, f.Bits, legal, f.By)
		}
	case *specs.Operation:
		fmt.Fprintf(w, "operation %s: %s\n", x.Name, x.Summary)
		for _, a := range x.Arguments {
			fmt.Fprintf(w, "  %s: %s%s\n", a.Name, a.Text, map[bool]string{true: " (optional)"}[a.Optional])
		}
		for _, a := range x.Answer {
			fmt.Fprintf(w, "  answer %s: %s\n", a.Name, a.Text)
		}
	case *specs.Extension:
		count := 0
		for i := range pack.Rules {
			if pack.Rules[i].Extension == x.Name {
				count++
			}
		}
		fmt.Fprintf(w, "extension %s %s: %s\n  implies %v; %d rules in the pack\n", x.Name, x.Version, x.Title, x.Implies, count)
	case *specs.Profile:
		if pack.Exchanges() {
			fmt.Fprintf(w, "profile %s\n  mandatory: %s\n", x.Name, strings.TrimSpace(x.Base+" "+strings.Join(x.Mandatory, " ")))
		} else {
			fmt.Fprintf(w, "profile %s: RV%d%s\n  mandatory: %s\n", x.Name, x.XLEN, x.Base, strings.Join(x.Mandatory, " "))
		}
		for _, class := range slices.Sorted(maps.Keys(x.Optional)) {
			fmt.Fprintf(w, "  optional (%s): %s\n", class, strings.Join(x.Optional[class], " "))
		}
	case *specs.Interpretation:
		showInterpretation(w, pack, x, lang)
	}
}

// SpecLint is `spec lint`.
type SpecLint struct {
	packFlags
	Features string `type:"path" placeholder:"DIR" help:"Lint the features in a folder instead of the embedded ones."`
}

func (c *SpecLint) Run(ctx context.Context, k *kong.Kong) error {
	pack, err := c.open()
	if err != nil {
		return err
	}
	var faults []error
	files, err := featuresOf(c.Features, pack)
	if err != nil {
		return err
	}
	problems, err := features.Lint(files, pack, steps.VocabularyOf(pack.Kind), sweptExtensions(pack))
	if err != nil {
		return usage("%w", err)
	}
	if pack.Exchanges() {
		faults = append(faults, lintExchange(ctx, pack, files, len(problems) > 0)...)
	} else {
		if _, err := isa.New(pack); err != nil {
			faults = append(faults, err)
		}
		faults = append(faults, oracle.Lint(pack)...)
	}
	for _, p := range problems {
		faults = append(faults, errors.New(p.String()))
	}
	interpretations, err := lintInterpretations(files, pack, time.Now())
	if err != nil {
		return usage("%w", err)
	}
	faults = append(faults, interpretations...)
	if c.JSON {
		texts := make([]string, len(faults))
		for i, f := range faults {
			texts[i] = f.Error()
		}
		if err := printJSON(k.Stdout, texts); err != nil {
			return err
		}
	}
	if len(faults) > 0 {
		return &reports.Exit{Code: reports.ExitUsage, Err: errors.Join(faults...)}
	}
	what := "pack " + pack.Name + " and its features: no faults"
	if n, err := features.Count(files); err != nil {
		return err
	} else if n == 0 {
		what = "pack " + pack.Name + ": no faults; of features there are none here: --features DIR names their folder"
	}
	fmt.Fprintln(k.Stderr, what)
	return nil
}

// sweptExtensions are those whose every instruction must be swept by some scenario: all that have
// semantics to sweep, but the machine level, which the runtime stands on.
func sweptExtensions(pack *specs.Pack) []string {
	set := map[string]bool{}
	for i := range pack.Instructions {
		if row := &pack.Instructions[i]; row.Does+row.Expands != "" {
			set[row.Extension] = true
		}
	}
	delete(set, "Sm")
	return slices.Sorted(maps.Keys(set))
}

// SpecCoverage is `spec coverage`.
type SpecCoverage struct {
	packFlags
	Features string `type:"path" placeholder:"DIR" help:"Count the features in a folder instead of the embedded ones."`
	Effort   string `default:"standard" enum:"quick,standard,exhaustive" help:"Effort whose test vectors are counted."`
	Vectors  bool   `help:"Also print the test vectors of every instruction."`
}

func (c *SpecCoverage) Run(ctx context.Context, k *kong.Kong) error {
	pack, err := c.open()
	if err != nil {
		return err
	}
	files, err := featuresOf(c.Features, pack)
	if err != nil {
		return err
	}
	request := runner.Request{Pack: pack, Features: files, Environment: "machine", Effort: c.Effort, Seed: 1}
	switch {
	case pack.Exchanges():
		if request.ICS, err = everything(pack, ""); err != nil {
			return err
		}
		request.Environment = kindOf(pack)
	default:
		request.ICS = *pack.DefaultICS
	}
	plan, err := runner.Make(ctx, request, image.Signature)
	if err != nil {
		return classify(err)
	}
	strength, err := prove.Measured(plan)
	if err != nil {
		return classify(err)
	}
	coverage := plan.Coverage(strength)
	if c.JSON {
		return printJSON(k.Stdout, coverage)
	}
	out := bufio.NewWriter(k.Stdout)
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "chapter\trules\ttestable\ttested\ttouched\tuntested\tuntestable\t")
	for _, row := range coverage.Chapters {
		fmt.Fprintf(w, "%s\t%d\t%d\t%d\t%d\t%d\t%d\t\n", row.Chapter, row.Rules, row.Testable, row.Tested, row.Touched, row.Untested, row.Untestable)
	}
	w.Flush()
	for _, reason := range slices.Sorted(maps.Keys(coverage.Untestable)) {
		fmt.Fprintf(out, "untestable, %s: %d\n", reason, coverage.Untestable[reason])
	}
	if len(coverage.Untested) > 0 {
		fmt.Fprintf(out, "untested: %s\n", strings.Join(coverage.Untested, " "))
	}
	over := "instructions"
	if pack.Exchanges() {
		over = "operations"
	}
	fmt.Fprintf(out, "%d distinct test vectors over %d %s at %s effort\n", coverage.Vectors, len(coverage.Instructions), over, c.Effort)
	if c.Vectors {
		for _, name := range slices.Sorted(maps.Keys(coverage.Instructions)) {
			fmt.Fprintf(w, "%s\t%d\t\n", name, coverage.Instructions[name])
		}
		w.Flush()
	}
	return out.Flush()
}

// SpecDrift is `spec drift FILE`.
type SpecDrift struct {
	packFlags
	File string `arg:"" help:"The official catalogue of normative rules (JSON); - reads standard input."`
}

func (c *SpecDrift) Run(k *kong.Kong) error {
	pack, err := c.open()
	if err != nil {
		return err
	}
	text, err := readInput(c.File, os.Stdin)
	if err != nil {
		return err
	}
	drift, err := specs.Drift(pack, bytes.NewReader(text))
	if err != nil {
		return usage("%s: %w", c.File, err)
	}
	byRule, err := scenariosByRule(pack)
	if err != nil {
		return err
	}
	touched := map[string][]string{}
	for _, id := range drift.Touched() {
		touched[id] = byRule[id]
	}
	if c.JSON {
		return printJSON(k.Stdout, struct {
			*specs.DriftReport
			Scenarios map[string][]string `json:"scenarios"`
		}{drift, touched})
	}
	if _, err := drift.WriteTo(k.Stdout); err != nil {
		return err
	}
	for _, id := range drift.Touched() {
		for _, s := range touched[id] {
			fmt.Fprintf(k.Stdout, "look again at %s, which tests %s\n", s, id)
		}
	}
	return nil
}

// scenariosByRule maps each rule to the scenarios that speak for it.
func scenariosByRule(pack *specs.Pack) (map[string][]string, error) {
	parsed, err := features.Parse(features.Of(pack.Name))
	if err != nil {
		return nil, classify(err)
	}
	names, out := runner.Names(pack), map[string][]string{}
	for _, f := range parsed {
		for _, s := range f.Scenarios {
			for _, id := range names(s) {
				out[id] = append(out[id], s.ID)
			}
		}
	}
	return out, nil
}

// SpecSteps is `spec steps`.
type SpecSteps struct {
	Pack  string `default:"riscv" help:"Pack of this binary; packs of one kind have the same sentences."`
	Specs string `type:"path" placeholder:"DIR" help:"Compile the pack in a folder instead."`
}

func (c *SpecSteps) Run(k *kong.Kong) error {
	pack, err := openPack(c.Pack, c.Specs, specs.Rules)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(k.Stdout)
	for _, s := range steps.VocabularyOf(pack.Kind).Forms() {
		fmt.Fprintln(out, s)
	}
	return out.Flush()
}
