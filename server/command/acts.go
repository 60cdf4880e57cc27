package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"strings"

	"github.com/alecthomas/kong"

	"touchstone/reports"
	"touchstone/reports/act"
	"touchstone/reports/attest"
	"touchstone/reports/attest/passphrase"
	"touchstone/server/api"
	"touchstone/server/registry"
	"touchstone/server/store"
)

// Registry is `registry`.
type Registry struct {
	Register  Register  `cmd:"" help:"Register a key: whose it is, and what it may do. By an admin."`
	Waiting   Queue     `cmd:"" help:"List what waits for review, or get a report that does. For reviewers."`
	Accept    Accept    `cmd:"" help:"Let a report that waits be published, or a challenge be seen. By a reviewer."`
	Refuse    Refuse    `cmd:"" help:"Refuse a report that waits, or dismiss a challenge. By a reviewer."`
	Revoke    Revoke    `cmd:"" help:"Revoke a report, a waiver or a key. The log keeps both."`
	Supersede Supersede `cmd:"" help:"Put a published report in the place of another one."`
	Waive     Waive     `cmd:"" help:"Accept a failure until a day. The verdict stays."`
	Challenge Challenge `cmd:"" help:"Dispute a verdict, a scenario, or how a rule is read."`
	Withdraw  Withdraw  `cmd:"" help:"Take back a challenge of your own."`
	Rule      Rule      `cmd:"" help:"Rule on a challenge, in public and with reasons. By a reviewer."`
	Run       RunAct    `cmd:"" help:"Have an implementation judged that the registry can reach."`
	Send      Send      `cmd:"" help:"Send acts that were signed before, with --out or by report waive."`
}

// Help is shown with --help.
func (*Registry) Help() string {
	return "Each of these signs an act with your key and sends it: the signature is the authentication. What a key may do is what it was " +
		"registered for. With --out the act is written to a file instead, for somebody who holds the key elsewhere; `registry send` sends it."
}

// signs is what every act needs.
type signs struct {
	to
	Key string `type:"path" placeholder:"FILE" help:"Private key (PKCS#8 PEM, also encrypted); default: your own, made on first use."`
	passphrase.Flags
	Origin string `placeholder:"NAME" help:"Name of the registry that the act is for; default: as the registry gives it."`
	Out    string `short:"o" type:"path" placeholder:"FILE" help:"Write the signed act there instead of sending it; needs --origin."`
	JSON   bool   `name:"json" help:"Print the answer as JSON."`
}

// do signs and sends.
func (s *signs) do(ctx context.Context, k *kong.Kong, d act.Document) error {
	if err := d.Validate(); err != nil {
		return usage("%w", err)
	}
	if s.Out != "" && s.Origin == "" {
		return usage("--out needs --origin: an act is for one registry")
	}
	client, err := s.client()
	if err != nil {
		return err
	}
	defer client.close()
	origin := s.Origin
	if origin == "" {
		about, err := client.about(ctx)
		if err != nil {
			return err
		}
		origin = about.Name
	}
	key, err := signingKey(s.Key, s.Source())
	if err != nil {
		return usage("%w", err)
	}
	envelope, err := act.Sign(act.New(origin), d, key)
	if err != nil {
		return usage("%w", err)
	}
	if s.Out != "" {
		f, err := os.OpenFile(s.Out, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if err != nil {
			return usage("--out: %w", err)
		}
		_, err = f.Write(append(envelope, '\n'))
		if err = errors.Join(err, f.Close()); err != nil {
			return unfinished("--out: %w", err)
		}
		fmt.Fprintf(k.Stderr, "signed for %s by key %s: %s\n", plain(origin), key.ID(), s.Out)
		return nil
	}
	return send(ctx, k, client, envelope, s.JSON)
}

func signingKey(path string, from *passphrase.Source) (*attest.Key, error) {
	if path == "" {
		key, _, err := attest.OwnKey(from.Ask)
		return key, err
	}
	return attest.LoadKey(path, from.Ask)
}

// send sends a signed act, and says what it came to.
func send(ctx context.Context, k *kong.Kong, c *client, envelope []byte, asJSON bool) error {
	var done api.Done
	err := c.send(ctx, http.MethodPost, "application/vnd.dsse.envelope.v1+json", envelope, &done, "api/v1/acts")
	if err != nil {
		return answered(k, err, asJSON)
	}
	if asJSON {
		return printJSON(k.Stdout, done)
	}
	if done.Kind == string(act.KindRun) {
		how := "is " + plain(done.State)
		if !done.New {
			how = "was asked for already"
		}
		fmt.Fprintf(k.Stdout, "run %s %s\n  watch  %s\n  act    %s\n", plain(done.Subject), how, plain(c.base.JoinPath("runs", done.Subject).Redacted()), plain(done.Digest))
		return nil
	}
	how := "done"
	if !done.New {
		how = "was done already"
	}
	fmt.Fprintf(k.Stdout, "%s %s: %s", plain(done.Kind), how, plain(done.Subject))
	if done.State != "" {
		fmt.Fprintf(k.Stdout, " is %s", plain(done.State))
	}
	if done.LogIndex != nil {
		fmt.Fprintf(k.Stdout, "; entry %d of the log", *done.LogIndex)
	}
	if done.Stale > 0 {
		fmt.Fprintf(k.Stdout, "; %d reports are stale now", done.Stale)
	}
	fmt.Fprintf(k.Stdout, "\n  act    %s\n", plain(done.Digest))
	return nil
}

// answered gives a refusal its exit code, with all reasons.
func answered(k *kong.Kong, err error, asJSON bool) error {
	var no *refusal
	if !errors.As(err, &no) || no.status/100 != 4 || no.status == http.StatusTooManyRequests || no.status == http.StatusRequestTimeout {
		if errors.As(err, &no) && no.status == http.StatusNotImplemented {
			return refused("%w", err)
		}
		return classed(reports.ExitUnfinished, err)
	}
	if asJSON {
		if e := printJSON(k.Stdout, struct {
			Reasons []registry.Reason `json:"reasons"`
			Detail  string            `json:"detail,omitempty"`
		}{no.problem.Reasons, no.problem.Detail}); e != nil {
			return e
		}
		return &reports.Exit{Code: reports.ExitFailed}
	}
	return refused("refused\n  %s", plain(strings.Join(no.lines(), "\n  ")))
}

// digestOf is the digest of a report that a user names: by digest, by its page's address, or by its
// file. Of a digest only the beginning will do when the report is public.
func digestOf(ctx context.Context, s *signs, what string) (string, error) {
	if store.IsDigest(what) {
		return what, nil
	}
	if _, err := os.Stat(what); err == nil {
		path, err := envelopeOf(what)
		if err != nil {
			return "", err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return "", usage("%w", err)
		}
		return reports.Digest(text), nil
	}
	digits := what
	if _, page, ok := strings.Cut(what, "/reports/"); ok {
		digits, _, _ = strings.Cut(page, "/")
		digits, _, _ = strings.Cut(digits, "?")
	}
	digits = strings.TrimPrefix(digits, "sha256:")
	if len(digits) < registry.MinPrefix || len(digits) > 64 || strings.Trim(digits, "0123456789abcdef") != "" {
		return "", usage("%q is no report: give its digest, its page's address, or its file", what)
	}
	if len(digits) == 64 {
		return "sha256:" + digits, nil
	}
	client, err := s.client()
	if err != nil {
		return "", err
	}
	defer client.close()
	var r api.Report
	if err := client.get(ctx, &r, "api/v1/reports", digits); err != nil {
		return "", unreachable(err)
	}
	if !strings.HasPrefix(r.Digest, "sha256:"+digits) || !store.IsDigest(r.Digest) {
		return "", refused("the registry answers with another report, %s", plain(r.Digest))
	}
	return r.Digest, nil
}

// Send is `registry send`.
type Send struct {
	Files []string `arg:"" name:"file" type:"path" help:"Signed acts, one a line."`
	to
	JSON bool `name:"json" help:"Print the answers as JSON."`
}

// Run sends every act of every file; it ends with the first that is not done.
func (c *Send) Run(ctx context.Context, k *kong.Kong) error {
	client, err := c.client()
	if err != nil {
		return err
	}
	defer client.close()
	var acts [][]byte
	for _, path := range c.Files {
		text, err := readSmall(path)
		if err != nil {
			return usage("%w", err)
		}
		for line := range bytes.Lines(text) {
			line = bytes.TrimSpace(line)
			if len(line) == 0 {
				continue
			}
			if _, err := act.Open(line); err != nil {
				return usage("%s: %w", path, err)
			}
			acts = append(acts, line)
		}
	}
	if len(acts) == 0 {
		return usage("there is no act in these files")
	}
	for _, a := range acts {
		if err := send(ctx, k, client, a, c.JSON); err != nil {
			return err
		}
	}
	return nil
}
