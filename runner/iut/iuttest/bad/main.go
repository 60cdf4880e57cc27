package bad

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"touchstone/specs"
	"touchstone/specs/isa"

	"touchstone/runner/image/frame"
	"touchstone/runner/rv64"
)

// Variable is what the environment says a process is to do when it is [Main]: the name of a
// behaviour, or "good". MemoryVariable is the folder where it remembers things.
const (
	Variable       = "TOUCHSTONE_BAD"
	MemoryVariable = "TOUCHSTONE_BAD_MEMORY"
)

// MarkVariable is what the victim leaves in a0, when it is not [Mark].
const MarkVariable = "TOUCHSTONE_BAD_MARK"

// Good is the behaviour of a right implementation.
const Good = "good"

// sleeper is the behaviour of a process that is left behind.
const sleeper = "sleep"

// Main is a simulator that behaves as Variable says: "PROGRAM image.elf [signature]", or "PROGRAM
// --version". Without the variable it returns at once: call it first in TestMain.
func Main() {
	name, ok := os.LookupEnv(Variable)
	if !ok {
		return
	}
	if name == sleeper {
		time.Sleep(time.Minute)
		os.Exit(0)
	}
	if err := simulate(name, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(125)
	}
	os.Exit(0)
}

func simulate(name string, args []string) error {
	b, ok := Find(name)
	if !ok && name != Good {
		return fmt.Errorf("no behaviour is called %q", name)
	}
	if len(args) == 1 && args[0] == "--version" {
		fmt.Println("bad 1.0")
		return nil
	}
	if len(args) == 0 || len(args) > 2 {
		return fmt.Errorf("usage: image.elf [signature]; got %q", args)
	}
	s := &process{mark: Mark}
	if text, ok := os.LookupEnv(MarkVariable); ok {
		var err error
		if s.mark, err = strconv.ParseUint(text, 0, 64); err != nil {
			return err
		}
	}
	if len(args) == 2 {
		s.signature = args[1]
	}
	if b.Before != nil {
		b.Before(s)
	}
	printed, memory, err := run(args[0])
	if err != nil {
		return err
	}
	right, err := s.records(printed, memory)
	if err != nil {
		return err
	}
	switch {
	case right == nil: // the footing, which has a format of its own
		s.log = memory
		if _, err := os.Stdout.Write(printed); err != nil {
			return err
		}
	case b.Play == nil:
		s.Report(right...)
	default:
		b.Play(s, right)
	}
	s.Exit(0)
	return nil
}

// run executes an image on a right hart: what it printed, and its log.
func run(path string) (printed, memory []byte, err error) {
	elf, err := os.ReadFile(path)
	if err != nil {
		return nil, nil, err
	}
	pack, err := specs.Embedded("riscv")
	if err != nil {
		return nil, nil, err
	}
	table, err := isa.New(pack, "I", "M", "A", "C", "Zicsr", "Zifencei", "Zicntr", "Zihintpause", "Sm")
	if err != nil {
		return nil, nil, err
	}
	var console bytes.Buffer
	m, err := rv64.NewMachine(rv64.Config{Table: table, Console: &console, Limit: 100_000_000})
	if err != nil {
		return nil, nil, err
	}
	if err := m.LoadELF(elf); err != nil {
		return nil, nil, err
	}
	if _, err := m.Run(context.Background()); err != nil {
		return nil, nil, err
	}
	return console.Bytes(), m.Signature(), nil
}

// process is the stage of a process.
type process struct {
	signature string
	mark      uint64
	id        uint64
	log       []byte
}

var _ Process = (*process)(nil)

// records are those of a report, and none when it begins with something else than a start.
func (s *process) records(printed, memory []byte) ([]frame.Record, error) {
	var right []frame.Record
	keep := func(r frame.Record, err error) error {
		if err == nil {
			r.Words = slices.Clone(r.Words)
			right = append(right, r)
		}
		return err
	}
	if s.signature != "" {
		if len(memory) < 24 || binary.LittleEndian.Uint64(memory)&15 != uint64(frame.Start) || binary.LittleEndian.Uint64(memory[8:]) != frame.Version {
			return nil, nil
		}
		s.id = binary.LittleEndian.Uint64(memory[16:])
		return right, frame.Log(memory, s.id, keep)
	}
	line, _, _ := strings.Cut(string(printed), "\n")
	words := strings.Fields(strings.TrimPrefix(line, "~"))
	if len(words) != 5 || words[1] != strconv.Itoa(frame.Version) {
		return nil, nil
	}
	var err error
	if s.id, err = strconv.ParseUint(words[2], 16, 64); err != nil {
		return nil, err
	}
	scan := frame.Scanner{ID: s.id, Yield: keep}
	if _, err := scan.Write(printed); err != nil {
		return nil, err
	}
	return right, scan.Close()
}

// Been remembers through a file, since each image has a process of its own.
func (s *process) Been() bool {
	f, err := os.OpenFile(filepath.Join(os.Getenv(MemoryVariable), "been"), os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return true
	}
	_ = f.Close()
	return false
}

func (s *process) Text() bool        { return s.signature == "" }
func (s *process) Image() uint64     { return s.id }
func (s *process) Mark() uint64      { return s.mark }
func (s *process) Signature() string { return s.signature }

func (s *process) Report(records ...frame.Record) {
	for _, r := range records {
		s.Raw(encode(s, s.id, r))
	}
}

func (s *process) Raw(p []byte) {
	if s.Text() {
		s.Print(p)
		return
	}
	s.log = append(s.log, p...)
}

func (s *process) Print(p []byte) {
	if _, err := os.Stdout.Write(p); err != nil {
		os.Exit(124) // nobody listens any more
	}
}

func (s *process) Complain(p []byte) {
	if _, err := os.Stderr.Write(p); err != nil {
		os.Exit(124)
	}
}

func (s *process) Hang() {
	time.Sleep(time.Minute)
	os.Exit(0)
}

func (s *process) Exit(status int) {
	if !s.Text() {
		var b bytes.Buffer
		for i := 0; i+8 <= len(s.log); i += 8 {
			fmt.Fprintf(&b, "%016x\n", binary.LittleEndian.Uint64(s.log[i:]))
		}
		if err := os.WriteFile(s.signature, b.Bytes(), 0o600); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(125)
		}
	}
	os.Exit(status)
}

func (s *process) Fork(how ForkMode) {
	c := exec.Command(os.Args[0]) //nolint:noctx // it must outlive its parent
	for _, v := range os.Environ() {
		if !strings.HasPrefix(v, Variable+"=") {
			c.Env = append(c.Env, v)
		}
	}
	c.Env = append(c.Env, Variable+"="+sleeper)
	if how == SameGroup {
		c.Stdout, c.Stderr = os.Stdout, os.Stderr // keeps the pipes open after we are gone
	} else {
		ownSession(c)
	}
	if err := c.Start(); err != nil {
		s.Complain(fmt.Appendln(nil, err))
	}
}

func (s *process) CloseOutput() {
	_ = os.Stdout.Close()
	_ = os.Stderr.Close()
}

// Eat takes all that there is; of memory at most 8 GiB, in case that nobody stops it.
func (s *process) Eat(what Resource) {
	switch what {
	case Memory:
		var eaten [][]byte
		for range 8 << 10 {
			eaten = append(eaten, make([]byte, 1<<20))
		}
		fmt.Fprintln(os.Stderr, len(eaten), "MiB, and nobody said no")
	case Handles:
		var eaten []*os.File
		for {
			f, err := os.Open(os.DevNull)
			if err != nil || len(eaten) == 1<<20 {
				s.Complain(fmt.Appendln(nil, err))
				return
			}
			eaten = append(eaten, f)
		}
	}
}

// ProcessStage is what this process can do to itself: for implementations that are bad in other ways.
func ProcessStage() Process { return &process{} }
