package rv64

func extZicond() functions {
	return functions{
		"czero.eqz": register(func(a, b uint64) uint64 {
			if b == 0 {
				return 0
			}
			return a
		}),
		"czero.nez": register(func(a, b uint64) uint64 {
			if b != 0 {
				return 0
			}
			return a
		}),
	}
}

// extZimop: may-be-operations that no extension has redefined write zero.
func extZimop() functions {
	return functions{"mop.r.N": writeZero, "mop.rr.N": writeZero}
}

func writeZero(h *Hart, i *Inst) { h.SetX(i.Rd, 0) }

// extZcmop: the compressed may-be-operations write nothing, not even zero.
func extZcmop() functions { return functions{"c.mop.N": hint} }

// extZihintntl: locality says nothing to a memory without caches.
func extZihintntl() functions {
	return functions{"ntl.p1": hint, "ntl.pall": hint, "ntl.s1": hint, "ntl.all": hint}
}

// hint is what an instruction does that only tells.
func hint(*Hart, *Inst) {}
