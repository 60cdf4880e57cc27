// Package xtext is golang.org/x/text's converter of GB 18030 as an implementation inside this program, for the
// pack gb18030.
package xtext

import (
	"bytes"
	"context"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"runtime/debug"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"

	"touchstone/reports"
	"touchstone/runner/iut"
	"touchstone/runner/iut/inside"
	"touchstone/runner/trial"
)

const module = "golang.org/x/text"

// New is the converter. Its decoder puts U+FFFD in the place of what it cannot convert, as it is documented to, and is
// said to have substituted where it does; its encoder refuses.
func New() iut.Exchanger {
	im := reports.Implementation{Name: "Go x/text", Version: version(), Vendor: "The Go Authors"}
	return inside.Func(im, func(_ context.Context, op string, args json.RawMessage) trial.Answer {
		var a struct{ Bytes, Text string }
		if err := json.Unmarshal(args, &a); err != nil {
			return trial.Answer{Error: err.Error()}
		}
		switch op {
		case "decode":
			return decode(simplifiedchinese.GB18030.NewDecoder(), a.Bytes)
		case "encode":
			return encode(simplifiedchinese.GB18030.NewEncoder(), a.Text)
		}
		return trial.Answer{Skip: "there is no operation " + op + " here"}
	})
}

// version is that of the module which this program was built with.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, m := range info.Deps {
			if m.Path == module {
				return strings.TrimPrefix(m.Version, "v")
			}
		}
	}
	return "unknown"
}

func decode(d *encoding.Decoder, digits string) trial.Answer {
	in, err := hex.DecodeString(digits)
	if err != nil {
		return trial.Answer{Error: err.Error()}
	}
	out, err := d.Bytes(in)
	if err != nil {
		return inside.Value(map[string]bool{"refused": true})
	}
	// 8431A437 is the code of U+FFFD itself
	kind, words := "text", make([]string, 0, len(in))
	if bytes.Count(out, []byte(string(utf8.RuneError))) > bytes.Count(in, []byte("\x84\x31\xA4\x37")) {
		kind = "substituted"
	}
	for _, r := range string(out) {
		words = append(words, fmt.Sprintf("%04X", r))
	}
	return inside.Value(map[string]string{kind: strings.Join(words, " ")})
}

func encode(e *encoding.Encoder, points string) trial.Answer {
	var text []rune
	for _, word := range strings.Fields(points) {
		n, err := strconv.ParseUint(word, 16, 21)
		if err != nil {
			return trial.Answer{Error: err.Error()}
		}
		if 0xD800 <= n && n <= 0xDFFF {
			return trial.Answer{Skip: "text in Go holds no surrogates"}
		}
		text = append(text, rune(n))
	}
	out, err := e.Bytes([]byte(string(text)))
	if err != nil {
		return inside.Value(map[string]bool{"refused": true})
	}
	return inside.Value(map[string]string{"bytes": hex.EncodeToString(out)})
}
