package program

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
)

// CanLimitMemory says that [LimitMemory] can.
const CanLimitMemory = true

// LimitMemory bounds the address space of what a command starts, and of what that starts. The limit is there
// before the program is: one that was given to a process that already runs would come too late for what it
// has taken by then. Call it before Start.
func LimitMemory(cmd *exec.Cmd, bytes int64) {
	path := cmd.Path
	if !filepath.IsAbs(path) {
		path = filepath.Join(cmd.Dir, path)
	}
	if _, err := exec.LookPath(path); err != nil || cmd.Err != nil {
		return // Start says so
	}
	limited := fmt.Sprintf(`ulimit -v %d; exec "$0" "$@"`, max(1, bytes>>10))
	cmd.Args = append([]string{"sh", "-c", limited, cmd.Path}, cmd.Args[1:]...)
	cmd.Path = "/bin/sh"
}

// Sweep kills every process whose environment holds the mark, and says how many there were. Such a
// process was started by one that we started, whatever session, group or parent it has by now; no
// other carries the mark. Numbers are given to processes in ascending order, so those before the
// first need no look.
func Sweep(mark string, first int) (killed int) {
	for range 100 { // what is killed may have started another before
		found := 0
		for _, pid := range since(first) {
			if carries(pid, mark) && kill(pid, mark) {
				found++
			}
		}
		if killed += found; found == 0 {
			return killed
		}
	}
	return killed
}

// since lists the processes whose numbers were given out after first.
func since(first int) []int {
	// The last field of loadavg is the number given out last.
	if text, err := os.ReadFile("/proc/loadavg"); err == nil {
		if last, err := strconv.Atoi(string(bytes.TrimSpace(text[bytes.LastIndexByte(text, ' ')+1:]))); err == nil && last >= first && last-first < 256 {
			pids := make([]int, 0, last-first)
			for pid := first + 1; pid <= last; pid++ {
				pids = append(pids, pid)
			}
			return pids
		}
	}
	dir, err := os.Open("/proc")
	if err != nil {
		return nil
	}
	defer dir.Close()
	names, _ := dir.Readdirnames(-1)
	var pids []int
	for _, name := range names {
		if pid, err := strconv.Atoi(name); err == nil && pid != os.Getpid() {
			pids = append(pids, pid)
		}
	}
	return pids
}

// carries says whether a process runs with the mark in its environment.
func carries(pid int, mark string) bool {
	text, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/environ")
	return err == nil && bytes.Contains(text, []byte(mark))
}

// kill ends a process if it still is the one that carries the mark: the handle holds on to it, while
// a number may be given out again.
func kill(pid int, mark string) bool {
	p, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	defer func() { _ = p.Release() }()
	return carries(pid, mark) && p.Signal(syscall.SIGKILL) == nil
}
