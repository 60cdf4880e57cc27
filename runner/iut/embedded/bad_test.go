package embedded

import (
	"context"
	"encoding/binary"
	"testing"

	"touchstone/runner/image"
	"touchstone/runner/image/frame"
	"touchstone/runner/iut"
	"touchstone/runner/iut/iuttest"
	"touchstone/runner/iut/iuttest/bad"
	"touchstone/runner/rv64"
	"touchstone/runner/trial"
)

// TestBad: a machine made wrong on purpose misbehaves as other implementations do.
func TestBad(t *testing.T) {
	table := iuttest.NewBench(t).Table
	iuttest.Bad(t, func(_ *testing.T, b bad.Behaviour) iut.Executor {
		if b.Needs.Console || b.Needs.Process || b.Needs.Text || b.Needs.Signature {
			return nil
		}
		return &misbehaving{config: rv64.Config{Table: table}, b: b}
	})
}

// misbehaving is the adapter of machines of which each is wrong in its own image.
type misbehaving struct {
	*Embedded
	config rv64.Config
	b      bad.Behaviour
}

func (x *misbehaving) Protocol() image.Protocol { return image.Signature }
func (x *misbehaving) Close() error             { return nil }

func (x *misbehaving) Execute(ctx context.Context, img *image.Image, yield func(trial.Outcome) error) error {
	config := x.config
	s := &stage{img: img}
	config.Overrides = map[string]func(rv64.Exec) rv64.Exec{"sd": func(right rv64.Exec) rv64.Exec {
		return func(h *rv64.Hart, i *rv64.Inst) { s.store(h, i, right, x.b) }
	}}
	e, err := New(config)
	if err != nil {
		return err
	}
	return e.Execute(ctx, img, yield)
}

// stage is a machine: it plays where the image would end, and rewrites the log.
type stage struct {
	img    *image.Image
	h      *rv64.Hart
	opened bool
	hung   bool
	log    []byte
}

// How a play ends that does not return.
type curtain int

const (
	hangs curtain = iota
	exits
)

// store is sd, wrong on purpose.
func (s *stage) store(h *rv64.Hart, i *rv64.Inst, right rv64.Exec, b bad.Behaviour) {
	s.h = h
	defer func() {
		switch r := recover(); r {
		case nil:
		case hangs:
			s.hung = true
			h.SetNext(h.PC())
		case exits:
			h.StoreValue(s.img.Map.ToHost(), 8, 1)
		default:
			panic(r)
		}
	}()
	if s.hung {
		h.SetNext(h.PC())
		return
	}
	if b.Before != nil && !s.opened {
		s.opened = true
		b.Before(s)
	}
	if h.X(i.Rs1)+uint64(i.Imm) == s.img.Map.ToHost() && h.X(i.Rs2)&1 != 0 && b.Play != nil {
		right := s.report()
		b.Play(s, right)
		s.show()
	}
	right(h, i)
}

// report is what the image reported, which is taken out of the log.
func (s *stage) report() (right []frame.Record) {
	_ = frame.Log(s.h.Machine().Signature(), s.img.ID, func(r frame.Record, err error) error {
		if err == nil {
			right = append(right, r)
		}
		return err
	})
	for a := s.img.Log[0]; a < s.img.Log[0]+1<<14 && a < s.img.Log[1]; a += 8 {
		s.h.StoreValue(a, 8, 0)
	}
	return right
}

// show puts into the log what the play has reported.
func (s *stage) show() {
	for i := 0; i+8 <= len(s.log); i += 8 {
		s.h.StoreValue(s.img.Log[0]+uint64(i), 8, binary.LittleEndian.Uint64(s.log[i:]))
	}
}

func (s *stage) Image() uint64 { return s.img.ID }
func (s *stage) Raw(p []byte)  { s.log = append(s.log, p...) }

func (s *stage) Report(records ...frame.Record) {
	for _, r := range records {
		for _, w := range frame.Append(nil, s.img.ID, r) {
			s.log = binary.LittleEndian.AppendUint64(s.log, w)
		}
	}
}

func (s *stage) Hang()    { s.show(); panic(hangs) }
func (s *stage) Crash()   { s.show(); panic("the machine breaks down") }
func (s *stage) Exit(int) { s.show(); panic(exits) }
