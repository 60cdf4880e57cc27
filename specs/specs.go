// Package specs is the ground floor: a standard as data. A [Pack] holds one standard's rules,
// extensions and profiles and, for an instruction set, the rows that say how each instruction
// looks and what it does. People edit YAML below specs/<pack>/; [Load] compiles it, and what is
// embedded, hashed and opened at start is the canonical JSON that `go generate ./specs` writes.
//
// # The files of a pack
//
// Every kind of file has a JSON Schema in specs/schema. Keys are names; an unknown key is an error.
//
//	pack.yaml          title: RISC-V …
//	                   version: "…"             source: the edition the catalogue was read from
//	                   default_profile: RVI20U64
//	extensions.yaml    M: {folder: m, version: "2.0", title: …, implies: [Zmmul]}
//	                   Sdext: {}                named by a profile, nothing of it is here yet
//	profiles/*.yaml    RVI20U64: {base: I, xlen: 64, mandatory: [], optional: {options: [M, A]}}
//	operands.yaml      rd: {bits: "11:7", kind: x}
//	                   target: {bits: "31 7 30:25 11:8", kind: target, shift: 1}
//	semantics/*.star   what the rows' `does` share
//	csrs.yaml          fflags: {address: 0x001}   registers that are only named
//	interpretations.yaml   what the suite makes of a text with several readings: [Interpretation]
//
// a pack whose kind is exchange, which judges what libraries and services answer, has instead of
// operands, registers and instructions
//
//	operations.yaml    decode: {summary: …, arguments: {bytes: "hex"}, answer: {text: …, refused: …}}
//	tables/*.tsv       a header line, then a line a row, cells with tabs between them; # begins a comment
//	semantics/*.star   functions that make cases and judge answers: package exchange
//
// and in the folder of an extension
//
//	insts.yaml         mulh:
//	                     match: "0000001----------001-----0110011"
//	                     asm: rd, rs1, rs2
//	                     does: X[rd] = s(X[rs1]) * s(X[rs2]) >> 64
//	                     rules: {encoding: [mulh_enc], result: [mulh_op]}
//	csrs.yaml          mscratch: {address: 0x340, fields: {VALUE: {bits: "63:0", legal: written}}}
//	rules.yaml         mulh_op: {chapter: m-st-ext, kind: requirement, level: must, source: …,
//	                     line: 23, sha256: …, summary: …}
//	                   two_bytes: {…, unverified: true}   of a clause that nobody has read in the standard's own text
//
// # The compiled form
//
// specs/compiled/<pack>/ holds instructions.json, csrs.json, rules.json and pack.json, each in the
// canonical form of RFC 8785. pack.json carries the digests of the others, so that its own digest,
// [Pack.Digest], stands for the whole pack even when a command opens some parts only ([Embedded]).
// A pack of kind exchange has exchange.json in the place of instructions.json and csrs.json.
// Loading the YAML gives the same bytes: positions in it are kept as file and line. interpretations.json
// lies beside them under a digest of its own, since it explains verdicts and makes none.
package specs

// Pos is where a fact was written: "riscv/m/insts.yaml", line 12. It survives compilation.
type Pos struct {
	File string `json:"file"`
	Line int    `json:"line"`
}

// Pack is one standard, compiled. Slices are sorted as the files give them, extension by extension.
type Pack struct {
	Name           string              `json:"name"`          // folder name: "riscv"
	Kind           PackKind            `json:"kind,omitzero"` // of what is judged; "": an instruction set
	Title          string              `json:"title"`         // for people
	Version        string              `json:"version"`
	Source         string              `json:"source"`                   // the edition of the standard that the catalogue was read from
	Chapters       []string            `json:"chapters,omitempty"`       // catalogued whole: a rule that is new in one of them is missing here
	DefaultProfile string              `json:"default_profile,omitzero"` // what the embedded implementation claims
	DefaultICS     *ICS                `json:"default_ics,omitzero"`     // its whole statement (pack.yaml: embedded_ics)
	Claims         map[string][]string `json:"claims,omitempty"`         // extensions that the embedded implementation claims with another profile, by its name (pack.yaml: embedded_claims)
	Extensions     []Extension         `json:"extensions"`
	Profiles       []Profile           `json:"profiles"`
	Operands       []Operand           `json:"operands,omitempty"`
	Instructions   []Row               `json:"instructions,omitempty"`
	CSRs           []CSR               `json:"csrs,omitempty"`
	Rules          []Rule              `json:"rules"`
	Semantics      []Source            `json:"semantics,omitempty"`
	Operations     []Operation         `json:"operations,omitempty"` // of kind exchange
	Tables         []Table             `json:"tables,omitempty"`     // likewise

	Interpretations []Interpretation `json:"interpretations,omitempty"` // sorted as written; no part of the digest

	digest                string
	interpretationsDigest string
}

// PackKind says what a pack judges.
type PackKind string

// Exchange is the kind of packs whose implementations exchange messages: libraries behind stdio, services
// behind HTTP. What has no kind are instruction sets.
const Exchange PackKind = "exchange"

// Exchanges says whether implementations are asked and answer, rather than execute.
func (p *Pack) Exchanges() bool { return p.Kind == Exchange }

// Digest is "sha256:…" over the canonical JSON: the specification digest of reports.
func (p *Pack) Digest() string { return p.digest }

// Extension is a unit that a profile mandates and an ICS claims: "M", "Zicsr", "Sv39".
type Extension struct {
	Name     string   `json:"name"`
	Version  string   `json:"version,omitzero"`
	Title    string   `json:"title,omitzero"`
	Implies  []string `json:"implies,omitempty"` // claiming this claims those: A implies Zaamo, Zalrsc; C implies "Zcd if D"
	InPack   bool     `json:"in_pack,omitzero"`  // false: named by a profile, nothing of it is in the pack yet, so it shows as untested
	Position Pos      `json:"pos"`
}

// Profile is a claim that a vendor makes by name.
type Profile struct {
	Name      string              `json:"name"`
	Base      string              `json:"base"` // the base instruction set, an extension name: "I"
	XLEN      int                 `json:"xlen"`
	Mandatory []string            `json:"mandatory"`
	Optional  map[string][]string `json:"optional,omitempty"` // by the profile's own classes: localized, development, …
	Position  Pos                 `json:"pos"`
}

// Kind says what a rule is; only requirements get verdicts.
type Kind string

const (
	Requirement Kind = "requirement"
	Permission  Kind = "permission"
	Parameter   Kind = "parameter"
	Definition  Kind = "definition"
)

// Untestable is the closed list of reasons why no scenario could ever observe a rule.
type Untestable string

const (
	OtherXLEN     Untestable = "other-XLEN"
	IsDefinition  Untestable = "definition"
	IsPermission  Untestable = "permission"
	Timing        Untestable = "timing"
	Platform      Untestable = "platform"
	NotObservable Untestable = "not-observable"
)

// Rule is one normative rule of the standard under its official id. The official text is not
// repeated, only its digest, so that `spec drift` sees when it changes.
type Rule struct {
	ID         string     `json:"id"`
	Extension  string     `json:"extension"`
	Chapter    string     `json:"chapter"` // "m-st-ext"
	Kind       Kind       `json:"kind"`
	Level      string     `json:"level"`                // must, should, may
	When       string     `json:"when,omitzero"`        // condition over the ICS under which it applies: "C", "not Zca", "U and Zicntr"; empty: whenever the extension is claimed
	Source     string     `json:"source"`               // "unpriv/m-st-ext.adoc"
	Line       int        `json:"line,omitzero"`        // in Source
	Anchors    []string   `json:"anchors,omitempty"`    // the manual's anchor names: aliases of ID
	TextSHA256 string     `json:"text_sha256,omitzero"` // of the official text; "": not read, see Unverified
	Summary    string     `json:"summary"`              // our own one line
	Untestable Untestable `json:"untestable,omitzero"`
	Unverified bool       `json:"unverified,omitzero"` // the clause was not read in the standard's own text
	Position   Pos        `json:"pos"`
}

// Operand is a field of encodings, see operands.yaml.
type Operand struct {
	Name     string  `json:"name"`
	Bits     string  `json:"bits"` // "31 7 30:25 11:8": pieces from the value's most significant bit down
	Shift    int     `json:"shift,omitzero"`
	Bias     int     `json:"bias,omitzero"` // added to the value
	Kind     string  `json:"kind"`          // x x8 signed unsigned upper target csr order bit f f8 v vm rm vtype ordinal
	Not      []int64 `json:"not,omitempty"` // values (before the shift) that make the encoding another row's, or reserved
	Position Pos     `json:"pos"`
}

// Row is one instruction: one row, many uses (DESIGN section 4).
type Row struct {
	Name      string              `json:"name"` // "mulh", "c.addi16sp"
	Extension string              `json:"extension"`
	Also      []string            `json:"also,omitempty"`     // other extensions that have it as well: Zbkb has Zbb's andn
	When      string              `json:"when,omitzero"`      // condition over the selected extensions: fli.h is there with "Zfh or Zvfh"
	Match     string              `json:"match"`              // 16 or 32 of 0, 1, -; most significant bit first
	Asm       string              `json:"asm,omitzero"`       // "rd, imm(rs1)"; a leading ".aq.rl" names suffix operands
	Fields    []string            `json:"fields,omitempty"`   // operands encoded but not written: reserved fields that the instruction ignores
	Does      string              `json:"does,omitzero"`      // Starlark
	DoesLine  int                 `json:"does_line,omitzero"` // line of Position.File where Does begins
	Expands   string              `json:"expands,omitzero"`   // "addi crd, crd, imm6": no semantics of its own
	Rules     map[string][]string `json:"rules,omitempty"`    // aspect -> rule ids: encoding, result, address, target, overflow, unused
	Position  Pos                 `json:"pos"`
}

// CSR is a control and status register: a row too.
type CSR struct {
	Name      string              `json:"name"`
	Extension string              `json:"extension"`
	Address   int                 `json:"address"`
	Fields    []Field             `json:"fields,omitempty"`  // none: named for the assembler only
	Guard     string              `json:"guard,omitzero"`    // Starlark: what software's access asks for first
	Wrote     string              `json:"wrote,omitzero"`    // Starlark over old and written: what software's write does besides
	Volatile  string              `json:"volatile,omitzero"` // rule id that lets it change by itself: counters
	Rules     map[string][]string `json:"rules,omitempty"`
	Position  Pos                 `json:"pos"`
}

// Field is a field of a CSR. Legal is a Starlark expression over old, written and ics that gives
// the value, or the set of values, that a read after the write may return; empty: the field is
// read-only.
type Field struct {
	Name  string `json:"name"`
	Bits  string `json:"bits"` // "63:0"
	Legal string `json:"legal,omitzero"`
	Of    string `json:"of,omitzero"` // where it is kept, if not here: "fcsr 7:5", or hart.fs, hart.vs, hart.sd (one of them is Dirty)
	By    string `json:"by,omitzero"` // the rule that permits the choice when Legal is a set
}

// Source is one file of shared semantics (semantics/*.star).
type Source struct {
	File string `json:"file"`
	Text string `json:"text"`
}

// ICS is an implementation conformance statement: what an implementation claims.
type ICS struct {
	Profile    string         `json:"profile"`
	Extensions []string       `json:"extensions,omitempty"` // claimed beyond the profile's mandatory ones
	Modes      []string       `json:"modes,omitzero"`       // "M", "U"; none of an implementation that exchanges messages
	Harts      int            `json:"harts,omitzero"`       // likewise
	Parameters map[string]any `json:"parameters,omitempty"` // by the standard's parameter names, e.g. MISALIGNED_LDST_HW_SUPPORT

	Versions map[string]string `json:"versions,omitempty"` // of extensions, where a version is claimed
}
