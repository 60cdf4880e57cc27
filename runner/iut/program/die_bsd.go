//go:build unix && !linux

package program

import "syscall"

func dieWithUs(*syscall.SysProcAttr) {}
