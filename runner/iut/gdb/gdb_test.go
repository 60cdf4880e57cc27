package gdb

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"touchstone/specs"

	"touchstone/runner/image/frame"
	"touchstone/runner/iut"
	"touchstone/runner/iut/gdb/rsp"
	"touchstone/runner/trial"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// answers is a stub's answer function from a table: the longest prefix of the request counts.
func answers(table map[string]string) func(string) (string, bool) {
	return func(request string) (string, bool) {
		best, found := "", false
		for prefix := range table {
			if strings.HasPrefix(request, prefix) && (!found || len(prefix) > len(best)) {
				best, found = prefix, true
			}
		}
		return table[best], found
	}
}

// TestServers: one image through servers of every kind.
func TestServers(t *testing.T) {
	type row struct {
		name    string
		stub    func(s *stub)
		start   func(s *specs.Start)
		cases   int          // that finish
		stopped *iut.Stopped // nil, and no words: it is well
		words   string       // in the error
		asked   string       // a request that must have been made
		unasked string       // one that must not
	}
	hang := func(n int, then func(*stub) string) func(*stub) {
		return func(s *stub) {
			s.run = func(s *stub, _ int) string {
				s.log(s.records()[:n]...)
				return then(s)
			}
		}
	}
	never := func(*stub) string { return "" }
	wire := func(prefix string, change func(out []byte) []byte) func(*stub) {
		return func(s *stub) {
			s.wire = func(request string, out []byte) []byte {
				if strings.HasPrefix(request, prefix) {
					return change(out)
				}
				return out
			}
		}
	}
	says := func(table map[string]string) func(*stub) {
		return func(s *stub) { s.answer = answers(table) }
	}
	runsInto := func(stop string) func(*stub) { return hang(4, func(*stub) string { return stop }) }
	inCase1 := func(r iut.Reason) *iut.Stopped { return &iut.Stopped{Case: 1, Started: true, Reason: r} }
	atOnce := func(r iut.Reason) *iut.Stopped { return &iut.Stopped{Case: -1, Reason: r} }

	rows := []row{
		// What servers may lack.
		{name: "one that can everything", cases: 3, asked: "X", unasked: "M"},
		{name: "with acknowledgements", stub: func(s *stub) { s.acks = true }, cases: 3},
		{name: "without binary data", stub: says(map[string]string{"X": ""}), cases: 3, asked: "M"},
		{name: "without vCont", stub: says(map[string]string{"vCont?": ""}), cases: 3, asked: "c"},
		{name: "without single registers", stub: says(map[string]string{"p": "", "P": ""}), cases: 3, asked: "G"},
		{name: "without threads", stub: says(map[string]string{"qfThreadInfo": "", "Hg": ""}), cases: 3},
		{name: "without a description", stub: func(s *stub) { s.features = "PacketSize=400" }, cases: 3, unasked: "qXfer"},
		{name: "without qSupported", stub: func(s *stub) { s.features = "" }, cases: 3},
		{name: "with small packets", stub: func(s *stub) { s.features = "PacketSize=40" }, cases: 3},
		{name: "without triggers", stub: says(map[string]string{"Z1": "E0e"}), cases: 3},
		{name: "without breakpoints, and the harts come to the end unseen", stub: func(s *stub) {
			s.answer = answers(map[string]string{"Z1": ""})
			s.run = func(s *stub, n int) string {
				if n == 2 {
					s.log(s.records()...)
					s.pc = s.end
				}
				return ""
			}
		}, cases: 3},
		{name: "breakpoints that are not wanted", start: func(s *specs.Start) { s.Set = map[string]any{"breakpoint": false} }, cases: 3, unasked: "Z"},
		{name: "verified", start: func(s *specs.Start) { s.Set = map[string]any{"verify": true} }, cases: 3},
		{name: "reset before", start: func(s *specs.Start) { s.Monitor = []string{"reset halt"} }, cases: 3, asked: "qRcmd,726573657420"},
		{name: "a hart that is in user mode", stub: func(s *stub) { s.priv = 0; s.answer = answers(map[string]string{"P1041": "OK"}) }, cases: 3, asked: "P1041"},

		// What goes wrong before the image runs: nothing is said of the implementation.
		{name: "no RAM", stub: says(map[string]string{"X": "E01", "M": "E01"}), words: "cannot be written; an image needs 64 MiB from 0x80000000"},
		{name: "memory that keeps nothing", stub: says(map[string]string{"X": "OK"}), words: "does not keep what is written to it"},
		{name: "memory that cannot be read", stub: says(map[string]string{"m": "E01"}), words: "cannot be read"},
		{name: "a reset that is refused", start: func(s *specs.Start) { s.Monitor = []string{"reset halt"} }, stub: says(map[string]string{"qRcmd": "E01"}), words: "monitor reset halt"},
		{name: "a reset that takes too long", start: func(s *specs.Start) { s.Monitor = []string{"reset halt"} }, stub: says(map[string]string{"qRcmd": "silence"}), words: "no answer in time"},
		{name: "a mode that cannot be left", stub: func(s *stub) { s.priv = 0; s.answer = answers(map[string]string{"P1041": "E01"}) }, words: "not in machine mode"},
		{name: "silence from the start", stub: says(map[string]string{"": "silence"}), words: "no answer in time"},
		{name: "a closed line", stub: wire("qSupported", func([]byte) []byte { return nil }), words: "closed the connection"},
		{name: "a line that closes while loading", stub: wire("X", func([]byte) []byte { return nil }), words: "closed the connection"},
		{name: "half a packet", stub: wire("?", func(out []byte) []byte { return out[:3] }), words: "no answer in time"},
		{name: "a wrong sum without acknowledgements", stub: wire("?", func(out []byte) []byte { return append(out[:len(out)-1], 'x') }), words: "malformed packet"},
		{name: "another protocol", stub: wire("qSupported", func([]byte) []byte { return []byte("HTTP/1.1 400 Bad Request\r\n\r\n") }), words: "no answer in time"},
		{name: "a packet size that is none", stub: func(s *stub) { s.features = "PacketSize=many" }, words: "PacketSize=many"},
		{name: "a description that is none", stub: says(map[string]string{"qXfer": "l<target><reg"}), words: "target description"},
		{name: "a description without end", stub: says(map[string]string{"qXfer": "m" + strings.Repeat(" ", 1000)}), words: "longer than"},
		{name: "a description that includes itself", stub: says(map[string]string{"qXfer": `l<target><include href="target.xml"/></target>`}), words: "includes too much"},
		{name: "threads without end", stub: says(map[string]string{"qfThreadInfo": "m" + strings.Repeat("1,", 3000) + "1", "qsThreadInfo": "m" + strings.Repeat("1,", 3000) + "1"}), words: "makes no sense"},
		{name: "more data than was asked for", stub: says(map[string]string{"m": strings.Repeat("00", 3000)}), words: "makes no sense"},
		{name: "data that is none", stub: says(map[string]string{"m": "a stitch in time"}), words: "makes no sense"},

		// What goes wrong on the line, and is mended.
		{name: "a wrong sum, once", stub: func(s *stub) {
			s.acks = true
			wire("m", func(out []byte) []byte { return append(out[:len(out)-1], 'x') })(s)
		}, cases: 3},
		{name: "noise and notifications", stub: func(s *stub) {
			s.wire = func(_ string, out []byte) []byte {
				return append([]byte("\r\nInfo : riscv.cpu halted\r\n%Stop:T05#99+"), out...)
			}
		}, cases: 3},
		{name: "a target that is stopped by connecting", stub: wire("qSupported", func(out []byte) []byte { return append([]byte("$T02thread:1;#d4"), out...) }), cases: 3},
		{name: "a stop that is told twice", stub: func(s *stub) {
			s.wire = func(request string, out []byte) []byte {
				if request == "vCont;c" {
					return append(out, "$T02thread:1;#d4"...)
				}
				return out
			}
		}, cases: 3},
		{name: "words while it runs", stub: wire("vCont;c", func(out []byte) []byte { return append([]byte("$O68690a#bd"), out...) }), cases: 3},

		// What the target does.
		{name: "a hang in a case", stub: hang(4, never), cases: 1, stopped: inCase1(iut.Hang), words: "interrupted at pc"},
		{name: "a hang at once", stub: hang(0, never), stopped: atOnce(iut.Hang)},
		{name: "a hang that cannot be interrupted", stub: func(s *stub) {
			hang(4, never)(s)
			s.answer = answers(map[string]string{"\x03": "silence"})
		}, stopped: atOnce(iut.Hang)},
		{name: "an end by tohost", stub: hang(4, func(s *stub) string { s.word(s.img.Map.ToHost(), 1); return "" }), cases: 1, stopped: inCase1(iut.Exit), words: "tohost"},
		{name: "an end that comes too early", stub: hang(4, (*stub).atEnd), cases: 1, stopped: inCase1(iut.Exit)},
		{name: "a debugger that takes ebreak", stub: runsInto("T05thread:1;"), cases: 1, stopped: inCase1(iut.Crash), words: "ebreak must be left to the hart"},
		{name: "a target that ends", stub: runsInto("W00"), stopped: atOnce(iut.Exit), words: "exited with status 0"},
		{name: "a target that is killed", stub: runsInto("X0b"), stopped: atOnce(iut.Exit), words: "signal 11"},
		{name: "a stop that is none", stub: runsInto("stopped"), stopped: atOnce(iut.Crash), words: "makes no sense"},
		{name: "a refusal to run", stub: runsInto("E31"), stopped: atOnce(iut.Crash), words: "E31"},
		{name: "a server that goes", stub: wire("vCont;c", func([]byte) []byte { return nil }), stopped: atOnce(iut.Crash), words: "closed the connection"},
		{name: "a packet without end", stub: wire("vCont;c", func([]byte) []byte {
			return append(append([]byte("$"), bytes.Repeat([]byte("0*~"), 20000)...), "#00"...)
		}), stopped: atOnce(iut.Crash), words: "overlong"},
		{name: "words without end", stub: wire("vCont;c", func([]byte) []byte {
			return bytes.Repeat(rsp.Append(nil, []byte("O"+strings.Repeat("21", 1000))), 600)
		}), stopped: atOnce(iut.Flood), words: "prints without end"},
		{name: "it asks for a file, and goes on", stub: func(s *stub) {
			stop := s.run
			s.run = func(s *stub, n int) string { return "Fopen,0/0,0,0" }
			s.answer = func(request string) (string, bool) {
				if request == "F-1,270f" {
					return stop(s, 1), true
				}
				return "", false
			}
		}, cases: 3},
		{name: "a log that breaks off", stub: func(s *stub) {
			says(map[string]string{})(s)
			s.wire = func(request string, out []byte) []byte {
				if strings.HasPrefix(request, "m") && s.runs > 0 {
					return nil
				}
				return out
			}
		}, stopped: atOnce(iut.Crash)},
		{name: "a log of rubbish", stub: func(s *stub) {
			s.run = func(s *stub, _ int) string {
				for at := s.img.Log[0]; at < s.img.Log[0]+1<<16; at++ {
					s.memory[at] = 0xff
				}
				return s.atEnd()
			}
		}, stopped: atOnce(iut.Exit), words: "log:"},
		{name: "a clobbered runtime", stub: func(s *stub) {
			s.run = func(s *stub, _ int) string {
				r := s.records()
				r[7].Words[1]++
				s.log(r...)
				return s.atEnd()
			}
		}, cases: 3, stopped: &iut.Stopped{Case: -1, Started: true, Reason: iut.Exit}, words: "clobbered"},
	}
	img := three(t)
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			s := newStub(t, img)
			if row.stub != nil {
				row.stub(s)
			}
			n := 0
			begun := time.Now()
			err := s.adapter(quick(), row.start).Execute(t.Context(), s.img, func(trial.Outcome) error { n++; return nil })
			if took := time.Since(begun); took > time.Minute {
				t.Errorf("it took %v", took)
			}
			if n != row.cases {
				t.Errorf("%d cases finished, want %d", n, row.cases)
			}
			var stopped *iut.Stopped
			switch {
			case row.stopped == nil && row.words == "":
				if err != nil {
					t.Error(err)
				}
			case row.stopped == nil:
				if !errors.Is(err, iut.ErrUnavailable) || !strings.Contains(err.Error(), row.words) {
					t.Errorf("got %v, want %v: … %s", err, iut.ErrUnavailable, row.words)
				}
			case !errors.As(err, &stopped):
				t.Errorf("got %v, want %v", err, row.stopped)
			case stopped.Case != row.stopped.Case || stopped.Started != row.stopped.Started || stopped.Reason != row.stopped.Reason || !strings.Contains(stopped.LastWords, row.words):
				t.Errorf("got %v, want %v: … %s", err, row.stopped, row.words)
			}
			if row.asked != "" && !s.has(row.asked) {
				t.Errorf("%s was not asked: %q", row.asked, s.asked)
			}
			if row.unasked != "" && s.has(row.unasked) {
				t.Errorf("%s was asked", row.unasked)
			}
		})
	}
}

// TestSlowTarget: an image may take longer than a case may, as long as cases finish; a record that is
// half written when the harts are stopped is not lost.
func TestSlowTarget(t *testing.T) {
	s := newStub(t, three(t))
	records := s.records()
	s.run = func(s *stub, n int) string {
		if n == 2*len(records) {
			return s.atEnd()
		}
		if n%2 == 0 {
			s.log(records[:n/2]...)
			return ""
		}
		// Behind the whole records the next has its head, and not yet its sum.
		s.log(records[:n/2+1]...)
		var words []uint64
		for _, r := range records[:n/2+1] {
			words = frame.Append(words, s.img.ID, r)
		}
		s.word(s.img.Log[0]+8*uint64(len(words)-1), 0x1234)
		s.word(s.img.Log[0]+8*uint64(len(words)), 0xffff_ffff_ffff_0000)
		return ""
	}
	s.run = last(s.run, 2*len(records)-1, func(s *stub) string {
		s.log(records...)
		return s.atEnd()
	})
	limits := quick()
	limits.Silence = 500 * time.Millisecond
	n := 0
	if err := s.adapter(limits, nil).Execute(t.Context(), s.img, func(trial.Outcome) error { n++; return nil }); err != nil || n != 3 {
		t.Errorf("%d cases finished, %v", n, err)
	}
}

// last makes the n-th run another.
func last(run func(*stub, int) string, n int, then func(*stub) string) func(*stub, int) string {
	return func(s *stub, k int) string {
		if k >= n {
			return then(s)
		}
		return run(s, k)
	}
}

// TestStaleRecords: what an image left in memory is not taken for what it does when it runs again.
func TestStaleRecords(t *testing.T) {
	s := newStub(t, three(t))
	s.run = func(s *stub, n int) string {
		if n == 1 {
			s.log(s.records()...)
			return s.atEnd()
		}
		// It has written the head of its first record, and hangs.
		s.word(s.img.Log[0], uint64(3)<<4|uint64(frame.Start))
		return ""
	}
	g := s.adapter(quick(), nil)
	if err := g.Execute(t.Context(), s.img, func(trial.Outcome) error { return nil }); err != nil {
		t.Fatal(err)
	}
	var stopped *iut.Stopped
	err := g.Execute(t.Context(), s.img, func(o trial.Outcome) error {
		t.Errorf("case %d finished", o.Case)
		return nil
	})
	if !errors.As(err, &stopped) || stopped.Started {
		t.Errorf("got %v, want a hang at once", err)
	}
}

// TestReconnect: a server that has gone between two images is connected to again, once.
func TestReconnect(t *testing.T) {
	s := newStub(t, three(t))
	g := s.adapter(quick(), nil)
	for i := range 3 {
		n := 0
		if err := g.Execute(t.Context(), s.img, func(trial.Outcome) error { n++; return nil }); err != nil || n != 3 {
			t.Fatalf("image %d: %d cases, %v", i, n, err)
		}
		for s := range g.servers.all {
			_ = s.client.Close()
		}
	}
}

// TestLetGo: whoever gives up leaves a board with its harts stopped and without our breakpoints.
func TestLetGo(t *testing.T) {
	s := newStub(t, three(t))
	runs := make(chan bool, 1)
	s.run = func(*stub, int) string { runs <- true; return "" }
	g := s.adapter(Limits{}, nil)
	ctx, cancel := context.WithCancel(t.Context())
	go func() { <-runs; cancel() }()
	if err := g.Execute(ctx, s.img, func(trial.Outcome) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	for _, request := range []string{"interrupt", "z1", "D"} {
		if !s.has(request) {
			t.Errorf("%s was not asked: %q", request, s.asked)
		}
	}
}

func TestNobodyAnswers(t *testing.T) {
	for _, start := range []specs.Start{
		{Address: "unix:/nonexistent/socket"},
		{Address: "127.0.0.1:1"},
		{Command: []string{"no-such-server", "{socket}"}},
		{Command: []string{"false", "{socket}"}},
		{Command: []string{"false", "{port}"}},
		{Command: []string{"false"}},
	} {
		start.Adapter = "gdb"
		g, err := New(&specs.IUT{Name: "a board", Start: start}, "", quick())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := g.servers.take(t.Context(), g.open); !errors.Is(err, iut.ErrUnavailable) {
			t.Errorf("%v %v: %v", start.Address, start.Command, err)
		}
		if err := g.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestNewRefuses(t *testing.T) {
	for want, s := range map[string]specs.Start{
		"not gdb":                      {Adapter: "process"},
		"start needs the address":      {Adapter: "gdb"},
		"results is console":           {Adapter: "gdb", Address: "localhost:1", Results: "console"},
		"neither host:port":            {Adapter: "gdb", Address: "localhost"},
		"remove one of them":           {Adapter: "gdb", Address: "localhost:1", Command: []string{"x", "{port}"}},
		"one of them is enough":        {Adapter: "gdb", Command: []string{"x", "{port}", "{socket}"}},
		"begins none of":               {Adapter: "gdb", Command: []string{"x", "{elf}"}},
		"there is no such setting":     {Adapter: "gdb", Address: "localhost:1", Set: map[string]any{"speed": 1}},
		"start.set.verify is 1":        {Adapter: "gdb", Address: "localhost:1", Set: map[string]any{"verify": 1}},
		"of these there is only case:": {Adapter: "gdb", Address: "localhost:1", Limits: specs.Limits{Output: 1}},
	} {
		if _, err := New(&specs.IUT{Name: "it", Start: s}, "", Limits{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
}
