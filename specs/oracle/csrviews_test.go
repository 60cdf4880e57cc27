package oracle_test

import (
	"slices"
	"strings"
	"testing"

	"touchstone/specs"
	"touchstone/specs/isa"
	"touchstone/specs/oracle"
)

// withFCSR is the pack with fcsr and its views as a floating-point extension writes them.
func withFCSR(t testing.TB, add string) (setup, *specs.Pack) {
	t.Helper()
	p := edited("add", add)
	p.CSRs = slices.DeleteFunc(slices.Clone(p.CSRs), func(c specs.CSR) bool {
		return c.Name == "fcsr" || c.Name == "frm" || c.Name == "fflags"
	})
	access := func(c specs.CSR) specs.CSR {
		c.Extension, c.Guard, c.Wrote = "I", "if hart.fs == 0: illegal_instruction()", "hart.fs = 3"
		return c
	}
	p.CSRs = append(p.CSRs,
		access(specs.CSR{Name: "fcsr", Address: 3, Fields: []specs.Field{{Name: "FFLAGS", Bits: "4:0", Legal: "written"}, {Name: "FRM", Bits: "7:5", Legal: "written"}}}),
		access(specs.CSR{Name: "frm", Address: 2, Fields: []specs.Field{{Name: "FRM", Bits: "2:0", Of: "fcsr 7:5"}}}),
		access(specs.CSR{Name: "fflags", Address: 1, Fields: []specs.Field{{Name: "FFLAGS", Bits: "4:0", Of: "fcsr 4:0"}}}))
	table, err := isa.New(p, everything...)
	if err != nil {
		t.Fatal(err)
	}
	claims := append(slices.Clone(everything), "F", "V")
	o, err := oracle.New(p, table, oracle.Env{Environment: "machine", ICS: specs.ICS{Extensions: claims, Modes: []string{"M", "U"}, Harts: 1}})
	if err != nil {
		t.Fatal(err)
	}
	return setup{table, o}, p
}

func TestViews(t *testing.T) {
	s, p := withFCSR(t, "csr.fflags = csr.fflags | 1\ncsr.frm = 4")
	for _, err := range oracle.Lint(p) {
		if strings.Contains(err.Error(), "of f") {
			t.Error(err)
		}
	}
	fcsr := func(v uint64) map[string]uint64 { return map[string]uint64{"fcsr": v} }
	for _, k := range []unitCase{
		{name: "frm read", code: "csrr x10, frm", fs: 1, csr: fcsr(0xe5), changed: locs{"x10": 7}},
		{name: "fflags read", code: "csrr x10, fflags", fs: 1, csr: fcsr(0xe5), changed: locs{"x10": 5}},
		{name: "frm written", code: "csrrwi x10, frm, 2", fs: 1, csr: fcsr(0xe5), changed: locs{"x10": 7, "csr:fcsr": 0x45, "fs": 3}},
		{name: "frm written, fflags lost", code: "csrwi frm, 2", fs: 3, csr: fcsr(0xe5), changed: locs{"csr:fcsr": 0x40}, broken: []string{"csr:fcsr"}},
		{name: "frm written, not dirty", code: "csrwi frm, 2", fs: 2, csr: fcsr(0xe5), changed: locs{"csr:fcsr": 0x45}, broken: []string{"fs"}},
		{name: "frm written, told by its own name", code: "csrwi frm, 2", fs: 3, csr: fcsr(0xe5), changed: locs{"csr:frm": 2, "csr:fcsr": 0x45}},
		{name: "frm written, told wrong", code: "csrwi frm, 2", fs: 3, csr: fcsr(0xe5), changed: locs{"csr:frm": 3, "csr:fcsr": 0x45}, broken: []string{"csr:frm"}},
		{name: "fflags written with more bits", code: "csrw fflags, x10", fs: 3, csr: fcsr(0xe0), changed: locs{"csr:fcsr": 0xea}}, // x10 is 0x0a0a…
		{name: "seen through the whole", code: "csrwi frm, 2\ncsrwi fflags, 3\ncsrr x10, fcsr", fs: 3, csr: fcsr(0), changed: locs{"x10": 0x43, "csr:fcsr": 0x43}},
		{name: "the whole seen through a view", code: "csrwi fcsr, 31\ncsrr x10, fflags", fs: 3, csr: fcsr(0xe0), changed: locs{"x10": 31, "csr:fcsr": 31}},
		{name: "off", code: "csrr x10, frm", csr: fcsr(0xe5), trap: &oracle.Trap{Cause: 2, PC: code, Tval: 0x00202573}},
		{name: "off, not trapped", code: "csrr x10, frm", csr: fcsr(0xe5), changed: locs{"x10": 7}, broken: []string{"cause", "pc"}},
		{name: "one instruction, two views", fs: 3, csr: fcsr(0xe4), changed: locs{"csr:fcsr": 0x85}},
		{name: "not seen", code: "csrwi frm, 2", fs: oracle.NotSeen, csr: fcsr(0xe5), changed: locs{"csr:fcsr": 0x45}},
	} {
		t.Run(k.name, func(t *testing.T) { k.check(t, s) })
	}
}

// mstatus.FS, VS and SD are hart.fs, hart.vs and what follows from them.
func TestStatusOfMstatus(t *testing.T) {
	s, _ := withFCSR(t, "F[1] = 0\nhart.fs = 3")
	const sd, fs, vs = 1 << 63, 1 << 13, 1 << 9
	status := map[string]uint64{"mstatus": 3 << 11}
	open := func(v uint64) map[string]uint64 { return map[string]uint64{"mstatus": v} }
	for _, k := range []unitCase{
		{name: "read", code: "csrr x10, mstatus", fs: 1, vs: 2, csr: status, changed: locs{"x10": 3<<11 | fs | 2*vs}},
		{name: "read dirty", code: "csrr x10, mstatus", fs: 1, vs: 3, csr: status, changed: locs{"x10": sd | 3<<11 | fs | 3*vs}},
		{name: "read dirty, no summary", code: "csrr x10, mstatus", fs: 1, vs: 3, csr: status, changed: locs{"x10": 3<<11 | fs | 3*vs}, broken: []string{"x10"}},
		{name: "read after a write", code: "add x0, x0, x0\ncsrr x10, mstatus", fs: 1, csr: status, changed: locs{"f1": 0, "fs": 3, "x10": sd | 3<<11 | 3*fs}},
		{name: "the register told too", code: "add x0, x0, x0", fs: 1, csr: status, changed: locs{"f1": 0, "fs": 3, "csr:mstatus": sd | 3<<11 | 3*fs}},
		{name: "the register told otherwise", code: "add x0, x0, x0", fs: 1, csr: status, changed: locs{"f1": 0, "fs": 3, "csr:mstatus": 3<<11 | fs}, broken: []string{"csr:mstatus"}},
		{name: "cleared", code: "csrw mstatus, x0\ncsrr x10, mstatus", fs: 3, vs: 3, csr: open(0), changed: locs{"x10": 0, "fs": 0, "vs": 0}},
		{name: "cleared and used", code: "csrw mstatus, x0\ncsrr x10, frm", fs: 3, vs: 0, csr: open(0), changed: locs{"fs": 0}, trap: &oracle.Trap{Cause: 2, PC: code + 4, Tval: 0x00202573}},
		{name: "not cleared", code: "csrw mstatus, x0", fs: 3, csr: open(0), changed: locs{}, broken: []string{"fs"}},
		{name: "clean may be dirty", code: "csrw mstatus, x20", fs: 0, csr: open(0), changed: locs{"fs": 3}},
		{name: "clean as written", code: "csrw mstatus, x20", fs: 0, csr: open(0), changed: locs{"fs": 2}},
		{name: "clean is not off", code: "csrw mstatus, x20", fs: 0, csr: open(0), changed: locs{}, broken: []string{"fs"}},
	} {
		t.Run(k.name, func(t *testing.T) {
			if strings.HasPrefix(k.name, "cl") {
				k.code = "lui x20, 4\n" + k.code // FS = Clean
				k.changed["x20"] = 0x4000
				if k.trap != nil {
					k.trap.PC += 4
				}
			}
			k.check(t, s)
		})
	}
}
