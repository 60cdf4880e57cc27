// Package linux is a Linux kernel for one process on an executor (package rv64): what a static RISC-V
// program sees of Linux, and nothing else of it.
//
//	p, err := linux.New(linux.Config{Machine: rv64.Config{Table: table}, Stdout: w}, elf)
//	exit, err := p.Run(ctx)
//
// It is written from the kernel's user interface: the system call numbers of asm-generic, the layouts of
// siginfo, ucontext and sigcontext of RISC-V, the System V ABI's process stack. Everything is
// deterministic: addresses are not randomised, AT_RANDOM and getrandom give the same bytes, time is the
// machine's.
//
// Questions and answers.
//
// Where does the kernel run? In Go, in the place of machine mode (rv64.Config.Handle): harts execute user mode
// alone, and every trap is a call here. It counts no instruction.
//
// Where is the process in memory? Where its file says: virtual addresses are physical ones. Pages have
// permissions of their own; what is not mapped raises page faults. Addresses far from the program are nobody's: what
// is mapped at an address of the kernel's choice lies close to it, as do stack and heap.
//
// What is a thread? A hart. There can be as many threads at a time as the machine has harts; clone says EAGAIN
// then. A thread that waits in futex is parked. When all of them wait, those that gave a time go on; without any
// the process is stuck, which ends the run.
//
// What becomes of traps? Environment calls are system calls; everything else is a signal with the si_code and
// si_addr that the kernel gives it (trap.go). Misaligned loads and stores that the hart does not do itself are done
// for it, as kernel and firmware do. Everything that the claim may need is switched on: counters, cbo.zero,
// cbo.clean and cbo.flush; cbo.inval is not a process's. Pointer masking is asked for with prctl.
//
// What of vector state? A system call destroys it, as the kernel's interface for RISC-V says: registers become all
// ones and vtype illegal. A signal's frame has it in a record of its own behind the floating-point state.
//
// What is not here? Files, other processes, time that passes by itself. Such calls say ENOSYS.
package linux
