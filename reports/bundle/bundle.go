// Package bundle is the folder that a run leaves behind, and what a reader does with it:
//
//	report.json            the canonical document
//	report.dsse.json       the same, signed; this file alone is enough to verify
//	test-result.dsse.json  in-toto test-result/v0.1, signed, for tools that know only that
//	report.tlog-proof      that a registry's log has it; not written here, but by who submits it
//	outcomes-<digest>.jsonl  every outcome, one a line; its digest is in the report
//	report.html, junit.xml, summary.md, badge.svg   renderings
//
// Cucumber messages are not among them: those of 15,000 scenarios are 75 MB. `report render --format
// messages` makes them.
package bundle

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"syscall"

	"touchstone/reports"
	"touchstone/reports/attest"
	"touchstone/reports/render"
	"touchstone/reports/waiver"
)

// The names of the files that are not renderings.
const (
	ReportFile   = "report.json"
	EnvelopeFile = "report.dsse.json"
	SummaryFile  = "test-result.dsse.json"
)

// Options of Write.
type Options struct {
	Keys     []*attest.Key // who signs; none: no envelope, and the page says so
	FirstKey bool          // the key was made for this report
	Lang     string        // of the pages for people: "en" (also ""), "zh"
	Waivers  *waiver.Sheet // how waivers stand, for the renderings; they are no part of the report
}

// Write completes a folder: a sealed report becomes all its files, together. Each appears whole
// or not at all; when one cannot be written none of the old ones is touched. The sidecar is the
// caller's (reports.NewSidecar in the same folder, closed before). It returns the file names.
// Errors are *reports.Exit.
func Write(dir string, r *reports.Report, o Options) ([]string, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, cannotWrite(err)
	}
	text, err := reports.Encode(r)
	if err != nil {
		return nil, err
	}
	files := []file{{ReportFile, text}}
	ro := render.Options{Lang: o.Lang, Waivers: o.Waivers}
	if len(o.Keys) > 0 {
		envelope, summary, err := attest.SignBoth(r, text, o.Keys...)
		if err != nil {
			return nil, err
		}
		files = append(files, file{EnvelopeFile, envelope}, file{SummaryFile, summary})
		ro.Signature = &render.Signature{FirstKey: o.FirstKey, Envelope: EnvelopeFile}
		for _, k := range o.Keys {
			ro.Signature.KeyIDs = append(ro.Signature.KeyIDs, k.ID())
		}
	}
	for _, f := range render.Formats() {
		if f.File == "" {
			continue
		}
		var b bytes.Buffer
		if err := f.Render(&b, r, ro); err != nil {
			return nil, fmt.Errorf("%s: %w", f.File, err)
		}
		files = append(files, file{f.File, b.Bytes()})
	}
	old := outcomesOf(dir)
	sidecars := r.Suite.Sidecars()
	if err := replace(dir, files); err != nil {
		return nil, err
	}
	os.Remove(filepath.Join(dir, ProofFile(EnvelopeFile))) // of an earlier one
	if !slices.ContainsFunc(files, func(f file) bool { return f.name == EnvelopeFile }) {
		// An envelope of an earlier report must not stand beside this one.
		os.Remove(filepath.Join(dir, EnvelopeFile))
		os.Remove(filepath.Join(dir, SummaryFile))
	}
	for _, digest := range old {
		if !slices.ContainsFunc(sidecars, func(s reports.SidecarOf) bool { return s.Digest == digest }) {
			os.Remove(filepath.Join(dir, reports.SidecarName(digest)))
		}
	}
	names := make([]string, 0, len(files)+1)
	for _, f := range files {
		names = append(names, f.name)
	}
	for _, s := range sidecars {
		names = append(names, reports.SidecarName(s.Digest))
	}
	return names, nil
}

type file struct {
	name string
	text []byte
}

// replace writes all files beside their places and then moves them in. What a writer that was killed
// left beside them goes.
func replace(dir string, files []file) error {
	var temps []string
	defer func() {
		for _, t := range temps {
			os.Remove(t) // those that were moved are gone
		}
	}()
	for _, f := range files {
		stale, _ := filepath.Glob(filepath.Join(dir, "."+f.name+"-*.tmp"))
		for _, name := range stale {
			_ = os.Remove(name)
		}
		t, err := os.CreateTemp(dir, "."+f.name+"-*.tmp")
		if err != nil {
			return cannotWrite(err)
		}
		temps = append(temps, t.Name())
		_, err = t.Write(f.text)
		if e := t.Chmod(0o644); err == nil {
			err = e
		}
		if e := t.Sync(); err == nil {
			err = e
		}
		if e := t.Close(); err == nil {
			err = e
		}
		if err != nil {
			return cannotWrite(err)
		}
	}
	for i, f := range files {
		if err := os.Rename(temps[i], filepath.Join(dir, f.name)); err != nil {
			return cannotWrite(err)
		}
	}
	return nil
}

// WriteFile replaces one file whole.
func WriteFile(path string, text []byte) error {
	return replace(filepath.Dir(path), []file{{filepath.Base(path), text}})
}

// StreamFile replaces one file whole with what write writes to it; nothing of it is held in memory.
// Errors of write that are not the disk's come back as they are.
func StreamFile(path string, write func(io.Writer) error) error {
	dir, name := filepath.Split(path)
	t, err := os.CreateTemp(filepath.Clean(dir), "."+name+"-*.tmp")
	if err != nil {
		return cannotWrite(err)
	}
	defer os.Remove(t.Name()) // gone once it was moved
	disk := &errorOf{w: t}
	err = write(disk)
	if err == nil && disk.err == nil {
		disk.err = errors.Join(t.Chmod(0o644), t.Sync())
	}
	if e := t.Close(); disk.err == nil {
		disk.err = e
	}
	switch {
	case disk.err != nil:
		return cannotWrite(disk.err)
	case err != nil:
		return err
	}
	if err := os.Rename(t.Name(), path); err != nil {
		return cannotWrite(err)
	}
	return nil
}

// errorOf remembers whether what it writes to failed.
type errorOf struct {
	w   io.Writer
	err error
}

func (w *errorOf) Write(p []byte) (int, error) {
	n, err := w.w.Write(p)
	if err != nil {
		w.err = err
	}
	return n, err
}

// cannotWrite tells a place that was the wrong one from a disk that gave up.
func cannotWrite(err error) error {
	code := reports.ExitUnfinished
	if errors.Is(err, fs.ErrPermission) || errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrExist) ||
		errors.Is(err, syscall.ENOTDIR) || errors.Is(err, syscall.EROFS) {
		code = reports.ExitUsage
	}
	return &reports.Exit{Code: code, Err: fmt.Errorf("the report could not be written: %w", err)}
}

// outcomesOf are the digests of the outcomes of the report that is in the folder now, if one is.
func outcomesOf(dir string) (digests []string) {
	text, err := os.ReadFile(filepath.Join(dir, ReportFile))
	if err != nil {
		return nil
	}
	var r struct {
		Suite reports.Suite `json:"suite"`
	}
	if json.Unmarshal(text, &r) != nil {
		return nil
	}
	for _, s := range r.Suite.Sidecars() {
		digests = append(digests, s.Digest)
	}
	return digests
}

// read reads a file that is not larger than an envelope may be.
func read(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var b bytes.Buffer
	if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
		b.Grow(int(min(max(0, info.Size()), attest.MaxEnvelope)) + bytes.MinRead) // so that it need not grow
	}
	if _, err := b.ReadFrom(io.LimitReader(f, attest.MaxEnvelope+1)); err != nil {
		return nil, err
	}
	text := b.Bytes()
	if len(text) > attest.MaxEnvelope {
		return nil, fmt.Errorf("%s is larger than %d MiB", path, attest.MaxEnvelope>>20)
	}
	return text, nil
}
