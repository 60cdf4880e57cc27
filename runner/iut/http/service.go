package http

import (
	"context"
	"fmt"
	"maps"
	"net"
	"os/exec"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"touchstone/specs"

	"touchstone/runner/iut"
	"touchstone/runner/iut/program"
)

// grace is how long the pipes of an ended service may stay open.
const grace = 2 * time.Second

// service is the process of a service that we start. Its owner's lock guards it.
type service struct {
	keeper   *program.Keeper
	prepared bool
	count    int
	cmd      *exec.Cmd // nil: it does not run
	mark     string
	gone     chan struct{} // closed when it has ended
	exit     error         // how; once gone is closed
	words    *program.Tail
}

// start prepares and starts it, and says on which port it is to listen.
func (s *service) start(ctx context.Context, u *specs.IUT, dir string) (port string, err error) {
	s.end()
	if port, err = freePort(ctx); err != nil {
		return "", err
	}
	place := program.Place{Directory: u.Start.Directory, Environment: maps.Clone(u.Start.Environment)}
	for name, value := range place.Environment {
		place.Environment[name] = expand(value, dir, port)
	}
	if !s.prepared {
		for _, template := range u.Start.Prepare {
			if err := s.prepare(ctx, place, filled(template, dir, port)); err != nil {
				return "", err
			}
		}
		s.prepared = true
	}
	// It outlives this call, and ends with end.
	cmd, err := place.Command(context.WithoutCancel(ctx), filled(u.Start.Command, dir, port))
	if err != nil {
		return "", err
	}
	s.keeper.Watch()
	s.count++
	s.mark = fmt.Sprintf("%s-%d.", s.keeper.Mark(), s.count)
	s.words, s.gone = &program.Tail{}, make(chan struct{})
	cmd.Env = append(cmd.Env, s.mark)
	cmd.Stdout, cmd.Stderr, cmd.WaitDelay = s.words, s.words, grace
	started := make(chan error)
	gone := s.gone
	go func() {
		// The kernel kills the process when the thread that started it ends: it must last as long.
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		err := cmd.Start()
		started <- err
		if err == nil {
			s.exit = cmd.Wait()
			close(gone)
		}
	}()
	if err := <-started; err != nil {
		return "", fmt.Errorf("%w: %s: %w", iut.ErrUnavailable, cmd.Path, err)
	}
	s.cmd = cmd
	return port, nil
}

func (s *service) prepare(ctx context.Context, place program.Place, args []string) error {
	cmd, err := place.Command(ctx, args)
	if err != nil {
		return err
	}
	var out program.Tail
	cmd.Stdout, cmd.Stderr, cmd.WaitDelay = &out, &out, grace
	err = cmd.Run()
	program.KillGroup(cmd)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		return fmt.Errorf("%w: start.prepare: %q: %w: %s", iut.ErrUnavailable, strings.Join(args, " "), err, strings.TrimSpace(out.String()))
	}
	return nil
}

func filled(template []string, dir, port string) []string {
	args := slices.Clone(template)
	for i, arg := range args {
		args[i] = expand(arg, dir, port)
	}
	return args
}

// freePort is a port that nobody listens on at this moment.
func freePort(ctx context.Context) (string, error) {
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	port := l.Addr().(*net.TCPAddr).Port
	return strconv.Itoa(port), l.Close()
}

// runs says that there is a process, and that it has not ended.
func (s *service) runs() bool {
	if s.cmd == nil {
		return false
	}
	select {
	case <-s.gone:
		return false
	default:
		return true
	}
}

// reason is how it ended.
func (s *service) reason() iut.Reason {
	if s.cmd != nil && !s.runs() && s.exit == nil {
		return iut.Exit
	}
	return iut.Crash
}

// lastWords are for people: what was wrong, how it ended, and the end of what it wrote.
func (s *service) lastWords(problem string) string {
	words := []string{problem}
	if s.cmd != nil {
		if !s.runs() {
			how := "exit status 0"
			if s.exit != nil {
				how = s.exit.Error()
			}
			words = append(words, "it ended: "+how)
		}
		if text := strings.TrimSpace(strings.ToValidUTF8(s.words.String(), "?")); text != "" {
			words = append(words, "it wrote: "+text)
		}
	}
	return strings.Join(words, "\n")
}

// end ends it, with all that it started.
func (s *service) end() {
	if s.cmd == nil {
		return
	}
	program.KillGroup(s.cmd)
	program.Sweep(s.mark, s.cmd.Process.Pid)
	<-s.gone
	s.cmd = nil
}

func (s *service) close() error {
	s.end()
	return s.keeper.Close()
}
