package gdb

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"net"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"touchstone/specs"

	"touchstone/runner/image"
	"touchstone/runner/image/frame"
	"touchstone/runner/iut/gdb/remote"
	"touchstone/runner/iut/gdb/rsp"
	"touchstone/runner/iut/iuttest"
)

// stub is a GDB server whose target writes what a test wants into its log.
type stub struct {
	t   *testing.T
	img *image.Image
	end uint64

	mu     sync.Mutex
	memory map[uint64]byte
	pc     uint64
	priv   uint64
	asked  []string // every request, its data cut off
	runs   int      // how often the target was let go

	features string                                  // answer to qSupported
	answer   func(request string) (string, bool)     // instead of the stub's own
	run      func(s *stub, n int) (stop string)      // the n-th time it runs; "" goes on until interrupted
	wire     func(request string, out []byte) []byte // what becomes of an answer's bytes on the line; nil closes it
	acks     bool                                    // it insists on acknowledgements
}

// three is an image of three cases.
func three(t *testing.T) *image.Image {
	b := iuttest.NewBench(t)
	return b.Images(t, image.Signature, b.Case(t, "a", "ecall"), b.Case(t, "b", "nop\n ecall"), b.Case(t, "c", "nop\n nop\n ecall"))[0]
}

// newStub is a server that can everything, and whose target runs the image well.
func newStub(t *testing.T, img *image.Image) *stub {
	p, err := load(img)
	if err != nil {
		t.Fatal(err)
	}
	s := &stub{t: t, img: img, end: p.exits[0], memory: map[uint64]byte{}, priv: 3, features: "PacketSize=1000;QStartNoAckMode+;qXfer:features:read+"}
	s.run = func(s *stub, _ int) string {
		s.log(s.records()...)
		return s.atEnd()
	}
	return s
}

// records of a right report of the image.
func (s *stub) records() []frame.Record {
	r := []frame.Record{{Kind: frame.Start, Words: []uint64{frame.Version, s.img.ID, uint64(len(s.img.Cases))}}}
	for slot := range s.img.Cases {
		r = append(r, frame.Record{Kind: frame.Begin, Slot: slot}, frame.Record{Kind: frame.Result, Slot: slot, Words: []uint64{11, s.img.Code[slot], 0, 3}})
	}
	return append(r, frame.Record{Kind: frame.End, Slot: len(s.img.Cases), Words: []uint64{uint64(len(s.img.Cases)), s.img.Sum}})
}

// log writes records into the log from its beginning, with a zero behind them.
func (s *stub) log(records ...frame.Record) {
	var words []uint64
	for _, r := range records {
		words = frame.Append(words, s.img.ID, r)
	}
	for i, w := range append(words, 0) {
		s.word(s.img.Log[0]+8*uint64(i), w)
	}
}

func (s *stub) word(addr, v uint64) {
	var b [8]byte
	binary.LittleEndian.PutUint64(b[:], v)
	for i := range b {
		s.memory[addr+uint64(i)] = b[i]
	}
}

// atEnd is the stop of a target that has come to the image's end.
func (s *stub) atEnd() string {
	s.pc = s.end
	return "T05hwbreak:;thread:1;"
}

// adapter is one that is connected to the stub.
func (s *stub) adapter(limits Limits, change func(*specs.Start)) *GDB {
	s.t.Helper()
	address := filepath.Join(s.t.TempDir(), "s")
	l, err := net.Listen("unix", address)
	if err != nil {
		s.t.Fatal(err)
	}
	var serving sync.WaitGroup
	serving.Go(func() {
		for {
			line, err := l.Accept()
			if err != nil {
				return
			}
			serving.Go(func() { s.serve(line) })
		}
	})
	u := &specs.IUT{Name: "a board", Start: specs.Start{Adapter: "gdb", Address: "unix:" + address}, ICS: specs.ICS{Harts: 1}}
	if change != nil {
		change(&u.Start)
	}
	g, err := New(u, "rv64i", limits)
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() {
		_ = g.Close()
		_ = l.Close()
		serving.Wait()
	})
	return g
}

// quick limits: what does not come is waited for, but not for long.
func quick() Limits { // on a loaded machine too
	return Limits{Silence: time.Second, Start: 10 * time.Second, Remote: remote.Limits{Answer: 2 * time.Second, Monitor: 2 * time.Second}}
}

// serve speaks to one client until it goes.
func (s *stub) serve(line net.Conn) {
	defer line.Close()
	var (
		scan    rsp.Scanner
		space   = make([]byte, 1<<16)
		noAck   bool
		running bool
		last    []byte
	)
	send := func(request, payload string) bool {
		out := rsp.Append(nil, []byte(payload))
		if s.wire != nil {
			if out = s.wire(request, out); out == nil {
				return false
			}
		}
		last = out
		_, err := line.Write(out)
		return err == nil
	}
	for {
		n, err := line.Read(space)
		if err != nil {
			return
		}
		if running && bytes.IndexByte(space[:n], 3) >= 0 {
			running = false
			s.mu.Lock()
			s.asked = append(s.asked, "interrupt")
			s.mu.Unlock()
			if stop := "T02thread:1;"; !s.deaf("\x03") && !send("\x03", stop) {
				return
			}
			continue
		}
		for rest := space[:n]; ; {
			n, e, ok := scan.Next(rest)
			rest = rest[n:]
			if !ok {
				break
			}
			switch e.Kind {
			case rsp.Nak:
				last = rsp.Append(nil, payloadOf(last)) // the second time it is right
				if _, err := line.Write(last); err != nil {
					return
				}
				continue
			case rsp.Packet:
			default:
				continue
			}
			request := string(e.Payload)
			if !noAck {
				if _, err := line.Write([]byte("+")); err != nil {
					return
				}
			}
			payload, silent := s.handle(request)
			if request == "QStartNoAckMode" && payload == "OK" {
				defer func() { noAck = false }()
				if !send(request, payload) {
					return
				}
				noAck = true
				continue
			}
			running = silent && (request == "c" || strings.HasPrefix(request, "vCont;c"))
			if !silent && !send(request, payload) {
				return
			}
		}
	}
}

// payloadOf is what a packet carries, or was to carry.
func payloadOf(packet []byte) []byte {
	_, e, _ := new(rsp.Scanner).Next(packet)
	return bytes.Clone(e.Payload)
}

// deaf says whether a request gets no answer: the test's answer to it is "silence".
func (s *stub) deaf(request string) bool {
	if s.answer == nil {
		return false
	}
	a, ok := s.answer(request)
	return ok && a == "silence"
}

// handle answers a request. silent: there is no answer, now or ever.
func (s *stub) handle(request string) (payload string, silent bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	title := request[:min(len(request), 24)]
	if i := strings.IndexAny(title, ":="); i > 0 && title[0] != 'q' {
		title = title[:i]
	}
	s.asked = append(s.asked, title)
	if s.answer != nil {
		if a, ok := s.answer(request); ok {
			return a, a == "silence"
		}
	}
	name, rest, _ := strings.Cut(request, ":")
	switch {
	case name == "qSupported":
		return s.features, false
	case request == "QStartNoAckMode" && !s.acks:
		return "OK", false
	case request == "vCont?":
		return "vCont;c;s", false
	case request == "?":
		return "T05thread:1;", false
	case strings.HasPrefix(request, "qXfer:features:read:target.xml:"):
		return s.xml(rest[strings.LastIndexByte(rest, ':')+1:]), false
	case request == "qfThreadInfo":
		return "m1", false
	case request == "qsThreadInfo":
		return "l", false
	case request == "Hg1", request == "D", strings.HasPrefix(request, "Hc"), strings.HasPrefix(request, "Z1,"), strings.HasPrefix(request, "z1,"), strings.HasPrefix(request, "qRcmd,"):
		return "OK", false
	case request[:1] == "m":
		return s.read(request[1:]), false
	case request[:1] == "M":
		b, err := hex.DecodeString(rest)
		if err != nil {
			return "E01", false
		}
		return s.write(name[1:], b), false
	case request[:1] == "X":
		return s.write(name[1:], []byte(rest)), false
	case request == "p20":
		return number(s.pc), false
	case request == "p1041":
		return number(s.priv), false
	case strings.HasPrefix(request, "P20="):
		b, _ := hex.DecodeString(request[4:])
		s.pc = binary.LittleEndian.Uint64(b)
		return "OK", false
	case request == "g":
		return strings.Repeat("0", 32*16) + number(s.pc), false
	case request[:1] == "G":
		b, _ := hex.DecodeString(request[1+32*16:])
		s.pc = binary.LittleEndian.Uint64(b)
		return "OK", false
	case request == "c", strings.HasPrefix(request, "vCont;c"):
		s.runs++
		stop := s.run(s, s.runs)
		return stop, stop == ""
	}
	return "", false
}

func number(v uint64) string {
	return hex.EncodeToString(binary.LittleEndian.AppendUint64(nil, v))
}

func (s *stub) xml(window string) string {
	var from, size int
	fmt.Sscanf(window, "%x,%x", &from, &size)
	text := `<?xml version="1.0"?><!DOCTYPE target SYSTEM "gdb-target.dtd"><target version="1.0"><architecture>riscv:rv64</architecture>` +
		`<feature name="org.gnu.gdb.riscv.cpu"><reg name="zero" bitsize="64" regnum="0"/><reg name="pc" bitsize="64" regnum="32"/></feature>` +
		`<feature name="org.gnu.gdb.riscv.virtual"><reg name="priv" bitsize="64" regnum="4161"/></feature></target>`
	text = text[min(from, len(text)):]
	if len(text) <= size {
		return "l" + text
	}
	return "m" + text[:size]
}

func (s *stub) read(window string) string {
	var addr uint64
	var n int
	if k, _ := fmt.Sscanf(window, "%x,%x", &addr, &n); k != 2 || n > 1<<20 {
		return "E02"
	}
	b := make([]byte, n)
	for i := range b {
		b[i] = s.memory[addr+uint64(i)]
	}
	return hex.EncodeToString(b)
}

func (s *stub) write(window string, b []byte) string {
	var addr uint64
	var n int
	if k, _ := fmt.Sscanf(window, "%x,%x", &addr, &n); k != 2 || n != len(b) {
		return "E03"
	}
	for i := range b {
		s.memory[addr+uint64(i)] = b[i]
	}
	return "OK"
}

// has says whether a request was made.
func (s *stub) has(prefix string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.ContainsFunc(s.asked, func(r string) bool { return strings.HasPrefix(r, prefix) })
}
