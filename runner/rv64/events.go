package rv64

// eventCounter is a hardware performance counter: mhpmcounter3 and up, with its mhpmevent. Its events are
// the cycles of the hart, for every event but 0, which is none.
type eventCounter struct {
	counter
	event uint64
}

// maxEventCounters is how many a hart may have.
const maxEventCounters = 29

// eventCSRs replaces the first n event counters, which otherwise are read-only zero.
func eventCSRs(t map[uint16]CSR, n int) {
	for k := range uint16(n) {
		t[csrMhpmevent3+k] = CSR{
			func(h *Hart) uint64 { return h.events[k].event },
			func(h *Hart, v uint64) {
				h.events[k].event = v
				h.inhibitEvents()
			},
		}
		t[csrMhpmcounter3+k] = CSR{
			func(h *Hart) uint64 { return h.events[k].value(h.cycles()) },
			func(h *Hart, v uint64) { h.events[k].set(v, h.cycles()+h.m.cyclesPerStep) },
		}
	}
}

// inhibitEvents stops the event counters that have no event or are inhibited, and starts the others.
// The instruction that does so still counts.
func (h *Hart) inhibitEvents() {
	for k := range h.events {
		e := &h.events[k]
		e.inhibit(e.event == 0 || h.mcountinhibit>>(3+k)&1 != 0, h.cycles()+h.m.cyclesPerStep)
	}
}
