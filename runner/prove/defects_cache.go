package prove

import (
	"sync"

	"touchstone/runner/rv64"
)

// cacheBytes is the size of a cache block: Zic64b.
const cacheBytes = 64

// cacheDefects break cache-block operations, a rule each.
func cacheDefects(from uint64) []Subject {
	list := func(names ...string) []string { return names }
	in := func(h *rv64.Hart) bool { return h.PC() >= from }
	d := func(id, ext, what string, insns []string, seed func(*rv64.Config)) Subject {
		return Subject{ID: "cache/" + id, Kind: Generated, Extension: ext, Insns: insns, What: what, Seed: seed}
	}
	rows := func(id, ext, what string, wrong func(rv64.Exec) rv64.Exec, insns ...string) Subject {
		return d(id, ext, what, insns, func(c *rv64.Config) {
			for _, name := range insns {
				override(c, name, codeUnderTest(from, wrong))
			}
		})
	}
	// checks is wrong in whether an access of a kind faults.
	checks := func(id, ext, what string, kind rv64.AccessKind, wrong func(a rv64.Access, f *rv64.Fault) *rv64.Fault, insns ...string) Subject {
		return d(id, ext, what, insns, func(c *rv64.Config) {
			c.Hooks.Check = func(h *rv64.Hart, a rv64.Access, f *rv64.Fault) *rv64.Fault {
				if a.Kind == kind && in(h) {
					return wrong(a, f)
				}
				return f
			}
		})
	}
	misaligned := func(a rv64.Access, f *rv64.Fault) *rv64.Fault {
		if a.Addr%uint64(a.Size) != 0 {
			return &rv64.Fault{Cause: rv64.StoreMisaligned, Tval: a.Addr}
		}
		return f
	}
	asLoad := func(_ rv64.Access, f *rv64.Fault) *rv64.Fault {
		if f != nil {
			return &rv64.Fault{Cause: rv64.LoadAccessFault, Tval: f.Tval}
		}
		return nil
	}
	unchecked := func(rv64.Access, *rv64.Fault) *rv64.Fault { return nil }
	block := func(size int) func(*rv64.Config) {
		return func(c *rv64.Config) { c.Parameters.CacheBlock = size }
	}
	management := list("cbo.clean", "cbo.flush", "cbo.inval")
	return []Subject{
		rows("inval-zeroes", "Zicbom", "an invalidation leaves zeros", onInvalidation(func(h *rv64.Hart, at uint64) { writeBlock(h, at, new([cacheBytes]byte)) }), "cbo.inval"),
		d("clean-keeps", "Zicbom", "cbo.clean does not write a block back: an invalidation after it loses what was stored before", list("cbo.inval"),
			func(c *rv64.Config) { writeBack(c, from, "cbo.flush") }),
		d("flush-keeps", "Zicbom", "cbo.flush does not write a block back: an invalidation after it loses what was stored before", list("cbo.inval"),
			func(c *rv64.Config) { writeBack(c, from, "cbo.clean") }),
		rows("clean-as-store", "Zicbom", "a management instruction needs the permission to store", func(right rv64.Exec) rv64.Exec {
			return func(h *rv64.Hart, i *rv64.Inst) {
				if right(h, i); !faulted(h) {
					storeSame(h, h.X(i.Rs1))
				}
			}
		}, management...),
		rows("manage-neighbours", "Zicbom", "a management instruction needs the permission for the other block of a naturally aligned pair too", neighbourToo(func(h *rv64.Hart, addr uint64) { h.LoadValue(addr, 1) }), management...),
		checks("manage-unchecked", "Zicbom", "a management instruction needs no permission", rv64.CacheManagement, unchecked, management...),
		rows("inval-unchecked", "Zicbom", "cbo.inval needs no permission", func(right rv64.Exec) rv64.Exec {
			return func(h *rv64.Hart, i *rv64.Inst) {
				right(h, i)
				if t, raised := h.Raised(); raised && t.Cause == rv64.StoreAccessFault {
					h.Dismiss()
				}
			}
		}, "cbo.inval"),
		checks("manage-as-load", "Zicbom", "a management instruction that may not access its block reports a load", rv64.CacheManagement, asLoad, management...),
		checks("clean-misaligned", "Zicbom", "an unaligned cbo.clean is misaligned", rv64.CacheManagement, misaligned, "cbo.clean"),
		checks("flush-misaligned", "Zicbom", "an unaligned cbo.flush is misaligned", rv64.CacheManagement, misaligned, "cbo.flush"),
		checks("inval-misaligned", "Zicbom", "an unaligned cbo.inval is misaligned", rv64.CacheManagement, misaligned, "cbo.inval"),
		rows("flush-next", "Zicbom", "an unaligned cbo.flush is of the next block", nextBlock, "cbo.flush"),
		rows("inval-next", "Zicbom", "an unaligned cbo.inval is of the next block", nextBlock, "cbo.inval"),

		rows("zero-neighbours", "Zicboz", "cbo.zero needs the permission for the other block of a naturally aligned pair too", neighbourToo(storeSame), "cbo.zero"),
		checks("zero-unchecked", "Zicboz", "cbo.zero needs no permission", rv64.CacheZero, unchecked, "cbo.zero"),
		rows("zero-by-loads", "Zicboz", "cbo.zero needs the permission to load alone", func(right rv64.Exec) rv64.Exec {
			return func(h *rv64.Hart, i *rv64.Inst) {
				right(h, i)
				t, denied := h.Raised()
				if !denied || t.Cause != rv64.StoreAccessFault {
					return
				}
				h.Dismiss()
				at := t.Tval &^ (cacheBytes - 1)
				if _, ok := h.LoadValue(at, 8); !ok {
					h.Dismiss()
					h.Raise(t.Cause, t.Tval)
					return
				}
				writeBlock(h, at, new([cacheBytes]byte))
			}
		}, "cbo.zero"),
		checks("zero-as-load", "Zicboz", "a cbo.zero that may not access its block reports a load", rv64.CacheZero, asLoad, "cbo.zero"),
		checks("zero-misaligned", "Zicboz", "an unaligned cbo.zero is misaligned", rv64.CacheZero, misaligned, "cbo.zero"),
		rows("zero-next", "Zicboz", "an unaligned cbo.zero is of the next block", nextBlock, "cbo.zero"),
		rows("zero-onwards", "Zicboz", "cbo.zero zeroes from its address to the end of the block", zeroesFrom(0, func(*rv64.Hart, uint64) {}), "cbo.zero"),
		rows("zero-enabled", "Zicboz", "user mode may execute cbo.zero whatever CBZE says", enabledBy(func(*rv64.Hart, uint64) bool { return true }), "cbo.zero"),
		rows("zero-by-cbcfe", "Zicboz", "CBCFE decides about cbo.zero too", enabledBy(func(h *rv64.Hart, menvcfg uint64) bool {
			return h.Mode() == rv64.M || menvcfg&menvcfgCBCFE != 0
		}), "cbo.zero"),
		rows("zero-by-all", "Zicboz", "cbo.zero needs CBZE and CBCFE both", enabledBy(func(h *rv64.Hart, menvcfg uint64) bool {
			return h.Mode() == rv64.M || menvcfg&menvcfgCBCFE != 0 && menvcfg&menvcfgCBZE != 0
		}), "cbo.zero"),
		rows("zero-in-machine-mode", "Zicboz", "CBZE decides about cbo.zero in machine mode too", enabledBy(func(_ *rv64.Hart, menvcfg uint64) bool {
			return menvcfg&menvcfgCBZE != 0
		}), "cbo.zero"),

		rows("prefetch-faults", "Zicbop", "a prefetch of memory that may not be accessed raises the fault of a load", prefetching(rv64.LoadAccessFault), "prefetch.r", "prefetch.w"),
		rows("prefetch-fetch-faults", "Zicbop", "prefetch.i of memory that may not be accessed raises an instruction access fault", prefetching(rv64.FetchAccessFault), "prefetch.i"),
		rows("prefetch-writes", "Zicbop", "prefetch.w makes the block its own and loses what is there where it may not be written", func(rv64.Exec) rv64.Exec {
			return func(h *rv64.Hart, i *rv64.Inst) {
				at := (h.X(i.Rs1) + uint64(i.Imm)) &^ (cacheBytes - 1)
				if storeSame(h, at); faulted(h) {
					h.Dismiss()
					writeBlock(h, at, new([cacheBytes]byte))
				}
			}
		}, "prefetch.w"),

		d("blocks-of-32", "Zic64b", "a cache block has 32 bytes", list("cbo.zero"), block(cacheBytes/2)),
		d("blocks-of-128", "Zic64b", "a cache block has 128 bytes", list("cbo.zero"), block(cacheBytes*2)),
		rows("blocks-anywhere", "Zic64b", "a cache block starts at any doubleword", zeroesFrom(7, func(h *rv64.Hart, at uint64) {
			for end := at&^(cacheBytes-1) + cacheBytes; end < at+cacheBytes && !faulted(h); end += 8 {
				h.StoreValue(end, 8, 0)
			}
		}), "cbo.zero"),
	}
}

// faulted says whether the current instruction has raised an exception.
func faulted(h *rv64.Hart) bool {
	_, yes := h.Raised()
	return yes
}

// storeSame stores a byte that memory holds already: what stays of it is the fault of a store.
func storeSame(h *rv64.Hart, addr uint64) {
	var b [1]byte
	addr = untagged(h, addr)
	h.Machine().ReadMem(addr, b[:])
	h.StoreValue(addr, 1, uint64(b[0]))
}

// writeBlock gives the cache block at a multiple of its size other bytes.
func writeBlock(h *rv64.Hart, at uint64, b *[cacheBytes]byte) { h.Machine().WriteMem(at, b[:]) }

// elsewhere executes an instruction with another value in rs1.
func elsewhere(right rv64.Exec, h *rv64.Hart, i *rv64.Inst, addr uint64) {
	const scratch = 31
	j, kept := *i, h.X(scratch)
	j.Rs1 = scratch
	h.SetX(scratch, addr)
	right(h, &j)
	h.SetX(scratch, kept)
}

// nextBlock takes an address that is not aligned for the next block's.
func nextBlock(right rv64.Exec) rv64.Exec {
	return func(h *rv64.Hart, i *rv64.Inst) {
		elsewhere(right, h, i, (h.X(i.Rs1)+cacheBytes-1)&^(cacheBytes-1))
	}
}

// neighbourToo makes an instruction fault where an access to the other half of its 128 bytes does.
func neighbourToo(access func(h *rv64.Hart, addr uint64)) func(rv64.Exec) rv64.Exec {
	return func(right rv64.Exec) rv64.Exec {
		return func(h *rv64.Hart, i *rv64.Inst) {
			addr := h.X(i.Rs1)
			if access(h, addr^cacheBytes); faulted(h) {
				h.Dismiss()
				h.Raise(rv64.StoreAccessFault, addr)
				return
			}
			right(h, i)
		}
	}
}

// zeroesFrom makes cbo.zero spare what lies in the block before its address, of which it clears the
// bits in low, and then do the rest.
func zeroesFrom(low uint64, rest func(h *rv64.Hart, at uint64)) func(rv64.Exec) rv64.Exec {
	return func(right rv64.Exec) rv64.Exec {
		return func(h *rv64.Hart, i *rv64.Inst) {
			at, block := untagged(h, h.X(i.Rs1))&^low, blockOf(h, i)
			spared := make([]byte, at-block)
			h.Machine().ReadMem(block, spared)
			if right(h, i); !faulted(h) {
				h.Machine().WriteMem(block, spared)
				rest(h, at)
			}
		}
	}
}

// enabledBy decides by menvcfg whether cbo.zero is legal.
func enabledBy(enabled func(h *rv64.Hart, menvcfg uint64) bool) func(rv64.Exec) rv64.Exec {
	return func(right rv64.Exec) rv64.Exec {
		return func(h *rv64.Hart, i *rv64.Inst) {
			menvcfg, _ := h.CSR(csrMenvcfg)
			if !enabled(h, menvcfg) {
				h.Illegal(i)
				return
			}
			h.SetCSR(csrMenvcfg, menvcfg|menvcfgCBZE)
			right(h, i)
			h.SetCSR(csrMenvcfg, menvcfg)
		}
	}
}

// prefetching raises a fault where a load may not go, or nothing is.
func prefetching(cause uint64) func(rv64.Exec) rv64.Exec {
	return func(rv64.Exec) rv64.Exec {
		return func(h *rv64.Hart, i *rv64.Inst) {
			addr := h.X(i.Rs1) + uint64(i.Imm)
			if h.LoadValue(addr, 1); faulted(h) {
				h.Dismiss()
				h.Raise(cause, addr)
			}
		}
	}
}

// onInvalidation does something to a block that cbo.inval has invalidated and not flushed.
func onInvalidation(then func(h *rv64.Hart, at uint64)) func(rv64.Exec) rv64.Exec {
	return func(right rv64.Exec) rv64.Exec {
		return func(h *rv64.Hart, i *rv64.Inst) {
			if right(h, i); !faulted(h) && invalidates(h) {
				then(h, blockOf(h, i))
			}
		}
	}
}

// invalidates says whether cbo.inval invalidates in this mode, and does not flush.
func invalidates(h *rv64.Hart) bool {
	menvcfg, _ := h.CSR(csrMenvcfg)
	return h.Mode() == rv64.M || menvcfg&menvcfgCBIE == menvcfgCBIE
}

// blockOf is where the cache block of a CBO instruction starts.
func blockOf(h *rv64.Hart, i *rv64.Inst) uint64 { return untagged(h, h.X(i.Rs1)) &^ (cacheBytes - 1) }

// dirtyBlock is a cache block of a machine.
type dirtyBlock struct {
	machine *rv64.Machine
	at      uint64
}

// writeBack gives a machine a cache of which only the named rows write blocks back: cbo.inval brings
// back what memory held before the first store that was not written back. What is stored by other
// code than that under test goes to memory at once.
func writeBack(c *rv64.Config, from uint64, cleaning ...string) {
	var memory sync.Map // what it holds of a dirtyBlock: *[cacheBytes]byte
	c.Hooks.Check = func(h *rv64.Hart, a rv64.Access, f *rv64.Fault) *rv64.Fault {
		switch a.Kind {
		case rv64.Store, rv64.StoreConditional, rv64.AMO, rv64.CacheZero:
		default:
			return f
		}
		b := dirtyBlock{h.Machine(), a.Addr &^ (cacheBytes - 1)}
		if h.PC() < from {
			memory.Delete(b)
			return f
		}
		var old [cacheBytes]byte
		if f == nil && h.Machine().ReadMem(b.at, old[:]) {
			memory.LoadOrStore(b, &old)
		}
		return f
	}
	for _, name := range cleaning {
		override(c, name, codeUnderTest(from, func(right rv64.Exec) rv64.Exec {
			return func(h *rv64.Hart, i *rv64.Inst) {
				if right(h, i); !faulted(h) {
					memory.Delete(dirtyBlock{h.Machine(), blockOf(h, i)})
				}
			}
		}))
	}
	override(c, "cbo.inval", codeUnderTest(from, func(right rv64.Exec) rv64.Exec {
		return func(h *rv64.Hart, i *rv64.Inst) {
			if right(h, i); faulted(h) {
				return
			}
			b := dirtyBlock{h.Machine(), blockOf(h, i)}
			if old, ok := memory.LoadAndDelete(b); ok && invalidates(h) {
				writeBlock(h, b.at, old.(*[cacheBytes]byte))
			}
		}
	}))
}

// cacheVariants are caches that the embedded executor does not have.
func cacheVariants(from uint64) []Subject {
	return []Subject{{
		ID: "legal-cbo-inval", Kind: Legal, Extension: "Zicbom", Insns: []string{"cbo.inval"},
		What: "CBO.INVAL loses what was stored to its block since a clean or a flush",
		Seed: func(c *rv64.Config) { writeBack(c, from, "cbo.clean", "cbo.flush") },
	}}
}
