package linux

import (
	"bytes"
	"encoding/binary"
	"strings"
	"sync"
	"testing"

	"touchstone/runner/rv64"
	"touchstone/specs"
	"touchstone/specs/isa"
	"touchstone/specs/isa/asm"
)

var pack = sync.OnceValues(func() (*specs.Pack, error) { return specs.Embedded("riscv") })

func table(t testing.TB, extensions ...string) *isa.Table {
	t.Helper()
	p, err := pack()
	if err != nil {
		t.Fatal(err)
	}
	tab, err := isa.New(p, append([]string{"I", "M", "A", "C", "Zicsr", "Zifencei", "Zicntr", "Sm"}, extensions...)...)
	if err != nil {
		t.Fatal(err)
	}
	return tab
}

// Where the program's code and data are.
const (
	textAt = 0x10000000
	dataAt = 0x10010000
)

// executable makes an ELF file of two segments.
func executable(entry uint64, text, data []byte) []byte {
	b := make([]byte, 3*rv64.PageSize)
	copy(b, "\x7fELF\x02\x01\x01")
	put := binary.LittleEndian
	put.PutUint16(b[16:], 2)
	put.PutUint16(b[18:], 243)
	put.PutUint32(b[20:], 1)
	put.PutUint64(b[24:], entry)
	put.PutUint64(b[32:], 64)
	put.PutUint16(b[52:], 64)
	put.PutUint16(b[54:], 56)
	put.PutUint16(b[56:], 2)
	for n, s := range []struct {
		flags         uint32
		at, off, size uint64
	}{{5, textAt, rv64.PageSize, uint64(len(text))}, {6, dataAt, 2 * rv64.PageSize, uint64(len(data))}} {
		h := b[64+56*n:]
		put.PutUint32(h, 1)
		put.PutUint32(h[4:], s.flags)
		put.PutUint64(h[8:], s.off)
		put.PutUint64(h[16:], s.at)
		put.PutUint64(h[24:], s.at)
		put.PutUint64(h[32:], s.size)
		put.PutUint64(h[40:], s.size)
		put.PutUint64(h[48:], rv64.PageSize)
	}
	copy(b[rv64.PageSize:], text)
	copy(b[2*rv64.PageSize:], data)
	return b
}

// prelude has what the programs below use: exit with a0, and the report of a signal's frame.
const prelude = `
        j       start
exit:   li      a7, 94
        ecall
# handle: have the handler at a1 called for signal a0, on the signal stack, without being masked
handle: la      t0, record
        sd      a1, 0(t0)
        li      t1, 0x48000004
        sd      t1, 8(t0)
        sd      x0, 16(t0)
        mv      a1, t0
        li      a2, 0
        li      a3, 8
        li      a7, 134
        ecall
        ret
start:
`

type result struct {
	Exit
	out string
	p   *Process
}

func run(t testing.TB, c Config, source string) result {
	t.Helper()
	p, err := pack()
	if err != nil {
		t.Fatal(err)
	}
	if c.Machine.Table == nil {
		c.Machine.Table = table(t)
	}
	if c.Machine.Limit == 0 {
		c.Machine.Limit = 1_000_000
	}
	program, err := asm.Assemble(c.Machine.Table, p.CSRs, "program.S", prelude+source, asm.Options{
		Base: textAt, Symbols: map[string]uint64{"data": dataAt, "record": dataAt + 0x800},
	})
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if c.Stdout == nil {
		c.Stdout = &out
	}
	data := make([]byte, rv64.PageSize)
	copy(data, "hello\n")
	process, err := New(c, executable(textAt, program.Sections[0].Bytes, data))
	if err != nil {
		t.Fatal(err)
	}
	exit, err := process.Run(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return result{exit, out.String(), process}
}

// TestExit: what a process says, and how it ends.
func TestExit(t *testing.T) {
	for _, tc := range []struct {
		what, source, want, out string
	}{
		{"exit status", "li a0, 7\n j exit", "exit status 7", ""},
		{"the last thread's end", "li a0, 300\n li a7, 93\n ecall", "exit status 44", ""},
		{"write", "li a0, 1\n la a1, data\n li a2, 6\n li a7, 64\n ecall\n j exit", "exit status 6", "hello\n"},
		{"write to a file that is not open", "li a0, 9\n la a1, data\n li a2, 6\n li a7, 64\n ecall\n neg a0, a0\n j exit", "exit status 9", ""},
		{"write from nowhere", "li a0, 1\n li a1, 8\n li a2, 6\n li a7, 64\n ecall\n neg a0, a0\n j exit", "exit status 14", ""},
		{"writev", "la t0, record\n la t1, data\n sd t1, 0(t0)\n li t2, 2\n sd t2, 8(t0)\n addi t1, t1, 3\n sd t1, 16(t0)\n li t2, 3\n sd t2, 24(t0)\n li a0, 1\n mv a1, t0\n li a2, 2\n li a7, 66\n ecall\n j exit", "exit status 5", "helo\n"},
		{"a call that is not there", "li a7, 1000\n ecall\n neg a0, a0\n j exit", "exit status 38", ""},
		{"a signal without a handler", ".word 0", "ended by SIGILL (si_code 1, si_addr 0x10000040) at pc 0x10000040", ""},
		{"a store to text", "la t0, exit\n sd t0, 0(t0)", "SIGSEGV (si_code 2, si_addr 0x10000004)", ""},
		{"a load from nowhere", "ld t0, 64(x0)", "SIGSEGV (si_code 1, si_addr 0x40)", ""},
		{"a jump to data", "la t0, data\n jr t0", "SIGSEGV (si_code 2, si_addr 0x10010000) at pc 0x10010000", ""},
		{"a device of the machine below", "li t0, 0x200bff8\n ld t0, 0(t0)", "SIGSEGV (si_code 1, si_addr 0x200bff8)", ""},
		{"machine mode", "csrr t0, mstatus", "SIGILL (si_code 1", ""},
		{"a misaligned atomic", "la t0, data\n addi t0, t0, 2\n amoadd.w t1, t2, (t0)", "SIGBUS (si_code 1", ""},
		{"a wait that nobody ends", "la a0, data\n li a1, 0\n lw a2, 0(a0)\n li a3, 0\n li a7, 98\n ecall", "stuck", ""},
		{"a wait with a time", "la a0, data\n li a1, 0\n lw a2, 0(a0)\n la a3, data\n li a7, 98\n ecall\n neg a0, a0\n j exit", "exit status 110", ""},
		{"the argument count", "ld a0, 0(sp)\n j exit", "exit status 2", ""},
		{"the page size", "addi t0, sp, 48\n ld t1, 0(sp)\n 1: ld t1, 0(t0)\n ld a0, 8(t0)\n addi t0, t0, 16\n li t2, 6\n bne t1, t2, 1b\n srli a0, a0, 8\n j exit", "exit status 16", ""},
		{"signal to itself", "li a0, 1000\n li a1, 5\n li a7, 130\n ecall", "SIGTRAP (si_code -6", ""},
	} {
		r := run(t, Config{Args: []string{"p", "q"}, Env: []string{"A=B"}}, tc.source)
		if !strings.Contains(r.String(), tc.want) || r.out != tc.out {
			t.Errorf("%s: %s, %q; want %s, %q", tc.what, r.Exit, r.out, tc.want, tc.out)
		}
	}
}

// TestSignal: the handler finds what the ABI says where it says so, and what it leaves in the frame is the state
// that rt_sigreturn goes on with.
func TestSignal(t *testing.T) {
	const source = `
        la      t0, record + 0x100      # a stack for signals
        la      t1, data + 0x1000 - 0x700
        sd      t1, 0(t0)
        sd      x0, 8(t0)
        li      t2, 0x700
        li      t2, 4096
        la      a0, 0
        li      a1, 4096
        li      a2, 3
        li      a3, 0x22
        li      a4, -1
        li      a5, 0
        li      a7, 222
        ecall                           # mmap
        mv      s5, a0
        la      t0, record + 0x100
        sd      a0, 0(t0)
        sd      t2, 16(t0)
        mv      a0, t0
        li      a1, 0
        li      a7, 132
        ecall
        li      a0, 11
        la      a1, handler
        jal     handle
        li      a7, 0x777
        li      s6, 0x123
        fcvt.d.l fs0, s6
        fsflags x0
        li      t0, 0x100000
fault:  ld      s7, 8(t0)               # the handler makes it 0x55 and goes on behind it
        li      t1, 0x55
        bne     s7, t1, bad
        feq.d   t1, fs0, fs1
        beqz    t1, bad
        li      a0, 0
        j       exit
bad:    li      a0, 1
        j       exit
handler:
        li      t1, 11                  # a0, siginfo, and the stack it is called on
        bne     a0, t1, bad
        lw      t2, 0(a1)
        bne     t2, t1, bad
        lw      t2, 8(a1)               # SEGV_MAPERR
        li      t1, 1
        bne     t2, t1, bad
        ld      t2, 16(a1)
        li      t1, 0x100008
        bne     t2, t1, bad
        bne     a1, sp, bad
        bltu    sp, s5, bad
        ld      t2, 176(a2)             # pc, x23, f8 and fcsr of the ucontext
        la      t1, fault
        bne     t2, t1, bad
        ld      t2, 176+8*22(a2)
        bne     t2, s6, bad
        ld      t2, 432+8*8(a2)
        fmv.x.d t1, fs0
        bne     t2, t1, bad
        ld      t2, 16(a2)              # uc_stack
        bne     t2, s5, bad
        lw      t2, 432+520(a2)         # no extension: the last record
        bnez    t2, bad
        li      t2, 0x55
        sd      t2, 176+8*23(a2)
        la      t2, fault
        addi    t2, t2, 4
        sd      t2, 176(a2)
        sd      t1, 432+8*9(a2)         # fs1
        fmv.d.x fs0, x0
        ret
`
	if r := run(t, Config{Machine: rv64.Config{Table: table(t, "D")}}, source); r.String() != "exit status 0" {
		t.Errorf("%s", r.Exit)
	}
}

// TestVectorRecord: the frame has vector state behind the header that names it, and a system call destroys it.
func TestVectorRecord(t *testing.T) {
	const source = `
        li      a0, 5
        la      a1, handler
        jal     handle
        li      t0, 3
        vsetvli x0, t0, e32, m1, ta, ma
        vmv.v.i v8, 9
        ebreak
        vmv.x.s t1, v8                  # what the handler left
        li      t2, 77
        bne     t1, t2, bad
        csrr    t1, vl
        li      t2, 3
        bne     t1, t2, bad
        li      a7, 172
        ecall
        csrr    t1, vtype
        bgez    t1, bad
        li      t0, 4
        vsetvli x0, t0, e32, m1, ta, ma
        vmv.x.s t1, v8
        li      t2, -1
        bne     t1, t2, bad
        li      a0, 0
        j       exit
bad:    li      a0, 1
        j       exit
handler:
        vmv.x.s t1, v8                  # registers are still the program's
        li      t2, 9
        bne     t1, t2, bad
        lwu     t1, 952(a2)
        li      t2, 0x53465457
        bne     t1, t2, bad
        lwu     t1, 956(a2)
        li      t2, 8 + 48 + 32*32
        bne     t1, t2, bad
        ld      t1, 960+8(a2)           # vl
        li      t2, 3
        bne     t1, t2, bad
        ld      t1, 960+32(a2)          # vlenb
        li      t2, 32
        bne     t1, t2, bad
        ld      t1, 960+40(a2)          # the registers
        addi    t2, a2, 1008
        bne     t1, t2, bad
        lw      t1, 8*32(t2)
        li      t3, 9
        bne     t1, t3, bad
        lwu     t1, 1008+1024(a2)       # the last record
        bnez    t1, bad
        li      t1, 77
        sw      t1, 8*32(t2)
        ld      t1, 176(a2)
        addi    t1, t1, 4
        sd      t1, 176(a2)
        ret
`
	if r := run(t, Config{Machine: rv64.Config{Table: table(t, "D", "V"), VLEN: 256}}, source); r.String() != "exit status 0" {
		t.Errorf("%s", r.Exit)
	}
}

// TestPages: mmap, mprotect and munmap give and take what they say, for loads, stores and fetches, in both loops.
func TestPages(t *testing.T) {
	const source = `
        li      a0, 0
        li      a1, 8192
        li      a2, 3
        li      a3, 0x22
        li      a4, -1
        li      a5, 0
        li      a7, 222
        ecall
        mv      s0, a0
        li      t0, 42
        sd      t0, 0(s0)
        mv      a0, s0                  # the first page: read only
        li      a1, 4096
        li      a2, PROT
        li      a7, 226
        ecall
        bnez    a0, 2f
        add     s1, s0, a1
        sd      t0, 0(s1)               # the second is as it was
        ACCESS
        li      a0, 3
        j       exit
2:      neg     a0, a0
        j       exit
`
	for _, tc := range []struct{ prot, access, want string }{
		{"1", "ld a0, 0(s0)\n j exit", "exit status 42"},
		{"1", "sd a0, 8(s0)", "SIGSEGV (si_code 2, si_addr 0x"},
		{"1", "addi s1, s1, -4\n sd a0, 0(s1)", "ffc)"}, // the part that is refused
		{"0", "ld a0, 0(s0)", "SIGSEGV (si_code 2"},
		{"0", "lb x0, 0(s0)", "SIGSEGV (si_code 2"},
		{"0", "lr.d a0, (s0)", "SIGSEGV (si_code 2"},
		{"1", "amoadd.d a0, a1, (s0)", "SIGSEGV (si_code 2"},
		{"3", "jr s0", "SIGSEGV (si_code 2"},
		{"2", "ld a0, 0(s0)\n j exit", "exit status 42"}, // what may be written may be read
		{"4", "ld a0, 0(s0)", "SIGSEGV (si_code 2"},
		{"8", "nop", "exit status 22"},
		{"1", "mv a0, s0\n li a1, 4096\n li a7, 215\n ecall\n ld a0, 0(s0)", "SIGSEGV (si_code 1"},
		{"1", "mv a0, s0\n li a1, 4096\n li a7, 215\n ecall\n li a7, 226\n li a2, 1\n ecall\n neg a0, a0\n j exit", "exit status 12"},
		{"7", "li t1, 0x00008067\n sw t1, 0(s0)\n fence.i\n jalr s0\n mv a0, s0\n li a1, 4096\n li a2, 1\n li a7, 226\n ecall\n jalr s0", "SIGSEGV (si_code 2"},
		{"7", "li t1, 0x00008067\n sw t1, 0(s0)\n li a0, 0\n li a1, 0\n li a2, 0\n li a7, 259\n ecall\n jalr s0\n li a0, 9\n j exit", "exit status 9"},
		{"3", "mv a0, s0\n li a1, 4096\n li a2, 3\n li a3, 0x32\n li a7, 222\n ecall\n bne a0, s0, 2b\n ld a0, 0(s0)\n j exit", "exit status 0"}, // zeros again
		{"3", "li a0, 0\n li a7, 214\n ecall\n mv s1, a0\n li t0, 5000\n add a0, a0, t0\n ecall\n sd t0, 0(s1)\n li t1, 4096\n add t1, t1, s1\n sd t0, 0(t1)\n mv a0, s1\n ecall\n ld t0, 0(s1)", "SIGSEGV (si_code 1"},
	} {
		for _, stale := range []bool{false, true} {
			program := strings.ReplaceAll(strings.Replace(strings.Replace(source, "PROT", tc.prot, 1), "ACCESS", tc.access, 1), "2b", "exit")
			r := run(t, Config{Machine: rv64.Config{Parameters: rv64.Parameters{StaleFetch: stale}}}, program)
			if !strings.Contains(r.String(), tc.want) {
				t.Errorf("mprotect %s, %q: %s, want %s", tc.prot, tc.access, r.Exit, tc.want)
			}
		}
	}
}

// TestMisaligned: a hart that traps for misaligned loads and stores does them all the same in a process, and a fault in
// the middle is one.
func TestMisaligned(t *testing.T) {
	for _, policy := range []rv64.MisalignedPolicy{rv64.Complete, rv64.TrapMisaligned} {
		c := Config{Machine: rv64.Config{Misaligned: policy}}
		r := run(t, c, "la t0, data\n li t1, 0x1234567\n sw t1, 1(t0)\n lw t2, 1(t0)\n bne t1, t2, exit\n li a0, 77\n j exit")
		if r.String() != "exit status 77" {
			t.Errorf("policy %d: %s", policy, r.Exit)
		}
		r = run(t, c, "la t0, data + 4092\n sd t1, 0(t0)")
		if !strings.Contains(r.String(), "SIGSEGV (si_code 1, si_addr 0x10011000)") {
			t.Errorf("policy %d: %s", policy, r.Exit)
		}
	}
}

// TestThreads: two threads count together, one waits for the end of the other.
func TestThreads(t *testing.T) {
	const source = `
        la      s0, data
        sd      x0, 8(s0)
        la      a1, data + 0x1000
        li      a0, 0x250f00            # with CLONE_CHILD_CLEARTID
        addi    a4, s0, 64
        li      t0, 1
        sw      t0, 64(s0)
        li      a2, 0
        li      a3, 0
        li      a7, 220
        ecall
        bltz    a0, none
        addi    s1, a0, 0
        li      t0, 1000
        addi    s2, s0, 8
        li      t1, 1
1:      amoadd.d x0, t1, (s2)
        addi    t0, t0, -1
        bnez    t0, 1b
        bnez    s1, parent
        li      a0, 5
        li      a7, 93
        ecall
parent: lw      a2, 64(s0)              # until the kernel clears it
        beqz    a2, 2f
        addi    a0, s0, 64
        li      a1, 0
        li      a3, 0
        li      a7, 98
        ecall
        j       parent
2:      ld      a0, 8(s0)
        li      t0, 2000
        sub     a0, a0, t0
        j       exit
none:   neg     a0, a0
        j       exit
`
	for harts, want := range map[int]string{1: "exit status 11", 2: "exit status 0", 3: "exit status 0"} {
		if r := run(t, Config{Machine: rv64.Config{Harts: harts}}, source); r.String() != want {
			t.Errorf("%d harts: %s, want %s", harts, r.Exit, want)
		}
	}
}

// TestMasking: prctl gives pointer masking of at least as many bits, if the hart has it.
func TestMasking(t *testing.T) {
	const source = `
        li      a0, 55
        li      a1, LENGTH << 24
        li      a2, 0
        li      a3, 0
        li      a4, 0
        li      a7, 167
        ecall
        bnez    a0, 1f
        la      t0, data
        li      t1, 0x5a
        slli    t1, t1, 57
        or      t0, t0, t1
        lbu     a0, 0(t0)
        j       exit
1:      neg     a0, a0
        j       exit
`
	for _, tc := range []struct{ length, extension, want string }{
		{"7", "Supm", "exit status 104"}, {"1", "Supm", "exit status 104"}, {"16", "Supm", "exit status 104"},
		{"17", "Supm", "exit status 22"}, {"0", "Supm", "SIGSEGV (si_code 1"}, {"7", "Zicond", "exit status 22"},
	} {
		r := run(t, Config{Machine: rv64.Config{Table: table(t, tc.extension)}}, strings.Replace(source, "LENGTH", tc.length, 1))
		if !strings.Contains(r.String(), tc.want) {
			t.Errorf("%s bits with %s: %s, want %s", tc.length, tc.extension, r.Exit, tc.want)
		}
	}
}

// TestTrapLosesReservation: no SC succeeds whose LR was before a system call.
func TestTrapLosesReservation(t *testing.T) {
	r := run(t, Config{}, "la t0, data\n lr.d t1, (t0)\n li a7, 172\n ecall\n sc.d a0, t1, (t0)\n j exit")
	if r.String() != "exit status 1" {
		t.Errorf("%s", r.Exit)
	}
}

// FuzzNew: any bytes are a program or an error.
func FuzzNew(f *testing.F) {
	tab := table(f)
	f.Add(executable(textAt, []byte{0x73, 0, 0, 0}, []byte("x")))
	f.Add([]byte("\x7fELF"))
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := New(Config{Machine: rv64.Config{Table: tab, Limit: 1000}}, b)
		if err != nil {
			return
		}
		if _, err := p.Run(t.Context()); err != nil {
			t.Error(err)
		}
	})
}
