// Package blame says where in a pack's Starlark something went wrong.
package blame

import (
	"errors"
	"fmt"
	"sort"
	"strings"

	"go.starlark.net/resolve"
	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"touchstone/specs"
)

// Located turns Starlark's errors into file:line: what, of class [specs.ErrPack].
func Located(err error) error {
	var syn syntax.Error
	var res resolve.ErrorList
	var eval *starlark.EvalError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &syn):
		return fmt.Errorf("%w: %s:%d: %s", specs.ErrPack, syn.Pos.Filename(), syn.Pos.Line, syn.Msg)
	case errors.As(err, &res):
		var texts []string
		for _, e := range res {
			texts = append(texts, fmt.Sprintf("%s:%d: %s", e.Pos.Filename(), e.Pos.Line, e.Msg))
		}
		sort.Strings(texts)
		return fmt.Errorf("%w: %s", specs.ErrPack, strings.Join(texts, "; "))
	case errors.As(err, &eval):
		return fmt.Errorf("%w: %s: %s", specs.ErrPack, Place(err), eval.Msg)
	case errors.Is(err, specs.ErrPack):
		return err
	}
	return fmt.Errorf("%w: %w", specs.ErrPack, err)
}

// Place is file:line of the innermost frame of the pack in a Starlark error.
func Place(err error) string {
	var eval *starlark.EvalError
	if errors.As(err, &eval) {
		for i := range len(eval.CallStack) {
			if pos := eval.CallStack.At(i).Pos; pos.Filename() != "<builtin>" {
				return fmt.Sprintf("%s:%d", pos.Filename(), pos.Line)
			}
		}
	}
	return "the pack"
}
