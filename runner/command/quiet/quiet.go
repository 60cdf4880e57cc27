// Package quiet keeps the start of the program from running another one.
//
// godog v0.15.1 initialises its internal/builder package, which this program never uses, by
// executing `go env GOTOOLDIR`: whatever is called go on the PATH would be run at every start, for
// 10 ms and more. While packages initialise, the PATH is therefore empty; main calls [Restore]
// before anything else.
//
// It works because packages initialise in the order of their import paths as soon as what they
// import is ready: this one imports syscall alone, and godog's needs package unicode, which sorts
// after it. TestStartRunsNothing in the root fails when that is no longer so.
package quiet

import "syscall"

var path, had = hide()

func hide() (string, bool) {
	path, had := syscall.Getenv("PATH")
	if had {
		_ = syscall.Unsetenv("PATH")
	}
	return path, had
}

// Restore gives the PATH back.
func Restore() {
	if had {
		_ = syscall.Setenv("PATH", path)
	}
}
