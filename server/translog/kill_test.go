//go:build unix

package translog

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"touchstone/reports/tlog"
	"touchstone/reports/tlog/tlogtest"
)

// appendForEver names the folder of the log in which this very program, started again, appends
// until it is killed.
const appendForEver = "TRANSLOG_APPEND_FOR_EVER"

// beKilled prints "index number" for every entry that was acknowledged.
func beKilled(dir string) {
	ctx := context.Background()
	key, _, err := OwnKey(filepath.Join(dir, "log.key"), origin)
	if err != nil {
		panic(err)
	}
	l, err := Open(ctx, Options{Dir: filepath.Join(dir, "log"), Key: key})
	if err != nil {
		panic(err)
	}
	lines := make(chan string)
	for range 8 {
		go func() {
			for {
				first := rand.IntN(1 << 30)
				indexes, err := l.AppendAll(ctx, row(first, first+1+rand.IntN(40)))
				if err != nil {
					panic(err)
				}
				var b strings.Builder
				for i, index := range indexes {
					fmt.Fprintln(&b, index, first+i)
				}
				lines <- b.String()
			}
		}()
	}
	for line := range lines {
		os.Stdout.WriteString(line)
	}
}

// Nothing that was acknowledged is missing after a kill, and the log never contradicts a checkpoint
// that it has signed.
func TestKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("kills processes for some seconds")
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	acknowledged := map[uint64]int{}
	var known []byte
	for round := range 6 {
		child := exec.CommandContext(t.Context(), self)
		child.Env = append(os.Environ(), appendForEver+"="+dir)
		var complaints bytes.Buffer
		child.Stderr = &complaints
		out, err := child.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		killed := make(chan struct{})
		reader := bufio.NewReader(out)
		begun := false
		for {
			line, err := reader.ReadString('\n')
			if err == io.EOF { // what follows the last newline was not said
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			var index uint64
			var number int
			if _, err := fmt.Sscanf(line, "%d %d\n", &index, &number); err != nil {
				t.Fatalf("%q: %v", line, err)
			}
			if was, twice := acknowledged[index]; twice {
				t.Fatalf("round %d: index %d was given to entry %d and to %d", round, index, was, number)
			}
			acknowledged[index] = number
			if !begun {
				begun = true
				go func() {
					time.Sleep(time.Duration(100+rand.IntN(500)) * time.Millisecond)
					child.Process.Kill()
					close(killed)
				}()
			}
		}
		child.Wait()
		if !begun {
			t.Fatalf("round %d: nothing was appended: %s", round, complaints.String())
		}
		<-killed

		// What the world has seen last.
		published, err := os.ReadFile(filepath.Join(dir, "log", tlog.CheckpointPath))
		if err != nil {
			t.Fatal(err)
		}
		key, _, err := OwnKey(filepath.Join(dir, "log.key"), origin)
		if err != nil {
			t.Fatal(err)
		}
		l, err := Open(t.Context(), Options{Dir: filepath.Join(dir, "log"), Key: key, Known: published})
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		have := map[uint64]tlog.Entry{}
		for e, err := range l.Entries(t.Context(), 0, 1<<62) {
			if err != nil {
				t.Fatalf("round %d: %v", round, err)
			}
			have[e.Index] = e.Entry
		}
		for index, number := range acknowledged {
			if have[index] != tlogtest.Entry(number) {
				t.Fatalf("round %d: entry %d was acknowledged at index %d, where the log of %d entries has %+v", round, number, index, len(have), have[index])
			}
		}
		t.Logf("round %d: %d acknowledged, %d in the log", round, len(acknowledged), len(have))
		mustClose(t, l)
		for _, older := range [][]byte{known, published} {
			whole(t, filepath.Join(dir, "log"), key, older)
		}
		known = published
	}
}
