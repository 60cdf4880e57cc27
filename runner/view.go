package runner

import (
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"

	"touchstone/runner/image"
	"touchstone/runner/trial"
	"touchstone/specs/oracle"
)

// view is one case with everything that checks ask of it: where its code lay, what every location
// held before, and what the implementation reported.
type view struct {
	trial *trial.Trial
	c     *trial.Case
	code  uint64 // code address in its image
	m     image.Map
	o     trial.Outcome

	csr map[string]uint64
	mem map[uint64]uint64 // presets of data doublewords
	x   [32]uint64
}

func newView(t *trial.Trial, c *trial.Case, code uint64, m image.Map, o trial.Outcome) *view {
	v := &view{trial: t, c: c, code: code, m: m, o: o}
	for r := range v.x {
		v.x[r] = image.Background(r)
	}
	for _, p := range c.Setting.CSRs {
		v.preset(p)
	}
	for _, p := range c.Before {
		v.preset(p)
	}
	return v
}

func (v *view) preset(p trial.Preset) {
	value := p.Value
	if p.Rel {
		value += v.code
	}
	if name, ok := strings.CutPrefix(string(p.Loc), "csr:"); ok {
		if v.csr == nil {
			v.csr = map[string]uint64{}
		}
		v.csr[name] = value
	} else if addr, ok := memory(p.Loc); ok {
		if v.mem == nil {
			v.mem = map[uint64]uint64{}
		}
		v.mem[addr] = value
	} else if r, ok := register(p.Loc); ok && r != 0 {
		v.x[r] = value
	}
}

// register is n of "xn".
func register(l trial.Loc) (int, bool) {
	if len(l) < 2 || l[0] != 'x' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(l[1:]), 10, 8)
	return int(n), err == nil && n < 32
}

// memory is the address of "mem:address".
func memory(l trial.Loc) (uint64, bool) {
	hex, ok := strings.CutPrefix(string(l), "mem:")
	if !ok || hex == "" {
		return 0, false
	}
	addr, err := strconv.ParseUint(hex, 16, 64)
	return addr, err == nil
}

// before is what the location held when the case began; false when nobody knows.
func (v *view) before(l trial.Loc) (uint64, bool) {
	if r, ok := register(l); ok {
		return v.x[r], true
	}
	if addr, ok := memory(l); ok {
		if value, ok := v.mem[addr]; ok {
			return value, true
		}
		if off := int64(addr - v.m.Data); off >= -image.GuardSize && off < image.DataSize+image.GuardSize {
			return image.DataBackground(off), true
		}
		return 0, false
	}
	if name, ok := strings.CutPrefix(string(l), "csr:"); ok {
		value, ok := v.csr[name]
		return value, ok
	}
	return 0, false
}

// after is what the location held when the case ended; false when nobody knows.
func (v *view) after(l trial.Loc) (uint64, bool) {
	for _, ch := range v.o.Changed {
		if ch.Loc == l {
			return ch.Value, true
		}
	}
	return v.before(l)
}

// exit is which of the stub's exits the case ended at, and whether it ended at one at all.
func (v *view) exit() (int, bool) {
	if v.o.Trap.Cause != causeECallU && v.o.Trap.Cause != causeECallM {
		return 0, false
	}
	for i, off := range v.c.Stub.Exits {
		if v.o.Trap.PC == v.code+uint64(off) {
			return i, true
		}
	}
	return 0, false
}

// Exception codes of environment calls (mcause): the two that an exit may end with.
const (
	causeECallU = 8
	causeECallM = 11
)

func (v *view) exits() []uint64 {
	out := make([]uint64, len(v.c.Stub.Exits))
	for i, off := range v.c.Stub.Exits {
		out[i] = v.code + uint64(off)
	}
	return out
}

// state is the before-state as the oracle takes it.
func (v *view) state() *oracle.State {
	return &oracle.State{PC: v.code, Mode: v.c.Setting.Mode, X: v.x, CSR: v.csr, Mem: v}
}

// Read implements [oracle.Memory]: the data area with its guards, and the case's code.
func (v *view) Read(addr uint64, n int) (uint64, bool) {
	var bytes [8]byte
	for i := range n {
		b, ok := v.readByte(addr + uint64(i))
		if !ok {
			return 0, false
		}
		bytes[i] = b
	}
	return binary.LittleEndian.Uint64(bytes[:]), true
}

func (v *view) readByte(addr uint64) (byte, bool) {
	for _, ch := range v.c.Stub.Chunks {
		if off := addr - v.code - uint64(ch.Offset); off < uint64(len(ch.Bytes)) {
			return ch.Bytes[off], true
		}
	}
	word, ok := v.before(trial.Loc("mem:" + strconv.FormatUint(addr&^7, 16)))
	return byte(word >> (8 * (addr & 7))), ok
}

// name is a location as people read it: the data area by offset, registers by ABI name.
func (v *view) name(l trial.Loc) string {
	if r, ok := register(l); ok {
		return abi[r]
	}
	if addr, ok := memory(l); ok {
		if off := int64(addr - v.m.Data); off >= -image.GuardSize && off < image.DataSize+image.GuardSize {
			return fmt.Sprintf("test data %+d", off)
		}
		return fmt.Sprintf("memory 0x%x", addr)
	}
	if name, ok := strings.CutPrefix(string(l), "csr:"); ok {
		return name
	}
	return string(l)
}

var abi = [32]string{
	"zero", "ra", "sp", "gp", "tp", "t0", "t1", "t2", "s0", "s1", "a0", "a1", "a2", "a3", "a4", "a5",
	"a6", "a7", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9", "s10", "s11", "t3", "t4", "t5", "t6",
}
