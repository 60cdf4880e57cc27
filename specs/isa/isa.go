// Package isa turns a pack's rows into a decoder and a disassembler. The executor, the assembler,
// the oracle, the sweeps and the mutants all read the one [Table].
package isa

import "touchstone/specs"

// Operand is where a named operand's bits are, ready to extract and insert.
type Operand struct {
	specs.Operand
	// unexported: the pieces, precomputed
	pieces []piece
}

type piece struct{ msb, lsb uint8 }

// Instruction is a row with its masks and operands resolved.
type Instruction struct {
	Row      *specs.Row
	Name     string
	Size     int        // bytes: 2 or 4
	Mask     uint32     // fixed bits
	Match    uint32     // their values
	Operands []*Operand // all of them: written ones in the order of Asm, then Row.Fields
	ID       int        // index in Table.Instructions
}

// Table is a set of instructions that decode together: the selected extensions of a pack.
// It is immutable and safe for concurrent use.
type Table struct {
	Instructions []*Instruction
}
