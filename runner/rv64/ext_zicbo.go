package rv64

// extZicbom manages cache blocks. Memory is coherent and has no caches, so that cleaning, flushing
// and invalidating a block come to the same: the permission to do it.
func extZicbom() functions {
	return functions{
		"cbo.inval": manageBlock(envCBIE),
		"cbo.clean": manageBlock(envCBCFE),
		"cbo.flush": manageBlock(envCBCFE),
	}
}

func manageBlock(enable uint64) Exec {
	return func(h *Hart, i *Inst) {
		if h.mode != M && h.menvcfg&enable == 0 {
			h.Illegal(i)
			return
		}
		h.cacheBlock(i, CacheManagement)
	}
}

func extZicboz() functions {
	return functions{"cbo.zero": func(h *Hart, i *Inst) {
		if h.mode != M && h.menvcfg&envCBZE == 0 {
			h.Illegal(i)
			return
		}
		block, size, ok := h.cacheBlock(i, CacheZero)
		if !ok {
			return
		}
		for at := block; at < block+size; at += 8 {
			if h.window == nil || !h.window.store(at, 8, 0) {
				h.poke(CacheZero, at, 8, 0)
			}
		}
	}}
}

// extZicbop: prefetches never raise exceptions, and there is nothing to fetch into.
func extZicbop() functions {
	return functions{"prefetch.i": hint, "prefetch.r": hint, "prefetch.w": hint}
}

// cacheBlock checks the access of an instruction that operates on the block that holds the address
// in rs1. ok is false when an exception has been raised.
func (h *Hart) cacheBlock(i *Inst, kind AccessKind) (block, size uint64, ok bool) {
	size = uint64(h.m.cfg.Parameters.CacheBlock)
	addr := h.effective(kind, h.x[i.Rs1])
	if f := h.check(Access{kind, addr, int(size), h.dataMode()}); f != nil {
		h.Raise(f.Cause, f.Tval)
		return 0, 0, false
	}
	return addr &^ (size - 1), size, true
}
