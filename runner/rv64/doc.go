// Package rv64 is an RV64 executor that works alone: give it a table of instructions and a
// program, and it runs.
//
//	table, _ := isa.New(pack, "I", "M", "A", "C", "Zicsr", "Zifencei", "Zicntr")
//	m, err := rv64.NewMachine(rv64.Config{Table: table})
//	err = m.LoadELF(bytes)
//	stop, err := m.Run(ctx)             // stop.Reason == rv64.Exited, stop.Code
//
// # The machine
//
// A [Machine] has one or more harts with M and U mode, RAM at 0x80000000, a CLINT (software and timer
// interrupts) at 0x02000000 and HTIF: a store to the symbol tohost exits or prints. Everything is
// deterministic: the same configuration and program give the same states, traps and counters.
// mtime advances with the instructions that harts execute, one tick each unless
// [Parameters].TimeDivisor says otherwise. With V in the table, vector registers have [Config].VLEN bits.
//
// # Two loops
//
// [Machine.Run] executes basic blocks of predecoded instructions; [Machine.Step] executes one
// instruction and tells what it did. Both call the same Go function per instruction, except that
// Run has the commonest ones inlined; a test holds them to identical states on random programs
// with traps, interrupts and code that writes itself.
//
// # Wrong on purpose
//
// [Config].Overrides replaces the function of a row, [Hooks] sit on traps, CSRs, addresses, memory
// checks and fences, [Ordering] on the order of memory operations. They cost nothing while they are nil: a function
// is replaced before code is predecoded, and an overridden row is not inlined. [Parameters] chooses among
// behaviours that the manual permits. What they are for is DESIGN section 11: defects that a suite must catch,
// and legal variants that it must not blame.
//
// Adding an extension is one file ext_*.go with a function a row, and one line in extensions.
// Why things are as they are: RATIONALE.md.
package rv64
