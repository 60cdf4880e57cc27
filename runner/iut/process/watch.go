package process

import (
	"context"
	"fmt"
	"strings"
	"sync/atomic"
	"time"

	"touchstone/runner/image"
)

// watch takes a process's standard output: it feeds the reader and ends the process when it says
// nothing new, says too much, or has said all.
type watch struct {
	reader  *image.Reader
	limits  Limits
	console bool
	end     context.CancelCauseFunc
	silence *time.Timer
	stderr  tail
	stdout  tail // of a process that reports by signature

	noise atomic.Int64 // bytes since the last progress
	err   error        // yield's
}

// stderr is the watch as standard error is written to it.
type stderr watch

// Write is called by one goroutine, beside that of standard output.
func (s *stderr) Write(p []byte) (int, error) {
	w := (*watch)(s)
	_, _ = w.stderr.Write(p) // a tail in memory
	w.bear(len(p))
	return len(p), nil
}

// bear counts bytes that are no progress.
func (w *watch) bear(n int) {
	if w.noise.Add(int64(n)) > w.limits.Noise {
		w.end(errFlood)
	}
}

// Write is called by one goroutine.
func (w *watch) Write(p []byte) (int, error) {
	if w.err == nil && w.console {
		before, started := w.reader.Progress(), w.reader.Started()
		_, w.err = w.reader.Write(p)
		switch {
		case w.err != nil:
			w.end(w.err)
		case w.reader.Complete():
			w.silence.Reset(grace) // it has only to end
		case w.reader.Progress() != before || w.reader.Started() != started:
			w.noise.Store(0)
			w.silence.Reset(w.limits.Silence)
			return len(p), nil
		}
	} else if !w.console {
		_, _ = w.stdout.Write(p) // a tail in memory
	}
	w.bear(len(p))
	return len(p), nil
}

// lastWords are for people: the ends of standard error and output, the faults of the report, and
// how the process ended.
func (w *watch) lastWords(exit, signature error) string {
	var b strings.Builder
	add := func(what, text string) {
		if text = strings.TrimSpace(text); text != "" {
			fmt.Fprintf(&b, "%s: %s\n", what, text)
		}
	}
	add("standard error", w.stderr.String())
	if w.console {
		add("console", last(w.reader.Words(), 400))
	} else {
		add("standard output", w.stdout.String())
	}
	faults, more := w.reader.Faults()
	for i, f := range faults {
		if i == 3 {
			add("report", fmt.Sprintf("and %d more faults", len(faults)-3+more))
			break
		}
		add("report", f.Error())
	}
	if signature != nil {
		add("signature", signature.Error())
	}
	if exit != nil {
		add("ended", exit.Error())
	}
	return strings.TrimSpace(strings.ToValidUTF8(b.String(), "?"))
}

// tail keeps the beginning and the end of what is written to it: what a program says first when it
// fails, and what it says last.
type tail struct{ head, b []byte }

const (
	headSize = 512
	tailSize = 2048
)

func (t *tail) Write(p []byte) (int, error) {
	total := len(p)
	if n := min(len(p), headSize-len(t.head)); n > 0 {
		t.head, p = append(t.head, p[:n]...), p[n:]
	}
	t.b = append(t.b, p[max(0, len(p)-tailSize):]...)
	if len(t.b) > 4*tailSize {
		t.b = append(t.b[:0], t.b[len(t.b)-tailSize:]...)
	}
	return total, nil
}

func (t *tail) String() string {
	if len(t.b) <= tailSize {
		return string(t.head) + string(t.b)
	}
	return string(t.head) + "\n…\n" + last(string(t.b), tailSize)
}

func last(s string, n int) string { return s[max(0, len(s)-n):] }
