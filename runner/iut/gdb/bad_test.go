package gdb

import (
	"context"
	stdelf "debug/elf"
	"encoding/binary"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"touchstone/specs/isa"

	"touchstone/runner/image"
	"touchstone/runner/image/elf"
	"touchstone/runner/image/frame"
	"touchstone/runner/iut"
	"touchstone/runner/iut/iuttest"
	"touchstone/runner/iut/iuttest/bad"
	"touchstone/runner/rv64"
	"touchstone/runner/trial"
)

// TestBad: whatever a target does, each case has the outcome that it deserves.
func TestBad(t *testing.T) {
	b := iuttest.NewBench(t)
	iuttest.Bad(t, func(t *testing.T, behaviour bad.Behaviour) iut.Executor {
		n := behaviour.Needs
		// When a target crashes its memory is gone, and with it what was reported.
		if n.Process || n.Console || n.Text || n.Signature || n.Streams && !strings.HasPrefix(behaviour.Name, "hangs") {
			return nil
		}
		s := newStub(t, b.Images(t, image.Signature, b.Case(t, "any", "ecall"))[0])
		s.run = func(s *stub, n int) string { return play(t, b.Table, s, behaviour, n-1) }
		return s.adapter(quick(), nil)
	})
}

// play runs the image in the stub's memory rightly, and gives the behaviour what it reports.
func play(t *testing.T, table *isa.Table, s *stub, behaviour bad.Behaviour, runs int) (stop string) {
	st := &stage{stub: s, runs: runs}
	defer func() {
		if end, ok := recover().(ending); ok {
			stop = string(end)
		}
	}()
	if behaviour.Before != nil {
		behaviour.Before(st)
	}
	log, _ := execute(t, table, s)
	var right []frame.Record
	st.id = binary.LittleEndian.Uint64(log[16:])
	err := frame.Log(log, st.id, func(r frame.Record, err error) error {
		r.Words = slices.Clone(r.Words)
		right = append(right, r)
		return err
	})
	if err != nil {
		t.Error(err)
	}
	if behaviour.Play == nil {
		st.Report(right...)
	} else {
		behaviour.Play(st, right)
	}
	st.Exit(0)
	return ""
}

// execute runs what is in the stub's memory on a right hart, from its program counter on.
func execute(t *testing.T, table *isa.Table, s *stub) (log []byte, exited bool) {
	var segments []elf.Segment
	for _, addr := range slices.Sorted(maps.Keys(s.memory)) {
		if n := len(segments); n > 0 && addr == segments[n-1].Addr+uint64(len(segments[n-1].Data)) {
			segments[n-1].Data = append(segments[n-1].Data, s.memory[addr])
			continue
		}
		segments = append(segments, elf.Segment{Name: ".all", Addr: addr, Data: []byte{s.memory[addr]}, Flags: stdelf.PF_R | stdelf.PF_W | stdelf.PF_X})
	}
	file, err := elf.Write(s.pc, segments, []elf.Symbol{
		{Name: "tohost", Addr: s.img.Map.ToHost(), Size: 8}, {Name: "begin_signature", Addr: s.img.Log[0]}, {Name: "end_signature", Addr: s.img.Log[1]},
	})
	if err != nil {
		t.Error(err)
	}
	m, err := rv64.NewMachine(rv64.Config{Table: table, Limit: 5_000_000})
	if err != nil {
		t.Error(err)
	}
	if err := m.LoadELF(file); err != nil {
		t.Error(err)
	}
	stop, err := m.Run(context.Background())
	if err != nil {
		t.Error(err)
	}
	return m.Signature(), stop.Reason == rv64.Exited
}

// stage is a target whose memory is read.
type stage struct {
	*stub
	id   uint64
	runs int
	at   uint64 // bytes of the log that are written
}

// ending is a stop that a play ended in.
type ending string

var _ bad.Stage = (*stage)(nil)

func (s *stage) Image() uint64 { return s.id }
func (s *stage) Runs() int     { return s.runs }

func (s *stage) Report(records ...frame.Record) {
	for _, r := range records {
		for _, w := range frame.Append(nil, s.id, r) {
			s.Raw(binary.LittleEndian.AppendUint64(nil, w))
		}
	}
}

func (s *stage) Raw(p []byte) {
	for _, b := range append(p, make([]byte, 8)...) {
		s.memory[s.img.Log[0]+s.at] = b
		s.at++
	}
	s.at -= 8
}

func (s *stage) Hang()    { panic(ending("")) }
func (s *stage) Crash()   { panic(ending("X0b")) }
func (s *stage) Exit(int) { panic(ending(s.atEnd())) }

// TestGood: the stage shows a right target when no play is on.
func TestGood(t *testing.T) {
	b := iuttest.NewBench(t)
	iuttest.Run(t, func(t *testing.T) iut.Executor {
		s := newStub(t, b.Images(t, image.Signature, b.Case(t, "any", "ecall"))[0])
		s.run = rightly(t, b.Table)
		return s.adapter(quick(), nil)
	})
}

// rightly is a stub's run on a right hart.
func rightly(t *testing.T, table *isa.Table) func(*stub, int) string {
	return func(s *stub, _ int) string {
		log, exited := execute(t, table, s)
		for i, v := range log {
			s.memory[s.img.Log[0]+uint64(i)] = v
		}
		if !exited {
			return ""
		}
		return s.atEnd()
	}
}

// TestLeftovers: what an image left in memory is not there for the next: code behind the end of a
// case, and the values of a footing.
func TestLeftovers(t *testing.T) {
	b := iuttest.NewBench(t)
	long := b.Images(t, image.Signature, b.Case(t, "long", "nop\n nop\n li a0, 7\n ecall"))[0]
	short := b.Images(t, image.Signature, b.Case(t, "short", "nop\n nop"))[0]
	s := newStub(t, long)
	s.run = rightly(t, b.Table)
	g := s.adapter(quick(), nil)
	for _, row := range []struct {
		img       *image.Image
		cause, at uint64
	}{{long, 11, 12}, {short, 2, 8}} {
		err := g.Execute(t.Context(), row.img, func(o trial.Outcome) error {
			if at := o.Trap.PC - row.img.Code[0]; o.Trap.Cause != row.cause || at != row.at {
				t.Errorf("cause %d at code+%d, want %d at code+%d", o.Trap.Cause, at, row.cause, row.at)
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}

	footing, _, err := image.Footing(b.Table, b.Pack.CSRs, b.Map, image.Signature)
	if err != nil {
		t.Fatal(err)
	}
	f := newStub(t, footing)
	g = f.adapter(quick(), nil)
	values := 0
	count := func(trial.Outcome) error { values++; return nil }
	f.run = rightly(t, b.Table)
	if err := g.Execute(t.Context(), footing, count); err != nil || values != len(footing.Cases) {
		t.Fatalf("%d values of %d, %v", values, len(footing.Cases), err)
	}
	values = 0
	g = f.adapter(quick(), nil)                              // which does not know what ran before
	f.run = func(s *stub, _ int) string { return s.atEnd() } // it stores nothing
	var stopped *iut.Stopped
	if err := g.Execute(t.Context(), footing, count); !errors.As(err, &stopped) || stopped.Started || values != 0 {
		t.Errorf("%d values, %v", values, err)
	}
}
