package steps

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	tagexpressions "github.com/cucumber/tag-expressions/go/v6"
)

// ErrSelect is the class of errors about a selection.
var ErrSelect = errors.New("selection")

// Selector compiles a selection: a tag expression (`@ext:M and not @effort:exhaustive`,
// `@rule:div_by_zero or @rule:rem_by_zero`), or, when it names no tag, a part of scenario ids
// (`division.feature`, `riscv/m/division.feature:14`) or of the values of @rule and @ext tags
// (`div_by_zero`). An empty selection selects everything.
func Selector(expr string) (func(tags []string, id string) bool, error) {
	expr = strings.TrimSpace(expr)
	if expr == "" {
		return func([]string, string) bool { return true }, nil
	}
	if !strings.Contains(expr, "@") {
		if strings.ContainsAny(expr, " ()") {
			return nil, fmt.Errorf("%w %q: a tag begins with @, as in \"@ext:M and not @effort:exhaustive\"", ErrSelect, expr)
		}
		return part(expr), nil
	}
	e, err := parseTags(expr)
	if err != nil {
		return nil, err
	}
	return func(tags []string, _ string) bool { return e.Evaluate(alternatives(tags)) }, nil
}

// alternatives takes "@ext:Zbb|Zbkb" for two tags.
func alternatives(tags []string) []string {
	var out []string
	for _, tag := range tags {
		name, values, _ := strings.Cut(tag, ":")
		for value := range strings.SplitSeq(values, "|") {
			out = append(out, name+":"+value)
		}
	}
	return out
}

// part selects by a piece of text. A trailing :line must be the whole line number.
func part(text string) func([]string, string) bool {
	return func(tags []string, id string) bool {
		if strings.Contains(text, ".feature:") {
			return strings.HasSuffix(id, text)
		}
		return strings.Contains(id, text) || slices.ContainsFunc(alternatives(tags), func(tag string) bool {
			_, value, ok := strings.Cut(tag, ":")
			return ok && value == text
		})
	}
}

// parseTags parses an expression. The parser panics on some malformed ones.
func parseTags(expr string) (e tagexpressions.Evaluatable, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%w %q: not a tag expression (and, or, not, parentheses)", ErrSelect, expr)
		}
	}()
	if e, err = tagexpressions.Parse(expr); err != nil {
		return nil, fmt.Errorf("%w %q: %w", ErrSelect, expr, err)
	}
	e.Evaluate(nil) // an operator without an operand panics only here
	return e, nil
}
