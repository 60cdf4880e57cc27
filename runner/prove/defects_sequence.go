package prove

import (
	"sync"

	"touchstone/runner/rv64"
	"touchstone/runner/rv64/softfloat"
)

// produced is what an instruction left beside its result, for the one that reads it soon after.
type produced struct {
	register uint8
	value    uint64 // in the register
	hidden   uint64
	at       uint64 // instructions that the hart had executed
}

// pipeline is such a thing for each hart: machines may run at the same time.
type pipeline struct{ last sync.Map }

func (p *pipeline) keep(h *rv64.Hart, register uint8, hidden uint64) {
	p.last.Store(h, produced{register, h.F(register), hidden, h.Executed()})
}

// soon is how many instructions a hidden part lives.
const soon = 4

// taken is the hidden part of a register that was written a moment ago and still holds that value.
func (p *pipeline) taken(h *rv64.Hart, register uint8) (uint64, bool) {
	found, ok := p.last.Load(h)
	if !ok {
		return 0, false
	}
	last := found.(produced)
	return last.hidden, last.register == register && last.value == h.F(register) && h.Executed()-last.at <= soon
}

// hiddenPrecision are defects of sequences: a result keeps bits that its register does not show, or
// is forwarded too early.
func hiddenPrecision(d documented) []Subject {
	two := func(id, ext, reference, what string, first string, produce func(*pipeline, rv64.Exec) rv64.Exec, second string, consume func(*pipeline, rv64.Exec) rv64.Exec) Subject {
		return d.seeded(id, ext, reference, what, []string{second}, func(c *rv64.Config) {
			p := new(pipeline)
			override(c, first, codeUnderTest(d.from, func(right rv64.Exec) rv64.Exec { return produce(p, right) }))
			override(c, second, codeUnderTest(d.from, func(right rv64.Exec) rv64.Exec { return consume(p, right) }))
		})
	}
	return []Subject{
		two("fp-fmul-extra-mant", "D", "VexRiscv: VexRiscv#321", "a product keeps more than 24 bits until it has been converted to double",
			"fmul.s", func(p *pipeline, right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					a, _ := softfloat.F32ToF64(single(h.F(i.Rs1)), softfloat.RNE)
					b, _ := softfloat.F32ToF64(single(h.F(i.Rs2)), softfloat.RNE)
					right(h, i)
					exact, _ := softfloat.Mul64(a, b, softfloat.RNE)
					p.keep(h, i.Rd, exact)
				}
			},
			"fcvt.d.s", func(p *pipeline, right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					exact, hit := p.taken(h, i.Rs1)
					right(h, i)
					if _, raised := h.Raised(); hit && !raised {
						h.SetF(i.Rd, exact)
					}
				}
			}),
		two("fp-dep-muldiv", "F", "VexRiscv: VexRiscv#322", "a product of a quotient that was rounded in another mode a moment ago is wrong",
			"fdiv.s", func(p *pipeline, right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					rm := mode(h, i)
					right(h, i)
					p.keep(h, i.Rd, uint64(rm))
				}
			},
			"fmul.s", func(p *pipeline, right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					rm, hit := p.taken(h, i.Rs1)
					if !hit {
						rm, hit = p.taken(h, i.Rs2)
					}
					hit = hit && rm != uint64(mode(h, i))
					right(h, i)
					if _, raised := h.Raised(); hit && !raised {
						h.SetF(i.Rd, h.F(i.Rd)^0x6621)
					}
				}
			}),
		two("fp-hidden-prec-fmin", "F", "VexRiscv: VexRiscv#312", "the minimum of NaN and a number that was rounded down from an integer is the next number up",
			"fcvt.s.wu", func(p *pipeline, right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					n := uint64(uint32(h.X(i.Rs1)))
					right(h, i)
					rounded, _ := softfloat.Binary32.ToUint(uint64(uint32(h.F(i.Rd))), 64, softfloat.RTZ)
					if rounded < n {
						p.keep(h, i.Rd, 1)
					}
				}
			},
			"fmin.s", func(p *pipeline, right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					_, first := p.taken(h, i.Rs1)
					_, second := p.taken(h, i.Rs2)
					hit := first && nanS(h.F(i.Rs2)) || second && nanS(h.F(i.Rs1))
					right(h, i)
					if _, raised := h.Raised(); hit && !raised {
						h.SetF(i.Rd, h.F(i.Rd)+1)
					}
				}
			}),
	}
}
