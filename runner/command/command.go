// Package command is the second floor's part of the command line: it plans, runs, judges, proves,
// and shows specifications. Every command prints what a program wants on standard output and what
// a person wants on standard error, and ends with the exit codes of package reports.
package command

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"touchstone/features"
	"touchstone/reports"
	"touchstone/runner"
	"touchstone/runner/steps"
	"touchstone/specs"
)

// Commands is a part of the root command.
type Commands struct {
	Run     Run     `cmd:"" help:"Plan, execute and judge: the whole way to a signed report."`
	Plan    Plan    `cmd:"" help:"Write a kit: images and manifest that any laboratory can execute."`
	Judge   Judge   `cmd:"" help:"Judge the outcomes that a kit brought back."`
	Exec    Exec    `cmd:"" help:"Execute a bare-metal RV64 ELF on the embedded executor; exit as it says."`
	Asm     Asm     `cmd:"" help:"Assemble."`
	Dis     Dis     `cmd:"" help:"Disassemble."`
	Spec    Spec    `cmd:"" help:"Look at specifications: list, show, lint, coverage, drift."`
	Vectors Vectors `cmd:"" help:"Print test vectors as JSON lines: before, instruction, what is allowed after."`
	Prove   Prove   `cmd:"" help:"Run the suite against executors that are wrong on purpose."`
	Probe   Probe   `cmd:"" help:"Ask an implementation what it does: contradictions with its claims, and a ready statement."`
}

// usage marks an error as wrong use or bad input: exit code 2.
func usage(format string, args ...any) error {
	return &reports.Exit{Code: reports.ExitUsage, Err: fmt.Errorf(format, args...)}
}

// classify gives an error of the floors below its exit code.
func classify(err error) error {
	var exit *reports.Exit
	switch {
	case err == nil || errors.As(err, &exit):
		return err
	case errors.Is(err, runner.ErrRequest), errors.Is(err, specs.ErrPack), errors.Is(err, features.ErrFeature), errors.Is(err, steps.ErrStep), errors.Is(err, runner.ErrOtherPlan),
		errors.Is(err, runner.ErrOtherImplementation), errors.Is(err, runner.ErrJournalInUse):
		return &reports.Exit{Code: reports.ExitUsage, Err: err}
	}
	return &reports.Exit{Code: reports.ExitUnfinished, Err: err}
}

// openPack opens a pack of this binary, or compiles the one in a folder.
func openPack(name, dir string, parts ...specs.Part) (*specs.Pack, error) {
	if dir != "" {
		pack, err := specs.LoadDir(dir)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, usage("--specs %s: no folder with a pack.yaml: %w", dir, err)
		}
		if err != nil {
			return nil, usage("%w", err)
		}
		return pack, nil
	}
	pack, err := specs.Embedded(name, parts...)
	if err != nil {
		return nil, usage("%w", err)
	}
	return pack, nil
}

// unwritable gives a failure to write a file its exit code: a name that cannot be opened is wrong
// use; a disk that is full is a command that could not finish.
func unwritable(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) && path.Op == "open" {
		return usage("%w", err)
	}
	return classify(err)
}

// printJSON prints an indented document.
func printJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

// readInput reads a file, or standard input for "-".
func readInput(file string, stdin io.Reader) ([]byte, error) {
	var text []byte
	var err error
	if file == "-" {
		text, err = io.ReadAll(stdin)
	} else {
		text, err = os.ReadFile(file)
	}
	if err != nil {
		return nil, usage("%w", err)
	}
	return text, nil
}
