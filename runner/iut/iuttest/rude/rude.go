// Package rude is implementations that exchange messages, and misbehave on purpose: they hang, crash,
// flood, lie in their ids, cut their answers short and leave processes behind. [All] lists them, with what must come
// of each; iuttest.Rude runs them against an adapter.
//
// Behind every adapter the implementation does the same: it says what is said to it. So it is asked with
// a [Tongue], and a behaviour is about one case, the victim: the one that says [Victim]. [Program] is the
// implementation behind stdio, [Handler] behind HTTP, and [Func] in the same process.
package rude

import (
	"encoding/json"
	"net/url"
	"slices"

	"touchstone/runner/trial"
)

// Victim is what is said to the implementation where it misbehaves.
const Victim = "victim"

// Good is the name of no behaviour: the implementation is a right one.
const Good = "good"

// Medium is a way in which an implementation is reached.
type Medium string

const (
	Stdio  Medium = "stdio"
	HTTP   Medium = "http"
	Inside Medium = "inside"

	Handled Medium = "handled" // HTTP in the same process
)

// Tongue is how the implementation is asked.
type Tongue struct {
	Say    func(text string) trial.Call // it answers with the text
	Refuse func() trial.Call            // it refuses
	Nobody func() trial.Call            // an operation that it does not have
	Path   string                       // of the text within an answer
}

// Lines is how the implementation behind stdio, or in the same process, is asked.
func Lines() Tongue {
	return Tongue{
		Say:    func(text string) trial.Call { return call("echo", map[string]any{"text": text}) },
		Refuse: func() trial.Call { return call("refuse", map[string]any{}) },
		Nobody: func() trial.Call { return call("nonsense", map[string]any{}) },
		Path:   "text",
	}
}

// Requests is how the implementation behind HTTP is asked.
func Requests() Tongue {
	return Tongue{
		Say: func(text string) trial.Call {
			return call("request", map[string]any{"method": "POST", "path": "/echo", "body": map[string]any{"text": text}})
		},
		Refuse: func() trial.Call { return call("request", map[string]any{"method": "GET", "path": "/refuse"}) },
		Nobody: func() trial.Call { return call("decode", map[string]any{"bytes": url.QueryEscape("81")}) },
		Path:   "body.text",
	}
}

func call(do string, args map[string]any) trial.Call {
	b, err := json.Marshal(args)
	if err != nil {
		panic("rude: " + err.Error())
	}
	return trial.Call{Do: do, Args: b}
}

// Behaviour is a way to be bad.
type Behaviour struct {
	Name  string
	Media []Medium
	Want  Want
}

// Want is what must come of a behaviour when seven cases, the victim in the middle, are asked with
// isolation.
type Want struct {
	Victim string // status of the victim's outcome; "": it finishes, and its neighbours always do
	Error  string // of the victim's answer, which is right without it
	Part   string // the victim's answer has this in it, and is not the right one

	NeverStarted bool   // no case has an outcome, and the error says that the implementation never started
	Again        bool   // something ran again, and the run says so
	Words        string // are in the victim's last words, in the error, or in what is said of what ran again
}

// Has says whether an implementation behind a medium can behave so.
func (b Behaviour) Has(m Medium) bool { return slices.Contains(b.Media, m) }

// Waits says whether a behaviour shows by an answer that does not come: a test need not wait long for it. Every other
// shows by what happens, however long that takes on a busy machine.
func Waits(name string) bool {
	return slices.ContainsFunc(All(), func(b Behaviour) bool {
		return b.Name == name && (b.Want.Victim == hang || name == "never flushes" || name == "hangs at once")
	})
}

const (
	hang  = "hang"
	crash = "crash"
	flaky = "flaky"
)

// All lists the bad implementations.
func All() []Behaviour {
	lines, web, every := []Medium{Stdio}, []Medium{HTTP, Handled}, []Medium{Stdio, HTTP, Inside, Handled}
	fine := Want{}
	again := func(victim, words string) Want { return Want{Victim: victim, Again: true, Words: words} }
	never := func(words string) Want { return Want{NeverStarted: true, Words: words} }
	wrong := func(words string) Want { return Want{Error: words} }
	return []Behaviour{
		{"slow", every, fine},
		{"hangs in a case", every, again(hang, "no answer")},
		{"crashes in a case", []Medium{Stdio, HTTP, Inside}, again(crash, "")},

		{"hangs at once", lines, never("no greeting")},
		{"crashes at once", lines, never("signal")},
		{"ends at once", lines, never("ended without a greeting")},
		{"fails at once", lines, never("exit status 1")},
		{"greets with garbage", lines, never("is to be its greeting")},
		{"greets in another version", lines, never("its greeting: hello")},
		{"greets without a name", lines, never("missing name")},
		{"greets and goes on", lines, never("nothing was asked")},
		{"never flushes", lines, never("does the program write its answers out")},

		{"ends in a case", lines, again(crash, "exit status 0")},
		{"fails in a case", lines, again(crash, "exit status 3")},
		{"keeps its answers and crashes", lines, again(crash, "")},
		{"last words", lines, again(crash, "ASSERTION `table != NULL' failed")},
		{"crashes in company", lines, again(flaky, "finished when it ran alone")},
		{"id of another question", lines, again(crash, "it is for question")},
		{"id that is text", lines, again(crash, "it is for question")},
		{"id with a fraction", lines, again(crash, "it is for question")},
		{"no id", lines, again(crash, "it has no id")},
		{"answer and skip", lines, again(crash, "one of answer, skip and error")},
		{"neither answer nor skip", lines, again(crash, "one of answer, skip and error")},
		{"another member", lines, again(crash, "none of answer, skip and error")},
		{"answer twice in a line", lines, again(crash, "twice")},
		{"two objects in a line", lines, again(crash, "not JSON")},
		{"no object", lines, again(crash, "no object")},
		{"answers null", lines, again(crash, "null")},
		{"skips without words", lines, again(crash, "words that say why")},
		{"garbage before the answer", lines, again(crash, "not JSON")},
		{"garbage after the answer", lines, again("", "done.")},
		{"empty line", lines, again(crash, "not JSON")},
		{"not UTF-8", lines, again(crash, "not UTF-8")},
		{"half a surrogate pair", lines, again(crash, "surrogate")},
		{"every answer twice", lines, again("", "")},
		{"answers after the last", lines, again("", "all was answered")},
		{"cut in a line", lines, again(crash, "in the middle of a line")},
		{"one endless line", lines, again(crash, "a line of more than")},
		{"floods with lines", lines, again("", "")},
		{"floods standard error", lines, again(crash, "still there")},
		{"closes its output and goes on", lines, again(crash, "closed its standard output")},
		{"closes its input and goes on", lines, again(hang, "no answer")},
		{"ignores signals", lines, again(hang, "")},
		{"stops itself", lines, again(hang, "")},
		{"eats memory", lines, again(crash, "")},
		{"leaves a child", lines, fine},
		{"leaves a daemon", lines, fine},
		{"leaves children and crashes", lines, again(crash, "")},
		{"does not end", lines, fine},
		{"fails after the last case", lines, fine},

		{"crashes slowly", []Medium{HTTP}, again(crash, "exit status 1")},
		{"closes the connection", web, wrong("connection ended")},
		{"answers with garbage", web, wrong("malformed HTTP")},
		{"cuts its answer", web, Want{Part: `"cut":`}},
		{"stops in its answer", web, again(hang, "no answer")},
		{"answers without end", web, again(crash, "more than")},
		{"headers without end", web, wrong("header")},
		{"answers twice", web, fine},
		{"says to continue without end", web, wrong("header")},
		{"panics", web, wrong("connection ended")},
	}
}
