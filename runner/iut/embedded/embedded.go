// Package embedded executes images in the harness's own executor (package rv64), in this process:
// no simulator to install, and one that can be made wrong on purpose, since the machine's whole
// configuration is the caller's.
//
// Images of the machine environment run on the bare executor ([New]). Their log is read straight from the
// machine's memory, so what had finished is there however the run ends. Images of the linux environment
// run as a process on a kernel of our own (package rv64/linux; [NewProcess]), and what they print is read as it comes.
package embedded

import (
	"context"
	"fmt"

	"touchstone/reports"

	"touchstone/runner/image"
	"touchstone/runner/iut"
	"touchstone/runner/rv64"
	"touchstone/runner/trial"
)

// Embedded is the adapter. Every image gets a machine of its own, so executions share nothing but
// the configuration; hooks and overrides in it must bear that.
type Embedded struct {
	config   rv64.Config
	protocol image.Protocol
	perCase  uint64
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

// New makes the adapter for the machine environment. Harts, RAM and console of the configuration are the image's; Ordering is
// for images of several harts; a Limit, if there is one, replaces our own for a whole image. The configuration is tried at once: rows
// without functions are found here.
func New(config rv64.Config) (*Embedded, error) {
	return adapter(config, ProtocolIn(""))
}

// NewProcess makes the adapter for the linux environment.
func NewProcess(config rv64.Config) (*Embedded, error) {
	return adapter(config, ProtocolIn(trial.Linux))
}

// NewIn makes the adapter for an environment by its name.
func NewIn(environment string, config rv64.Config) (*Embedded, error) {
	switch environment {
	case trial.Linux:
		return NewProcess(config)
	case "", "machine":
		return New(config)
	}
	return nil, fmt.Errorf("the embedded executor has no environment %q; it has machine and %s", environment, trial.Linux)
}

// ProtocolIn is how images must report that [NewIn]'s adapter executes.
func ProtocolIn(environment string) image.Protocol {
	if environment == trial.Linux {
		return image.Console
	}
	return image.Signature
}

func adapter(config rv64.Config, protocol image.Protocol) (*Embedded, error) {
	if _, err := rv64.NewMachine(config); err != nil {
		return nil, err
	}
	return &Embedded{config: config, protocol: protocol, perCase: perCaseLimit}, nil
}

// Protocol is Signature on a machine, where the log is memory, and Console in a process.
func (e *Embedded) Protocol() image.Protocol { return e.protocol }

// Close has nothing to put away.
func (e *Embedded) Close() error { return nil }

// Describe names the executor by the version of the program that it is part of.
func (e *Embedded) Describe(context.Context) (reports.Implementation, error) {
	im := iut.Ours("Touchstone executor")
	im.Adapter = "embedded"
	return im, nil
}

// Execute runs one image on a new machine.
func (e *Embedded) Execute(ctx context.Context, img *image.Image, yield func(trial.Outcome) error) (err error) {
	if err := ctx.Err(); err != nil {
		return err
	}
	if img.Protocol != e.protocol {
		return fmt.Errorf("image %s reports by %s; the embedded executor reads %s in its environment", img.Name, img.Protocol, e.protocol)
	}
	config := e.config
	config.Harts = max(img.Harts, 1)
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
	execute := onMachine
	if e.protocol == image.Console {
		execute = asProcess
	}
	reader := img.NewReader(yield)
	stop, words, err := execute(ctx, config, img, reader)
	if err != nil {
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
	case flooded:
		s.Reason = iut.Flood
	default:
		s.Reason = iut.Crash
	}
	if faults, _ := reader.Faults(); len(faults) > 0 {
		s.LastWords += "; " + faults[0].Error()
	}
	return s
}

// onMachine runs an image on a bare machine and reads its log.
func onMachine(ctx context.Context, config rv64.Config, img *image.Image, reader *image.Reader) (stop rv64.Stop, words string, err error) {
	config.RAMBase, config.RAMSize = img.Map.Base, img.Map.Memory()
	machine, err := rv64.NewMachine(config)
	if err != nil {
		return stop, "", err
	}
	if err := machine.LoadELF(img.ELF); err != nil {
		return stop, "", fmt.Errorf("image %s: %w", img.Name, err)
	}
	if stop, words, err = run(ctx, machine.Run); err != nil {
		return stop, words, err
	}
	return stop, words, reader.Log(machine.Signature())
}

// run is what runs, with a panic of a function that was made wrong on purpose as a crash.
func run(ctx context.Context, what func(context.Context) (rv64.Stop, error)) (stop rv64.Stop, words string, err error) {
	defer func() {
		if r := recover(); r != nil {
			stop, words, err = rv64.Stop{Reason: "panic"}, fmt.Sprintf("panic: %v", r), nil
		}
	}()
	stop, err = what(ctx)
	return stop, fmt.Sprintf("%s: %s", stop.Reason, stop.Detail), err
}
