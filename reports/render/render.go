// Package render shows a report: one file a format. Every renderer is a pure function of the
// report and the [Options]; the same two give the same bytes.
package render

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"touchstone/reports"
	"touchstone/reports/waiver"
)

// Options are what a rendering needs to know besides the report.
type Options struct {
	Lang       string        // "en" (also ""), "zh"; of pages, summaries and badges
	Signature  *Signature    // nil: not signed, and the page says so
	Waivers    *waiver.Sheet // how waivers stand; nil: those that the report brings along, on the day of its run
	Alternates []Link        // the same page in other languages, where it is served
	Index      string        // where it is served: the page about it
	Downloads  []string      // where it is served: the report's other files, beside the page
	Notices    []Notice      // where it is served: what became of the report since, above all else
	Color      bool          // text for a terminal
	Folder     string        // text: where the files are
	Files      []string      // text: their names
}

// Signature is what a rendering says about the envelope that it was made from.
type Signature struct {
	KeyIDs   []string
	FirstKey bool   // the key was made for this very report
	Envelope string // file name, "report.dsse.json"
}

// Notice is something that a reader must know before the verdict: that the report was revoked, say.
type Notice struct {
	Title, Words string
	Link         Link // to more; no URL: none
}

// Link is a place to go.
type Link struct{ Lang, Name, URL string }

// Format is one way to show a report.
type Format struct {
	Name      string // as --format takes it
	File      string // in a report folder; "" for one that has no file there
	MediaType string
	Render    func(io.Writer, *reports.Report, Options) error
}

// Formats lists them all.
func Formats() []Format {
	return []Format{
		{"html", "report.html", "text/html; charset=utf-8", HTML},
		{"junit", "junit.xml", "application/xml; charset=utf-8", JUnit},
		{"messages", "", "application/x-ndjson", Cucumber},
		{"markdown", "summary.md", "text/markdown; charset=utf-8", Markdown},
		{"badge", "badge.svg", "image/svg+xml", Badge},
		{"text", "", "text/plain; charset=utf-8", Text},
	}
}

// ByName finds a format.
func ByName(name string) (Format, error) {
	formats := Formats()
	if i := slices.IndexFunc(formats, func(f Format) bool { return f.Name == name }); i >= 0 {
		return formats[i], nil
	}
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = f.Name
	}
	return Format{}, fmt.Errorf("no format %q; there are %s", name, strings.Join(names, ", "))
}
