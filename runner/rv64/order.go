package rv64

// Ordering is how a hart's memory operations become visible to others.
type Ordering struct {
	// Weak lets each hart hold loads and stores back and perform them later, in an order that a
	// seeded schedule draws from those RVWMO permits. Otherwise memory is sequentially consistent.
	Weak   bool
	Seed   uint64
	Depth  int // operations a hart may hold back; 0 means 8
	Ignore Rules
}

// Rules are preserved-program-order rules of RVWMO, and axioms, that a defect may ignore. All of
// them but ForeignStores need Weak.
type Rules uint16

const (
	Fences        Rules = 1 << iota // FENCE orders nothing
	Acquire                         // aq orders nothing
	Release                         // rl orders nothing
	SameAddress                     // operations to overlapping addresses pass each other
	AMOAtomicity                    // other harts' stores come between an AMO's load and store
	ForeignStores                   // another hart's store does not break a reservation
	MultiCopy                       // a neighbouring hart sees a store before the others
)

// What FENCE orders: bits of the predecessor and successor sets.
const (
	fenceW = 1 << iota
	fenceR
	fenceO
	fenceI
)

func (h *Hart) fence(pred, succ uint8) {
	if h.window != nil {
		h.window.fence(pred, succ)
	}
}

func (h *Hart) acquire(i *Inst) {}
func (h *Hart) release(i *Inst) {}

type window struct{ h *Hart }

func newWindow(h *Hart, o Ordering) *window                                             { return &window{h} }
func (w *window) settle(uint8)                                                          {}
func (w *window) drain()                                                                {}
func (w *window) turn()                                                                 {}
func (w *window) before(i *Inst)                                                        {}
func (w *window) fence(pred, succ uint8)                                                {}
func (w *window) store(addr uint64, size int, v uint64) bool                            { return false }
func (w *window) load(rd uint8, addr uint64, size int, extend func(uint64) uint64) bool { return false }
func (w *window) amo(i *Inst, addr uint64, size int, f func(old, src uint64) uint64) bool {
	return false
}
