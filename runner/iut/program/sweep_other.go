//go:build !linux

package program

import "errors"

// CanLimitMemory says that [LimitMemory] can.
const CanLimitMemory = false

// LimitMemory bounds the address space of a process.
func LimitMemory(int, int64) error { return errors.New("start.limits.memory needs Linux") }

// Sweep needs to see the environment of other processes: only the group is ended here.
func Sweep(string, int) int { return 0 }
