//go:build !unix

package process

import (
	"errors"
	"io/fs"
	"os/exec"
)

func ownSession(*exec.Cmd) {}

func sweep(string, int) int { return 0 }

func limitMemory(int, int64) error { return errors.New("start.limits.memory needs Linux") }

func occupied(info fs.FileInfo) int64 { return info.Size() }

const (
	canLimitMemory = false
	openFlags      = 0
)
