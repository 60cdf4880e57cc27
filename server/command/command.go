// Package command is the server's part of the command line: `serve` is the registry, `submit` and
// `registry` are what others do with one.
package command

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"touchstone/reports"
	"touchstone/server/store"
)

// Commands is a part of the root command.
type Commands struct {
	Serve    Serve    `cmd:"" help:"Keep a registry of signed reports: pages, API, badges, and a log that nobody can rewrite."`
	Worker   Worker   `cmd:"" help:"Take shards of the runs that a registry was asked for."`
	Submit   Submit   `cmd:"" help:"Submit signed reports to a registry, and staple the proof that they are in its log. Exit 1: one was refused."`
	Registry Registry `cmd:"" help:"Act on a registry with a signed act: register, waiting, accept, refuse, revoke, supersede, waive, challenge, withdraw, rule, run, send."`
}

// Suites are those that the binary judges by; main binds it.
type Suites func() ([]reports.Suite, error)

// Scenarios are the IDs of those that a pack of the binary has; main binds it.
type Scenarios func(pack string) ([]string, error)

// Version is the binary's; main binds it.
type Version string

func usage(format string, a ...any) error {
	return &reports.Exit{Code: reports.ExitUsage, Err: fmt.Errorf(format, a...)}
}

func unfinished(format string, a ...any) error {
	return &reports.Exit{Code: reports.ExitUnfinished, Err: fmt.Errorf(format, a...)}
}

func refused(format string, a ...any) error {
	return &reports.Exit{Code: reports.ExitFailed, Err: fmt.Errorf(format, a...)}
}

// classed leaves errors that have an exit code theirs, and gives the others one.
func classed(code int, err error) error {
	var exit *reports.Exit
	if err == nil || errors.As(err, &exit) {
		return err
	}
	return &reports.Exit{Code: code, Err: err}
}

func known(all []reports.Suite) []store.Suite {
	out := make([]store.Suite, len(all))
	for i, s := range all {
		out[i] = store.Suite{Pack: s.Pack, PackVersion: s.PackVersion, Version: s.Version, Spec: s.Spec, Features: s.Features}
	}
	return out
}

func printJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}
