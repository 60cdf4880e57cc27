package machine

import (
	_ "embed"
	"encoding/binary"
	"fmt"
	"strings"
)

//go:embed check.S
var checkText string

// What VERDICT holds, and the number of a FAIL beyond those of cases: see check.S.
const (
	Overwritten = 1 // text or tables were
	NotTaken    = 2 // a case's before-state was
)

// MaxChecked is how many cases a self-checking image may have: its number is three digits, and some
// platforms hand on only the lower byte of it.
const MaxChecked = 200

// Digest is what a self-checking image makes of a record: its head and its payload.
func Digest(id uint64, words ...uint64) uint64 {
	for _, w := range words {
		id = id*31 + w
		id ^= id >> 29
	}
	return id
}

// Expect appends what the records of a case may be: how many, and their digests.
func (t *Table) Expect(digests []uint64) {
	t.Words(uint64(len(digests)))
	t.Words(digests...)
}

// checking exchanges the parts of runtime.S that print records and end for those that compare and say how
// it went.
func (c Channels) checking(text string) string {
	const print = PartMark + "print\n"
	head, rest, ok := strings.Cut(text, print)
	_, putchar, ok2 := strings.Cut(rest, "\nputchar:\n")
	if !ok || !ok2 {
		panic("machine: runtime.S has no part print with putchar behind it")
	}
	return exchange(head, exitHTIF, c.checkedExit()) + print + checkText + "putchar:\n" + putchar
}

func (c Channels) checkedExit() string {
	text := checkedHead
	if c.Console != None {
		text += "        jal     ra, word\n"
	}
	if c.Console == UART16550 {
		load, _ := c.width()
		text += fmt.Sprintf(drain16550, load, 5*max(c.Stride, 1))
	}
	switch c.Exit {
	case Semihosting:
		text += checkedSemihosting
	case Finisher:
		text += checkedFinisher
	case Loop:
	default:
		text += checkedHTIF
	}
	return text + checkedLoops
}

const (
	checkedHead = `exit:   ld      t0, VERDICT(s0)
        bne     t0, x0, 1f
        addi    gp, x0, 0
        addi    t0, x0, 1
        sd      t0, VERDICT(s0)
1:
`
	checkedHTIF = `        ld      t0, TOHOST(s0)
        ld      t1, VERDICT(s0)
        sd      t1, 0(t0)
`
	checkedSemihosting = `        ld      a1, OUT(s0)
        lui     t0, 0x20
        addi    t0, t0, 0x26
        sd      t0, 0(a1)
        sd      gp, 8(a1)
        addi    a0, x0, 0x18
        jal     ra, semihost
`
	// 0x3333 in the lower half ends with a failure, whose number is the upper half.
	checkedFinisher = `        ld      t0, FINISHER(s0)
        lui     t1, 5
        addi    t1, t1, 0x555
        beq     gp, x0, 2f
        slli    t1, gp, 16
        lui     t2, 3
        addi    t2, t2, 0x333
        add     t1, t1, t2
2:      sw      t1, 0(t0)
`
	checkedLoops = `        bne     gp, x0, fail
pass:   jal     x0, pass
fail:   jal     x0, fail
`
)

// VerdictAt is the address of the word VERDICT in a work area.
func VerdictAt(work uint64) uint64 {
	for i, n := range names {
		if n == "VERDICT" {
			return work + atVars + uint64(8*i)
		}
	}
	panic("machine: no variable VERDICT")
}

// VerdictOf reads the word: whether the image has ended, and the number of a FAIL or 0.
func VerdictOf(word []byte) (number int, ended bool) {
	v := binary.LittleEndian.Uint64(word)
	return int(v >> 1), v&1 == 1
}
