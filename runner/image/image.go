// Package image turns cases into programs and what the programs report back into outcomes.
//
// [Build] groups cases by setting and packs each group into bare-metal RV64 ELF images: a runtime
// (package machine), one row of a table for each case, one stub for each encoding. The runtime
// puts the hart into the row's before-state, enters the stub through mret, catches the trap that
// ends it, compares all it can see with the before-state and reports the differences as records
// (package frame), either into a memory log between begin_signature and end_signature or as lines
// of text on a console. A [Reader] makes outcomes of records and trusts none of them.
//
// Under Linux images are static programs for user mode (package linux): a case is entered by a jump and
// ends in a signal, and records are lines on standard output.
//
// The same cases give the same bytes.
package image

import "touchstone/runner/trial"

// Protocol is how an image reports.
type Protocol string

const (
	Signature Protocol = "signature"  // a log in memory, between two symbols
	Console   Protocol = "console"    // lines of text through the HTIF console
	SelfCheck Protocol = "self-check" // one word, PASS or FAIL: see [Image.Word]
)

// Image is one program and what is needed to read its report.
type Image struct {
	Name     string            `json:"name"`   // "m-0003": the setting's mode and an ordinal
	Digest   string            `json:"digest"` // "sha256:…" of ELF
	ELF      []byte            `json:"-"`
	ID       uint64            `json:"id"` // what the program calls itself; every record is bound to it
	Protocol Protocol          `json:"protocol"`
	Setting  trial.Setting     `json:"setting"`
	Harts    int               `json:"harts"`            // how many the image needs, at least 1
	Rounds   int               `json:"rounds,omitempty"` // repetitions of its cases of several harts, all together
	Cases    []int             `json:"cases"`            // plan indexes in slot order
	Code     []uint64          `json:"code"`             // the code address of each slot
	CSRs     map[uint16]string `json:"csrs,omitempty"`   // names of the CSRs that records may mention
	Map      Map               `json:"map"`
	Log      [2]uint64         `json:"log"`           // begin_signature, end_signature
	Rows     [2]uint64         `json:"rows,omitzero"` // the table of rows
	Sum      uint64            `json:"sum"`           // over text and tables, which the last record repeats
	Footing  bool              `json:"footing,omitempty"`
	Verdict  uint64            `json:"verdict,omitzero"` // of a self-checking image: the address of its verdict
	Ends     [2]uint64         `json:"ends,omitzero"`    // and of the loops at its end: PASS, FAIL

	wants []uint64 // of a self-checking footing: what its steps give
}

// Item is a case with its index in the plan. One that is absent is not in the image, and its code
// only keeps its place: that of the others lies where it lies in the image that has them all.
type Item struct {
	Index  int
	Case   *trial.Case
	Absent bool

	// Frames are the records that are allowed, of a case of a self-checking image: see [Image.Payload].
	Frames [][]uint64
}

// Options of Build.
type Options struct {
	Protocol Protocol // default Signature
	Max      int      // cases an image, default 2000
	Name     string   // prefix of image names
}
