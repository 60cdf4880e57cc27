package prove

import (
	"slices"
	"strings"

	"touchstone/runner/rv64"
	"touchstone/specs/isa"
)

// Fields of menvcfg and mseccfg.
const (
	menvcfgLPE   = 1 << 2
	menvcfgSSE   = 1 << 3
	menvcfgCBIE  = 3 << 4
	menvcfgCBCFE = 1 << 6
	menvcfgCBZE  = 1 << 7
	mseccfgMLPE  = 1 << 10
)

// extensionVariants are what floating point, vectors and the smaller extensions leave open. A
// variant runs the scenarios of the rows that it could change. Another size of cache blocks
// than 64 bytes is left out: with Zic64b, as in the profiles, it is not legal.
func extensionVariants(t *isa.Table) []Subject {
	rows := func(is func(*isa.Instruction) bool) (names []string) {
		for _, in := range t.Instructions {
			if is(in) && in.Row.Expands == "" {
				names = append(names, in.Name)
			}
		}
		return names
	}
	named := func(prefixes ...string) []string {
		return rows(func(in *isa.Instruction) bool {
			return slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(in.Name, p) })
		})
	}
	float := rows(func(in *isa.Instruction) bool {
		return slices.ContainsFunc(in.Operands, func(o *isa.Operand) bool { return o.Kind == isa.KindF }) && !isVector(in)
	})
	zicsr := named("csrr")
	vector := append(rows(isVector), named("vset")...)
	transfers := append(named("amo"), "lh", "lhu", "lw", "lwu", "ld", "sh", "sw", "sd", "flh", "flw", "fld", "fsh", "fsw", "fsd")
	v := func(id, ext, what string, insns []string, set func(p *rv64.Parameters)) Subject {
		return Subject{ID: id, Kind: Legal, Extension: ext, Insns: insns, What: what, Seed: func(c *rv64.Config) { set(&c.Parameters) }}
	}
	return []Subject{
		v("legal-fs-overdirty/always", "F", "FS is Off or Dirty, never Initial or Clean", float, func(p *rv64.Parameters) { p.FSAlwaysDirty = true }),
		v("legal-fs-overdirty/use", "F", "every floating-point instruction sets FS to Dirty, stores and comparisons too", float, func(p *rv64.Parameters) { p.FSDirtyOnUse = true }),
		v("legal-mask-tail", "V", "agnostic elements are overwritten with ones", vector, func(p *rv64.Parameters) { p.VectorAgnosticOnes = true }),
		v("legal-vstart-arith", "V", "arithmetic with another vstart than 0 is an illegal instruction", vector, func(p *rv64.Parameters) { p.VectorStartTraps = true }),
		v("legal-vstart-arith/beyond", "V", "a vstart beyond the last element is executed", vector, func(p *rv64.Parameters) { p.VectorStartBeyond = true }),
		v("legal-resv-insn/overlaps", "V", "reserved overlaps of register groups are executed", vector, func(p *rv64.Parameters) { p.VectorOverlapRuns = true }),
		v("legal-lmul-frac", "V", "a fractional LMUL supports every SEW that fits", vector, func(p *rv64.Parameters) { p.VectorFractionWide = true }),
		v("legal-vset-trap", "V", "vset* with an unsupported vtype is an illegal instruction", vector, func(p *rv64.Parameters) { p.VectorVsetTraps = true }),
		v("legal-vl-even", "V", "an AVL between VLMAX and twice as much is spread over two iterations", vector, func(p *rv64.Parameters) { p.VectorEvenLengths = true }),
		v("legal-fredusum", "V", "unordered sums add in pairs", vector, func(p *rv64.Parameters) { p.VectorSumTree = true }),
		v("legal-ff-trim/one", "V", "a fault-only-first load processes one element", vector, func(p *rv64.Parameters) { p.VectorTrim = 1 }),
		v("legal-ff-trim/three", "V", "a fault-only-first load processes up to three elements", vector, func(p *rv64.Parameters) { p.VectorTrim = 3 }),
		v("legal-cbo-flush", "Zicbom", "CBIE does not hold 3: CBO.INVAL traps or flushes", named("cbo."), func(p *rv64.Parameters) { p.FlushOnly = true }),
		v("legal-envcfg/cbie", "Zicbom", "CBIE is read-only zero", named("cbo."), func(p *rv64.Parameters) { p.MenvcfgZero = menvcfgCBIE }),
		v("legal-envcfg/cbcfe", "Zicbom", "CBCFE is read-only zero", append(named("cbo."), zicsr...), func(p *rv64.Parameters) { p.MenvcfgZero = menvcfgCBCFE }),
		v("legal-envcfg/cbze", "Zicboz", "CBZE is read-only zero", append(named("cbo."), zicsr...), func(p *rv64.Parameters) { p.MenvcfgZero = menvcfgCBZE }),
		v("legal-envcfg/lpe", "Zicfilp", "LPE and MLPE are read-only zero", nil, func(p *rv64.Parameters) { p.MenvcfgZero, p.MseccfgZero = menvcfgLPE, mseccfgMLPE }),
		v("legal-envcfg/sse", "Zicfiss", "SSE is read-only zero", nil, func(p *rv64.Parameters) { p.MenvcfgZero = menvcfgSSE }),
		v("legal-mask-length", "Supm", "seven bits are the only length of a mask", nil, func(p *rv64.Parameters) { p.MaskLength = 7 }),
		stated(v("legal-atomicity-64", "Zama16b", "misaligned accesses within 64 bytes are done as one", transfers, func(p *rv64.Parameters) { p.AtomicityGranule = 64 }),
			"MISALIGNED_ATOMICITY_GRANULE_SIZE", 64),
		v("legal-cas-writes", "Zacas", "a compare-and-swap that fails writes back what it has read", named("amocas"), func(p *rv64.Parameters) { p.CASWritesBack = true }),
		v("legal-wait-traps", "Zawrs", "WRS.NTO waits too long for TW as long as there is a reservation", named("wrs."), func(p *rv64.Parameters) { p.WaitTraps = true }),
		v("legal-event-counters", "Zihpm", "four event counters count cycles", zicsr, func(p *rv64.Parameters) { p.EventCounters = 4 }),
	}
}
