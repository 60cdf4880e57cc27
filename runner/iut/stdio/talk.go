package stdio

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"time"

	"touchstone/runner/iut"
	"touchstone/runner/iut/script"
	"touchstone/runner/trial"
)

// talk asks one process. It belongs to one goroutine; two others do nothing but read and write, so that
// neither side ever waits for the other to read.
type talk struct {
	child *child
	queue *queue
	names script.Names
	ahead int
	yield func(trial.Outcome) error

	asked   []asked // without an answer yet, in their order
	bytes   int     // of their questions
	count   int     // of all questions
	pending []byte  // questions that are not on their way yet
	held    *asked  // the last question's script has more of them: nothing else is asked before it is over
	empty   bool    // the queue
	words   string  // what is wrong with a line
	unsure  bool    // whether the first that is open is to blame
}

// settling is how long is waited, where one question is asked at a time, for what comes after its answer.
const settling = 2 * time.Millisecond

// asked is a question.
type asked struct {
	conversation iut.Conversation
	play         *script.Play
	call         script.Call
	id, size     int
}

// run asks until there is nothing left to ask.
func (t *talk) run(ctx context.Context) (open []iut.Conversation, err error) {
	limits := t.child.owner.limits
	silence := time.NewTimer(limits.Silence)
	defer silence.Stop()
	settle := false // see whether there is more than the answer, before anything else is asked
	for {
		if settle && len(t.child.lines) == 0 {
			settle = false
			time.Sleep(settling)
		}
		if len(t.child.lines) == 0 {
			if err := t.fill(); err != nil {
				return nil, err
			}
		}
		if len(t.asked) == 0 && len(t.pending) == 0 && t.empty {
			return nil, t.finish(ctx)
		}
		var input chan []byte
		if len(t.pending) > 0 {
			input = t.child.input
		}
		select {
		case input <- t.pending:
			t.pending = nil
			continue
		case lines, ok := <-t.child.lines:
			if !ok {
				return t.ended(ctx)
			}
			done, err := t.take(lines)
			if err != nil {
				return nil, err
			}
			if t.words != "" {
				t.unsure = true // what is wrong may have come with the answer before
				return t.stop(ctx, iut.Crash, t.words)
			}
			if done {
				silence.Reset(limits.Silence)
				settle = t.ahead == 1
			}
		case <-silence.C:
			if len(t.child.lines) > 0 || t.child.hasEnded() { // it is we who were slow, or its end is on its way
				silence.Reset(limits.Silence)
				continue
			}
			return t.stop(ctx, iut.Hang, fmt.Sprintf("no answer within %v%s", limits.Silence, t.unflushed()))
		case <-t.child.flood:
			return t.stop(ctx, iut.Flood, fmt.Sprintf("more than %d bytes on standard error without an answer", limits.Output))
		case <-ctx.Done():
			return nil, ctx.Err()
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
}

// unflushed says what a program may do wrong that never answered anything.
func (t *talk) unflushed() string {
	if len(t.asked) < t.count {
		return ""
	}
	return ", and none before; does the program write its answers out before it waits for more?"
}

// fill asks for as long as there is room ahead.
func (t *talk) fill() error {
	limits := t.child.owner.limits
	for !t.empty || t.held != nil {
		if t.held != nil {
			if len(t.asked) > 0 {
				return nil
			}
			again := *t.held
			t.held = nil
			if err := t.ask(again.conversation, again.play); err != nil {
				return err
			}
			continue
		}
		if len(t.asked) >= t.ahead || len(t.asked) > 0 && t.bytes >= limits.Bytes {
			return nil
		}
		c, ok := t.queue.take()
		if !ok {
			t.empty = true
			return nil
		}
		if err := t.ask(c, script.New(c.Script, t.names)); err != nil {
			return err
		}
	}
	return nil
}

// ask asks the next question of a script, or yields its outcome.
func (t *talk) ask(c iut.Conversation, play *script.Play) error {
	for {
		call, ok := play.Next()
		if !ok {
			return t.yield(play.Outcome(c.Case))
		}
		if !slices.Contains(t.child.hello.Operations, call.Do) {
			play.Take(trial.Answer{Skip: fmt.Sprintf("%s has no operation %s", t.child.hello.Name, call.Do)})
			continue
		}
		t.count++
		before := len(t.pending)
		t.pending = appendQuestion(t.pending, t.count, call.Do, call.Args)
		a := asked{conversation: c, play: play, call: call, id: t.count, size: len(t.pending) - before}
		t.asked = append(t.asked, a)
		t.bytes += a.size
		if call.Index+1 < len(c.Script.Calls) {
			t.held = &a
		}
		return nil
	}
}

// take reads answers. done says that there was one.
func (t *talk) take(lines []byte) (done bool, err error) {
	for len(lines) > 0 {
		line, rest, _ := bytes.Cut(lines, []byte("\n"))
		lines = rest
		if int64(len(line)) > t.child.owner.limits.Output {
			t.words = fmt.Sprintf("a line of %d bytes; %d are the most", len(line), t.child.owner.limits.Output)
			return done, nil
		}
		if len(t.asked) == 0 {
			t.words = "there is no question to answer, and it wrote: " + short(line)
			return done, nil
		}
		a := t.asked[0]
		answer, wrong := readAnswer(line, a.id)
		if wrong != nil {
			t.words = fmt.Sprintf("line %d of its answers: %v: %s", a.id, wrong, short(line))
			return done, nil
		}
		t.asked, t.bytes = t.asked[1:], t.bytes-a.size
		t.child.stderr.noise.Store(0)
		done = true
		a.play.Take(answer)
		if t.held != nil && t.held.id == a.id {
			continue // fill goes on with it
		}
		if err := t.yield(a.play.Outcome(a.conversation.Case)); err != nil {
			return done, err
		}
	}
	return done, nil
}

// ended says how it went when there is no more output.
func (t *talk) ended(ctx context.Context) ([]iut.Conversation, error) {
	reason := t.child.ending()
	problem := "it ended before it had answered"
	switch {
	case t.child.long:
		problem = fmt.Sprintf("a line of more than %d bytes", t.child.owner.limits.Output)
	case reason == iut.Crash && !t.child.hasEnded():
		problem = "it closed its standard output"
	case len(t.child.rest) > 0:
		problem = "it ended in the middle of a line: " + short(t.child.rest)
	}
	return t.stop(ctx, reason, problem)
}

// stop is the end of a process that has not answered all; open is what it had begun.
func (t *talk) stop(ctx context.Context, reason iut.Reason, problem string) (open []iut.Conversation, err error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s := &iut.Stopped{Case: -1, Started: true, Reason: reason}
	for _, a := range t.asked {
		open = append(open, a.conversation)
	}
	t.unsure = t.unsure || len(open) > 1
	if len(t.asked) > 0 {
		a := t.asked[0]
		s.Case = a.conversation.Case
		problem += fmt.Sprintf("\nit had been asked: %s", short(bytes.TrimSpace(appendQuestion(nil, a.id, a.call.Do, a.call.Args))))
	} else if t.held != nil {
		open, s.Case = append(open, t.held.conversation), t.held.conversation.Case
	}
	s.LastWords = t.child.lastWords(problem)
	return open, s
}

// finish waits for the end of a process that has answered all.
func (t *talk) finish(ctx context.Context) error {
	problem := t.child.finish(ctx)
	if err := ctx.Err(); err != nil {
		return err
	}
	if problem == "" {
		return nil
	}
	return &iut.Stopped{Case: -1, Started: true, Reason: iut.Crash, LastWords: t.child.lastWords(problem)}
}
