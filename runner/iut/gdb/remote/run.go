package remote

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"time"
)

// Kind of stop.
type Kind uint8

const (
	Stopped Kind = iota + 1 // it can go on
	Exited                  // there is no target any more
	Killed
)

// Stop says why the target does not run.
type Stop struct {
	Kind   Kind
	Signal int    // 5 SIGTRAP, 2 SIGINT, or the status of an exit
	Thread string // that stopped; may be empty
	Reason string // "hwbreak", "swbreak", "watch", …; mostly empty
}

func (s Stop) String() string {
	switch s.Kind {
	case Exited:
		return fmt.Sprintf("exited with status %d", s.Signal)
	case Killed:
		return fmt.Sprintf("ended by signal %d", s.Signal)
	}
	words := fmt.Sprintf("stopped with signal %d", s.Signal)
	if s.Reason != "" {
		words += " (" + s.Reason + ")"
	}
	return words
}

// Status asks why the target does not run.
func (c *Client) Status(ctx context.Context) (Stop, error) {
	answer, err := c.ask(ctx, "?")
	if err != nil {
		return Stop{}, err
	}
	return parseStop(answer)
}

// Continue lets all threads run. It waits for nothing: see Wait.
func (c *Client) Continue(ctx context.Context) error { return c.resume(ctx, "c") }

// Step lets the selected thread execute one instruction.
func (c *Client) Step(ctx context.Context) error { return c.resume(ctx, "s") }

func (c *Client) resume(ctx context.Context, action string) error {
	c.printing = 0
	request := action
	switch {
	case slices.Contains(c.actions, action):
		request = "vCont;" + action
		if action == "s" && c.general != "" {
			request += ":" + c.general
		}
	case action == "c":
		if err := c.order(ctx, []byte("Hc-1")); err != nil && !Declined(err) {
			return err
		}
	}
	if err := c.conn.Send(ctx, time.Now().Add(c.limits.Answer), []byte(request)); err != nil {
		return fmt.Errorf("%s: %w", request, err)
	}
	return nil
}

// ErrFlood says that the server prints without end.
var ErrFlood = errors.New("the GDB server prints without end")

// maxWords is how much a server may print while the target runs.
const maxWords = 1 << 20

// Wait waits until the target stops. rsp.ErrTimeout means that it still runs.
func (c *Client) Wait(ctx context.Context, patience time.Duration) (Stop, error) {
	deadline := time.Now().Add(patience)
	for {
		answer, err := c.conn.Receive(ctx, deadline)
		if err != nil {
			return Stop{}, err
		}
		if c.printed(answer) {
			if c.printing += len(answer); c.printing > maxWords {
				return Stop{}, ErrFlood
			}
			continue
		}
		if len(answer) > 0 && answer[0] == 'F' {
			// The target asks for a file of ours, by semihosting. There is none.
			const unknownError = "F-1,270f"
			if err := c.conn.Send(ctx, time.Now().Add(c.limits.Answer), []byte(unknownError)); err != nil {
				return Stop{}, err
			}
			continue
		}
		if code, ok := refusal(answer); ok {
			return Stop{}, &Refusal{Request: "to let the target run", Code: code}
		}
		return parseStop(string(answer))
	}
}

// Interrupt asks a running target to stop: Wait tells when it has.
func (c *Client) Interrupt(ctx context.Context) error {
	return c.conn.Interrupt(ctx, time.Now().Add(c.limits.Answer))
}

// parseStop reads a stop reply.
func parseStop(answer string) (Stop, error) {
	wrong := func() (Stop, error) {
		return Stop{}, fmt.Errorf("%w: %q, where it should say why the target stopped", ErrProtocol, clip(answer))
	}
	if len(answer) < 3 {
		return wrong()
	}
	signal, ok := hexNumber(answer[1:3])
	if !ok {
		return wrong()
	}
	s := Stop{Kind: Stopped, Signal: int(signal)}
	switch answer[0] {
	case 'S':
		if len(answer) != 3 {
			return wrong()
		}
	case 'W':
		s.Kind = Exited
	case 'X':
		s.Kind = Killed
	case 'T':
		for pair := range strings.SplitSeq(answer[3:], ";") {
			name, value, _ := strings.Cut(pair, ":")
			switch name {
			case "thread":
				s.Thread = value
			case "watch", "rwatch", "awatch", "swbreak", "hwbreak", "library", "replaylog":
				s.Reason = name
			}
		}
	default:
		return wrong()
	}
	return s, nil
}

// Monitor gives the server a command of its own, and returns what it prints.
func (c *Client) Monitor(ctx context.Context, command string) (string, error) {
	before := c.words
	c.words = nil
	answer, err := c.exchange(ctx, append([]byte("qRcmd,"), hex.EncodeToString([]byte(command))...), c.limits.Monitor)
	text := string(c.words)
	c.words = before
	c.words.add([]byte(text))
	if err != nil {
		return text, fmt.Errorf("monitor %s: %w", command, err)
	}
	c.general = "" // a reset may change which thread is selected
	if string(answer) == "OK" {
		return text, nil
	}
	rest, err := hex.DecodeString(string(answer))
	if err != nil {
		return text, fmt.Errorf("monitor %s: %w: %q", command, ErrProtocol, clip(string(answer)))
	}
	c.words.add(rest)
	return text + string(rest), nil
}

// Detach ends the session; the target goes on by itself.
func (c *Client) Detach(ctx context.Context) error { return c.order(ctx, []byte("D")) }

// Kill ends the target. There is no answer.
func (c *Client) Kill(ctx context.Context) error {
	return c.conn.Send(ctx, time.Now().Add(c.limits.Answer), []byte("k"))
}

// splitIDs are the thread names of an m answer.
func splitIDs(list string) iter.Seq[string] { return strings.SplitSeq(list, ",") }
