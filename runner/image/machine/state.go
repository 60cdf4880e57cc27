package machine

import (
	_ "embed"
	"fmt"
)

var (
	//go:embed state.S
	stateText string
	//go:embed vector.S
	vectorText string
)

// FloatSubset and VectorSubset are what the runtime executes beyond [Subset] in images for such state.
func FloatSubset() []string  { return []string{"fld", "fsd"} }
func VectorSubset() []string { return []string{"vl8re8.v", "vs8r.v", "vsetvl"} }

// The state area: floating-point registers after the case and before it, then vector registers
// before it and after it.
const (
	StateOffset = 0xa000 // from the work area

	atFSave  = 0
	atFFrame = 256
	atVFrame = 512
)

// MaxVLEN is the longest vector register, in bits, that the state area has room for.
const MaxVLEN = 4096

// StateSize is the size of the state area in bytes.
func StateSize(vlen int) uint64 { return atVFrame + 2*uint64(vlen)*32/8 }

// Location codes of floating-point and vector state: f0 to f31, the fields FS and VS of mstatus as
// the case left them and as the hart took them before it, and the doublewords of v0 to v31 in their
// order.
const (
	LocF        = 0x20
	LocFS       = 0x40
	LocVS       = 0x41
	LocBeforeFS = 0x42
	LocBeforeVS = 0x43
	LocVector   = 0x4000
	LocVectorUp = LocVector + MaxVLEN/64*32
)

func stateSymbols(s map[string]uint64, state uint64, vlen int) {
	s["state"], s["F_SAVE"], s["F_FRAME"] = state, atFSave, atFFrame
	s["v_frame"], s["v_save"] = state+atVFrame, state+atVFrame+uint64(vlen)*32/8
	s["L_F"], s["L_FS"], s["L_VS"], s["L_BEFORE_FS"], s["L_BEFORE_VS"] = LocF, LocFS, LocVS, LocBeforeFS, LocBeforeVS
}

func (p Parts) check() error {
	switch {
	case p.Prelude != "" && p.Float:
		return fmt.Errorf("the machine runtime runs cases of several harts without floating-point or vector state")
	case p.VLEN != 0 && !p.Float:
		return fmt.Errorf("the machine runtime makes vector state together with floating-point state only")
	case p.VLEN != 0 && (p.VLEN < 128 || p.VLEN > MaxVLEN || p.VLEN&(p.VLEN-1) != 0):
		return fmt.Errorf("the machine runtime has room for vector registers of 128 to %d bits, a power of two, not %d", MaxVLEN, p.VLEN)
	}
	return nil
}

// state is the text of the parts for floating-point and vector state.
func (p Parts) state() string {
	const none = "\nvector_in:\nvector_out:\n        jalr    x0, 0(ra)\n"
	text := stateText
	if p.Source != nil {
		text = p.Source.State
	}
	switch {
	case !p.Float:
		return ""
	case p.VLEN == 0:
		return text + none
	}
	return text + vectorText
}

// runtime is the text of the main loop.
func (p Parts) runtime() string {
	if p.Source != nil {
		return p.Source.Runtime
	}
	text := runtimeText
	if p.Check {
		text = p.checking(text)
	}
	return p.fill(text)
}

// Float is what a row says of floating-point state: presets of f registers, and fcsr.
type Float struct {
	F    []Pair // a register's number
	FCSR uint64
}

// Vector is what a row says of vector state: the address of what the registers hold, presets on
// top (offsets in bytes from v0), and CSRs.
type Vector struct {
	Block                   uint64
	V                       []Pair
	VL, VType, VStart, VCSR uint64
}

func (f *Float) words() []uint64 {
	w := []uint64{uint64(len(f.F))}
	for _, p := range f.F {
		w = append(w, 8*p.Where, p.Value)
	}
	return append(w, f.FCSR)
}

func (v *Vector) words() []uint64 {
	w := []uint64{v.Block, uint64(len(v.V))}
	for _, p := range v.V {
		w = append(w, p.Where, p.Value)
	}
	return append(w, v.VL, v.VType, v.VStart, v.VCSR)
}
