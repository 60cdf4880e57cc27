package command

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/alecthomas/kong"

	"touchstone/reports"
	"touchstone/reports/tlog"
)

// Log is `log`.
type Log struct {
	Audit Audit    `cmd:"" help:"Read a whole log and check all of it. Exit 1: it contradicts itself, or what the registry shows."`
	Show  LogShow  `cmd:"" help:"Say what a proof (report.tlog-proof) says."`
	Key   LogShowK `cmd:"" name:"key" help:"Print a log's public key: of its private key file, or as a registry gives it."`
}

// LogShow is `log show`.
type LogShow struct {
	Proof  string `arg:"" type:"path" help:"Proof file: report.tlog-proof."`
	LogKey logKey `placeholder:"VKEY" help:"The log's public key, or a file with it: verify the proof too."`
	JSON   bool   `name:"json" help:"Print it as JSON."`
}

// shownProof is what --json prints.
type shownProof struct {
	Verified bool   `json:"verified"` // false: no key was given
	Kind     string `json:"kind"`
	Digest   string `json:"digest"`
	Subject  string `json:"subject,omitzero"`
	At       string `json:"at"`
	Index    uint64 `json:"index"`
	Origin   string `json:"origin"`
	Size     uint64 `json:"size"`
	Root     string `json:"root"`
}

func (c *LogShow) Run(k *kong.Kong) error {
	text, err := readSmall(c.Proof)
	if err != nil {
		return err
	}
	p, err := tlog.ParseProof(text)
	if err != nil {
		return usage(fmt.Errorf("%s: %w", c.Proof, err))
	}
	e, err := tlog.ParseEntry(p.Entry)
	if err != nil {
		return usage(fmt.Errorf("%s: %w", c.Proof, err))
	}
	s := shownProof{Kind: string(e.Kind), Digest: e.Digest, Subject: e.Subject, At: e.At.Format(time.RFC3339), Index: p.Index}
	var head *tlog.Checkpoint
	if c.LogKey.key != nil {
		in, err := p.Verify(nil, *c.LogKey.key)
		if err != nil {
			return &reports.Exit{Code: reports.ExitFailed, Err: fmt.Errorf("does not verify: %s: %w", c.Proof, err)}
		}
		head, s.Verified = in.Checkpoint, true
	} else if head, err = tlog.ReadCheckpoint(p.Checkpoint); err != nil {
		return usage(fmt.Errorf("%s: %w", c.Proof, err))
	}
	s.Origin, s.Size, s.Root = head.Origin, head.Size, head.Root.String()
	if c.JSON {
		return printJSON(k.Stdout, s)
	}
	fmt.Fprintf(k.Stdout, "log      %s\nentry    %d of %d\nkind     %s\ndigest   %s\n", s.Origin, s.Index, s.Size, s.Kind, s.Digest)
	if s.Subject != "" {
		fmt.Fprintf(k.Stdout, "about    %s\n", s.Subject)
	}
	fmt.Fprintf(k.Stdout, "accepted %s\nroot     %s\n", s.At, s.Root)
	if s.Verified {
		fmt.Fprintln(k.Stdout, "verified: the log's key signed that")
	} else {
		fmt.Fprintln(k.Stdout, "NOT verified: only the log's key can show that this is true (--log-key)")
	}
	return nil
}

// LogShowK is `log key`.
type LogShowK struct {
	From string `arg:"" name:"file" placeholder:"FILE|URL" help:"The log's key file (log.key), a file with its public key, or the address of a registry."`
	JSON bool   `name:"json" help:"Print origin and key as JSON."`
}

func (c *LogShowK) Run(ctx context.Context, k *kong.Kong) error {
	key, err := c.key(ctx, k)
	if err != nil {
		return err
	}
	if c.JSON {
		return printJSON(k.Stdout, map[string]string{"origin": key.Origin(), "key": key.String()})
	}
	fmt.Fprintln(k.Stdout, key)
	return nil
}

func (c *LogShowK) key(ctx context.Context, k *kong.Kong) (tlog.Key, error) {
	if strings.Contains(c.From, "://") {
		r, err := openRegistry(c.From)
		if err != nil {
			return tlog.Key{}, err
		}
		defer r.close()
		about, err := r.about(ctx)
		if err != nil {
			return tlog.Key{}, err
		}
		key, err := tlog.ParseKey(about.Log.Key)
		if err != nil {
			return tlog.Key{}, usage(fmt.Errorf("%s: %w", c.From, err))
		}
		fmt.Fprintln(k.Stderr, "note: this is what the registry itself says; compare it with what you get from somebody else, and keep it")
		return key, nil
	}
	text, err := readSmall(c.From)
	if err != nil {
		return tlog.Key{}, err
	}
	read := tlog.ParseKey
	if isPrivate(text) {
		read = tlog.PublicKey
	}
	key, err := read(string(text))
	if err != nil {
		return tlog.Key{}, usage(fmt.Errorf("%s: %w", c.From, err))
	}
	return key, nil
}
