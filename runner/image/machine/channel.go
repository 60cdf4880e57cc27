package machine

import (
	"fmt"
	"strings"
)

// Channel is a way to print, or to end.
type Channel string

const (
	HTIF        Channel = "htif"
	Semihosting Channel = "semihosting"
	UART16550   Channel = "ns16550"
	UARTSiFive  Channel = "sifive-uart"
	Finisher    Channel = "sifive-test"
	Loop        Channel = "loop"
	None        Channel = "none" // no console
)

// Channels are what the runtime prints on and ends through; the zero value is HTIF for both.
type Channels struct {
	Console Channel
	Stride  int // of a 16550's registers, and how wide an access is; 0: 1
	Exit    Channel
}

// ChannelSubset is what the runtime executes beyond [Subset] for these channels.
func (c Channels) ChannelSubset() []string {
	var s []string
	switch c.Console {
	case UART16550:
		load, store := c.width()
		s = append(s, load, store)
	case UARTSiFive:
		s = append(s, "lw", "sw")
	case Semihosting:
		s = append(s, "ebreak", "srai")
	}
	switch c.Exit {
	case Semihosting:
		s = append(s, "ebreak", "srai")
	case Finisher:
		s = append(s, "sw")
	}
	return s
}

func (c Channels) width() (load, store string) {
	switch c.Stride {
	case 2:
		return "lhu", "sh"
	case 4:
		return "lw", "sw"
	}
	return "lbu", "sb"
}

// OutSize is the size of the buffer in which a line for semihosting is collected.
const (
	OutSize = 512
	atOut   = 3072
)

// fill exchanges the ways of runtime.S for those of the channels.
func (c Channels) fill(text string) string {
	if c.Exit != "" && c.Exit != HTIF && strings.Contains(text, exitHTIF) { // not that of a self-checking image
		text = exchange(text, exitHTIF, c.exit())
	}
	putchar := ""
	switch c.Console {
	case Semihosting:
		putchar = putcharSemihosting
	case UARTSiFive:
		putchar = putcharSiFive
	case UART16550:
		load, store := c.width()
		putchar = fmt.Sprintf(putchar16550, load, 5*max(c.Stride, 1), store)
	}
	if putchar != "" {
		text = exchange(text, putcharHTIF, putchar)
	}
	if c.Console == Semihosting || c.Exit == Semihosting {
		text += semihost
	}
	return text
}

func exchange(text, old, new string) string {
	if strings.Count(text, old) != 1 {
		panic("machine: runtime.S does not have once: " + old)
	}
	return strings.Replace(text, old, new, 1)
}

// exit ends. What ends the simulation, or the power, must not overtake the last line: a 16550 is
// waited for until its transmitter is empty.
func (c Channels) exit() string {
	head := "exit:\n"
	if c.Console == UART16550 {
		load, _ := c.width()
		head += fmt.Sprintf(drain16550, load, 5*max(c.Stride, 1))
	}
	switch c.Exit {
	case Semihosting:
		return head + exitSemihosting
	case Finisher:
		return head + exitFinisher
	}
	return head + exitLoop
}

const (
	exitHTIF = `exit:   ld      t0, TOHOST(s0)
        addi    t1, x0, 1
        sd      t1, 0(t0)
1:      jal     x0, 1b
`
	drain16550 = `        ld      t1, UART(s0)
1:      %s      t0, %d(t1)
        andi    t0, t0, 0x40
        beq     t0, x0, 1b
`
	// SYS_EXIT takes the address of a reason, ADP_Stopped_ApplicationExit, and a status.
	exitSemihosting = `        ld      a1, OUT(s0)
        lui     t0, 0x20
        addi    t0, t0, 0x26
        sd      t0, 0(a1)
        sd      x0, 8(a1)
        addi    a0, x0, 0x18
        jal     ra, semihost
1:      jal     x0, 1b
`
	exitFinisher = `        ld      t0, FINISHER(s0)
        lui     t1, 5
        addi    t1, t1, 0x555
        sw      t1, 0(t0)
1:      jal     x0, 1b
`
	exitLoop = `end:    jal     x0, end
`
)

// putcharHTIF and the others print the character in a0.
const putcharHTIF = `putchar:
        or      a0, a0, s5
        sd      a0, 0(s4)
1:      ld      t0, 0(s4)               # the host takes it and writes 0
        bne     t0, x0, 1b
        jalr    x0, 0(ra)
`

// Of the line status register, bit 5: the transmitter takes a character.
const putchar16550 = `
putchar:
        ld      t1, UART(s0)
1:      %s      t0, %d(t1)
        andi    t0, t0, 0x20
        beq     t0, x0, 1b
        %s      a0, 0(t1)
        jalr    x0, 0(ra)
`

const putcharSiFive = `
putchar:
        ld      t1, UART(s0)
        addi    t0, x0, 1
        sw      t0, 8(t1)               # txctrl: transmit
1:      lw      t0, 0(t1)
        srli    t0, t0, 31              # txdata: full
        bne     t0, x0, 1b
        sw      a0, 0(t1)
        jalr    x0, 0(ra)
`

// A call stops the world, on a board for milliseconds: so a line is collected and written at once.
// Characters enter a doubleword at its top, and a full one goes to the buffer.
const putcharSemihosting = `
putchar:
        ld      t0, OUT_WORD(s0)
        srli    t0, t0, 8
        slli    t1, a0, 56
        or      t0, t0, t1
        sd      t0, OUT_WORD(s0)
        ld      t1, OUT_COUNT(s0)
        addi    t1, t1, 1
        sd      t1, OUT_COUNT(s0)
        addi    t2, x0, 10
        beq     a0, t2, 1f
        andi    t2, t1, 7
        bne     t2, x0, 3f
        ld      t2, OUT(s0)
        add     t2, t2, t1
        sd      t0, -8(t2)
        addi    t2, x0, OUT_SIZE
        beq     t1, t2, 2f
3:      jalr    x0, 0(ra)
1:      andi    t2, t1, 7               # the last doubleword, filled up with zeros
        beq     t2, x0, 2f
        srli    t0, t0, 8
        addi    t1, t1, 1
        jal     x0, 1b
2:      ld      a1, OUT(s0)
        add     t2, a1, t1
        sd      t0, -8(t2)
        sd      x0, 0(t2)
        sd      x0, OUT_COUNT(s0)
        addi    a0, x0, 4               # SYS_WRITE0
        jal     x0, semihost
`

// The three instructions are one mark, in one page.
const semihost = `
        .align  4
semihost:
        slli    x0, x0, 0x1f
        ebreak
        srai    x0, x0, 7
        jalr    x0, 0(ra)
`
