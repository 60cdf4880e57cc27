package runner

import (
	"encoding/binary"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"touchstone/runner/image"
	"touchstone/runner/trial"
	"touchstone/specs"
	"touchstone/specs/isa"
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

	csr   map[string]uint64 // shared with other views until own is set
	own   bool
	views map[string]specs.View
	mem   []doubleword // presets of the data area
	x     [32]uint64

	float  *oracle.Float  // nil: the setting has none
	vector *oracle.Vector // likewise
	shared bool           // vector's bytes are other views' too
}

type doubleword struct{ addr, value uint64 }

// background is what the registers hold when no preset says otherwise.
var background = func() (x [32]uint64) {
	for r := range x {
		x[r] = image.Background(r)
	}
	return x
}()

// setup is what the CSRs hold that a setting establishes.
type setup struct {
	csr   map[string]uint64 // by name
	views map[string]specs.View
}

// setup gives that of a setting.
func (p *Plan) setup(s trial.Setting) (setup, error) {
	known, err := image.Known(s, p.Request.Pack.CSRs)
	return setup{known, p.csrViews}, err
}

// eachSetup gives that of one setting after another, of which many are alike.
func (p *Plan) eachSetup() func(s *trial.Setting) (setup, error) {
	var last *trial.Setting
	var made setup
	return func(s *trial.Setting) (_ setup, err error) {
		if last == nil || !reflect.DeepEqual(last, s) {
			made, err = p.setup(*s)
			last = s
		}
		return made, err
	}
}

// newView looks at a case that started from a setup.
func newView(t *trial.Trial, c *trial.Case, code uint64, m image.Map, from setup, o trial.Outcome) *view {
	v := &view{trial: t, c: c, code: code, m: m, o: o, csr: from.csr, views: from.views, x: background}
	if c.Setting.Float {
		v.makeState()
	}
	for _, p := range c.Before {
		v.preset(p)
	}
	for _, ch := range o.Changed { // what the hart made of a preset
		if name, ok := strings.CutPrefix(string(ch.Loc), "before:csr:"); ok {
			v.setCSR(name, ch.Value)
		} else if v.float != nil && ch.Loc == "before:fs" {
			v.float.Status = uint8(ch.Value)
		} else if v.vector != nil && ch.Loc == "before:vs" {
			v.vector.Status = uint8(ch.Value)
		}
	}
	return v
}

// makeState gives floating-point and vector state as a case without presets has it.
func (v *view) makeState() {
	fs, vs := image.Status(v.c.Setting)
	if v.c.Setting.Environment == trial.Linux {
		fs, vs = oracle.NotSeen, oracle.NotSeen
	}
	v.float = &oracle.Float{F: floatBackground, Status: fs}
	if vlen := v.c.Setting.VLEN; vlen != 0 {
		v.vector, v.shared = &oracle.Vector{Status: vs}, v.c.Vectors != nil
		if v.shared {
			v.vector.Bytes = v.c.Vectors.Bytes
		} else {
			v.vector.Bytes = image.VectorBackgrounds(vlen)
		}
	}
}

// floatBackground is what f registers hold when no preset says otherwise.
var floatBackground = func() (f [32]uint64) {
	for r := range f {
		f[r] = image.FloatBackground(r)
	}
	return f
}()

func (v *view) setCSR(name string, value uint64) {
	if !v.own {
		v.csr, v.own = maps.Clone(v.csr), true
	}
	if v.csr == nil {
		v.csr = map[string]uint64{}
	}
	v.csr[name] = value
}

func (v *view) preset(p trial.Preset) {
	value := p.Value
	if p.Rel {
		value += v.code
	}
	if name, ok := strings.CutPrefix(string(p.Loc), "csr:"); ok {
		v.presetCSR(name, value)
	} else if r, ok := floatRegister(p.Loc); ok && v.float != nil {
		v.float.F[r] = value
	} else if at, ok := v.vectorOffset(p.Loc); ok {
		if v.shared {
			v.vector.Bytes, v.shared = slices.Clone(v.vector.Bytes), false
		}
		binary.LittleEndian.PutUint64(v.vector.Bytes[at:], value)
	} else if addr, ok := memory(p.Loc); ok {
		v.mem = append(v.mem, doubleword{addr, value})
	} else if r, ok := register(p.Loc); ok && r != 0 {
		v.x[r] = value
	}
}

// presetCSR sets what a CSR holds; a view of another one sets its bits there.
func (v *view) presetCSR(name string, value uint64) {
	if view, ok := v.views[name]; ok {
		if whole, known := v.csr[view.CSR]; known {
			v.setCSR(view.CSR, view.In(whole, value))
			return
		}
	}
	v.setCSR(name, value)
}

// register is n of "xn".
func register(l trial.Loc) (int, bool) { return numbered(l, 'x') }

// floatRegister is n of "fn".
func floatRegister(l trial.Loc) (int, bool) { return numbered(l, 'f') }

func numbered(l trial.Loc, file byte) (int, bool) {
	if len(l) < 2 || l[0] != file {
		return 0, false
	}
	n, err := strconv.ParseUint(string(l[1:]), 10, 8)
	return int(n), err == nil && n < 32
}

// vectorOffset is where the doubleword "vr[i]" is in the vector state.
func (v *view) vectorOffset(l trial.Loc) (int, bool) {
	if v.vector == nil || len(l) < 2 || l[0] != 'v' {
		return 0, false
	}
	reg, rest, _ := strings.Cut(string(l[1:]), "[")
	r, err := strconv.ParseUint(reg, 10, 8)
	i, err2 := strconv.ParseUint(strings.TrimSuffix(rest, "]"), 10, 16)
	each := len(v.vector.Bytes) / 32
	if err != nil || err2 != nil || r > 31 || int(i)*8 >= each {
		return 0, false
	}
	return int(r)*each + int(i)*8, true
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
		return v.data(addr)
	}
	if name, ok := strings.CutPrefix(string(l), "csr:"); ok {
		value, ok := v.csr[name]
		return value, ok
	}
	if v.float != nil {
		if r, ok := floatRegister(l); ok {
			return v.float.F[r], true
		}
		if l == "fs" {
			return uint64(v.float.Status), true
		}
	}
	if at, ok := v.vectorOffset(l); ok {
		return binary.LittleEndian.Uint64(v.vector.Bytes[at:]), true
	}
	if v.vector != nil && l == "vs" {
		return uint64(v.vector.Status), true
	}
	return 0, false
}

// data is the doubleword at an address of the data area or its guards when the case began.
func (v *view) data(addr uint64) (uint64, bool) {
	off := int64(addr - v.m.Data)
	if off < -image.GuardSize || off >= image.DataSize+image.GuardSize {
		return 0, false
	}
	for i := len(v.mem) - 1; i >= 0; i-- {
		if v.mem[i].addr == addr {
			return v.mem[i].value, true
		}
	}
	return image.DataBackground(off), true
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
	switch t := v.o.Trap; {
	case t.Signal != 0 && !oracle.Breaks(t.Signal), t.Signal == 0 && t.Cause != causeECallU && t.Cause != causeECallM:
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
	return &oracle.State{PC: v.code, Mode: v.c.Setting.Mode, X: v.x, CSR: v.csr, Mem: v, Float: v.float, Vector: v.vector}
}

// Read implements [oracle.Memory]: the data area with its guards, and the case's code.
func (v *view) Read(addr uint64, n int) (value uint64, ok bool) {
	if word, ok := v.data(addr &^ 7); ok && int(addr&7)+n <= 8 {
		return word >> (8 * (addr & 7)) & (^uint64(0) >> (64 - 8*n)), true
	}
	for i := n - 1; i >= 0; i-- {
		b, ok := v.readByte(addr + uint64(i))
		if !ok {
			return 0, false
		}
		value = value<<8 | uint64(b)
	}
	return value, true
}

func (v *view) readByte(addr uint64) (byte, bool) {
	for _, ch := range v.c.Stub.Chunks {
		if off := addr - v.code - uint64(ch.Offset); off < uint64(len(ch.Bytes)) {
			return ch.Bytes[off], true
		}
	}
	word, ok := v.data(addr &^ 7)
	return byte(word >> (8 * (addr & 7))), ok
}

// name is a location as people read it: the data area by offset, registers by ABI name.
func (v *view) name(l trial.Loc) string {
	if r, ok := register(l); ok {
		return isa.RegisterName(int64(r))
	}
	if r, ok := floatRegister(l); ok {
		return isa.FloatName(int64(r))
	}
	if l == "fs" || l == "vs" {
		return "mstatus." + strings.ToUpper(string(l))
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
	if r, ok := register(trial.Loc(strings.TrimPrefix(string(l), "h1:"))); ok {
		return "hart 1: " + isa.RegisterName(int64(r))
	}
	return string(l)
}
