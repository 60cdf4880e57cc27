// Package linux is the runtime of the linux environment: the program that an image carries to run
// its cases in a user-mode process. It is made of the machine runtime's parts (package machine)
// wherever they need no privilege, and of its own.
//
// Questions and answers.
//
// Why does a case end in a signal? As in the machine environment, an ordinary end and a surprise
// take the same path. An exit is ebreak here, not ecall: a breakpoint at an exit ends a case, and an
// environment call is the kernel's.
//
// How does a case begin with all registers its own? Each stub has an approach near its code that
// loads the last two registers and jumps; no system call stands between the making of
// floating-point and vector state and the case.
//
// Where does the state after a case come from? Integer registers and pc from the ucontext; floating-point
// and vector registers are still the hart's own when the handler begins, and are saved before
// anything else is done: frames of older kernels lack them, and a system call may destroy them.
//
// Why does the handler never return? The next case makes all that it needs. Signals are not masked
// while one is handled, and a case's stack pointer lies outside of the signal stack, so each signal
// starts at its top.
//
// How do two harts run together? As two threads that share all memory: harts.S. Each has a signal stack,
// and where the stack pointer lies says which thread a signal is of. Threads are not bound to
// processors, and fence.i is the hart's own: a case that the kernel moves to another processor between a
// store to code and its execution is beyond what is guaranteed here.
package linux

import (
	_ "embed"
	"encoding/binary"
	"fmt"
	"strings"

	"touchstone/runner/image/machine"
	"touchstone/runner/trial"
)

var (
	//go:embed runtime.S
	runtimeText string
	//go:embed state.S
	stateText string
	//go:embed harts.S
	hartsText string
)

// Subset is every instruction that the runtime executes, but for the system calls' own.
func Subset() []string {
	return []string{
		"auipc", "lui", "addi", "andi", "slli", "srli",
		"add", "sub", "or",
		"ld", "sd", "sb",
		"beq", "bne", "bltu", "jal", "jalr",
		"ecall", "fence.i",
	}
}

// What this runtime has beyond the machine runtime's memory, all of it together: a stack for each of two
// harts that signals are taken on, which holds a frame with the longest vector registers; the lines that
// wait to be written; and its variables.
const (
	stackSize = 0x10000
	linesAt   = 2 * stackSize
	linesSize = 0x40000
	ownAt     = linesAt + linesSize

	// Memory is the size of all of this in bytes.
	Memory = ownAt + 0x1000
)

// Pages are whole pages of memory and what is left of a case's rights to them. Nothing may be executed
// there: a page that may be executed may be readable with that, and a page once given up could become
// executable again only where the kernel lets written memory be executed.
type Pages struct {
	At, Size    uint64
	Read, Write bool
}

// LocRefused is the location code of what the kernel answered when it did not take rights away: a case
// that ran without that says nothing.
const LocRefused = 0x44

// guard is the part of the runtime that takes rights to pages away before a case (shut) and gives them back
// after it (open). A kernel that refuses the one may refuse the other; one that takes and does not give
// back ends the program.
func guard(pages []Pages) string {
	var b strings.Builder
	each := func(prot func(Pages) int, failed string) {
		for _, p := range pages {
			fmt.Fprintf(&b, "        la      a0, %#x\n        lui     a1, %#x\n        addi    a2, x0, %d\n", p.At, p.Size>>12, prot(p))
			fmt.Fprintf(&b, "        addi    a7, x0, SYS_MPROTECT\n        ecall\n        bne     a0, x0, %s\n", failed)
		}
	}
	b.WriteString(`
shut:   la      t0, process
        sd      x0, P_SHUT(t0)
`)
	each(func(p Pages) int {
		switch {
		case p.Write:
			return protRead | protWrite
		case p.Read:
			return protRead
		}
		return 0
	}, "refused")
	b.WriteString(`        la      t0, process
        addi    t1, x0, 1
        sd      t1, P_SHUT(t0)
        jalr    x0, 0(ra)
open:
`)
	each(func(Pages) int { return protRead | protWrite }, "unopened")
	b.WriteString(`        jalr    x0, 0(ra)
unopened:
        la      t0, process
        ld      t0, P_SHUT(t0)
        bne     t0, x0, exit
        jalr    x0, 0(ra)
refused:
        addi    t0, x0, LOC_REFUSED
        sd      t0, 0(s2)
        sub     a0, x0, a0
        sd      a0, 8(s2)
        addi    s2, s2, 16
        jalr    x0, 0(ra)
`)
	return b.String()
}

// What mprotect allows.
const (
	protRead  = 1
	protWrite = 2
)

// noGuard stands where no pages are guarded.
const noGuard = "\nshut:\nopen:   jalr    x0, 0(ra)\n"

// noHarts stands where the part for several harts would.
const noHarts = "\nspawn:\nreturned:\n        jal     x0, returned\n"

// HartsSubset is what the runtime executes beyond [Subset] in images for several harts.
func HartsSubset() []string { return []string{"fence", "and"} }

// Source is the runtime for a work area, for [Memory] bytes at an address, and for one hart or two, whose
// cases do without the rights to pages.
func Source(work, memory uint64, harts int, without []Pages) *machine.Source {
	text := runtimeText
	if len(without) > 0 {
		text += guard(without)
	} else {
		text += noGuard
	}
	if harts > 1 {
		text += hartsText
	} else {
		text += noHarts
	}
	return &machine.Source{
		Runtime: compose(text), State: compose(stateText),
		Symbols: map[string]uint64{
			"stack": memory, "stack_end": memory + stackSize, "stack_second": memory + stackSize, "stack_spawn": memory + 2*stackSize,
			"lines":   memory + linesAt,
			"process": memory + ownAt, "P_RUNNING": 0, "P_WAITING": 8, "P_CALL": 16, "P_SHUT": 96, // a case runs; bytes of lines; arguments of a system call; pages are guarded
			"SYS_WRITE": 64, "SYS_EXIT_GROUP": 94, "SYS_SIGALTSTACK": 132, "SYS_RT_SIGACTION": 134, "SYS_RT_SIGRETURN": 139, "SYS_CLONE": 220,
			"SYS_SCHED_YIELD": 124, "SYS_PRCTL": 167, "SYS_MPROTECT": 226, "SYS_RISCV_FLUSH_ICACHE": 259, "PR_RISCV_SET_ICACHE_FLUSH_CTX": 71,
			"LOC_REFUSED": LocRefused,
			"SIGILL":      4, "SIGTRAP": 5, "SIGBUS": 7, "SIGFPE": 8, "SIGSEGV": 11,
			"UC_PC": 176, // of a ucontext: the saved pc, behind it x1 to x31
		},
	}
}

// compose puts the machine runtime's parts where a line names them.
func compose(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		if name, ok := strings.CutPrefix(line, machine.PartMark); ok {
			b.WriteString(machine.Part(strings.TrimSpace(name)))
			continue
		}
		b.WriteString(line)
	}
	return b.String()
}

// ebreak is what ends a case at an exit.
const (
	ecall  = 0x00000073
	ebreak = 0x00100073
)

// Break turns the environment calls of a stub into breakpoints, in place: those at its exits, and those
// that stand where the code must not come, which would be the kernel's.
func Break(s *trial.Stub) {
	for _, c := range s.Chunks {
		for i := 0; i+4 <= len(c.Bytes); i += 2 {
			if binary.LittleEndian.Uint32(c.Bytes[i:]) == ecall {
				binary.LittleEndian.PutUint32(c.Bytes[i:], ebreak)
			}
		}
	}
}

// approachSize is the length of an approach in bytes.
const approachSize = 12

// Approach gives a stub with the approach to its code, and the approach's offset. It lies below the
// code, where it is in nobody's way, and near enough for one jump.
func Approach(s *trial.Stub) (*trial.Stub, int64, error) {
	at := int64(-16)
	if s.Align == 2 {
		at -= 2
	}
	for ; at > -1<<19; at -= 8 {
		if vacant(s, at-8, at+approachSize) {
			with := *s
			with.Chunks = append(append(make([]trial.Chunk, 0, len(s.Chunks)+1), s.Chunks...), trial.Chunk{Offset: at, Bytes: approach(at)})
			return &with, at, nil
		}
	}
	return nil, 0, fmt.Errorf("the code leaves no room for the jump to it within 512 KiB below it")
}

// vacant says whether no chunk has bytes from one offset up to another.
func vacant(s *trial.Stub, from, to int64) bool {
	for _, c := range s.Chunks {
		if c.Offset < to && c.Offset+int64(len(c.Bytes)) > from {
			return false
		}
	}
	return true
}

// approach is the code at an offset: x1 and x31 from the work area that x31 points to, and the jump.
func approach(at int64) []byte {
	load := func(rd uint32) uint32 { return (machine.FrameOffset+8*rd)<<20 | 31<<15 | 3<<12 | rd<<7 | 0x03 }
	b := binary.LittleEndian.AppendUint32(nil, load(1))
	b = binary.LittleEndian.AppendUint32(b, load(31))
	off := uint32(-(at + 8))
	return binary.LittleEndian.AppendUint32(b, (off>>20&1)<<31|(off>>1&0x3ff)<<21|(off>>11&1)<<20|(off>>12&0xff)<<12|0x6f)
}
