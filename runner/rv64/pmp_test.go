package rv64

import "testing"

// napot is the pmpaddr of a naturally aligned region.
func napot(addr, size uint64) uint64 { return addr>>2 | (size>>3 - 1) }

func TestPMP(t *testing.T) {
	type entry struct {
		cfg  uint8
		addr uint64
	}
	const rwx = pmpR | pmpW | pmpX
	all := entry{pmpNAPOT | rwx, pmpAddrMask}
	for _, test := range []struct {
		name    string
		entries []entry
		mode    Mode
		kind    AccessKind
		addr    uint64
		size    int
		allowed bool
	}{
		{"no match in U", nil, U, Load, data, 8, false},
		{"no match in M", nil, M, Load, data, 8, true},
		{"everything", []entry{all}, U, Store, data, 8, true},
		{"everything, the end of the address space", []entry{all}, U, Fetch, base, 2, true},
		{"NA4", []entry{{pmpNA4 | pmpR, data >> 2}}, U, Load, data, 4, true},
		{"NA4 beside", []entry{{pmpNA4 | pmpR, data >> 2}}, U, Load, data + 4, 4, false},
		{"NA4 matches half of a doubleword", []entry{{pmpNA4 | rwx, data >> 2}, all}, U, Load, data, 8, false},
		{"…also in M, and unlocked", []entry{{pmpNA4 | rwx, data >> 2}}, M, Load, data, 8, false},
		{"NAPOT 8", []entry{{pmpNAPOT | pmpW | pmpR, napot(data, 8)}}, U, Store, data, 8, true},
		{"NAPOT 8 beside", []entry{{pmpNAPOT | pmpW | pmpR, napot(data, 8)}}, U, Store, data + 8, 8, false},
		{"NAPOT 4096, last byte", []entry{{pmpNAPOT | pmpR, napot(data, 4096)}}, U, Load, data + 4095, 1, true},
		{"no W", []entry{{pmpNAPOT | pmpR | pmpX, napot(data, 4096)}}, U, Store, data, 1, false},
		{"no R", []entry{{pmpNAPOT | pmpX, napot(data, 4096)}}, U, Load, data, 1, false},
		{"no X", []entry{{pmpNAPOT | pmpR | pmpW, napot(data, 4096)}}, U, Fetch, data, 2, false},
		{"AMO needs R and W", []entry{{pmpNAPOT | pmpR, napot(data, 4096)}}, U, AMO, data, 4, false},
		{"LR needs R", []entry{{pmpNAPOT | pmpR, napot(data, 4096)}}, U, LoadReserved, data, 4, true},
		{"SC needs W", []entry{{pmpNAPOT | pmpR, napot(data, 4096)}}, U, StoreConditional, data, 4, false},
		{"TOR from 0", []entry{{pmpTOR | rwx, (data + 8) >> 2}}, U, Load, data, 8, true},
		{"TOR top is exclusive", []entry{{pmpTOR | rwx, data >> 2}}, U, Load, data, 1, false},
		{"TOR between", []entry{{0, data >> 2}, {pmpTOR | rwx, (data + 16) >> 2}}, U, Load, data + 8, 8, true},
		{"TOR below its bottom", []entry{{0, data >> 2}, {pmpTOR | rwx, (data + 16) >> 2}}, U, Load, data - 8, 8, false},
		{"TOR upside down matches nothing", []entry{{0, (data + 16) >> 2}, {pmpTOR, data >> 2}, all}, U, Load, data + 8, 8, true},
		{"the lowest number decides", []entry{{pmpNAPOT, napot(data, 64)}, all}, U, Load, data, 8, false},
		{"…and not the strictest", []entry{all, {pmpNAPOT, napot(data, 64)}}, U, Load, data, 8, true},
		{"unlocked entries spare M", []entry{{pmpNAPOT, napot(data, 64)}}, M, Store, data, 8, true},
		{"locked entries bind M", []entry{{pmpL | pmpNAPOT | pmpR, napot(data, 64)}}, M, Store, data, 8, false},
		{"locked entries grant M", []entry{{pmpL | pmpNAPOT | pmpR, napot(data, 64)}}, M, Load, data, 8, true},
		{"OFF matches nothing", []entry{{pmpL, napot(data, 64)}}, M, Load, data, 8, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			m := machine(t, Config{})
			h := m.Hart(0)
			var cfg uint64
			for n, e := range test.entries {
				h.SetCSR(csrPmpaddr0+uint16(n), e.addr)
				cfg |= uint64(e.cfg) << (8 * n)
			}
			h.SetCSR(csrPmpcfg0, cfg)
			h.SetMode(test.mode)
			f := h.check(Access{test.kind, test.addr, test.size, test.mode})
			if (f == nil) != test.allowed {
				t.Fatalf("fault %+v, want allowed %v", f, test.allowed)
			}
			if f != nil && (f.Cause != accessFault(test.kind) || f.Tval != test.addr) {
				t.Errorf("fault %+v", f)
			}
			if test.allowed && h.ram == nil && test.name == "everything" {
				t.Error("the open machine does not use the direct path")
			}
			if !test.allowed && h.ram != nil && test.kind != Fetch && test.kind != AMO {
				t.Error("the direct path would not have noticed")
			}
		})
	}
}

// Locked entries cannot be written, nor can the address below a locked TOR entry; reset is the
// only way out.
func TestPMPLock(t *testing.T) {
	m := machine(t, Config{})
	h := m.Hart(0)
	h.SetCSR(csrPmpaddr0, 0x100)
	h.SetCSR(csrPmpaddr0+1, 0x200)
	h.SetCSR(csrPmpcfg0, uint64(pmpL|pmpTOR|pmpR)<<8)
	for n := range uint16(3) {
		h.SetCSR(csrPmpaddr0+n, 0x555)
	}
	h.SetCSR(csrPmpcfg0, 0x1f1f1f)
	for n, want := range []uint64{0x100, 0x200, 0x555} {
		if got, _ := h.CSR(csrPmpaddr0 + uint16(n)); got != want {
			t.Errorf("pmpaddr%d = %#x, want %#x", n, got, want)
		}
	}
	if got, _ := h.CSR(csrPmpcfg0); got != 0x1f_89_1f {
		t.Errorf("pmpcfg0 = %#x", got)
	}
}

// An instruction that straddles two regions faults with the half that may not be fetched.
func TestStraddlingFetch(t *testing.T) {
	c := newCode(t).op("c.nop", 0).op("addi", 5, 5, 1) // the addi is at base+2
	for _, test := range []struct {
		name       string
		executable uint64 // pmpaddr of a NA4 region with X
		epc, tval  uint64
	}{
		{"second half", base >> 2, base + 2, base + 4},
		{"first half", (base + 4) >> 2, base + 2, base + 2},
	} {
		both(t, Config{}, 1, func(m *Machine) {
			c.load(m)
			h := m.Hart(0)
			h.SetCSR(csrPmpaddr0, test.executable)
			h.SetCSR(csrPmpcfg0, pmpNA4|pmpX)
			h.SetPC(base + 2)
			h.SetMode(U)
		}, func(loop string, m *Machine) {
			h := m.Hart(0)
			if h.mcause != FetchAccessFault || h.mepc != test.epc || h.mtval != test.tval {
				t.Errorf("%s, %s: cause %d epc %#x tval %#x; want epc %#x tval %#x", loop, test.name, h.mcause, h.mepc, h.mtval, test.epc, test.tval)
			}
		})
	}
}

// MPRV makes M mode's loads and stores, not its fetches, those of MPP.
func TestMPRV(t *testing.T) {
	c := newCode(t).op("ld", 5, 0, 27)
	both(t, Config{}, 1, func(m *Machine) {
		c.load(m)
		m.Hart(0).SetX(27, data)
		m.Hart(0).SetCSR(csrMstatus, statusMPRV) // MPP = U, which PMP grants nothing
	}, func(loop string, m *Machine) {
		if h := m.Hart(0); h.mcause != LoadAccessFault || h.mtval != data || h.PC() != other {
			t.Errorf("%s: cause %d tval %#x pc %#x", loop, h.mcause, h.mtval, h.PC())
		}
	})
}

// A misaligned access over the edge of a region faults and stores nothing; mtval is the first
// byte that may not be accessed.
func TestMisalignedAcrossRegions(t *testing.T) {
	for _, name := range []string{"ld", "sd"} {
		c := newCode(t).op(name, 5, 3, 27)
		both(t, Config{}, 1, func(m *Machine) {
			c.load(m)
			h := m.Hart(0)
			h.SetX(27, data)
			h.SetX(5, ^uint64(0))
			h.SetCSR(csrPmpaddr0, napot(data, 8))
			h.SetCSR(csrPmpcfg0, pmpNAPOT|pmpR|pmpW)
			h.SetCSR(csrMstatus, statusMPRV)
		}, func(loop string, m *Machine) {
			h := m.Hart(0)
			if want := accessFault(map[string]AccessKind{"ld": Load, "sd": Store}[name]); h.mcause != want || h.mtval != data+8 || m.read(0x2000, 8) != 0 {
				t.Errorf("%s: %s: cause %d tval %#x memory %#x", loop, name, h.mcause, h.mtval, m.read(0x2000, 8))
			}
		})
	}
}
