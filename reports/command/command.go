// Package command is the first floor's part of the command line: `report` reads what a run left
// behind, `key` keeps what it was signed with, `log` reads the logs of registries. Results go to standard output, as words or with
// --json; what is said besides goes to standard error. Errors carry the exit codes of package
// reports.
package command

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/alecthomas/kong"

	"touchstone/reports"
	"touchstone/reports/attest"
	"touchstone/reports/bundle"
)

// Commands is a part of the root command.
type Commands struct {
	Report Report `cmd:"" help:"Reports: verify, show, diff, gate, waive, render, sign, export, reproduce."`
	Key    Key    `cmd:"" help:"The key that signs reports: generate, show."`
	Log    Log    `cmd:"" help:"The transparency log of a registry: audit, show, key."`
}

// Report is `report`. Who puts the program together adds what other floors have to say of reports.
type Report struct {
	Verify Verify `cmd:"" help:"Check a signed report, and say what that proves. Exit 1: it does not verify."`
	Show   Show   `cmd:"" help:"Print a report for people."`
	Diff   Diff   `cmd:"" help:"Compare the verdicts of two reports. Exit 1: they differ."`
	Gate   Gate   `cmd:"" help:"Hold a report against known failures: a baseline, waivers. Exit 1: the gate is shut."`
	Waive  Waive  `cmd:"" help:"Make a signed waiver: accept that a rule fails, until a day."`
	Render Render `cmd:"" help:"Make a page, JUnit XML, Markdown, a badge or text of a report."`
	Sign   Sign   `cmd:"" help:"Sign a report, or countersign one that is signed."`
	Export Export `cmd:"" help:"Give a signed report in another format: a sigstore bundle."`

	kong.Plugins
}

// trust is who must have signed.
type trust struct {
	Key []string `type:"path" placeholder:"FILE" help:"Public key (PEM) of somebody who must have signed; may be repeated."`
}

func (t *trust) keys() ([]attest.PublicKey, error) {
	return publicKeys(t.Key)
}

func publicKeys(paths []string) ([]attest.PublicKey, error) {
	var keys []attest.PublicKey
	for _, path := range paths {
		k, err := attest.LoadPublicKey(path)
		if err != nil {
			return nil, usage(err)
		}
		keys = append(keys, k)
	}
	return keys, nil
}

// open opens a report for a command that wants to use it.
func (t *trust) open(path string) (*bundle.Opened, error) {
	keys, err := t.keys()
	if err != nil {
		return nil, err
	}
	o, err := bundle.Open(path, keys...)
	return o, classify(err)
}

func usage(err error) error { return &reports.Exit{Code: reports.ExitUsage, Err: err} }

// classify gives an error its exit code: a report that does not verify is one thing, a file that
// is none another.
func classify(err error) error {
	var exit *reports.Exit
	switch {
	case err == nil || errors.As(err, &exit):
		return err
	case errors.Is(err, attest.ErrRefused):
		return &reports.Exit{Code: reports.ExitFailed, Err: err}
	}
	return usage(err)
}

func exit(code int) error {
	if code == reports.ExitOK {
		return nil
	}
	return &reports.Exit{Code: code}
}

// printJSON prints what others may have written, to a terminal perhaps: control and format characters that
// JSON does not escape are escaped all the same. None stands outside of strings.
func printJSON(w io.Writer, v any) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return err
	}
	var out []byte
	for _, r := range b.String() {
		if r == '\n' || !unicode.In(r, unicode.Cc, unicode.Cf) {
			out = utf8.AppendRune(out, r)
			continue
		}
		for _, unit := range utf16.Encode([]rune{r}) {
			out = fmt.Appendf(out, `\u%04x`, unit)
		}
	}
	_, err := w.Write(out)
	return err
}
