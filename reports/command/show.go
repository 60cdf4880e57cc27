package command

import (
	"fmt"
	"io"
	"os"

	"github.com/alecthomas/kong"

	"touchstone/reports"
	"touchstone/reports/bundle"
	"touchstone/reports/render"
)

// Show is `report show`.
type Show struct {
	trust
	waivers
	File string `arg:"" type:"path" help:"Report folder, report.dsse.json or report.json."`
	JSON bool   `name:"json" help:"Print the canonical report."`
}

func (c *Show) Run(k *kong.Kong) error {
	o, err := c.open(c.File)
	if err != nil {
		return err
	}
	if !c.JSON {
		s, err := c.sheet(o)
		if err != nil {
			return err
		}
		return render.Text(k.Stdout, o.Report, render.Options{Signature: signature(o), Waivers: s})
	}
	text, err := reports.Encode(o.Report)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(k.Stdout, "%s\n", text)
	return err
}

// signature is what a rendering says about who signed.
func signature(o *bundle.Opened) *render.Signature {
	if o.Result == nil {
		return nil
	}
	s := &render.Signature{Envelope: bundle.EnvelopeFile}
	for _, who := range o.Result.Signers {
		s.KeyIDs = append(s.KeyIDs, who.KeyID)
	}
	return s
}

// Render is `report render`.
type Render struct {
	trust
	waivers
	File   string `arg:"" type:"path" help:"Report folder, report.dsse.json or report.json."`
	Format string `default:"html" placeholder:"NAME" help:"html, junit, messages (Cucumber's, NDJSON), markdown, badge, text; default: html."`
	Lang   string `default:"en" help:"Language of pages, summaries and badges: en, zh; the others are in English."`
	Out    string `short:"o" aliases:"output" type:"path" placeholder:"FILE" help:"Write a file; default: standard output."`
}

func (c *Render) Run(k *kong.Kong) error {
	f, err := render.ByName(c.Format)
	if err == nil {
		_, err = render.Messages(c.Lang)
	}
	if err != nil {
		return usage(err)
	}
	o, err := c.open(c.File)
	if err != nil {
		return err
	}
	s, err := c.sheet(o)
	if err != nil {
		return err
	}
	write := func(w io.Writer) error {
		return f.Render(w, o.Report, render.Options{Lang: c.Lang, Signature: signature(o), Waivers: s})
	}
	if c.Out == "" {
		return write(k.Stdout)
	}
	return bundle.StreamFile(c.Out, write)
}

// Diff is `report diff`.
type Diff struct {
	trust
	A    string `arg:"" type:"path" help:"Report before."`
	B    string `arg:"" type:"path" help:"Report after."`
	JSON bool   `name:"json" help:"Print the differences as JSON."`
}

func (c *Diff) Run(k *kong.Kong) error {
	a, err := c.open(c.A)
	if err != nil {
		return err
	}
	b, err := c.open(c.B)
	if err != nil {
		return err
	}
	d := reports.Diff(a.Report, b.Report)
	code := reports.ExitOK
	if !d.Same() {
		code = reports.ExitFailed
	}
	if c.JSON {
		if err := printJSON(k.Stdout, d); err != nil {
			return err
		}
		return exit(code)
	}
	for _, w := range d.Warnings {
		fmt.Fprintf(k.Stderr, "note: %s\n", plain(w))
	}
	if err := render.Difference(k.Stdout, d); err != nil {
		return err
	}
	return exit(code)
}

// readFile reads a small input.
func readFile(path string) ([]byte, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, usage(err)
	}
	return text, nil
}
