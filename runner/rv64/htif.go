package rv64

import (
	"fmt"
	"io"
)

// htif is the host-target interface: the program stores commands in tohost, answers appear in
// fromhost. A command is device<<56 | command<<48 | payload.
//
//	device 0, payload bit 0 set:  exit with payload >> 1
//	device 0, payload even:       a proxied system call, its number and arguments at that address:
//	                              write (64) to descriptor 1 or 2, and exit (93)
//	device 1, command 1:          put the character payload
//	device 1, command 0:          get a character: fromhost = 1<<56 | 0x100 | character when there is one
type htif struct {
	tohost, fromhost uint64 // addresses; 0: absent
}

// written looks at tohost after a store to it.
func (t *htif) written(m *Machine) {
	off, ok := m.inRAM(t.tohost, 8)
	if !ok {
		return
	}
	v := m.read(off, 8)
	if v == 0 {
		return
	}
	device, command, payload := v>>56, v>>48&0xff, v&(1<<48-1)
	switch {
	case device == 0 && command == 0 && payload&1 == 1:
		m.halt(Stop{Reason: Exited, Code: payload >> 1})
		return // tohost keeps the exit code, as riscv-tests expect
	case device == 0 && command == 0:
		t.call(m, payload)
	case device == 1 && command == 1:
		m.print([]byte{byte(payload)})
	case device == 1 && command == 0:
		if c, ok := m.key(); ok {
			t.answer(m, 1<<56|0x100|uint64(c))
		}
	}
	m.write(off, 8, 0)
}

// answer puts a value into fromhost.
func (t *htif) answer(m *Machine, v uint64) {
	if off, ok := m.inRAM(t.fromhost, 8); ok && t.fromhost != 0 {
		m.write(off, 8, v)
	}
}

// call does a proxied system call: eight doublewords, the number and the arguments, of which the
// first is replaced by the result.
func (t *htif) call(m *Machine, at uint64) {
	off, ok := m.inRAM(at, 64)
	if !ok {
		m.halt(Stop{Reason: BadRequest, Detail: fmt.Sprintf("HTIF system call block %#x is not in RAM", at)})
		return
	}
	const write, exit = 64, 93
	arg := func(n uint64) uint64 { return m.read(off+8*n, 8) }
	switch n := arg(0); n {
	case write:
		fd, from, size := arg(1), arg(2), arg(3)
		if _, ok := m.inRAM(from, size); !ok || fd != 1 && fd != 2 {
			m.write(off, 8, ^uint64(8)) // -EBADF
			break
		}
		var b [4096]byte
		for left := size; left > 0; {
			part := b[:min(left, uint64(len(b)))]
			m.ReadMem(from, part)
			m.print(part)
			from, left = from+uint64(len(part)), left-uint64(len(part))
		}
		m.write(off, 8, size)
	case exit:
		m.halt(Stop{Reason: Exited, Code: arg(1)})
	default:
		m.halt(Stop{Reason: BadRequest, Detail: fmt.Sprintf("HTIF system call %d is not offered; use write (64) and exit (93)", n)})
	}
	t.answer(m, 1)
}

func (m *Machine) print(b []byte) {
	if m.cfg.Console == nil {
		return
	}
	if _, err := m.cfg.Console.Write(b); err != nil {
		m.fail(fmt.Errorf("console: %w", err))
	}
}

func (m *Machine) key() (byte, bool) {
	if m.cfg.Input == nil {
		return 0, false
	}
	var b [1]byte
	if _, err := io.ReadFull(m.cfg.Input, b[:]); err != nil {
		if err != io.EOF {
			m.fail(fmt.Errorf("console input: %w", err))
		}
		return 0, false
	}
	return b[0], true
}
