package command

import (
	"io"
	"time"

	"github.com/schollz/progressbar/v3"
)

// progress is a bar on a terminal and silence elsewhere.
type progress struct{ bar *progressbar.ProgressBar }

func newProgress(w io.Writer, total int) *progress { return newProgressOf(w, "executing", total) }

func newProgressOf(w io.Writer, doing string, total int) *progress {
	if !isTerminal(w) {
		return &progress{}
	}
	return &progress{progressbar.NewOptions(total,
		progressbar.OptionSetWriter(w), progressbar.OptionShowCount(), progressbar.OptionSetWidth(30),
		progressbar.OptionThrottle(50*time.Millisecond), progressbar.OptionClearOnFinish(),
		progressbar.OptionSetDescription(doing), progressbar.OptionSetPredictTime(true),
	)}
}

// set says how many cases have an outcome.
func (p *progress) set(n int) {
	if p.bar != nil {
		_ = p.bar.Set(n) // a bar that cannot be drawn is no reason to stop
	}
}

func (p *progress) done() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}

// listing is the bar of what takes longest in planning images that check themselves. There is none before the
// first case, and so none for other images.
type listing struct {
	w   io.Writer
	bar *progress
}

func (l *listing) set(done, total int) {
	if l.bar == nil {
		l.bar = newProgressOf(l.w, "listing what is allowed", total)
	}
	l.bar.set(done)
}

func (l *listing) done() {
	if l.bar != nil {
		l.bar.done()
	}
}
