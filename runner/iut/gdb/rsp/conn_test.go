package rsp

import (
	"context"
	"errors"
	"net"
	"testing"
	"time"
)

// dialogue plays a server: what it reads must be what is expected, and then it writes.
type dialogue []struct{ expect, write string }

// play connects a Conn to a dialogue, and gives what the dialogue found wrong.
func play(t *testing.T, d dialogue) (*Conn, func() string) {
	t.Helper()
	ours, theirs := net.Pipe()
	wrong := make(chan string, 1)
	go func() {
		defer close(wrong)
		defer theirs.Close()
		for _, turn := range d {
			_ = theirs.SetDeadline(time.Now().Add(5 * time.Second))
			buf := make([]byte, len(turn.expect))
			for n := 0; n < len(buf); {
				k, err := theirs.Read(buf[n:])
				if n += k; err != nil {
					wrong <- "got " + string(buf[:n]) + ", want " + turn.expect
					return
				}
			}
			if string(buf) != turn.expect {
				wrong <- "got " + string(buf) + ", want " + turn.expect
				return
			}
			if turn.write != "" {
				if _, err := theirs.Write([]byte(turn.write)); err != nil {
					wrong <- "writing " + turn.write + ": " + err.Error()
					return
				}
			}
		}
	}()
	c := NewConn(ours)
	t.Cleanup(func() { _ = c.Close() })
	return c, func() string { return <-wrong }
}

// exchange sends a payload and waits for another.
func exchange(t *testing.T, c *Conn, payload string, patience time.Duration) (string, error) {
	t.Helper()
	deadline := time.Now().Add(patience)
	if err := c.Send(t.Context(), deadline, []byte(payload)); err != nil {
		return "", err
	}
	answer, err := c.Receive(t.Context(), deadline)
	return string(answer), err
}

func TestConn(t *testing.T) {
	const ask, ok = "$?#3f", "$OK#9a"
	for _, row := range []struct {
		name  string
		noAck bool
		d     dialogue
		want  string
		err   error
	}{
		{name: "acknowledged", d: dialogue{{ask, "+" + ok}, {"+", ""}}, want: "OK"},
		{name: "without acknowledgements", noAck: true, d: dialogue{{ask, ok}}, want: "OK"},
		{name: "sent again when asked for", d: dialogue{{ask, "-"}, {ask, "-"}, {ask, "+" + ok}, {"+", ""}}, want: "OK"},
		{name: "never taken", d: dialogue{{ask, "-"}, {ask, "-"}, {ask, "-"}, {ask, "-"}}, err: ErrRefused},
		{name: "a packet from before is no answer", d: dialogue{{ask, "$T02#b6"}, {"+", "+" + ok}, {"+", ""}}, want: "OK"},
		{name: "a bad answer is asked for again", d: dialogue{{ask, "+$OK#00"}, {"-", ok}, {"+", ""}}, want: "OK"},
		{name: "only bad answers", d: dialogue{{ask, "+$OK#00"}, {"-", "$OK#00"}, {"-", "$OK#00"}, {"-", "$OK#00"}}, err: ErrChecksum},
		{name: "a bad answer that cannot be asked for again", noAck: true, d: dialogue{{ask, "$OK#00"}}, err: ErrChecksum},
		{name: "a malformed one", noAck: true, d: dialogue{{ask, "$* #4a"}}, err: ErrMalformed},
		{name: "noise and notifications are passed over", noAck: true, d: dialogue{{ask, "what?\n%Stop:T05#99+-" + ok}}, want: "OK"},
		{name: "closed", d: dialogue{{ask, ""}}, err: ErrClosed},
		{name: "closed in the middle of an answer", noAck: true, d: dialogue{{ask, "$OK#"}}, err: ErrClosed},
		{name: "silence", noAck: true, d: dialogue{{ask, ""}, {"never", ""}}, err: ErrTimeout},
		{name: "half an answer, and silence", noAck: true, d: dialogue{{ask, "$O"}, {"never", ""}}, err: ErrTimeout},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			c, wrong := play(t, row.d)
			if row.noAck {
				c.NoAck()
			}
			patience := 5 * time.Second
			if errors.Is(row.err, ErrTimeout) {
				patience = 50 * time.Millisecond
			}
			got, err := exchange(t, c, "?", patience)
			if got != row.want || !errors.Is(err, row.err) {
				t.Errorf("got %q, %v; want %q, %v", got, err, row.want, row.err)
			}
			_ = c.Close()
			if w := wrong(); w != "" && row.err == nil {
				t.Error(w)
			}
		})
	}
}

// TestTimeoutIsNoEnd: a packet that is late still arrives.
func TestTimeoutIsNoEnd(t *testing.T) {
	c, wrong := play(t, dialogue{{"\x03", "$T0"}, {"+", "5#b9"}})
	c.NoAck()
	later := time.Now().Add(5 * time.Second)
	if err := c.Interrupt(t.Context(), later); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Receive(t.Context(), time.Now().Add(50*time.Millisecond)); !errors.Is(err, ErrTimeout) {
		t.Fatalf("got %v, want %v", err, ErrTimeout)
	}
	if err := c.Greet(t.Context(), later); err != nil {
		t.Fatal(err)
	}
	if got, err := c.Receive(t.Context(), later); err != nil || string(got) != "T05" {
		t.Errorf("got %q, %v", got, err)
	}
	if w := wrong(); w != "" {
		t.Error(w)
	}
}

func TestCancel(t *testing.T) {
	c, _ := play(t, dialogue{{"never", ""}})
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(30*time.Millisecond, cancel)
	start := time.Now()
	if _, err := c.Receive(ctx, time.Now().Add(time.Minute)); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if took := time.Since(start); took > 30*time.Second {
		t.Errorf("it took %v", took)
	}
	if err := c.Send(ctx, time.Now().Add(time.Minute), []byte("?")); !errors.Is(err, context.Canceled) {
		t.Errorf("afterwards: %v", err)
	}
}
