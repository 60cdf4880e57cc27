package prove

import (
	"encoding/binary"
	"sync"

	"touchstone/runner/rv64"
)

// memoryOrderingDefects are wrong in what two harts see of single operations: floating-point accesses in
// two halves, conditional stores and compare-and-swaps with the wrong effect or order, vector stores that
// fences do not see, dependencies that order nothing, and fetches in two halves.
func memoryOrderingDefects(from uint64) []Subject {
	two := func(id, ext, what string, seed func(*rv64.Config), insns ...string) Subject {
		return Subject{ID: id, Kind: Generated, Extension: ext, Harts: true, Insns: insns, What: what, Seed: seed}
	}
	rows := func(wrap func(rv64.Exec) rv64.Exec, insns ...string) func(*rv64.Config) {
		return func(c *rv64.Config) {
			for _, name := range insns {
				override(c, name, codeUnderTest(from, wrap))
			}
		}
	}
	early := func(rules rv64.Rules) func(*rv64.Config) {
		return func(c *rv64.Config) { c.Ordering.Early, c.Ordering.Ignore = true, rules }
	}
	compareAndSwaps := []string{"amocas.w", "amocas.d"}
	return []Subject{
		two("order/address-dependency", "I", "an access passes the load that its address depends on", early(rv64.AddressDependencies), "xor", "andi", "sub"),
		two("order/data-dependency", "I", "a store passes the load that its data depends on", early(rv64.DataDependencies), "xor", "andi", "sub"),
		two("order/control-dependency", "I", "a store passes the load that a branch before it depends on", early(rv64.ControlDependencies), "bne", "beq", "blt"),
		two("order/forwarded-dependency", "I", "a load takes a store of its hart before what that store depends on is there", early(rv64.ForwardedDependencies), "xor", "andi", "sub"),
		two("order/address-before-store", "I", "a store passes the load that the address of an access between them depends on", early(rv64.AddressesBefore), "xor"),

		two("order/torn-flw", "F", "FLW loads one half after the other", rows(tornFloatLoad(4), "flw"), "flw"),
		two("order/torn-fsw", "F", "FSW stores one half after the other", rows(tornFloatStore(4), "fsw"), "fsw"),
		two("order/torn-fld", "D", "FLD loads one half after the other", rows(tornFloatLoad(8), "fld"), "fld"),
		two("order/torn-fsd", "D", "FSD stores one half after the other", rows(tornFloatStore(8), "fsd"), "fsd"),
		two("order/torn-flh", "Zfhmin", "FLH loads one byte after the other", rows(tornFloatLoad(2), "flh"), "flh"),
		two("order/torn-fsh", "Zfhmin", "FSH stores one byte after the other", rows(tornFloatStore(2), "fsh"), "fsh"),

		two("order/failing-sc-stores", "Zalrsc", "SC without a reservation stores, and says that it did not", rows(storingAnyway, "sc.w", "sc.d"), "sc.w", "sc.d"),
		two("order/vector-fence", "V", "VSE64.V leaves its elements in a buffer, and FENCE does not wait for it", func(c *rv64.Config) {
			override(c, "vse64.v", codeUnderTest(from, buffered))
			override(c, "fence", codeUnderTest(from, blindToVectors))
		}, "vse64.v"),

		two("order/cas-acquire", "Zacas", "AMOCAS ignores aq", rows(unordered(acquire), compareAndSwaps...), compareAndSwaps...),
		two("order/cas-release", "Zacas", "AMOCAS ignores rl", rows(unordered(release), compareAndSwaps...), compareAndSwaps...),
		two("order/cas-failing-acquire", "Zacas", "AMOCAS that finds another value when it is issued ignores aq", rows(orderedWhenEqual, compareAndSwaps...), compareAndSwaps...),

		two("order/torn-fetch", "Ziccif", "an aligned instruction that was changed is fetched as one half from before and one from after", tornFetch, "auipc"),
		two("order/stale-length", "Ziccif", "an instruction across a multiple of four that became a compressed one is taken for as long as it was", staleLength, "auipc"),
	}
}

// tornFloatStore makes a store of size bytes of a floating-point register two of half as many.
func tornFloatStore(size int) func(rv64.Exec) rv64.Exec {
	return func(right rv64.Exec) rv64.Exec {
		return func(h *rv64.Hart, i *rv64.Inst) {
			if h.FS() == 0 {
				right(h, i)
				return
			}
			addr, v := h.X(i.Rs1)+uint64(i.Imm), h.F(i.Rs2)
			h.StoreValue(addr, size/2, v)
			if _, raised := h.Raised(); !raised {
				h.StoreValue(addr+uint64(size/2), size/2, v>>(4*size))
			}
		}
	}
}

// tornFloatLoad makes a load of size bytes to a floating-point register two of half as many: the
// instruction is executed twice, and other harts run in between.
func tornFloatLoad(size int) func(rv64.Exec) rv64.Exec {
	type half struct{ pc, value uint64 }
	return func(right rv64.Exec) rv64.Exec {
		var lower sync.Map // by hart: machines may run at the same time
		return func(h *rv64.Hart, i *rv64.Inst) {
			addr := h.X(i.Rs1) + uint64(i.Imm)
			low, begun := lower.LoadAndDelete(h)
			if !begun || low.(half).pc != h.PC() {
				if v, ok := h.LoadValue(addr, size/2); ok && h.FS() != 0 {
					lower.Store(h, half{h.PC(), v})
					h.SetNext(h.PC())
					return
				}
				h.Dismiss()
			}
			right(h, i)
			if _, raised := h.Raised(); !raised && begun {
				mask := uint64(1)<<(4*size) - 1
				h.SetF(i.Rd, h.F(i.Rd)&^mask|low.(half).value&mask)
			}
		}
	}
}

// storingAnyway is an SC that fails and stores.
func storingAnyway(right rv64.Exec) rv64.Exec {
	return func(h *rv64.Hart, i *rv64.Inst) {
		addr, v := h.X(i.Rs1), h.X(i.Rs2)
		right(h, i)
		if _, raised := h.Raised(); !raised && h.X(i.Rd) != 0 {
			h.StoreValue(addr, sizeOf(i), v)
		}
	}
}

// sizeOf is the width in bytes that an atomic instruction names.
func sizeOf(i *rv64.Inst) int { return 1 << (i.Raw >> 12 & 3) }

// buffered is a VSE64.V whose elements become visible one by one, later.
func buffered(right rv64.Exec) rv64.Exec {
	return func(h *rv64.Hart, i *rv64.Inst) {
		if h.VS() == 0 || h.VType()>>63 != 0 || h.VStart() != 0 || !i.Unmasked {
			right(h, i)
			return
		}
		addr, length := h.X(i.Rs1), h.VLENB()
		for n := range int(h.VL()) {
			at := 8 * n
			h.StoreValue(addr+uint64(at), 8, binary.LittleEndian.Uint64(h.VReg(i.Rd + uint8(at/length))[at%length:]))
		}
	}
}

// blindToVectors is a FENCE that does nothing behind a vector store.
func blindToVectors(right rv64.Exec) rv64.Exec {
	const storeFP, unit = 0x27, 7 << 12
	return func(h *rv64.Hart, i *rv64.Inst) {
		var b [4]byte
		h.Machine().ReadMem(h.PC()-4, b[:])
		if w := binary.LittleEndian.Uint32(b[:]); w&0x7f == storeFP && w&unit == unit {
			return
		}
		right(h, i)
	}
}

// Bits of the order of an atomic instruction.
const (
	release = 1
	acquire = 2
)

// unordered ignores bits of an atomic instruction's order.
func unordered(bits int64) func(rv64.Exec) rv64.Exec {
	return func(right rv64.Exec) rv64.Exec {
		return func(h *rv64.Hart, i *rv64.Inst) {
			j := *i
			j.Imm &^= bits
			right(h, &j)
		}
	}
}

// orderedWhenEqual gives a compare-and-swap acquire semantics only if it would succeed at once.
func orderedWhenEqual(right rv64.Exec) rv64.Exec {
	relaxed := unordered(acquire)(right)
	return func(h *rv64.Hart, i *rv64.Inst) {
		b := make([]byte, sizeOf(i))
		expected := binary.LittleEndian.AppendUint64(nil, h.X(i.Rd))
		if h.Machine().ReadMem(h.X(i.Rs1), b) && string(b) != string(expected[:len(b)]) {
			relaxed(h, i)
			return
		}
		right(h, i)
	}
}

// tornFetch gives, where an aligned instruction of four bytes is not what the hart fetched at first, its
// old lower half and its new upper one.
func tornFetch(c *rv64.Config) {
	changedFetch(c, func(pc uint64, old, word uint32) uint32 {
		if pc&3 != 0 || word&3 != 3 {
			return word
		}
		return word&^0xffff | old&0xffff
	})
}

// staleLength finds no instruction of the old length with the new first half.
func staleLength(c *rv64.Config) {
	const none = 0
	changedFetch(c, func(pc uint64, old, word uint32) uint32 {
		if pc&3 == 2 && old&3 == 3 && word&3 != 3 {
			return none
		}
		return word
	})
}

// changedFetch lets see decide what a hart executes where it fetches something else than at first. FENCE.I
// begins anew.
func changedFetch(c *rv64.Config, see func(pc uint64, old, word uint32) uint32) {
	var fetched sync.Map // by hart, the words by address
	if _, ok := c.Table.Lookup("fence.i"); ok {
		override(c, "fence.i", func(right rv64.Exec) rv64.Exec {
			return func(h *rv64.Hart, i *rv64.Inst) {
				fetched.Delete(h)
				right(h, i)
			}
		})
	}
	c.Hooks.Fetched = func(h *rv64.Hart, pc uint64, word uint32) uint32 {
		v, _ := fetched.LoadOrStore(h, map[uint64]uint32{})
		words := v.(map[uint64]uint32)
		if old, known := words[pc]; known && old != word {
			return see(pc, old, word)
		}
		words[pc] = word
		return word
	}
}
