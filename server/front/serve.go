package front

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"sync"
)

// Serve answers on a listener until the context ends. Then Ready is false, no connection is taken any
// more, and what is under way has Options.Grace to finish. The listener is closed when it returns.
func (f *Front) Serve(ctx context.Context, l net.Listener, config *tls.Config) error {
	srv := Server(f.engine, f.o.Logger)
	srv.TLSConfig = config
	l = f.guard(l)
	done := make(chan error, 1)
	go func() {
		if config != nil {
			done <- srv.ServeTLS(l, "", "")
			return
		}
		done <- srv.Serve(l)
	}()
	select {
	case err := <-done:
		f.stop()
		return err
	case <-ctx.Done():
	}
	f.stop()
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), f.o.Grace)
	defer cancel()
	err := srv.Shutdown(grace)
	if errors.Is(err, context.DeadlineExceeded) {
		_ = srv.Close()
		err = fmt.Errorf("after %v not everything had been answered, and the rest was cut off", f.o.Grace)
	}
	if e := <-done; err == nil && !errors.Is(e, http.ErrServerClosed) {
		err = e
	}
	return err
}

func (f *Front) stop() {
	if f.stopping.CompareAndSwap(false, true) {
		close(f.ended)
	}
}

// Server is a server with the timeouts and limits of every connection.
func Server(h http.Handler, logger *slog.Logger) *http.Server {
	return &http.Server{
		Handler: h, ReadHeaderTimeout: HeaderTimeout, ReadTimeout: ReadTimeout, WriteTimeout: WriteTimeout, IdleTimeout: IdleTimeout,
		MaxHeaderBytes: maxHeader, ErrorLog: slog.NewLogLogger(logger.Handler(), slog.LevelDebug), // what clients do wrong
	}
}

// guard bounds the connections of a listener.
func (f *Front) guard(l net.Listener) net.Listener {
	g := &guarded{Listener: l, trusted: f.o.Trusted, most: f.o.FromOne, of: map[netip.Prefix]int{}}
	if f.o.Connections > 0 {
		g.slots = make(chan struct{}, f.o.Connections)
		g.closed = make(chan struct{})
	}
	return g
}

type guarded struct {
	net.Listener
	trusted []netip.Prefix
	slots   chan struct{} // nil: as many as come
	closed  chan struct{}
	once    sync.Once

	mu   sync.Mutex
	most int // of one; not positive: as many as come
	of   map[netip.Prefix]int
}

// Accept waits while all connections are taken, and closes those of who has too many.
func (g *guarded) Accept() (net.Conn, error) {
	for {
		if g.slots != nil {
			select {
			case g.slots <- struct{}{}:
			case <-g.closed:
				return nil, net.ErrClosed
			}
		}
		c, err := g.Listener.Accept()
		if err != nil {
			g.free()
			return nil, err
		}
		who, counted := g.who(c.RemoteAddr())
		if counted && !g.add(who) {
			_ = c.Close()
			g.free()
			continue
		}
		return &connection{Conn: c, end: sync.OnceFunc(func() {
			if counted {
				g.remove(who)
			}
			g.free()
		})}, nil
	}
}

func (g *guarded) Close() error {
	g.once.Do(func() {
		if g.closed != nil {
			close(g.closed)
		}
	})
	return g.Listener.Close()
}

func (g *guarded) free() {
	if g.slots != nil {
		<-g.slots
	}
}

// who is a connection's client, and whether its connections are counted.
func (g *guarded) who(a net.Addr) (netip.Prefix, bool) {
	tcp, ok := a.(*net.TCPAddr)
	if !ok || g.most <= 0 {
		return netip.Prefix{}, false
	}
	ip, ok := netip.AddrFromSlice(tcp.IP)
	ip = ip.Unmap()
	if !ok || ip.IsLoopback() {
		return netip.Prefix{}, false
	}
	for _, p := range g.trusted {
		if p.Contains(ip) {
			return netip.Prefix{}, false
		}
	}
	return network(ip), true
}

func (g *guarded) add(who netip.Prefix) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.of[who] >= g.most {
		return false
	}
	g.of[who]++
	return true
}

func (g *guarded) remove(who netip.Prefix) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.of[who]--; g.of[who] <= 0 {
		delete(g.of, who)
	}
}

type connection struct {
	net.Conn
	end func()
}

func (c *connection) Close() error {
	defer c.end()
	return c.Conn.Close()
}
