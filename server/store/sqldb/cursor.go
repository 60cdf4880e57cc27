package sqldb

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"slices"

	"touchstone/server/store"
)

// place is where a row stands in the order of a list: the values that the list is ordered by.
type place struct {
	List    string   `json:"l"`
	Texts   []string `json:"t,omitempty"`
	Numbers []int64  `json:"n,omitempty"`
}

// cursor is the place's public form.
func (p place) cursor(list string) store.Cursor {
	p.List = list
	return store.Cursor(base64.RawURLEncoding.EncodeToString([]byte(encode(p))))
}

// maxCursor bounds what is decoded: texts of the longest place, escaped.
const maxCursor = 16 << 10

// parseCursor reads a cursor that a page of this list ended with, nil when there is none. It comes from
// a URL: anything may stand there.
func parseCursor(c store.Cursor, list string, texts, numbers int) (*place, error) {
	if c == "" {
		return nil, nil
	}
	var p place
	if len(c) <= maxCursor {
		if text, err := base64.RawURLEncoding.DecodeString(string(c)); err == nil {
			d := json.NewDecoder(bytes.NewReader(text))
			d.DisallowUnknownFields()
			if d.Decode(&p) == nil && p.List == list && len(p.Texts) == texts && len(p.Numbers) == numbers && !slices.ContainsFunc(p.Texts, func(s string) bool { return !storable(s) }) {
				return &p, nil
			}
		}
	}
	return nil, fmt.Errorf("%w: this is not where a page of %s ended; begin with the first page", store.ErrInvalid, list)
}
