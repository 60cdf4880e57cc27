package prove

import (
	"slices"
	"strings"

	"touchstone/runner/rv64"
	"touchstone/specs/isa"
)

// floatShape is what operators need to know of a row of scalar floating point.
type floatShape struct {
	name               string
	fd, fs1, fs2, fs3  bool
	rm, narrow         bool // a written rounding mode; a result narrower than the register
	flags              bool // it may accrue exceptions
	commutes, computes bool
}

func floatShapeOf(in *isa.Instruction) (floatShape, bool) {
	has := func(name string) bool { _, ok := in.Operand(name); return ok }
	s := floatShape{name: in.Name, fd: has("fd"), fs1: has("fs1"), fs2: has("fs2"), fs3: has("fs3")}
	s.rm = has("rm") && !slices.Contains(in.Row.Fields, "rm")
	starts := func(list ...string) bool {
		return slices.ContainsFunc(list, func(p string) bool { return strings.HasPrefix(in.Name, p) })
	}
	memory := starts("fl", "fs") && has("imm") || has("offset")
	parts := strings.Split(in.Name, ".")
	s.narrow = s.fd && (starts("flw", "flh") || len(parts) > 1 && slices.Contains([]string{"s", "h", "bf16", "w"}, parts[1]))
	s.flags = !memory && !starts("fsgnj", "fclass", "fmv", "fli", "fcvt.d.w")
	s.commutes = starts("fadd", "fmul", "feq", "fmin", "fmax")
	s.computes = !memory
	return s, s.fd || s.fs1 || s.fs2
}

// floatOperators are the ways in which scalar floating point is wrong.
func floatOperators() []struct {
	name, what string
	fits       func(floatShape) bool
	wrong      func(rv64.Exec) rv64.Exec
} {
	type operator = struct {
		name, what string
		fits       func(floatShape) bool
		wrong      func(rv64.Exec) rv64.Exec
	}
	finished := func(change func(h *rv64.Hart, i *rv64.Inst)) func(rv64.Exec) rv64.Exec {
		return func(right rv64.Exec) rv64.Exec {
			return func(h *rv64.Hart, i *rv64.Inst) {
				right(h, i)
				if _, raised := h.Raised(); !raised {
					change(h, i)
				}
			}
		}
	}
	onResult := func(f func(v uint64) uint64) func(rv64.Exec) rv64.Exec {
		return finished(func(h *rv64.Hart, i *rv64.Inst) { h.SetF(i.Rd, f(h.F(i.Rd))) })
	}
	fd := func(s floatShape) bool { return s.fd }
	return []operator{
		{"clobber-f", "also changes a floating-point register that is no operand", func(floatShape) bool { return true },
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					victim := uint8(29)
					for slices.Contains([]uint8{i.Rd, i.Rs1, i.Rs2, i.Rs3}, victim) {
						victim--
					}
					right(h, i)
					h.SetF(victim, h.F(victim)^1)
				}
			}},
		{"other-destination", "writes the neighbouring register", fd, edit(func(i *rv64.Inst) { i.Rd ^= 1 })},
		{"last-place", "the result is one unit in the last place off", fd, onResult(func(v uint64) uint64 { return v ^ 1 })},
		{"not-boxed", "the result is not NaN-boxed", func(s floatShape) bool { return s.narrow }, onResult(unbox)},
		{"negative-zero-lost", "a result of -0 becomes +0", func(s floatShape) bool {
			return s.computes && s.fd && !strings.HasPrefix(s.name, "fli") && !strings.HasPrefix(s.name, "fcvt") && !strings.HasPrefix(s.name, "fsqrt") || s.name == "fsgnj.d"
		},
			onResult(func(v uint64) uint64 {
				switch v {
				case 1 << 63:
					return 0
				case 0xffffffff_80000000:
					return 0xffffffff_00000000
				case 0xffffffff_ffff8000:
					return 0xffffffff_ffff0000
				}
				return v
			})},
		{"swap-operands", "takes fs1 for fs2 and fs2 for fs1", func(s floatShape) bool { return s.fs1 && s.fs2 && !s.fs3 && !s.commutes },
			edit(func(i *rv64.Inst) { i.Rs1, i.Rs2 = i.Rs2, i.Rs1 })},
		{"fs1-twice", "takes fs1 for fs2 too", func(s floatShape) bool { return s.fs1 && s.fs2 }, edit(func(i *rv64.Inst) { i.Rs2 = i.Rs1 })},
		{"fs2-for-fs3", "takes fs2 for fs3 too", func(s floatShape) bool { return s.fs3 }, edit(func(i *rv64.Inst) { i.Rs3 = i.Rs2 })},
		{"fs1-neighbour", "reads the neighbour of fs1", func(s floatShape) bool { return s.fs1 }, edit(func(i *rv64.Inst) { i.Rs1 ^= 1 })},
		{"flags-lost", "accrues no exception", func(s floatShape) bool { return s.flags },
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) { before := h.FCSR(); right(h, i); h.SetFCSR(before) }
			}},
		{"flags-overwritten", "replaces the accrued exceptions by its own", func(s floatShape) bool { return s.flags },
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					h.SetFCSR(h.FCSR() &^ 31)
					right(h, i)
				}
			}},
		{"inexact-added", "accrues NX whatever the result", func(s floatShape) bool { return s.computes },
			finished(func(h *rv64.Hart, i *rv64.Inst) { h.SetFCSR(h.FCSR() | 1) })},
		{"rounds-to-even", "ignores the rounding mode in the instruction", func(s floatShape) bool { return s.rm }, edit(func(i *rv64.Inst) {
			if i.Rm != 7 {
				i.Rm = 0
			}
		})},
		{"frm-ignored", "ignores frm", func(s floatShape) bool { return s.rm }, edit(func(i *rv64.Inst) {
			if i.Rm == 7 {
				i.Rm = 0
			}
		})},
		{"frm-always", "takes frm for the mode in the instruction", func(s floatShape) bool { return s.rm }, edit(func(i *rv64.Inst) { i.Rm = 7 })},
		{"status-kept", "leaves FS as it was", fd,
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) { before := h.FS(); right(h, i); h.SetFS(before) }
			}},
	}
}

// unbox clears what a boxed narrower value has above it.
func unbox(v uint64) uint64 {
	switch {
	case v>>16 == 1<<48-1:
		return v & 0xffff
	case v>>32 == 1<<32-1:
		return v & 0xffffffff
	}
	return v
}

// floatMutants are wrong about scalar floating point.
func floatMutants(t *isa.Table, from uint64, extensions func(string) bool) []Subject {
	var out []Subject
	for _, in := range t.Instructions {
		if !extensions(in.Row.Extension) || in.Row.Expands != "" || in.Row.Does == "" || isVector(in) {
			continue
		}
		s, ok := floatShapeOf(in)
		if !ok {
			continue
		}
		for _, op := range floatOperators() {
			if op.fits(s) {
				out = append(out, mutant(in, op.name, op.what, from, op.wrong))
			}
		}
	}
	return out
}
