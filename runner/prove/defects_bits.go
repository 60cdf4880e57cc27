package prove

import "touchstone/runner/rv64"

// bitDefects are the documented defects of bit manipulation, cache blocks and pointer masking.
func bitDefects(from uint64) []Subject {
	d := documented{from}
	return []Subject{
		d.rows("b-rolw", "Zbb", "libriscv: commits 71ecbefe, d89f493a, 0450581a", "the upper half of the source leaks into a rotated word",
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					v, by := h.X(i.Rs1), h.X(i.Rs2)&31
					switch i.Row.Name {
					case "rorw":
						by = -by & 31
					case "roriw":
						by = -uint64(i.Imm) & 31
					}
					h.SetX(i.Rd, uint64(int64(int32(v<<by|v>>(32-by)))))
				}
			}, "rolw", "rorw", "roriw"),
		d.rows("b-zexth-illegal", "Zbb", "CVA6: cva6#1975, #2122", "ZEXT.H raises an illegal-instruction exception",
			func(rv64.Exec) rv64.Exec { return func(h *rv64.Hart, i *rv64.Inst) { h.Illegal(i) } }, "zext.h"),
		d.rows("cbo-tval", "Zicbom", "Spike: commit 6b689208", "the tval of a fault is the start of the cache block",
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					right(h, i)
					if t, raised := h.Raised(); raised && t.Cause == rv64.StoreAccessFault {
						h.Dismiss()
						h.Raise(t.Cause, t.Tval&^63)
					}
				}
			}, "cbo.clean", "cbo.flush", "cbo.inval"),
		d.rows("pm-misaligned-tail", "Supm", "Spike: commit aa9918bd", "the part of a misaligned access that lies beyond a boundary, here of 64 bytes, is not masked",
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					addr, size, cause := h.X(i.Rs1)+uint64(i.Imm), uint64(accessSize(i.Row.Name)), uint64(rv64.LoadAccessFault)
					if i.Row.Name[0] == 's' {
						cause = rv64.StoreAccessFault
					}
					menvcfg, _ := h.CSR(0x30a)
					masking := menvcfg>>33&1 != 0 // PMM is 2 or 3
					if h.Mode() == rv64.U && masking && addr>>32 != 0 && addr&63+size > 64 {
						h.Raise(cause, addr&^63+64)
						return
					}
					right(h, i)
				}
			}, "ld", "lw", "lwu", "lh", "lhu", "sd", "sw", "sh"),
	}
}

// accessSize is how many bytes an integer load or store moves.
func accessSize(name string) int {
	switch name[1] {
	case 'd':
		return 8
	case 'w':
		return 4
	}
	return 2
}
