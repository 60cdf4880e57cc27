package oracle_test

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"touchstone/specs"
	"touchstone/specs/isa"
	"touchstone/specs/oracle"
)

// The pack in the tree is clean.
func TestLint(t *testing.T) {
	for _, err := range oracle.Lint(pack()) {
		t.Error(err)
	}
}

// edited is the pack with one row's `does` replaced.
func edited(row, does string) *specs.Pack {
	p := *pack()
	p.Instructions = slices.Clone(p.Instructions)
	for i := range p.Instructions {
		if p.Instructions[i].Name == row {
			p.Instructions[i].Does = does
			p.Instructions[i].DoesLine = 1000
		}
	}
	return &p
}

// A fault in a row says file, line, row and what it is.
func TestRowErrors(t *testing.T) {
	for _, c := range []struct {
		name, does string
		want       []string
		judged     bool // found when the row runs, not by lint
	}{
		{"syntax", "X[rd] = = 1", []string{"riscv/i/insts.yaml:1000: ", "(in add)"}, false},
		{"unknown name", "pass\nX[rd] = X[rs3]", []string{"riscv/i/insts.yaml:1001: undefined: rs3", "(in add)"}, false},
		{"empty", "", []string{"add: the row has no `does`"}, false},
		{"no rule", "X[rd] = any_of(1, 2)", []string{"riscv/i/insts.yaml:1000: any_of(…) names no rule"}, false},
		{"unknown rule", "X[rd] = choose(1, 2, by = \"mtval_per_exc_behavior\")", []string{"no rule \"mtval_per_exc_behavior\"; did you mean \"MTVAL_PER_EXC_BEHAVIOR\"?"}, false},
		{"computed rule", "X[rd] = choose(1, 2, by = \"x\" + \"0eq0\")", []string{"write the rule's id out"}, false},
		{"endless", "pass\nfor i in range(1 << 30): pass", []string{"riscv/i/insts.yaml:1001: add: runs longer than"}, true},
		{"wrong type", "X[rd] = \"one\"", []string{"riscv/i/insts.yaml:1000: add: a register takes an int, not string"}, true},
		{"no such register", "X[32] = 1", []string{"riscv/i/insts.yaml:1000: add: a register number is 0 to 31"}, true},
		{"no rule at run time", "f = any_of\nX[rd] = f(1, 2)", []string{"riscv/i/insts.yaml:1001: add: any_of(…, by = \"rule id\") must name the rule"}, true},
		{"division by zero", "X[rd] = 1 // 0", []string{"riscv/i/insts.yaml:1000: add: "}, true},
		{"helper", "X[rd] = quotient(1, \"a\", 64)", []string{"riscv/semantics/division.star:"}, true},
		{"load", "load(\"/etc/passwd\", \"x\")", []string{"riscv/i/insts.yaml:1000: "}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := edited("add", c.does)
			var texts []string
			if !c.judged {
				for _, err := range oracle.Lint(p) {
					if !errors.Is(err, specs.ErrPack) {
						t.Errorf("%v is no ErrPack", err)
					}
					texts = append(texts, err.Error())
				}
			} else {
				table, err := isa.New(p, everything...)
				if err != nil {
					t.Fatal(err)
				}
				o, err := oracle.New(p, table, oracle.Env{})
				if err != nil {
					t.Fatal(err)
				}
				k := kase{asm: "add x10, x11, x12"}
				for range 2 { // an interpreter is fit for use after a fault
					if _, err = k.judge(t, setup{table, o}); err == nil {
						t.Fatal("no error")
					}
				}
				texts = append(texts, err.Error())
				k = kase{asm: "addi x10, x0, 1", changed: locs{"x10": 1}}
				k.check(t, setup{table, o})
			}
			all := strings.Join(texts, "\n")
			for _, w := range c.want {
				if !strings.Contains(all, w) {
					t.Errorf("got %q\nwant %q", all, w)
				}
			}
		})
	}
}

// Positions are the lines of the YAML file, for `does: text` and for `does: |`.
func TestPositions(t *testing.T) {
	source, err := os.ReadFile("../riscv/i/insts.yaml")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(source), "\n")
	for _, c := range []struct{ row, first string }{{"add", "s(X[rs1]) + s(X[rs2])"}, {"jal", "jump(pc + jtarget)"}} {
		for i := range pack().Instructions {
			r := &pack().Instructions[i]
			if r.Name == c.row && !strings.Contains(lines[r.DoesLine-1], c.first) {
				t.Errorf("%s: does is said to begin at line %d: %q", c.row, r.DoesLine, lines[r.DoesLine-1])
			}
		}
	}
}

// A fault in shared semantics stops New, or Lint where it shows when the file runs, with its place.
func TestSemanticsErrors(t *testing.T) {
	for _, c := range []struct{ name, file, text, want string }{
		{"syntax", "x.star", "def f(:\n", "riscv/semantics/x.star:1: "},
		{"unknown name", "x.star", "\ny = z\n", "riscv/semantics/x.star:2: undefined: z"},
		{"outside", "x.star", "load(\"../../etc.star\", \"x\")\n", "the pack has no such file"},
		{"itself", "x.star", "load(\"x.star\", \"x\")\n", "loads itself"},
		{"twice", "x.star", "def jump(t): pass\n", "jump is defined twice"},
		{"builtin", "x.star", "def choose(t): pass\n", "choose is defined twice"},
		{"endless", "x.star", "for i in range(1 << 30): pass\n", "riscv/semantics/x.star:1: "},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := *pack()
			p.Semantics = append(slices.Clone(p.Semantics), specs.Source{File: "riscv/semantics/" + c.file, Text: c.text})
			table, err := isa.New(&p, "I")
			if err != nil {
				t.Fatal(err)
			}
			if _, err = oracle.New(&p, table, oracle.Env{}); err == nil {
				err = errors.Join(oracle.Lint(&p)...)
			}
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
	p := *pack()
	p.Semantics = nil
	table, _ := isa.New(&p, "I")
	if _, err := oracle.New(&p, table, oracle.Env{}); !errors.Is(err, specs.ErrPack) {
		t.Errorf("no semantics: %v", err)
	}
}

// Every row of the pack runs, over a state that holds all there is, and allows something.
func TestEveryRowRuns(t *testing.T) {
	var names []string
	for _, e := range pack().Extensions {
		if e.InPack {
			names = append(names, e.Name)
		}
	}
	s := newSetup(t, nil, names...)
	for _, in := range s.table.Instructions {
		t.Run(in.Name, func(t *testing.T) {
			word, ok := someWord(s.table, in)
			if !ok {
				t.Fatal("no word is this row's")
			}
			k := kase{asm: fmt.Sprintf(".insn %#x", word), csr: map[string]uint64{
				"mstatus": 3 << 11, "mepc": code + 4, "fcsr": 0, "vl": 4, "vtype": 2 << 3, "vstart": 0, "vcsr": 0, "vlenb": 16,
			}}
			if in.Name == "jalr" || strings.HasPrefix(in.Name, "c.j") || in.Row.Rules["target"] != nil {
				k.x = regs{11: code + uint64(in.Size)}
			} else {
				k.x = regs{11: data + 16, 2: data, 8: data}
			}
			before, exit := k.before(t, s)
			before.Float = &oracle.Float{Status: oracle.Clean}
			before.Vector = &oracle.Vector{Status: oracle.Clean, Bytes: make([]byte, 32*128/8)}
			allowed, err := s.oracle.Allowed(before, []uint64{exit}, oracle.Bounds{Steps: 1})
			if err != nil && !strings.Contains(err.Error(), "within 1 instructions") {
				t.Fatal(err)
			}
			if err == nil && len(allowed) == 0 {
				t.Error("nothing is allowed")
			}
		})
	}
}

// someWord is a word of a row: x11, f8, v8 where they may stand, no mask, and else zeros or the first
// values that are the row's own.
func someWord(table *isa.Table, in *isa.Instruction) (uint32, bool) {
	word := in.Match
	for _, op := range in.Operands {
		for _, v := range map[byte][]int64{'x': {11}, 'f': {8}, 'v': {8}, 0: {1}}[op.File()] {
			if op.File() == 0 && op.Kind != isa.KindVM {
				continue
			}
			if w, err := op.Put(word, v); err == nil {
				word = w
			}
		}
	}
	for _, op := range in.Operands {
		min, max, step := op.Range()
		for v := min; v <= max; v += step {
			if got, ok := table.Decode(word); ok && got == in {
				return word, true
			}
			if w, err := op.Put(word, v); err == nil {
				word = w
			}
		}
	}
	got, ok := table.Decode(word)
	return word, ok && got == in
}
