package script

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"touchstone/runner/trial"
)

// TestPlay plays scripts against answers, and looks at what was asked and at the transcript.
func TestPlay(t *testing.T) {
	call := func(do, args string, keep ...trial.Keep) trial.Call {
		return trial.Call{Do: do, Args: json.RawMessage(args), Keep: keep}
	}
	setup := func(c trial.Call) trial.Call {
		c.Setup = true
		return c
	}
	value := func(v string) trial.Answer { return trial.Answer{Value: json.RawMessage(v)} }
	keep := func(name, path string) trial.Keep { return trial.Keep{Name: name, Path: path} }
	for _, row := range []struct {
		name    string
		calls   []trial.Call
		answers []trial.Answer
		asked   string // "do args", one a line
		kept    string // the answers as they are kept; "": as they were given
		words   string
	}{
		{name: "nothing to ask"},
		{name: "one", calls: []trial.Call{call("decode", `{"bytes":"81"}`)}, answers: []trial.Answer{value(`{"text":"4E02"}`)}, asked: `decode {"bytes":"81"}`},
		{name: "no arguments", calls: []trial.Call{call("list", "")}, answers: []trial.Answer{value(`[]`)}, asked: `list `},
		{
			name:    "kept text",
			calls:   []trial.Call{call("a", `{}`, keep("where", "headers.location.0")), call("b", `{"path":"{where}?x={where}","n":1}`)},
			answers: []trial.Answer{value(`{"headers":{"location":["/up/1","/up/2"]}}`), value(`{}`)},
			asked:   "a {}\nb {\"n\":1,\"path\":\"/up/1?x=/up/1\"}",
		},
		{
			name:    "kept values that are no text",
			calls:   []trial.Call{call("a", `{}`, keep("n", "n"), keep("o", "o")), call("b", `{"is":"{n}","in":"n={n}","o":"{o}","also":["{o}, {n}"]}`)},
			answers: []trial.Answer{value(`{"n":12345678901234567890,"o":{"x":"<&>"}}`), value(`{}`)},
			asked:   "a {}\n" + `b {"also":["{\"x\":\"<&>\"}, 12345678901234567890"],"in":"n=12345678901234567890","is":12345678901234567890,"o":{"x":"<&>"}}`,
		},
		{
			name:    "what is kept last counts",
			calls:   []trial.Call{call("a", `{}`, keep("v", "v")), call("a", `{}`, keep("v", "v")), call("b", `{"v":"{v}"}`)},
			answers: []trial.Answer{value(`{"v":"1"}`), value(`{"v":"2"}`), value(`{}`)},
			asked:   "a {}\na {}\nb {\"v\":\"2\"}",
		},
		{
			name:    "braces that are no names",
			calls:   []trial.Call{call("a", `{"text":"{\"a\": {\"b\": \"{other}\"}} {} { {{run}} {9} {a b}"}`)},
			answers: []trial.Answer{value(`{}`)},
			asked:   `a {"text":"{\"a\": {\"b\": \"{other}\"}} {} { {WORD} {9} {a b}"}`,
		},
		{name: "names of members stay", calls: []trial.Call{call("a", `{"{run}":"{run}"}`)}, answers: []trial.Answer{value(`{}`)}, asked: `a {"{run}":"WORD"}`},
		{
			name: "run, and back", calls: []trial.Call{call("a", `{"name":"x-{run}"}`, keep("n", "name")), call("b", `{"n":"{n}"}`)},
			answers: []trial.Answer{value(`{"name":"x-WORD"}`), {Error: "no WORD there"}},
			asked:   "a {\"name\":\"x-WORD\"}\nb {\"n\":\"x-WORD\"}",
			kept:    `[{"value":{"name":"x-{run}"}},{"error":"no {run} there"}]`,
		},
		{
			name: "the address is put away, and what is kept has it", calls: []trial.Call{call("a", `{}`, keep("l", "l")), call("b", `{"l":"{l}"}`)},
			answers: []trial.Answer{value(`{"l":"http://127.0.0.1:4711/x"}`), value(`{}`)},
			asked:   "a {}\nb {\"l\":\"http://127.0.0.1:4711/x\"}",
			kept:    `[{"value":{"l":"http://service.test/x"}},{"value":{}}]`,
		},
		{
			name:    "what was to be kept is not there",
			calls:   []trial.Call{call("a", `{}`, keep("where", "headers.location.0")), call("b", `{"path":"{where}"}`), call("c", `{}`)},
			answers: []trial.Answer{value(`{"headers":{}}`)},
			asked:   "a {}", words: "call 2 (b) was not made: nothing was at headers.location.0 of the answer to call 1, which was to be {where}",
		},
		{
			name:    "what is not needed is not missed",
			calls:   []trial.Call{call("a", `{}`, keep("where", "x.y")), call("b", `{}`)},
			answers: []trial.Answer{value(`{}`), value(`{}`)}, asked: "a {}\nb {}",
		},
		{
			name:  "used before it is kept",
			calls: []trial.Call{call("a", `{"v":"{later}"}`), call("b", `{}`, keep("later", "v"))},
			words: "call 1 (a) was not made: {later} is used before call 2 keeps it",
		},
		{name: "arguments that are none", calls: []trial.Call{call("a", `{"v":"{run}`)}, words: "call 1 (a) was not made: its arguments are no JSON: unexpected EOF"},
		{
			name: "a preparation is refused", calls: []trial.Call{setup(call("a", `{}`)), call("b", `{}`)},
			answers: []trial.Answer{value(`{"refused":true}`)}, asked: "a {}", words: "call 1 (a) prepares what is tested, and failed",
		},
		{
			name: "a preparation is answered 404", calls: []trial.Call{setup(call("a", `{}`)), setup(call("b", `{}`)), call("c", `{}`)},
			answers: []trial.Answer{value(`{"status":201}`), value(`{"status":404}`)}, asked: "a {}\nb {}", words: "call 2 (b) prepares what is tested, and failed",
		},
		{
			name: "a preparation is skipped", calls: []trial.Call{setup(call("a", `{}`)), call("b", `{}`)},
			answers: []trial.Answer{{Skip: "no table"}}, asked: "a {}", words: "call 1 (a) prepares what is tested, and failed",
		},
		{
			name: "what is tested may be refused, skipped, or go wrong", calls: []trial.Call{call("a", `{}`), call("b", `{}`), call("c", `{}`), call("d", `{}`)},
			answers: []trial.Answer{value(`{"refused":true}`), {Skip: "no"}, {Error: "no"}, value(`{"status":500}`)}, asked: "a {}\nb {}\nc {}\nd {}",
		},
	} {
		t.Run(row.name, func(t *testing.T) {
			const word = "tqwertyuiop2"
			in := func(s string) string { return strings.ReplaceAll(s, "WORD", word) }
			before, _ := json.Marshal(row.calls)
			play := New(&trial.Script{Calls: row.calls}, Names{Run: word, Put: []Pair{{"http://127.0.0.1:4711", "http://service.test"}}})
			var asked []string
			for {
				c, ok := play.Next()
				if !ok {
					break
				}
				if c.Index != len(asked) || c.Setup != row.calls[c.Index].Setup {
					t.Errorf("call %+v after %d", c, len(asked))
				}
				if len(asked) == len(row.answers) {
					t.Fatalf("call %+v has no answer", c)
				}
				a := row.answers[len(asked)]
				a.Value, a.Error = json.RawMessage(in(string(a.Value))), in(a.Error)
				if len(a.Value) == 0 {
					a.Value = nil
				}
				play.Take(a)
				asked = append(asked, c.Do+" "+string(c.Args))
			}
			if d := cmp.Diff(in(row.asked), strings.Join(asked, "\n")); d != "" {
				t.Error(d)
			}
			o := play.Outcome(7)
			kept := row.kept
			if kept == "" {
				b, _ := json.Marshal(row.answers)
				kept = string(b)
			}
			got, _ := json.Marshal(o.Answers)
			if d := cmp.Diff(kept, string(got)); d != "" {
				t.Error(d)
			}
			if o.Words != row.words || o.Case != 7 || o.Status != trial.Finished {
				t.Errorf("%+v", o)
			}
			if after, _ := json.Marshal(row.calls); string(after) != string(before) && json.Valid(before) {
				t.Errorf("the script became %s", after)
			}
		})
	}
}

func TestNoScript(t *testing.T) {
	play := New(nil, Names{})
	if c, ok := play.Next(); ok {
		t.Errorf("it asks %+v", c)
	}
}

func TestFailed(t *testing.T) {
	for v, want := range map[string]bool{
		`{"text":"a"}`: false, `{"refused":true}`: true, `{"refused":false}`: false, `{"refused":null}`: false, `{"refused":{"at":1}}`: true,
		`{"status":200}`: false, `{"status":299}`: false, `{"status":199}`: true, `{"status":307}`: true, `{"status":500}`: true,
		`{"status":"done"}`: false, `[1]`: false, `"x"`: false, ``: true,
	} {
		if got := Failed(trial.Answer{Value: json.RawMessage(v)}); got != want {
			t.Errorf("%s: %t", v, got)
		}
	}
	if !Failed(trial.Answer{Skip: "x"}) || !Failed(trial.Answer{Error: "x"}) {
		t.Error("skipped or in error")
	}
}

func TestAt(t *testing.T) {
	const v = ` {"a":{"b":[10,{"c":null}, []]},"":1,"é":"x","n":1e3} `
	for path, want := range map[string]string{
		"": strings.TrimSpace(v), "a.b.0": "10", "a.b.1.c": "null", "a.b.2": "[]", "é": `"x"`, "n": "1e3",
		"a.b.3":                 "! a.b.3: the list has 3 elements",
		"a.b.-1":                `! a.b.-1: "-1" is no index of a list`,
		"a.b.01":                `! a.b.01: "01" is no index of a list`,
		"a.b.+0":                `! a.b.+0: "+0" is no index of a list`,
		"a.b.99999999999999999": `! a.b.99999999999999999: "99999999999999999" is no index of a list`,
		"A":                     "! A: not there",
		"a.b.0.x":               "! a.b.0.x: not there: what is before it is neither an object nor a list",
		"a.":                    "! a.: an empty name",
		"n.0":                   "! n.0: not there: what is before it is neither an object nor a list",
	} {
		got, err := At(json.RawMessage(v), path)
		if err != nil {
			got = json.RawMessage("! " + err.Error())
		}
		if string(got) != want {
			t.Errorf("%q: %s, want %s", path, got, want)
		}
	}
	if _, err := At(nil, ""); err == nil {
		t.Error("nothing has parts")
	}
}

func TestCanonical(t *testing.T) {
	for v, want := range map[string]string{
		`{"text":"4E02 20087"}`:               `{"text":"4E02 20087"}`,
		`{ "b" : 1, "a" : [1, 2.50, 1e400] }`: `{"a":[1,2.50,1e400],"b":1}`,
		`"\u00e9\u4e02\ud840\udc87\/<&>"`:     `"é丂𠂇/<&>"`,
		`"é"`:                                 `"é"`,
		`["\\ud800"]`:                         `["\\ud800"]`,
		`"\ud800"`:                            "!",
		`"\udc00\ud800"`:                      "!",
		`"\ud800x\udc00"`:                     "!",
		`"\ud800\n"`:                          "!",
		`"\ud800\ud800\udc00"`:                "!",
		"\"\xff\"":                            "!",
		`{`:                                   "!",
		`{}{}`:                                "!",
		``:                                    "!",
	} {
		got, err := Canonical(json.RawMessage(v))
		if err != nil {
			got = json.RawMessage("!")
		}
		if string(got) != want {
			t.Errorf("%s: %s (%v), want %s", v, got, err, want)
		}
	}
}

func TestWord(t *testing.T) {
	seen := map[string]bool{}
	for range 1000 {
		w := Word()
		if len(w) != 12 || strings.Trim(w, "abcdefghijklmnopqrstuvwxyz234567") != "" || w[0] != 't' || seen[w] {
			t.Fatalf("%q", w)
		}
		seen[w] = true
	}
}

// FuzzPlay: whatever a script and the answer to it are, what is asked is JSON, and the script stays as it was.
func FuzzPlay(f *testing.F) {
	f.Add(`{"v":"{x} {run} {{x}}","w":["{y}"]}`, `{"a":[{"b":"1"}],"c":{"d":2}}`, "a.0.b", "c")
	f.Add(`{"v":"{"}`, `null`, "", "0")
	f.Add(`[1,"{x}"]`, `["\ud83d\ude00"]`, "0", "1")
	f.Fuzz(func(t *testing.T, args, answer, one, two string) {
		calls := []trial.Call{
			{Do: "a", Args: json.RawMessage(`{}`), Keep: []trial.Keep{{Name: "x", Path: one}, {Name: "y", Path: two}}},
			{Do: "b", Args: json.RawMessage(args)},
		}
		play := New(&trial.Script{Calls: calls}, Names{Run: "tqwertyuiop2"})
		if _, ok := play.Next(); !ok {
			t.Fatal("the first call is made")
		}
		value := json.RawMessage(answer)
		if c, err := Canonical(value); err == nil {
			value = c
			if again, err := Canonical(c); err != nil || string(again) != string(c) {
				t.Fatalf("%s becomes %s (%v)", c, again, err)
			}
		} else {
			value = nil
		}
		play.Take(trial.Answer{Value: value})
		c, ok := play.Next()
		if string(calls[1].Args) != args {
			t.Fatalf("the script became %s", calls[1].Args)
		}
		if ok && json.Valid([]byte(args)) && !json.Valid(c.Args) {
			t.Fatalf("%s and %s give %s", args, answer, c.Args)
		}
	})
}

// FuzzAt: a part of a value is a value.
func FuzzAt(f *testing.F) {
	f.Add(`{"a":{"b":[10,{"c":null}]}}`, "a.b.1.c")
	f.Add(`[[[]]]`, "0.0")
	f.Add(`{"a`, "a")
	f.Fuzz(func(t *testing.T, value, path string) {
		part, err := At(json.RawMessage(value), path)
		if err == nil && json.Valid([]byte(value)) && !json.Valid(part) {
			t.Fatalf("%s at %q is %s", value, path, part)
		}
	})
}
