// Package script plays the scripts of cases, for every adapter that exchanges messages: what is asked next,
// with the names in its arguments replaced, and what came of it. It is pure; adapters do the talking.
//
//	play := script.New(conversation.Script, names)
//	for {
//		call, ok := play.Next()
//		if !ok {
//			break
//		}
//		play.Take(ask(call))
//	}
//	yield(play.Outcome(conversation.Case))
//
// A {name} within a string of the arguments is replaced by what an earlier call of the script kept under
// that name, as text: a string as it is, anything else as JSON. A string that is nothing but {name} becomes the
// kept value itself. What is in braces and is no name of the script stays as it is, so that JSON and
// templates may stand in a string. Names of objects are never replaced.
//
// {run} is a word that differs from run to run, and is put back into the answers, so that the transcripts
// of equal runs are equal: see [Names].
package script

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"touchstone/runner/trial"
)

// Call is what is to be asked.
type Call struct {
	Do    string
	Args  json.RawMessage // an object, with every name replaced
	Setup bool
	Index int // of the script's calls
}

// Play is a script on its way. It belongs to one goroutine.
type Play struct {
	script  *trial.Script
	names   Names
	kept    map[string]json.RawMessage
	answers []trial.Answer
	over    bool
	words   string
}

// New begins a script. It is not changed, and may be shared.
func New(s *trial.Script, names Names) *Play { return &Play{script: s, names: names} }

// Next is the call to make now; false: there is none, because all have been made, because a preparation
// failed, or because what was to be kept of an answer, and is needed now, was not in it. The last two are in the
// words of the outcome.
func (p *Play) Next() (Call, bool) {
	i := len(p.answers)
	if p.over || p.script == nil || i >= len(p.script.Calls) {
		return Call{}, false
	}
	c := p.script.Calls[i]
	args, err := replace(c.Args, p.value)
	if err != nil {
		p.stop("call %d (%s) was not made: %v", i+1, c.Do, err)
		return Call{}, false
	}
	return Call{Do: c.Do, Args: args, Setup: c.Setup, Index: i}, true
}

// value of a name within braces; false: it is no name of this script.
func (p *Play) value(name string) (json.RawMessage, bool, error) {
	if v, ok := p.names.value(name); ok {
		return v, true, nil
	}
	if v, ok := p.kept[name]; ok {
		return v, true, nil
	}
	for i, c := range p.script.Calls {
		for _, k := range c.Keep {
			if k.Name == name {
				if i >= len(p.answers) {
					return nil, false, fmt.Errorf("{%s} is used before call %d keeps it", name, i+1)
				}
				return nil, false, fmt.Errorf("nothing was at %s of the answer to call %d, which was to be {%s}", k.Path, i+1, name)
			}
		}
	}
	return nil, false, nil
}

// Take notes what came of the call that Next gave. The value is as it came, without anything put back.
func (p *Play) Take(a trial.Answer) {
	c := p.script.Calls[len(p.answers)]
	for _, k := range c.Keep {
		v, err := At(a.Value, k.Path)
		if err != nil {
			continue // it is missed when something uses it
		}
		if p.kept == nil {
			p.kept = map[string]json.RawMessage{}
		}
		p.kept[k.Name] = v
	}
	failed := c.Setup && Failed(a)
	a.Value = p.names.back(a.Value)
	a.Skip, a.Error = p.names.backText(a.Skip), p.names.backText(a.Error)
	p.answers = append(p.answers, a)
	if failed {
		p.stop("call %d (%s) prepares what is tested, and failed", len(p.answers), c.Do)
	}
}

func (p *Play) stop(format string, a ...any) {
	p.over = true
	p.words = fmt.Sprintf(format, a...)
}

// Outcome is the transcript, as far as the script got.
func (p *Play) Outcome(c int) trial.Outcome {
	return trial.Outcome{Case: c, Status: trial.Finished, Answers: p.answers, Words: p.words}
}

// Failed says whether a call that prepares something came to nothing: it was skipped or went wrong, was
// refused, or was answered with an HTTP status that is not 2xx.
func Failed(a trial.Answer) bool {
	if a.Skip != "" || a.Error != "" || len(a.Value) == 0 {
		return true
	}
	var v struct {
		Refused json.RawMessage `json:"refused"`
		Status  *float64        `json:"status"`
	}
	if json.Unmarshal(a.Value, &v) != nil {
		return false // no object, or its status is a word: a value of the operation's own
	}
	refused := len(v.Refused) > 0 && !bytes.Equal(v.Refused, []byte("false")) && !bytes.Equal(v.Refused, []byte("null"))
	return refused || v.Status != nil && (*v.Status < 200 || *v.Status > 299)
}

// Names are what stands for something everywhere in a run.
type Names struct {
	Run string // the word for {run}: letters and digits; "": {run} is no name

	// Put are further pairs of what may be in an answer and what is put in its place, such as the address
	// of this run's service. Nothing is put the other way.
	Put []Pair
}

// Pair replaces From by To.
type Pair struct{ From, To string }

const runName = "run"

func (n Names) value(name string) (json.RawMessage, bool) {
	if name != runName || n.Run == "" {
		return nil, false
	}
	return json.RawMessage(`"` + n.Run + `"`), true
}

// back puts names back into a value.
func (n Names) back(v json.RawMessage) json.RawMessage {
	if n.Run != "" && bytes.Contains(v, []byte(n.Run)) {
		v = bytes.ReplaceAll(v, []byte(n.Run), []byte("{run}"))
	}
	for _, p := range n.Put {
		if p.From != "" && bytes.Contains(v, []byte(p.From)) {
			v = bytes.ReplaceAll(v, []byte(p.From), []byte(p.To))
		}
	}
	return v
}

func (n Names) backText(s string) string {
	if s == "" {
		return s
	}
	return string(n.back(json.RawMessage(s)))
}

// replace is arguments with their names replaced; value says what a name stands for.
func replace(args json.RawMessage, value func(string) (json.RawMessage, bool, error)) (json.RawMessage, error) {
	if bytes.IndexByte(args, '{') == bytes.LastIndexByte(args, '{') { // that of the object alone
		return args, nil
	}
	var v any
	d := json.NewDecoder(bytes.NewReader(args))
	d.UseNumber()
	if err := d.Decode(&v); err != nil {
		return nil, fmt.Errorf("its arguments are no JSON: %w", err)
	}
	changed := false
	v, err := within(v, func(s string) (any, error) {
		out, err := fill(s, value)
		changed = changed || out != any(s)
		return out, err
	})
	if err != nil || !changed {
		return args, err
	}
	return marshal(v)
}

// within replaces the strings of a value.
func within(v any, do func(string) (any, error)) (any, error) {
	var err error
	switch v := v.(type) {
	case string:
		return do(v)
	case []any:
		for i := range v {
			if v[i], err = within(v[i], do); err != nil {
				return nil, err
			}
		}
	case map[string]any:
		for k := range v {
			if v[k], err = within(v[k], do); err != nil {
				return nil, err
			}
		}
	}
	return v, nil
}

// fill replaces the names in a string.
func fill(s string, value func(string) (json.RawMessage, bool, error)) (any, error) {
	var out strings.Builder
	rest := s
	for {
		i := strings.IndexByte(rest, '{')
		if i < 0 {
			break
		}
		out.WriteString(rest[:i])
		rest = rest[i:]
		name := nameIn(rest)
		if name == "" {
			out.WriteByte('{')
			rest = rest[1:]
			continue
		}
		v, ok, err := value(name)
		switch {
		case err != nil:
			return nil, err
		case !ok:
			out.WriteByte('{') // another may begin within the braces
			rest = rest[1:]
			continue
		}
		rest = rest[len(name)+2:]
		text, isText := asText(v)
		if !isText && rest == "" && out.Len() == 0 {
			return v, nil
		}
		out.WriteString(text)
	}
	out.WriteString(rest)
	return out.String(), nil
}

// nameIn is the name that a text begins with, in braces; "": it begins with none. Names are as Starlark's.
func nameIn(s string) string {
	for i := 1; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '}':
			return s[1:i]
		case c == '_', c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', i > 1 && (c == '-' || c >= '0' && c <= '9'):
		default:
			return ""
		}
	}
	return ""
}

// asText is a value as text, and whether it is a string.
func asText(v json.RawMessage) (string, bool) {
	var s string
	if len(v) > 0 && v[0] == '"' && json.Unmarshal(v, &s) == nil {
		return s, true
	}
	return string(v), false
}

// marshal is a value as compact JSON, with the names of its objects in order.
func marshal(v any) (json.RawMessage, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}
