package rv64

// extSm is what M mode adds: return from a trap, and waiting for an interrupt.
func extSm() functions {
	return functions{
		"mret": func(h *Hart, i *Inst) {
			if h.mode != M {
				h.Illegal(i)
				return
			}
			to := Mode(h.mstatus >> statusMPPShift & 3)
			s := h.mstatus &^ (statusMIE | statusMPP | statusMPELP) // MPP becomes U, the least privileged mode
			expected := h.mstatus&statusMPELP != 0
			if h.mstatus&statusMPIE != 0 {
				s |= statusMIE
			}
			s |= statusMPIE
			if to != M {
				s &^= statusMPRV
			}
			if h.window != nil {
				h.window.drain()
			}
			h.mstatus, h.mode = s, to
			h.next = h.mepc &^ h.m.ialign
			h.refresh()
			h.elp = expected && h.guarded
			h.leave = true
			if hook := h.m.cfg.Hooks.MRET; hook != nil {
				hook(h)
			}
		},
		// WFI may end at any time, and here it ends at once. With TW set the time limit in U mode
		// is zero.
		"wfi": func(h *Hart, i *Inst) {
			if h.mode != M && h.mstatus&statusTW != 0 {
				h.Illegal(i)
			}
		},
	}
}

func extZifencei() functions {
	return functions{"fence.i": func(h *Hart, _ *Inst) { h.fenceI() }}
}
