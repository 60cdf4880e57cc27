package sqldb

import (
	"errors"
	"testing"

	"touchstone/server/store"
)

func FuzzCursor(f *testing.F) {
	f.Add("")
	f.Add(string(place{Numbers: []int64{7}}.cursor("reports")))
	f.Add(string(place{Texts: []string{"core\x1facme"}, Numbers: []int64{-1}}.cursor("the matrix")))
	f.Add("e30")
	f.Add("bnVsbA")
	f.Add("eyJsIjoicmVwb3J0cyIsIm4iOlsxZTk5XX0")
	f.Fuzz(func(t *testing.T, text string) {
		for _, list := range []struct {
			name           string
			texts, numbers int
		}{{"reports", 0, 1}, {"the matrix", 1, 1}} {
			p, err := parseCursor(store.Cursor(text), list.name, list.texts, list.numbers)
			switch {
			case err != nil:
				if !errors.Is(err, store.ErrInvalid) || p != nil {
					t.Fatalf("%q: %v, %v", text, p, err)
				}
			case p == nil:
				if text != "" {
					t.Fatalf("%q is no cursor and no error", text)
				}
			default:
				if len(p.Texts) != list.texts || len(p.Numbers) != list.numbers {
					t.Fatalf("%q: %+v", text, p)
				}
				again, err := parseCursor(p.cursor(list.name), list.name, list.texts, list.numbers)
				if err != nil || again.cursor(list.name) != p.cursor(list.name) {
					t.Fatalf("%q does not come back: %+v, %v", text, again, err)
				}
			}
		}
	})
}
