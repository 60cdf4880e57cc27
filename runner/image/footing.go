package image

import (
	"crypto/sha256"
	stdelf "debug/elf"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strings"

	"touchstone/specs"
	"touchstone/specs/isa"

	"touchstone/runner/image/elf"
	"touchstone/runner/image/linux"
	"touchstone/runner/image/machine"
	"touchstone/runner/trial"
)

// FootingResult is what image 0 says about one instruction of the runtime's own subset.
type FootingResult struct {
	Insn  string   `json:"insn"`
	Rules []string `json:"rules,omitempty"` // of the instruction's row
	OK    bool     `json:"ok"`
	Why   string   `json:"why,omitempty"`
}

// footingConstant is a doubleword that the steps load: every hexadecimal digit once, sign set.
const footingConstant = 0x8f1e2d3c4b5a6970

// step computes one value in x10 by straight-line code. x8 is where results go, x9-4 is tohost
// and 12(x9) the constant. Steps come in an order in which each leans only on what stands before
// it, apart from sd, which stores every result. @ in code is a label of the step's own.
type step struct {
	insn string
	code string
	want uint64 // x10 afterwards; with here, minus the address of label @
	here bool
}

func footingSteps() []step {
	var c uint64 = footingConstant
	return []step{
		{insn: "lui", code: "lui x10, 0x12345", want: 0x12345000},
		{insn: "lui", code: "lui x10, 0xfedcb", want: 0xfffffffffedcb000},
		{insn: "addi", code: "addi x10, x0, 0x555", want: 0x555},
		{insn: "addi", code: "addi x10, x0, -2", want: ^uint64(1)},
		{insn: "addi", code: "lui x10, 0x12345; addi x10, x10, 0x678", want: 0x12345678},
		{insn: "addi", code: "addi x11, x0, -1; addi x10, x11, 2", want: 1},
		{insn: "auipc", code: "@: auipc x10, 0", here: true},
		{insn: "auipc", code: "@: auipc x10, 0xfffff", here: true, want: ^uint64(0xfff)},
		{insn: "auipc", code: "@: auipc x10, 0x12", here: true, want: 0x12000},
		{insn: "ld", code: "ld x10, 12(x9)", want: c},
		{insn: "ld", code: "addi x11, x9, 16; ld x10, -4(x11)", want: c},
		{insn: "sd", code: "addi x11, x0, -3; sd x11, 1024(x8); ld x10, 1024(x8)", want: ^uint64(2)},
		{insn: "sd", code: "ld x11, 12(x9); addi x12, x8, 1040; sd x11, -8(x12); ld x10, 1032(x8)", want: c},
		{insn: "sd", code: "sd x0, 1032(x8); ld x11, 1032(x8); addi x10, x11, 9", want: 9},
		{insn: "slli", code: "addi x10, x0, 1; slli x10, x10, 63", want: 1 << 63},
		{insn: "slli", code: "ld x11, 12(x9); slli x10, x11, 4", want: c << 4},
		{insn: "slli", code: "ld x11, 12(x9); slli x10, x11, 5", want: c << 5},
		{insn: "slli", code: "ld x11, 12(x9); slli x10, x11, 16", want: c << 16},
		{insn: "srli", code: "ld x11, 12(x9); srli x10, x11, 60", want: c >> 60},
		{insn: "srli", code: "ld x11, 12(x9); srli x10, x11, 11", want: c >> 11},
		{insn: "andi", code: "ld x11, 12(x9); andi x10, x11, 0x7f", want: c & 0x7f},
		{insn: "andi", code: "ld x11, 12(x9); andi x10, x11, -256", want: c &^ 255},
		{insn: "add", code: "ld x11, 12(x9); addi x12, x0, -1; add x10, x11, x12", want: c - 1},
		{insn: "add", code: "ld x11, 12(x9); add x10, x11, x11", want: 2 * (c & (1<<63 - 1))},
		{insn: "sub", code: "ld x11, 12(x9); sub x10, x0, x11", want: ^c + 1},
		{insn: "sub", code: "ld x11, 12(x9); addi x12, x0, -1; sub x10, x11, x12", want: c + 1},
		{insn: "and", code: "ld x11, 12(x9); slli x12, x11, 4; and x10, x11, x12", want: c & (c << 4)},
		{insn: "or", code: "ld x11, 12(x9); slli x12, x11, 4; or x10, x11, x12", want: c | c<<4},
		{insn: "beq", code: "addi x10, x0, 1; beq x0, x0, 1f; addi x10, x0, 2; 1:", want: 1},
		{insn: "beq", code: "addi x10, x0, 3; addi x11, x0, 1; beq x10, x11, 1f; addi x10, x0, 4; 1:", want: 4},
		{insn: "bne", code: "addi x10, x0, 1; bne x10, x0, 1f; addi x10, x0, 2; 1:", want: 1},
		{insn: "bne", code: "addi x10, x0, 0; addi x11, x0, 3; 1: addi x10, x10, 1; bne x10, x11, 1b", want: 3},
		{insn: "bltu", code: "addi x10, x0, 1; addi x11, x0, -1; bltu x10, x11, 1f; addi x10, x0, 2; 1:", want: 1},
		{insn: "bltu", code: "addi x10, x0, -1; addi x11, x0, 1; bltu x10, x11, 1f; addi x10, x0, 2; 1:", want: 2},
		{insn: "bltu", code: "addi x10, x0, 1; bltu x10, x10, 1f; addi x10, x0, 2; 1:", want: 2},
		{insn: "jal", code: "jal x10, 1f; @: addi x10, x0, 0; 1:", here: true},
		{insn: "jal", code: "addi x10, x0, 0; jal x0, 2f; 1: addi x10, x10, 5; jal x0, 3f; 2: addi x10, x10, 2; jal x0, 1b; 3:", want: 7},
		{insn: "jalr", code: "auipc x11, 0; jalr x10, 12(x11); @: addi x10, x0, 0", here: true},
		{insn: "jalr", code: "addi x10, x0, 6; auipc x11, 0; addi x11, x11, 32; jalr x0, -16(x11); addi x10, x0, 0", want: 6},
		{insn: "csrrw", code: "addi x11, x0, 0x2a5; csrrw x0, mscratch, x11; addi x12, x0, 0x15a; csrrw x10, mscratch, x12", want: 0x2a5},
		{insn: "csrrs", code: "csrrs x10, mscratch, x0", want: 0x15a},
		{insn: "csrrs", code: "addi x11, x0, 0x2a5; csrrs x0, mscratch, x11; csrrs x10, mscratch, x0", want: 0x3ff},
		{insn: "mret", code: "addi x10, x0, 8; auipc x11, 0; addi x11, x11, 32; csrrw x0, mepc, x11; " +
			"lui x12, 2; addi x12, x12, -2048; csrrs x0, mstatus, x12; mret; addi x10, x0, 0", want: 8},
	}
}

// processSteps are those that need no privilege: a process has no mscratch, and nothing to return from.
func processSteps() []step {
	return slices.DeleteFunc(footingSteps(), func(s step) bool { return !slices.Contains(linux.Subset(), s.insn) })
}

// compareSteps compares results with what they should be, each by both branches, and ends the image
// as a self-checking one does. x8 is where results are; x27 is 1 after a trap.
const compareSteps = `
compare_steps:
        addi    s4, x8, 0
        la      s0, work
        ld      s5, EXPECT(s0)
        ld      s6, CASES(s0)
        addi    gp, x0, 0
1:      addi    gp, gp, 1
        ld      t0, 0(s4)
        ld      t1, 0(s5)
        beq     t0, t1, 2f
        jal     x0, failed
2:      bne     t0, t1, failed
        addi    s4, s4, 8
        addi    s5, s5, 8
        bne     gp, s6, 1b
        addi    gp, gp, 1
        bne     x27, x0, failed
        jal     x0, exit
`

// footingReach is how far the results may extend: all of it in reach of sd's immediate, and the
// steps' own memory behind them.
const footingReach = 1024

// Footing builds image 0, which tests the instructions that the runtime itself uses in a way that
// is evident by itself: straight-line code computes a value for each step and stores it with one
// sd. As a signature the table of values is all there is; on a console the runtime prints it
// afterwards. Outcomes are numbered by step and hold x10; judge reads them, also when some or all
// are missing.
func Footing(t *isa.Table, csrs []specs.CSR, m Map, p Protocol) (img *Image, judge func([]trial.Outcome) []FootingResult, err error) {
	return FootingFor("", t, csrs, m, p)
}

// FootingFor is [Footing] for an environment, "" or "machine" being the bare machine.
func FootingFor(environment string, t *isa.Table, csrs []specs.CSR, m Map, p Protocol) (img *Image, judge func([]trial.Outcome) []FootingResult, err error) {
	process := environment == trial.Linux
	steps := footingSteps()
	if process {
		steps = processSteps()
	}
	if p == "" {
		p = Signature
	}
	var src strings.Builder
	lie := m.regions()
	fmt.Fprintf(&src, "prelude: auipc x8, %#x\nauipc x9, %#x\n", lie.log>>12, htifOffset>>12)
	if !process {
		src.WriteString("csrrs x10, mhartid, x0\nbne x10, x0, park\nla x10, trapped\ncsrrw x0, mtvec, x10\n")
	}
	for i, s := range steps {
		fmt.Fprintf(&src, "%s\nsd x10, %d(x8)\n", strings.ReplaceAll(s.code, "@", fmt.Sprintf("step%d", i)), 8*i)
	}
	checks := p == SelfCheck
	if p == Console {
		src.WriteString("jal x0, report\n")
	}
	if checks {
		src.WriteString("addi x27, x0, 0\n" + compareSteps)
	}
	src.WriteString(".align 2\ntrapped: ")
	if checks {
		src.WriteString("addi x27, x0, 1\njal x0, compare_steps\n")
	} else if m.Exit.kind() == HTIF {
		src.WriteString("addi x10, x0, 1\nsd x10, -4(x9)\nstay: jal x0, stay\n")
	} else {
		src.WriteString("la s0, work\njal x0, exit\n")
	}

	work := m.Base + workOffset
	parts := machine.Parts{Prelude: src.String(), Channels: m.channel(), Check: checks}
	if process {
		parts.Source = linux.Source(work, m.processMemory(), 1, nil)
	}
	text, err := machine.Assemble(t, csrs, m.Base, work, nil, parts)
	if err != nil {
		return nil, nil, err
	}
	if 8*len(steps) > footingReach || len(text.Code) > workOffset {
		panic("image: the footing is too long")
	}
	want := make([]uint64, len(steps))
	img = &Image{Name: "footing", Protocol: p, Setting: trial.Setting{Mode: "M"}, Harts: 1, Map: m, CSRs: map[uint16]string{}, Footing: true}
	if process {
		img.Setting = trial.Setting{Mode: "U", Environment: environment}
	}
	for i, s := range steps {
		want[i] = s.want
		if s.here {
			want[i] += text.Symbols[fmt.Sprintf("step%d", i)]
		}
		img.Cases = append(img.Cases, i)
		img.Code = append(img.Code, m.Base)
	}
	sum := sha256.Sum256(append([]byte("footing "+p), text.Code...))
	img.ID = binary.LittleEndian.Uint64(sum[:]) | 1
	log := m.Base + lie.log
	const size = 2 * footingReach
	img.Log = [2]uint64{log, log + size}
	if p == Console {
		img.Log[0] += size
		img.Log[1] += size
	}
	img.Sum = machine.Sum(img.ID, text.Code)
	vars := machine.Variables{
		ToHost: m.Base + htifOffset, UART: m.Console.Address, Finisher: m.Exit.Address, Out: m.calls(),
		Console: p == Console, ImageID: img.ID, Cases: uint64(len(steps)),
		Log: log + size, Limit: log + 2*size,
		Text: [2]uint64{m.Base, m.Base + uint64(len(text.Code))}, Table: [2]uint64{log, log},
	}
	if checks {
		vars.Expect, img.Verdict, img.wants = m.Base+lie.table, machine.VerdictAt(work), want
	}
	htif := make([]byte, 24)
	binary.LittleEndian.PutUint64(htif[16:], footingConstant)
	segments := []elf.Segment{
		{Name: ".text", Addr: m.Base, Data: text.Code, Flags: stdelf.PF_R | stdelf.PF_X},
		{Name: ".work", Addr: work, Data: vars.Work(work, [32]uint64{}, nil), Flags: stdelf.PF_R | stdelf.PF_W},
		{Name: ".tohost", Addr: m.Base + htifOffset, Data: htif, Flags: stdelf.PF_R | stdelf.PF_W},
		{Name: ".log", Addr: log, Size: 2 * size, Flags: stdelf.PF_R | stdelf.PF_W},
	}
	symbols := imageSymbols(text, m, log, log+size)
	if checks {
		table := machine.Table{Base: vars.Expect}
		table.Words(want...)
		segments = append(segments, elf.Segment{Name: ".table", Addr: table.Base, Data: table.Bytes(), Flags: stdelf.PF_R})
		symbols = img.checkedSymbols(text)
	}
	if process {
		segments, symbols = program(segments, m), symbols[:1]
	}
	img.ELF, err = elf.Write(text.Entry, segments, symbols)
	if err != nil {
		return nil, nil, err
	}
	sum = sha256.Sum256(img.ELF)
	img.Digest = "sha256:" + hex.EncodeToString(sum[:])
	return img, func(o []trial.Outcome) []FootingResult { return judgeFooting(t, steps, want, o, checks) }, nil
}

// footing reads the table of results that a footing leaves in memory. A step that stored nothing
// has no outcome (no step's value is 0).
func (r *Reader) footing(log []byte) error {
	for slot := range r.done {
		if len(log) < 8*slot+8 {
			break
		}
		v := binary.LittleEndian.Uint64(log[8*slot:])
		if v == 0 {
			continue
		}
		r.started, r.done[slot] = true, true
		r.count++
		err := r.yield(trial.Outcome{Case: slot, Status: trial.Finished, Trap: trial.Trap{Mode: "M"}, Changed: []trial.Change{{Loc: "x10", Value: v}}})
		if err != nil {
			return err
		}
	}
	r.ended = r.count == len(r.done)
	return nil
}

// judgeFooting says of every instruction whether all its steps gave the right value.
func judgeFooting(t *isa.Table, steps []step, want []uint64, outcomes []trial.Outcome, checked bool) []FootingResult {
	got := map[int]uint64{}
	last := -1 // the last step that reported
	for _, o := range outcomes {
		if o.Status == trial.Finished && o.Case >= 0 && o.Case < len(steps) && len(o.Changed) == 1 && o.Changed[0].Loc == "x10" {
			got[o.Case] = o.Changed[0].Value
			last = max(last, o.Case)
		}
	}
	var results []FootingResult
	at := map[string]int{}
	for i, s := range steps {
		n, ok := at[s.insn]
		if !ok {
			n = len(results)
			at[s.insn] = n
			results = append(results, FootingResult{Insn: s.insn, OK: true, Rules: rulesOf(t, s.insn)})
		}
		r := &results[n]
		v, reported := got[i]
		why := ""
		switch {
		case len(got) == 0 && !checked:
			why = "nothing was reported: the hart did not get as far as storing a single result"
		case !reported && i == last+1 && checked:
			why = fmt.Sprintf("%q does not give %#x, says the image itself", s.code, want[i])
		case !reported && i == last+1:
			why = fmt.Sprintf("%q never stored its result: the hart trapped or went astray there", s.code)
		case !reported && i > last:
			why = "not reached"
		case !reported:
			why = fmt.Sprintf("the result of %q is missing, or is 0", s.code)
		case v != want[i]:
			why = fmt.Sprintf("%q gives %#x, not %#x", s.code, v, want[i])
		}
		if why != "" && r.OK {
			r.OK, r.Why = false, why
		}
	}
	return results
}

func rulesOf(t *isa.Table, insn string) []string {
	for _, i := range t.Instructions {
		if i.Name == insn {
			var rules []string
			for _, aspect := range slices.Sorted(maps.Keys(i.Row.Rules)) {
				for _, id := range i.Row.Rules[aspect] {
					if !slices.Contains(rules, id) {
						rules = append(rules, id)
					}
				}
			}
			return rules
		}
	}
	return nil
}
