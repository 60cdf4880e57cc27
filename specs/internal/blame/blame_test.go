package blame_test

import (
	"errors"
	"fmt"
	"testing"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"touchstone/specs"
	"touchstone/specs/internal/blame"
)

func TestLocated(t *testing.T) {
	for program, want := range map[string]string{
		"x = (":                               "pack: a.star:1: got end of file, want primary expression",
		"x = 1\ny = nobody\nz = nowhere":      "pack: a.star:2: undefined: nobody; a.star:3: undefined: nowhere",
		"def f():\n    return [][1]\nx = f()": "pack: a.star:2: index 1 out of range: empty list",
		"x = 1\ny = int('a')":                 "pack: a.star:2: int: invalid literal with base 10: a",
	} {
		_, err := starlark.ExecFileOptions(&syntax.FileOptions{}, &starlark.Thread{}, "a.star", program, nil)
		got := blame.Located(err)
		if got == nil || got.Error() != want || !errors.Is(got, specs.ErrPack) {
			t.Errorf("%q: %v, want %s", program, got, want)
		}
	}
	if blame.Located(nil) != nil {
		t.Error("nothing is wrong, and something is said")
	}
	already := fmt.Errorf("%w: b.star:1: so it is", specs.ErrPack)
	if got := blame.Located(already); got.Error() != already.Error() {
		t.Error(got)
	}
	if got := blame.Place(errors.New("elsewhere")); got != "the pack" {
		t.Error(got)
	}
}
