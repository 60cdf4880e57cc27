package rv64

// Fields of mstatus that exist without S mode; floating point and vectors add theirs.
const (
	statusMIE      = 1 << 3
	statusMPIE     = 1 << 7
	statusMPP      = 3 << statusMPPShift
	statusMPPShift = 11
	statusMPRV     = 1 << 17
	statusTW       = 1 << 21
	statusUXL      = 2 << 32 // read-only: UXL = 64
	statusMPELP    = 1 << 41
	statusSD       = 1 << 63
)

// CSR is a control and status register: what a read returns, what a write does. A nil Write
// ignores what is written.
type CSR struct {
	Read  func(*Hart) uint64
	Write func(*Hart, uint64)
}

// csrs is the state behind the CSRs.
type csrs struct {
	mstatus, mie, mtvec, mscratch, mepc, mcause, mtval uint64
	mcounteren, mcountinhibit, menvcfg                 uint64
	mseccfg, ssp                                       uint64
	fcsr                                               uint64

	cycle, instret counter
	events         []eventCounter
}

// counter is a count that runs with the hart. While it is inhibited its value is in base.
type counter struct {
	base    uint64 // value = base + events, modulo 2^64
	stopped bool
}

func (c *counter) value(events uint64) uint64 {
	if c.stopped {
		return c.base
	}
	return c.base + events
}

// set makes the counter read v when events have happened.
func (c *counter) set(v, events uint64) {
	if c.stopped {
		c.base = v
	} else {
		c.base = v - events
	}
}

func (c *counter) inhibit(stop bool, events uint64) {
	if stop != c.stopped {
		v := c.value(events)
		c.stopped = stop
		c.set(v, events)
	}
}

func (h *Hart) cycles() uint64  { return (h.steps + h.ahead) * h.m.cyclesPerStep }
func (h *Hart) retired() uint64 { return h.steps + h.ahead - h.notRetired }

// Numbers of CSRs that the code names.
const (
	csrSSP           = 0x011
	csrMstatus       = 0x300
	csrMisa          = 0x301
	csrMie           = 0x304
	csrMtvec         = 0x305
	csrMcounteren    = 0x306
	csrMenvcfg       = 0x30a
	csrMcountinhibit = 0x320
	csrMhpmevent3    = 0x323
	csrMscratch      = 0x340
	csrMepc          = 0x341
	csrMcause        = 0x342
	csrMtval         = 0x343
	csrMip           = 0x344
	csrPmpcfg0       = 0x3a0
	csrPmpaddr0      = 0x3b0
	csrMseccfg       = 0x747
	csrMcycle        = 0xb00
	csrMinstret      = 0xb02
	csrMhpmcounter3  = 0xb03
	csrCycle         = 0xc00
	csrTime          = 0xc01
	csrInstret       = 0xc02
	csrHpmcounter3   = 0xc03
	csrHpmcounter31  = 0xc1f
	csrMvendorid     = 0xf11
	csrMconfigptr    = 0xf15
	csrMhartid       = 0xf14
)

// newCSRs makes the Machine's own table of CSRs.
func (m *Machine) newCSRs() map[uint16]CSR {
	p := &m.cfg.Parameters
	zero := func(*Hart) uint64 { return 0 }
	counters := uint64(7)
	if m.cfg.Table.Selected("Zihpm") {
		counters = 1<<32 - 1
	}
	t := map[uint16]CSR{
		csrMstatus: {(*Hart).readMstatus, (*Hart).writeMstatus},
		csrMisa:    {func(h *Hart) uint64 { return h.m.misa }, nil},
		csrMie: {func(h *Hart) uint64 { return h.mie }, func(h *Hart, v uint64) {
			h.mie = v & interruptsHandled
			h.leave = true
		}},
		csrMtvec: {func(h *Hart) uint64 { return h.mtvec }, (*Hart).writeMtvec},
		csrMcounteren: {func(h *Hart) uint64 { return h.mcounteren }, func(h *Hart, v uint64) {
			if !p.CounterEnableZero {
				h.mcounteren = v & counters
			}
		}},
		csrMcountinhibit: {func(h *Hart) uint64 { return h.mcountinhibit }, (*Hart).writeMcountinhibit},
		csrMscratch:      {func(h *Hart) uint64 { return h.mscratch }, func(h *Hart, v uint64) { h.mscratch = v }},
		csrMepc:          {func(h *Hart) uint64 { return h.mepc &^ h.m.ialign }, func(h *Hart, v uint64) { h.mepc = v &^ 1 }},
		csrMcause:        {func(h *Hart) uint64 { return h.mcause }, func(h *Hart, v uint64) { h.mcause = v & (Interrupt | 63) }},
		csrMtval:         {func(h *Hart) uint64 { return h.mtval }, func(h *Hart, v uint64) { h.mtval = v }},
		csrMip:           {(*Hart).mip, nil},
		csrMcycle: {func(h *Hart) uint64 { return h.cycle.value(h.cycles()) },
			func(h *Hart, v uint64) { h.cycle.set(v, h.cycles()+h.m.cyclesPerStep) }},
		csrMinstret: {func(h *Hart) uint64 { return h.instret.value(h.retired()) },
			func(h *Hart, v uint64) { h.instret.set(v, h.retired()+1) }},
		csrMhartid: {func(h *Hart) uint64 { return uint64(h.id) }, nil},
	}
	for n := uint16(csrMvendorid); n <= csrMconfigptr; n++ {
		if n != csrMhartid {
			t[n] = CSR{Read: zero}
		}
	}
	for n := range uint16(29) { // no event counters: they read as zero
		t[csrMhpmevent3+n] = CSR{Read: zero}
		t[csrMhpmcounter3+n] = CSR{Read: zero}
	}
	eventCSRs(t, p.EventCounters)
	if !p.NoCounters {
		t[csrCycle] = CSR{Read: t[csrMcycle].Read}
		t[csrInstret] = CSR{Read: t[csrMinstret].Read}
		if !p.NoTimeCSR {
			t[csrTime] = CSR{Read: func(h *Hart) uint64 { return h.m.mtime() }}
		}
	}
	if m.cfg.Table.Selected("Zihpm") && !p.NoCounters {
		for n := uint16(csrHpmcounter3); n <= csrHpmcounter31; n++ {
			t[n] = CSR{Read: t[csrMhpmcounter3+n-csrHpmcounter3].Read}
		}
	}
	m.environmentCSRs(t)
	for n := range uint16(m.pmpEntries) {
		t[csrPmpaddr0+n] = CSR{
			func(h *Hart) uint64 { return h.readPMPAddr(int(n)) },
			func(h *Hart, v uint64) { h.writePMPAddr(int(n), v) },
		}
		if n%8 == 0 {
			t[csrPmpcfg0+n/4] = CSR{
				func(h *Hart) uint64 { return h.readPMPCfg(int(n)) },
				func(h *Hart, v uint64) { h.writePMPCfg(int(n), v) },
			}
		}
	}
	if m.hasF {
		m.floatCSRs(t)
	}
	if m.hasV {
		m.vectorCSRs(t)
	}
	for n, wrap := range m.cfg.Hooks.CSR {
		t[n] = wrap(t[n])
	}
	return t
}

// readMstatus adds what is read-only: UXL, and SD, which is 1 while any context is Dirty.
func (h *Hart) readMstatus() uint64 {
	v := h.mstatus | statusUXL
	if v&statusVS == statusVS || v&statusFS == statusFS {
		v |= statusSD
	}
	return v
}

func (h *Hart) writeMstatus(v uint64) {
	writable := uint64(statusMIE | statusMPIE | statusMPRV | statusTW)
	if h.m.hasV {
		writable |= statusVS
	}
	if h.m.cfg.Table.Selected("Zicfilp") {
		writable |= statusMPELP
	}
	s := v & writable
	if h.m.hasF {
		s |= h.writtenFS(v)
	}
	switch mpp := Mode(v >> statusMPPShift & 3); {
	case mpp == M || mpp == U:
		s |= uint64(mpp) << statusMPPShift
	case !h.m.cfg.Parameters.PreviousModeToUser:
		s |= h.mstatus & statusMPP
	}
	h.mstatus = s
	h.refresh()
	h.leave = true
}

func (h *Hart) writeMtvec(v uint64) {
	p := &h.m.cfg.Parameters
	align := uint64(4)
	if p.TrapVectorAlign > 4 {
		align = uint64(p.TrapVectorAlign)
	}
	mode := v & 3
	if mode > 1 || p.DirectOnly {
		mode = h.mtvec & 3
	}
	h.mtvec = v&^(align-1)&^3 | mode
}

func (h *Hart) writeMcountinhibit(v uint64) {
	if h.m.cfg.Parameters.CounterInhibitZero {
		return
	}
	h.mcountinhibit = v & (5 | (1<<len(h.events)-1)<<3)
	// The instruction that inhibits is still counted.
	h.cycle.inhibit(v&1 != 0, h.cycles()+h.m.cyclesPerStep)
	h.instret.inhibit(v&4 != 0, h.retired()+1)
	h.inhibitEvents()
}

// mip is computed: external interrupts have no source, the others belong to the CLINT.
func (h *Hart) mip() uint64 {
	c := &h.m.clint
	v := uint64(c.software[h.id]) << MachineSoftware
	if h.m.mtime() >= c.compare[h.id] {
		v |= 1 << MachineTimer
	}
	return v
}

// csrAllowed says whether the current mode may access the CSR so.
func (h *Hart) csrAllowed(n uint16, write bool) bool {
	_, ok := h.m.csrTable[n]
	ok = ok && Mode(n>>8&3) <= h.mode && !(write && n>>10 == 3)
	if ok && h.mode != M && n >= csrCycle && n <= csrHpmcounter31 {
		ok = h.mcounteren>>(n-csrCycle)&1 != 0
	}
	ok = ok && !(isFloatCSR(n) && h.mstatus&statusFS == contextOff)
	ok = ok && !(isVectorCSR(n) && h.mstatus&statusVS == contextOff)
	if n == csrSSP && h.mode != M && h.menvcfg&envSSE == 0 {
		ok = false
	}
	if hook := h.m.cfg.Hooks.CSRAccess; hook != nil {
		ok = hook(h, n, write, ok)
	}
	return ok
}

// CSR reads a CSR without the checks and side effects of an instruction.
func (h *Hart) CSR(n uint16) (uint64, bool) {
	c, ok := h.m.csrTable[n]
	if !ok || c.Read == nil {
		return 0, ok
	}
	return c.Read(h), true
}

// SetCSR writes a CSR as an instruction in M mode would, between instructions. Counters take the
// value as if the write had been the last instruction.
func (h *Hart) SetCSR(n uint16, v uint64) bool {
	c, ok := h.m.csrTable[n]
	if !ok {
		return false
	}
	if n>>10 != 3 && c.Write != nil {
		switch k := int(n) - csrMhpmcounter3; {
		case k >= 0 && k < len(h.events):
			h.events[k].set(v, h.cycles())
		case n == csrMcycle:
			h.cycle.set(v, h.cycles())
		case n == csrMinstret:
			h.instret.set(v, h.retired())
		default:
			c.Write(h, v)
		}
	}
	return true
}
