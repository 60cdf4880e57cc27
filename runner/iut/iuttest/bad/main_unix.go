//go:build unix

package bad

import (
	"os"
	"os/exec"
	"os/signal"
	"syscall"
)

func (s *process) Crash() {
	_ = syscall.Kill(os.Getpid(), syscall.SIGKILL)
	select {}
}

func (s *process) Stop() { _ = syscall.Kill(os.Getpid(), syscall.SIGSTOP) }

func (s *process) Ignore() {
	signal.Ignore(syscall.SIGTERM, syscall.SIGINT, syscall.SIGHUP, syscall.SIGQUIT, syscall.SIGPIPE, syscall.SIGALRM)
}

func ownSession(c *exec.Cmd) { c.SysProcAttr = &syscall.SysProcAttr{Setsid: true} }

func pipe(path string) error { return syscall.Mkfifo(path, 0o600) }
