package rv64

import (
	"io"

	"touchstone/specs/isa"
)

// Where things are in the physical address space.
const (
	DefaultRAMBase = 0x80000000
	DefaultRAMSize = 128 << 20
	CLINTBase      = 0x02000000
	CLINTSize      = 0x00010000
)

// Config describes a Machine. The zero value of each field is a sensible default; Table is required.
type Config struct {
	Table *isa.Table
	Harts int // 0 means 1

	RAMBase uint64 // 0 means DefaultRAMBase; a multiple of 4096
	RAMSize uint64 // bytes, the memory limit; 0 means DefaultRAMSize; rounded up to 4096. Committed as it is touched

	VLEN int // length of a vector register in bits, for tables with V: a power of two from 128 to 65536; 0 means 128

	Limit      uint64 // instructions a hart may execute, traps included; 0: no limit
	Misaligned MisalignedPolicy

	Console io.Writer // what the program prints; nil discards it
	Input   io.Reader // what the program reads from the console; nil: nothing ever arrives

	// Handle is an execution environment in the place of machine mode: every trap is its call instead of
	// a jump to mtvec. When it is called the trap has been taken, pc is the trap's, and what was held back is in memory;
	// it leaves the hart as it is to go on. Machine mode's CSRs stay as they are, and no device has an address.
	Handle func(h *Hart, t Trap)

	// Overrides wraps the functions of rows by row name, "addi" or "c.jr". An override of a base row
	// also holds for the compressed rows that expand to it: there is one adder.
	Overrides  map[string]func(Exec) Exec
	Hooks      Hooks
	Parameters Parameters
	Interleave Interleave
	Ordering   Ordering
}

// MisalignedPolicy says what misaligned loads and stores do. LR and SC always trap, and so do AMOs
// and whatever else reaches beyond Parameters.AtomicityGranule.
type MisalignedPolicy uint8

const (
	Complete        MisalignedPolicy = iota // they are done, byte by byte where PMP regions differ
	TrapMisaligned                          // causes 4 and 6
	TrapAccessFault                         // causes 5 and 7
)

// Parameters choose among behaviours that the standard permits. The zero value is what the
// embedded implementation claims.
type Parameters struct {
	TvalZero           bool   // mtval is written with zero by every trap but page faults, of which nobody could serve one then
	TvalZeroIllegal    bool   // mtval is zero for illegal-instruction exceptions only
	EbreakTvalZero     bool   // mtval of ebreak is zero instead of the pc
	AtomicAccessFault  bool   // misaligned LR, SC and AMO, AMOCAS among them, raise access faults (5, 7) instead of 4, 6
	MisalignedLast     bool   // access faults take priority over address-misaligned exceptions
	SCFailsEvery       int    // an SC that would succeed fails spuriously, every n-th time (n > 1); 0: never
	StoreBreaks        bool   // a hart's own store to its reservation set breaks the reservation
	ReservationBytes   int    // size of the reservation set, a power of two from 8 to 4096; 0 means 64
	TrapVectorAlign    int    // alignment of mtvec's BASE in bytes, a power of two; 0 means 4
	DirectOnly         bool   // mtvec.MODE is read-only 0
	PreviousModeToUser bool   // writing an unsupported mode to mstatus.MPP sets U instead of keeping the old value
	RetireTraps        bool   // minstret also counts instructions that trap
	CyclesPerStep      int    // what mcycle adds for an instruction; 0 means 1
	TimeDivisor        int    // instructions for one tick of mtime; 0 means 1
	NoCounters         bool   // cycle, time and instret do not exist (Zicntr is not claimed)
	NoTimeCSR          bool   // the time CSR traps: firmware emulates it
	CounterEnableZero  bool   // mcounteren is read-only 0
	EventCounters      int    // mhpmcounters from 3 up that count cycles when their mhpmevent is not 0, up to 29; the others are read-only 0
	CounterInhibitZero bool   // mcountinhibit is read-only 0
	PMPEntries         int    // 0 means 16, -1 none: pmpcfg and pmpaddr read as zero and nothing is protected; up to 16
	PMPGranularity     int    // bytes, a power of two from 4; 0 means 4
	MISAZero           bool   // misa reads as zero
	FSAlwaysDirty      bool   // mstatus.FS is Off or Dirty: whatever else is written reads as Dirty
	FSDirtyOnUse       bool   // every floating-point instruction makes mstatus.FS Dirty, even one that writes no floating-point state
	VectorAgnosticOnes bool   // agnostic elements are overwritten with ones instead of left undisturbed
	VectorStartTraps   bool   // arithmetic with vstart other than 0 is an illegal instruction instead of executed
	VectorStartBeyond  bool   // a vstart past the largest element index is executed instead of an illegal instruction
	VectorOverlapRuns  bool   // reserved overlaps of vector register groups are executed instead of illegal instructions
	VectorFractionWide bool   // a fractional LMUL supports every SEW that fits into it, not just those up to LMUL*ELEN
	VectorVsetTraps    bool   // vset* with a vtype that is not supported is an illegal instruction instead of vill
	VectorEvenLengths  bool   // an AVL between VLMAX and 2*VLMAX is spread evenly over two iterations
	VectorSumTree      bool   // vfredusum and vfwredusum add in pairs instead of in element order
	VectorTrim         int    // fault-only-first loads process at most so many elements; 0: all
	CacheBlock         int    // bytes that CBO instructions operate on, a power of two from 16 to 4096; 0 means 64
	FlushOnly          bool   // menvcfg.CBIE does not hold 3: below M mode cbo.inval traps or flushes
	MaskLength         int    // the one PMLEN that menvcfg.PMM selects, 7 or 16; 0: both
	MenvcfgZero        uint64 // bits of menvcfg that are read-only 0 although their extension is there
	MseccfgZero        uint64 // bits of mseccfg, in the same way: MLPE is the only one
	AtomicityGranule   int    // bytes in which misaligned loads, stores and AMOs are done as one, a power of two; 0: 16 with Zama16b, else none
	CASWritesBack      bool   // an AMOCAS that fails writes what it has read
	WaitTraps          bool   // wrs.nto waits too long for mstatus.TW as long as there is a reservation
	StaleFetch         bool   // each hart fetches through an instruction cache that only fence.i makes coherent
}

// Interleave says how harts take turns: each runs for 1 to Quantum instructions, drawn from Seed.
type Interleave struct {
	Seed    uint64
	Quantum int // 0 means 16
}

// Hooks let a Machine be wrong on purpose. All are optional.
type Hooks struct {
	// Trap sees every trap before it is taken and may change it; false drops an exception: the
	// instruction then completes without effect.
	Trap func(h *Hart, t *Trap) bool

	// CSR wraps CSRs by number; a wrapper of a number that has no CSR gets the zero CSR.
	CSR map[uint16]func(CSR) CSR

	// CSRAccess decides whether a CSR access is allowed, given what the rules say.
	CSRAccess func(h *Hart, csr uint16, write, allowed bool) bool

	// Check sees every access to memory, fetches included, with what the rules say (nil: allowed),
	// and decides.
	Check func(h *Hart, a Access, f *Fault) *Fault

	// Fetched sees every instruction that is read from memory, 16 bits of it if it is compressed, and
	// gives the one that is executed, which has the same length. Code that runs in blocks is read once.
	Fetched func(h *Hart, pc uint64, word uint32) uint32

	// Address gives the address that an explicit access uses, given what pointer masking makes of
	// it. Given its own result it must return it.
	Address func(h *Hart, kind AccessKind, addr, masked uint64) uint64

	// Conditional decides whether an SC succeeds, given what the rules say.
	Conditional func(h *Hart, addr uint64, size int, succeeds bool) bool

	// FenceI decides whether a line of the instruction cache that was written to is dropped by
	// fence.i. Setting it implies Parameters.StaleFetch.
	FenceI func(h *Hart, line uint64, by AccessKind) bool

	// Interrupt sees the pending and enabled interrupts (a mip value) and returns those to consider.
	Interrupt func(h *Hart, pending uint64) uint64

	// MRET runs after an MRET has taken effect.
	MRET func(h *Hart)
}

// Trap is a trap that is about to be taken, or was: the trap record.
type Trap struct {
	Cause uint64 // bit 63 set: an interrupt
	PC    uint64 // mepc
	Tval  uint64
	From  Mode
}

// AccessKind is why memory is accessed.
type AccessKind uint8

const (
	Fetch AccessKind = iota
	Load
	Store
	LoadReserved
	StoreConditional
	AMO
	CacheManagement // cbo.inval, cbo.clean, cbo.flush
	CacheZero       // cbo.zero
)

// Access is one access to memory before it happens.
type Access struct {
	Kind AccessKind
	Addr uint64
	Size int  // bytes; a fetch is one parcel of 2, a cache block is that which holds Addr
	Mode Mode // the effective mode: MPP under MPRV
}

// Fault is the exception an access raises.
type Fault struct {
	Cause uint64
	Tval  uint64
}

// Mode is a privilege mode by its encoding.
type Mode uint8

const (
	U Mode = 0
	M Mode = 3
)

func (m Mode) String() string {
	if m == M {
		return "M"
	}
	return "U"
}
