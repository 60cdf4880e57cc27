package oracle_test

import (
	"encoding/binary"
	"slices"
	"strings"
	"sync"
	"testing"

	"touchstone/specs"
	"touchstone/specs/isa"
	"touchstone/specs/isa/asm"
	"touchstone/specs/oracle"
)

const (
	code = 0x80000000
	data = 0x80001000
)

var pack = sync.OnceValue(func() *specs.Pack {
	p, err := specs.LoadDir("../riscv")
	if err != nil {
		panic(err)
	}
	return p
})

var everything = []string{"I", "M", "A", "C", "Zicsr", "Zifencei", "Zicntr", "Zihintpause", "Sm"}

// setup is an implementation under its claims.
type setup struct {
	table  *isa.Table
	oracle *oracle.Oracle
}

func newSetup(t testing.TB, parameters map[string]any, extensions ...string) setup {
	t.Helper()
	if len(extensions) == 0 {
		extensions = everything
	}
	table, err := isa.New(pack(), extensions...)
	if err != nil {
		t.Fatal(err)
	}
	o, err := oracle.New(pack(), table, oracle.Env{Environment: "machine", ICS: specs.ICS{
		Extensions: extensions, Modes: []string{"M", "U"}, Harts: 1, Parameters: parameters,
	}})
	if err != nil {
		t.Fatal(err)
	}
	return setup{table, o}
}

// flat is a memory of a few regions.
type flat map[uint64][]byte

func (m flat) Read(addr uint64, n int) (uint64, bool) {
	for base, bytes := range m {
		if addr >= base && addr+uint64(n) <= base+uint64(len(bytes)) && addr+uint64(n) > addr {
			var b [8]byte
			copy(b[:n], bytes[addr-base:])
			return binary.LittleEndian.Uint64(b[:]), true
		}
	}
	return 0, false
}

// kase is one transition: code, what was before it, what was seen after it, and the verdict due.
type kase struct {
	name    string
	asm     string // an environment call that ends the case is appended
	mode    string // "" is M
	x       map[int]uint64
	mem     map[uint64]uint64 // doublewords of the data region
	csr     map[string]uint64
	reserve *oracle.Reservation
	trap    *oracle.Trap // nil: the case ends at its exit
	changed map[string]uint64
	broken  []string // rules of the first difference; nil: the observation is allowed
	loc     string   // of the first difference, when it matters
}

func (k *kase) before(t testing.TB, s setup) (*oracle.State, uint64) {
	t.Helper()
	prog, err := asm.Assemble(s.table, pack().CSRs, k.name, k.asm+"\necall\n", asm.Options{Base: code})
	if err != nil {
		t.Fatal(err)
	}
	bytes := prog.Bytes()
	region := make([]byte, 0x100)
	for i := range region {
		region[i] = byte(i)
	}
	for addr, v := range k.mem {
		binary.LittleEndian.PutUint64(region[addr-data:], v)
	}
	st := &oracle.State{PC: code, Mode: "M", Mem: flat{code: bytes, data: region}, CSR: k.csr, Reservation: k.reserve}
	if k.mode != "" {
		st.Mode = k.mode
	}
	for i := range st.X {
		st.X[i] = uint64(i) * 0x0101010101010101
	}
	for i, v := range k.x {
		st.X[i] = v
	}
	return st, code + uint64(len(bytes)) - 4
}

func (k *kase) judge(t testing.TB, s setup) (oracle.Result, error) {
	t.Helper()
	before, exit := k.before(t, s)
	seen := &oracle.Observed{Changed: k.changed}
	if k.trap != nil {
		seen.Trap = *k.trap
		if seen.Trap.Mode == "" {
			seen.Trap.Mode = before.Mode
		}
	} else {
		seen.Trap = oracle.Trap{Cause: 11, PC: exit, Mode: before.Mode}
		if before.Mode == "U" {
			seen.Trap.Cause = 8
		}
	}
	return s.oracle.Judge(before, []uint64{exit}, 100, seen)
}

func (k *kase) check(t *testing.T, s setup) {
	t.Helper()
	r, err := k.judge(t, s)
	if err != nil {
		t.Fatal(err)
	}
	if r.OK != (k.broken == nil) {
		t.Fatalf("OK = %v\n%+v", r.OK, r)
	}
	if k.broken == nil {
		return
	}
	if got := r.Broken[0].Rules; !slices.Equal(slices.Sorted(slices.Values(got)), slices.Sorted(slices.Values(k.broken))) {
		t.Errorf("rules %v, want %v\n%+v", got, k.broken, r.Broken)
	}
	if k.loc != "" && r.Broken[0].Loc != k.loc {
		t.Errorf("at %s, want %s\n%+v", r.Broken[0].Loc, k.loc, r.Broken)
	}
}

func run(t *testing.T, s setup, cases []kase) {
	t.Helper()
	for _, k := range cases {
		name := k.name
		if name == "" {
			name = strings.ReplaceAll(k.asm, "\n", "; ")
		}
		t.Run(name, func(t *testing.T) { k.check(t, s) })
	}
}
