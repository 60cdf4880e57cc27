package steps

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"touchstone/features"
	"touchstone/runner/image"
	"touchstone/runner/trial"
	"touchstone/specs"
	"touchstone/specs/isa"
)

// testContext is a claim of everything the embedded implementation has, unless exts says less.
func testContext(t testing.TB, exts ...string) Context {
	t.Helper()
	pack, err := specs.Embedded("riscv")
	if err != nil {
		t.Fatal(err)
	}
	if exts == nil {
		exts = []string{"I", "M", "A", "C", "Zicsr", "Zifencei", "Zicntr", "Zihintpause"}
	}
	claimed, err := pack.Closure(exts...)
	if err != nil {
		t.Fatal(err)
	}
	table, err := isa.New(pack, append(exts, "Zicsr", "Sm")...)
	if err != nil {
		t.Fatal(err)
	}
	return Context{
		Pack: pack, Table: table, ICS: specs.ICS{Profile: "RVI20U64", Modes: []string{"M", "U"}, Parameters: map[string]any{"PMP_ENTRY_COUNT": 16}},
		Claimed: func(e string) bool { return claimed[e] }, Environment: "machine",
		Map: image.DefaultMap(), Effort: "quick", Seed: 1,
	}
}

// scenario compiles the steps of one scenario.
func scenario(t testing.TB, c Context, tags string, steps ...string) (trial.Trial, error) {
	t.Helper()
	text := "@ext:I\nFeature: F\n  @rule:add_op " + tags + "\n  Scenario: S\n    " + strings.Join(steps, "\n    ") + "\n"
	trials, err := Compile(context.Background(), c, fstest.MapFS{"riscv/f.feature": {Data: []byte(text)}}, nil)
	if err != nil {
		return trial.Trial{}, err
	}
	if len(trials) != 1 {
		t.Fatalf("%d trials, want 1", len(trials))
	}
	return trials[0], nil
}

const data = 0x80010800

func abs(n uint64) trial.Value { return trial.Value{Num: n} }
func rel(n uint64) trial.Value { return trial.Value{Num: n, Rel: true} }

func TestGivens(t *testing.T) {
	scratchObserved := []trial.Loc{"csr:mscratch"}
	for _, tc := range []struct {
		step string
		want trial.Case // of a program "there: nop"; Stub and ID are not compared
	}{
		{"a0 = 5", trial.Case{Before: []trial.Preset{{Loc: "x10", Value: 5}}}},
		{"a0 = 5 and x7 = -1, s0 = 2^63", trial.Case{Before: []trial.Preset{{Loc: "x10", Value: 5}, {Loc: "x7", Value: ^uint64(0)}, {Loc: "x8", Value: 1 << 63}}}},
		{"a0 = test data + 8", trial.Case{Before: []trial.Preset{{Loc: "x10", Value: data + 8}}}},
		{"a0 = label there + 4", trial.Case{Before: []trial.Preset{{Loc: "x10", Value: 4, Rel: true}}}},
		{"a0 = code - 2", trial.Case{Before: []trial.Preset{{Loc: "x10", Value: ^uint64(1), Rel: true}}}},
		{"mscratch = 0x55", trial.Case{
			Setting: trial.Setting{Anchor: "x31"}, Before: []trial.Preset{{Loc: "csr:mscratch", Value: 0x55}}, Observe: scratchObserved,
		}},
		{"mstatus = 0x80", trial.Case{Setting: trial.Setting{CSRs: []trial.Preset{{Loc: "csr:mstatus", Value: 0x80}}}}},
		{"test data + 8 holds 0x1122", trial.Case{Before: []trial.Preset{{Loc: "mem:80010808", Value: 0x1122}}}},
		{"test data + 8 holds word -1", trial.Case{Before: []trial.Preset{{Loc: "mem:80010808", Value: image.DataBackground(8)>>32<<32 | 0xffffffff}}}},
		{"test data + 15 holds byte 7", trial.Case{Before: []trial.Preset{{Loc: "mem:80010808", Value: image.DataBackground(8)&(1<<56-1) | 7<<56}}}},
		{"test data + 6 holds word 0xaabbccdd", trial.Case{Before: []trial.Preset{
			{Loc: "mem:80010800", Value: image.DataBackground(0)&(1<<48-1) | 0xccdd<<48},
			{Loc: "mem:80010808", Value: image.DataBackground(8)>>16<<16 | 0xaabb},
		}}},
		{"a0 = 1 and test data holds 2 and test data + 8 holds 3", trial.Case{Before: []trial.Preset{
			{Loc: "x10", Value: 1}, {Loc: "mem:80010800", Value: 2}, {Loc: "mem:80010808", Value: 3},
		}}},
		{`the code "nop; ret" lies at test data + 8`, trial.Case{Before: []trial.Preset{{Loc: "mem:80010808", Value: 0x0000806700000013}}}},
		{"the hart runs in machine mode", trial.Case{Setting: trial.Setting{Mode: "M"}}},
		{"the hart runs in user mode", trial.Case{}},
		{"user mode may not read test data + 64 to test data + 127", trial.Case{Setting: trial.Setting{CSRs: []trial.Preset{
			{Loc: "csr:pmpaddr0", Value: (data+64)>>2 | 7}, {Loc: "csr:pmpcfg0", Value: 0x18 | 4},
		}}}},
		{"user mode may not write test data + 8 to test data + 11", trial.Case{Setting: trial.Setting{CSRs: []trial.Preset{
			{Loc: "csr:pmpaddr0", Value: (data + 8) >> 2}, {Loc: "csr:pmpcfg0", Value: 0x10 | 5},
		}}}},
		{"user mode may not read, write or execute test data to test data + 7", trial.Case{Setting: trial.Setting{CSRs: []trial.Preset{
			{Loc: "csr:pmpaddr0", Value: data >> 2}, {Loc: "csr:pmpcfg0", Value: 0x18},
		}}}},
		{"user mode may read only cycle and instret", trial.Case{Setting: trial.Setting{CSRs: []trial.Preset{{Loc: "csr:mcounteren", Value: 5}}}, Observe: []trial.Loc{"csr:mcounteren"}}},
		{"user mode may read no counter", trial.Case{Setting: trial.Setting{CSRs: []trial.Preset{{Loc: "csr:mcounteren", Value: 0}}}, Observe: []trial.Loc{"csr:mcounteren"}}},
	} {
		t.Run(tc.step, func(t *testing.T) {
			got, err := scenario(t, testContext(t), "", "Given "+tc.step, `When the hart executes "there: nop"`, "Then no trap is taken")
			if err != nil {
				t.Fatal(err)
			}
			if tc.want.Setting.Mode == "" {
				tc.want.Setting.Mode = "U"
			}
			c := got.Cases[0]
			c.ID, c.Stub = "", nil
			if len(c.Before) == 0 {
				c.Before = nil
			}
			if diff := cmp.Diff(tc.want, c); diff != "" {
				t.Error("want -, got +\n" + diff)
			}
		})
	}
}

func TestProtectedCodeHasAPlaceOfItsOwn(t *testing.T) {
	got, err := scenario(t, testContext(t), "", "Given user mode may not execute the 4 bytes at label far", `When the hart executes "nop; nop; far: nop"`, "Then no trap is taken")
	if err != nil {
		t.Fatal(err)
	}
	c, at := got.Cases[0], image.DefaultMap().Place(0)
	want := []trial.Preset{{Loc: "csr:pmpaddr0", Value: (at + 8) >> 2}, {Loc: "csr:pmpcfg0", Value: 0x10 | 3}}
	if diff := cmp.Diff(want, c.Setting.CSRs); diff != "" || c.Stub.At != at {
		t.Errorf("code at %#x, want %#x\n%s", c.Stub.At, at, diff)
	}
}

func TestThens(t *testing.T) {
	four := int64(4)
	for _, tc := range []struct {
		step string
		want []trial.Check // Text and Cases are filled in
	}{
		{"a2 = 5", []trial.Check{{Expect: trial.Holds{Loc: "x12", Compare: "=", Values: []trial.Value{abs(5)}}}}},
		{"a2 = 0 or -1", []trial.Check{{Expect: trial.Holds{Loc: "x12", Compare: "=", Values: []trial.Value{abs(0), abs(^uint64(0))}}}}},
		{"a2 != 0 [sub_op]", []trial.Check{{Rules: []string{"sub_op"}, Expect: trial.Holds{Loc: "x12", Compare: "!=", Values: []trial.Value{abs(0)}}}}},
		{"a2 < a3", []trial.Check{{Expect: trial.Holds{Loc: "x12", Compare: "<", Other: "x13"}}}},
		{"a2 <= 7", []trial.Check{{Expect: trial.Holds{Loc: "x12", Compare: "<=", Values: []trial.Value{abs(7)}}}}},
		{"ra = label there", []trial.Check{{Expect: trial.Holds{Loc: "x1", Compare: "=", Values: []trial.Value{rel(4)}}}}},
		{"a2 = 5 and a3 = a2", []trial.Check{
			{Expect: trial.Holds{Loc: "x12", Compare: "=", Values: []trial.Value{abs(5)}}}, {Expect: trial.Holds{Loc: "x13", Compare: "=", Other: "x12"}},
		}},
		{"test data + 8 holds 1 or 2", []trial.Check{{Expect: trial.Holds{Loc: "mem:80010808", Width: 64, Values: []trial.Value{abs(1), abs(2)}}}}},
		{"test data + 12 holds word -1", []trial.Check{{Expect: trial.Holds{Loc: "mem:80010808", Low: 32, Width: 32, Values: []trial.Value{abs(0xffffffff)}}}}},
		{"test data + 7 holds halfword 0x1122", []trial.Check{
			{Expect: trial.Holds{Loc: "mem:80010800", Low: 56, Width: 8, Values: []trial.Value{abs(0x22)}}},
			{Expect: trial.Holds{Loc: "mem:80010808", Width: 8, Values: []trial.Value{abs(0x11)}}},
		}},
		{"tval = test data + 4 or label there or 0", []trial.Check{{Expect: trial.Takes{Tvals: []trial.Value{abs(data + 4), rel(4), abs(0)}}}}},
		{"no trap is taken [add_op, sub_op]", []trial.Check{{Rules: []string{"add_op", "sub_op"}, Expect: trial.Ends{}}}},
		{"the hart ends at label there", []trial.Check{{Expect: trial.Ends{At: &four}}}},
		{"an illegal instruction exception is taken", []trial.Check{{Expect: trial.Takes{Causes: []uint64{2}}}}},
		{"a load address misaligned or load access fault exception is taken at label there", []trial.Check{{Expect: trial.Takes{Causes: []uint64{4, 5}, At: &trial.Value{Num: 4, Rel: true}}}}},
		{"an environment call exception is taken at test data + 4", []trial.Check{{Expect: trial.Takes{Causes: []uint64{8}, At: &trial.Value{Num: data + 4}}}}},
		{"nothing changes", []trial.Check{{Expect: trial.Unchanged{}}}},
		{"nothing changes but a0, t1 and test data + 9", []trial.Check{{Expect: trial.Unchanged{But: []trial.Loc{"x10", "x6", "mem:80010808"}}}}},
		{"nothing else changes", []trial.Check{{Expect: trial.Unchanged{}}}},
		{"nothing else changes but test data", []trial.Check{{Expect: trial.Unchanged{But: []trial.Loc{"mem:"}}}}},
		{"test data is unchanged", []trial.Check{{Expect: trial.Unchanged{Of: []trial.Loc{"mem:"}}}}},
		{"a0 is unchanged", []trial.Check{{Expect: trial.Unchanged{Of: []trial.Loc{"x10"}}}}},
		{"every outcome is one the specification allows", []trial.Check{{Rules: []string{}, Expect: trial.Allowed{}}}},
	} {
		t.Run(tc.step, func(t *testing.T) {
			got, err := scenario(t, testContext(t), "", `When the hart executes "nop; there: ecall"`, "Then "+tc.step)
			if err != nil {
				t.Fatal(err)
			}
			for i := range tc.want {
				w := &tc.want[i]
				w.Text, w.Cases = tc.step, []int{0}
				switch {
				case w.Rules == nil:
					w.Rules = []string{"add_op"}
				case len(w.Rules) == 0:
					w.Rules = nil
				}
			}
			if diff := cmp.Diff(tc.want, got.Checks); diff != "" {
				t.Error("want -, got +\n" + diff)
			}
		})
	}
}

func TestWhens(t *testing.T) {
	nop, call := []byte{0x13, 0, 0, 0}, []byte{0x73, 0, 0, 0}
	for _, tc := range []struct {
		name  string
		given string
		when  string
		want  trial.Stub
	}{
		{"one instruction", "", `When the hart executes "add a2, a0, a1"`, trial.Stub{
			Chunks: []trial.Chunk{{Bytes: append([]byte{0x33, 0x06, 0xb5, 0x00}, call...)}}, Exits: []int64{4}, End: 4, Insn: "add", Text: "add a2, a0, a1", Dest: "x12",
		}},
		{"a text", "", "When the hart executes\n      \"\"\"\n      nop\n      nop\n      \"\"\"", trial.Stub{
			Chunks: []trial.Chunk{{Bytes: slices.Concat(nop, nop, call)}}, Exits: []int64{8}, End: 8, Text: "nop; nop",
		}},
		{"a gap", "", `When the hart executes "j far; .zero 4092; far: nop"`, trial.Stub{
			Chunks: []trial.Chunk{{Bytes: []byte{0x6f, 0x10, 0, 0}}, {Offset: 4096, Bytes: slices.Concat(nop, call)}}, Exits: []int64{4100}, End: 4100, Text: "j far; .zero 4092; far: nop",
		}},
		{"at 2 modulo 4", "Given the code starts at 2 modulo 4", `When the hart executes "c.nop"`, trial.Stub{
			Chunks: []trial.Chunk{{Bytes: append([]byte{1, 0}, call...)}}, Exits: []int64{2}, End: 2, Insn: "c.nop", Text: "c.nop", Align: 2,
		}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got, err := scenario(t, testContext(t), "", tc.given, tc.when, "Then no trap is taken")
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tc.want, *got.Cases[0].Stub); diff != "" {
				t.Error("want -, got +\n" + diff)
			}
		})
	}
}

func TestTrapOfTheOnlyInstruction(t *testing.T) {
	for exception, at := range map[string]*trial.Value{
		"an illegal instruction exception is taken":        {Rel: true},
		"an instruction access fault exception is taken":   nil, // of the fetch of another one
		"an environment call exception is taken":           {Rel: true},
		"a breakpoint exception is taken at test data + 4": {Num: data + 4},
	} {
		got, err := scenario(t, testContext(t), "", `When the hart executes "ecall"`, "Then "+exception)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(at, got.Checks[0].Expect.(trial.Takes).At); diff != "" {
			t.Errorf("%s: want -, got +\n%s", exception, diff)
		}
	}
}

func TestSweepsBecomeCases(t *testing.T) {
	got, err := scenario(t, testContext(t), "", `When the hart executes "c.add" over its edge values`,
		"Then every outcome is one the specification allows", "And the choice of registers makes no difference", "And it does the same as its expansion", "And no trap is taken")
	if err != nil {
		t.Fatal(err)
	}
	n := len(got.Cases) / 2
	if n < 30 || len(got.Checks) != 4 {
		t.Fatalf("%d cases, %d checks", len(got.Cases), len(got.Checks))
	}
	if g := got.Checks[1].Expect.(trial.Alike).Groups; len(g) == 0 || len(g[0]) < 5 {
		t.Errorf("groups %v", g)
	}
	same := got.Checks[2].Expect.(trial.Same)
	if len(same.Pairs) != n || same.Pairs[1] != [2]int{1, n + 1} || !strings.HasPrefix(got.Cases[n].Stub.Text, "add ") || got.Cases[n].Stub.End != 4 {
		t.Errorf("pairs %v, second of the first %q", same.Pairs[:2], got.Cases[n].Stub.Text)
	}
	if len(got.Checks[3].Cases) != n {
		t.Errorf("the last Then speaks of %d cases, want %d: not of the expansions", len(got.Checks[3].Cases), n)
	}
}

func TestTheSameAsOtherCode(t *testing.T) {
	got, err := scenario(t, testContext(t), "", "Given a0 = 1", `When the hart executes "c.nop"`, `Then it does the same as "nop"`)
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Cases) != 2 || !cmp.Equal(got.Cases[0].Before, got.Cases[1].Before) || got.Cases[1].Stub.End != 4 {
		t.Errorf("cases %+v", got.Cases)
	}
	if diff := cmp.Diff(trial.Same{Pairs: [][2]int{{0, 1}}}, got.Checks[0].Expect); diff != "" {
		t.Error(diff)
	}
}

func TestThensSpeakOfTheCasesSinceTheLastThen(t *testing.T) {
	got, err := scenario(t, testContext(t), "", `When the hart executes "nop"`, "Then a0 = 1", `When the hart executes "nop"`, `And the hart executes "nop"`, "Then a1 = 2", "And nothing else changes")
	if err != nil {
		t.Fatal(err)
	}
	var cases [][]int
	for _, c := range got.Checks {
		cases = append(cases, c.Cases)
	}
	if diff := cmp.Diff([][]int{{0}, {1, 2}, {1, 2}}, cases); diff != "" {
		t.Error(diff)
	}
	if but := got.Checks[2].Expect.(trial.Unchanged).But; !slices.Equal(but, []trial.Loc{"x11"}) {
		t.Errorf("nothing else but %v; a0 was named before the other cases", but)
	}
}

func TestMistakesAreErrors(t *testing.T) {
	exec := `When the hart executes "there: nop"`
	for _, tc := range []struct {
		steps []string
		want  string
	}{
		{[]string{"When the hart executed \"nop\"", "Then no trap is taken"}, `riscv/f.feature:5: When the hart executed "nop": no sentence says this; the nearest is: When the hart executes "<assembly>"`},
		{[]string{exec, "Then the hart runs in user mode"}, "riscv/f.feature:6: Then the hart runs in user mode: no sentence says this"},
		{[]string{"Then no trap is taken"}, "nothing has been executed yet"},
		{[]string{exec}, "executes or checks nothing"},
		{[]string{"Given a9 = 5", exec, "Then no trap is taken"}, `f.feature:5: Given a9 = 5: "a9" is neither a register nor a CSR`},
		{[]string{"Given x0 = 5", exec, "Then no trap is taken"}, "hardwired to zero"},
		{[]string{"Given a0 = 5 and a1", exec, "Then no trap is taken"}, `"a1" is no test data`},
		{[]string{"Given a0 = label nowhere", exec, "Then no trap is taken"}, "no label nowhere"},
		{[]string{"Given a0 = 2^64", exec, "Then no trap is taken"}, "does not fit in 64 bits"},
		{[]string{"Given test data + 505 holds 1", exec, "Then no trap is taken"}, "leave the data area"},
		{[]string{"Given test data holds byte 256", exec, "Then no trap is taken"}, "does not fit in 1 bytes"},
		{[]string{"Given user mode may not write test data + 1 to test data + 8", exec, "Then no trap is taken"}, "no naturally aligned power of two"},
		{[]string{"Given user mode may not touch test data to test data + 7", exec, "Then no trap is taken"}, "may not"},
		{[]string{"Given user mode may read only hpmcounter3", exec, "Then no trap is taken"}, "no counter that mcounteren opens"},
		{[]string{`When the hart executes "frobnicate a0"`, "Then no trap is taken"}, "f.feature:5"},
		{[]string{`When the hart executes "mul" over misaligned addresses`, "Then no trap is taken"}, "accesses no memory"},
		{[]string{`When the hart executes "nope" over its edge values`, "Then no trap is taken"}, `no instruction "nope"`},
		{[]string{exec, "Then a2 = five"}, "neither a number"},
		{[]string{exec, "Then a2 = 5 [nope]"}, `no rule "nope"`},
		{[]string{exec, "Then a page fault exception is taken"}, "is no exception"},
		{[]string{exec, "Then the hart ends at label there"}, "no ecall"},
		{[]string{exec, "Then the choice of registers makes no difference"}, "nothing was executed whose outcomes must be alike"},
		{[]string{`When the hart executes "sc.w" over its edge addresses`, "Then the choice of registers makes no difference"}, "may fail at any time"},
		{[]string{exec, "Then it does the same as its expansion"}, "no compressed instruction"},
		{[]string{exec, "Then test data + 4 holds doubleword 1 or 2"}, "one value only"},
	} {
		_, err := scenario(t, testContext(t), "", tc.steps...)
		if err == nil || !errors.Is(err, ErrStep) || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%q:\n got %v\nwant %s", tc.steps, err, tc.want)
		}
	}
}

func TestTagsNameRules(t *testing.T) {
	_, err := scenario(t, testContext(t), "@rule:mul_opp", `When the hart executes "nop"`, "Then no trap is taken")
	if want := `@rule:mul_opp: the pack has no rule "mul_opp"; did you mean mul_op?`; !errors.Is(err, ErrStep) || !strings.Contains(err.Error(), "f.feature:") || !strings.Contains(err.Error(), want) {
		t.Errorf("got %v, want %s", err, want)
	}
}

// A scenario of an extension that there is not would be passed over, in scope or not.
func TestTagsNameExtensions(t *testing.T) {
	for tag, want := range map[string]string{
		"@ext:Zicsrr":     `f.feature:4: @ext:Zicsrr: the pack has no extension "Zicsrr"; did you mean Zicsr?`,
		"@ext:M|Zicsrr":   `@ext:M|Zicsrr: the pack has no extension "Zicsrr"; did you mean Zicsr?`,
		"@ext:ABCDEFGHIJ": `the pack has no extension "ABCDEFGHIJ"; the keys of its extensions.yaml are its extensions`,
	} {
		_, err := scenario(t, testContext(t), tag+" @env:linux", `When the hart executes "nop"`, "Then no trap is taken")
		if !errors.Is(err, ErrStep) || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %s", err, want)
		}
	}
	text := "@ext:Nothing\nFeature: F\n  Scenario: A\n    Then no trap is taken\n  Scenario: B\n    Then no trap is taken\n"
	if _, err := Compile(t.Context(), testContext(t), fstest.MapFS{"f.feature": {Data: []byte(text)}}, nil); err == nil || strings.Count(err.Error(), "@ext:Nothing") != 1 {
		t.Errorf("a tag of a feature is wrong once: %v", err)
	}
}

func TestAllMistakesAreReportedTogether(t *testing.T) {
	_, err := scenario(t, testContext(t), "", "Given the moon is full", `When the hart executes "nop"`, "Then the sun is up")
	for _, line := range []string{"f.feature:5", "f.feature:7"} {
		if err == nil || !strings.Contains(err.Error(), line) {
			t.Errorf("%s is not in: %v", line, err)
		}
	}
}

func TestScope(t *testing.T) {
	steps := []string{`When the hart executes "nop"`, "Then no trap is taken"}
	type reasons struct {
		Untested, NotApplicable string
		Excluded                bool
	}
	noPMP := testContext(t)
	noPMP.ICS.Parameters = map[string]any{"PMP_ENTRY_COUNT": 0}
	coarse := testContext(t)
	coarse.ICS.Parameters = map[string]any{"PMP_ENTRY_COUNT": 16, "PMP_GRANULARITY": 12}
	machine := testContext(t)
	machine.ICS.Modes = []string{"M"}
	protect := "Given user mode may not read test data + 64 to test data + 127"
	for _, tc := range []struct {
		name  string
		c     Context
		tags  string
		given string
		want  reasons
	}{
		{"all claimed", testContext(t), "", "", reasons{}},
		{"extension", testContext(t, "I"), "@ext:M", "", reasons{NotApplicable: "the implementation does not claim M"}},
		{"either extension", testContext(t, "I", "Zbkb"), "@ext:Zbb|Zbkb", "", reasons{}},
		{"neither extension", testContext(t, "I"), "@ext:Zbb|Zbkb", "", reasons{NotApplicable: "the implementation does not claim Zbb or Zbkb"}},
		{"environment", testContext(t), "@env:linux", "", reasons{Untested: "environment: needs linux", Excluded: true}},
		{"effort", testContext(t), "@effort:exhaustive", "", reasons{Untested: "effort: runs at exhaustive", Excluded: true}},
		{"effort reached", testContext(t), "@effort:quick", "", reasons{}},
		{"mode", machine, "", "Given the hart runs in user mode", reasons{NotApplicable: "the implementation does not claim U mode"}},
		{"no user mode to protect from", machine, "", protect, reasons{NotApplicable: "the implementation does not claim U mode"}},
		{"no PMP", noPMP, "", protect, reasons{NotApplicable: "the implementation states no PMP entries (PMP_ENTRY_COUNT)"}},
		{"coarse PMP", coarse, "", protect, reasons{NotApplicable: "the implementation's PMP regions have at least 4096 bytes"}},
		{"2 modulo 4", testContext(t, "I"), "", "Given the code starts at 2 modulo 4", reasons{NotApplicable: "the implementation does not claim compressed instructions: code starts at multiples of 4"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got, err := scenario(t, tc.c, tc.tags, append([]string{tc.given}, steps...)...)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tc.want, reasons{got.Untested, got.NotApplicable, got.Excluded}); diff != "" {
				t.Error("want -, got +\n" + diff)
			}
			if runs := len(got.Cases) > 0; runs != (tc.want == reasons{}) || len(got.Checks) > 0 != runs {
				t.Errorf("%d cases and %d checks", len(got.Cases), len(got.Checks))
			}
		})
	}
}

func TestConditionsOfRules(t *testing.T) {
	text := "@ext:I\nFeature: F\n  @rule:jump_misaligned_exception\n  Scenario: S\n    When the hart executes \"nop\"\n    Then no trap is taken\n"
	files := fstest.MapFS{"f.feature": {Data: []byte(text)}}
	with, err := Compile(context.Background(), testContext(t), files, nil)
	if err != nil || with[0].NotApplicable != "its rules apply when not Zca" {
		t.Errorf("with Zca: %+v %v", with, err)
	}
	without, err := Compile(context.Background(), testContext(t, "I"), files, nil)
	if err != nil || without[0].NotApplicable != "" || len(without[0].Cases) != 1 {
		t.Errorf("without Zca: %+v %v", without, err)
	}
}

func TestSelectedScenariosHaveCases(t *testing.T) {
	text := "@ext:I @rule:add_op\nFeature: F\n  Scenario: A\n    When the hart executes \"nop\"\n    Then no trap is taken\n  Scenario: B\n    When the hart executes \"nop\"\n    Then no trap is taken\n"
	files := fstest.MapFS{"f.feature": {Data: []byte(text)}}
	pick := func(reason string) []trial.Trial {
		got, err := Compile(context.Background(), testContext(t), files, func(s Scenario) (bool, string) { return s.Title == "B", reason })
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	if got := pick("not wanted"); len(got) != 2 || got[0].Untested != "not wanted" || !got[0].Excluded || len(got[0].Cases) != 0 || len(got[1].Cases) != 1 {
		t.Errorf("with a reason: %+v", got)
	}
	if got := pick(""); len(got) != 1 || got[0].Scenario != "B" {
		t.Errorf("without a reason: %+v", got)
	}
}

func TestCancelledCompile(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Compile(ctx, testContext(t), features.Of("riscv"), nil); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// The embedded features compile, for claims with and without the optional extensions, to the same
// trials each time.
func TestEmbeddedFeaturesCompile(t *testing.T) {
	for _, exts := range [][]string{nil, {"I"}, {"I", "M", "A", "Zicsr", "Zifencei"}} {
		t.Run(fmt.Sprint(exts), func(t *testing.T) {
			c := testContext(t, exts...)
			a, err := Compile(context.Background(), c, features.Of("riscv"), nil)
			if err != nil {
				t.Fatal(err)
			}
			b, err := Compile(context.Background(), testContext(t, exts...), features.Of("riscv"), nil)
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(a, b) {
				t.Error("two compilations differ")
			}
			ids := map[string]bool{}
			for _, tr := range a {
				if ids[tr.ID] {
					t.Errorf("two trials are called %s", tr.ID)
				}
				ids[tr.ID] = true
			}
		})
	}
}

func BenchmarkCompileStandard(b *testing.B) {
	c := testContext(b)
	c.Effort = "standard"
	for b.Loop() {
		if _, err := Compile(context.Background(), c, features.Of("riscv"), nil); err != nil {
			b.Fatal(err)
		}
	}
}
