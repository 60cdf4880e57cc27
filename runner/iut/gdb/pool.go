package gdb

import (
	"context"
	"errors"
	"sync"
)

// errClosed is our own fault: the adapter was closed while it was used.
var errClosed = errors.New("the adapter is closed")

// pool keeps servers that wait for their next image.
type pool struct {
	mu     sync.Mutex
	idle   []*server
	all    map[*server]bool
	closed bool
	turn   chan struct{} // of the one server there is at an address; nil: as many as are wanted
}

func (p *pool) init(single bool) {
	p.all = map[*server]bool{}
	if single {
		p.turn = make(chan struct{}, 1)
	}
}

// take gives a server that nobody else has: an idle one, or one that open makes.
func (p *pool) take(ctx context.Context, open func(context.Context) (*server, error)) (*server, error) {
	if p.turn != nil {
		select {
		case p.turn <- struct{}{}:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	p.mu.Lock()
	if n := len(p.idle); n > 0 && !p.closed {
		s := p.idle[n-1]
		p.idle = p.idle[:n-1]
		p.mu.Unlock()
		return s, nil
	}
	p.mu.Unlock()
	s, err := open(ctx)
	if err != nil {
		p.pass()
		return nil, err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		s.end()
		p.pass()
		return nil, errClosed
	}
	p.all[s] = true
	return s, nil
}

// give puts a server back.
func (p *pool) give(s *server) {
	p.mu.Lock()
	p.idle = append(p.idle, s)
	p.mu.Unlock()
	p.pass()
}

// drop ends a server.
func (p *pool) drop(s *server) {
	s.end()
	p.mu.Lock()
	delete(p.all, s)
	p.mu.Unlock()
	p.pass()
}

// pass lets the next one have its turn.
func (p *pool) pass() {
	if p.turn != nil {
		<-p.turn
	}
}

// close ends all servers.
func (p *pool) close() {
	p.mu.Lock()
	p.closed = true
	all := p.all
	p.all, p.idle = map[*server]bool{}, nil
	p.mu.Unlock()
	for s := range all {
		s.end()
	}
}
