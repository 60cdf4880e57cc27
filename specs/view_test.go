package specs

import (
	"maps"
	"strings"
	"testing"
)

// The pack's views, and that no other register is kept elsewhere.
func TestViews(t *testing.T) {
	p, err := Embedded("riscv")
	if err != nil {
		t.Fatal(err)
	}
	views := Views(p.CSRs)
	want := map[string]View{
		"fflags": {"fcsr", 0, 5}, "frm": {"fcsr", 5, 3}, "vxsat": {"vcsr", 0, 1}, "vxrm": {"vcsr", 1, 2},
	}
	if !maps.Equal(views, want) {
		t.Errorf("views %v, want %v", views, want)
	}
	for _, c := range p.CSRs {
		for _, f := range c.Fields {
			if _, ok := views[c.Name]; strings.Contains(f.Of, " ") && !ok {
				t.Errorf("%s.%s is %s, which Views cannot say", c.Name, f.Name, f.Of)
			}
		}
	}
	if got := views["frm"].In(0xff, 0xa); got != 0x5f {
		t.Errorf("frm = 0xa in fcsr = 0xff gives %#x, want 0x5f", got)
	}
}
