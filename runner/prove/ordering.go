package prove

import (
	"encoding/binary"
	"sync"

	"touchstone/runner/rv64"
)

// OrderingDefects are wrong in what another hart sees. They act on weak code only, which is the code
// under test. A rule of the memory model that a defect ignores shows itself in some repetitions; the
// suite must notice one.
func OrderingDefects(from uint64) []Subject {
	ignoring := func(id, ext, what string, rules rv64.Rules) Subject {
		return Subject{ID: id, Kind: Generated, Extension: ext, Harts: true, What: what, Seed: func(c *rv64.Config) { c.Ordering.Ignore |= rules }}
	}
	wrong := func(id, ext, what string, wrap func(rv64.Exec) rv64.Exec, insns ...string) Subject {
		return Subject{ID: id, Kind: Generated, Extension: ext, Harts: true, Insns: insns, What: what, Seed: func(c *rv64.Config) {
			for _, name := range insns {
				override(c, name, codeUnderTest(from, wrap))
			}
		}}
	}
	return append(memoryOrderingDefects(from),
		ignoring("order/fences", "I", "FENCE orders nothing", rv64.Fences),
		ignoring("order/acquire", "A", "aq orders nothing", rv64.Acquire),
		ignoring("order/release", "A", "rl orders nothing", rv64.Release),
		ignoring("order/acquire-release", "A", "aq and rl order nothing", rv64.Acquire|rv64.Release),
		ignoring("order/amo-split", "Zaamo", "another hart's store comes between an AMO's load and store", rv64.AMOAtomicity),
		ignoring("order/foreign-stores", "Zalrsc", "another hart's store leaves a reservation alone", rv64.ForeignStores),
		ignoring("order/same-address-loads", "I", "a load passes an older load of the same address", rv64.SameAddressLoads),
		ignoring("order/same-address-stores", "I", "a store passes an older access to its address", rv64.SameAddressStores),
		wrong("order/fence-wr", "I", "FENCE does not order stores before loads", without(write, read), "fence"),
		wrong("order/fence-ww", "I", "FENCE does not order stores before stores", without(write, write), "fence"),
		wrong("order/fence-rr", "I", "FENCE does not order loads before loads", without(read, read), "fence"),
		wrong("order/fence-rw", "I", "FENCE does not order loads before stores", without(read, write), "fence"),
		wrong("order/fence-tso", "I", "FENCE.TSO orders nothing", func(rv64.Exec) rv64.Exec { return func(*rv64.Hart, *rv64.Inst) {} }, "fence.tso"),
		wrong("order/torn-doublewords", "I", "SD stores one half after the other", torn(8), "sd"),
		wrong("order/torn-words", "I", "SW stores one half after the other", torn(4), "sw"),
		wrong("order/torn-halfwords", "I", "SH stores one byte after the other", torn(2), "sh"),
		wrong("order/torn-misaligned", "Zama16b", "a misaligned SD within sixteen bytes stores one half after the other", func(right rv64.Exec) rv64.Exec {
			halves := torn(8)(right)
			return func(h *rv64.Hart, i *rv64.Inst) {
				if (h.X(i.Rs1)+uint64(i.Imm))&7 != 0 {
					halves(h, i)
					return
				}
				right(h, i)
			}
		}, "sd"),
		Subject{
			ID: "order/late-lr", Kind: Generated, Extension: "Zalrsc", Harts: true, What: "another hart sees an SC before its LR has loaded",
			Seed: func(c *rv64.Config) {
				for _, size := range []string{"w", "d"} {
					override(c, "lr."+size, codeUnderTest(from, earlySC))
					override(c, "sc."+size, codeUnderTest(from, lateLR))
				}
			},
		},
		Subject{
			ID: "order/aba", Kind: Generated, Extension: "Zalrsc", Harts: true,
			What: "SC compares values: it succeeds when another hart stored what was there already, as SC by compare-and-swap does",
			Seed: func(c *rv64.Config) { comparing(c, from) },
		},
		Subject{
			ID: "order/time-behind", Kind: Generated, Extension: "Zicntr", Harts: true, What: "hart 0's clock is ahead of hart 1's",
			Seed: func(c *rv64.Config) { c.Hooks.CSR = ahead(0) },
		},
		Subject{
			ID: "order/time-ahead", Kind: Generated, Extension: "Zicntr", Harts: true, What: "hart 1's clock is ahead of hart 0's",
			Seed: func(c *rv64.Config) { c.Hooks.CSR = ahead(1) },
		},
	)
}

// OrderingVariants are orders that the memory model permits and that differ from the embedded
// executor's own.
func OrderingVariants() []Subject {
	v := func(id, what string, seed func(*rv64.Config)) Subject {
		return Subject{ID: id, Kind: Legal, Extension: "Sm", Harts: true, What: what, Seed: seed}
	}
	return []Subject{
		v("legal-order/sequential", "memory is sequentially consistent", func(c *rv64.Config) { c.Ordering.Weak = false }),
		v("legal-order/deep", "a hart holds 64 operations back", func(c *rv64.Config) { c.Ordering.Depth = 64 }),
		v("legal-order/early", "a hart executes at once what needs no value, and keeps the order of syntactic dependencies", func(c *rv64.Config) { c.Ordering.Early = true }),
		v("legal-order/other-schedules", "other schedules of the same memory model", func(c *rv64.Config) { c.Ordering.Seed, c.Interleave.Seed = 0x5eed, 0x5eed }),
		v("legal-order/every-instruction", "harts take turns at every instruction", func(c *rv64.Config) { c.Interleave.Quantum = 1 }),
		v("legal-order/long-turns", "harts take turns of up to a thousand instructions", func(c *rv64.Config) { c.Interleave.Quantum = 1000 }),
	}
}

// Bits of the predecessor and successor sets of FENCE.
const (
	write = 1
	read  = 2
)

// without makes FENCE order nothing of class pred before anything of class succ.
func without(pred, succ int64) func(rv64.Exec) rv64.Exec {
	return func(right rv64.Exec) rv64.Exec {
		return func(h *rv64.Hart, i *rv64.Inst) {
			before, after := i.Imm>>4&15, i.Imm&15
			j := *i
			j.Imm = before&^pred<<4 | after
			right(h, &j)
			j.Imm = before&pred<<4 | after&^succ
			right(h, &j)
		}
	}
}

// torn makes a store of size bytes two of half as many.
func torn(size int) func(rv64.Exec) rv64.Exec {
	return func(rv64.Exec) rv64.Exec {
		return func(h *rv64.Hart, i *rv64.Inst) {
			addr, v := h.X(i.Rs1)+uint64(i.Imm), h.X(i.Rs2)
			h.StoreValue(addr, size/2, v)
			if _, raised := h.Raised(); !raised {
				h.StoreValue(addr+uint64(size/2), size/2, v>>(4*size))
			}
		}
	}
}

// partner finds the LR or SC (funct5) of the address register rs1 among the four instructions from
// pc on in steps of step bytes.
func partner(h *rv64.Hart, pc uint64, step int64, funct5 uint32, rs1 uint8) (word uint32, ok bool) {
	for n := int64(1); n <= 4; n++ {
		var b [4]byte
		h.Machine().ReadMem(pc+uint64(n*step), b[:])
		word = binary.LittleEndian.Uint32(b[:])
		if word&0x7f == 0x2f && word>>27 == funct5 && uint8(word>>15&31) == rs1 {
			return word, true
		}
	}
	return 0, false
}

// earlySC is an LR that stores what the SC after it will store; lateLR the SC that then loads what
// its LR should have loaded.
func earlySC(right rv64.Exec) rv64.Exec {
	return func(h *rv64.Hart, i *rv64.Inst) {
		sc, ok := partner(h, h.PC(), 4, 3, i.Rs1)
		if !ok {
			right(h, i)
			return
		}
		h.Machine().WriteMem(h.X(i.Rs1), binary.LittleEndian.AppendUint64(nil, h.X(uint8(sc>>20&31)))[:1<<(sc>>12&7)])
	}
}

func lateLR(right rv64.Exec) rv64.Exec {
	return func(h *rv64.Hart, i *rv64.Inst) {
		lr, ok := partner(h, h.PC(), -4, 2, i.Rs1)
		if !ok {
			right(h, i)
			return
		}
		if v, ok := h.LoadValue(h.X(i.Rs1), 4); ok {
			h.SetX(uint8(lr>>7&31), v)
			h.SetX(i.Rd, 0)
		}
	}
}

// comparing makes SC a compare-and-swap with the value that its LR loaded.
func comparing(c *rv64.Config, from uint64) {
	var loaded sync.Map // by hart: machines may run at the same time
	c.Ordering.Ignore |= rv64.ForeignStores
	for _, name := range []string{"lr.w", "lr.d"} {
		override(c, name, codeUnderTest(from, func(right rv64.Exec) rv64.Exec {
			return func(h *rv64.Hart, i *rv64.Inst) {
				right(h, i)
				loaded.Store(h, h.X(i.Rd))
			}
		}))
	}
	c.Hooks.Conditional = func(h *rv64.Hart, addr uint64, size int, succeeds bool) bool {
		was, ok := loaded.Load(h)
		var b [8]byte
		if !ok || !h.Machine().ReadMem(addr, b[:size]) {
			return succeeds
		}
		now := binary.LittleEndian.Uint64(b[:])
		if size == 4 {
			now = uint64(int64(int32(now)))
		}
		return succeeds && was == now
	}
}

// ahead sets the clock of a hart ahead.
func ahead(hart int) map[uint16]func(rv64.CSR) rv64.CSR {
	return map[uint16]func(rv64.CSR) rv64.CSR{0xc01: func(right rv64.CSR) rv64.CSR {
		return rv64.CSR{Write: right.Write, Read: func(h *rv64.Hart) uint64 {
			if h.ID() == hart {
				return right.Read(h) + 1_000_000
			}
			return right.Read(h)
		}}
	}}
}
