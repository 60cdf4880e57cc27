//go:build !unix

package program

import "os/exec"

// OwnGroup has nothing to do: without process groups only the process itself is ended.
func OwnGroup(*exec.Cmd) {}

// KillGroup ends the command.
func KillGroup(cmd *exec.Cmd) {
	if cmd.Process != nil {
		_ = cmd.Process.Kill()
	}
}

func ownSession(*exec.Cmd) {}
