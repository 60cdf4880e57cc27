package runner

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"touchstone/reports"
	"touchstone/runner/image"
	"touchstone/runner/iut"
	"touchstone/runner/iut/inside"
	"touchstone/runner/trial"
	"touchstone/specs"
)

// tinyPack is the standard of those who double texts.
var tinyPack = fstest.MapFS{
	"pack.yaml":        {Data: []byte("kind: exchange\ntitle: Doubling\nversion: \"1\"\nsource: us\ndefault_profile: P\n")},
	"extensions.yaml":  {Data: []byte("Base: {folder: base, title: Doubling}\nMore: {folder: more, title: More}\n")},
	"profiles/p.yaml":  {Data: []byte("P: {base: Base, mandatory: [], optional: {options: [More]}}\n")},
	"operations.yaml":  {Data: []byte("double:\n  summary: doubles\n  arguments: {text: what, times: how often}\n  optional: [times]\n  answer: {text: the double, refused: it is none, thanks: its manners}\nremember: {summary: keeps, arguments: {text: what}, answer: {key: where, refused: it forgets}}\nrecall: {summary: gives, arguments: {key: where}, answer: {text: what}}\n")},
	"tables/words.tsv": {Data: []byte("text\twant\trules\na\taa\tletters\nb\tbb\tletters\n1\t11\tdigits\n")},
	"base/rules.yaml": {Data: []byte(`
letters: {chapter: "1", kind: requirement, level: must, source: "1", unverified: true, summary: Letters are doubled}
digits: {chapter: "1", kind: requirement, level: must, source: "2", unverified: true, summary: Digits are doubled}
polite: {chapter: "2", kind: requirement, level: should, source: "3", unverified: true, summary: It thanks}
empty: {chapter: "2", kind: requirement, level: must, source: "4", unverified: true, summary: Nothing is nothing twice}
recalls: {chapter: "3", kind: requirement, level: must, source: "5", unverified: true, summary: What is kept comes back}
`)},
	"more/rules.yaml": {Data: []byte("thrice: {chapter: \"4\", kind: requirement, level: must, source: \"6\", unverified: true, summary: Three times}\n")},
	"interpretations.yaml": {Data: []byte(`
space:
  title: Spaces
  rules: [letters]
  question: Is a space doubled?
  readings: {yes: {says: It is, class: doublers}, no: {says: It is not, class: keepers}}
  stance: classifies
  because: Nobody knows
  since: 2026-11-23
`)},
	"semantics/judge.star": {Data: []byte(`
def all_texts():
  return [{"text": "x" * (n % 7) + str(n), "want": ("x" * (n % 7) + str(n)) * 2, "rules": ["digits"]} for n in range(MANY)]

MANY = {"quick": 20, "standard": 1000, "exhaustive": 130000}[effort]

def doubled(args, answer, row):
  if answer.text == row.want:
    return True
  return {"why": "%s is not twice %s" % (answer.text, args.text), "rules": row.get("broken", None), "allowed": row.want}

def spaces(args, answer, row):
  return {"  ": "yes", " ": "no"}.get(answer.text, None)
`)},
}

const tinyFeatures = `@ext:Base
Feature: Doubling

  Scenario: Words
    When the implementation is asked to double each row of table("words")
    Then the answer's text is row.want
    And the answer's refused is absent

  Scenario: All texts
    When the implementation is asked to double each row of all_texts()
    Then the answer is one that doubled allows

  @rule:polite
  Scenario: It thanks
    When the implementation is asked to double(text = "q")
    Then the answer's thanks is "yes"

  @rule:letters
  Scenario: Spaces
    When the implementation is asked to double(text = " ")
    Then the answer follows a reading of "space" by spaces

  @rule:recalls
  Scenario: What is kept comes back
    Given word = fresh("word")
    And the implementation has been asked to double(text = "ok")
    When the implementation is asked to remember(text = "{word}!")
    And key is the answer's key
    And it goes on only where the answer's key is present
    And the implementation is asked to recall(key = key)
    Then the answer's text is word + "!" or "none"
    And the answer's text matches "^touchstone-"

  @rule:empty @effort:standard
  Scenario: Nothing
    When the implementation is asked to double(text = "")
    Then the answer's text is ""

  @ext:More @rule:thrice
  Scenario: Three times
    When the implementation is asked to double(text = "a", times = 3)
    Then the answer's text is "aaa"
`

const tinyInChinese = `# language: zh-CN
@ext:Base
功能: 翻倍

  @rule:letters
  场景: 字母
    假如 word = "ab"
    而且 已请被测实现执行 double(text = "c")
    当 请被测实现执行 double(text = word)
    而且 whole 取自应答的 text
    而且 仅当 应答的 text 存在 时继续
    那么 应答的 text 是 word + word 或 "x"
    而且 应答的 text 不是 word [letters]
    而且 应答的 refused 不存在
    而且 应答的 text 匹配 "^(ab)+$"
    而且 应答的 text 是 whole

  场景: 每一行
    当 请被测实现对 table("words") 的每一行执行 double
    那么 应答是 doubled 所允许的

  @rule:letters
  场景: 空格
    当 请被测实现执行 double(text = " ")
    那么 应答按 spaces 遵循 "space" 的一种解读
`

func tinyRequest(t testing.TB, effort string) Request {
	t.Helper()
	pack, err := specs.Load(tinyPack, "tiny")
	if err != nil {
		t.Fatal(err)
	}
	return Request{
		Pack: pack, Environment: "library", Effort: effort, Seed: 1, ICS: specs.ICS{Profile: "P"},
		Features: fstest.MapFS{"tiny/base/doubling.feature": {Data: []byte(tinyFeatures)}, "tiny/base/zh.feature": {Data: []byte(tinyInChinese)}},
	}
}

func tinyPlan(t testing.TB, effort string) *Plan {
	t.Helper()
	p, err := Make(context.Background(), tinyRequest(t, effort), image.Console)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// doubler answers as it should, but for what wrong answers.
func doubler(wrong func(op, text string) *trial.Answer) iut.Exchanger {
	return inside.FuncWithin(3*time.Second, reports.Implementation{Name: "Doubler"}, func(ctx context.Context, op string, args json.RawMessage) trial.Answer {
		var a struct{ Text, Key string }
		if err := json.Unmarshal(args, &a); err != nil {
			return trial.Answer{Error: err.Error()}
		}
		if wrong != nil {
			if answer := wrong(op, a.Text); answer != nil {
				return *answer
			}
		}
		switch op {
		case "remember":
			return inside.Value(map[string]string{"key": "k-" + a.Text})
		case "recall":
			return inside.Value(map[string]string{"text": strings.TrimPrefix(a.Key, "k-")})
		}
		return inside.Value(map[string]string{"text": a.Text + a.Text, "thanks": "yes"})
	})
}

func asked(t *testing.T, p *Plan, x iut.Exchanger, opt Options) (*Judged, *Outcomes) {
	t.Helper()
	o := NewOutcomes(p)
	if err := p.Execute(t.Context(), x, o, opt); err != nil {
		t.Fatal(err)
	}
	j, err := p.Judge(o, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	return j, o
}

func verdictsOf(j *Judged) map[string]reports.Verdict {
	out := map[string]reports.Verdict{}
	for _, r := range j.Verdicts.Rules {
		out[r.ID] = r.Verdict
	}
	return out
}

func TestExchangeThatIsRight(t *testing.T) {
	p := tinyPlan(t, "standard")
	j, _ := asked(t, p, doubler(nil), Options{Jobs: 2})
	for id, v := range verdictsOf(j) {
		want := reports.Pass
		if id == "thrice" {
			want = reports.NotApplicable
		}
		if v != want {
			t.Errorf("%s: %s, want %s", id, v, want)
		}
	}
	v := j.Verdicts
	conclusion, reasons := reports.Conclude(v)
	if conclusion != reports.Conforming {
		t.Error(conclusion, reasons)
	}
	if v.Counts.Cases != len(p.Cases) || v.Counts.Instructions["double"] < 1000 || v.Counts.Instructions["recall"] != 1 {
		t.Errorf("counts %+v", v.Counts)
	}
	if len(v.Classes) != 1 || v.Classes[0].Reading != "yes" || v.Classes[0].Cases["yes"] != 2 {
		t.Errorf("classes %+v", v.Classes)
	}
	for i := range v.Scenarios {
		if s := &v.Scenarios[i]; s.Verdict != reports.Pass && s.Verdict != reports.NotApplicable {
			t.Errorf("%s: %s %s", s.ID, s.Verdict, s.Reason)
		}
	}
	if c := p.Coverage(nil); len(c.Touched) != 5 || len(c.Untested) != 0 {
		t.Errorf("coverage %+v", c)
	}
}

// What is wrong fails the rules that it breaks, and no others.
func TestExchangeThatIsWrong(t *testing.T) {
	p := tinyPlan(t, "quick")
	text := func(s string) *trial.Answer {
		a := inside.Value(map[string]string{"text": s, "thanks": "yes"})
		return &a
	}
	for _, tc := range []struct {
		name  string
		wrong func(op, text string) *trial.Answer
		want  map[string]reports.Verdict // of those that do not pass
		why   string
	}{
		{"a digit", func(op, s string) *trial.Answer {
			if op == "double" && s == "1" {
				return text("1")
			}
			return nil
		}, map[string]reports.Verdict{"digits": reports.Fail}, `the answer's text is "1", where the answer's text is "11"`},
		{"no thanks", func(op, s string) *trial.Answer {
			a := inside.Value(map[string]string{"text": s + s})
			if op != "double" {
				return nil
			}
			return &a
		}, map[string]reports.Verdict{"polite": reports.Fail}, `the answer's thanks is absent`},
		{"skips", func(op, s string) *trial.Answer {
			if op == "recall" {
				return &trial.Answer{Skip: "it cannot"}
			}
			return nil
		}, map[string]reports.Verdict{"recalls": reports.Untested}, ""},
		{"errors", func(op, s string) *trial.Answer {
			if op == "recall" {
				return &trial.Answer{Error: "no line"}
			}
			return nil
		}, map[string]reports.Verdict{"recalls": reports.Error}, ""},
		{"refuses what prepares", func(op, s string) *trial.Answer {
			if s == "ok" {
				a := inside.Value(map[string]bool{"refused": true})
				return &a
			}
			return nil
		}, map[string]reports.Verdict{"recalls": reports.Untested}, ""},
		{"does not go on", func(op, s string) *trial.Answer {
			if op == "remember" {
				a := inside.Value(map[string]bool{"refused": true})
				return &a
			}
			return nil
		}, map[string]reports.Verdict{"recalls": reports.Untested}, ""},
		{"crashes", func(op, s string) *trial.Answer {
			if s == "b" {
				panic("over")
			}
			return nil
		}, map[string]reports.Verdict{"letters": reports.Fail}, "the implementation did not come back from the case (crash)"},
		{"hangs", func(op, s string) *trial.Answer {
			if s == "b" {
				<-t.Context().Done()
			}
			return nil
		}, map[string]reports.Verdict{"letters": reports.Fail}, "the implementation did not come back from the case (hang)"},
		{"no reading", func(op, s string) *trial.Answer {
			if s == " " {
				return text("?")
			}
			return nil
		}, map[string]reports.Verdict{"letters": reports.Fail}, "the answer follows no reading of space"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			j, o := asked(t, p, doubler(tc.wrong), Options{})
			for id, v := range verdictsOf(j) {
				want, ok := tc.want[id]
				if !ok {
					if want = reports.Pass; id == "thrice" {
						want = reports.NotApplicable
					} else if id == "empty" {
						want = reports.Untested // at a greater effort
					}
				}
				if v != want {
					t.Errorf("%s: %s, want %s", id, v, want)
				}
			}
			if tc.why != "" && (len(j.Evidence) == 0 || !strings.Contains(j.Evidence[0].Why, tc.why)) {
				t.Errorf("evidence %+v, want %q", j.Evidence, tc.why)
			}
			for _, e := range j.Evidence {
				if len(e.Code) == 0 || len(e.Allowed) == 0 && e.Why == "" || !strings.Contains(e.Code[len(e.Code)-1], "(") {
					t.Errorf("evidence %+v", e)
				}
			}
			if len(j.Evidence) > 0 && len(j.Findings) == 0 {
				t.Error("no finding")
			}
			if tc.name == "no thanks" {
				if c, why := reports.Conclude(j.Verdicts); c == reports.NonConforming || !slices.Equal(j.Verdicts.Departures, []string{"polite"}) {
					t.Error(c, why, j.Verdicts.Departures)
				}
			}
			if tc.name == "crashes" && len(o.Retries()) == 0 {
				t.Error("nothing was said of what ran again")
			}
		})
	}
}

// An answer that the operation cannot have is a mistake of the adapter, and says nothing of the implementation.
func TestAdapterMistakes(t *testing.T) {
	p := tinyPlan(t, "quick")
	for _, tc := range []struct{ text, op, answer, want string }{
		{"a", "double", `{"txt":"aa"}`, `double: the adapter is wrong: the answer has a member "txt", and operations.yaml lists text, refused, thanks; did you mean text?`},
		{"a", "double", `{"text":"aa","length":2}`, `double: the adapter is wrong: the answer has a member "length", and operations.yaml lists text, refused, thanks`},
		{"a", "double", `{}`, "double: the adapter is wrong: the answer has none of the members that operations.yaml lists: text, refused, thanks"},
		{"a", "double", `"aa"`, "double: the adapter is wrong: the answer is no object"},
		{"ok", "double", `{"refuse":true}`, `double: the adapter is wrong: the answer has a member "refuse", and operations.yaml lists text, refused, thanks; did you mean refused?`}, // it prepares
		{"", "remember", `{"keys":"k-x"}`, `remember: the adapter is wrong: the answer has a member "keys"`},                                                                          // the next call needs the key
	} {
		t.Run(tc.op+tc.answer, func(t *testing.T) {
			j, _ := asked(t, p, doubler(func(op, text string) *trial.Answer {
				if op != tc.op || tc.text != "" && text != tc.text {
					return nil
				}
				return &trial.Answer{Value: json.RawMessage(tc.answer)}
			}), Options{})
			rule := "letters"
			if tc.text != "a" {
				rule = "recalls"
			}
			for id, v := range verdictsOf(j) {
				if bad := v == reports.Fail || v == reports.Error; bad != (id == rule) || id == rule && v != reports.Error {
					t.Errorf("%s: %s", id, v)
				}
			}
			if len(j.Evidence) > 0 || len(j.Findings) > 0 {
				t.Errorf("the implementation is blamed: %+v", j.Evidence)
			}
			var reasons []string
			for _, s := range j.Verdicts.Scenarios {
				reasons = append(reasons, s.Reason)
			}
			if all := strings.Join(reasons, "\n"); !strings.Contains(all, tc.want) {
				t.Errorf("%s\nwant %s", all, tc.want)
			}
		})
	}
}

// The scripts say what they say, and a fresh name is one case's.
func TestScripts(t *testing.T) {
	p := tinyPlan(t, "quick")
	var calls []string
	for i := range p.Trials {
		if p.Trials[i].Scenario == "What is kept comes back" {
			for _, c := range p.Trials[i].Cases[0].Script.Calls {
				calls = append(calls, fmt.Sprintf("%s %s %v %t", c.Do, c.Args, c.Keep, c.Setup))
			}
		}
	}
	got := strings.Join(calls, "\n")
	for _, want := range []string{`double {"text":"ok"} [] true`, `remember {"text":"touchstone-{run}/word-`, `!"} [{key key}] false`, `recall {"key":"{key}"} [] false`} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

func TestExchangeStepsRefuse(t *testing.T) {
	const head = "@ext:Base\nFeature: F\n  @rule:letters\n  Scenario: S\n"
	for _, tc := range []struct{ text, want string }{
		{"    When the implementation is asked to treble(text = \"a\")\n    Then the answer's text is 1\n", "f.feature:5: When the implementation is asked to treble(text = \"a\"): the pack has no operation treble; it has double, remember, recall"},
		{"    When the implementation is asked to double(word = \"a\")\n    Then the answer's text is 1\n", "double needs the argument text"},
		{"    When the implementation is asked to double(text = \"a\", word = 1)\n    Then the answer's text is 1\n", "double has no argument word"},
		{"    When the implementation is asked to double(text = nothing)\n    Then the answer's text is 1\n", "f.feature:5: undefined: nothing"},
		{"    Then the answer's text is 1\n", "nothing has been asked yet"},
		{"    When the implementation is asked to double(text = \"a\")\n    Then the answer's txt is 1\n", "f.feature:6: Then the answer's txt is 1: an answer to double has no txt; it has "},
		{"    When the implementation is asked to double each row of [{\"text\": \"a\"}]\n    Then the answer's txt.of is absent\n", "an answer to double has no txt; it has "},
		{"    Given the implementation has been asked to double(text = \"a\")\n    And k is the answer's txt\n    When the implementation is asked to double(text = \"a\")\n    Then the answer's text is 1\n", "an answer to double has no txt; it has "},
		{"    When the implementation is asked to double(text = \"a\")\n    Then the answer is one that nobody allows\n", "no function nobody"},
		{"    When the implementation is asked to double(text = \"a\")\n    Then the answer follows a reading of \"x\" by spaces\n", `interpretations.yaml has no "x"`},
		{"    Given row = 1\n    When the implementation is asked to double(text = \"a\")\n    Then the answer's text is 1\n", "row has a meaning of its own"},
		{"    Given doubled = 1\n    When the implementation is asked to double(text = \"a\")\n    Then the answer's text is 1\n", "doubled is a function or value of the pack"},
		{"    Given a = 1\n    And a = 2\n    When the implementation is asked to double(text = \"a\")\n    Then the answer's text is 1\n", "a has a value already"},
		{"    When the implementation is asked to double each row of [{\"text\": \"a\", \"rules\": [\"no\"]}]\n    Then the answer's text is 1\n", `row 1: the pack has no rule "no"`},
		{"    When the implementation is asked to double each row of [{\"txt\": \"a\"}]\n    Then the answer's text is 1\n", "row 1: double needs the argument text"},
		{"    When the implementation is asked to double each row of []\n    Then the answer's text is 1\n", "has no rows"},
		{"    When the client sends:\n      \"\"\"\n      GET /\n      \"\"\"\n    Then the status is 200\n", "no operation request"},
		{"    When the implementation is asked to double(text = \"a\")\n    Then the answer's text are 1\n", "no sentence says"},
		{"    When the hart executes \"nop\"\n    Then the answer's text is 1\n", "no sentence says"},
		{"    When the implementation is asked to double(text = \"a\")\n    And k is the answer's text\n    And z = k\n    Then the answer's text is 1\n", "no sentence says"},
	} {
		r := tinyRequest(t, "quick")
		r.Features = fstest.MapFS{"f.feature": {Data: []byte(head + tc.text)}}
		if _, err := Make(t.Context(), r, image.Console); err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%s\n%v\nwant %q", tc.text, err, tc.want)
		}
	}
	r := tinyRequest(t, "quick")
	r.Environment = "machine"
	if _, err := Make(t.Context(), r, image.Console); !errors.Is(err, ErrRequest) {
		t.Error(err)
	}
}

// An HTTP message is what it says.
func TestHTTPMessages(t *testing.T) {
	pack := fstest.MapFS{}
	for name, file := range tinyPack {
		if name != "operations.yaml" {
			pack[name] = file
		}
	}
	loaded, err := specs.Load(pack, "tiny")
	if err != nil {
		t.Fatal(err)
	}
	feature := "@ext:Base\nFeature: F\n  @rule:letters\n  Scenario: S\n" +
		"    Given blob = generate(1, 1024)\n    And repository = fresh(\"r\")\n    And half = part(blob, 0, 512)\n" +
		"    And the client has sent:\n      \"\"\"\n      POST /v2/{repository}/blobs/uploads/\n      \"\"\"\n    When the client sends:\n      \"\"\"\n      PUT {location}\n      Content-Type: application/octet-stream\n      X-Size: {size_of}\n\n      {half}\n      \"\"\"\n" +
		"    Then the status is 201 or 202\n    And the header Location is present\n    And the body is \"\"\n"
	r := Request{Pack: loaded, Environment: "service", Effort: "quick", ICS: specs.ICS{Profile: "P"}}
	for _, tc := range []struct{ old, new, want string }{
		{"", "", "{location} has no value"},
		{"PUT {location}", "PUT /x", "{size_of} has no value"},
		{"X-Size: {size_of}", "bad", "is no header"},
		{"PUT {location}", "PUT", "is no request"},
		{"{half}\n", "a{half}\n", "{half} is part(generate(1, 1024), 0, 512), and no text"},
	} {
		text := strings.Replace(feature, tc.old, tc.new, 1)
		if tc.old != "" && !strings.Contains(tc.old, "{location}") {
			text = strings.Replace(text, "{location}", "/x", 1)
		}
		if strings.Contains(tc.old, "{half}") {
			text = strings.Replace(text, "{size_of}", "5", 1)
		}
		r.Features = fstest.MapFS{"f.feature": {Data: []byte(text)}}
		if _, err := Make(t.Context(), r, image.Console); err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%v, want %q", err, tc.want)
		}
	}
	good := strings.NewReplacer("X-Size: {size_of}", "X-Name: {repository}", "    When the client sends", "    When location is the header Location\n    And the client sends").Replace(feature)
	r.Features = fstest.MapFS{"f.feature": {Data: []byte(strings.Replace(good, "the client has sent", "x = 1\n    When the client sends", 1))}}
	p, err := Make(t.Context(), r, image.Console)
	if err != nil {
		t.Fatal(err)
	}
	calls := p.Trials[0].Cases[0].Script.Calls
	if got, want := string(calls[1].Args), `{"method":"PUT","path":"{location}","headers":{"Content-Type":"application/octet-stream","X-Name":"touchstone-{run}/r-`; !strings.HasPrefix(got, want) ||
		!strings.HasSuffix(got, `"},"body":{"generate":[1,1024],"from":0,"to":512}}`) || calls[0].Keep[0] != (trial.Keep{Name: "location", Path: "headers.location.0"}) {
		t.Errorf("%s %v, want %s", got, calls[0].Keep, want)
	}
}

// A run that is cut off goes on where it was, and comes to the same.
func TestExchangeGoesOn(t *testing.T) {
	p := tinyPlan(t, "exhaustive")
	dir := t.TempDir()
	o, err := OpenJournal(p, dir, false)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	err = p.Execute(ctx, doubler(nil), o, Options{Jobs: 2, Progress: func(done int) {
		if done >= 20_000 {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) || o.Count() == len(p.Cases) {
		t.Fatal(err, o.Count())
	}
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	if o, err = OpenJournal(p, dir, true); err != nil || o.Resumed() < 20_000 {
		t.Fatal(err, o.Resumed())
	}
	var questions atomic.Int64
	if err := p.Execute(t.Context(), doubler(func(string, string) *trial.Answer { questions.Add(1); return nil }), o, Options{}); err != nil {
		t.Fatal(err)
	}
	if n := int(questions.Load()); n > len(p.Cases)+8-o.Resumed() {
		t.Errorf("%d questions for the %d cases that were left", n, len(p.Cases)-o.Resumed())
	}
	sidecar := func(o *Outcomes) string {
		s, err := reports.NewSidecar(dir)
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(o.Write(s), s.Close()); err != nil {
			t.Fatal(err)
		}
		return s.Name()
	}
	whole, parts := NewOutcomes(p), NewOutcomes(p)
	if err := p.Execute(t.Context(), doubler(nil), whole, Options{}); err != nil {
		t.Fatal(err)
	}
	size := 0
	for i := range 3 {
		s := Shard{i, 3}
		size += p.Size(s)
		var journal bytes.Buffer
		part, err := Collect(p, &journal)
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(p.Execute(t.Context(), doubler(nil), part, Options{Shard: s}), part.Close()); err != nil {
			t.Fatal(err)
		}
		if err := parts.Take("part", &journal); err != nil {
			t.Fatal(err)
		}
	}
	if size != len(p.Cases) || parts.Count() != len(p.Cases) {
		t.Errorf("the parts have %d of %d cases, and brought %d", size, len(p.Cases), parts.Count())
	}
	name := sidecar(o)
	if again := sidecar(whole); again != name {
		t.Error("what went on differs from what ran at once")
	}
	if again := sidecar(parts); again != name {
		t.Error("parts differ from the whole")
	}
	text, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	line, _, _ := strings.Cut(string(text), "\n")
	if want := `{"answers":[{"value":{"text":"aa","thanks":"yes"}}],"case":"tiny/base/doubling.feature:4/0","status":"finished"}`; line != want {
		t.Errorf("the sidecar begins with %s, want %s", line, want)
	}
}

// What does not fare the same each time is flaky, whatever it is that time.
func TestExchangeThatChanges(t *testing.T) {
	p := tinyPlan(t, "quick")
	var n atomic.Int64
	x := doubler(func(op, s string) *trial.Answer {
		if s == "q" && n.Add(1)%2 == 1 {
			a := inside.Value(map[string]string{"text": "qq"})
			return &a
		}
		return nil
	})
	j, o := asked(t, p, x, Options{Retries: 1})
	if v := verdictsOf(j)["polite"]; v != reports.Inconclusive || len(o.Flaky()) != 1 {
		t.Errorf("%s %+v", v, o.Flaky())
	}
}

// 130,000 cases are planned to the same digest each time.
func TestPlanOfAWholeTable(t *testing.T) {
	a := tinyPlan(t, "exhaustive")
	if len(a.Cases) < 130_000 {
		t.Fatal(len(a.Cases))
	}
	if b := tinyPlan(t, "exhaustive"); b.Digest != a.Digest {
		t.Error("plans differ")
	}
	if q := tinyPlan(t, "quick"); q.Digest == a.Digest || q.Suite != a.Suite {
		t.Error("another effort has the same plan, or another suite")
	}
}

func BenchmarkExchange(b *testing.B) {
	for b.Loop() {
		p := tinyPlan(b, "exhaustive")
		o := NewOutcomes(p)
		if err := p.Execute(b.Context(), doubler(nil), o, Options{}); err != nil {
			b.Fatal(err)
		}
		if _, err := p.Judge(o, nil, nil); err != nil {
			b.Fatal(err)
		}
	}
}
