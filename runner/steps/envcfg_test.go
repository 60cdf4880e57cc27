package steps

import (
	"strings"
	"testing"
)

func TestEnvcfg(t *testing.T) {
	w := newWorld(&Context{}, &Scenario{})
	for _, k := range []struct {
		fields string
		want   uint64
		err    string
	}{
		{fields: "CBZE = 1", want: 0x80},
		{fields: "CBIE = 3 and CBCFE = 1", want: 0x70},
		{fields: "PMM = 2 and LPE = 1 and SSE = 1", want: 2<<32 | 0xc},
		{fields: "CBZE = 0", want: 0},
		{fields: "CBZE = 2", err: "CBZE has 1 bits: it cannot hold 2"},
		{fields: "FIOM = 1", err: "envcfg has the fields LPE"},
	} {
		got, err := w.envcfg(splitBefore.Split(k.fields, -1))
		switch {
		case k.err == "" && err != nil, k.err != "" && (err == nil || !strings.Contains(err.Error(), k.err)):
			t.Errorf("%s: error %v, want %q", k.fields, err, k.err)
		case got != k.want && k.err == "":
			t.Errorf("%s: %#x, want %#x", k.fields, got, k.want)
		}
	}
}
