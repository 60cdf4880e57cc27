// Package remote is a client of GDB's remote serial protocol: what a debugger asks of a target,
// in the target's terms. It speaks to any server that debugs a RISC-V hart: OpenOCD, QEMU, Renode,
// a vendor's own.
//
// [Open] greets the server, finds out what it can, and ends acknowledgements where it may. After
// that every method is one question and its answer. While the target runs, only [Client.Wait] and
// [Client.Interrupt] may be called: a server does not listen to anything else then.
//
// Nothing that a server says is trusted: an answer that makes no sense is ErrProtocol, one that
// does not come is rsp.ErrTimeout. After either, the line says nothing reliable any more; the
// client is to be closed.
package remote

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"touchstone/runner/iut/gdb/rsp"
)

// Classes of answers.
var (
	ErrUnsupported = errors.New("the GDB server does not know this request")
	ErrProtocol    = errors.New("the GDB server's answer makes no sense")
)

// Refusal is a server's E answer.
type Refusal struct {
	Request string
	Code    string // two hexadecimal digits whose meaning is the server's own, or words
}

func (r *Refusal) Error() string {
	return fmt.Sprintf("the GDB server refuses %s (E%s)", r.Request, r.Code)
}

// Limits on waiting. Zero fields take the defaults.
type Limits struct {
	Answer  time.Duration // for one answer: 10 s
	Monitor time.Duration // for a monitor command: 60 s
}

// Client is one connection. It is not safe for concurrent use.
type Client struct {
	conn     *rsp.Conn
	limits   Limits
	size     int // of the largest packet that the server takes
	features map[string]string
	actions  []string // of vCont
	binary   support  // of X
	regs     *Description
	general  string // the thread that H selected for registers
	words    tail   // what the server printed
	printing int    // and how much of it while the target runs
}

// support is what is known of a request.
type support int8

const (
	unknown support = iota
	yes
	no
)

// defaultSize is the packet size of servers that do not tell theirs.
const defaultSize = 400

// Open greets a server. The client owns the line from here on, and closes it when it fails.
func Open(ctx context.Context, line rsp.Transport, limits Limits) (*Client, error) {
	if limits.Answer == 0 {
		limits.Answer = 10 * time.Second
	}
	if limits.Monitor == 0 {
		limits.Monitor = time.Minute
	}
	c := &Client{conn: rsp.NewConn(line), limits: limits, size: defaultSize, features: map[string]string{}}
	if err := c.greet(ctx); err != nil {
		_ = c.Close()
		return nil, err
	}
	return c, nil
}

func (c *Client) greet(ctx context.Context) error {
	if err := c.conn.Greet(ctx, time.Now().Add(c.limits.Answer)); err != nil {
		return err
	}
	answer, err := c.ask(ctx, "qSupported:swbreak+;hwbreak+;vContSupported+;xmlRegisters=riscv")
	if err != nil && !errors.Is(err, ErrUnsupported) {
		return err
	}
	for feature := range strings.SplitSeq(answer, ";") {
		if name, value, ok := strings.Cut(feature, "="); ok {
			c.features[name] = value
		} else if name, ok := strings.CutSuffix(feature, "+"); ok {
			c.features[name] = "+"
		}
	}
	if text, ok := c.features["PacketSize"]; ok {
		n, err := strconv.ParseUint(text, 16, 32)
		if err != nil || n < 64 {
			return fmt.Errorf("%w: PacketSize=%s", ErrProtocol, clip(text))
		}
		c.size = int(min(n, rsp.MaxPacket/2))
	}
	if c.features["QStartNoAckMode"] == "+" {
		switch answer, err := c.ask(ctx, "QStartNoAckMode"); {
		case err == nil && answer == "OK":
			c.conn.NoAck()
		case err != nil && !Declined(err):
			return err
		}
	}
	answer, err = c.ask(ctx, "vCont?")
	if err != nil && !Declined(err) {
		return err
	}
	if rest, ok := strings.CutPrefix(answer, "vCont"); ok {
		c.actions = strings.Split(rest, ";")
	}
	return nil
}

// Declined says that the server understood, or at least lives on: it has no such request, or
// refuses it.
func Declined(err error) bool {
	var refusal *Refusal
	return errors.Is(err, ErrUnsupported) || errors.As(err, &refusal)
}

// Close closes the line. The target stays as it is.
func (c *Client) Close() error { return c.conn.Close() }

// Feature is what the server said of a feature: "+", a value, or "".
func (c *Client) Feature(name string) string { return c.features[name] }

// Words are the last of what the server printed for people.
func (c *Client) Words() string { return string(c.words) }

// ask sends a request and returns the answer. E answers are a *Refusal, empty ones ErrUnsupported.
func (c *Client) ask(ctx context.Context, request string) (string, error) {
	answer, err := c.exchange(ctx, []byte(request), c.limits.Answer)
	return string(answer), err
}

// order is ask where the only good answer is OK.
func (c *Client) order(ctx context.Context, request []byte) error {
	answer, err := c.exchange(ctx, request, c.limits.Answer)
	if err == nil && string(answer) != "OK" {
		err = fmt.Errorf("%w: %q to %s", ErrProtocol, clip(string(answer)), title(request))
	}
	return err
}

// exchange sends a request and waits for the answer; what the server prints meanwhile is kept
// apart. The answer is valid until the next exchange.
func (c *Client) exchange(ctx context.Context, request []byte, patience time.Duration) ([]byte, error) {
	deadline := time.Now().Add(patience)
	if err := c.conn.Send(ctx, deadline, request); err != nil {
		return nil, fmt.Errorf("%s: %w", title(request), err)
	}
	for {
		answer, err := c.conn.Receive(ctx, deadline)
		switch {
		case err != nil:
			return nil, fmt.Errorf("%s: %w", title(request), err)
		case c.printed(answer), late(request, answer):
			continue
		case len(answer) == 0:
			return nil, fmt.Errorf("%s: %w", title(request), ErrUnsupported)
		}
		if code, ok := refusal(answer); ok {
			return nil, &Refusal{Request: title(request), Code: code}
		}
		return answer, nil
	}
}

// printed takes an O packet: text for people.
func (c *Client) printed(answer []byte) bool {
	if len(answer) < 3 || answer[0] != 'O' {
		return false
	}
	text, err := hex.DecodeString(string(answer[1:]))
	if err != nil {
		return false
	}
	c.words.add(text)
	return true
}

// late says whether an answer is none, but tells of a stop: of a target that ran until we connected,
// or that had come to a breakpoint just before it was interrupted. No other answer looks like it.
func late(request, answer []byte) bool {
	if len(answer) == 0 || answer[0] != 'T' && answer[0] != 'S' || string(request) == "?" {
		return false
	}
	_, err := parseStop(string(answer))
	return err == nil
}

// refusal reads an E answer. Data never looks like one: it has an even number of digits.
func refusal(answer []byte) (code string, ok bool) {
	if len(answer) == 3 && answer[0] == 'E' {
		if _, err := hex.DecodeString(string(answer[1:])); err == nil {
			return string(answer[1:]), true
		}
	}
	if words, ok := strings.CutPrefix(string(answer), "E."); ok {
		return "." + clip(words), true
	}
	return "", false
}

// title names a request for messages, without its data.
func title(request []byte) string {
	for i, b := range request {
		if b < ' ' || b > '~' || i == 48 {
			return string(request[:i]) + "…"
		}
	}
	return string(request)
}

// clip bounds what is shown of an answer.
func clip(s string) string {
	const most = 80
	if len(s) > most {
		return s[:most] + "…"
	}
	return s
}

// tail keeps the end of a text.
type tail []byte

func (t *tail) add(text []byte) {
	const most = 2048
	*t = append(*t, text...)
	if len(*t) > 2*most {
		*t = append((*t)[:0], (*t)[len(*t)-most:]...)
	}
}
