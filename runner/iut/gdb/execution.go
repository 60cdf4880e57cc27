package gdb

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"touchstone/runner/image"
	"touchstone/runner/iut"
	"touchstone/runner/iut/gdb/remote"
	"touchstone/runner/iut/gdb/rsp"
)

// prepare resets the harts, writes the program into memory and makes the harts stand at its entry.
func (g *GDB) prepare(ctx context.Context, s *server, p *loaded, img *image.Image) error {
	c := s.client
	for _, command := range g.iut.Start.Monitor {
		if _, err := c.Monitor(ctx, command); err != nil {
			return err
		}
	}
	for _, piece := range append(s.clean(img), p.pieces...) {
		if err := c.WriteMemory(ctx, piece.addr, piece.bytes); err != nil {
			return fmt.Errorf("memory at %#x cannot be written; an image needs %d MiB from %#x: %w", piece.addr, img.Map.Memory()>>20, img.Map.Base, err)
		}
		if err := g.check(ctx, c, piece); err != nil {
			return err
		}
	}
	threads, err := c.Threads(ctx)
	if err != nil {
		return err
	}
	if len(threads) < img.Harts {
		return fmt.Errorf("it shows %d harts, and the image needs %d: ics.harts says how many there are", len(threads), img.Harts)
	}
	for _, thread := range threads {
		if err := s.place(ctx, thread, p.entry); err != nil {
			return err
		}
	}
	if !g.breakpoint {
		return nil
	}
	for _, addr := range p.exits {
		switch err := c.Insert(ctx, remote.Hardware, addr, 4); {
		case err == nil:
			s.stops = append(s.stops, addr)
		case !remote.Declined(err):
			return err
		}
	}
	return nil
}

// place puts a hart at an address, in machine mode.
func (s *server) place(ctx context.Context, thread string, pc uint64) error {
	c := s.client
	if err := c.Select(ctx, thread); err != nil {
		return err
	}
	const machine = 3
	mode, err := c.Register(ctx, "priv")
	if err != nil && !remote.Declined(err) {
		return err
	}
	if err == nil && mode != machine {
		if err := c.SetRegister(ctx, "priv", machine); err != nil {
			return fmt.Errorf("a hart is not in machine mode, and cannot be put there; start.monitor needs a command that resets it: %w", err)
		}
	}
	return c.SetRegister(ctx, "pc", pc)
}

// clean is what must be zero in the log before an image runs: its first word; the whole table of a
// footing, whose values have no sums; and for an image that ran here before, all that was written
// since, because its old records would pass for new ones.
func (s *server) clean(img *image.Image) []piece {
	const record = 64 << 10 // more than the longest
	n := 8
	if img.Footing {
		n = int(img.Log[1] - img.Log[0])
	}
	if s.ran[img.ID] {
		n = max(n, min(s.written+record, int(img.Log[1]-img.Log[0])))
		clear(s.ran)
		s.written = 0
	}
	s.ran[img.ID] = true
	return []piece{{img.Log[0], make([]byte, n)}}
}

// check reads back what was written: the beginning, or all of it. A base address without memory, or
// with a read-only one, is the most frequent mistake there is.
func (g *GDB) check(ctx context.Context, c *remote.Client, p piece) error {
	n := len(p.bytes)
	if !g.verify {
		n = min(n, 32)
	}
	back := make([]byte, n)
	if _, err := c.ReadMemory(ctx, p.addr, back); err != nil {
		return fmt.Errorf("memory at %#x cannot be read: %w", p.addr, err)
	}
	for i := range back {
		if back[i] != p.bytes[i] {
			return fmt.Errorf("memory at %#x does not keep what is written to it: %#02x became %#02x; an image needs RAM there", p.addr+uint64(i), p.bytes[i], back[i])
		}
	}
	return nil
}

// execution is one image on its way.
type execution struct {
	*GDB
	s       *server
	img     *image.Image
	p       *loaded
	log     tail
	reader  *image.Reader
	settled bool // the harts stand still, and nothing of ours is left in the target
}

// The periods after which harts without a breakpoint are stopped to see where they are.
const (
	firstLook = 5 * time.Millisecond
	lastLook  = 250 * time.Millisecond
)

// run lets the harts run until the image is done, or is given up.
func (e *execution) run(ctx context.Context) error {
	begun := time.Now()
	progress := begun // when the last new record was seen
	look := e.limits.Silence / 2
	if len(e.s.stops) < len(e.p.exits) {
		look = min(look, firstLook)
	}
	for {
		stop, interrupted, err := e.letRun(ctx, min(look, max(0, e.limits.Total-time.Since(begun))))
		switch {
		case err != nil:
			return e.lost(ctx, err)
		case stop.Kind != remote.Stopped:
			return e.stopped(ctx, iut.Exit, fmt.Sprintf("the target %v", stop))
		}
		done, pcs, err := e.atEnd(ctx)
		if err != nil {
			return e.lost(ctx, err)
		}
		if done {
			return e.settle(ctx, iut.Exit, "")
		}
		if !interrupted {
			return e.settle(ctx, iut.Crash, fmt.Sprintf("the harts %v at %s, of which the server was not asked: ebreak must be left to the hart", stop, pcs))
		}
		before := e.log.next
		records, err := e.log.records(ctx, e.s.client)
		if yielded := e.reader.Log(records); yielded != nil {
			return e.yieldFailed(ctx, yielded)
		}
		if err != nil {
			return e.lost(ctx, err)
		}
		if e.log.next > before {
			progress = time.Now()
		}
		switch over, err := e.wroteExit(ctx); {
		case err != nil:
			return e.lost(ctx, err)
		case over:
			return e.settle(ctx, iut.Exit, "it ended by writing to tohost, at "+pcs)
		case time.Since(progress) >= e.limits.Silence:
			return e.settle(ctx, iut.Hang, "interrupted at "+pcs)
		case time.Since(begun) >= e.limits.Total:
			return e.settle(ctx, iut.Late, "interrupted at "+pcs)
		}
		if len(e.s.stops) < len(e.p.exits) {
			look = min(2*look, lastLook, e.limits.Silence/2)
		}
	}
}

// letRun lets the harts run until they stop, but not for longer than it says.
func (e *execution) letRun(ctx context.Context, most time.Duration) (stop remote.Stop, interrupted bool, err error) {
	c := e.s.client
	e.s.running = true
	if err := c.Continue(ctx); err != nil {
		return stop, false, err
	}
	stop, err = c.Wait(ctx, most)
	if errors.Is(err, rsp.ErrTimeout) {
		interrupted = true
		if err = c.Interrupt(ctx); err == nil {
			stop, err = c.Wait(ctx, max(e.limits.Remote.Answer, grace))
		}
	}
	e.s.running = err != nil
	return stop, interrupted, err
}

// atEnd says whether a hart is where the image ends, and where all of them are.
func (e *execution) atEnd(ctx context.Context) (done bool, pcs string, err error) {
	threads, err := e.s.client.Threads(ctx)
	if err != nil {
		return false, "", err
	}
	var at []string
	for _, thread := range threads {
		if err := e.s.client.Select(ctx, thread); err != nil {
			return false, "", err
		}
		pc, err := e.s.client.Register(ctx, "pc")
		if err != nil {
			return false, "", err
		}
		done = done || slices.Contains(e.p.exits, pc)
		at = append(at, fmt.Sprintf("%#x", pc))
	}
	return done, "pc " + strings.Join(at, ", "), nil
}

// wroteExit says whether tohost says that the program has ended.
func (e *execution) wroteExit(ctx context.Context) (bool, error) {
	if e.p.toHost == 0 {
		return false, nil
	}
	var word [8]byte
	_, err := e.s.client.ReadMemory(ctx, e.p.toHost, word[:])
	v := binary.LittleEndian.Uint64(word[:])
	return v&1 == 1 && v>>48 == 0, err
}

// settle reads what is left of the log, while the harts stand still.
func (e *execution) settle(ctx context.Context, reason iut.Reason, words string) error {
	log, err := e.log.rest(ctx, e.s.client)
	e.s.written = max(e.s.written, e.log.next)
	if yielded := e.reader.Log(log); yielded != nil {
		return e.yieldFailed(ctx, yielded)
	}
	if err != nil {
		return e.lost(ctx, err)
	}
	e.settled = e.s.removeStops(ctx) == nil
	if e.reader.Complete() {
		return nil
	}
	return e.stopped(ctx, reason, words)
}

// yieldFailed keeps the server: it did nothing wrong.
func (e *execution) yieldFailed(ctx context.Context, err error) error {
	e.settled = e.s.removeStops(ctx) == nil
	return err
}

// lost is the end of an execution whose server answers no more, or not what was asked.
func (e *execution) lost(ctx context.Context, err error) error {
	switch {
	case e.reader.Complete():
		return nil
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, rsp.ErrTimeout):
		return e.stopped(ctx, iut.Hang, err.Error())
	case errors.Is(err, remote.ErrFlood):
		return e.stopped(ctx, iut.Flood, err.Error())
	}
	return e.stopped(ctx, iut.Crash, err.Error())
}

func (e *execution) stopped(ctx context.Context, reason iut.Reason, words string) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	var b bytes.Buffer
	b.WriteString(words)
	faults, more := e.reader.Faults()
	for i, f := range faults {
		if i == 3 {
			fmt.Fprintf(&b, "\nlog: and %d more faults", len(faults)-3+more)
			break
		}
		fmt.Fprintf(&b, "\nlog: %v", f)
	}
	b.WriteString(e.s.lastWords())
	return &iut.Stopped{Case: e.reader.Begun(), Started: e.reader.Started(), Reason: reason, LastWords: strings.TrimSpace(b.String())}
}
