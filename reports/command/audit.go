package command

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/alecthomas/kong"
	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"touchstone/reports"
	"touchstone/reports/act"
	"touchstone/reports/attest"
	"touchstone/reports/bundle"
	"touchstone/reports/tlog"
	"touchstone/reports/tlog/audit"
)

// Audit is `log audit`.
type Audit struct {
	Log       string `arg:"" placeholder:"URL|DIR" help:"Address of a registry or of its log, or a folder with a copy of the log."`
	LogKey    logKey `placeholder:"VKEY" help:"The log's public key, or a file with it; default: what the registry says, which proves less."`
	Since     string `type:"path" placeholder:"FILE" help:"Checkpoint that was kept: the log must still begin with what it covers."`
	Save      string `type:"path" placeholder:"FILE" help:"Keep the log's checkpoint here, for the next audit's --since; an audit that is cut off goes on with the same --save."`
	Documents bool   `help:"Fetch what every entry names from the registry, and check it too."`
	New       bool   `help:"With --since: only the documents of entries since then."`
	Registry  string `placeholder:"URL" help:"The registry whose log a folder is a copy of, for --documents."`
	JSON      bool   `name:"json" help:"Print the result as JSON."`
}

// auditFetches is how many documents are fetched at the same time.
const auditFetches = 8

// audited is what --json prints.
type audited struct {
	OK         bool                 `json:"ok"`
	Why        string               `json:"why,omitzero"` // not
	Origin     string               `json:"origin,omitzero"`
	Size       uint64               `json:"size"`
	Root       string               `json:"root,omitzero"`
	Since      *uint64              `json:"since,omitempty"` // size that --since covers
	Kinds      map[tlog.Kind]uint64 `json:"kinds,omitempty"`
	Documents  uint64               `json:"documents"` // checked
	KeyGiven   bool                 `json:"key_given"`
	Problems   []auditProblem       `json:"problems,omitempty"`
	Unlisted   uint64               `json:"unlisted_problems,omitzero"` // further ones
	ResumedAt  uint64               `json:"resumed_at,omitzero"`
	Checkpoint string               `json:"checkpoint,omitzero"`
}

type auditProblem struct {
	Index  uint64    `json:"index"`
	Kind   tlog.Kind `json:"kind"`
	Digest string    `json:"digest"`
	Words  string    `json:"words"`
}

func (c *Audit) Run(ctx context.Context, k *kong.Kong) error {
	a := auditor{command: c, out: audited{KeyGiven: c.LogKey.key != nil}}
	defer a.close()
	if err := a.open(ctx, k.Stderr); err != nil {
		return err
	}
	a.progress = newProgress(k.Stderr)
	result, err := a.audit.Run(ctx)
	a.documents.wait()
	a.progress.done()
	if err == nil && ctx.Err() != nil {
		err = ctx.Err()
	}
	if err == nil {
		err = a.documents.trouble()
	}
	if err == nil {
		a.found(result)
		err = a.keep()
	}
	return a.say(k, err)
}

// auditor is one audit.
type auditor struct {
	command   *Audit
	audit     audit.Audit
	site      *registry // nil: documents are not asked for
	documents *documents
	progress  *progress
	out       audited
	note      []byte // the checkpoint
}

func (a *auditor) close() {
	if a.site != nil {
		a.site.close()
	}
}

// open resolves the flags.
func (a *auditor) open(ctx context.Context, words io.Writer) error {
	c := a.command
	place, remote := c.Log, strings.Contains(c.Log, "://")
	if c.New && c.Since == "" {
		return usage(errors.New("--new needs --since"))
	}
	address := c.Registry
	if remote {
		address = c.Log
	}
	if remote && c.Registry != "" {
		return usage(errors.New("--registry is for a folder: the address of the log is that of the registry"))
	}
	if c.Documents && address == "" {
		return usage(errors.New("--documents of a folder needs --registry: the address where the documents are"))
	}
	client := newClient()
	if address != "" {
		site, err := openRegistry(address)
		if err != nil {
			return err
		}
		a.site, client = site, site.client
		if remote {
			place = site.log()
		}
	} else if info, err := os.Stat(filepath.Join(place, "log")); err == nil && info.IsDir() { // a registry's data folder
		place = filepath.Join(place, "log")
	}
	source, err := audit.Open(place, client)
	if err != nil {
		return usage(err)
	}
	if _, err := source(ctx, tlog.CheckpointPath); errors.Is(err, fs.ErrNotExist) {
		return usage(fmt.Errorf("there is no log at %s", place))
	}
	a.audit.Source = source
	if err := a.key(ctx, words); err != nil {
		return err
	}
	if c.Since != "" {
		if a.audit.Older, err = readSmall(c.Since); err != nil {
			return err
		}
		older, err := tlog.OpenCheckpoint(a.audit.Older, a.audit.Key)
		if err != nil {
			return usage(fmt.Errorf("--since %s: %w", c.Since, err))
		}
		a.out.Since = &older.Size
		if c.New {
			a.audit.From = audit.Position{Size: older.Size, Root: older.Root}
		}
	}
	if c.Save != "" {
		if err := writable(c.Save); err != nil {
			return err
		}
		if err := a.resume(words); err != nil {
			return err
		}
	}
	a.documents = newDocuments(a.site, c.Documents)
	a.audit.Entry, a.audit.Passed = a.documents.add, a.passed
	return nil
}

func (a *auditor) key(ctx context.Context, words io.Writer) error {
	switch c := a.command; {
	case c.LogKey.key != nil:
		a.audit.Key = *c.LogKey.key
		return nil
	case a.site == nil:
		return usage(errors.New("--log-key is missing: a folder does not say whose log it is a copy of"))
	}
	about, err := a.site.about(ctx)
	if err != nil {
		return err
	}
	if a.audit.Key, err = tlog.ParseKey(about.Log.Key); err != nil {
		return usage(err)
	}
	fmt.Fprintf(words, "note: the log's key is what the registry itself says, %s; give the one that you know with --log-key\n", a.audit.Key)
	return nil
}

// partial is what an audit of documents that was cut off leaves behind.
type partial struct {
	Key  string `json:"key"` // the log's
	Size uint64 `json:"size"`
	Root string `json:"root"`
}

func (a *auditor) partial() string { return a.command.Save + ".partial" }

// resume goes on where an audit was cut off.
func (a *auditor) resume(words io.Writer) error {
	if !a.command.Documents {
		return nil
	}
	text, err := readSmall(a.partial())
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	}
	var p partial
	root := tlog.Hash{}
	wrong := json.Unmarshal(text, &p)
	if wrong == nil {
		root, wrong = tlog.ParseHash(p.Root)
	}
	if wrong != nil || p.Key != a.audit.Key.String() {
		return usage(fmt.Errorf("%s is not of an audit of this log: remove it to begin anew", a.partial()))
	}
	if p.Size > a.audit.From.Size {
		a.audit.From = audit.Position{Size: p.Size, Root: root}
		a.out.ResumedAt = p.Size
		fmt.Fprintf(words, "goes on from entry %d, where an audit was cut off\n", p.Size)
	}
	return nil
}

// passed waits for the documents of a bundle, and notes how far the audit is. What had a problem is not
// passed: it will be looked at again.
func (a *auditor) passed(ctx context.Context, p audit.Position) error {
	a.documents.wait()
	a.progress.set(p.Size)
	if err := a.documents.trouble(); err != nil {
		return err
	}
	select {
	case <-ctx.Done(): // not all of them were looked at
		return nil
	default:
	}
	if a.command.Save == "" || !a.command.Documents || a.documents.count > 0 || p.Size <= a.audit.From.Size {
		return nil
	}
	text, err := json.Marshal(partial{a.audit.Key.String(), p.Size, p.Root.String()})
	if err != nil {
		return err
	}
	return bundle.WriteFile(a.partial(), text)
}

// found takes over what was found.
func (a *auditor) found(r *audit.Result) {
	o := &a.out
	o.Origin, o.Size, o.Root, o.Kinds = r.Checkpoint.Origin, r.Checkpoint.Size, r.Checkpoint.Root.String(), r.Kinds
	a.note = r.Checkpoint.Note
	o.Documents = a.documents.checked
	o.Problems, o.Unlisted = a.documents.problems, a.documents.count-uint64(len(a.documents.problems))
	slices.SortFunc(o.Problems, func(x, y auditProblem) int { return int(x.Index) - int(y.Index) })
	o.OK = a.documents.count == 0
	if !o.OK {
		o.Why = fmt.Sprintf("the registry does not show what its log says: %d problems", a.documents.count)
	}
}

// keep writes the checkpoint of a log in which nothing was found.
func (a *auditor) keep() error {
	if a.command.Save == "" || !a.out.OK {
		return nil
	}
	if err := bundle.WriteFile(a.command.Save, a.note); err != nil {
		return err
	}
	if err := os.Remove(a.partial()); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	a.out.Checkpoint = a.command.Save
	return nil
}

// say prints what was found, and gives the exit code.
func (a *auditor) say(k *kong.Kong, err error) error {
	code := auditCode(err)
	o := &a.out
	if err != nil {
		o.Why = err.Error()
	}
	if a.command.JSON {
		if code != reports.ExitUsage {
			if e := printJSON(k.Stdout, o); e != nil {
				return e
			}
		}
	} else if err == nil {
		a.words(k.Stdout)
	}
	switch {
	case errors.Is(err, context.Canceled):
		err = errors.New("interrupted")
		if a.command.Save != "" && a.command.Documents {
			err = errors.New("interrupted; the same command goes on from there")
		}
	case err == nil && !o.OK:
		code, err = reports.ExitFailed, errors.New(o.Why)
	case err == nil:
		return nil
	}
	return &reports.Exit{Code: code, Err: err}
}

func (a *auditor) words(w io.Writer) {
	o := &a.out
	fmt.Fprintf(w, "the log %s has %d entries, and every one and every tile is what its key signed\n", o.Origin, o.Size)
	for _, kind := range []tlog.Kind{tlog.Report, tlog.Supersession, tlog.Revocation, tlog.Waiver, tlog.Challenge, tlog.Ruling} {
		if n := o.Kinds[kind]; n > 0 {
			fmt.Fprintf(w, "  %-12s %d\n", kind, n)
		}
	}
	switch {
	case o.Since == nil && o.Checkpoint != "":
		fmt.Fprintf(w, "NOT compared with an older checkpoint: give the one that is kept now with --since %s the next time\n", o.Checkpoint)
	case o.Since == nil && a.command.Save != "":
		fmt.Fprintln(w, "NOT compared with an older checkpoint, and this one is not kept: see below")
	case o.Since == nil:
		fmt.Fprintln(w, "NOT compared with an older checkpoint: keep this one with --save, and give it with --since the next time")
	default:
		fmt.Fprintf(w, "it still begins with the %d entries that the older checkpoint covers\n", *o.Since)
	}
	switch {
	case !a.command.Documents:
		fmt.Fprintln(w, "NOT compared with what the registry shows: --documents does that")
	case o.OK && a.audit.From.Size > 0:
		fmt.Fprintf(w, "the registry has the %d documents of entries from %d on, as they were logged\n", o.Documents, a.audit.From.Size)
	case o.OK:
		fmt.Fprintf(w, "the registry has the documents of all %d entries, as they were logged\n", o.Documents)
	}
	for _, p := range o.Problems {
		fmt.Fprintf(w, "  entry %d, %s %s: %s\n", p.Index, p.Kind, p.Digest, p.Words)
	}
	if o.Unlisted > 0 {
		fmt.Fprintf(w, "  and %d further ones\n", o.Unlisted)
	}
	if o.Checkpoint != "" {
		fmt.Fprintf(w, "kept its checkpoint: %s\n", o.Checkpoint)
	}
}

// auditCode tells what speaks against the log from what speaks against the question, or the network.
func auditCode(err error) int {
	var exit *reports.Exit
	switch {
	case err == nil:
		return reports.ExitOK
	case errors.As(err, &exit):
		return exit.Code
	case errors.Is(err, tlog.ErrSignature), errors.Is(err, tlog.ErrInconsistent), errors.Is(err, tlog.ErrTampered), errors.Is(err, tlog.ErrMalformed):
		return reports.ExitFailed
	}
	return reports.ExitUnfinished
}

// writable says at once whether a file can be written: an audit may take hours.
func writable(path string) error {
	dir := filepath.Dir(path)
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return usage(fmt.Errorf("--save %s: there is no folder %s", path, dir))
	}
	f, err := os.CreateTemp(dir, ".checkpoint-*")
	if err != nil {
		return usage(fmt.Errorf("--save: %w", err))
	}
	_ = f.Close()
	_ = os.Remove(f.Name())
	return nil
}

// documents compares entries with what the registry shows, several at a time.
type documents struct {
	site  *registry // nil: nothing is compared
	slots chan struct{}
	group sync.WaitGroup

	mu       sync.Mutex
	checked  uint64
	count    uint64 // of problems
	problems []auditProblem
	err      error // for which the audit cannot go on
}

// mostProblems bounds what is listed.
const mostProblems = 100

func newDocuments(site *registry, wanted bool) *documents {
	d := &documents{slots: make(chan struct{}, auditFetches)}
	if wanted {
		d.site = site
	}
	return d
}

// add is an audit's Entry.
func (d *documents) add(ctx context.Context, index uint64, e tlog.Entry) error {
	if d.site == nil {
		return nil
	}
	if err := d.trouble(); err != nil {
		return err
	}
	select {
	case d.slots <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	d.group.Go(func() {
		defer func() { <-d.slots }()
		words, err := d.site.compare(ctx, e)
		d.mu.Lock()
		defer d.mu.Unlock()
		switch {
		case err != nil:
			if d.err == nil {
				d.err = fmt.Errorf("entry %d: %w", index, err)
			}
			return
		case words != "":
			d.count++
			if len(d.problems) < mostProblems {
				d.problems = append(d.problems, auditProblem{index, e.Kind, e.Digest, words})
			}
		}
		d.checked++
	})
	return nil
}

func (d *documents) wait() { d.group.Wait() }

func (d *documents) trouble() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.err
}

// compare says what is wrong with the document of an entry, or why that cannot be said.
func (r *registry) compare(ctx context.Context, e tlog.Entry) (words string, err error) {
	text, err := r.envelope(ctx, e.Kind == tlog.Report, e.Digest)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "the registry does not have it", nil
	case err != nil:
		return "", err
	}
	if have := reports.Digest(text); have != e.Digest {
		return "the registry shows another document in its place: " + have, nil
	}
	if e.Kind == tlog.Report {
		_, wrong := attest.Verify(text)
		return wordsOf(wrong), nil
	}
	s, wrong := act.Open(text)
	if wrong != nil {
		return wordsOf(wrong), nil
	}
	if string(s.Document.Kind()) != string(e.Kind) {
		return fmt.Sprintf("the document is a %s", s.Document.Kind()), nil
	}
	return r.compareState(ctx, e, s.Document)
}

func wordsOf(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// compareState says whether the registry still shows as published what an entry took out of force.
func (r *registry) compareState(ctx context.Context, e tlog.Entry, d act.Document) (string, error) {
	report := ""
	switch d := d.(type) {
	case act.Revocation:
		if e.Subject != d.ID {
			return fmt.Sprintf("the entry is about %s, and the act about %s", e.Subject, d.ID), nil
		}
		if d.What == act.ThingReport {
			report = d.ID
		}
	case act.Supersession:
		if e.Subject != d.Report {
			return fmt.Sprintf("the entry is about %s, and the act about %s", e.Subject, d.Report), nil
		}
		report = d.Report
	}
	if report == "" {
		return "", nil
	}
	state, err := r.state(ctx, report)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", nil // the report's own entry says so
	case err != nil:
		return "", err
	case state == "published":
		return fmt.Sprintf("the registry shows report %s as published all the same", report), nil
	}
	return "", nil
}

// progress counts on a terminal, and is silent elsewhere.
type progress struct{ bar *progressbar.ProgressBar }

func newProgress(w io.Writer) *progress {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) || os.Getenv("NO_COLOR") != "" || strings.EqualFold(os.Getenv("TERM"), "dumb") {
		return &progress{}
	}
	return &progress{progressbar.NewOptions64(-1, progressbar.OptionSetWriter(w), progressbar.OptionShowCount(),
		progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionClearOnFinish(), progressbar.OptionSetDescription("entries"))}
}

func (p *progress) set(n uint64) {
	if p.bar != nil {
		_ = p.bar.Set64(int64(n)) // a bar that cannot be drawn is no reason to stop
	}
}

func (p *progress) done() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}
