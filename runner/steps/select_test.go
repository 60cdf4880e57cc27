package steps

import (
	"errors"
	"testing"
)

func TestSelector(t *testing.T) {
	tags := []string{"@ext:M", "@ext:Zbb|Zbkb", "@rule:div_by_zero", "@effort:quick"}
	const id = "riscv/m/division.feature:14"
	for expr, want := range map[string]bool{
		"":                                  true,
		"  ":                                true,
		"@ext:M":                            true,
		"@ext:I":                            false,
		"not @ext:I":                        true,
		"@ext:M and not @effort:exhaustive": true,
		"@ext:M and not @effort:quick":      false,
		"@ext:I or @rule:div_by_zero":       true,
		"(@ext:I or @ext:M) and @rule:x":    false,
		"division.feature":                  true,
		"riscv/m/":                          true,
		"riscv/a/":                          false,
		"riscv/m/division.feature:14":       true,
		"division.feature:14":               true,
		"division.feature:1":                false,
		"div_by_zero":                       true,
		"div_by":                            false,
		"M":                                 true,
		"@ext:Zbkb":                         true,
		"@ext:Zbb and @ext:M":               true,
		"not @ext:Zbb":                      false,
		"Zbb":                               true,
	} {
		selects, err := Selector(expr)
		if err != nil {
			t.Errorf("%q: %v", expr, err)
		} else if got := selects(tags, id); got != want {
			t.Errorf("%q selects: %v, want %v", expr, got, want)
		}
	}
}

func TestWhatIsNoSelection(t *testing.T) {
	for _, expr := range []string{"@ext:M and", "and @ext:M", "@ext:M @ext:I", "(@ext:M", "@ext:M)", "@ext:M not", "ext:M and ext:I", "not ()", "()"} {
		if _, err := Selector(expr); !errors.Is(err, ErrSelect) {
			t.Errorf("%q: %v", expr, err)
		}
	}
}

func FuzzSelector(f *testing.F) {
	for _, expr := range []string{"@ext:M and not (@rule:a or @rule:b)", "division.feature:14", "@a\\(b\\)", "not not @a", "@a or", ") @a ("} {
		f.Add(expr)
	}
	f.Fuzz(func(t *testing.T, expr string) {
		selects, err := Selector(expr)
		if err == nil {
			selects([]string{"@ext:M"}, "riscv/m/division.feature:14")
			selects(nil, "")
		} else if !errors.Is(err, ErrSelect) {
			t.Errorf("%q: %v is no ErrSelect", expr, err)
		}
	})
}
