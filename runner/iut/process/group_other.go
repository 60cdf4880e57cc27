//go:build !unix

package process

import "os/exec"

// Without process groups only the process itself can be killed.
func ownGroup(*exec.Cmd)  {}
func killGroup(*exec.Cmd) {}
