package asm

import (
	"fmt"
	"strconv"
	"strings"
)

type kind uint8

const (
	word   kind = iota // a mnemonic, directive, register or symbol; "." too
	number             // an integer or a character
	text               // a string, unquoted
	local              // 1b, 1f
	reloc              // %hi
	punct              // ( ) , + - …
)

type token struct {
	kind  kind
	text  string
	value uint64 // of a number
}

func (t token) is(p string) bool { return t.kind == punct && t.text == p }

// statement is one instruction, directive or assignment with the labels before it.
type statement struct {
	line   int
	labels []string
	name   string // mnemonic or directive; "=" for an assignment to operands[0]
	tokens []token
}

// parse splits source into statements.
func parse(file, src string) ([]statement, []error) {
	s := &scanner{src: src, line: 1}
	var out []statement
	var errs []error
	for {
		line := s.line
		tokens, more, err := s.statement()
		if err == nil && len(tokens) > 0 {
			var st statement
			if st, err = newStatement(tokens); err == nil {
				st.line = s.started
				out = append(out, st)
			}
		}
		if err != nil {
			errs = append(errs, &sourceError{file, max(line, s.started), err.Error()})
			if len(errs) == maxErrors {
				return out, errs
			}
		}
		if !more {
			return out, errs
		}
	}
}

func newStatement(tokens []token) (statement, error) {
	var st statement
	for len(tokens) >= 2 && tokens[1].is(":") {
		switch t := tokens[0]; {
		case t.kind == word && t.text != ".":
			st.labels = append(st.labels, t.text)
		case t.kind == number && t.value < 1<<31 && strconv.FormatUint(t.value, 10) == t.text:
			st.labels = append(st.labels, t.text)
		default:
			return st, fmt.Errorf("%q cannot be a label; use a name or a decimal number", t.text)
		}
		tokens = tokens[2:]
	}
	if len(tokens) == 0 {
		return st, nil
	}
	if tokens[0].kind != word {
		return st, fmt.Errorf("%q cannot begin a statement; write label:, .directive or a mnemonic", tokens[0].text)
	}
	if len(tokens) >= 2 && tokens[1].is("=") {
		st.name = "="
		st.tokens = append([]token{tokens[0], {kind: punct, text: ","}}, tokens[2:]...)
		return st, nil
	}
	st.name, st.tokens = tokens[0].text, tokens[1:]
	return st, nil
}

type scanner struct {
	src     string
	pos     int
	line    int
	started int // line of the statement's first token
}

// statement gives the tokens up to the end of a statement; more is false at the end of the source.
// After an error the rest of the line is skipped.
func (s *scanner) statement() (tokens []token, more bool, err error) {
	s.started = s.line
	for s.pos < len(s.src) {
		c := s.src[s.pos]
		rest := s.src[s.pos:]
		switch {
		case c == '\n':
			s.pos++
			s.line++
			return tokens, true, nil
		case c == ';':
			s.pos++
			return tokens, true, nil
		case c == ' ' || c == '\t' || c == '\r':
			s.pos++
		case c == '#' || strings.HasPrefix(rest, "//"):
			s.skipLine()
		case strings.HasPrefix(rest, "/*"):
			end := strings.Index(rest, "*/")
			if end < 0 {
				s.pos = len(s.src)
				return tokens, false, fmt.Errorf("comment /* has no */")
			}
			s.line += strings.Count(rest[:end], "\n")
			s.pos += end + 2
		default:
			t, n, err := scanToken(rest)
			if err != nil {
				s.skipLine()
				return nil, true, err
			}
			if len(tokens) == 0 {
				s.started = s.line
			}
			s.pos += n
			tokens = append(tokens, t)
		}
	}
	return tokens, false, nil
}

func (s *scanner) skipLine() {
	if end := strings.IndexByte(s.src[s.pos:], '\n'); end >= 0 {
		s.pos += end
	} else {
		s.pos = len(s.src)
	}
}

func letter(c byte) bool {
	return c == '_' || c == '.' || c == '$' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}
func digit(c byte) bool { return '0' <= c && c <= '9' }

func scanToken(s string) (token, int, error) {
	n := 1
	for n < len(s) && (letter(s[n]) || digit(s[n])) {
		n++
	}
	switch c := s[0]; {
	case letter(c):
		return token{kind: word, text: s[:n]}, n, nil
	case digit(c):
		t, err := scanNumber(s[:n])
		return t, n, err
	case c == '%' && n > 1:
		return token{kind: reloc, text: s[:n]}, n, nil
	case c == '"':
		return scanString(s)
	case c == '\'':
		return scanChar(s)
	case strings.HasPrefix(s, "<<") || strings.HasPrefix(s, ">>"):
		return token{kind: punct, text: s[:2]}, 2, nil
	case strings.IndexByte("()+-*/%&|^~,:=", c) >= 0:
		return token{kind: punct, text: s[:1]}, 1, nil
	default:
		return token{}, 0, fmt.Errorf("character %q cannot stand here", c)
	}
}

func scanNumber(s string) (token, error) {
	if last := s[len(s)-1]; (last == 'b' || last == 'f') && strings.Trim(s[:len(s)-1], "0123456789") == "" {
		return token{kind: local, text: s}, nil
	}
	v, err := strconv.ParseUint(s, 0, 64)
	if err != nil || strings.Contains(s, "_") {
		return token{}, fmt.Errorf("%q is not a number of 64 bits; write 10, 0x10, 0b10 or 010", s)
	}
	return token{kind: number, text: s, value: v}, nil
}

func scanString(s string) (token, int, error) {
	var out []byte
	for i := 1; i < len(s) && s[i] != '\n'; {
		if s[i] == '"' {
			return token{kind: text, text: string(out)}, i + 1, nil
		}
		c, n, err := unescape(s[i:])
		if err != nil {
			return token{}, 0, err
		}
		out = append(out, c)
		i += n
	}
	return token{}, 0, fmt.Errorf("string has no closing quote")
}

func scanChar(s string) (token, int, error) {
	if len(s) >= 3 && s[1] != '\n' && s[1] != '\'' {
		if c, n, err := unescape(s[1:]); err == nil && len(s) > 1+n && s[1+n] == '\'' {
			return token{kind: number, text: s[:n+2], value: uint64(c)}, n + 2, nil
		}
	}
	return token{}, 0, fmt.Errorf("character constant: write 'c' or '\\n'")
}

// unescape reads one byte of a string, escaped or not.
func unescape(s string) (c byte, n int, err error) {
	if s[0] != '\\' {
		return s[0], 1, nil
	}
	if len(s) < 2 {
		return 0, 0, fmt.Errorf("\\ at the end of the source")
	}
	if i := strings.IndexByte(`nrtbf\"'`, s[1]); i >= 0 {
		return "\n\r\t\b\f\\\"'"[i], 2, nil
	}
	if s[1] == 'x' && len(s) >= 4 {
		if v, err := strconv.ParseUint(s[2:4], 16, 8); err == nil {
			return byte(v), 4, nil
		}
	}
	for n = 1; n < len(s) && n < 4 && '0' <= s[n] && s[n] <= '7'; n++ {
		c = c<<3 | s[n] - '0'
	}
	if n > 1 {
		return c, n, nil
	}
	return 0, 0, fmt.Errorf("unknown escape \\%c; write \\n \\r \\t \\b \\f \\\\ \\\" \\' \\xHH or \\OOO", s[1])
}
