//go:build !linux

package program

import "os/exec"

// Elsewhere only the process itself is ended.
func ownGroup(*exec.Cmd) {}

// KillGroup ends the command.
func KillGroup(cmd *exec.Cmd) {
	if cmd.Process != nil {
		_ = cmd.Process.Kill()
	}
}
