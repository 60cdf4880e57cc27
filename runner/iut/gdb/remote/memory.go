package remote

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"

	"touchstone/runner/iut/gdb/rsp"
)

// overhead is what a memory request's packet has besides data: letter, address, length, frame.
const overhead = 48

// ReadMemory reads len(p) bytes from addr on. What was read before an error is in p; n says how
// much.
func (c *Client) ReadMemory(ctx context.Context, addr uint64, p []byte) (n int, err error) {
	piece := max((c.size-overhead)/2&^7, 8)
	for n < len(p) {
		want := min(piece, len(p)-n)
		request := fmt.Appendf(nil, "m%x,%x", addr+uint64(n), want)
		answer, err := c.exchange(ctx, request, c.limits.Answer)
		if err != nil {
			return n, err
		}
		// An answer may be shorter than was asked for, but never longer.
		if len(answer)/2 > want || len(answer)%2 != 0 {
			return n, fmt.Errorf("%w: %d digits to %s", ErrProtocol, len(answer), request)
		}
		got, err := hex.Decode(p[n:], answer)
		if err != nil {
			return n, fmt.Errorf("%w: %q to %s", ErrProtocol, clip(string(answer)), request)
		}
		n += got
	}
	return n, nil
}

// WriteMemory writes bytes from addr on, in binary where the server takes it.
func (c *Client) WriteMemory(ctx context.Context, addr uint64, p []byte) error {
	if c.binary == unknown && len(p) > 0 {
		switch err := c.order(ctx, fmt.Appendf(nil, "X%x,0:", addr)); {
		case err == nil:
			c.binary = yes
		case Declined(err):
			c.binary = no
		default:
			return err
		}
	}
	var packet []byte
	for len(p) > 0 {
		var n int
		if c.binary == yes {
			n = fit(p, c.size-overhead)
			packet = fmt.Appendf(packet[:0], "X%x,%x:", addr, n)
			packet = append(packet, p[:n]...)
		} else {
			n = min(len(p), max((c.size-overhead)/2&^7, 8))
			packet = fmt.Appendf(packet[:0], "M%x,%x:", addr, n)
			packet = hex.AppendEncode(packet, p[:n])
		}
		if err := c.order(ctx, packet); err != nil {
			return err
		}
		addr += uint64(n)
		p = p[n:]
	}
	return nil
}

// fit is how many bytes go into so much of a line, in whole doublewords.
func fit(p []byte, room int) int {
	n := 0
	for n < len(p) {
		if room -= rsp.Cost(p[n]); room < 0 {
			break
		}
		n++
	}
	if n < len(p) && n >= 8 {
		n &^= 7
	}
	return max(n, 1)
}

// Breakpoint is a kind of breakpoint: the digit of Z packets.
type Breakpoint byte

const (
	Software Breakpoint = '0' // may be an instruction that the server writes into memory
	Hardware Breakpoint = '1' // a trigger of the hart
)

// Insert sets a breakpoint on an instruction of size bytes.
func (c *Client) Insert(ctx context.Context, kind Breakpoint, addr uint64, size int) error {
	return c.order(ctx, fmt.Appendf(nil, "Z%c,%x,%x", kind, addr, size))
}

// Remove takes a breakpoint away.
func (c *Client) Remove(ctx context.Context, kind Breakpoint, addr uint64, size int) error {
	return c.order(ctx, fmt.Appendf(nil, "z%c,%x,%x", kind, addr, size))
}

// Register reads a register of the selected thread by its name in the target description.
func (c *Client) Register(ctx context.Context, name string) (uint64, error) {
	r, err := c.register(ctx, name)
	if err != nil {
		return 0, err
	}
	answer, err := c.ask(ctx, fmt.Sprintf("p%x", r.Number))
	if errors.Is(err, ErrUnsupported) {
		return c.fromAll(ctx, r)
	}
	if err != nil {
		return 0, err
	}
	return number(answer, name)
}

// SetRegister writes a register of the selected thread.
func (c *Client) SetRegister(ctx context.Context, name string, v uint64) error {
	r, err := c.register(ctx, name)
	if err != nil {
		return err
	}
	err = c.order(ctx, fmt.Appendf(nil, "P%x=%x", r.Number, littleEndian(v, r.bytes())))
	if !errors.Is(err, ErrUnsupported) {
		return err
	}
	all, at, err := c.all(ctx, r)
	if err != nil {
		return err
	}
	hex.Encode(all[at:], littleEndian(v, r.bytes()))
	return c.order(ctx, append([]byte("G"), all...))
}

// fromAll finds a register in the answer to g.
func (c *Client) fromAll(ctx context.Context, r Register) (uint64, error) {
	all, at, err := c.all(ctx, r)
	if err != nil {
		return 0, err
	}
	return number(string(all[at:at+2*r.bytes()]), r.Name)
}

// all is the answer to g, and where in it the register is. g has the registers by number, up to
// where the server likes to stop.
func (c *Client) all(ctx context.Context, r Register) (all []byte, at int, err error) {
	answer, err := c.ask(ctx, "g")
	if err != nil {
		return nil, 0, err
	}
	for _, other := range c.regs.Registers {
		if other.Number < r.Number {
			at += 2 * other.bytes()
		}
	}
	if at+2*r.bytes() > len(answer) {
		return nil, 0, fmt.Errorf("%w: g has %d digits, and %s is not among them", ErrUnsupported, len(answer), r.Name)
	}
	return []byte(answer), at, nil
}

func (c *Client) register(ctx context.Context, name string) (Register, error) {
	d, err := c.Description(ctx)
	if err != nil {
		return Register{}, err
	}
	r, ok := d.Find(name)
	if !ok {
		return Register{}, fmt.Errorf("%w: the target description has no register %s", ErrUnsupported, name)
	}
	if r.Bits > 64 {
		return Register{}, fmt.Errorf("%w: register %s has %d bits", ErrUnsupported, name, r.Bits)
	}
	return r, nil
}

// number reads a register's bytes, the least significant first.
func number(digits, name string) (uint64, error) {
	b, err := hex.DecodeString(digits)
	if err != nil || len(b) == 0 || len(b) > 8 {
		// A register that the server cannot read now is written as x's.
		return 0, fmt.Errorf("%w: %q for register %s", ErrProtocol, clip(digits), name)
	}
	v := uint64(0)
	for i, d := range b {
		v |= uint64(d) << (8 * i)
	}
	return v, nil
}

func littleEndian(v uint64, bytes int) []byte {
	b := make([]byte, bytes)
	for i := range b {
		b[i] = byte(v >> (8 * i))
	}
	return b
}

// Threads are the harts, by the names that the server has for them. A server without threads has
// one without a name.
func (c *Client) Threads(ctx context.Context) ([]string, error) {
	const most = 4096
	var threads []string
	for request := "qfThreadInfo"; ; request = "qsThreadInfo" {
		answer, err := c.ask(ctx, request)
		switch {
		case len(threads) == 0 && Declined(err):
			return []string{""}, nil
		case err != nil:
			return nil, err
		case answer == "l" && len(threads) == 0:
			return []string{""}, nil
		case answer == "l":
			return threads, nil
		case answer[0] != 'm' || len(threads) > most:
			return nil, fmt.Errorf("%w: %q to %s", ErrProtocol, clip(answer), request)
		}
		for id := range splitIDs(answer[1:]) {
			threads = append(threads, id)
		}
	}
}

// Select makes a thread the one whose registers are read and written.
func (c *Client) Select(ctx context.Context, thread string) error {
	if thread == c.general {
		return nil
	}
	if err := c.order(ctx, []byte("Hg"+thread)); err != nil {
		return err
	}
	c.general = thread
	return nil
}

// hexNumber reads a number as packets write it.
func hexNumber(text string) (uint64, bool) {
	v, err := strconv.ParseUint(text, 16, 64)
	return v, err == nil
}
