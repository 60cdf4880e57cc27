package process

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"go.uber.org/goleak"

	"touchstone/specs"

	"touchstone/runner/image"
	"touchstone/runner/image/frame"
	"touchstone/runner/iut/iuttest"
	"touchstone/runner/iut/iuttest/bad"
)

// The fake simulator is this test binary, started again with this variable: what to do, steps
// separated by blanks.
//
//	print=FILE   the file's bytes to standard output     copy=FILE   the file to the signature (third argument)
//	say=TEXT     to standard error                       child       start a process of the same group that sleeps, and say its number
//	sleep        a minute     flood   print for ever     kill   die by a signal     exit=N
const fakeVariable = "TOUCHSTONE_FAKE_SIMULATOR"

func TestMain(m *testing.M) {
	bad.Main()
	if script := os.Getenv(fakeVariable); script != "" {
		fake(strings.Fields(script))
		os.Exit(0)
	}
	flag.Parse()
	if err := flag.Set("test.parallel", "12"); err != nil { // they wait most of the time
		panic(err)
	}
	goleak.VerifyTestMain(m)
}

func fake(steps []string) {
	for _, s := range steps {
		verb, arg, _ := strings.Cut(s, "=")
		switch verb {
		case "print", "copy":
			b, err := os.ReadFile(arg)
			if err != nil {
				panic(err)
			}
			if verb == "print" {
				os.Stdout.Write(b)
			} else if err := os.WriteFile(os.Args[2], b, 0o600); err != nil {
				panic(err)
			}
		case "say":
			fmt.Fprintln(os.Stderr, arg)
		case "child":
			c := exec.Command(os.Args[0])
			c.Env = append(os.Environ(), fakeVariable+"=sleep")
			c.Stdout, c.Stderr = os.Stdout, os.Stderr // keeps the pipes open after we are gone
			if err := c.Start(); err != nil {
				panic(err)
			}
			if err := os.WriteFile(filepath.Join(os.Getenv("FAKE_DIR"), "child"), []byte(strconv.Itoa(c.Process.Pid)), 0o600); err != nil {
				panic(err)
			}
		case "sleep":
			time.Sleep(time.Minute)
		case "flood":
			for line := []byte(strings.Repeat("no record at all ", 60) + "\n"); ; {
				if _, err := os.Stdout.Write(line); err != nil {
					os.Exit(1)
				}
			}
		case "kill":
			syscall.Kill(os.Getpid(), syscall.SIGKILL)
		case "exit":
			n, _ := strconv.Atoi(arg)
			os.Exit(n)
		}
	}
}

// bench is an image of three cases, and makes fake simulators for it.
type bench struct {
	t   *testing.T
	dir string
	img *image.Image
}

// leavesNothing fails the test when something is left in the folder for temporary files.
func leavesNothing(t *testing.T) {
	tmp := t.TempDir()
	t.Setenv("TMPDIR", tmp)
	t.Cleanup(func() {
		if left, _ := os.ReadDir(tmp); len(left) > 0 {
			t.Errorf("left behind in the temporary folder: %v", left)
		}
	})
}

func newBench(t *testing.T, p image.Protocol) *bench {
	b := iuttest.NewBench(t)
	return &bench{t: t, dir: t.TempDir(), img: b.Images(t, p, b.Case(t, "a", "ecall"), b.Case(t, "b", "nop\n ecall"), b.Case(t, "c", "nop\n nop\n ecall"))[0]}
}

// simulator is the adapter of a fake that follows the script.
func (b *bench) simulator(script string, limits Limits) *Process {
	self, err := os.Executable()
	if err != nil {
		b.t.Fatal(err)
	}
	u := &specs.IUT{Name: "fake", Start: specs.Start{
		Adapter: "process", Command: []string{self, "{elf}"}, Results: string(b.img.Protocol),
		Environment: map[string]string{fakeVariable: script, "FAKE_DIR": b.dir},
	}}
	if b.img.Protocol == image.Signature {
		u.Start.Command = append(u.Start.Command, "{signature}")
	}
	p, err := New(u, "rv64i", limits)
	if err != nil {
		b.t.Fatal(err)
	}
	return p
}

func (b *bench) file(name string, bytes string) string {
	path := filepath.Join(b.dir, name)
	if err := os.WriteFile(path, []byte(bytes), 0o600); err != nil {
		b.t.Fatal(err)
	}
	return path
}

// Records of a right report of the image.
func (b *bench) records() []frame.Record {
	r := []frame.Record{{Kind: frame.Start, Words: []uint64{frame.Version, b.img.ID, uint64(len(b.img.Cases))}}}
	for slot := range b.img.Cases {
		r = append(r, frame.Record{Kind: frame.Begin, Slot: slot}, frame.Record{Kind: frame.Result, Slot: slot, Words: []uint64{11, b.img.Code[slot], 0, 3}})
	}
	return append(r, frame.Record{Kind: frame.End, Slot: len(b.img.Cases), Words: []uint64{uint64(len(b.img.Cases)), b.img.Sum}})
}

func (b *bench) lines(records ...frame.Record) string {
	var s []byte
	for _, r := range records {
		s = frame.AppendLine(s, b.img.ID, r)
	}
	return string(s)
}
