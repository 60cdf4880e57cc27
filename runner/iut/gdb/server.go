package gdb

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"

	"touchstone/runner/image"
	"touchstone/runner/iut"
	"touchstone/runner/iut/gdb/remote"
	"touchstone/runner/iut/gdb/rsp"
	"touchstone/runner/iut/program"
)

// grace is how long what is ended may take to end.
const grace = 2 * time.Second

// server is a GDB server that we are connected to.
type server struct {
	client  *remote.Client
	process *process // nil: we did not start it
	served  int      // images
	running bool     // the harts
	stops   []uint64 // breakpoints that are set
	ran     map[uint64]bool
	written int // how far logs were written
	ending  sync.Once
}

// process is a server that we started.
type process struct {
	cmd    *exec.Cmd
	dir    string // of its socket
	words  program.Tail
	exited chan struct{}
	exit   error // when exited is closed
}

// open starts a server, or none, and connects to it.
func (g *GDB) open(caller context.Context) (*server, error) {
	ctx, cancel := context.WithTimeoutCause(caller, g.limits.Start, errors.New("it took too long"))
	defer cancel()
	s := &server{ran: map[uint64]bool{}}
	line, err := g.connect(ctx, s)
	if err == nil {
		s.client, err = remote.Open(ctx, line, g.limits.Remote)
	}
	if err == nil {
		_, err = s.client.Status(ctx)
	}
	if err == nil {
		return s, nil
	}
	words := s.lastWords()
	s.end()
	if caller.Err() != nil {
		return nil, caller.Err()
	}
	if cause := context.Cause(ctx); cause != nil {
		err = fmt.Errorf("%w (%w)", err, cause)
	}
	if errors.Is(err, iut.ErrUnavailable) {
		return nil, err
	}
	return nil, fmt.Errorf("%w: the GDB server of %s: %w%s", iut.ErrUnavailable, g.iut.Name, err, words)
}

// connect makes the line to a server, which it starts if we are to.
func (g *GDB) connect(ctx context.Context, s *server) (rsp.Transport, error) {
	network, address := "", g.iut.Start.Address
	if g.way == attach {
		network, address, _ = dialable(address) // New checked it
	}
	if len(g.iut.Start.Command) == 0 {
		line, err := (&net.Dialer{}).DialContext(ctx, network, address)
		if err != nil {
			return nil, fmt.Errorf("nobody answers at %s: %w; start the server there, or say in start.command how", g.iut.Start.Address, err)
		}
		return line, nil
	}
	values := map[string]string{
		"harts": strconv.Itoa(max(g.iut.ICS.Harts, 1)), "memory": strconv.FormatUint(image.DefaultMap().Memory()>>20, 10), "isa": g.isa,
	}
	dir, err := os.MkdirTemp("", "touchstone-")
	if err != nil {
		return nil, err
	}
	s.process = &process{dir: dir, exited: make(chan struct{})}
	switch g.way {
	case socket:
		network, address = "unix", filepath.Join(dir, "gdb")
		if len(address) > 100 {
			return nil, fmt.Errorf("%s is too long for the name of a socket; set TMPDIR to a shorter folder", address)
		}
		values["socket"] = address
	case port:
		if address, values["port"], err = freePort(ctx); err != nil {
			return nil, err
		}
		network = "tcp"
	}
	line, err := g.start(s.process, values)
	if err != nil || line != nil {
		return line, err
	}
	return s.process.dial(ctx, network, address)
}

// start starts the command. The line is that of its standard input and output, when it is spoken
// to through them.
func (g *GDB) start(p *process, values map[string]string) (rsp.Transport, error) {
	var args []string
	for _, a := range g.iut.Start.Command {
		a, _ = program.Expand(a, placeholders(), func(name string) string { return values[name] }) // New checked it
		args = append(args, a)
	}
	cmd, err := g.place.Command(context.Background(), args)
	if err != nil {
		close(p.exited)
		return nil, err
	}
	p.cmd = cmd
	cmd.WaitDelay = grace
	cmd.Stdout, cmd.Stderr = &p.words, &p.words
	var line rsp.Transport
	if g.way == pipes {
		theirs, ours, err := twoPipes()
		if err != nil {
			close(p.exited)
			return nil, err
		}
		defer func() { _ = theirs.Close() }() // the process has its own
		cmd.Stdin, cmd.Stdout = theirs.in, theirs.out
		line = ours
	}
	started := make(chan error)
	go func() {
		// The kernel kills the process when the thread that started it ends: it must last as long.
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		defer close(p.exited)
		err := cmd.Start()
		started <- err
		if err == nil {
			p.exit = cmd.Wait()
		}
	}()
	if err := <-started; err != nil {
		if line != nil {
			_ = line.Close()
		}
		return nil, fmt.Errorf("%w: %s: %w", iut.ErrUnavailable, cmd.Path, err)
	}
	return line, nil
}

// dial connects to a server that is about to listen.
func (p *process) dial(ctx context.Context, network, address string) (rsp.Transport, error) {
	for pause := 2 * time.Millisecond; ; pause = min(2*pause, 50*time.Millisecond) {
		line, err := (&net.Dialer{}).DialContext(ctx, network, address)
		if err == nil {
			return line, nil
		}
		select {
		case <-ctx.Done():
			return nil, fmt.Errorf("it does not listen: %w", err)
		case <-p.exited:
			return nil, errors.New("it ended before it listened")
		case <-time.After(pause):
		}
	}
}

// end ends a server that we started. From another we part in peace: its harts stop, and our
// breakpoints go.
func (s *server) end() {
	s.ending.Do(func() {
		if s.process != nil {
			s.process.end()
		}
		if s.client == nil {
			return
		}
		if s.process == nil {
			ctx, cancel := context.WithTimeout(context.Background(), grace)
			defer cancel()
			if err := s.halt(ctx); err == nil && s.removeStops(ctx) == nil {
				_ = s.client.Detach(ctx)
			}
		}
		_ = s.client.Close()
	})
}

// halt stops the harts if they run.
func (s *server) halt(ctx context.Context) error {
	if !s.running {
		return nil
	}
	if err := s.client.Interrupt(ctx); err != nil {
		return err
	}
	_, err := s.client.Wait(ctx, grace)
	s.running = err != nil
	return err
}

func (s *server) removeStops(ctx context.Context) error {
	for _, addr := range s.stops {
		if err := s.client.Remove(ctx, remote.Hardware, addr, 4); err != nil && !remote.Declined(err) {
			return err
		}
	}
	s.stops = nil
	return nil
}

func (p *process) end() {
	if p.cmd != nil {
		program.KillGroup(p.cmd)
		<-p.exited
		program.KillGroup(p.cmd)
	}
	_ = os.RemoveAll(p.dir)
}

// lastWords are the last of what the server printed, and how it ended, for messages.
func (s *server) lastWords() string {
	var words []string
	add := func(what, text string) {
		const most = 600
		if text = strings.TrimSpace(strings.ToValidUTF8(text, "?")); text != "" {
			words = append(words, "\n"+what+": "+text[max(0, len(text)-most):])
		}
	}
	if p := s.process; p != nil {
		add("it printed", p.words.String())
		select {
		case <-p.exited:
			if p.exit != nil {
				add("it ended", p.exit.Error())
			}
		default:
		}
	}
	if s.client != nil {
		add("it said", s.client.Words())
	}
	return strings.Join(words, "")
}

// dialable makes what net.Dial takes of an address.
func dialable(text string) (network, address string, err error) {
	if path, ok := strings.CutPrefix(text, "unix:"); ok && path != "" {
		return "unix", path, nil
	}
	text = strings.TrimPrefix(text, "tcp:")
	if _, number, err := net.SplitHostPort(text); err != nil || number == "" {
		return "", "", fmt.Errorf("%q is neither host:port nor unix:PATH", text)
	}
	return "tcp", text, nil
}

// freePort is a port of this machine that nobody listens on now.
func freePort(ctx context.Context) (address, number string, err error) {
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return "", "", err
	}
	defer func() { _ = l.Close() }()
	address = l.Addr().String()
	_, number, err = net.SplitHostPort(address)
	return address, number, err
}

// pair is a line made of two pipes.
type pair struct{ in, out *os.File }

// twoPipes are the two ends of a line.
func twoPipes() (theirs, ours pair, err error) {
	if theirs.in, ours.out, err = os.Pipe(); err != nil {
		return theirs, ours, err
	}
	if ours.in, theirs.out, err = os.Pipe(); err != nil {
		_ = theirs.in.Close()
		_ = ours.out.Close()
	}
	return theirs, ours, err
}

func (p pair) Read(b []byte) (int, error)  { return p.in.Read(b) }
func (p pair) Write(b []byte) (int, error) { return p.out.Write(b) }
func (p pair) Close() error                { return errors.Join(p.in.Close(), p.out.Close()) }

func (p pair) SetDeadline(t time.Time) error {
	return errors.Join(p.in.SetReadDeadline(t), p.out.SetWriteDeadline(t))
}
