package command

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/alecthomas/kong"

	"touchstone/features"
	"touchstone/reports"
	"touchstone/reports/attest"
	"touchstone/reports/attest/passphrase"
	"touchstone/reports/bundle"
	"touchstone/runner/iut/inside"
	"touchstone/specs"
)

// Reproducing is what this floor adds to the command `report`.
type Reproducing struct {
	Reproduce Reproduce `cmd:"" help:"Run the suite of a signed report again, and compare verdict for verdict. Exit 1: they differ."`
}

// Reproduce is `report reproduce`.
type Reproduce struct {
	File     string   `arg:"" type:"path" help:"Report folder or report.dsse.json."`
	SignedBy []string `name:"signed-by" type:"path" placeholder:"FILE" help:"Public key (PEM) of somebody who must have signed the report; may be repeated."`

	IUT         string   `name:"iut" placeholder:"NAME|FILE" help:"Implementation to execute: a preset's name or an iut.yaml; default: embedded, where the report is about that."`
	IUTVersion  string   `name:"iut-version" placeholder:"V" help:"Version of an implementation whose description has variants; default: it is asked."`
	Environment []string `placeholder:"NAME" aliases:"env" help:"Environment of the implementation, where it has several of the report's kind; default: those of the report."`
	Specs       string   `type:"path" placeholder:"DIR" help:"Compile the pack in a folder instead: it must be that of the report."`
	machineFlags

	Out         string `default:"touchstone-again" type:"path" placeholder:"DIR" help:"Where the report of the second run goes."`
	Jobs        int    `placeholder:"N" help:"Images executed at the same time; default: one for each processor."`
	Resume      bool   `help:"Go on with a run that was cut off, in the same --out."`
	Key         string `type:"path" placeholder:"FILE" help:"Sign the second report with this key (PKCS#8 PEM), and countersign the first; default: your own."`
	Countersign bool   `help:"Add your signature to the report, where it is, if the verdicts are the same."`
	passphrase.Flags
	JSON bool `name:"json" help:"Print what came of it as JSON."`
}

func (c *Reproduce) Run(ctx context.Context, k *kong.Kong) error {
	started := time.Now()
	frugal()
	first, err := c.open()
	if err != nil {
		return err
	}
	sign, err := c.signer(first)
	if err != nil {
		return err
	}
	run, err := c.again(first.Report)
	if err != nil {
		return err
	}
	name, executions, err := run.plan(ctx, k.Stderr, func(x *execution) error {
		if err := c.comparable(first.Report, x); err != nil {
			return err
		}
		return run.journal(x, k.Stderr)
	})
	defer putAway(executions)
	if err != nil {
		return err
	}
	if err := sameEnvironments(first.Report, executions); err != nil {
		return err
	}
	for _, x := range executions {
		if err := run.execute(ctx, k, x); err != nil {
			return err
		}
	}
	second, err := run.leave(ctx, sign, name, executions, started)
	if err != nil {
		return err
	}
	out := compared(first, second.report)
	out.Out = c.Out
	if c.Countersign && out.Same {
		if err := c.countersign(first, second.sign.key); err != nil {
			return err
		}
		out.Countersigned = second.sign.key.ID()
	}
	if err := out.print(k, c); err != nil {
		return err
	}
	if !out.Same {
		return &reports.Exit{Code: reports.ExitFailed}
	}
	return nil
}

// open verifies the report, and that this program judges with the suite that it was judged with.
func (c *Reproduce) open() (*bundle.Verified, error) {
	var checks bundle.Checks
	for _, path := range c.SignedBy {
		key, err := attest.LoadPublicKey(path)
		if err != nil {
			return nil, usage("--signed-by: %w", err)
		}
		checks.Keys = append(checks.Keys, key)
	}
	v, err := bundle.Verify(c.File, checks)
	switch {
	case errors.Is(err, attest.ErrRefused), errors.Is(err, reports.ErrMalformed):
		return nil, &reports.Exit{Code: reports.ExitFailed, Err: fmt.Errorf("does not verify: %w", err)}
	case err != nil:
		return nil, usage("%w", err)
	}
	s := &v.Report.Suite
	if c.Specs == "" && !slices.Contains(specs.Packs(), s.Pack) {
		return nil, usage("the report is about pack %q, and this program has %s: give --specs the folder of that pack", s.Pack, strings.Join(specs.Packs(), ", "))
	}
	pack, err := openPack(s.Pack, c.Specs)
	if err != nil {
		return nil, err
	}
	text, err := features.Digest(features.Of(pack.Name))
	if err != nil {
		return nil, err
	}
	if pack.Name != s.Pack {
		return nil, usage("--specs %s: that is pack %s, and the report is about %q", c.Specs, pack.Name, s.Pack)
	}
	own := &bundle.Suite{PackVersion: pack.Version, Spec: pack.Digest(), Features: text}
	if differs := own.Differs(s); differs != "" {
		return nil, usage("this is another suite than that of the report, which was judged by %q %q, and another suite reproduces nothing: %s", s.Name, s.Version, differs)
	}
	return v, nil
}

// signer finds the key before anything is executed: who has signed a report already cannot countersign it.
func (c *Reproduce) signer(first *bundle.Verified) (signer, error) {
	if here, err := os.Stat(c.Out); err == nil {
		if there, err := os.Stat(c.folder()); err == nil && os.SameFile(here, there) {
			return signer{}, usage("--out %s: the report that is to be reproduced is in it, and would be gone; give another folder", c.Out)
		}
	}
	s, err := openKey(c.Key, c.Flags)
	if err != nil || !c.Countersign {
		return s, err
	}
	if s, err = s.ready(); err != nil {
		return s, err
	}
	for _, who := range first.Signers {
		if who.KeyID == s.key.ID() {
			return s, usage("--countersign: %s has signed this report already; who countersigns is somebody else: give that key with --key", who.KeyID)
		}
	}
	return s, nil
}

// envelope is the file that was verified.
func (c *Reproduce) envelope() string {
	if filepath.Base(c.File) == bundle.ReportFile {
		return filepath.Join(filepath.Dir(c.File), bundle.EnvelopeFile)
	}
	if info, err := os.Stat(c.File); err == nil && info.IsDir() {
		return filepath.Join(c.File, bundle.EnvelopeFile)
	}
	return c.File
}

func (c *Reproduce) folder() string { return filepath.Dir(c.envelope()) }

// again is the run that the report speaks of, as the command line would say it.
func (c *Reproduce) again(r *reports.Report) (*Run, error) {
	v := &r.Verdicts
	seed, err := strconv.ParseUint(v.Seed, 10, 64)
	if err != nil {
		return nil, usage("the report's seed is %q, which is no number that this program could begin with", v.Seed)
	}
	run := &Run{
		claimFlags: claimFlags{
			Pack: r.Suite.Pack, Specs: c.Specs, IUT: c.IUT, IUTVersion: c.IUTVersion, Environment: c.Environment,
			Select: v.Select, Effort: v.Effort, Seed: seed, machineFlags: c.machineFlags,
			again: &repeated{ics: r.ICS},
		},
		Out: c.Out, Jobs: c.Jobs, Resume: c.Resume, Lang: "en",
	}
	about := places(r)
	if run.IUT == "" {
		for _, in := range about {
			ours := in.Implementation.Adapter == embeddedName || in.Implementation.Adapter == inside.Adapter && inPack(r.Suite.Pack) != nil
			if !ours || in.Name != "" && in.Name != in.Environment {
				return nil, usage("the report is about %q (%s), which this program cannot start by itself: name its description with --iut", title(in.Implementation), in.Implementation.Adapter)
			}
		}
		run.IUT = embeddedName
	}
	if len(about) == 1 {
		run.again.kind = about[0].Environment
		if run.IUT == embeddedName && run.Environment == nil {
			run.Environment = []string{run.again.kind}
		}
		return run, nil
	}
	if c.Environment != nil {
		return nil, usage("--environment: the report is about the environments %s, and all of them belong to it", strings.Join(v.Environments, ", "))
	}
	run.Environment, run.again.names = v.Environments, v.Environments
	return run, nil
}

// places are the environments that a report is about; one alone has no name of its own.
func places(r *reports.Report) []reports.In {
	if s := &r.Suite; len(s.Environments) == 0 {
		return []reports.In{{Environment: cmp.Or(strings.Join(r.Verdicts.Environments, ""), "machine"), Implementation: r.Implementation, Plan: s.Plan, Images: s.Images}}
	}
	return r.Suite.Environments
}

// place is the one that an execution is to be compared with; nil: none.
func placeOf(r *reports.Report, name string) *reports.In {
	all := places(r)
	for i := range all {
		if len(all) == 1 || all[i].Name == name {
			return &all[i]
		}
	}
	return nil
}

// comparable says whether what was planned is what the report is about.
func (c *Reproduce) comparable(r *reports.Report, x *execution) error {
	was := placeOf(r, x.name)
	if was == nil {
		return usage("the report has no environment %s", x.name)
	}
	if x.plan.Digest != was.Plan {
		what := "the same images, but not the same plan"
		if m, err := x.plan.Manifest(); err != nil {
			return classify(err)
		} else if m.ImageDigest != was.Images {
			what = "other images"
		}
		return usage("for %s the suite gives %s than the report's: its plan is %s, and this is %s.\n"+
			"A report does not say what surrounds the hart, nor how outcomes come back. Give --memory, --base, --console and --exit as they were, or a description of the implementation that says so; or take the version of touchstone that made the report (%q)",
			title(x.who), what, was.Plan, x.plan.Digest, r.Suite.Version)
	}
	if other := otherImplementation(was.Implementation, x.who); c.Countersign && other != "" {
		return usage("--countersign: %s. Your signature would be under a report about something that you did not execute; without --countersign the two are compared", other)
	}
	return nil
}

// sameEnvironments says whether there is something to run in each environment of the report.
func sameEnvironments(r *reports.Report, executions []*execution) error {
	if n := len(places(r)); n != len(executions) {
		return usage("the report is about %d environments, and here something runs in %d of them", n, len(executions))
	}
	return nil
}

// otherImplementation says what differs between what a report is about and what was executed; "": nothing
// that is known of them.
func otherImplementation(was, is reports.Implementation) string {
	switch {
	case was.Name != is.Name || was.Version != is.Version:
		return fmt.Sprintf("the report is about %q, and what was given to execute is %q", title(was), title(is))
	case was.Digest != "" && is.Digest != "" && was.Digest != is.Digest:
		return fmt.Sprintf("the executable of %q has the digest %s in the report, and %s here", title(was), was.Digest, is.Digest)
	case was.Digest != "" && is.Digest == "":
		return fmt.Sprintf("the report names the digest %s of the executable of %q, and here none is known", was.Digest, title(was))
	}
	return ""
}

// countersign signs what is in the file now: somebody else may have countersigned it in the meantime.
func (c *Reproduce) countersign(first *bundle.Verified, key *attest.Key) error {
	path := c.envelope()
	text, err := os.ReadFile(path)
	if err != nil {
		return usage("--countersign: %w", err)
	}
	now, err := attest.Verify(text)
	if err == nil && !bytes.Equal(now.Text, first.Text) {
		err = fmt.Errorf("%w: it holds another report by now", attest.ErrRefused)
	}
	if err == nil {
		text, err = attest.Countersign(text, key)
	}
	if err != nil {
		return &reports.Exit{Code: reports.ExitFailed, Err: fmt.Errorf("not countersigned: %s: %w", path, err)}
	}
	return bundle.WriteFile(path, text)
}
