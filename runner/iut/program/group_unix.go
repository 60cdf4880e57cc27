//go:build unix

package program

import (
	"os/exec"
	"syscall"
)

// OwnGroup makes the command leader of a process group, which is killed as a whole when its context
// ends. Where the system allows it, it does not outlive us either when we are killed ourselves.
func OwnGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	dieWithUs(cmd.SysProcAttr)
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}

// KillGroup ends what the command left behind. The group keeps its number for as long as a member
// lives, so this reaches nobody else.
func KillGroup(cmd *exec.Cmd) {
	if cmd.Process != nil {
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
	}
}

// ownSession takes the command out of the reach of the terminal's signals.
func ownSession(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true} }
