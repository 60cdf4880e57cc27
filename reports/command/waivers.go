package command

import (
	"fmt"
	"time"

	"touchstone/reports"
	"touchstone/reports/attest"
	"touchstone/reports/bundle"
	"touchstone/reports/waiver"
)

// waivers are those that a command looks at beside a report.
type waivers struct {
	Waivers   string   `type:"path" placeholder:"PATH" help:"Signed waivers: a folder of *.json and *.jsonl, or a file with one a line."`
	WaiverKey []string `type:"path" placeholder:"FILE" help:"Public key (PEM) of somebody whose waivers count; may be repeated. Others are shown as not confirmed, and open no gate."`
	Date      string   `placeholder:"YYYY-MM-DD" help:"Day, in UTC, on which waivers and the entries of a baseline must hold; default: today."`
}

// day is the time at which waivers are looked at.
func (w *waivers) day() (time.Time, error) {
	if w.Date == "" {
		return time.Now().UTC(), nil
	}
	day, err := time.Parse(time.DateOnly, w.Date)
	if err != nil {
		return time.Time{}, usage(fmt.Errorf("--date %s: a day looks like 2026-05-04", w.Date))
	}
	return day, nil
}

// load reads what the flags name.
func (w *waivers) load() (loaded []waiver.Loaded, trusted []attest.PublicKey, err error) {
	if trusted, err = publicKeys(w.WaiverKey); err != nil {
		return nil, nil, err
	}
	if w.Waivers == "" {
		return nil, trusted, nil
	}
	if loaded, err = waiver.Load(w.Waivers); err != nil {
		return nil, nil, usage(err)
	}
	return loaded, trusted, nil
}

// table is what the waivers are judged at: the report that was opened.
func (w *waivers) table(o *bundle.Opened, trusted []attest.PublicKey) (waiver.Table, error) {
	day, err := w.day()
	t := waiver.Table{Report: o.Report, Trusted: trusted, Now: day}
	if o.Result != nil {
		t.Signers = o.Result.Signers
	}
	return t, err
}

// sheet says how all the waivers of a report stand.
func (w *waivers) sheet(o *bundle.Opened) (*waiver.Sheet, error) {
	loaded, trusted, err := w.load()
	if err != nil {
		return nil, err
	}
	t, err := w.table(o, trusted)
	if err != nil {
		return nil, err
	}
	return t.Stand(loaded), nil
}

// baseline reads one; an empty path is that of none.
func baseline(path string) (*reports.Baseline, error) {
	if path == "" {
		return nil, nil
	}
	text, err := readFile(path)
	if err != nil {
		return nil, err
	}
	b, err := reports.ParseBaseline(text)
	if err != nil {
		return nil, usage(fmt.Errorf("%s: %w", path, err))
	}
	return b, nil
}
