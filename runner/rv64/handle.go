package rv64

// What an execution environment in Config.Handle does to a hart.

// FenceI makes the hart's fetches see all stores before it, as fence.i does.
func (h *Hart) FenceI() { h.fenceI() }

// LoseReservation gives up what LR has reserved, as a kernel does for the process that it returns to.
func (h *Hart) LoseReservation() { h.unreserve() }

// SetVectorType makes vtype and vl what vsetvl with a vl that there is leaves of them.
func (h *Hart) SetVectorType(vtype, vl uint64) {
	h.setVType(vtype)
	h.vl = min(vl, h.vlmax)
	h.leave = true
}

// Emulate executes the instruction at pc once more, with misaligned loads and stores done byte by byte: for a
// hart that raises exceptions for them. What it raises then is a trap of its own.
func (h *Hart) Emulate() {
	policy := &h.m.cfg.Misaligned
	was := *policy
	*policy = Complete
	h.step()
	*policy = was
}
