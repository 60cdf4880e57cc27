//go:build unix

package process

import (
	"io/fs"
	"syscall"
)

// occupied is how much room a file takes on the disk.
func occupied(info fs.FileInfo) int64 {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return int64(s.Blocks) * 512 //nolint:unconvert // it is another type elsewhere
	}
	return info.Size()
}

// openFlags keep the opening of a signature from waiting: it may be a pipe, or a link to anything.
const openFlags = syscall.O_NONBLOCK | syscall.O_NOFOLLOW
