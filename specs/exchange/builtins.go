package exchange

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"io"
	"regexp"
	"strings"

	"go.starlark.net/starlark"
)

// caseOf says for which case something is evaluated, and hears whether that mattered.
type caseOf struct {
	word  string
	asked bool // fresh was called
	each  bool // what it gives differs each time: names are made for the rows of a sweep
	count int
}

const caseKey = "case"

func (e *Engine) claims(_ *starlark.Thread, b *starlark.Builtin, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var name string
	if err := starlark.UnpackPositionalArgs(b.Name(), args, kwargs, 1, &name); err != nil {
		return nil, err
	}
	if _, ok := e.pack.Extension(name); !ok {
		return nil, fmt.Errorf("ics.claims: the pack has no extension %q", name)
	}
	return starlark.Bool(e.options.Claimed == nil || e.options.Claimed(name)), nil
}

func (e *Engine) parameter(_ *starlark.Thread, b *starlark.Builtin, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var name string
	var otherwise starlark.Value = starlark.None
	if err := starlark.UnpackArgs(b.Name(), args, kwargs, "name", &name, "default?", &otherwise); err != nil {
		return nil, err
	}
	if v, ok := e.options.ICS.Parameters[name]; ok {
		return fromGo(v)
	}
	return otherwise, nil
}

// table gives the rows of a table, made once.
func (e *Engine) table(_ *starlark.Thread, b *starlark.Builtin, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var name string
	if err := starlark.UnpackPositionalArgs(b.Name(), args, kwargs, 1, &name); err != nil {
		return nil, err
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	if v, ok := e.tables[name]; ok {
		return v, nil
	}
	t, ok := e.pack.Table(name)
	if !ok {
		return nil, fmt.Errorf("table: the pack has no tables/%s.tsv", name)
	}
	rows := make([]starlark.Value, len(t.Rows))
	for i, cells := range t.Rows {
		d := starlark.NewDict(len(cells))
		for c, text := range cells {
			if err := d.SetKey(starlark.String(t.Columns[c]), starlark.String(text)); err != nil {
				return nil, err
			}
		}
		rows[i] = d
	}
	list := starlark.NewList(rows)
	list.Freeze()
	e.tables[name] = list
	return list, nil
}

// contents reads the bytes that a value stands for.
func contents(what string, v starlark.Value) (io.Reader, int64, error) {
	switch v := v.(type) {
	case starlark.String:
		if strings.Contains(string(v), "{run}") {
			return nil, 0, fmt.Errorf("%s: %s: {run} differs from run to run, and with it the bytes; leave fresh names out of what is counted or digested", what, v)
		}
		return strings.NewReader(string(v)), int64(len(v)), nil
	case starlark.Bytes:
		return strings.NewReader(string(v)), int64(len(v)), nil
	case Generated:
		return v.Reader(), v.Len(), nil
	}
	return nil, 0, fmt.Errorf("%s: a text, bytes or what generate gives is needed, and this is a %s", what, v.Type())
}

func digestOf(_ *starlark.Thread, b *starlark.Builtin, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	if err := starlark.UnpackPositionalArgs(b.Name(), args, kwargs, 1, &v); err != nil {
		return nil, err
	}
	sum, err := digest(b.Name(), v)
	return starlark.String(sum), err
}

func digest(what string, v starlark.Value) (string, error) {
	r, _, err := contents(what, v)
	if err != nil {
		return "", err
	}
	h := sha256.New()
	if _, err := io.Copy(h, r); err != nil {
		return "", err
	}
	return "sha256:" + hex.EncodeToString(h.Sum(nil)), nil
}

func sizeOf(_ *starlark.Thread, b *starlark.Builtin, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	if err := starlark.UnpackPositionalArgs(b.Name(), args, kwargs, 1, &v); err != nil {
		return nil, err
	}
	_, n, err := contents(b.Name(), v)
	return starlark.MakeInt64(n), err
}

func generate(_ *starlark.Thread, b *starlark.Builtin, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var of starlark.Value
	var seed uint64
	var n int64
	if err := starlark.UnpackArgs(b.Name(), args, kwargs, "seed", &of, "n", &n); err != nil {
		return nil, err
	}
	if word, ok := starlark.AsString(of); ok {
		sum := sha256.Sum256([]byte(word))
		seed = binary.BigEndian.Uint64(sum[:]) >> 11
	} else if err := starlark.AsInt(of, &seed); err != nil {
		return nil, fmt.Errorf("generate: a seed is a number or a text: %w", err)
	}
	if n < 0 || n > maxBytes || seed > 1<<53 {
		return nil, fmt.Errorf("generate(%d, %d): give a seed up to 2^53 and 0 to %d bytes", seed, n, int64(maxBytes))
	}
	return Generated{Seed: seed, Size: n, To: n}, nil
}

func partOf(_ *starlark.Thread, b *starlark.Builtin, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	var from, to int64
	if err := starlark.UnpackArgs(b.Name(), args, kwargs, "x", &v, "start", &from, "end", &to); err != nil {
		return nil, err
	}
	_, n, err := contents(b.Name(), v)
	if err != nil {
		return nil, err
	}
	if from < 0 || to < from || to > n {
		return nil, fmt.Errorf("part: %d to %d of %d bytes", from, to, n)
	}
	switch v := v.(type) {
	case starlark.String:
		return v[from:to], nil
	case starlark.Bytes:
		return v[from:to], nil
	}
	g := v.(Generated)
	g.From, g.To = g.From+from, g.From+to
	return g, nil
}

func hexOf(_ *starlark.Thread, b *starlark.Builtin, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	var width int
	if err := starlark.UnpackArgs(b.Name(), args, kwargs, "x", &v, "width?", &width); err != nil {
		return nil, err
	}
	if width < 0 || width > 1<<16 {
		return nil, fmt.Errorf("hex: width %d", width)
	}
	var digits string
	switch v := v.(type) {
	case starlark.Int:
		if v.Sign() < 0 {
			return nil, fmt.Errorf("hex(%s): give a number of at least 0", v)
		}
		digits = v.BigInt().Text(16)
	case starlark.String:
		digits = hex.EncodeToString([]byte(v))
	case starlark.Bytes:
		digits = hex.EncodeToString([]byte(v))
	default:
		return nil, fmt.Errorf("hex: a number, a text or bytes are needed, and this is a %s", v.Type())
	}
	return starlark.String(strings.Repeat("0", max(0, width-len(digits))) + digits), nil
}

var freshWord = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// fresh names what belongs to one case of one run. Adapters put a word in the place of {run}.
func fresh(t *starlark.Thread, b *starlark.Builtin, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var word string
	if err := starlark.UnpackPositionalArgs(b.Name(), args, kwargs, 1, &word); err != nil {
		return nil, err
	}
	if !freshWord.MatchString(word) {
		return nil, fmt.Errorf("fresh(%q): small letters and digits, and - between them", word)
	}
	of, _ := t.Local(caseKey).(*caseOf)
	if of == nil || of.word == "" {
		return nil, fmt.Errorf("fresh(%q): only in a scenario, or in what it calls: a name is a case's", word)
	}
	of.asked = true
	name := "touchstone-{run}/" + word + "-" + of.word
	if of.each {
		of.count++
		name = fmt.Sprintf("%s-r%d", name, of.count)
	}
	return starlark.String(name), nil
}

func jsonOf(_ *starlark.Thread, b *starlark.Builtin, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	if err := starlark.UnpackPositionalArgs(b.Name(), args, kwargs, 1, &v); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := writeJSON(&out, v); err != nil {
		return nil, err
	}
	return starlark.String(out.String()), nil
}

func parse(_ *starlark.Thread, b *starlark.Builtin, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var text string
	if err := starlark.UnpackPositionalArgs(b.Name(), args, kwargs, 1, &text); err != nil {
		return nil, err
	}
	return fromJSON([]byte(text))
}

// toDicts makes dicts of records.
func toDicts(_ *starlark.Thread, b *starlark.Builtin, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	if err := starlark.UnpackPositionalArgs(b.Name(), args, kwargs, 1, &v); err != nil {
		return nil, err
	}
	return dicts(v)
}

func dicts(v starlark.Value) (starlark.Value, error) {
	switch x := v.(type) {
	case *record:
		d := starlark.NewDict(len(x.keys))
		for _, item := range x.Items() {
			inner, err := dicts(item[1])
			if err == nil {
				err = d.SetKey(item[0], inner)
			}
			if err != nil {
				return nil, err
			}
		}
		return d, nil
	case *starlark.List:
		items := make([]starlark.Value, x.Len())
		for i := range items {
			var err error
			if items[i], err = dicts(x.Index(i)); err != nil {
				return nil, err
			}
		}
		return starlark.NewList(items), nil
	}
	return v, nil
}

func matches(_ *starlark.Thread, b *starlark.Builtin, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var pattern, text string
	if err := starlark.UnpackPositionalArgs(b.Name(), args, kwargs, 2, &pattern, &text); err != nil {
		return nil, err
	}
	re, err := regexp.Compile(pattern)
	if err != nil {
		return nil, fmt.Errorf("matches: %w", err)
	}
	return starlark.Bool(re.MatchString(text)), nil
}
