package program

import "syscall"

// dieWithUs has the process killed when the thread that started it ends, as it does however this
// process ends.
func dieWithUs(attr *syscall.SysProcAttr) { attr.Pdeathsig = syscall.SIGKILL }
