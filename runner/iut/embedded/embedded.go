// Package embedded executes images in the harness's own executor (package rv64), in this process:
// no simulator to install, and one that can be made wrong on purpose, since the machine's whole
// configuration is the caller's. The log is read straight from the machine's memory, so what had
// finished is there however the run ends.
package embedded

import (
	"context"
	"fmt"
	"runtime/debug"

	"touchstone/reports"

	"touchstone/runner/image"
	"touchstone/runner/iut"
	"touchstone/runner/rv64"
	"touchstone/runner/trial"
)

// Embedded is the adapter. Every image gets a machine of its own, so executions share nothing but
// the configuration; hooks and overrides in it must bear that.
type Embedded struct {
	config  rv64.Config
	name    string
	perCase uint64
}

var _ iut.Executor = (*Embedded)(nil)

// Instructions that an image may execute: a fixed part, and so many for each of its cases. A case
// takes the runtime between one and five thousand.
const (
	fixedLimit   = 1_000_000
	perCaseLimit = 20_000
	// For each bit of VLEN, where vector state is made and compared: half a doubleword of the 32 registers.
	perBitLimit = 32
	// A round of several harts takes each of them around a thousand, and what its loops wait.
	perRoundLimit = 20_000
)

// New makes the adapter. Harts, RAM and console of the configuration are the image's; Ordering is
// for images of several harts; a Limit, if there is one, replaces our own for a whole image. The configuration is tried at once: rows
// without functions are found here.
func New(config rv64.Config) (*Embedded, error) {
	if _, err := rv64.NewMachine(config); err != nil {
		return nil, err
	}
	return &Embedded{config: config, name: "Touchstone executor", perCase: perCaseLimit}, nil
}

// Protocol is Signature: the log is memory.
func (e *Embedded) Protocol() image.Protocol { return image.Signature }

// Close has nothing to put away.
func (e *Embedded) Close() error { return nil }

// Describe names the executor by the version of the program that it is part of.
func (e *Embedded) Describe(context.Context) (reports.Implementation, error) {
	im := reports.Implementation{Name: e.name, Vendor: "Touchstone", Adapter: "embedded", Version: "(devel)"}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		im.Version = info.Main.Version
	}
	return im, nil
}

// Execute runs one image on a new machine.
func (e *Embedded) Execute(ctx context.Context, img *image.Image, yield func(trial.Outcome) error) (err error) {
	if err := ctx.Err(); err != nil {
		return err
	}
	if img.Protocol != image.Signature {
		return fmt.Errorf("image %s reports by %s; the embedded executor reads a signature", img.Name, img.Protocol)
	}
	config := e.config
	config.Harts = max(img.Harts, 1)
	config.RAMBase, config.RAMSize = img.Map.Base, img.Map.Memory()
	config.Console, config.Input = nil, nil
	if config.Limit == 0 {
		config.Limit = fixedLimit + (e.perCase+perBitLimit*uint64(img.Setting.VLEN))*uint64(len(img.Cases)) + perRoundLimit*uint64(img.Rounds)
	}
	if config.Harts > 1 {
		// Other images, other schedules; the same image, the same one.
		config.Interleave.Seed ^= img.ID
		config.Ordering.Seed ^= img.ID
		config.Ordering.From = img.Map.CodeBase() // what the runtime does between rounds needs no schedules
	} else {
		config.Ordering = rv64.Ordering{} // one hart cannot see it
	}
	machine, err := rv64.NewMachine(config)
	if err != nil {
		return err
	}
	if err := machine.LoadELF(img.ELF); err != nil {
		return fmt.Errorf("image %s: %w", img.Name, err)
	}
	stop, words, err := run(ctx, machine)
	if err != nil {
		return err
	}
	reader := img.NewReader(yield)
	if err := reader.Log(machine.Signature()); err != nil {
		return err
	}
	switch {
	case reader.Complete():
		return nil
	case ctx.Err() != nil:
		return ctx.Err()
	}
	s := &iut.Stopped{Case: reader.Begun(), Started: reader.Started(), LastWords: words}
	switch stop.Reason {
	case rv64.LimitHit, rv64.Stuck:
		s.Reason = iut.Hang
	case rv64.Exited:
		s.Reason = iut.Exit
	default:
		s.Reason = iut.Crash
	}
	if faults, _ := reader.Faults(); len(faults) > 0 {
		s.LastWords += "; " + faults[0].Error()
	}
	return s
}

// run is Run, with a panic of a function that was made wrong on purpose as a crash.
func run(ctx context.Context, m *rv64.Machine) (stop rv64.Stop, words string, err error) {
	defer func() {
		if r := recover(); r != nil {
			stop, words, err = rv64.Stop{Reason: "panic"}, fmt.Sprintf("panic: %v", r), nil
		}
	}()
	stop, err = m.Run(ctx)
	return stop, fmt.Sprintf("%s: %s", stop.Reason, stop.Detail), err
}
