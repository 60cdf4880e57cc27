package steps

import (
	"math/big"
	"strings"
	"testing"
)

func TestValues(t *testing.T) {
	for text, want := range map[string]value{
		"0":                    {num: 0},
		"5":                    {num: 5},
		"-1":                   {num: ^uint64(0)},
		"007":                  {num: 7},
		"0x_ff":                {num: 0xff},
		"0xFFFF_FFFF":          {num: 0xffffffff},
		"0b101":                {num: 5},
		"2^63":                 {num: 1 << 63},
		"-2^63":                {num: 1 << 63},
		"2^64 - 1":             {num: ^uint64(0)},
		"-2^31 + 1":            {num: 0xffffffff_80000001},
		"5 + -1":               {num: 4},
		"5 - -1":               {num: 6},
		"test data":            {num: data},
		"test data + 8":        {num: data + 8},
		"test data - 0x10":     {num: data - 16},
		"8 + test data":        {num: data + 8},
		"code":                 {rel: true},
		"code + 4":             {num: 4, rel: true},
		"code - 4":             {num: ^uint64(3), rel: true},
		"label far":            {rel: true, label: "far"},
		"label far_1.x + 4":    {num: 4, rel: true, label: "far_1.x"},
		"18446744073709551615": {num: ^uint64(0)},
	} {
		got, err := parseValue(text, data)
		if err != nil || got != want {
			t.Errorf("%q: got %+v %v, want %+v", text, got, err, want)
		}
	}
}

func TestWhatIsNoValue(t *testing.T) {
	for _, text := range []string{
		"", " ", "-", "+", "5 5", "5 +", "0x", "0xg", "five", "label", "label 1", "code + code", "label a + code", "- code", "-test data",
		"5 - label x", "test", "test date", "2^65", "17^2", "2^", "2^x", "2^-1", "18446744073709551616", "-9223372036854775809", "2^64", "5a", "0o7", "a0 = 5", "1,2",
	} {
		if got, err := parseValue(text, data); err == nil {
			t.Errorf("%q is read as %+v", text, got)
		} else if !strings.HasPrefix(err.Error(), "value ") {
			t.Errorf("%q: the error %q does not say which value", text, err)
		}
	}
}

func FuzzValue(f *testing.F) {
	for _, text := range []string{"5", "-2^63 + 1", "test data + 0x8", "label far + 4", "code - 2", "0b1_0", "5 - -1"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		v, err := parseValue(text, data)
		if err != nil {
			return
		}
		// A value that is read can be written down plainly and read again.
		plain := new(big.Int).SetUint64(v.num).String()
		switch {
		case v.label != "":
			plain = "label " + v.label + " + " + plain
		case v.rel:
			plain = "code + " + plain
		}
		again, err := parseValue(plain, data)
		if err != nil || again != v {
			t.Errorf("%q is %+v, but %q is %+v %v", text, v, plain, again, err)
		}
	})
}
