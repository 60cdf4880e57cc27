package prove

import (
	"sync"

	"touchstone/runner/rv64"
)

// memoryDefects are main memories that lack what the profiles ask of them: atomic operations, progress
// of LR/SC loops, reservation sets of a bounded size, misaligned accesses, and fetches that touch no more
// than they need.
func memoryDefects(from uint64) []Subject {
	defect := func(id, ext, what string, insns []string, seed func(*rv64.Config)) Subject {
		return Subject{ID: id, Kind: Generated, Extension: ext, Insns: insns, What: what, Seed: seed}
	}
	rows := func(wrong func(rv64.Exec) rv64.Exec, insns ...string) func(*rv64.Config) {
		return func(c *rv64.Config) {
			for _, name := range insns {
				override(c, name, codeUnderTest(from, wrong))
			}
		}
	}
	refused := func(id, ext, what string, insns ...string) Subject {
		return defect(id, ext, what, insns, rows(refusedBy(rv64.StoreAccessFault), insns...))
	}
	conditionals := []string{"lr.w", "lr.d", "sc.w", "sc.d"}
	reserving := func(bytes int) func(*rv64.Config) {
		return func(c *rv64.Config) { c.Parameters.ReservationBytes = bytes }
	}
	accesses := []string{"lh", "lhu", "lw", "lwu", "ld", "sh", "sw", "sd"}
	crossing := func(kind rv64.AccessKind) func(*rv64.Config) { return refuseCrossing(from, kind) }
	hints := []string{"ntl.p1", "ntl.pall", "ntl.s1", "ntl.all"}
	return []Subject{
		refused("memory/amo-swap-only", "Ziccamoa", "main memory is AMOSwap: other AMOs raise access faults",
			"amoadd.w", "amoadd.d", "amoxor.w", "amoxor.d", "amoand.w", "amoand.d", "amoor.w", "amoor.d",
			"amomin.w", "amomin.d", "amomax.w", "amomax.d", "amominu.w", "amominu.d", "amomaxu.w", "amomaxu.d"),
		refused("memory/amo-logical-only", "Ziccamoa", "main memory is AMOLogical: arithmetic AMOs raise access faults",
			"amoadd.w", "amoadd.d", "amomin.w", "amomin.d", "amomax.w", "amomax.d", "amominu.w", "amominu.d", "amomaxu.w", "amomaxu.d"),
		refused("memory/no-cas", "Ziccamoc", "main memory is AMOArithmetic: compare-and-swaps raise access faults", "amocas.w", "amocas.d", "amocas.q"),
		refused("memory/cas-d-only", "Ziccamoc", "main memory is AMOCASD: compare-and-swaps of 16 bytes raise access faults", "amocas.q"),

		defect("memory/no-reservations", "Ziccrse", "main memory is RsrvNone: LR raises an access fault", conditionals[:2], rows(refusedBy(rv64.LoadAccessFault), conditionals[:2]...)),
		defect("memory/reservation-expires", "Ziccrse", "a reservation lasts for seven instructions, fewer than a constrained loop has", conditionals, expiring(from)),
		defect("memory/half-of-a-block", "Ziccrse", "an SC to the upper half of a cache block never succeeds", conditionals, func(c *rv64.Config) {
			c.Hooks.Conditional = func(h *rv64.Hart, addr uint64, _ int, succeeds bool) bool {
				return succeeds && (addr&32 == 0 || h.PC() < from)
			}
		}),
		defect("memory/reservation-128", "Za64rs", "reservation sets of 128 bytes", conditionals, reserving(128)),
		defect("memory/reservation-256", "Za128rs", "reservation sets of 256 bytes", conditionals, reserving(256)),
		defect("memory/reservation-at-address", "Za64rs", "a reservation set begins at the address of the LR, and not at a multiple of its size", conditionals, beginningAtAddress(from)),
		defect("memory/reservation-alias", "Za128rs", "reservation sets leave bit 8 of the address out: what is 256 bytes away is reserved too", conditionals, aliasing(from)),

		defect("memory/ntl-unreserves", "Zihintntl", "an NTL hint ends the reservation", hints, rows(unreserving, hints...)),

		defect("memory/misaligned-load-line", "Zicclsm", "a load across a cache block raises an address-misaligned exception", accesses[:5], crossing(rv64.Load)),
		defect("memory/misaligned-store-line", "Zicclsm", "a store across a cache block raises an address-misaligned exception", accesses[5:], crossing(rv64.Store)),
		defect("memory/granule-8", "Zama16b", "main memory has a misaligned atomicity granule of 8 bytes",
			[]string{"amoadd.w", "amoadd.d", "amoswap.w", "amoswap.d", "amoor.w", "amoand.d"}, func(c *rv64.Config) { c.Parameters.AtomicityGranule = 8 }),

		defect("memory/fetch-next-unit", "Ziccif", "a fetch faults for the four bytes behind the instruction", []string{"jal", "c.j"}, fetchingAhead(from, 4)),
		defect("memory/fetch-block", "Ziccif", "a fetch faults for the 16 bytes in which the instruction ends", []string{"jal", "c.j"}, fetchingAhead(from, 16)),

		defect("memory/wrs-nto-user", "Zawrs", "WRS.NTO is an illegal instruction in user mode", []string{"wrs.nto"}, rows(illegalWhere(func(h *rv64.Hart) bool { return h.Mode() == rv64.U }), "wrs.nto")),
		defect("memory/wrs-nto-machine", "Zawrs", "mstatus.TW makes WRS.NTO illegal in machine mode too", []string{"wrs.nto"}, rows(illegalWhere(timeoutWait), "wrs.nto")),
		defect("memory/wrs-sto-limited", "Zawrs", "mstatus.TW makes WRS.STO illegal", []string{"wrs.sto"}, rows(illegalWhere(timeoutWait), "wrs.sto")),
	}
}

// refusedBy makes an instruction raise an access fault at the address in rs1.
func refusedBy(cause uint64) func(rv64.Exec) rv64.Exec {
	return func(right rv64.Exec) rv64.Exec {
		return func(h *rv64.Hart, i *rv64.Inst) {
			addr := h.X(i.Rs1)
			if addr&uint64(sizeOf(i)-1) == 0 {
				h.Raise(cause, addr)
				return
			}
			right(h, i)
		}
	}
}

// reserved remembers of each hart something about its latest LR: machines may run at the same time.
type reserved struct{ byHart sync.Map }

// at calls see after every LR of the code under test, and keeps what it gives.
func (r *reserved) at(c *rv64.Config, from uint64, see func(h *rv64.Hart, addr uint64) uint64) {
	for _, name := range []string{"lr.w", "lr.d"} {
		override(c, name, codeUnderTest(from, func(right rv64.Exec) rv64.Exec {
			return func(h *rv64.Hart, i *rv64.Inst) {
				addr := h.X(i.Rs1)
				if right(h, i); !raised(h) {
					r.byHart.Store(h, see(h, addr))
				}
			}
		}))
	}
}

func (r *reserved) of(h *rv64.Hart) (uint64, bool) {
	v, ok := r.byHart.Load(h)
	n, _ := v.(uint64)
	return n, ok
}

func raised(h *rv64.Hart) bool {
	_, is := h.Raised()
	return is
}

// expiring makes an SC fail that comes more than seven instructions after its LR.
func expiring(from uint64) func(*rv64.Config) {
	return func(c *rv64.Config) {
		var begun reserved
		begun.at(c, from, func(h *rv64.Hart, _ uint64) uint64 { return h.Executed() })
		c.Hooks.Conditional = func(h *rv64.Hart, _ uint64, _ int, succeeds bool) bool {
			when, ok := begun.of(h)
			return succeeds && (!ok || h.PC() < from || h.Executed()-when <= 7)
		}
	}
}

// beginningAtAddress makes an SC succeed up to 64 bytes behind the address of the LR.
func beginningAtAddress(from uint64) func(*rv64.Config) {
	return func(c *rv64.Config) {
		var begin reserved
		begin.at(c, from, func(_ *rv64.Hart, addr uint64) uint64 { return addr })
		c.Hooks.Conditional = func(h *rv64.Hart, addr uint64, _ int, succeeds bool) bool {
			at, ok := begin.of(h)
			_, size := h.Reservation()
			return succeeds || ok && size != 0 && h.PC() >= from && addr-at < 64
		}
	}
}

// aliasing makes an SC succeed where it is the set of the LR but for bit 8.
func aliasing(from uint64) func(*rv64.Config) {
	return func(c *rv64.Config) {
		c.Hooks.Conditional = func(h *rv64.Hart, addr uint64, _ int, succeeds bool) bool {
			at, size := h.Reservation()
			return succeeds || size != 0 && h.PC() >= from && (addr^at)&^0x100 < size
		}
	}
}

// unreserving ends the hart's reservation, by a write that changes nothing.
func unreserving(right rv64.Exec) rv64.Exec {
	return func(h *rv64.Hart, i *rv64.Inst) {
		right(h, i)
		if addr, size := h.Reservation(); size != 0 {
			b := make([]byte, 1)
			m := h.Machine()
			_ = m.ReadMem(addr, b) && m.WriteMem(addr, b) // it is RAM
		}
	}
}

// refuseCrossing raises address-misaligned exceptions for accesses of a kind across 64 bytes.
func refuseCrossing(from uint64, kind rv64.AccessKind) func(*rv64.Config) {
	return func(c *rv64.Config) {
		c.Hooks.Check = func(h *rv64.Hart, a rv64.Access, f *rv64.Fault) *rv64.Fault {
			if f != nil || a.Kind != kind || h.PC() < from || a.Addr&63+uint64(a.Size) <= 64 {
				return f
			}
			if kind == rv64.Load {
				return &rv64.Fault{Cause: rv64.LoadMisaligned, Tval: a.Addr}
			}
			return &rv64.Fault{Cause: rv64.StoreMisaligned, Tval: a.Addr}
		}
	}
}

// fetchingAhead makes fetches need the whole of the aligned unit behind, or around, the last byte.
func fetchingAhead(from, unit uint64) func(*rv64.Config) {
	return func(c *rv64.Config) {
		c.Hooks.Check = func(h *rv64.Hart, a rv64.Access, f *rv64.Fault) *rv64.Fault {
			if f != nil || a.Kind != rv64.Fetch || a.Addr < from {
				return f
			}
			next := a
			next.Addr = a.Addr&^(unit-1) + unit - 2
			if unit == 4 {
				next.Addr += 2
			}
			return h.Fault(next)
		}
	}
}

// illegalWhere makes an instruction illegal under a condition.
func illegalWhere(is func(*rv64.Hart) bool) func(rv64.Exec) rv64.Exec {
	return func(right rv64.Exec) rv64.Exec {
		return func(h *rv64.Hart, i *rv64.Inst) {
			if is(h) {
				h.Illegal(i)
				return
			}
			right(h, i)
		}
	}
}

// timeoutWait says whether mstatus.TW is set.
func timeoutWait(h *rv64.Hart) bool {
	v, _ := h.CSR(0x300)
	return v>>21&1 != 0
}
