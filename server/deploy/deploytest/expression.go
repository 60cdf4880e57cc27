package deploytest

import (
	"fmt"
	"regexp"
	"strings"
)

var braces = regexp.MustCompile(`\$\{\{(.*?)\}\}`)

// interpolate puts the values of expressions into a text.
func interpolate(text string, values map[string]string, failed bool) (string, error) {
	var fault error
	out := braces.ReplaceAllStringFunc(text, func(m string) string {
		v, err := evaluate(braces.FindStringSubmatch(m)[1], values, failed)
		if err != nil {
			fault = err
		}
		s, _ := v.(string)
		return s
	})
	return out, fault
}

// condition is an `if:`. Unless it asks how the job fares, it holds only while nothing has failed.
func condition(text string, values map[string]string, failed bool) (bool, error) {
	if text == "" {
		return !failed, nil
	}
	v, err := evaluate(strings.TrimSuffix(strings.TrimPrefix(text, "${{"), "}}"), values, failed)
	if err != nil {
		return false, err
	}
	asks := strings.Contains(text, "always()") || strings.Contains(text, "success()") || strings.Contains(text, "failure()")
	return truth(v) && (asks || !failed), nil
}

var token = regexp.MustCompile(`^\s*(&&|\|\||==|!=|!|\(|\)|'[^']*'|[a-zA-Z_][a-zA-Z0-9_.-]*)`)

// evaluate reads the part of GitHub's expressions that is used here: names, strings, calls without
// arguments, == != ! && || and parentheses.
func evaluate(text string, values map[string]string, failed bool) (any, error) {
	e := expression{values: values, failed: failed}
	for rest := text; strings.TrimSpace(rest) != ""; {
		m := token.FindString(rest)
		if m == "" {
			return nil, fmt.Errorf("expression %q: cannot read %q", text, rest)
		}
		e.tokens = append(e.tokens, strings.TrimSpace(m))
		rest = rest[len(m):]
	}
	v := e.or()
	if e.fault == nil && len(e.tokens) > 0 {
		e.fault = fmt.Errorf("%q is left over", e.tokens)
	}
	if e.fault != nil {
		return nil, fmt.Errorf("expression %q: %w", text, e.fault)
	}
	return v, nil
}

type expression struct {
	tokens []string
	values map[string]string
	failed bool
	fault  error
}

func truth(v any) bool { return v != nil && v != "" && v != false }

func (e *expression) next(t string) bool {
	if len(e.tokens) > 0 && e.tokens[0] == t {
		e.tokens = e.tokens[1:]
		return true
	}
	return false
}

func (e *expression) or() any {
	v := e.and()
	for e.next("||") {
		if w := e.and(); !truth(v) {
			v = w
		}
	}
	return v
}

func (e *expression) and() any {
	v := e.equal()
	for e.next("&&") {
		if w := e.equal(); truth(v) {
			v = w
		}
	}
	return v
}

func (e *expression) equal() any {
	v := e.unary()
	switch {
	case e.next("=="):
		return v == e.unary()
	case e.next("!="):
		return v != e.unary()
	}
	return v
}

func (e *expression) unary() any {
	if e.next("!") {
		return !truth(e.unary())
	}
	if e.next("(") {
		v := e.or()
		if !e.next(")") {
			e.fault = fmt.Errorf("a ) is missing")
		}
		return v
	}
	if len(e.tokens) == 0 {
		e.fault = fmt.Errorf("it ends too early")
		return nil
	}
	t := e.tokens[0]
	e.tokens = e.tokens[1:]
	if s, ok := strings.CutPrefix(t, "'"); ok {
		return strings.TrimSuffix(s, "'")
	}
	if e.next("(") {
		if !e.next(")") {
			e.fault = fmt.Errorf("%s() takes no arguments here", t)
		}
		switch t {
		case "always":
			return true
		case "success":
			return !e.failed
		case "failure":
			return e.failed
		}
		e.fault = fmt.Errorf("no function %s is known here", t)
		return nil
	}
	v, ok := e.values[t]
	if !ok && !strings.HasPrefix(t, "steps.") { // a step that was skipped has no outputs
		e.fault = fmt.Errorf("there is no %s", t)
	}
	return v
}
