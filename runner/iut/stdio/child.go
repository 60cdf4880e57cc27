package stdio

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"touchstone/runner/iut"
	"touchstone/runner/iut/program"
)

// grace is how long what a killed program left behind may hold its pipes open.
const grace = 2 * time.Second

// patience is how long a program may take to end, and to tidy up, when its input has ended.
const patience = 5 * time.Second

// child is a program that talks for the implementation, after its greeting.
type child struct {
	owner  *Stdio
	hello  introduction
	cmd    *exec.Cmd
	mark   string
	lines  chan []byte   // whole lines, one or many, each with its newline; closed at the end of output
	input  chan []byte   // to be written; closed by closeInput
	gone   chan struct{} // closed when the process has ended
	exit   error         // how; once gone is closed
	broken atomic.Bool   // its standard input is closed
	flood  chan struct{} // closed when too much came without an answer
	ended  chan struct{} // closed by end: nothing is waited for any more

	out    *os.File // our ends of the pipes
	in     *os.File
	words  *os.File
	stderr stderr
	closed sync.Once
	over   sync.Once
	work   sync.WaitGroup

	complained chan struct{} // closed at the end of standard error

	rest []byte // what came after the last newline; once lines is closed
	long bool   // the last line was too long
}

// stderr keeps the end of what is written, and counts it.
type stderr struct {
	program.Tail
	noise atomic.Int64
	limit int64
	full  func()
}

func (s *stderr) Write(p []byte) (int, error) {
	if s.noise.Add(int64(len(p))) > s.limit {
		s.full()
	}
	return s.Tail.Write(p)
}

// start starts the program and reads its greeting. A *Stopped says that it did not greet as it must.
func (s *Stdio) start(ctx context.Context) (*child, error) {
	dir, err := s.folder.Open()
	if err != nil {
		return nil, err
	}
	if err := s.prepare(ctx, dir); err != nil {
		return nil, err
	}
	cmd, mark, err := s.command(ctx, s.iut.Start.Command, dir)
	if err != nil {
		return nil, err
	}
	c := &child{
		owner: s, cmd: cmd, mark: mark, lines: make(chan []byte, 8), input: make(chan []byte, 8),
		gone: make(chan struct{}), flood: make(chan struct{}), ended: make(chan struct{}),
	}
	c.stderr.limit = s.limits.Output
	c.stderr.full = sync.OnceFunc(func() { close(c.flood) })
	if err := c.launch(); err != nil {
		return nil, err
	}
	if err := c.greet(ctx); err != nil {
		c.end()
		return nil, err
	}
	return c, nil
}

// command is a command of the description, in its place and with a mark of its own.
func (s *Stdio) command(ctx context.Context, template []string, dir string) (cmd *exec.Cmd, mark string, err error) {
	args := slices.Clone(template)
	for i, arg := range args {
		args[i], _ = program.Expand(arg, []string{"dir"}, func(string) string { return dir }) // New has looked
	}
	place := program.Place{Directory: s.iut.Start.Directory, Environment: s.iut.Start.Environment}
	if cmd, err = place.Command(ctx, args); err != nil {
		return nil, "", err
	}
	s.keeper.Watch()
	mark = fmt.Sprintf("%s-%d.", s.keeper.Mark(), s.count.Add(1))
	cmd.Env = append(cmd.Env, mark)
	return cmd, mark, nil
}

// prepare runs the commands that come before the first start, once.
func (s *Stdio) prepare(ctx context.Context, dir string) error {
	s.preparing.Lock()
	defer s.preparing.Unlock()
	if s.prepared {
		return nil
	}
	for _, template := range s.iut.Start.Prepare {
		cmd, mark, err := s.command(ctx, template, dir)
		if err != nil {
			return err
		}
		var out program.Tail
		cmd.Stdout, cmd.Stderr, cmd.WaitDelay = &out, &out, grace
		if err = cmd.Run(); cmd.Process != nil {
			program.KillGroup(cmd)
			program.Sweep(mark, cmd.Process.Pid)
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			return fmt.Errorf("%w: start.prepare: %q: %w: %s", iut.ErrUnavailable, strings.Join(template, " "), err, strings.TrimSpace(out.String()))
		}
	}
	s.prepared = true
	return nil
}

// launch starts the process and the goroutines around it.
func (c *child) launch() error {
	stdin, in, err := os.Pipe()
	if err != nil {
		return err
	}
	out, stdout, err := os.Pipe()
	if err != nil {
		return errors.Join(err, stdin.Close(), in.Close())
	}
	words, stderr, err := os.Pipe()
	if err != nil {
		return errors.Join(err, stdin.Close(), in.Close(), out.Close(), stdout.Close())
	}
	c.in, c.out, c.words = in, out, words
	c.cmd.Stdin, c.cmd.Stdout, c.cmd.Stderr = stdin, stdout, stderr // files: Wait waits for nothing but the process
	started := make(chan error)
	c.work.Go(func() {
		// The kernel kills the process when the thread that started it ends: it must last as long.
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		if c.owner.limits.Memory > 0 {
			program.LimitMemory(c.cmd, c.owner.limits.Memory)
		}
		err := c.cmd.Start()
		_, _, _ = stdin.Close(), stdout.Close(), stderr.Close()
		started <- err
		if err != nil {
			return
		}
		c.exit = c.cmd.Wait()
		close(c.gone)
		// What it left behind may hold its output open: that ends with it, and if not, soon.
		program.KillGroup(c.cmd)
		program.Sweep(c.mark, c.cmd.Process.Pid)
		soon := time.Now().Add(grace)
		_, _ = c.out.SetReadDeadline(soon), c.words.SetReadDeadline(soon)
	})
	if err := <-started; err != nil {
		c.work.Wait()
		return errors.Join(fmt.Errorf("%w: %s: %w", iut.ErrUnavailable, c.cmd.Path, err), in.Close(), out.Close(), words.Close())
	}
	c.work.Go(c.write)
	c.work.Go(c.read)
	c.complained = make(chan struct{})
	c.work.Go(func() {
		defer close(c.complained)
		defer words.Close()
		_, _ = io.Copy(&c.stderr, words)
	})
	return nil
}

// write writes what is to be written, until the input is closed or the program does not read any more.
func (c *child) write() {
	defer c.in.Close()
	for b := range c.input {
		if c.broken.Load() {
			continue
		}
		if _, err := c.in.Write(b); err != nil {
			c.broken.Store(true)
		}
	}
}

// closeInput ends the program's input when what is on its way has been written.
func (c *child) closeInput() { c.closed.Do(func() { close(c.input) }) }

// read hands on what the program writes, in whole lines.
func (c *child) read() {
	defer close(c.lines)
	defer c.out.Close()
	var rest []byte
	for {
		chunk := make([]byte, max(32<<10, 2*len(rest)))
		n := copy(chunk, rest)
		m, err := c.out.Read(chunk[n:])
		chunk = chunk[:n+m]
		last := bytes.LastIndexByte(chunk[n:], '\n')
		rest = chunk
		if last >= 0 {
			last += n
			rest = chunk[last+1:]
			select {
			case c.lines <- chunk[:last+1]:
			case <-c.ended:
				return
			}
		}
		c.long = int64(len(rest)) > c.owner.limits.Output
		if err != nil || c.long {
			c.rest = rest
			return
		}
	}
}

// greet exchanges the greetings.
func (c *child) greet(ctx context.Context) error {
	c.input <- fmt.Appendf(nil, `{"hello":1,"pack":%q}`+"\n", c.owner.pack)
	limit := time.NewTimer(c.owner.limits.Start)
	defer limit.Stop()
	stopped := &iut.Stopped{Case: -1, Reason: iut.Crash}
	var problem string
	select {
	case lines, ok := <-c.lines:
		if !ok {
			stopped.Reason, problem = c.ending(), "it ended without a greeting"
			break
		}
		line, more, _ := bytes.Cut(lines, []byte("\n"))
		var err error
		switch c.hello, err = readIntroduction(line); {
		case err != nil:
			problem = fmt.Sprintf("the first line of its standard output is to be its greeting: %v: %s", err, short(line))
		case len(more) > 0:
			problem = "nothing was asked, and after its greeting it wrote: " + short(more)
		default:
			c.stderr.noise.Store(0)
			return nil
		}
	case <-c.flood:
		stopped.Reason, problem = iut.Flood, "too much on standard error"
	case <-limit.C:
		stopped.Reason, problem = iut.Hang, fmt.Sprintf("no greeting within %v", c.owner.limits.Start)
	case <-ctx.Done():
		return ctx.Err()
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	stopped.LastWords = c.lastWords(problem)
	return stopped
}

// ending is the reason of an end of output: it waits for the process, which is killed if it goes on.
func (c *child) ending() iut.Reason {
	if c.long {
		return iut.Flood
	}
	select {
	case <-c.gone:
		if c.exit == nil {
			return iut.Exit
		}
	case <-time.After(grace): // it goes on, but says nothing any more
	}
	return iut.Crash
}

// lastWords are for people: what was wrong, how the process ended, and the end of standard error.
func (c *child) lastWords(problem string) string {
	words := []string{problem}
	if c.broken.Load() {
		words = append(words, "its standard input is closed")
	}
	if c.hasEnded() {
		words = append(words, "it ended: "+how(c.exit))
		select { // the last of its words are on their way
		case <-c.complained:
		case <-time.After(grace):
		}
	}
	if text := strings.TrimSpace(strings.ToValidUTF8(c.stderr.String(), "?")); text != "" {
		words = append(words, "standard error: "+text)
	}
	return strings.Join(words, "\n")
}

// hasEnded says that the process has.
func (c *child) hasEnded() bool {
	select {
	case <-c.gone:
		return true
	default:
		return false
	}
}

func how(exit error) string {
	if exit == nil {
		return "exit status 0"
	}
	return exit.Error()
}

// end ends the process and all that it started, and waits until nothing of it is left.
func (c *child) end() {
	c.over.Do(func() {
		close(c.ended)
		program.KillGroup(c.cmd)
		now := time.Now()
		_, _ = c.in.SetWriteDeadline(now), c.out.SetReadDeadline(now)
		c.closeInput()
		for range c.lines { // so that read ends
		}
		<-c.gone
		_ = c.words.SetReadDeadline(time.Now())
		c.work.Wait()
	})
}

// finish waits for the end of a program that has nothing more to answer. What it wrote besides is an error.
func (c *child) finish(ctx context.Context) (problem string) {
	c.closeInput()
	limit := time.NewTimer(patience)
	defer limit.Stop()
	for {
		select {
		case lines, ok := <-c.lines:
			if ok {
				return "all was answered, and then it wrote: " + short(lines)
			}
			if len(c.rest) > 0 {
				return "all was answered, and then it wrote: " + short(c.rest)
			}
			return ""
		case <-limit.C:
			return ""
		case <-ctx.Done():
			return ""
		}
	}
}
