package gb18030

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"touchstone/reports"
	"touchstone/runner/iut"
	"touchstone/runner/iut/inside"
	"touchstone/runner/trial"
)

// open makes an implementation of a converter.
func open(id string, c *codec) iut.Exchanger {
	return inside.Func(reports.Implementation{Name: id, Version: "1", Vendor: "Touchstone"}, func(_ context.Context, op string, args json.RawMessage) trial.Answer {
		return c.answer(op, args)
	})
}

func refused() trial.Answer { return inside.Value(map[string]bool{"refused": true}) }

func (c *codec) answer(op string, args json.RawMessage) trial.Answer {
	var a struct{ Bytes, Text string }
	if err := json.Unmarshal(args, &a); err != nil {
		return trial.Answer{Error: err.Error()}
	}
	switch op {
	case "decode":
		b, err := hex.DecodeString(a.Bytes)
		if err != nil {
			return trial.Answer{Error: err.Error()}
		}
		return c.decode(b)
	case "encode":
		runes, err := runesOf(a.Text)
		if err != nil {
			return trial.Answer{Error: err.Error()}
		}
		return c.encode(runes)
	}
	return trial.Answer{Skip: "there is no operation " + op + " here"}
}

func (c *codec) decode(b []byte) trial.Answer {
	var text []rune
	marked := false
	for len(b) > 0 {
		r, size := c.next(b)
		if size > 0 {
			text, b = append(text, r), b[size:]
			continue
		}
		if c.badBytes == nil {
			return refused()
		}
		some, size, mark := c.badBytes(b)
		if size == 0 {
			return refused()
		}
		text, b, marked = append(text, some...), b[size:], marked || mark
	}
	return inside.Value(map[string]string{kind("text", marked): words(text)})
}

func (c *codec) encode(text []rune) trial.Answer {
	var out []byte
	marked := false
	for _, r := range text {
		if c.skip != nil && c.skip(r) != "" {
			return trial.Answer{Skip: c.skip(r)}
		}
		code := c.put(r)
		if code == "" {
			if c.badRune == nil {
				return refused()
			}
			var mark bool
			code, mark = c.badRune(r)
			marked = marked || mark
		}
		out = append(out, code...)
	}
	return inside.Value(map[string]string{kind("bytes", marked): hex.EncodeToString(out)})
}

func kind(name string, marked bool) string {
	if marked {
		return "substituted"
	}
	return name
}

func words(text []rune) string {
	all := make([]string, len(text))
	for i, r := range text {
		all[i] = fmt.Sprintf("%04X", r)
	}
	return strings.Join(all, " ")
}

func runesOf(text string) ([]rune, error) {
	var out []rune
	for _, word := range strings.Fields(text) {
		n, err := strconv.ParseUint(word, 16, 21)
		if err != nil {
			return nil, err
		}
		out = append(out, rune(n))
	}
	return out, nil
}
