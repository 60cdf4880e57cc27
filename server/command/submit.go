package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"sync"

	"github.com/alecthomas/kong"

	"touchstone/reports"
	"touchstone/reports/attest"
	"touchstone/reports/bundle"
	"touchstone/reports/tlog"
	"touchstone/server/api"
	"touchstone/server/registry"
	"touchstone/server/store"
)

// maxParallel is how many files are submitted at once, at most.
const maxParallel = 32

// Submit is `submit`.
type Submit struct {
	Files []string `arg:"" name:"file" type:"path" help:"Signed reports: report.dsse.json, or the folder that it is in."`
	to
	LogKey   string `placeholder:"VKEY" help:"The key of the registry's log, or a file with it, from elsewhere than the registry: the proof is held against it."`
	Jobs     int    `default:"4" placeholder:"N" help:"Files at once."`
	Evidence bool   `help:"Add the files of outcomes that lie beside a report too, so that others can look into them."`
	JSON     bool   `name:"json" help:"Print what became of each file as JSON."`
}

// Help is shown with --help.
func (c *Submit) Help() string {
	return "The envelope's signature is the authentication: its key must be registered. To submit a report again is no error, " +
		"and gives its proof again. The proof is written beside the report (report.tlog-proof), where `report verify` finds it."
}

// submitted is what became of a file.
type submitted struct {
	File      string            `json:"file"`
	Digest    string            `json:"digest,omitempty"`
	State     store.State       `json:"state,omitempty"`
	New       bool              `json:"new,omitempty"`
	Page      string            `json:"page,omitempty"`
	LogIndex  *int64            `json:"log_index,omitempty"`
	Proof     string            `json:"proof,omitempty"`     // file
	Confirmed bool              `json:"confirmed,omitempty"` // the log's key came from the user
	Evidence  int               `json:"evidence,omitempty"`  // files of outcomes that were added
	Reasons   []registry.Reason `json:"reasons,omitempty"`
	Error     string            `json:"error,omitempty"`

	code int
}

// Run submits.
func (c *Submit) Run(ctx context.Context, k *kong.Kong) error {
	files := make([]string, len(c.Files))
	for i, path := range c.Files {
		file, err := envelopeOf(path)
		if err != nil {
			return err
		}
		files[i] = file
	}
	key, err := logKey(c.LogKey)
	if err != nil {
		return err
	}
	if c.Jobs < 1 || c.Jobs > maxParallel {
		return usage("--jobs is a number from 1 to %d", maxParallel)
	}
	client, err := c.client()
	if err != nil {
		return err
	}
	defer client.close()

	results := make([]submitted, len(files))
	slots := make(chan struct{}, c.Jobs)
	var group sync.WaitGroup
	for i, file := range files {
		slots <- struct{}{}
		group.Go(func() {
			defer func() { <-slots }()
			results[i] = c.one(ctx, client, file, key)
		})
	}
	group.Wait()
	if c.JSON {
		if err := printJSON(k.Stdout, results); err != nil {
			return err
		}
	}
	code := reports.ExitOK
	for _, r := range results {
		if !c.JSON {
			r.print(k)
		}
		switch {
		case r.code == reports.ExitFailed, r.code != reports.ExitOK && code == reports.ExitOK:
			code = r.code
		}
	}
	if code == reports.ExitOK {
		return nil
	}
	return &reports.Exit{Code: code}
}

// envelopeOf is the envelope of a report that a user names.
func envelopeOf(path string) (string, error) {
	info, err := os.Stat(path)
	if err == nil && info.IsDir() {
		path = filepath.Join(path, bundle.EnvelopeFile)
		if info, err = os.Stat(path); errors.Is(err, fs.ErrNotExist) {
			return "", usage("%s: there is none; `touchstone run` signs its report, `touchstone report sign` any other", path)
		}
	}
	switch {
	case err != nil:
		return "", usage("%w", err)
	case !info.Mode().IsRegular():
		return "", usage("%s is not a file", path)
	case info.Size() > attest.MaxEnvelope:
		return "", usage("%s is larger than %d MiB", path, attest.MaxEnvelope>>20)
	}
	return path, nil
}

// logKey reads the flag: the key, or a file with it.
func logKey(flag string) (*tlog.Key, error) {
	if flag == "" {
		return nil, nil
	}
	key, err := tlog.ParseKey(flag)
	if err != nil {
		text, e := readSmall(flag)
		switch {
		case errors.Is(e, fs.ErrNotExist):
			return nil, usage("--log-key: there is no file %s, and it is no key either: %w", flag, err)
		case e != nil:
			return nil, usage("--log-key: %w", e)
		}
		if key, err = tlog.ParseKey(string(text)); err != nil {
			return nil, usage("--log-key %s: %w", flag, err)
		}
	}
	return &key, nil
}

// readSmall reads a file that should be small.
func readSmall(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	const most = 2 << 20
	text, err := io.ReadAll(io.LimitReader(f, most+1))
	if err == nil && len(text) > most {
		err = fmt.Errorf("%s is larger than %d MiB", path, most>>20)
	}
	return text, err
}

// one submits one file, and staples the proof.
func (c *Submit) one(ctx context.Context, client *client, file string, key *tlog.Key) (out submitted) {
	out = submitted{File: file}
	text, err := os.ReadFile(file)
	if err != nil {
		out.fail(usage("%w", err))
		return out
	}
	out.Digest = reports.Digest(text)
	var receipt api.Receipt
	err = client.send(ctx, http.MethodPost, "application/vnd.dsse.envelope.v1+json", text, &receipt, "api/v1/reports")
	if err != nil {
		out.fail(err)
		return out
	}
	if receipt.Report.Digest != out.Digest {
		out.fail(refused("the registry's receipt is about another report, %s", plain(receipt.Report.Digest)))
		return out
	}
	out.State, out.New, out.Page, out.LogIndex = receipt.Report.State, receipt.New, plain(receipt.Report.URL), receipt.Report.LogIndex
	if receipt.Proof != "" {
		if err := out.staple(text, receipt, key); err != nil {
			out.fail(err)
			return out
		}
	}
	if c.Evidence && out.State.Public() {
		if err := out.add(ctx, client, text); err != nil {
			out.fail(err)
		}
	}
	return out
}

// staple verifies the proof and writes it beside the report.
func (s *submitted) staple(envelope []byte, receipt api.Receipt, key *tlog.Key) error {
	vkey := receipt.LogKey
	if key != nil {
		vkey = key.String()
	}
	in, err := tlog.Verify([]byte(receipt.Proof), nil, vkey)
	if err == nil {
		err = in.Covers(envelope)
	}
	if err != nil {
		return refused("the registry's proof does not verify, and is not kept: %w", err)
	}
	path := bundle.ProofFile(s.File)
	if err := bundle.WriteFile(path, []byte(receipt.Proof)); err != nil {
		return classed(reports.ExitUnfinished, err)
	}
	s.Proof, s.Confirmed = path, key != nil
	return nil
}

// add adds the files of outcomes that lie beside a report.
func (s *submitted) add(ctx context.Context, client *client, envelope []byte) error {
	r, err := attest.Verify(envelope)
	if err != nil {
		return refused("%w", err)
	}
	for _, sidecar := range r.Report.Suite.Sidecars() {
		text, err := os.ReadFile(filepath.Join(filepath.Dir(s.File), reports.SidecarName(sidecar.Digest)))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return usage("%w", err)
		}
		if err := client.send(ctx, http.MethodPut, "application/x-ndjson", text, nil, "api/v1/reports", s.Digest, "evidence"); err != nil {
			return err
		}
		s.Evidence++
	}
	return nil
}

// fail notes why, and with which exit code.
func (s *submitted) fail(err error) {
	var no *refusal
	var exit *reports.Exit
	switch {
	case errors.As(err, &no) && no.status/100 == 4 && no.status != http.StatusTooManyRequests && no.status != http.StatusRequestTimeout:
		s.code, s.Reasons = reports.ExitFailed, no.problem.Reasons
	case errors.As(err, &exit):
		s.code = exit.Code
	default:
		s.code = reports.ExitUnfinished
	}
	s.Error = err.Error()
}

// print says to people what became of a file.
func (s *submitted) print(k *kong.Kong) {
	if s.Error != "" {
		if len(s.Reasons) == 0 {
			fmt.Fprintf(k.Stderr, "%s: %s\n", s.File, s.Error)
			return
		}
		fmt.Fprintf(k.Stderr, "%s: refused\n", s.File)
		for _, r := range s.Reasons {
			fmt.Fprintf(k.Stderr, "  %s: %s\n", r.Code, plain(r.Words))
		}
		return
	}
	again := ""
	if !s.New {
		again = " (it was here already)"
	}
	fmt.Fprintf(k.Stdout, "%s: %s%s\n", s.File, plain(string(s.State)), again)
	switch {
	case s.State.Public() && s.Page != "":
		fmt.Fprintf(k.Stdout, "  page   %s\n", s.Page)
	case !s.State.Public():
		fmt.Fprintf(k.Stdout, "  digest %s\n  %s\n", s.Digest, waits(s.State))
	}
	switch {
	case s.Proof == "" && s.State.Public():
		fmt.Fprintf(k.Stdout, "  proof  not yet: submit it again in a while\n")
	case s.Confirmed:
		fmt.Fprintf(k.Stdout, "  proof  %s: entry %d of the log whose key you gave\n", s.Proof, *s.LogIndex)
	case s.Proof != "":
		fmt.Fprintf(k.Stdout, "  proof  %s: entry %d of the log; its key came from the registry itself, so have it confirmed by another way (--log-key)\n", s.Proof, *s.LogIndex)
	}
	if s.Evidence > 0 {
		fmt.Fprintf(k.Stdout, "  added  %d files of outcomes\n", s.Evidence)
	}
}

func waits(state store.State) string {
	if state == store.Accepted {
		return "it will be public when it is in the log; submit it again for its proof"
	}
	return "a reviewer decides, who needs the digest or the file; submit it again to see what became of it, and for its proof"
}
