package rude

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"time"

	"touchstone/runner/iut/iuttest/bad"
)

// Variable is the environment variable that makes a test binary the [Program] of the behaviour it names.
const Variable = "TOUCHSTONE_RUDE"

// Main is called by TestMain: when the variable is set, it is the program, and does not return.
func Main() {
	if name := os.Getenv(Variable); name != "" {
		if os.Getenv(PortVariable) != "" {
			fmt.Fprintln(os.Stderr, Serve(name))
			os.Exit(1)
		}
		Program(name, os.Stdin, os.Stdout)
		os.Exit(0)
	}
}

type asked struct {
	ID   int    `json:"id"`
	Do   string `json:"do"`
	Args struct {
		Text string `json:"text"`
	} `json:"args"`
}

// Program is the implementation behind stdio.
func Program(name string, stdin io.Reader, stdout io.Writer) {
	p := &program{name: name, in: bufio.NewReaderSize(stdin, 64<<10), out: bufio.NewWriterSize(stdout, 64<<10)}
	p.run()
}

type program struct {
	name  string
	in    *bufio.Reader
	out   *bufio.Writer
	count int
}

func (p *program) say(lines ...string) {
	for _, l := range lines {
		_, _ = p.out.WriteString(l)
	}
	_ = p.out.Flush()
}

func (p *program) run() {
	stage := bad.ProcessStage()
	if _, err := p.in.ReadBytes('\n'); err != nil {
		return
	}
	hello := `{"hello":1,"name":"echo","version":"1.2","operations":["echo","refuse","skip","fail"]}` + "\n"
	switch p.name {
	case "hangs at once":
		stage.Hang()
	case "crashes at once":
		stage.Crash()
	case "ends at once":
		os.Exit(0)
	case "fails at once":
		os.Exit(1)
	case "greets with garbage":
		hello = "echo 1.2\n"
	case "greets in another version":
		hello = strings.Replace(hello, ":1,", ":2,", 1)
	case "greets without a name":
		hello = strings.Replace(hello, `"name":"echo",`, "", 1)
	case "greets and goes on":
		hello += `{"id":1,"answer":{"text":"one"}}` + "\n"
	}
	p.say(hello)
	for {
		line, err := p.in.ReadBytes('\n')
		if err != nil {
			break
		}
		p.count++
		p.answer(stage, line)
		if p.in.Buffered() == 0 && p.name != "never flushes" {
			_ = p.out.Flush()
		}
	}
	if p.name == "never flushes" {
		return
	}
	_ = p.out.Flush()
	switch p.name {
	case "answers after the last":
		p.say(`{"id":1000,"answer":{"text":"more"}}` + "\n")
	case "does not end":
		stage.Hang()
	case "fails after the last case":
		os.Exit(9)
	case "leaves a child":
		stage.Fork(bad.SameGroup)
	case "leaves a daemon":
		stage.Fork(bad.OwnSession)
	}
}

// right is the line of a right answer.
func right(q asked) string {
	id := `{"id":` + strconv.Itoa(q.ID)
	switch q.Do {
	case "echo":
		text, _ := json.Marshal(q.Args.Text)
		return id + `,"answer":{"text":` + string(text) + "}}\n"
	case "refuse":
		return id + `,"answer":{"refused":true}}` + "\n"
	case "skip":
		return id + `,"skip":"told to"}` + "\n"
	}
	return id + `,"error":"told to"}` + "\n"
}

func (p *program) answer(stage bad.Process, line []byte) {
	var q asked
	if err := json.Unmarshal(line, &q); err != nil {
		fmt.Fprintln(os.Stderr, "echo:", err)
		os.Exit(2)
	}
	answer := right(q)
	if q.Args.Text == Victim {
		answer = p.misbehave(stage, q, answer)
	}
	_, _ = p.out.WriteString(answer)
}

// misbehave gives the line to answer with, unless it never comes to that.
func (p *program) misbehave(stage bad.Process, q asked, answer string) string {
	id := strconv.Itoa(q.ID)
	before := func() { _ = p.out.Flush() }
	switch p.name {
	case "slow":
		time.Sleep(100 * time.Millisecond)
	case "hangs in a case":
		before()
		stage.Hang()
	case "crashes in a case":
		before()
		stage.Crash()
	case "keeps its answers and crashes":
		stage.Crash()
	case "crashes in company":
		if p.count > 1 {
			stage.Crash()
		}
	case "ends in a case":
		before()
		os.Exit(0)
	case "fails in a case":
		before()
		os.Exit(3)
	case "last words":
		before()
		stage.Complain([]byte("ASSERTION `table != NULL' failed\n"))
		stage.Crash()
	case "id of another question":
		return strings.Replace(answer, id, strconv.Itoa(q.ID+1), 1)
	case "id that is text":
		return strings.Replace(answer, id, `"`+id+`"`, 1)
	case "id with a fraction":
		return strings.Replace(answer, id, id+".0", 1)
	case "no id":
		return `{"answer":{"text":"victim"}}` + "\n"
	case "answer and skip":
		return `{"id":` + id + `,"answer":{},"skip":"x"}` + "\n"
	case "neither answer nor skip":
		return `{"id":` + id + `}` + "\n"
	case "another member":
		return `{"id":` + id + `,"result":{}}` + "\n"
	case "answer twice in a line":
		return `{"id":` + id + `,"answer":{},"answer":{}}` + "\n"
	case "two objects in a line":
		return strings.TrimSpace(answer) + answer
	case "no object":
		return `[` + id + `,{"text":"victim"}]` + "\n"
	case "answers null":
		return `{"id":` + id + `,"answer":null}` + "\n"
	case "skips without words":
		return `{"id":` + id + `,"skip":true}` + "\n"
	case "garbage before the answer":
		return "warning: deprecated\n" + answer
	case "garbage after the answer":
		return answer + "done.\n"
	case "empty line":
		return "\n" + answer
	case "not UTF-8":
		return strings.Replace(answer, "victim", "vict\xffim", 1)
	case "half a surrogate pair":
		return strings.Replace(answer, "victim", `\ud840`, 1)
	case "every answer twice":
		return answer + answer
	case "cut in a line":
		p.say(answer[:len(answer)/2])
		os.Exit(0)
	case "one endless line":
		for {
			p.say(strings.Repeat("x", 4096))
		}
	case "floods with lines":
		for {
			p.say(strings.Repeat(answer, 100))
		}
	case "floods standard error":
		before()
		for {
			stage.Complain([]byte(strings.Repeat("warning: still there\n", 100)))
		}
	case "closes its output and goes on":
		before()
		_ = os.Stdout.Close()
		stage.Hang()
	case "closes its input and goes on":
		before()
		_ = os.Stdin.Close()
		stage.Hang()
	case "ignores signals":
		before()
		stage.Ignore()
		stage.Hang()
	case "stops itself":
		before()
		stage.Stop()
		stage.Hang()
	case "eats memory":
		before()
		stage.Eat(bad.Memory)
		stage.Hang()
	case "leaves children and crashes":
		before()
		for range 4 {
			stage.Fork(bad.SameGroup)
			stage.Fork(bad.OwnSession)
		}
		stage.Crash()
	}
	return answer
}
