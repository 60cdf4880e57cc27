package program

import (
	"os/exec"
	"syscall"
)

// ownGroup makes the command leader of a process group, which is killed as a whole; it does not
// outlive us either when we are killed ourselves.
func ownGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}

// KillGroup ends what the command left behind. The group keeps its number for as long as a member
// lives, so this reaches nobody else.
func KillGroup(cmd *exec.Cmd) {
	if cmd.Process != nil {
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
	}
}
