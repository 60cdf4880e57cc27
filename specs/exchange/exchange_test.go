package exchange_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"touchstone/specs"
	"touchstone/specs/exchange"
)

const semantics = `
load("more.star", "TWO")

def cases():
  return [{"bytes": r["word"], "want": r["word"] * TWO, "rules": ["r1"]} for r in table("words")]

def allowed(args, answer, row):
  if answer.refused:
    return "it refuses"
  if answer.text == row.want:
    return True
  return {"why": "%s is not %s" % (answer.text, row["want"]), "rules": ["r2"], "allowed": [row.want]}

def nothing(args, answer, row):
  return {"untested": "nobody knows"}

def reading(args, answer, row):
  return answer.get("as", None)

def forever(args, answer, row):
  for i in range(1 << 40):
    pass

def two(a, b): return 1
`

func pack() *specs.Pack {
	return &specs.Pack{
		Name: "tiny", Kind: specs.Exchange,
		Extensions: []specs.Extension{{Name: "Base"}, {Name: "More"}},
		Semantics:  []specs.Source{{File: "tiny/semantics/cases.star", Text: semantics}, {File: "tiny/semantics/more.star", Text: "TWO = 2\n"}},
		Tables:     []specs.Table{{Name: "words", Columns: []string{"word"}, Rows: [][]string{{"a"}, {"b"}}}},
		Interpretations: []specs.Interpretation{{ID: "i", Readings: []specs.Reading{{Name: "one"}, {Name: "two"}},
			Decision: specs.Decision{Stance: specs.Takes, Takes: []string{"one"}}}},
	}
}

func engine(t testing.TB) *exchange.Engine {
	t.Helper()
	e, err := exchange.New(pack(), exchange.Options{Effort: "quick", Seed: 7, Claimed: func(x string) bool { return x == "Base" },
		ICS: specs.ICS{Parameters: map[string]any{"SIZE": 3}}})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

var here = specs.Pos{File: "tiny/a.feature", Line: 12}

func eval(t testing.TB, e *exchange.Engine, text string, env *exchange.Env) (exchange.Value, error) {
	t.Helper()
	x, err := e.Expression(here, text, func(name string) bool { _, ok := env.Values[name]; return ok })
	if err != nil {
		return exchange.Value{}, err
	}
	v, _, err := x.Eval(env)
	return v, err
}

func TestExpressions(t *testing.T) {
	e := engine(t)
	env := &exchange.Env{Case: "c1", Values: map[string]exchange.Value{"name": exchange.Of("x")}}
	for _, tc := range []struct{ text, want string }{
		{`1 + 2`, "3"},
		{`name + "y"`, `"xy"`},
		{`hex(0x4E02) + hex("ab") + hex(b"\xff") + hex(1, 4)`, `"4e026162ff0001"`},
		{`sha256("")`, `"sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"`},
		{`size("é") + size(generate(1, 10))`, "12"},
		{`sha256(generate(1, 100)) == sha256(part(generate(1, 100), 0, 100))`, "true"},
		{`sha256(generate("one", 100)) == sha256(generate("one", 100)) and sha256(generate("one", 100)) != sha256(generate("two", 100))`, "true"},
		{`part(generate(1, 100), 10, 20)`, `{"generate":[1,100],"from":10,"to":20}`},
		{`part(part(generate(1, 100), 10, 20), 1, 2)`, `{"generate":[1,100],"from":11,"to":12}`},
		{`fresh("repo")`, `"touchstone-{run}/repo-c1"`},
		{`json({"b": [1, None, True, 1.5], "a": "<\n"})`, `"{\"b\":[1,null,true,1.5],\"a\":\"<\\n\"}"`},
		{`parse("{\"a\": [1, 2]}").a[1]`, "2"},
		{`parse("{}").a`, "null"},
		{`len(table("words")) + len(cases())`, "4"},
		{`[effort, seed, ics.claims("Base"), ics.claims("More"), ics.parameter("SIZE"), ics.parameter("NONE", 5)]`, `["quick",7,true,false,3,5]`},
		{`matches("^a+$", "aa")`, "true"},
		{`parse("{\"a\": 1, \"b\": [{}]}") == parse("{\"b\": [{}], \"a\": 1}")`, "true"},
		{`parse("{\"a\": 1}") != parse("{}")`, "true"},
		{`dicts(parse("{\"a\": [{\"b\": 1}]}")) == {"a": [{"b": 1}]}`, "true"},
		{"[x\n  for x in [1]]", "[1]"},
	} {
		v, err := eval(t, e, tc.text, env)
		if err != nil {
			t.Errorf("%s: %v", tc.text, err)
			continue
		}
		if text, err := v.JSON(); err != nil || string(text) != tc.want {
			t.Errorf("%s is %s (%v), want %s", tc.text, text, err, tc.want)
		}
	}
	for _, tc := range []struct{ text, want string }{
		{`nowhere + 1`, "tiny/a.feature:12: undefined: nowhere"},
		{`1 +`, "tiny/a.feature:12: "},
		{`table("x")`, "no tables/x.tsv"},
		{`fail("so")`, "tiny/a.feature:12: fail: so"},
		{`cases()[5]`, "out of range"},
		{`sha256(fresh("a"))`, "{run} differs from run to run"},
		{`fresh("A b")`, "small letters"},
		{`generate(1, -1)`, "give a seed"},
		{`generate([], 1)`, "a seed is a number or a text"},
		{`part("abc", 2, 9)`, "2 to 9 of 3 bytes"},
		{`ics.claims("X")`, "no extension"},
		{`parse("{")`, "JSON"},
		{`[x for x in range(1 << 40) if x < 0]`, "computes for too long"},
		{"1)\nx = (2", "one expression"},
	} {
		if _, err := eval(t, e, tc.text, env); err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%s: %v, want %q", tc.text, err, tc.want)
		}
		if tc.text == `[x for x in range(1 << 40) if x < 0]` {
			if v, err := eval(t, e, "1", env); err != nil || v.String() != "1" {
				t.Error("after a computation that was too long nothing goes on:", err)
			}
		}
	}
	if _, err := eval(t, e, `fresh("a")`, &exchange.Env{}); err == nil {
		t.Error("a fresh name for no case")
	}
}

// What needs too much memory is ended, long before its steps are used up, and the thread goes on.
func TestMemory(t *testing.T) {
	e := engine(t)
	e.SetMemory(64 << 20)
	env := &exchange.Env{}
	if _, err := eval(t, e, `[str(x) * 1000 for x in range(1 << 40)]`, env); err == nil || !strings.Contains(err.Error(), "tiny/a.feature:12: ") || !strings.Contains(err.Error(), "too much memory: more than 64 MiB") {
		t.Error(err)
	}
	for range 100 {
		if v, err := eval(t, e, "1", env); err != nil || v.String() != "1" {
			t.Fatal("nothing goes on:", err)
		}
	}
}

func TestNewRefuses(t *testing.T) {
	for _, tc := range []struct{ text, want string }{
		{"x = (", "t.star:1"},
		{"x = y\n", "undefined: y"},
		{"table = 1\n", "table is defined twice"},
		{"x = 1\ny = fail(\"no\")\n", "t.star:2"},
		{"load(\"t.star\", \"x\")\nx2 = 1\n", "the file loads itself"},
	} {
		_, err := exchange.New(&specs.Pack{Name: "p", Semantics: []specs.Source{{File: "p/semantics/t.star", Text: tc.text}}}, exchange.Options{})
		if err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%q: %v, want %q", tc.text, err, tc.want)
		}
	}
}

func rows(t testing.TB, e *exchange.Engine, text string) ([]*exchange.Row, error) {
	t.Helper()
	x, err := e.Expression(here, text, nil)
	if err != nil {
		t.Fatal(err)
	}
	return x.Rows(&exchange.Env{Case: "c"})
}

func TestRows(t *testing.T) {
	e := engine(t)
	all, err := rows(t, e, "cases()")
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != 2 || !slices.Equal(all[1].Keys(), []string{"bytes", "want"}) || !slices.Equal(all[0].Rules, []string{"r1"}) || string(all[1].JSON()) != `{"bytes":"b","want":"bb"}` {
		t.Errorf("rows %s", all[1].JSON())
	}
	if all, err := rows(t, e, `[{"a": 1, "rules": "x, y"}, struct(b = 2)]`); err != nil || !slices.Equal(all[0].Rules, []string{"x", "y"}) || all[1].Keys()[0] != "b" {
		t.Error(all, err)
	}
	if all, err := rows(t, e, `[{"a": fresh("x")} for i in range(2)]`); err != nil || string(all[1].JSON()) != `{"a":"touchstone-{run}/x-c-r2"}` {
		t.Error(err)
	}
	for _, tc := range []struct{ text, want string }{
		{`{"a": 1}`, "needs a list of dicts"}, {`[1]`, "row 1: it is a int"}, {`5`, "is a int"}, {`[{"rules": 5}]`, "rules"},
	} {
		if _, err := rows(t, e, tc.text); err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%s: %v, want %q", tc.text, err, tc.want)
		}
	}
}

func TestAlternatives(t *testing.T) {
	for text, want := range map[string]string{
		`201 or 202`:           "201|202",
		`"a or b" or (x or y)`: `"a or b"|(x or y)`,
		`201 或 202`:            "201|202",
		`a or b or c`:          "a|b|c",
		`[1 or 2]`:             "[1 or 2]",
		`"\" or " or 'x or y'`: `"\" or "|'x or y'`,
	} {
		if got := strings.Join(exchange.Alternatives(text), "|"); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

const answered = `{"status":404,"text":"aa","n":[1,2],"none":null,"headers":{"location":["/a"],"link":["a","b"]},"body":{"size":2,"sha256":"sha256:961b6dd3ede3cb8ecbaacbd68de040cd78eb2ed5889130cceb4c49268ea4d506","text":"aa","json":{"errors":[{"code":"X"}]}}}`

func TestConditions(t *testing.T) {
	e := engine(t)
	answer, err := exchange.FromJSON(json.RawMessage(answered))
	if err != nil {
		t.Fatal(err)
	}
	env := &exchange.Env{Case: "c", Values: map[string]exchange.Value{"want": exchange.Of("/a")}, Answer: answer}
	known := func(name string) bool { return name == "want" }
	for _, tc := range []struct {
		what     exchange.Subject
		name     string
		relation exchange.Relation
		text     string
		ok       bool
		words    string
	}{
		{exchange.Part, "status", exchange.Is, "200 or 404", true, ""},
		{exchange.Part, "status", exchange.Is, "201 or 202", false, "the status is 404, where the status is 201 or 202"},
		{exchange.Part, "status", exchange.IsNot, "404", false, "the status is 404, where the status is not 404"},
		{exchange.Part, "body.json.errors.0.code", exchange.Is, `"X"`, true, ""},
		{exchange.Part, "body.json.errors.1.code", exchange.IsPresent, "", false, "the answer's body.json.errors.1.code is absent, where the answer's body.json.errors.1.code is present"},
		{exchange.Part, "refused", exchange.IsAbsent, "", true, ""},
		{exchange.Part, "none", exchange.IsAbsent, "", false, "the answer's none is null, where the answer's none is absent"},
		{exchange.Part, "n", exchange.Is, "[1, 2]", true, ""},
		{exchange.Part, "body.json", exchange.Is, `{"errors": [{"code": "X"}]}`, true, ""},
		{exchange.Part, "body.json", exchange.Is, `{"errors": []}`, false, ""},
		{exchange.Part, "text", exchange.Matches, "^a+$", true, ""},
		{exchange.Part, "status", exchange.Matches, "^4..$", true, ""},
		{exchange.Part, "gone", exchange.Matches, ".*", false, ""},
		{exchange.Header, "Location", exchange.Is, "want", true, ""},
		{exchange.Header, "Link", exchange.Is, `"a, b"`, true, ""},
		{exchange.Header, "Range", exchange.IsPresent, "", false, "the header Range is absent, where the header Range is present"},
		{exchange.Body, "", exchange.Is, `"aa"`, true, ""},
		{exchange.Body, "", exchange.Is, `generate(1, 2)`, false, ""},
		{exchange.Body, "", exchange.IsNot, `"aa"`, false, ""},
	} {
		c, err := e.Compare(here, tc.what, tc.name, tc.relation, tc.text, known)
		if err != nil {
			t.Error(err)
			continue
		}
		f, err := c.Judge(env)
		if err != nil || f.OK != tc.ok || tc.words != "" && f.Why != tc.words || !f.OK && (f.Why == "" || len(f.Seen) == 0 || len(f.Allowed) == 0) {
			t.Errorf("%s %d %s: %+v %v", tc.name, tc.relation, tc.text, f, err)
		}
	}
	if _, err := e.Compare(here, exchange.Part, "x", exchange.Matches, "(", nil); err == nil {
		t.Error("a bad regular expression is taken")
	}
}

func TestJudging(t *testing.T) {
	e := engine(t)
	row, err := rows(t, e, "cases()")
	if err != nil {
		t.Fatal(err)
	}
	p := pack()
	for _, tc := range []struct {
		function string
		by       *specs.Interpretation
		answer   string
		want     string
	}{
		{"allowed", nil, `{"text":"aa"}`, "true   [] []"},
		{"allowed", nil, `{"text":"b"}`, "false  b is not aa [r2] [aa]"},
		{"allowed", nil, `{"refused":true}`, "false  it refuses [] []"},
		{"nothing", nil, `{}`, "false nobody knows  [] []"},
		{"reading", &p.Interpretations[0], `{"as":"one"}`, "true   [] []"},
		{"reading", &p.Interpretations[0], `{"as":"two"}`, "false  the answer follows the reading two of i [] [the reading one: ]"},
		{"reading", &p.Interpretations[0], `{}`, "false  the answer follows no reading of i [] [the reading one: ]"},
	} {
		c, err := e.Judged(tc.function, tc.by)
		if err != nil {
			t.Fatal(err)
		}
		answer, err := exchange.FromJSON(json.RawMessage(tc.answer))
		if err != nil {
			t.Fatal(err)
		}
		f, err := c.Judge(&exchange.Env{Row: row[0], Answer: answer})
		if got := fmt.Sprintf("%t %s %s %v %v", f.OK, f.Untested, f.Why, f.Rules, f.Allowed); err != nil || got != tc.want {
			t.Errorf("%s of %s: %s (%v), want %s", tc.function, tc.answer, got, err, tc.want)
		}
	}
	c, err := e.Judged("forever", nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.Judge(&exchange.Env{}); err == nil || !strings.Contains(err.Error(), "computes for too long") {
		t.Error(err)
	}
	for _, name := range []string{"nowhere", "two", "table"} {
		if _, err := e.Judged(name, nil); err == nil {
			t.Errorf("%s judges", name)
		}
	}
}

// What is judged is judged by several at once.
func TestConcurrency(t *testing.T) {
	e := engine(t)
	c, err := e.Judged("allowed", nil)
	if err != nil {
		t.Fatal(err)
	}
	row, err := rows(t, e, "cases()")
	if err != nil {
		t.Fatal(err)
	}
	answer, _ := exchange.FromJSON(json.RawMessage(`{"text":"aa"}`))
	done := make(chan error)
	for range 8 {
		go func() {
			for range 200 {
				if f, err := c.Judge(&exchange.Env{Row: row[0], Answer: answer}); err != nil || !f.OK {
					done <- fmt.Errorf("%+v %w", f, err)
					return
				}
			}
			done <- nil
		}()
	}
	for range 8 {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
}

func BenchmarkJudge(b *testing.B) {
	e := engine(b)
	c, err := e.Judged("allowed", nil)
	if err != nil {
		b.Fatal(err)
	}
	row, err := rows(b, e, "cases()")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		answer, _ := exchange.FromJSON(json.RawMessage(`{"text":"aa"}`))
		if f, err := c.Judge(&exchange.Env{Row: row[0], Answer: answer}); err != nil || !f.OK {
			b.Fatal(f, err)
		}
	}
}

// FuzzExpression: whatever stands in a step, it is an error or a value.
func FuzzExpression(f *testing.F) {
	for _, text := range []string{"1", `hex("a")`, "cases()", `[x for x in "ab".elems()]`, `"{run}"`, "row.x", ")", "lambda: 1", "1 or 2"} {
		f.Add(text)
	}
	e := engine(f)
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 200 || strings.Contains(text, "range") || strings.ContainsAny(text, "*<") {
			return // time and memory are bounded elsewhere
		}
		exchange.Alternatives(text)
		x, err := e.Expression(here, text, nil)
		if err != nil {
			return
		}
		if v, _, err := x.Eval(&exchange.Env{Case: "c"}); err == nil {
			_, _ = v.JSON()
			_, _ = v.Text()
		}
	})
}
