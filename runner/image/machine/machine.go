// Package machine is the runtime of the machine environment: the program that an image carries to
// run its cases on a bare hart. runtime.S is its text, assembled by our own assembler; [Variables]
// and [Table] write the data that it reads. It decides nothing: where things lie is package
// image's business.
//
// Questions and answers.
//
// Why does a case end in a trap? So that an ordinary end and a surprise take the same path, and
// both modes do: the environment call at an exit, or whatever trap came first.
//
// How does it print and end? channel.go has the ways: HTIF, semihosting, two kinds of UART, a
// finisher. Instructions that these need beyond Subset are not tested by image 0.
//
// Why does mscratch hold 0 while a case runs, and not the address of the work area? The handler
// finds that address relative to its own code, so a case that ruins mscratch cannot send it
// astray; and since 0 can be tested without a second register, the handler still notices.
//
// Why is code compared after every case? A case may overwrite its own stub, purposely or not. The
// difference is reported like any other change of memory, and the next case finds the stub whole.
//
// How do two harts run together? The images of such cases begin with harts.S, which says how; in all
// others the secondary harts sleep.
//
// What if a wild store hits the runtime's own memory? Each row has a sum that is checked before
// the row is believed, each record has one, text and tables have one that the last record carries,
// and guards on both sides of the data area are compared after every case.
package machine

import (
	_ "embed"
	"encoding/binary"
	"fmt"
	"maps"
	"strings"

	"touchstone/specs"
	"touchstone/specs/isa"
	"touchstone/specs/isa/asm"
)

//go:embed runtime.S
var runtimeText string

// Subset is every instruction that the runtime executes (fence.i only after a case changed code,
// and there it may trap). Image 0 tests each of them first; a test holds the runtime to the list.
func Subset() []string {
	return []string{
		"auipc", "lui", "addi", "andi", "slli", "srli",
		"add", "sub", "and", "or",
		"ld", "sd",
		"beq", "bne", "bltu", "jal", "jalr",
		"csrrw", "csrrs", "mret", "wfi", "fence.i",
	}
}

// The work area's layout: offsets from its start. Everything that an instruction names directly
// is below 2048.
const (
	atSave     = 0   // x0…x31 after the case
	atFrame    = 256 // x0…x31 before the case
	atVars     = 512
	atBefore   = 1024 // observed CSRs before the case: value, and 1 if reading it trapped
	atExpected = 2048 // the data area as it should be, guards included
	atHomes    = 4096 // as atBefore, for every CSR that some case of the image names

	// WorkSize is the size of the work area in bytes.
	WorkSize = 0x4000
	// MaxObserved is how many CSRs one case may preset and observe together.
	MaxObserved = (atExpected - atBefore) / 16
	// MaxCSRs is how many different ones the cases of an image may name.
	MaxCSRs = (WorkSize - atHomes) / 16
)

// names of the variables, in order from atVars, a doubleword each.
var names = [...]string{
	"TOHOST", "PUTCHAR", "CONSOLE", "IMAGE", "CASES", "SLOT", "ROW", "LOG", "LIMIT", "RECORD",
	"MSTATUS", "KEEP", "HANDLER", "SETTING", "SETTING_END", "HOMES", "HOMES_END", "HOME_VALUES",
	"PRISTINE_X", "ACTUAL", "ACTUAL_END", "EXPECTED", "PRISTINE", "TEXT", "TEXT_END", "TABLE", "TABLE_END",
	"ODD", "NOCOUNTEREN", "RA", "L_MTVEC", "L_MIE", "L_MCOUNTEREN", "L_MSCRATCH",
	"WATCH", "", "", "", // mtvec, mie, mscratch, mcounteren before the case
	"TOGETHER",
	"STATE_IN", "STATE_OUT", "STATE_RA", "PART_RA", "FS_WANTED", "VS_WANTED", "FS_BEFORE", "VS_BEFORE",
	"FCSR_BEFORE", "PRISTINE_F", "VLENB", "V_WORDS", "V_EIGHT",
	"VL_BEFORE", "VTYPE_BEFORE", "VSTART_BEFORE", "VCSR_BEFORE",
	"UART", "FINISHER", "OUT", "OUT_WORD", "OUT_COUNT", // of channels other than HTIF: channel.go
	"EXPECT", "SUM", "VERDICT", // of self-checking images: check.S
}

// Offsets within a row.
const (
	rowSum    = 0  // Sum(image id, everything that follows)
	rowSize   = 8  // in bytes, all of it
	rowStub   = 16 // address of the stub's description
	rowX      = 24 // number of register presets
	rowMem    = 32 // number of data presets
	rowCSR    = 40 // number of CSR entries
	rowCSRs   = 48 // their address
	rowFloat  = 56 // address of what it says of floating-point state, see state.S
	rowVector = 64 // and of vector state, see vector.S
	rowPairs  = 72
)

func symbols(work uint64, vlen int) map[string]uint64 {
	s := map[string]uint64{
		"work": work, "OUT_SIZE": OutSize, "SAVE": atSave, "FRAME": atFrame, "BEFORE": atBefore,
		"K_START": 1, "K_BEGIN": 2, "K_RESULT": 3, "K_END": 4, "K_FULL": 5, "K_CLOBBER": 6,
		"ROW_SIZE": rowSize, "ROW_STUB": rowStub, "ROW_X": rowX, "ROW_MEM": rowMem,
		"ROW_CSR": rowCSR, "ROW_CSRS": rowCSRs, "ROW_FLOAT": rowFloat, "ROW_VECTOR": rowVector, "ROW_PAIRS": rowPairs,
	}
	for i, n := range names {
		if n != "" {
			s[n] = uint64(atVars + 8*i)
		}
	}
	hartsSymbols(s, work+HartsOffset)
	stateSymbols(s, work+StateOffset, vlen)
	return s
}

// Text is the runtime, assembled: code at a base address, and accessors for CSRs after it.
type Text struct {
	Base    uint64
	Code    []byte
	Entry   uint64
	Scratch uint64 // the handler when mscratch is the runtime's
	X31     uint64 // the handler when x31 is
	// Together is where a case of several harts goes on; 0 without [Harts] for a prelude.
	Together uint64
	// StateIn and StateOut make and compare floating-point and vector state; 0 without Parts.Float.
	StateIn, StateOut uint64
	Symbols           map[string]uint64
	read              map[uint16]uint64
}

// Parts says what the runtime has beyond runtime.S.
type Parts struct {
	// Prelude stands before it, at the base itself; where it has a label "prelude", the hart starts
	// there. [Harts] is one.
	Prelude string
	Channels
	Float  bool // state.S, for floating-point state
	VLEN   int  // vector.S, for vector registers of so many bits; it needs Float
	Check  bool // check.S: compare instead of report
	Source *Source
}

// Source is the text of another environment's runtime, which stands in place of runtime.S and state.S
// and is made of their parts and its own.
type Source struct {
	Runtime, State string
	Symbols        map[string]uint64
}

// PartMark begins a line that names a part of runtime.S, state.S or harts.S.
const PartMark = "#@ "

// Part is a part of runtime.S, state.S or harts.S, by its name. Without one of the name the text is
// broken.
func Part(name string) string {
	for _, text := range []string{runtimeText, stateText, hartsText} {
		_, part, ok := strings.Cut(text, PartMark+name+"\n")
		if ok {
			part, _, _ = strings.Cut(part, PartMark)
			return part
		}
	}
	panic("machine: the runtime has no part " + name)
}

// FrameOffset is where the work area has the registers before a case, a doubleword each.
const FrameOffset = atFrame

// Assemble assembles the runtime for a base address and a work area, with accessors for the given
// CSRs (by address).
func Assemble(t *isa.Table, csrs []specs.CSR, base, work uint64, access []uint16, parts Parts) (*Text, error) {
	if err := parts.check(); err != nil {
		return nil, err
	}
	src := parts.Prelude + parts.runtime() + parts.state() + "\n        .align  4\naccessors:\n"
	for _, n := range access {
		// 16 bytes each: read, then write.
		src += fmt.Sprintf("csrrs a0, %#x, x0\njalr x0, 0(ra)\ncsrrw x0, %#x, a0\njalr x0, 0(ra)\n", n, n)
	}
	names := symbols(work, parts.VLEN)
	if parts.Source != nil {
		maps.Copy(names, parts.Source.Symbols)
	}
	p, err := asm.Assemble(t, csrs, "runtime.S", src, asm.Options{Base: base, Symbols: names})
	if err != nil {
		return nil, fmt.Errorf("the runtime does not assemble with this table: %w", err)
	}
	text := &Text{
		Base: base, Code: p.Bytes(), Entry: p.Symbols["_start"], Scratch: p.Symbols["trap_mscratch"], X31: p.Symbols["trap_x31"],
		Together: p.Symbols["together"], StateIn: p.Symbols["state_in"], StateOut: p.Symbols["state_out"], Symbols: p.Symbols, read: map[uint16]uint64{},
	}
	if at, ok := p.Symbols["prelude"]; ok {
		text.Entry = at
	}
	for len(text.Code)%8 != 0 {
		text.Code = append(text.Code, 0)
	}
	for i, n := range access {
		text.read[n] = p.Symbols["accessors"] + uint64(16*i)
	}
	return text, nil
}

// Read is the address of the accessor that reads a CSR into a0.
func (t *Text) Read(csr uint16) uint64 { return t.read[csr] }

// Write is the address of the one that writes it from a0; 0 when the CSR's address says read-only.
func (t *Text) Write(csr uint16) uint64 {
	if csr>>10 == 3 {
		return 0
	}
	return t.read[csr] + 8
}

// Location codes of records: x registers by number, CSRs and what they held before the case by
// offset, everything from LocMemory up is the address of a doubleword.
const (
	LocCSR    = 0x1000
	LocBefore = 0x2000 // LocCSR + 0x1000: runtime.S adds lui 1
	LocMemory = 0x10000
)

// Variables are what the runtime starts from.
type Variables struct {
	ToHost     uint64
	Console    bool
	ImageID    uint64
	Cases      uint64
	Rows       uint64 // address of the first
	Log, Limit uint64 // first word, and beyond which no further case begins
	User       bool   // cases run in user mode
	Status     uint64 // further mstatus bits of the setting
	Handler    uint64
	Together   uint64    // Text.Together in images for several harts
	State      [2]uint64 // Text.StateIn, Text.StateOut
	PristineF  uint64    // f0 to f31 before a case without presets
	VLEN       int
	UART       uint64 // addresses of devices; 0: HTIF, or none
	Finisher   uint64
	Out        bool      // a buffer for semihosting
	Setting    [2]uint64 // CSR writes: accessor, value
	Homes      [2]uint64 // CSRs to restore: read accessor, write accessor or 0
	PristineX  uint64
	Data       [2]uint64 // guards included
	Pristine   uint64
	Text       [2]uint64
	Table      [2]uint64
	Expect     uint64 // of a self-checking image: what its cases may sum up to
	Sum        uint64 // over text and tables
}

// Work is the initial work area at address work: variables, registers and data as they are before
// a case without presets. data has the length of the data area with its guards.
func (v Variables) Work(work uint64, x [32]uint64, data []byte) []byte {
	b := make([]byte, WorkSize)
	put := func(name string, val uint64) {
		for i, n := range names {
			if n == name {
				binary.LittleEndian.PutUint64(b[atVars+8*i:], val)
				return
			}
		}
		panic("machine: no variable " + name)
	}
	const mpp, uxl, sxl = 3 << 11, 3 << 32, 3 << 34
	status := v.Status &^ (mpp | 1<<7 | 1<<3) // MPIE, MIE: interrupts stay off
	if !v.User {
		status |= mpp
	}
	put("TOHOST", v.ToHost)
	put("PUTCHAR", 0x0101<<48)
	if v.Console {
		put("CONSOLE", 1)
	}
	put("IMAGE", v.ImageID)
	put("CASES", v.Cases)
	put("ROW", v.Rows)
	put("LOG", v.Log)
	put("LIMIT", v.Limit)
	put("MSTATUS", status)
	put("KEEP", uxl|sxl)
	put("HANDLER", v.Handler)
	put("TOGETHER", v.Together)
	put("STATE_IN", v.State[0])
	put("STATE_OUT", v.State[1])
	put("PRISTINE_F", v.PristineF)
	put("FS_WANTED", v.Status>>13&3)
	put("VS_WANTED", v.Status>>9&3)
	put("VLENB", uint64(v.VLEN/8))
	put("V_EIGHT", uint64(v.VLEN))
	put("V_WORDS", uint64(v.VLEN/2))
	put("SETTING", v.Setting[0])
	put("SETTING_END", v.Setting[1])
	put("HOMES", v.Homes[0])
	put("HOMES_END", v.Homes[1])
	put("HOME_VALUES", work+atHomes)
	put("PRISTINE_X", v.PristineX)
	put("ACTUAL", v.Data[0])
	put("ACTUAL_END", v.Data[1])
	put("EXPECTED", work+atExpected)
	put("PRISTINE", v.Pristine)
	put("TEXT", v.Text[0])
	put("TEXT_END", v.Text[1])
	put("TABLE", v.Table[0])
	put("TABLE_END", v.Table[1])
	put("UART", v.UART)
	put("FINISHER", v.Finisher)
	if v.Out {
		put("OUT", work+atOut)
	}
	put("EXPECT", v.Expect)
	put("SUM", v.Sum)
	put("L_MTVEC", LocCSR+0x305)
	put("L_MIE", LocCSR+0x304)
	put("L_MCOUNTEREN", LocCSR+0x306)
	put("L_MSCRATCH", LocCSR+0x340)
	for i, val := range x {
		binary.LittleEndian.PutUint64(b[atFrame+8*i:], val)
	}
	copy(b[atExpected:], data)
	return b
}
