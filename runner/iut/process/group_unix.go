//go:build unix

package process

import (
	"io/fs"
	"os/exec"
	"syscall"
)

// ownGroup makes the command leader of a process group, which is killed as a whole.
func ownGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	dieWithUs(cmd.SysProcAttr)
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}

// killGroup ends what the command left behind. The group keeps its number for as long as a member
// lives, so this reaches nobody else.
func killGroup(cmd *exec.Cmd) {
	if cmd.Process != nil {
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
	}
}

// occupied is how much room a file takes on the disk.
func occupied(info fs.FileInfo) int64 {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return int64(s.Blocks) * 512 //nolint:unconvert // it is another type elsewhere
	}
	return info.Size()
}

// openFlags keep the opening of a signature from waiting: it may be a pipe, or a link to anything.
const openFlags = syscall.O_NONBLOCK | syscall.O_NOFOLLOW

// ownSession takes the command out of the reach of the terminal's signals.
func ownSession(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true} }
