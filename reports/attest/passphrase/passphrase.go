// Package passphrase finds the passphrase of an encrypted key: in the file that --passphrase-file
// names, else in the environment variable TOUCHSTONE_PASSPHRASE, else by asking on the terminal,
// where it is not shown.
//
// A passphrase file holds the passphrase and nothing else; one line break at its end is not part of
// it. The variable is taken out of the environment, so that processes that are started later, above
// all implementations under test, do not inherit it.
package passphrase

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"

	"golang.org/x/term"

	"touchstone/reports"
	"touchstone/reports/attest"
)

// Variable is the environment variable.
const Variable = "TOUCHSTONE_PASSPHRASE"

// Flags are the flags of a command that uses a private key.
type Flags struct {
	PassphraseFile string `type:"path" placeholder:"FILE" help:"File with the passphrase of an encrypted key; else TOUCHSTONE_PASSPHRASE is taken, else the terminal is asked."`
}

// Source is where a passphrase comes from.
type Source struct {
	file     string
	variable []byte // nil: not set
	terminal *os.File
	prompts  io.Writer
}

// Source takes the variable out of the environment.
func (f Flags) Source() *Source {
	s := &Source{file: f.PassphraseFile, terminal: os.Stdin, prompts: os.Stderr}
	if v, ok := os.LookupEnv(Variable); ok {
		s.variable = []byte(v)
		_ = os.Unsetenv(Variable) // it fails for impossible names only
	}
	return s
}

// Given says whether there is a passphrase without asking.
func (s *Source) Given() bool { return s.file != "" || s.variable != nil }

// Ask is the attest.Passphrase of a key that there is.
func (s *Source) Ask(key string) ([]byte, error) {
	if s.Given() {
		return s.given()
	}
	if !term.IsTerminal(int(s.terminal.Fd())) {
		return nil, fmt.Errorf("is encrypted, and there is no terminal to ask for its passphrase: give it with --passphrase-file or in %s", Variable)
	}
	return s.prompt("passphrase of " + key)
}

// Choose is the passphrase of a key that is being made: whoever types it does so twice.
func (s *Source) Choose() ([]byte, error) {
	if s.Given() {
		return s.given()
	}
	if !term.IsTerminal(int(s.terminal.Fd())) {
		return nil, fmt.Errorf("there is no terminal to ask for a passphrase: give one with --passphrase-file or in %s", Variable)
	}
	first, err := s.prompt("new passphrase")
	if err != nil {
		return nil, err
	}
	again, err := s.prompt("the same again")
	if err != nil {
		return nil, err
	}
	if !bytes.Equal(first, again) {
		return nil, errors.New("the two passphrases are not the same: nothing was made")
	}
	return first, nil
}

func (s *Source) given() ([]byte, error) {
	if s.file == "" {
		return s.variable, nil
	}
	f, err := os.Open(s.file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, attest.MaxPassphrase+3)) // and its line break, and one too many
	if err != nil {
		return nil, err
	}
	text = bytes.TrimSuffix(text, []byte("\n"))
	text = bytes.TrimSuffix(text, []byte("\r"))
	if len(text) == 0 {
		return nil, fmt.Errorf("%s is empty", s.file)
	}
	return text, nil
}

// prompt reads a line without echo. Ctrl-C leaves the terminal as it was.
func (s *Source) prompt(what string) ([]byte, error) {
	fd := int(s.terminal.Fd())
	before, err := term.GetState(fd)
	if err != nil {
		return nil, err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	fmt.Fprintf(s.prompts, "%s: ", what)
	type line struct {
		text []byte
		err  error
	}
	read := make(chan line, 1)
	go func() { // it stays when interrupted: the command ends then
		text, err := term.ReadPassword(fd)
		read <- line{text, err}
	}()
	select {
	case l := <-read:
		fmt.Fprintln(s.prompts)
		return l.text, l.err
	case <-ctx.Done():
		fmt.Fprintln(s.prompts)
		return nil, &reports.Exit{Code: reports.ExitUnfinished, Err: errors.Join(errors.New("interrupted"), term.Restore(fd, before))}
	}
}
