package rv64

import (
	"context"
	"errors"
	"fmt"

	"touchstone/specs/isa"
)

// Machine is harts, memory and devices. It is not safe for concurrent use.
type Machine struct {
	cfg   Config
	harts []*Hart
	memory
	clint clint
	htif  htif

	// Symbols are those of the ELF file that was loaded last.
	Symbols map[string]uint64
	entry   uint64

	bindings []binding // by isa.Instruction.ID
	decoded  []*Inst   // direct-mapped by word
	pairs    map[[2]op]op
	csrTable map[uint16]CSR
	misa     uint64
	hasF     bool
	hasV     bool
	zvfh     bool   // vectors compute with 16-bit floating point
	zvfhmin  bool   // or convert it at least
	ialign   uint64 // address bits that instructions have zero: 1 with compressed rows, else 3

	divisor, cyclesPerStep uint64
	pmpEntries             int
	pmpGrain               uint
	random                 random

	elapsed uint64 // instructions executed by all harts
	running *Hart  // whose ahead is not in elapsed yet

	halted bool
	stop   Stop
	err    error
}

// Reason is why Run returned.
type Reason string

const (
	Exited     Reason = "exited"      // the program said so through HTIF; Code is its code
	Killed     Reason = "killed"      // Config.Handle ended it; Code is the signal
	LimitHit   Reason = "limit"       // a hart executed Config.Limit instructions
	Cancelled  Reason = "cancelled"   // the context ended
	Stuck      Reason = "stuck"       // the only hart traps at its own trap vector without end
	BadRequest Reason = "bad-request" // a request through HTIF that the machine does not know
)

// Stop says how a run ended.
type Stop struct {
	Reason Reason
	Code   uint64
	Detail string // for people: what happened, and what to do about it
}

// NewMachine makes a machine in its reset state: pc at the start of RAM, M mode, everything zero.
// It fails when a row of the table has no function here: the two would silently disagree about what
// is implemented. A function without a row is normal: the row may exist only together with another extension.
func NewMachine(cfg Config) (*Machine, error) {
	if cfg.Table == nil {
		return nil, errors.New("rv64: Config.Table is nil; make one with isa.New")
	}
	cfg = cfg.withDefaults()
	if err := cfg.check(); err != nil {
		return nil, err
	}
	m := &Machine{
		cfg:           cfg,
		memory:        memory{base: cfg.RAMBase, size: cfg.RAMSize},
		divisor:       uint64(cfg.Parameters.TimeDivisor),
		cyclesPerStep: uint64(cfg.Parameters.CyclesPerStep),
		pmpEntries:    max(cfg.Parameters.PMPEntries, 0),
		random:        random(cfg.Interleave.Seed),
		entry:         cfg.RAMBase,
		Symbols:       map[string]uint64{},
	}
	for g := cfg.Parameters.PMPGranularity; g > 4; g >>= 1 {
		m.pmpGrain++
	}
	if err := m.bind(); err != nil {
		return nil, err
	}
	m.csrTable = m.newCSRs()
	m.clint.software = make([]uint8, cfg.Harts)
	m.clint.compare = make([]uint64, cfg.Harts)
	for n := range cfg.Harts {
		m.clint.compare[n] = ^uint64(0)
		h := &Hart{m: m, id: n, mode: M, pc: m.entry}
		h.resetVectors()
		h.events = make([]eventCounter, cfg.Parameters.EventCounters)
		for k := range h.events {
			h.events[k].stopped = true
		}
		if cfg.Ordering.Weak {
			h.weak = newWindow(h, cfg.Ordering)
			h.choose()
		}
		m.harts = append(m.harts, h)
	}
	m.grow(min(smallRAM, m.size))
	return m, nil
}

func (c Config) withDefaults() Config {
	or := func(p *int, v int) {
		if *p == 0 {
			*p = v
		}
	}
	or(&c.Harts, 1)
	or(&c.Interleave.Quantum, 16)
	or(&c.VLEN, defaultVLEN)
	p := &c.Parameters
	or(&p.TimeDivisor, 1)
	or(&p.CyclesPerStep, 1)
	or(&p.ReservationBytes, granule)
	or(&p.PMPEntries, 16)
	or(&p.PMPGranularity, 4)
	or(&p.CacheBlock, 64)
	if c.Table.Selected("Zama16b") {
		or(&p.AtomicityGranule, 16)
	}
	p.StaleFetch = p.StaleFetch || c.Hooks.FenceI != nil
	if c.RAMBase == 0 {
		c.RAMBase = DefaultRAMBase
	}
	if c.RAMSize == 0 {
		c.RAMSize = DefaultRAMSize
	}
	c.RAMSize = (c.RAMSize + 4095) &^ 4095
	return c
}

func (c Config) check() error {
	p := c.Parameters
	power := func(n, low, high int) bool { return n >= low && n <= high && n&(n-1) == 0 }
	switch {
	case c.Harts < 1 || c.Harts > 1024:
		return fmt.Errorf("rv64: Config.Harts is %d; from 1 to 1024", c.Harts)
	case c.RAMBase&4095 != 0:
		return fmt.Errorf("rv64: Config.RAMBase %#x is not a multiple of 4096", c.RAMBase)
	case c.RAMSize == 0 || c.RAMSize > 1<<40 || c.RAMBase > 1<<56-c.RAMSize:
		return fmt.Errorf("rv64: Config.RAMSize %#x at %#x does not fit; at most 2^40 bytes below address 2^56", c.RAMSize, c.RAMBase)
	case c.Handle == nil && c.RAMBase < CLINTBase+CLINTSize && c.RAMBase+c.RAMSize > CLINTBase:
		return fmt.Errorf("rv64: RAM [%#x, %#x) covers the CLINT at %#x", c.RAMBase, c.RAMBase+c.RAMSize, CLINTBase)
	case !power(p.ReservationBytes, 8, 4096):
		return fmt.Errorf("rv64: Parameters.ReservationBytes is %d; a power of two from 8 to 4096", p.ReservationBytes)
	case p.TrapVectorAlign != 0 && !power(p.TrapVectorAlign, 4, 1<<20):
		return fmt.Errorf("rv64: Parameters.TrapVectorAlign is %d; a power of two from 4", p.TrapVectorAlign)
	case !power(p.PMPGranularity, 4, 1<<30):
		return fmt.Errorf("rv64: Parameters.PMPGranularity is %d; a power of two from 4", p.PMPGranularity)
	case !power(p.CacheBlock, 16, 4096):
		return fmt.Errorf("rv64: Parameters.CacheBlock is %d; a power of two from 16 to 4096", p.CacheBlock)
	case p.AtomicityGranule != 0 && !power(p.AtomicityGranule, 2, 4096):
		return fmt.Errorf("rv64: Parameters.AtomicityGranule is %d; 0, or a power of two up to 4096", p.AtomicityGranule)
	case p.MaskLength != 0 && p.MaskLength != 7 && p.MaskLength != 16:
		return fmt.Errorf("rv64: Parameters.MaskLength is %d; 7, 16, or 0 for both", p.MaskLength)
	case p.EventCounters < 0 || p.EventCounters > maxEventCounters:
		return fmt.Errorf("rv64: Parameters.EventCounters is %d; up to %d", p.EventCounters, maxEventCounters)
	case p.PMPEntries < -1 || p.PMPEntries > 16:
		return fmt.Errorf("rv64: Parameters.PMPEntries is %d; -1 (none) or up to 16", p.PMPEntries)
	case p.TimeDivisor < 1 || p.CyclesPerStep < 1 || c.Interleave.Quantum < 1 || p.SCFailsEvery < 0 || p.SCFailsEvery == 1:
		return errors.New("rv64: TimeDivisor, CyclesPerStep and Quantum are 1 or more, SCFailsEvery is 0 or 2 or more")
	case p.VectorTrim < 0:
		return errTrim
	}
	return checkVLEN(c.VLEN)
}

// Hart returns a hart, 0 to Config.Harts-1.
func (m *Machine) Hart(n int) *Hart { return m.harts[n] }

// Harts is the number of harts.
func (m *Machine) Harts() int { return len(m.harts) }

// Table is the table that the machine executes.
func (m *Machine) Table() *isa.Table { return m.cfg.Table }

// Entry is where harts start.
func (m *Machine) Entry() uint64 { return m.entry }

// Load places a flat program: bytes at an address of RAM, which becomes where all harts start.
func (m *Machine) Load(addr uint64, b []byte) error {
	if !m.WriteMem(addr, b) {
		return fmt.Errorf("rv64: %d bytes at %#x are not in RAM [%#x, %#x)", len(b), addr, m.base, m.base+m.size)
	}
	m.start(addr)
	return nil
}

func (m *Machine) start(pc uint64) {
	m.entry = pc
	for _, h := range m.harts {
		h.pc = pc
	}
}

// SetHTIF says where tohost and fromhost are, for programs that are not loaded from an ELF file
// with these symbols. Zero takes them away.
func (m *Machine) SetHTIF(tohost, fromhost uint64) {
	m.htif.tohost, m.htif.fromhost = tohost, fromhost
	if off, ok := m.inRAM(tohost, 8); ok && tohost != 0 {
		m.grow(off + 8)
		m.flags[off>>granuleBits] |= hasHTIF
		m.flags[(off+7)>>granuleBits] |= hasHTIF
	}
}

// Signature is memory from begin_signature to end_signature, where riscv-tests and the
// architectural tests leave their results; nil without these symbols.
func (m *Machine) Signature() []byte {
	from, ok := m.Symbols["begin_signature"]
	to, ok2 := m.Symbols["end_signature"]
	if !ok || !ok2 || to <= from {
		return nil
	}
	if _, ok := m.inRAM(from, to-from); !ok {
		return nil
	}
	b := make([]byte, to-from)
	m.ReadMem(from, b)
	return b
}

// halt stops the machine after the current instruction. The first reason counts.
func (m *Machine) halt(s Stop) {
	if !m.halted {
		m.halted, m.stop = true, s
	}
	for _, h := range m.harts {
		h.leave = true
	}
}

// Halt stops the machine after the current instruction: it is for Config.Handle. The first reason counts.
func (m *Machine) Halt(s Stop) { m.halt(s) }

// Park takes a hart out of the schedule, or puts it back: it is for Config.Handle, which must not park the last one.
func (h *Hart) Park(parked bool) { h.parked = parked; h.leave = true }

// fail stops the machine with an error of the world around it.
func (m *Machine) fail(err error) {
	if m.err == nil {
		m.err = err
	}
	m.halt(Stop{Reason: Cancelled, Detail: err.Error()})
}

// slice is how many instructions run between looks at the context.
const slice = 1 << 20

// Run executes until the program exits or something else stops it. After Cancelled it may be
// called again and goes on. The error is not nil only when the console failed.
func (m *Machine) Run(ctx context.Context) (Stop, error) {
	return m.schedule(ctx, func(h *Hart, n uint64) { h.run(n) })
}

// Observe is Run, one instruction at a time, in the same order of harts: see gets an event for
// each. The event is only valid during the call.
func (m *Machine) Observe(ctx context.Context, see func(*Event)) (Stop, error) {
	return m.schedule(ctx, func(h *Hart, n uint64) {
		for end := h.steps + n; h.steps < end && !m.halted && !h.parked; {
			see(m.Step(h.id))
		}
	})
}

// schedule gives harts their turns until the machine halts.
func (m *Machine) schedule(ctx context.Context, run func(*Hart, uint64)) (Stop, error) {
	for since := uint64(0); ; {
		if m.halted {
			return m.stop, m.err
		}
		if since == 0 || since >= slice {
			if why := ctx.Err(); why != nil {
				return Stop{Reason: Cancelled, Detail: why.Error()}, nil //nolint:nilerr // that it was cancelled is the answer
			}
			since = 0
		}
		h, n := m.harts[0], uint64(slice)
		if len(m.harts) > 1 {
			h = m.harts[m.random.below(len(m.harts))]
			n = 1 + uint64(m.random.below(m.cfg.Interleave.Quantum))
		}
		if h.parked {
			since++
			continue
		}
		if limit := m.cfg.Limit; limit != 0 {
			if h.steps >= limit {
				return Stop{Reason: LimitHit, Detail: fmt.Sprintf("hart %d executed %d instructions without an exit; raise the limit if the program needs more", h.id, h.steps)}, nil
			}
			n = min(n, limit-h.steps)
		}
		run(h, n)
		since += n
	}
}

// random is splitmix64: small, and the same everywhere.
type random uint64

func (r *random) next() uint64 {
	*r += 0x9e3779b97f4a7c15
	z := uint64(*r)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

func (r *random) below(n int) int { return int(r.next() % uint64(n)) }
