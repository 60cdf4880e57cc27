// Package process executes images with any simulator that a command line starts: QEMU, Spike,
// Sail, a Verilated core. One process runs one image.
//
// A command is a template: {elf} is the image's file, {name} a name that no other execution has,
// {signature} the file that the simulator is to write, {isa} the ISA string of the ICS, {harts} how many
// the image needs, {memory} the mebibytes it needs. For simulators that read no ELF there are the
// image's file as bytes of memory, {bin}, and as text for $readmemh, {hex}, {hex32} and {hex64}; for those that
// dump memory {dump}, a file of the bytes from {from} to {to}. A board is a command too, with steps around it:
// prepare copies the image there, fetch brings results back, clean ends and removes what is left; see
// steps.go. Outcomes come back as lines on standard output (results: console) or in the
// signature file (results: signature: lines of 4, 8 or 16 bytes, most significant digit first).
//
// The process gets a group of its own and a mark in its environment. What is in the group and what
// carries the mark is killed when the image is done, when it says nothing new for too long, when it
// says too much, or when the caller gives up: nothing that it started outlives it, even in a session
// of its own (on Linux; only what is given another environment as well escapes). When this process is
// killed itself, the kernel and the [Process]'s keeper do the same. Whatever finished before is kept.
package process

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"sync/atomic"
	"time"

	"touchstone/reports"
	"touchstone/specs"

	"touchstone/runner/image"
	"touchstone/runner/iut"
	"touchstone/runner/iut/program"
	"touchstone/runner/trial"
)

// minMemory is the least that {memory} stands for, in mebibytes: simulators put things of their own
// (QEMU a device tree) above an image.
const minMemory = 32

// grace is how long a killed process's pipes may stay open.
const grace = 2 * time.Second

// Process is the adapter.
type Process struct {
	iut      specs.IUT
	isa      string
	protocol image.Protocol
	limits   Limits
	place    program.Place
	keeper   *program.Keeper
	count    atomic.Uint64   // of executions
	uses     map[string]bool // placeholders of the command
}

var _ iut.Executor = (*Process)(nil)

// New checks the description and makes the adapter; nothing is started. isa is the ISA string
// that {isa} stands for: see [ISA].
func New(u *specs.IUT, isa string, limits Limits) (*Process, error) {
	p := &Process{iut: *u, isa: isa, limits: limits.withDefaults(u.Start), place: program.Place{Directory: u.Start.Directory, Environment: u.Start.Environment}, keeper: program.NewKeeper()}
	wrong := func(format string, a ...any) (*Process, error) {
		return nil, fmt.Errorf("%s:%d: %s: %s", u.Position.File, u.Position.Line, u.Name, fmt.Sprintf(format, a...))
	}
	s := u.Start
	switch {
	case s.Adapter != "process":
		return wrong("start.adapter is %q, not process", s.Adapter)
	case len(s.Command) == 0 || s.Command[0] == "":
		return wrong("start.command is missing: the simulator and its arguments, with {elf} where the image goes")
	case s.Address != "":
		return wrong("start.address is not for a process; remove it")
	case len(s.Monitor) > 0:
		return wrong("start.monitor is for a GDB server; remove it")
	case len(s.Set) > 0:
		return wrong("start.set: a process has no settings; put them into start.command")
	case p.limits.Memory > 0 && !program.CanLimitMemory:
		return wrong("start.limits.memory: only Linux can limit the memory of a process; remove it")
	}
	switch s.Results {
	case "signature":
		p.protocol = image.Signature
	case "", "console":
		p.protocol = image.Console
	}
	uses := map[string]bool{}
	for _, list := range []struct {
		what     string
		commands [][]string
	}{{"prepare", s.Prepare}, {"command", [][]string{s.Command}}, {"fetch", s.Fetch}, {"clean", s.Clean}} {
		for _, arg := range slices.Concat(list.commands...) {
			note := func(name string) string { uses[name] = true; return "" }
			if _, err := program.Expand(arg, placeholders(), note); err != nil {
				return wrong("start.%s: %v", list.what, err)
			}
		}
	}
	if !slices.ContainsFunc(image.Formats(), func(f string) bool { return uses[f] }) {
		return wrong("neither start.command nor start.prepare says where the image goes: {elf}")
	}
	if uses["dump"] && uses["signature"] {
		return wrong("start.command has {signature} and {dump}; results come in one of them")
	}
	p.uses = uses
	if (uses["signature"] || uses["dump"]) != (p.protocol == image.Signature) {
		return wrong("start.results is %s, and start.command %s {signature}", p.protocol, map[bool]string{true: "has", false: "has no"}[uses["signature"]])
	}
	return p, nil
}

// Placeholders of command templates.
func placeholders() []string {
	return append(image.Formats(), "name", "signature", "dump", "from", "to", "isa", "harts", "memory")
}

// Protocol is the one that start.results names.
func (p *Process) Protocol() image.Protocol { return p.protocol }

// Close sends the keeper away; processes end with Execute.
func (p *Process) Close() error { return p.keeper.Close() }

// Describe finds the program, asks it for its version and digests its file.
func (p *Process) Describe(ctx context.Context) (reports.Implementation, error) {
	im := reports.Implementation{Name: p.iut.Name, Adapter: "process", Command: slices.Clone(p.iut.Start.Command)}
	path, err := p.place.Find(p.iut.Start.Command[0])
	if err != nil {
		return im, err
	}
	if im.Digest, err = program.Digest(path); err != nil {
		return im, fmt.Errorf("%w: %s: %w", iut.ErrUnavailable, path, err)
	}
	ask := p.iut.Start.Version
	if len(ask) == 0 {
		ask = []string{p.iut.Start.Command[0], "--version"}
	}
	im.Version, err = p.place.Version(ctx, ask)
	return im, err
}

// Reasons for which we end a process ourselves.
var (
	errSilent = errors.New("no progress")
	errLate   = errors.New("the image's time is over")
	errFlood  = errors.New("too much output")
)

// Execute runs one image in one process.
func (p *Process) Execute(ctx context.Context, img *image.Image, yield func(trial.Outcome) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if img.Protocol != p.protocol {
		return fmt.Errorf("image %s reports by %s; %s is read by %s", img.Name, img.Protocol, p.iut.Name, p.protocol)
	}
	if _, err := p.place.Find(p.iut.Start.Command[0]); err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "touchstone-")
	if err != nil {
		return err
	}
	defer clear(dir)
	values := map[string]string{
		"elf": filepath.Join(dir, "image.elf"), "signature": filepath.Join(dir, "signature"), "dump": filepath.Join(dir, "dump"),
		"from": fmt.Sprintf("%#x", img.Log[0]), "to": fmt.Sprintf("%#x", img.Log[1]),
		"isa": p.isa, "harts": strconv.Itoa(max(img.Harts, p.iut.ICS.Harts, 1)), "memory": strconv.FormatUint(max(minMemory, img.Map.Memory()>>20), 10),
	}
	if err := os.WriteFile(values["elf"], img.ELF, 0o700); err != nil { // QEMU's user mode runs nothing that may not be executed
		return err
	}
	written, err := p.formats(dir, img, values)
	if err != nil {
		return err
	}
	execution := p.count.Add(1)
	mark := fmt.Sprintf("%s-%d.", p.keeper.Mark(), execution)
	values["name"] = "touchstone-" + unique(p.keeper.Mark()) + "-" + strconv.FormatUint(execution, 10)
	defer p.clean(ctx, values, mark)
	if err := p.steps(ctx, "prepare", p.iut.Start.Prepare, values, mark); err != nil {
		return err
	}
	run, end := context.WithCancelCause(ctx)
	defer end(nil)
	over := errSilent
	if p.protocol == image.Console { // which shows progress: silence has a limit of its own
		over = errLate
	}
	total := time.AfterFunc(p.limits.total(img), func() { end(over) })
	defer total.Stop()
	go watchFiles(dir, p.limits.File+int64(len(img.ELF)+written), run.Done(), func() { end(errFlood) })
	w := &watch{reader: img.NewReader(yield), limits: p.limits, console: p.protocol == image.Console, end: end}
	if w.console {
		w.silence = time.AfterFunc(p.limits.Silence, func() { end(errSilent) })
		defer w.silence.Stop()
	}
	cmd, err := p.place.Command(run, filled(p.iut.Start.Command, values))
	if err != nil {
		return err
	}
	cmd.Stdout, cmd.Stderr = w, (*stderr)(w)
	exit, killed, err := p.runToEnd(cmd, mark)
	if err != nil {
		return err
	}
	var cause error
	if killed {
		cause = context.Cause(run)
	}
	if err := p.steps(ctx, "fetch", p.iut.Start.Fetch, values, mark); err != nil && ctx.Err() == nil {
		fmt.Fprintln((*stderr)(w), err) // what is missing then says how it ends
	}
	if p.uses["dump"] {
		return p.result(ctx, cause, w, exit, values["dump"])
	}
	return p.result(ctx, cause, w, exit, values["signature"])
}

// runToEnd runs a command with the mark in its environment, and leaves nothing of it behind. It
// says how the process ended, and whether it was killed before it ended by itself.
func (p *Process) runToEnd(cmd *exec.Cmd, mark string) (exit error, killed bool, err error) {
	p.keeper.Watch()
	cmd.Env = append(cmd.Env, mark)
	cmd.WaitDelay = grace
	var ended atomic.Bool
	cancel := cmd.Cancel
	cmd.Cancel = func() error { ended.Store(true); return cancel() }
	if p.limits.Memory > 0 {
		program.LimitMemory(cmd, p.limits.Memory)
	}
	// The kernel kills the process when the thread that started it ends: it must last as long.
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if err := cmd.Start(); err != nil {
		return nil, false, fmt.Errorf("%w: %s: %w", iut.ErrUnavailable, cmd.Path, err)
	}
	exit = cmd.Wait()
	program.KillGroup(cmd)
	program.Sweep(mark, cmd.Process.Pid)
	if errors.Is(exit, exec.ErrWaitDelay) {
		exit = nil // it ended well; what it left behind did not
	}
	return exit, ended.Load(), err
}

// result reads what is left and says how it went; cause is why the process was killed, if it was.
func (p *Process) result(ctx context.Context, cause error, w *watch, exit error, signature string) error {
	err := w.err
	if err == nil && w.console {
		err = w.reader.Close()
	}
	if err == nil && !w.console {
		err = readSignature(signature, p.limits.File, w.reader, p.uses["dump"])
	}
	complete := w.reader.Complete()
	switch {
	case err != nil && !image.IsFault(err) && !errors.Is(err, errSignature):
		return err // yield's
	case complete:
		return nil
	case ctx.Err() != nil:
		return ctx.Err()
	}
	s := &iut.Stopped{Case: w.reader.Begun(), Started: w.reader.Started(), Reason: iut.Crash, LastWords: w.lastWords(exit, err)}
	switch {
	case errors.Is(cause, errSilent):
		s.Reason = iut.Hang
	case errors.Is(cause, errLate):
		s.Reason = iut.Late
	case errors.Is(cause, errFlood):
		s.Reason = iut.Flood
	case exit == nil:
		s.Reason = iut.Exit
	}
	return s
}
