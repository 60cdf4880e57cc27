package rsp

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"
)

// Transport is a line to a server: a TCP connection, a Unix socket, a pair of pipes.
type Transport interface {
	io.ReadWriteCloser
	SetDeadline(t time.Time) error
}

// Classes of what is wrong with a line.
var (
	ErrTimeout = errors.New("no answer in time")
	ErrClosed  = errors.New("the GDB server closed the connection")
	ErrRefused = errors.New("the GDB server does not take the packet") // it asked for it again and again
)

// attempts is how often a packet is sent, or asked for, before the line is given up.
const attempts = 4

// Conn exchanges packets over a line. It is not safe for concurrent use.
type Conn struct {
	line  Transport
	noAck bool
	scan  Scanner
	space [16 << 10]byte
	rest  []byte // of space: arrived, not scanned yet
	out   []byte
}

// NewConn starts with acknowledgements, as every server does.
func NewConn(line Transport) *Conn { return &Conn{line: line} }

// NoAck ends acknowledgements: the server has agreed.
func (c *Conn) NoAck() { c.noAck = true }

// Close closes the line.
func (c *Conn) Close() error { return c.line.Close() }

// Greet acknowledges what the server may have sent to a client before us.
func (c *Conn) Greet(ctx context.Context, deadline time.Time) error {
	return c.write(ctx, deadline, []byte{'+'})
}

// Interrupt asks the server to stop the target; the stop is a packet, and arrives as one.
func (c *Conn) Interrupt(ctx context.Context, deadline time.Time) error {
	return c.write(ctx, deadline, []byte{3})
}

// Send sends a packet and waits until it is acknowledged.
func (c *Conn) Send(ctx context.Context, deadline time.Time, payload []byte) error {
	c.out = Append(c.out[:0], payload)
	for range attempts {
		if err := c.write(ctx, deadline, c.out); err != nil || c.noAck {
			return err
		}
		again, err := c.acknowledged(ctx, deadline)
		if err != nil || !again {
			return err
		}
	}
	return fmt.Errorf("%w: it asked for it %d times", ErrRefused, attempts)
}

// acknowledged waits for + or -. A packet that comes before is no answer to what was sent: a target
// stopped when we connected, or the answer to a client before us.
func (c *Conn) acknowledged(ctx context.Context, deadline time.Time) (again bool, err error) {
	for {
		e, err := c.event(ctx, deadline)
		switch {
		case err != nil:
			return false, err
		case e.Kind == Ack:
			return false, nil
		case e.Kind == Nak:
			return true, nil
		case e.Kind == Packet:
			if err := c.write(ctx, deadline, []byte{'+'}); err != nil {
				return false, err
			}
		}
	}
}

// Receive waits for a packet. Its bytes are valid until the next call. ErrTimeout means that none
// has come yet; the line is still good.
func (c *Conn) Receive(ctx context.Context, deadline time.Time) ([]byte, error) {
	for bad := 1; ; {
		e, err := c.event(ctx, deadline)
		if err != nil {
			return nil, err
		}
		if e.Kind != Packet {
			continue
		}
		switch {
		case c.noAck && e.Err != nil:
			return nil, e.Err
		case c.noAck:
			return e.Payload, nil
		case e.Err == nil:
			return e.Payload, c.write(ctx, deadline, []byte{'+'})
		case bad == attempts:
			return nil, fmt.Errorf("after %d attempts: %w", attempts, e.Err)
		}
		bad++
		if err := c.write(ctx, deadline, []byte{'-'}); err != nil {
			return nil, err
		}
	}
}

// event waits for the next event on the line.
func (c *Conn) event(ctx context.Context, deadline time.Time) (Event, error) {
	for {
		n, e, ok := c.scan.Next(c.rest)
		c.rest = c.rest[n:]
		if ok {
			return e, nil
		}
		got := 0
		err := c.during(ctx, deadline, func() (err error) {
			got, err = c.line.Read(c.space[:])
			return err
		})
		c.rest = c.space[:got]
		if got == 0 && err != nil {
			return Event{}, err
		}
	}
}

func (c *Conn) write(ctx context.Context, deadline time.Time, p []byte) error {
	return c.during(ctx, deadline, func() error {
		_, err := c.line.Write(p)
		return err
	})
}

// during does I/O that ends with the context, or at the deadline.
func (c *Conn) during(ctx context.Context, deadline time.Time, io func() error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := c.line.SetDeadline(deadline); err != nil {
		return fmt.Errorf("%w: %w", ErrClosed, err)
	}
	stop := context.AfterFunc(ctx, func() { _ = c.line.SetDeadline(time.Unix(1, 0)) })
	err := io()
	stop()
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, os.ErrDeadlineExceeded):
		return ErrTimeout
	}
	return fmt.Errorf("%w: %w", ErrClosed, err)
}
