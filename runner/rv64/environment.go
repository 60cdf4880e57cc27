package rv64

// Fields of menvcfg.
const (
	envFIOM     = 1 << 0
	envLPE      = 1 << 2
	envSSE      = 1 << 3
	envCBIE     = 3 << 4 // 0: cbo.inval traps; 1: it flushes; 3: it invalidates
	envCBCFE    = 1 << 6
	envCBZE     = 1 << 7
	envPMM      = 3 << envPMMShift // 0: off; 2: 7 bits are masked; 3: 16 bits
	envPMMShift = 32
)

const seccfgMLPE = 1 << 10 // of mseccfg

// environment is what menvcfg and mseccfg make of the current mode.
type environment struct {
	mask    uint64 // the bits of an effective address that count
	guarded bool   // Zicfilp is enabled: indirect jumps must land on a landing pad
	elp     bool   // the next instruction must be a landing pad
}

// refreshEnvironment follows a change of mode or of menvcfg, mseccfg or mstatus.
func (h *Hart) refreshEnvironment() {
	h.mask = ^uint64(0)
	if pmm := h.menvcfg & envPMM >> envPMMShift; pmm != 0 && h.dataMode() == U {
		h.mask >>= [...]uint{2: 7, 3: 16}[pmm]
	}
	if h.mode == M {
		h.guarded = h.mseccfg&seccfgMLPE != 0
	} else {
		h.guarded = h.menvcfg&envLPE != 0
	}
}

// effective is the address that an explicit access uses: without translation, pointer masking
// clears the masked bits. Every access to data passes here before it is checked; twice is the same
// as once. Aligned accesses to an address of RAM itself need not.
func (h *Hart) effective(kind AccessKind, addr uint64) uint64 {
	masked := addr & h.mask
	if hook := h.m.cfg.Hooks.Address; hook != nil {
		return hook(h, kind, addr, masked)
	}
	return masked
}

// environmentCSRs adds the CSRs that configure the environment of U mode, menvcfg apart from
// which only those with a field exist.
func (m *Machine) environmentCSRs(t map[uint16]CSR) {
	has := m.cfg.Table.Selected
	writable := uint64(envFIOM)
	for _, f := range []struct {
		extension string
		bits      uint64
	}{
		{"Zicfilp", envLPE}, {"Zicfiss", envSSE}, {"Zicbom", envCBIE | envCBCFE}, {"Zicboz", envCBZE},
		{"Supm", envPMM}, {"Smnpm", envPMM},
	} {
		if has(f.extension) {
			writable |= f.bits
		}
	}
	writable &^= m.cfg.Parameters.MenvcfgZero
	t[csrMenvcfg] = CSR{
		func(h *Hart) uint64 { return h.menvcfg },
		func(h *Hart, v uint64) { h.writeMenvcfg(v & writable) },
	}
	if has("Zicfilp") {
		writable := seccfgMLPE &^ m.cfg.Parameters.MseccfgZero
		t[csrMseccfg] = CSR{
			func(h *Hart) uint64 { return h.mseccfg },
			func(h *Hart, v uint64) {
				h.mseccfg = v & writable
				h.environmentChanged()
			},
		}
	}
	if has("Zicfiss") { // XLEN is 64 in every mode, so that bit 2 is zero too
		t[csrSSP] = CSR{func(h *Hart) uint64 { return h.ssp }, func(h *Hart, v uint64) { h.ssp = v &^ 7 }}
	}
}

// writeMenvcfg keeps a field that is written with a value it does not hold.
func (h *Hart) writeMenvcfg(v uint64) {
	p := &h.m.cfg.Parameters
	const cbieFlush, cbieReserved, cbieInvalidate = 1 << 4, 2 << 4, 3 << 4
	switch v & envCBIE {
	case cbieReserved:
		v = v&^envCBIE | h.menvcfg&envCBIE
	case cbieInvalidate:
		if p.FlushOnly {
			v = v&^envCBIE | cbieFlush
		}
	}
	if length := [4]int{0, -1, 7, 16}[v&envPMM>>envPMMShift]; length < 0 || length > 0 && p.MaskLength > 0 && p.MaskLength != length {
		v = v&^envPMM | h.menvcfg&envPMM
	}
	h.menvcfg = v
	h.environmentChanged()
}

func (h *Hart) environmentChanged() {
	h.refresh()
	h.leave = true
}
