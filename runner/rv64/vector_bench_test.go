package rv64

import (
	"context"
	"fmt"
	"testing"
)

// BenchmarkVectorLoop is c = a + b over 4 KiB of 64-bit elements, strip-mined.
func BenchmarkVectorLoop(b *testing.B) {
	for _, vlen := range []int{128, 512} {
		for lmul, name := range []string{"m1", "m2", "m4", "m8"} {
			b.Run(fmt.Sprintf("VLEN%d/%s", vlen, name), func(b *testing.B) {
				r := newVectorRig(b, Config{VLEN: vlen})
				const elements = 512
				at := uint64(0)
				put := func(text string) {
					r.m.write(at, 4, uint64(r.word(text)))
					at += 4
				}
				put("addi rd=10 rs1=20 imm=0")
				put("addi rd=11 rs1=21 imm=0")
				put("addi rd=12 rs1=22 imm=0")
				put(fmt.Sprintf("addi rd=5 rs1=0 imm=%d", elements))
				loop := at
				put(fmt.Sprintf("vsetvli rd=6 rs1=5 vtypei=%d", 3<<3|lmul|0xc0))
				put("vle64.v vd=8 rs1=10")
				put("vle64.v vd=16 rs1=11")
				put("vadd.vv vd=24 vs2=8 vs1=16")
				put("vse64.v vs3=24 rs1=12")
				put("slli rd=7 rs1=6 shamt=3")
				put("add rd=10 rs1=10 rs2=7")
				put("add rd=11 rs1=11 rs2=7")
				put("add rd=12 rs1=12 rs2=7")
				put("sub rd=5 rs1=5 rs2=6")
				put(fmt.Sprintf("bne rs1=5 rs2=0 target=%d", int64(loop)-int64(at)))
				put(fmt.Sprintf("jal rd=0 jtarget=%d", -int64(at)))
				r.SetX(20, data)
				r.SetX(21, data+8*elements)
				r.SetX(22, data+16*elements)
				r.SetPC(base)
				executed := uint64(0)
				for b.Loop() {
					r.m.cfg.Limit = r.Executed() + 1_000_000
					if _, err := r.m.Run(context.Background()); err != nil {
						b.Fatal(err)
					}
					executed += 1_000_000
				}
				report(b, executed)
			})
		}
	}
}
