// Touchstone judges implementations against machine-readable standards, rule by rule, and leaves a
// signed report behind that anyone can verify. README.md is the guide.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/alecthomas/kong"

	"touchstone/reports"
	reportcommand "touchstone/reports/command"
	"touchstone/runner/command"
	"touchstone/runner/command/quiet"
	servercommand "touchstone/server/command"
)

// root is the command line: each floor brings its own commands.
type root struct {
	Runner  command.Commands       `embed:""`
	Reports reportcommand.Commands `embed:""`
	Server  servercommand.Commands `embed:""`

	Version kong.VersionFlag `help:"Print the version."`
}

// commands are all of them. `report reproduce` runs things, and the floor that has `report` does not know how.
func commands() *root {
	r := new(root)
	r.Reports.Report.Plugins = kong.Plugins{new(command.Reproducing)}
	return r
}

func main() {
	quiet.Restore()
	ctx, stop := signal.NotifyContext(context.Background(), interrupts()...)
	code := run(ctx, os.Args[1:])
	stop()
	os.Exit(code)
}

// interrupts are the signals at which what runs is ended and what finished is kept. A terminal that
// closes is one of them, unless whoever started us has it ignored, as nohup does.
func interrupts() []os.Signal {
	signals := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) {
		signals = append(signals, syscall.SIGHUP)
	}
	return signals
}

// run is main without the process: it returns the exit code.
func run(ctx context.Context, args []string) int {
	parser := kong.Must(commands(), kong.Name("touchstone"), kong.UsageOnError(),
		kong.Description("A standards-conformance harness: a verdict per normative rule, signed."),
		kong.BindTo(ctx, (*context.Context)(nil)), kong.Vars{"version": command.Version()},
		kong.Bind(servercommand.Suites(command.Suites), servercommand.Scenarios(command.Scenarios), servercommand.Version(command.Version()), work()))
	parsed, err := parser.Parse(args)
	if err != nil {
		fmt.Fprintf(os.Stderr, "touchstone: %v\n", err)
		return reports.ExitUsage
	}
	if err = parsed.Run(parser); err == nil {
		return reports.ExitOK
	}
	var exit *reports.Exit
	if !errors.As(err, &exit) {
		exit = &reports.Exit{Code: reports.ExitUnfinished, Err: err}
	}
	if text := reports.Plain(exit.Error(), "\n\t"); text != "" {
		fmt.Fprintf(os.Stderr, "touchstone: %s\n", text)
	}
	return exit.Code
}

// work hands the runner to workers: the server's floor does not know it.
func work() servercommand.Work {
	l := new(command.Laboratory)
	return servercommand.Work{
		Check: func(o servercommand.Order) error { return l.Check(command.Order(o)) },
		Shard: func(ctx context.Context, o servercommand.Order, index, count int, to io.Writer, progress func(done, total int)) error {
			return l.Shard(ctx, command.Order(o), index, count, to, progress)
		},
		Finish: func(ctx context.Context, o servercommand.Order, started time.Time, shards []string, dir string) (*reports.Report, error) {
			return l.Finish(ctx, command.Order(o), started, shards, dir)
		},
	}
}
