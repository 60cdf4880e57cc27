package inside

import (
	"context"
	"errors"
	"io"
	"log"
	"net"
	nethttp "net/http"
	"sync"
	"time"

	"touchstone/reports"
	"touchstone/specs"

	"touchstone/runner/iut"
	"touchstone/runner/iut/http"
	"touchstone/runner/trial"
)

// Serve is an implementation behind HTTP whose requests a handler answers, in this process: a whole server, but
// for the network. The description says the name and the version; the adapter is "inside".
func Serve(im reports.Implementation, handler nethttp.Handler) (iut.Exchanger, error) {
	return ServeWithin(http.Limits{}, im, handler)
}

// ServeWithin is Serve with other limits.
func ServeWithin(limits http.Limits, im reports.Implementation, handler nethttp.Handler) (iut.Exchanger, error) {
	im.Adapter = Adapter
	s := &served{im: im, pipes: pipes{conns: make(chan net.Conn), closed: make(chan struct{})}}
	var err error
	s.talk, err = http.New(
		&specs.IUT{Name: im.Name, Start: specs.Start{Adapter: http.Adapter, Address: "http://" + http.Host}},
		http.Options{Limits: limits, Dial: s.pipes.dial},
	)
	if err != nil {
		return nil, err
	}
	s.server = &nethttp.Server{Handler: handler, ErrorLog: log.New(io.Discard, "", 0), ReadHeaderTimeout: time.Minute}
	s.group.Go(func() { _ = s.server.Serve(&s.pipes) }) // until Close
	return s, nil
}

type served struct {
	im     reports.Implementation
	talk   *http.HTTP
	server *nethttp.Server
	pipes  pipes
	group  sync.WaitGroup
}

func (s *served) Describe(ctx context.Context) (reports.Implementation, error) {
	return s.im, ctx.Err()
}

func (s *served) Exchange(ctx context.Context, all []iut.Conversation, yield func(trial.Outcome) error) error {
	return s.talk.Exchange(ctx, all, yield)
}

func (s *served) Close() error {
	err := errors.Join(s.talk.Close(), s.server.Close())
	s.group.Wait()
	return err
}

// pipes is a network of one address.
type pipes struct {
	conns  chan net.Conn
	closed chan struct{}
	once   sync.Once
}

func (p *pipes) dial(ctx context.Context) (net.Conn, error) {
	ours, theirs := net.Pipe()
	select {
	case p.conns <- theirs:
		return ours, nil
	case <-p.closed:
		return nil, net.ErrClosed
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (p *pipes) Accept() (net.Conn, error) {
	select {
	case c := <-p.conns:
		return c, nil
	case <-p.closed:
		return nil, net.ErrClosed
	}
}

func (p *pipes) Close() error {
	p.once.Do(func() { close(p.closed) })
	return nil
}

func (p *pipes) Addr() net.Addr { return &net.UnixAddr{Name: http.Host, Net: "pipe"} }
