package linux

import (
	"context"
	"fmt"
	"io"

	"touchstone/runner/rv64"
)

// Config describes a process. Machine.Table is required; its memory, console and Handle are the kernel's.
type Config struct {
	Machine rv64.Config
	Args    []string  // argv; none: the name "program" alone
	Env     []string  // NAME=value
	Stdin   io.Reader // nil: at its end
	Stdout  io.Writer // nil discards
	Stderr  io.Writer // likewise
}

// Exit is how a process ended.
type Exit struct {
	rv64.Stop         // Exited: Code is its status; Killed: Code is the signal; Stuck: all of its threads wait for each other
	Signal    Signal  // that ended it
	Info      SigInfo // of the trap that the signal is about
}

func (e Exit) String() string {
	switch e.Reason {
	case rv64.Exited:
		return fmt.Sprintf("exit status %d", e.Code)
	case rv64.Killed:
		return fmt.Sprintf("ended by %s (si_code %d, si_addr %#x) at pc %#x", e.Signal, e.Info.Code, e.Info.Addr, e.Info.PC)
	}
	return fmt.Sprintf("%s: %s", e.Reason, e.Detail)
}

// Process is a program in memory and the kernel below it. It is not safe for concurrent use.
type Process struct {
	config     Config
	m          *rv64.Machine
	space      space
	threads    []*thread // by hart
	actions    [signals + 1]action
	nextTID    uint64
	vlenb      int
	hwcap      uint64
	trampoline uint64 // address of the code that handlers return to
	random     uint64

	exit Exit
	err  error
}

// New loads a static executable. The machine has one hart for each thread that the process may have at a time.
func New(c Config, file []byte) (*Process, error) {
	if len(c.Args) == 0 {
		c.Args = []string{"program"}
	}
	program, err := parse(file)
	if err != nil {
		return nil, fmt.Errorf("linux: %w", err)
	}
	p := &Process{config: c, nextTID: firstTID, random: 0x9e3779b97f4a7c15}
	l := layOut(program)
	m := c.Machine
	m.RAMBase, m.RAMSize = l.base, l.end-l.base
	m.Console, m.Input, m.Handle = nil, nil, p.handle
	m.Parameters.PMPEntries = -1 // firmware has opened it
	if p.m, err = rv64.NewMachine(m); err != nil {
		return nil, fmt.Errorf("linux: %w", err)
	}
	p.space = newSpace(p.m, l)
	if err := p.load(program, l); err != nil {
		return nil, fmt.Errorf("linux: %w", err)
	}
	p.hwcap = hwcap(p.m.Table())
	p.vlenb = p.m.Hart(0).VLENB()
	for n := range p.m.Harts() {
		h := p.m.Hart(n)
		p.enable(h)
		h.Park(true)
		p.threads = append(p.threads, &thread{p: p, h: h})
	}
	sp, err := p.stack(program, l)
	if err != nil {
		return nil, fmt.Errorf("linux: %w", err)
	}
	main := p.threads[0]
	main.begin(p.newTID())
	main.h.SetPC(program.entry)
	main.h.SetX(regSP, sp)
	return p, nil
}

// Machine is the machine that the process runs on.
func (p *Process) Machine() *rv64.Machine { return p.m }

// Run executes until the process has ended or something else stops it: see rv64.Machine.Run. The error is that of a writer.
func (p *Process) Run(ctx context.Context) (Exit, error) {
	stop, err := p.m.Run(ctx)
	if err == nil {
		err = p.err
	}
	exit := p.exit
	exit.Stop = stop
	return exit, err
}

// end ends the process.
func (p *Process) end(s rv64.Stop) { p.m.Halt(s) }

// kill ends it by a signal.
func (p *Process) kill(s Signal, info SigInfo) {
	p.exit.Signal, p.exit.Info = s, info
	p.end(rv64.Stop{Reason: rv64.Killed, Code: uint64(s), Detail: fmt.Sprintf("%s (si_code %d, si_addr %#x) at pc %#x", s, info.Code, info.Addr, info.PC)})
}

// CSRs that firmware and kernel set for a process.
const (
	csrMstatus    = 0x300
	csrMcounteren = 0x306
	csrMenvcfg    = 0x30a
	statusFSVS    = 3<<13 | 3<<9
	envCBCFE      = 1 << 6
	envCBZE       = 1 << 7
	envPMM        = 3 << 32
)

// enable makes a hart one of a process: user mode, its units on, what the kernel lets every process use.
func (p *Process) enable(h *rv64.Hart) {
	h.SetCSR(csrMcounteren, 1<<32-1)
	h.SetCSR(csrMstatus, statusFSVS)
	h.SetCSR(csrMenvcfg, envCBCFE|envCBZE)
	h.SetMode(rv64.U)
}
