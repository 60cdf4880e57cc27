//go:build unix

package runner

import (
	"os"
	"syscall"
)

// lock takes a file for this process, for as long as it is open; false: another has it.
func lock(f *os.File) bool {
	err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	return err != syscall.EWOULDBLOCK // where files cannot be locked they are not
}
