package stdio

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"touchstone/specs/schema"

	"touchstone/runner/iut/script"
	"touchstone/runner/trial"
)

// introduction is the program's greeting.
type introduction struct {
	Name       string   `json:"name"`
	Version    string   `json:"version"`
	Vendor     string   `json:"vendor"`
	Operations []string `json:"operations"`
}

// readIntroduction reads the first line of a program.
func readIntroduction(line []byte) (introduction, error) {
	var hello introduction
	members, err := members(line)
	if err != nil {
		return hello, err
	}
	if !members.has("hello") || members.has("pack") {
		return hello, errors.New("it is no greeting")
	}
	s, err := schema.Open(schema.Messages, "stdio.schema.json")
	if err != nil {
		panic("stdio: " + err.Error()) // it is embedded
	}
	var document any
	if err := json.Unmarshal(line, &document); err != nil {
		return hello, err
	}
	var wrong []string
	for _, p := range s.Check(document) {
		wrong = append(wrong, strings.TrimPrefix(strings.Join(p.Path, ".")+": "+p.Message, ": "))
	}
	if len(wrong) > 0 {
		return hello, fmt.Errorf("its greeting: %s", strings.Join(wrong, "; "))
	}
	return hello, json.Unmarshal(line, &hello)
}

// appendQuestion writes a question.
func appendQuestion(b []byte, id int, do string, args json.RawMessage) []byte {
	b = append(b, `{"id":`...)
	b = strconv.AppendInt(b, int64(id), 10)
	b = append(b, `,"do":`...)
	name, _ := json.Marshal(do)
	b = append(b, name...)
	if len(args) > 0 {
		b = append(b, `,"args":`...)
		if bytes.IndexByte(args, '\n') >= 0 { // it would end the line
			var compact bytes.Buffer
			if json.Compact(&compact, args) == nil {
				args = compact.Bytes()
			}
		}
		b = append(b, args...)
	}
	return append(b, "}\n"...)
}

// readAnswer reads the answer to the question with an id.
func readAnswer(line []byte, id int) (trial.Answer, error) {
	var a trial.Answer
	all, err := members(line)
	if err != nil {
		return a, err
	}
	given := all.value("id")
	if given == nil {
		return a, errors.New("it has no id")
	}
	if string(given) != strconv.Itoa(id) {
		return a, fmt.Errorf("it is for question %s, and %d is the one that is to be answered", short(given), id)
	}
	if len(all) != 2 {
		return a, fmt.Errorf("beside the id it has %d members; one of answer, skip and error must be there", len(all)-1)
	}
	m := all[0]
	if m.name == "id" {
		m = all[1]
	}
	switch m.name {
	case "answer":
		if string(m.value) == "null" {
			return a, errors.New("its answer is null; a refusal is an answer as the operation has it")
		}
		a.Value, err = script.Canonical(m.value)
		return a, err
	case "skip":
		a.Skip, err = why(m)
	case "error":
		a.Error, err = why(m)
	default:
		err = fmt.Errorf("%q is none of answer, skip and error", m.name)
	}
	return a, err
}

// why reads the words of a skip or an error.
func why(m member) (string, error) {
	var s string
	if len(m.value) == 0 || m.value[0] != '"' || json.Unmarshal(m.value, &s) != nil || s == "" {
		return "", fmt.Errorf("its %s must be words that say why, and is %s", m.name, short(m.value))
	}
	return s, nil
}

// object is the members of a JSON object, in their order.
type object []member

type member struct {
	name  string
	value json.RawMessage
}

func (o object) has(name string) bool { return o.value(name) != nil }

func (o object) value(name string) json.RawMessage {
	for _, m := range o {
		if m.name == name {
			return m.value
		}
	}
	return nil
}

// members reads a line: one JSON object in UTF-8, no member of it twice.
func members(line []byte) (object, error) {
	switch {
	case !utf8.Valid(line):
		return nil, errors.New("it is not UTF-8")
	case !json.Valid(line):
		return nil, errors.New("it is not JSON (standard output is for these lines alone; say other things on standard error)")
	}
	s := bytes.Trim(line, " \t\r\n")
	if s[0] != '{' {
		return nil, errors.New("it is JSON, and no object")
	}
	all := make(object, 0, 2)
	for i := skip(s, 1); s[i] != '}'; {
		if s[i] == ',' {
			i = skip(s, i+1)
		}
		end := after(s, i)
		var name string
		if err := json.Unmarshal(s[i:end], &name); err != nil {
			return nil, err
		}
		i = skip(s, skip(s, end)+1) // over the colon
		end = after(s, i)
		if all.has(name) {
			return nil, fmt.Errorf("it has %q twice", name)
		}
		all = append(all, member{name, json.RawMessage(s[i:end])})
		i = skip(s, end)
	}
	return all, nil
}

// skip steps over white space.
func skip(s []byte, i int) int {
	for s[i] == ' ' || s[i] == '\t' || s[i] == '\r' || s[i] == '\n' {
		i++
	}
	return i
}

// after is where the value ends that begins at i, in valid JSON.
func after(s []byte, i int) int {
	depth, text := 0, false
	for ; i < len(s); i++ {
		switch c := s[i]; {
		case text:
			if c == '\\' {
				i++
			} else if c == '"' {
				text = false
				if depth == 0 {
					return i + 1
				}
			}
		case c == '"':
			text = true
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			if depth == 0 {
				return i // of a number before it
			}
			if depth--; depth == 0 {
				return i + 1
			}
		case depth == 0 && (c == ',' || c == ':' || c == ' ' || c == '\t' || c == '\r' || c == '\n'):
			return i
		}
	}
	return i
}

// short is the beginning of what was written, for people.
func short(b []byte) string {
	const limit = 200
	s := strings.ToValidUTF8(string(b[:min(len(b), limit)]), "?")
	s = strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, s)
	if len(b) > limit {
		s += "…"
	}
	return s
}
