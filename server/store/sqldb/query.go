package sqldb

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"touchstone/server/store"
)

// where collects conditions and their arguments. A condition has a ? for each of its arguments.
type where struct {
	conditions []string
	args       []any
}

func (w *where) add(condition string, args ...any) {
	w.conditions = append(w.conditions, w.bind(condition, args...))
}

// bind numbers the arguments of a piece of SQL.
func (w *where) bind(sql string, args ...any) string {
	var b strings.Builder
	for _, arg := range args {
		before, after, _ := strings.Cut(sql, "?")
		w.args = append(w.args, arg)
		b.WriteString(before + "$" + strconv.Itoa(len(w.args)))
		sql = after
	}
	return b.String() + sql
}

// equal narrows to a value; an empty one does not narrow.
func (w *where) equal(column, value string) {
	switch {
	case value == "":
	case !storable(value):
		w.add("1 = 0")
	default:
		w.add(column+" = ?", value)
	}
}

// storable says whether a text can be in a database; PostgreSQL refuses to look for another.
func storable(s string) bool { return utf8.ValidString(s) && strings.IndexByte(s, 0) < 0 }

// words narrows to texts in lower case that have each of some words in them. More than a name can hold
// matches none.
func (w *where) words(column, text string) {
	if !storable(text) || len(text) > store.MaxTitle {
		w.add("1 = 0")
		return
	}
	for _, word := range strings.Fields(fold(text)) {
		w.add(column+` LIKE ? ESCAPE '\'`, "%"+strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`).Replace(word)+"%")
	}
}

// String is the conditions, with WHERE if there are any.
func (w *where) String() string {
	if len(w.conditions) == 0 {
		return ""
	}
	return " WHERE " + strings.Join(w.conditions, " AND ")
}

// fold is the form in which names are sought and sorted.
func fold(s string) string { return strings.ToLower(s) }

// among narrows to some values of a closed set; none do not narrow, and others than its match nothing.
func among[T ~string](w *where, column string, values, set []T) {
	if len(values) == 0 {
		return
	}
	some := make([]T, 0, len(values))
	for _, v := range values {
		if slices.Contains(set, v) {
			some = append(some, v)
		}
	}
	if len(some) == 0 {
		w.add("1 = 0")
		return
	}
	w.add(column + " IN " + closed(some))
}

// closed writes values of a closed set of ours into SQL, where an index may depend on them.
func closed[T ~string](values []T) string {
	quoted := make([]string, len(values))
	for i, v := range values {
		quoted[i] = "'" + string(v) + "'"
	}
	return "(" + strings.Join(quoted, ", ") + ")"
}

// marks are n parameters from $first, in parentheses.
func marks(first, n int) string {
	var b strings.Builder
	b.WriteByte('(')
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString("$" + strconv.Itoa(first+i))
	}
	b.WriteByte(')')
	return b.String()
}

// batches cuts a list into pieces of few different lengths, so that the statements for them are few and
// are prepared once.
func batches[T any](list []T) [][]T {
	var out [][]T
	for _, size := range []int{256, 64, 16, 4, 1} {
		for len(list) >= size {
			out, list = append(out, list[:size]), list[size:]
		}
	}
	return out
}

// collect runs a query and reads its rows.
func collect[T any](ctx context.Context, q querier, what, query string, args []any, scan func(scanner) (T, error)) ([]T, error) {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, failed(what, err)
	}
	defer rows.Close() //nolint:errcheck // rows.Err has it
	var out []T
	for rows.Next() {
		item, err := scan(rows)
		if err != nil {
			return nil, failed(what, err)
		}
		out = append(out, item)
	}
	return out, failed(what, rows.Err())
}

// scanner is a *sql.Row or *sql.Rows.
type scanner interface{ Scan(dest ...any) error }

// paged is a row and its place in the order of a list.
type paged[T any] struct {
	item T
	at   place
}

// page makes a list of up to one row more than fits.
func page[T any](rows []paged[T], p store.Page, list string) store.List[T] {
	var out store.List[T]
	n := min(len(rows), p.Size())
	for _, row := range rows[:n] {
		out.Items = append(out.Items, row.item)
	}
	if n < len(rows) {
		out.Next = rows[n-1].at.cursor(list)
	}
	return out
}

// newestFirst pages through a table by seq.
func newestFirst[T any](ctx context.Context, r reader, list, columns, from string, w where, seq string, p store.Page, scan func(scanner) (T, int64, error)) (store.List[T], error) {
	after, err := parseCursor(p.After, list, 0, 1)
	if err != nil {
		return store.List[T]{}, err
	}
	if after != nil {
		w.add(seq+" < ?", after.Numbers[0])
	}
	query := "SELECT " + columns + " FROM " + from + w.String() + " ORDER BY " + seq + " DESC LIMIT " + strconv.Itoa(p.Size()+1)
	rows, err := collect(ctx, r.q, list, query, w.args, func(s scanner) (paged[T], error) {
		item, seq, err := scan(s)
		return paged[T]{item, place{Numbers: []int64{seq}}}, err
	})
	if err != nil {
		return store.List[T]{}, err
	}
	return page(rows, p, list), nil
}

// micros is how times are kept.
func micros(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMicro()
}

func instant(us int64) time.Time {
	if us == 0 {
		return time.Time{}
	}
	return time.UnixMicro(us).UTC()
}

// encode writes a list or counts as JSON.
func encode(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		panic(fmt.Sprintf("sqldb: %T is not JSON: %v", v, err)) // our own types
	}
	return string(text)
}

func encodeList[T any](list []T) string {
	if len(list) == 0 {
		return "[]"
	}
	return encode(list)
}

func decodeList[T any](text string, into *[]T) error {
	if text == "[]" {
		return nil
	}
	return json.Unmarshal([]byte(text), into)
}
