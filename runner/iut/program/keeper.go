package program

import (
	"crypto/rand"
	"encoding/hex"
	"io"
	"os/exec"
	"runtime"
	"sync"
)

// markVariable is in the environment of all that an adapter starts: by its value they are told from
// every other process.
const markVariable = "TOUCHSTONE_EXECUTION"

// Keeper outlives this process, however that ends, for long enough to end what carries its mark. The
// kernel kills the process that we started when we die; what that one started is the keeper's.
type Keeper struct {
	mark string // see Mark

	start sync.Once
	cmd   *exec.Cmd
	stdin io.WriteCloser
}

// NewKeeper makes one with a mark that no other has; nothing is started.
func NewKeeper() *Keeper {
	var b [16]byte
	_, _ = rand.Read(b[:]) // it never fails
	return &Keeper{mark: markVariable + "=" + hex.EncodeToString(b[:])}
}

// keep reads a line, and when there is none, because the one who would write it has died, ends
// what carries the mark.
const keep = `trap '' HUP INT TERM
read -r done && exit
for round in 1 2 3; do
  for e in /proc/[0-9]*/environ; do
    grep -qsa "$0" "$e" && p=${e#/proc/} && kill -9 "${p%/environ}"
  done
done 2>/dev/null`

// Mark is the variable, with its value, that all must have in their environment: "TOUCHSTONE_EXECUTION=…".
// What follows it tells them apart.
func (k *Keeper) Mark() string { return k.mark }

// Watch starts the keeper, once. Without a shell, or a /proc, there is none.
func (k *Keeper) Watch() {
	k.start.Do(func() {
		if runtime.GOOS != "linux" {
			return
		}
		cmd := exec.Command("/bin/sh", "-c", keep, k.mark) //nolint:noctx // it must outlive every context
		cmd.Dir = "/"
		cmd.Env = []string{"PATH=/usr/bin:/bin"}
		ownSession(cmd)
		stdin, err := cmd.StdinPipe()
		if err != nil || cmd.Start() != nil {
			return
		}
		k.cmd, k.stdin = cmd, stdin
	})
}

// Close sends the keeper away.
func (k *Keeper) Close() error {
	k.start.Do(func() {}) // and it is not started any more
	if k.cmd == nil {
		return nil
	}
	_, _ = io.WriteString(k.stdin, "done\n")
	_ = k.stdin.Close()
	_ = k.cmd.Wait()
	k.cmd = nil
	return nil
}
