// Package reportstest makes reports for tests: realistic in kind and number of states, invented
// in every verdict.
package reportstest

import (
	"bytes"
	"fmt"
	"strings"

	"touchstone/reports"
	"touchstone/specs"
)

// rule rows: id, extension, chapter, kind, verdict and strength or reason, summary. What runs is
// "pass+" (tested), "pass" (touched), "fail+".
const rows = `
rv64i_xreg_sz      | I        | rv64         | requirement | pass+ | The integer registers are 64 bits wide
x0eq0              | I        | rv32         | requirement | pass+ | Register x0 reads as zero, whatever is written to it
addi_op            | I        | rv32         | requirement | pass+ | ADDI adds a sign-extended 12-bit immediate
addi_overflow      | I        | rv32         | requirement | pass  | ADDI drops the carry out of the top bit
lui_op             | I        | rv64         | requirement | pass+ | LUI places a 20-bit immediate, sign-extended to 64 bits
jalr_target        | I        | rv32         | requirement | pass+ | JALR clears the least significant bit of its target
taken_cti_misaligned_exc | I  | rv32         | requirement | untested: environment: needs IALIGN=32 | A taken branch to a misaligned address traps on the branch
rv32i_xreg_sz      | I        | rv32         | requirement | untested: untestable: other-XLEN | On RV32I the integer registers are 32 bits wide
fence_ordering     | I        | rv32         | requirement | untested: no scenario | FENCE orders the accesses before it and those after it
pause_latency      | I        | rv32         | requirement | untested: untestable: timing | The pause is bounded
hint_encodings     | I        | rv32         | permission  | untested: untestable: permission | Some encodings are set aside as hints
mul_op             | M        | m-st-ext     | requirement | pass+ | MUL gives the low XLEN bits of the product
mulh_op            | M        | m-st-ext     | requirement | pass+ | MULH gives the high XLEN bits of a signed product
mulhsu_op          | M        | m-st-ext     | requirement | fail+ | MULHSU multiplies a signed by an unsigned number
mulw_op            | M        | m-st-ext     | requirement | pass+ | MULW multiplies the low words and sign-extends the product
div_op             | M        | m-st-ext     | requirement | pass+ | DIV rounds towards zero
rem_op             | M        | m-st-ext     | requirement | pass+ | The sign of REM's result is the dividend's
div_by_zero        | M        | m-st-ext     | requirement | fail+ | A quotient of a division by zero has all bits set
rem_by_zero        | M        | m-st-ext     | requirement | pass+ | A remainder of a division by zero is the dividend
div_overflow       | M        | m-st-ext     | requirement | pass  | Signed overflow gives the dividend
lr_w_op            | Zalrsc   | a-st-ext     | requirement | pass+ | LR.W loads a word and registers a reservation
sc_w_op            | Zalrsc   | a-st-ext     | requirement | pass+ | SC.W writes only while the reservation holds
sc_success         | Zalrsc   | a-st-ext     | requirement | inconclusive: flaky: 2 of 5 runs alone disagree | An SC that succeeds writes zero to rd
lrsc_progress      | Zalrsc   | a-st-ext     | requirement | untested: untestable: not-observable | Constrained loops succeed in the end
amoadd_op          | Zaamo    | a-st-ext     | requirement | pass+ | AMOADD stores the sum and gives the old value
amo_misaligned     | Zaamo    | a-st-ext     | requirement | pass  | A misaligned AMO traps
caddi_op           | Zca      | c-st-ext     | requirement | pass+ | C.ADDI expands to ADDI
cillegal           | Zca      | c-st-ext     | requirement | pass+ | A parcel of sixteen zeros is an illegal instruction
csrrw_op           | Zicsr    | zicsr        | requirement | pass+ | CSRRW swaps a CSR and a register
csrrs_x0           | Zicsr    | zicsr        | requirement | pass+ | CSRRS with rs1 = x0 does not write the CSR
cycle_inc          | Zicntr   | counters     | requirement | untested: effort: runs at exhaustive only | CYCLE counts clock cycles
time_rate          | Zicntr   | counters     | requirement | untested: untestable: platform | TIME advances at a constant rate
fencei_op          | Zifencei | zifencei     | requirement | error: the harness lost the frame of image 7 | FENCE.I makes earlier stores visible to fetches
fadd_d             | D        | d-st-ext     | requirement | not-applicable: option: the ICS does not claim it | FADD.D adds two doubles
`

// Sample is a non-conforming report in which every state of a rule occurs.
func Sample() *reports.Report {
	r := blank()
	v := &r.Verdicts
	for i, line := range strings.Split(strings.TrimSpace(rows), "\n") {
		f := strings.SplitN(line, "|", 6)
		for j := range f {
			f[j] = strings.TrimSpace(f[j])
		}
		rule := reports.RuleVerdict{ID: f[0], Extension: f[1], Chapter: f[2], Kind: f[3], Level: "must",
			Summary: f[5], Source: fmt.Sprintf("unpriv/%s.adoc:%d", f[2], 40+7*i)}
		verdict, reason, _ := strings.Cut(f[4], ": ")
		verdict, strong := strings.CutSuffix(verdict, "+")
		rule.Verdict, rule.Reason = reports.Verdict(verdict), reason
		switch rule.Verdict {
		case reports.Pass, reports.Fail:
			rule.Strength = reports.Touched
			rule.Passed = 200 + 13*i
			if strong {
				rule.Strength = reports.Tested
				rule.Killed = []string{"mutant:" + f[0] + ":operand-swapped", "mutant:" + f[0] + ":result-bit-63"}
			}
			if rule.Verdict == reports.Fail {
				rule.Failed = 24
			}
		case reports.Inconclusive, reports.Error:
			rule.Passed = 12
		}
		v.Rules = append(v.Rules, rule)
	}
	scenarios(v)
	r.Evidence = evidence()
	r.Findings, r.Unseen = findings(r.Evidence), unseen()
	r.Run.Flaky = []reports.Flaky{
		{Case: "riscv/zalrsc/a-st-ext.feature:208/4", Runs: map[string]int{"pass": 3, "fail": 2}},
		{Case: "riscv/zalrsc/a-st-ext.feature:208/9", Runs: map[string]int{"pass": 4, "hang": 1}},
	}
	extensions(v)
	finish(r)
	return r
}

// findings are two faults: one that somebody examined, one that nobody did.
func findings(e []reports.Evidence) []reports.Finding {
	first, second := e[0], e[1]
	second.Alike = 6
	return []reports.Finding{
		{
			Title: specs.Words{En: "MULHSU takes its second operand as signed", Zh: "MULHSU 将第二操作数按有符号数处理"},
			Rules: []reports.FindingRule{{ID: "mulhsu_op", Source: "unpriv/m-st-ext.adoc:131"}, {ID: "mul_narrow", Source: "unpriv/m-st-ext.adoc:60"}},
			Ends:  reports.EndsNormally, Cases: 24, Scenarios: 1, Environments: []string{"machine"}, Select: first.Scenario, Evidence: first,
			Analysis: &reports.Analysis{
				Verdict: "implementation", Clause: "unpriv/m-st-ext.adoc:28", Versions: ">=2 <3", Seen: []string{"r2p0", "r1p4"},
				Text: specs.Words{
					En: "The multiplier's second sign input is tied to that of MULH. Every product with a second operand of 2^63 or more is too small by the first operand.",
					Zh: "乘法器的第二个符号输入与 MULH 共用；第二操作数不小于 2^63 时，乘积的高位比正确值小一个第一操作数。",
				},
			},
		},
		{
			Title: specs.Words{En: "A quotient of a division by zero has all bits set"},
			Rules: []reports.FindingRule{{ID: "div_by_zero", Source: "unpriv/m-st-ext.adoc:159"}},
			Ends:  reports.EndsNormally, Cases: 7, Scenarios: 1, Environments: []string{"machine"}, Select: second.Scenario, Evidence: second,
		},
	}
}

func unseen() []reports.Unseen {
	return []reports.Unseen{{
		Title: specs.Words{En: "REM of the most negative number traps", Zh: "对最小负数执行 REM 会陷入"},
		Rules: []string{"rem_op"}, Seen: []string{"r1p4"},
	}}
}

// Conforming is Sample with everything that stands against it mended.
func Conforming() *reports.Report {
	r := Sample()
	r.Implementation.Name, r.Implementation.Version = "rv64", "1.0.0"
	r.Evidence, r.Findings, r.Unseen = nil, nil, nil
	r.Run.Flaky = nil
	v := &r.Verdicts
	for i := range v.Rules {
		rule := &v.Rules[i]
		switch {
		case rule.Verdict == reports.Fail, rule.Verdict == reports.Error, rule.Verdict == reports.Inconclusive,
			reports.Class(rule.Reason) == reports.ReasonEffort:
			rule.Verdict, rule.Reason, rule.Strength = reports.Pass, "", reports.Tested
			rule.Passed, rule.Failed = rule.Passed+rule.Failed+1, 0
		}
	}
	for i := range v.Scenarios {
		s := &v.Scenarios[i]
		if s.Verdict == reports.NotApplicable || reports.Class(s.Reason) == reports.ReasonEnvironment {
			continue
		}
		s.Verdict, s.Reason = reports.Pass, ""
		s.Passed, s.Failed = s.Passed+s.Failed+1, 0
		for j := range s.Steps {
			if s.Steps[j].Verdict != "" {
				s.Steps[j].Verdict = reports.Pass
			}
		}
	}
	v.Extensions = nil
	extensions(v)
	finish(r)
	return r
}

func blank() *reports.Report {
	return &reports.Report{
		Suite: reports.Suite{Name: "touchstone", Version: "0.1.0", Pack: "riscv", PackVersion: "2026.1",
			PackSource: "riscv-isa-manual 20260120", Spec: digest("spec"), Features: digest("features"),
			Plan: digest("plan"), Images: digest("images"), Runner: digest("runner")},
		Implementation: reports.Implementation{Name: "Example Core X1", Version: "r2p0", Vendor: "Example Silicon",
			Adapter: "process", Command: []string{"x1-sim", "--isa=rv64imac", "{elf}"}, Digest: digest("iut")},
		ICS: specs.ICS{Profile: "RVI20U64", Extensions: []string{"M", "A", "C", "Zicsr", "Zicntr", "Zifencei"},
			Modes: []string{"M", "U"}, Harts: 1, Parameters: map[string]any{"MISALIGNED_LDST_HW_SUPPORT": true}},
		Run: reports.Run{Started: "2026-05-04T09:30:00Z", Finished: "2026-05-04T09:30:08Z", Host: "linux/amd64", Jobs: 2,
			Retries: []string{"image 7: the simulator ended after case 112; the rest was run again"}},
		Verdicts: reports.Verdicts{Profile: "RVI20U64", Environments: []string{"machine"}, Effort: "standard", Seed: "1",
			Counts: reports.Counts{Cases: 21480, Vectors: 20712, Checks: 88431, Instructions: map[string]int{
				"mul": 512, "mulh": 512, "mulhsu": 512, "div": 640, "addi": 384, "lui": 96}},
			Waivers: []reports.Waiver{{Rule: "div_by_zero", Owner: "core team", Reason: "erratum 12, mended in r2p1", Expires: "2026-12-31"}},
			Sensitivity: &reports.Sensitivity{Suite: digest("suite"), Defects: reports.Kills{Killed: 41, Total: 41},
				Mutants: reports.Kills{Killed: 1187, Total: 1203}, Variants: reports.Kills{Killed: 23, Total: 23},
				Extensions: map[string]reports.Kills{"I": {Killed: 602, Total: 610}, "M": {Killed: 264, Total: 266},
					"Zaamo": {Killed: 148, Total: 150}, "Zalrsc": {Killed: 70, Total: 74}, "Zca": {Killed: 103, Total: 103}}}},
	}
}

// scenarios gives every rule that ran one scenario, and the two failing ones a second.
func scenarios(v *reports.Verdicts) {
	for i := range v.Rules {
		rule := &v.Rules[i]
		if rule.Untestable() != "" || reports.Class(rule.Reason) == reports.ReasonNoScenario {
			continue
		}
		add := func(n int, name string, verdict reports.Verdict, failed int) {
			s := reports.ScenarioVerdict{
				ID:      fmt.Sprintf("riscv/%s/%s.feature:%d", strings.ToLower(rule.Extension), rule.Chapter, 10+9*i+n),
				Feature: titles[rule.Extension], Name: name, Rules: []string{rule.ID}, Verdict: verdict, Reason: rule.Reason,
				Tags: []string{"@ext:" + rule.Extension, "@rule:" + rule.ID},
			}
			rule.Scenarios = append(rule.Scenarios, s.ID)
			if verdict == reports.Untested || verdict == reports.NotApplicable {
				v.Scenarios = append(v.Scenarios, s)
				return
			}
			s.Cases, s.Passed, s.Failed = 64, max(rule.Passed/(n+1), 1), failed
			s.Steps = []reports.Step{
				{Text: "Given a0 = 0x8000000000000000 and a1 = 0"},
				{Text: "When the hart executes the instruction over its edge values"},
				{Text: "Then every outcome is one the specification allows", Verdict: verdict},
				{Text: "And the choice of registers makes no difference", Verdict: reports.Pass},
			}
			s.Root = reports.MerkleRoot(lines(s.ID))
			v.Scenarios = append(v.Scenarios, s)
		}
		add(0, rule.Summary, rule.Verdict, rule.Failed)
		if rule.Verdict == reports.Fail {
			add(1, rule.Summary+", with registers that coincide", reports.Pass, 0)
		}
	}
}

var titles = map[string]string{
	"I": "Base integer instructions", "M": "Integer multiplication and division", "Zalrsc": "Load-reserved and store-conditional",
	"Zaamo": "Atomic memory operations", "Zca": "Compressed instructions", "Zicsr": "Control and status registers",
	"Zicntr": "Counters", "Zifencei": "Instruction-fetch fence", "D": "Double precision",
}

func evidence() []reports.Evidence {
	return []reports.Evidence{
		{Rules: []string{"mulhsu_op"}, Scenario: "riscv/m/m-st-ext.feature:127", Case: "riscv/m/m-st-ext.feature:127/17",
			Check:    "Then every outcome is one the specification allows",
			Code:     []string{"80001000  02b52633  mulhsu a2, a0, a1", "80001004  00000073  ecall"},
			Before:   []string{"a0 = 0xffffffffffffffff", "a1 = 0xffffffffffffffff"},
			Allowed:  []string{"a2 = 0xffffffffffffffff (mulhsu_op)"},
			Observed: []string{"a2 = 0xfffffffffffffffe"},
			Why:      "a2 differs: the second operand was taken as signed.", Alike: 23,
			Reproduce: []string{
				"Scenario: mulhsu_op", "  Given the hart runs in user mode", "  And a0 = 0xffffffffffffffff", "  And a1 = 0x1",
				"  When the hart executes", `    """`, "    mulhsu a2, a0, a1", `    """`, "  Then every outcome is one the specification allows",
			}},
		{Rules: []string{"div_by_zero"}, Scenario: "riscv/m/m-st-ext.feature:163", Case: "riscv/m/m-st-ext.feature:163/3",
			Check:    "Then a2 = 0xffffffffffffffff",
			Code:     []string{"80001000  02b54633  div a2, a0, a1", "80001004  00000073  ecall"},
			Before:   []string{"a0 = 0x7", "a1 = 0x0"},
			Allowed:  []string{"a2 = 0xffffffffffffffff (div_by_zero)"},
			Observed: []string{"a2 = 0x0"},
			Why:      "a2 is 0 where all bits must be set.", Alike: 0},
		{Rules: []string{"div_by_zero"}, Scenario: "riscv/m/m-st-ext.feature:163", Case: "riscv/m/m-st-ext.feature:163/9",
			Check:    "Then no trap is taken",
			Code:     []string{"80001000  02b55633  divu a2, a0, a1"},
			Before:   []string{"a0 = 0x8000000000000000", "a1 = 0x0"},
			Allowed:  []string{"no trap"},
			Observed: []string{"trap: illegal instruction, mepc = 0x80001000, mtval = 0x02b55633"},
			Why:      "A division by zero never traps.", Alike: 5},
	}
}

func extensions(v *reports.Verdicts) {
	for _, x := range []struct{ name, version, status string }{
		{"I", "2.1", "base"}, {"M", "2.0", "optional"}, {"Zaamo", "1.0", "optional"}, {"Zalrsc", "1.0", "optional"},
		{"Zca", "1.0", "optional"}, {"Zicsr", "2.0", "optional"}, {"Zicntr", "2.0", "optional"}, {"Zifencei", "2.0", "optional"}, {"D", "2.2", "optional"},
	} {
		e := reports.ExtensionVerdict{Name: x.name, Version: x.version, Status: x.status, Claimed: x.name != "D"}
		var all []reports.Verdict
		for i := range v.Rules {
			rule := &v.Rules[i]
			if rule.Extension != x.name || rule.Kind != string(specs.Requirement) {
				continue
			}
			e.Total++
			switch rule.Verdict {
			case reports.Pass:
				e.Passed++
			case reports.Fail:
				e.Failed++
			case reports.Untested:
				continue
			}
			all = append(all, rule.Verdict)
		}
		e.Verdict = reports.Merge(all...)
		switch e.Verdict {
		case reports.Untested:
			e.Reason = "none of its rules was tested"
		case reports.NotApplicable:
			e.Reason = reports.Because(reports.ReasonOption, "the ICS does not claim it")
		}
		v.Extensions = append(v.Extensions, e)
	}
}

// Outcomes is a sidecar that belongs to the report: four outcomes a scenario that ran.
func Outcomes(r *reports.Report) []byte {
	var b bytes.Buffer
	for i := range r.Verdicts.Scenarios {
		if s := &r.Verdicts.Scenarios[i]; s.Root != "" {
			for _, line := range lines(s.ID) {
				b.Write(line)
				b.WriteByte('\n')
			}
		}
	}
	return b.Bytes()
}

func lines(scenario string) [][]byte {
	var out [][]byte
	for n := range 4 {
		o := reports.Outcome{Case: fmt.Sprintf("%s/%d", scenario, n), Status: "finished",
			Changed: [][2]string{{"x12", reports.Hex(uint64(n) << 60)}},
			Trap:    &reports.Trap{Cause: "0x8", Mode: "U", PC: "0x80001004", Tval: "0x0"}}
		out = append(out, o.Append(nil))
	}
	return out
}

func finish(r *reports.Report) {
	r.Suite.Outcomes = reports.Digest(Outcomes(r))
	if err := r.Seal(); err != nil {
		panic(err) // our own data
	}
}

func digest(of string) string { return reports.Digest([]byte(of)) }
