package image

import (
	"touchstone/specs"
	"touchstone/specs/isa"

	"touchstone/runner/trial"
)

// FootingResult is what image 0 says about one instruction of the runtime's own subset.
type FootingResult struct {
	Insn  string   `json:"insn"`
	Rules []string `json:"rules,omitempty"` // of the instruction's row
	OK    bool     `json:"ok"`
	Why   string   `json:"why,omitempty"`
}

// Footing builds image 0, which tests the instructions that the runtime itself uses in a way that
// is evident by itself. Its outcomes are numbered by step; judge reads them (also when some or all
// are missing).
func Footing(t *isa.Table, csrs []specs.CSR, m Map, p Protocol) (img *Image, judge func([]trial.Outcome) []FootingResult, err error) {
	panic("not yet")
}

func (r *Reader) footing(log []byte) error { panic("not yet") }
