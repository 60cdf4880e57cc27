package rv64

import "fmt"

// PageSize is the size in bytes of what Protect protects.
const PageSize = 4096

// Permission is what a page grants below machine mode.
type Permission uint8

const (
	Readable Permission = 1 << iota
	Writable            // never without Readable, which is reserved
	Executable
)

// Causes of page faults.
const (
	FetchPageFault = 12
	LoadPageFault  = 13
	StorePageFault = 15
)

func isPageFault(cause uint64) bool {
	return cause == FetchPageFault || cause == LoadPageFault || cause == StorePageFault
}

// Protect gives the pages of RAM from addr on a permission, as an operating system does that maps addresses to
// themselves. The first call takes it from all others: whatever nobody has protected, devices included, raises page faults below
// machine mode.
func (m *Machine) Protect(addr, size uint64, p Permission) error {
	off, ok := m.inRAM(addr, size)
	if !ok || addr%PageSize != 0 || size%PageSize != 0 {
		return fmt.Errorf("rv64: %#x+%#x are not pages of RAM [%#x, %#x)", addr, size, m.base, m.base+m.size)
	}
	first, last := off/PageSize, (off+size)/PageSize
	if m.pages == nil {
		m.pages = make([]Permission, m.size/PageSize)
		for _, h := range m.harts {
			h.cache.forget(U)
		}
		first, last = 0, uint64(len(m.pages))
	}
	for n := off / PageSize; n < (off+size)/PageSize; n++ {
		if m.pages[n]&^p&Executable != 0 && !m.cfg.Parameters.StaleFetch {
			m.dropCodeOfPage(n)
		}
		m.pages[n] = p
	}
	m.flagPages(m.flags, first*PageSize>>granuleBits, min(last*PageSize>>granuleBits, uint64(len(m.flags))))
	return nil
}

// Permission is what the page of an address grants.
func (m *Machine) Permission(addr uint64) Permission {
	if off, ok := m.inRAM(addr, 1); ok && m.pages != nil {
		return m.pages[off/PageSize]
	}
	return 0
}

// flagPages writes the flags of granules [from, to) that follow from pages.
func (m *Machine) flagPages(flags []uint8, from, to uint64) {
	for g := from; g < to; g++ {
		f := flags[g] &^ (noLoad | noStore)
		if p := m.pages[g<<granuleBits/PageSize]; p&Readable == 0 {
			f |= noLoad | noStore
		} else if p&Writable == 0 {
			f |= noStore
		}
		flags[g] = f
	}
}

func (m *Machine) dropCodeOfPage(n uint64) {
	first := n * PageSize >> granuleBits
	for g := first; g < min(first+PageSize>>granuleBits, uint64(len(m.flags))); g++ {
		if m.flags[g]&hasCode != 0 {
			m.dropCode(g)
		}
	}
}

// pageFault is the page fault of an access that is done as a whole.
func (m *Machine) pageFault(a Access) *Fault {
	cause, need := uint64(StorePageFault), Readable|Writable
	switch a.Kind {
	case Fetch:
		cause, need = FetchPageFault, Executable
	case Load, LoadReserved:
		cause, need = LoadPageFault, Readable
	case CacheManagement:
		need = Readable // or Writable, which no page grants alone
	}
	if m.Permission(a.Addr)&need == need {
		if _, ok := m.inRAM(a.Addr, uint64(a.Size)); ok {
			return nil
		}
	}
	return &Fault{cause, a.Addr}
}
