package remote

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"touchstone/runner/iut/gdb/rsp"
)

// served is a client of a server that answers by table; what the table lacks gets the empty answer.
func served(t *testing.T, answers map[string]string) *Client {
	t.Helper()
	ours, theirs := net.Pipe()
	go func() {
		defer theirs.Close()
		var scan rsp.Scanner
		for in := bufio.NewReader(theirs); ; {
			b, err := in.ReadByte()
			if err != nil {
				return
			}
			_, e, ok := scan.Next([]byte{b})
			if !ok || e.Kind != rsp.Packet {
				continue
			}
			var out []byte
			for part := range strings.SplitSeq(answers[string(e.Payload)], "|") {
				out = rsp.Append(out, []byte(part))
			}
			if string(e.Payload) == "k" {
				out = nil
			}
			if _, err := theirs.Write(append([]byte("+"), out...)); err != nil {
				return
			}
		}
	}()
	c, err := Open(t.Context(), ours, Limits{Answer: 5 * time.Second, Monitor: 5 * time.Second})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	return c
}

func TestStops(t *testing.T) {
	for answer, want := range map[string]string{
		"S05":                                  "stopped with signal 5",
		"T05":                                  "stopped with signal 5",
		"T02thread:p1.2;":                      "stopped with signal 2 on p1.2",
		"T05thread:01;20:0000008000000000;":    "stopped with signal 5 on 01",
		"T05hwbreak:;thread:1;core:0;":         "stopped with signal 5 (hwbreak) on 1",
		"T05watch:8000f000;thread:1;":          "stopped with signal 5 (watch) on 1",
		"W00":                                  "exited with status 0",
		"W01;process:1":                        "exited with status 1",
		"X0b":                                  "ended by signal 11",
		"":                                     "no stop",
		"T":                                    "no stop",
		"Txx":                                  "no stop",
		"S05thread:1;":                         "no stop",
		"OK":                                   "no stop",
		"0000000000000000000000000000000000":   "no stop",
		"N":                                    "no stop",
		"T05thread:1;;;:::;hwbreak;unknown:1;": "stopped with signal 5 (hwbreak) on 1",
	} {
		s, err := parseStop(answer)
		got := s.String()
		if s.Thread != "" {
			got += " on " + s.Thread
		}
		if err != nil {
			got = "no stop"
			if !errors.Is(err, ErrProtocol) {
				t.Errorf("%q: %v", answer, err)
			}
		}
		if got != want {
			t.Errorf("%q: %s, want %s", answer, got, want)
		}
	}
}

func TestMonitor(t *testing.T) {
	for _, row := range []struct{ answer, text, err string }{
		{"OK", "", ""},
		{"O68690a|OK", "hi\n", ""},
		{"O6869|O20|74686572650a", "hi there\n", ""},
		{"", "", ErrUnsupported.Error()},
		{"E01", "", "refuses"},
		{"what?", "", ErrProtocol.Error()},
	} {
		c := served(t, map[string]string{"qRcmd,7265736574": row.answer})
		text, err := c.Monitor(t.Context(), "reset")
		if text != row.text || (err == nil) != (row.err == "") || err != nil && !strings.Contains(err.Error(), row.err) {
			t.Errorf("%q: %q, %v", row.answer, text, err)
		}
	}
}

func TestRegistersAndThreads(t *testing.T) {
	c := served(t, map[string]string{
		"p20": "0000008000000000", "P20=1032547698badcfe": "OK", "p1": "xxxxxxxxxxxxxxxx",
		"qfThreadInfo": "mp1.1,p1.2", "qsThreadInfo": "l", "Hgp1.2": "OK", "z0,80000000,4": "OK", "D": "OK",
	})
	if v, err := c.Register(t.Context(), "pc"); err != nil || v != 0x80000000 {
		t.Errorf("pc: %#x, %v", v, err)
	}
	if err := c.SetRegister(t.Context(), "pc", 0xfedcba9876543210); err != nil {
		t.Error(err)
	}
	if _, err := c.Register(t.Context(), "x1"); !errors.Is(err, ErrProtocol) {
		t.Errorf("a register that cannot be read: %v", err)
	}
	if _, err := c.Register(t.Context(), "sp2"); !errors.Is(err, ErrUnsupported) {
		t.Errorf("a register that does not exist: %v", err)
	}
	threads, err := c.Threads(t.Context())
	if d := cmp.Diff([]string{"p1.1", "p1.2"}, threads); d != "" || err != nil {
		t.Error(d, err)
	}
	if err := errors.Join(c.Select(t.Context(), "p1.2"), c.Select(t.Context(), "p1.2"), c.Remove(t.Context(), Software, 0x80000000, 4), c.Kill(t.Context()), c.Detach(t.Context())); err != nil {
		t.Error(err)
	}
	var refused *Refusal
	if err := c.Select(t.Context(), "p1.3"); !errors.Is(err, ErrUnsupported) || errors.As(err, &refused) {
		t.Error(err)
	}
}

// documents reads a description from a map of documents.
func documents(m map[string]string) func(string) ([]byte, error) {
	return func(annex string) ([]byte, error) {
		text, ok := m[annex]
		if !ok {
			return nil, fmt.Errorf("no %s", annex)
		}
		return []byte(text), nil
	}
}

func TestParseDescription(t *testing.T) {
	const head = `<?xml version="1.0"?><!DOCTYPE target SYSTEM "gdb-target.dtd"><target><architecture> riscv:rv64 </architecture>`
	d, err := ParseDescription(documents(map[string]string{
		"target.xml": head + `<xi:include href="cpu.xml"/><xi:include href="csr.xml"/></target>`,
		"cpu.xml":    `<feature name="org.gnu.gdb.riscv.cpu"><reg name="zero" bitsize="64"/><reg name="ra" bitsize="64"/><reg name="pc" bitsize="64" regnum="32"/><reg name="ft0" bitsize="64"/></feature>`,
		"csr.xml":    `<feature name="org.gnu.gdb.riscv.csr"><reg name="mhartid" bitsize="64" regnum="3925"/><reg name="priv" bitsize="8"/><reg name="v0" bitsize="256"/></feature>`,
	}))
	if err != nil {
		t.Fatal(err)
	}
	want := []Register{{"zero", 0, 64}, {"ra", 1, 64}, {"pc", 32, 64}, {"ft0", 33, 64}, {"mhartid", 3925, 64}, {"priv", 3926, 8}, {"v0", 3927, 256}}
	if diff := cmp.Diff(want, d.Registers); diff != "" || d.Architecture != "riscv:rv64" || len(d.Features) != 2 {
		t.Error(diff, d.Architecture, d.Features)
	}
	if d, err := ParseDescription(documents(map[string]string{"target.xml": head + `</target>`})); err != nil || d.Architecture != "riscv:rv64" {
		t.Error(err)
	} else if pc, ok := d.Find("pc"); !ok || pc.Number != 32 {
		t.Errorf("without registers pc is %v", pc)
	}
	for what, text := range map[string]string{
		"no XML":            "go away",
		"half of it":        head + `<feature name="x"><reg name="a" bitsi`,
		"no size":           head + `<reg name="a"/></target>`,
		"no name":           head + `<reg bitsize="64"/></target>`,
		"a size of nothing": head + `<reg name="a" bitsize="0"/></target>`,
		"a huge one":        head + `<reg name="a" bitsize="99999999999999999999"/></target>`,
		"a negative number": head + `<reg name="a" bitsize="64" regnum="-1"/></target>`,
		"itself":            head + `<xi:include href="target.xml"/></target>`,
		"a file elsewhere":  head + `<xi:include href="file:///etc/passwd"/></target>`,
		"nothing":           head + `<xi:include/></target>`,
	} {
		if _, err := ParseDescription(documents(map[string]string{"target.xml": text})); what != "no XML" && !errors.Is(err, ErrProtocol) {
			t.Errorf("%s: %v", what, err)
		}
	}
}

func TestOpenIsCancelled(t *testing.T) {
	ours, theirs := net.Pipe()
	defer theirs.Close()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	if _, err := Open(ctx, ours, Limits{}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
	if _, err := ours.Write([]byte{1}); err == nil {
		t.Error("the line is still open")
	}
}

func FuzzAnswers(f *testing.F) {
	f.Add([]byte("T05thread:1;"))
	f.Add([]byte("W01;process:1"))
	f.Add([]byte("E.no such thing"))
	f.Add([]byte("O68690a"))
	f.Fuzz(func(t *testing.T, answer []byte) {
		if s, err := parseStop(string(answer)); err != nil && !errors.Is(err, ErrProtocol) || err == nil && s.Kind == 0 {
			t.Errorf("%q: %+v, %v", answer, s, err)
		}
		code, ok := refusal(answer)
		if ok && (len(answer) == 0 || answer[0] != 'E') {
			t.Errorf("%q refuses with %q", answer, code)
		}
		c := &Client{}
		if c.printed(answer) && answer[0] != 'O' {
			t.Errorf("%q is text", answer)
		}
		_, _ = number(string(answer), "x1")
	})
}

func FuzzDescription(f *testing.F) {
	f.Add([]byte(`<?xml version="1.0"?><!DOCTYPE target SYSTEM "gdb-target.dtd"><target><architecture>riscv:rv64</architecture><xi:include href="target.xml"/></target>`))
	f.Add([]byte(`<target><feature name="org.gnu.gdb.riscv.cpu"><reg name="zero" bitsize="64"/><reg name="pc" bitsize="64" regnum="32"/></feature></target>`))
	f.Add([]byte(`<target><architecture><reg name="x" bitsize="1"/></architecture></target>`))
	f.Fuzz(func(t *testing.T, text []byte) {
		d, err := ParseDescription(func(string) ([]byte, error) { return text, nil })
		switch {
		case err == nil && len(d.Registers) == 0:
			t.Error("a description without registers")
		case err != nil && !errors.Is(err, ErrProtocol):
			t.Error(err)
		}
	})
}
