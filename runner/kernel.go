package runner

import (
	"encoding/binary"
	"slices"

	"touchstone/reports"
	"touchstone/runner/image"
	"touchstone/runner/trial"
	"touchstone/specs/oracle"
)

// byKernel says why the signal that ended a case is the kernel's doing and not the hart's: rights to
// memory are taken by whole pages, and some instructions execute only where the kernel enables them.
func byKernel(v *view) string {
	t := v.o.Trap
	if t.Signal == 0 {
		return ""
	}
	if _, normal := v.exit(); normal {
		return ""
	}
	for _, r := range v.c.Setting.Without {
		if oracle.Addressed(t.Signal) && t.Tval-r.Page < image.PageSize && !lacks(r, &t) {
			return reports.Because(reports.ReasonEnvironment, "needs machine: Linux protects whole pages")
		}
	}
	if v.notEnabled() {
		return reports.Because(reports.ReasonCapability, "the kernel does not enable this instruction")
	}
	return ""
}

// NotEnabled says whether a case, which has its code at an address, ended under Linux at an instruction that is
// illegal wherever the kernel does not enable it: the hart may have it all the same.
func NotEnabled(c *trial.Case, code uint64, o trial.Outcome) bool {
	v := &view{c: c, code: code, o: o}
	return o.Status == trial.Finished && o.Trap.Signal != 0 && v.notEnabled()
}

func (v *view) notEnabled() bool {
	return v.took([]uint64{illegalInstruction}) && enabledByKernel(v.instruction(v.o.Trap.PC))
}

const illegalInstruction = 2

// lacks says whether the access that ended a case is one that its setting does not allow.
func lacks(r trial.Rights, t *trial.Trap) bool {
	fetch := t.Tval == t.PC
	return t.Tval >= r.From && t.Tval < r.To && !(fetch && r.Execute)
}

// instruction is the word of the case's code at an address; 0 where it has none.
func (v *view) instruction(pc uint64) uint32 {
	at := int64(pc - v.code)
	i := slices.IndexFunc(v.c.Stub.Chunks, func(c trial.Chunk) bool {
		return at >= c.Offset && at+4 <= c.Offset+int64(len(c.Bytes))
	})
	if i < 0 {
		return 0
	}
	c := v.c.Stub.Chunks[i]
	return binary.LittleEndian.Uint32(c.Bytes[at-c.Offset:])
}

// enabledByKernel says whether it takes a kernel's consent that a program executes an instruction: one that
// reads a counter and writes none, or manages a cache block.
func enabledByKernel(word uint32) bool {
	const (
		system   = 0x73
		miscMem  = 0x0f
		counters = 0xc00
	)
	operation, rs1, csr := word>>12&7, word>>15&31, word>>20
	switch word & 0x7f {
	case system:
		return operation&2 != 0 && rs1 == 0 && csr&^0x1f == counters
	case miscMem:
		return operation == 2
	}
	return false
}
