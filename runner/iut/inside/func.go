// Package inside makes implementations of Go code: of a function that answers questions ([Func]), or of
// an HTTP handler ([Serve]). Nothing is installed and nothing is started; the suite's own tests, the
// implementations that are wrong on purpose, and what a pack brings along are made so.
//
// Code of ours that does not come back cannot be ended. It is left behind, with its context cancelled.
package inside

import (
	"context"
	"encoding/json"
	"fmt"
	"runtime/debug"
	"time"

	"touchstone/reports"

	"touchstone/runner/iut"
	"touchstone/runner/iut/script"
	"touchstone/runner/trial"
)

// Answering answers one question. args is an object. It may be called by several goroutines at a time;
// questions of one Exchange come one after the other.
type Answering func(ctx context.Context, op string, args json.RawMessage) trial.Answer

// Limit is how long an answer may take.
const Limit = 10 * time.Second

// Func is an implementation whose answers a function gives. A panic is a crash. The description says the name
// and the version; the adapter is "inside".
func Func(im reports.Implementation, answer Answering) iut.Exchanger {
	return FuncWithin(Limit, im, answer)
}

// FuncWithin is Func with another limit for an answer.
func FuncWithin(limit time.Duration, im reports.Implementation, answer Answering) iut.Exchanger {
	im.Adapter = Adapter
	return &function{im: im, answer: answer, limit: limit}
}

// Adapter is what reports call this way of reaching an implementation.
const Adapter = "inside"

// Value is an answer; v is what encoding/json makes of it.
func Value(v any) trial.Answer {
	b, err := json.Marshal(v)
	if err != nil {
		return trial.Answer{Error: "the answer is no JSON: " + err.Error()}
	}
	return trial.Answer{Value: b}
}

type function struct {
	im     reports.Implementation
	answer Answering
	limit  time.Duration
}

func (f *function) Describe(ctx context.Context) (reports.Implementation, error) {
	return f.im, ctx.Err()
}

func (f *function) Close() error { return nil }

// question and reply pass between Exchange and the goroutine that asks the function.
type question struct {
	do   string
	args json.RawMessage
}

type reply struct {
	answer trial.Answer
	panic  string
}

func (f *function) Exchange(ctx context.Context, all []iut.Conversation, yield func(trial.Outcome) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	inner, cancel := context.WithCancel(ctx)
	defer cancel()
	questions, replies := make(chan question), make(chan reply, 1)
	defer close(questions)
	go f.serve(inner, questions, replies)
	timer := time.NewTimer(f.limit)
	defer timer.Stop()
	names := script.Names{Run: script.Word()}
	started := false
	for _, c := range all {
		play := script.New(c.Script, names)
		for {
			call, ok := play.Next()
			if !ok {
				break
			}
			questions <- question{call.Do, call.Args}
			timer.Reset(f.limit)
			select {
			case r := <-replies:
				if r.panic != "" {
					return &iut.Stopped{Case: c.Case, Started: started, Reason: iut.Crash, LastWords: r.panic}
				}
				started = true
				play.Take(r.answer)
			case <-timer.C:
				return &iut.Stopped{Case: c.Case, Started: started, Reason: iut.Hang, LastWords: fmt.Sprintf("no answer to %s within %v", call.Do, f.limit)}
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		if err := yield(play.Outcome(c.Case)); err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	return nil
}

// serve asks the function, until there are no more questions. It never waits for who asked.
func (f *function) serve(ctx context.Context, questions <-chan question, replies chan<- reply) {
	for q := range questions {
		r := f.ask(ctx, q)
		replies <- r
		if r.panic != "" {
			return
		}
	}
}

// ask is one question, whatever becomes of it.
func (f *function) ask(ctx context.Context, q question) (r reply) {
	defer func() {
		if p := recover(); p != nil {
			stack := debug.Stack()
			r.panic = fmt.Sprintf("panic: %v\n%s", p, stack[:min(len(stack), 2048)])
		}
	}()
	a := f.answer(ctx, q.do, q.args)
	if len(a.Value) > 0 {
		v, err := script.Canonical(a.Value)
		if err != nil {
			return reply{answer: trial.Answer{Error: "its answer: " + err.Error()}}
		}
		a.Value = v
	}
	return reply{answer: a}
}
