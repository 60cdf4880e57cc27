// Package command is the server's part of the command line.
package command

import (
	"context"
	"fmt"
	"net"

	"github.com/alecthomas/kong"

	"touchstone/reports"
	"touchstone/server"
)

// Commands is a part of the root command.
type Commands struct {
	Serve Serve `cmd:"" help:"Show a folder of signed reports as a read-only site."`
}

// Serve is `serve`.
type Serve struct {
	Dir  string `default:"." type:"path" placeholder:"DIR" help:"Folder of reports: every *.dsse.json below it is verified and shown."`
	Addr string `default:"127.0.0.1:8080" placeholder:"HOST:PORT" help:"Where to listen."`
}

func (c *Serve) Run(ctx context.Context, k *kong.Kong) error {
	s, err := server.New(c.Dir)
	if err != nil {
		return &reports.Exit{Code: reports.ExitUsage, Err: fmt.Errorf("--dir: %w", err)}
	}
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", c.Addr)
	if err != nil {
		return &reports.Exit{Code: reports.ExitUsage, Err: fmt.Errorf("--addr %s: %w", c.Addr, err)}
	}
	fmt.Fprintf(k.Stderr, "reports of %s on http://%s/ (Ctrl-C ends)\n", c.Dir, l.Addr())
	if err := s.Serve(ctx, l); err != nil {
		return &reports.Exit{Code: reports.ExitUnfinished, Err: err}
	}
	return nil
}
