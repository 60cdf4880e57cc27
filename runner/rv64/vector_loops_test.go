package rv64

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// Every vector row with random operands in random states: nothing panics, the two loops agree, a trap
// that is not of memory changes nothing, and vstart is zero after everything else. With reserved
// overlaps executed, too.
func TestVectorLoopsAgree(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	tab, err := vectorTestTable()
	if err != nil {
		t.Fatal(err)
	}
	vtypes := []string{"e8,mf8", "e8,mf2", "e8,m1", "e8,m8", "e16,mf4", "e16,m1", "e16,m2", "e32,mf2", "e32,m1", "e32,m4", "e64,m1", "e64,m2", "e64,m8"}
	for _, params := range []Parameters{{}, {VectorAgnosticOnes: true, VectorOverlapRuns: true, VectorStartBeyond: true}} {
		executed := 0
		for _, in := range tab.Instructions {
			if !strings.HasPrefix(in.Row.Extension, "V") && !strings.HasPrefix(in.Row.Extension, "Zv") {
				continue
			}
			for range 12 {
				word := in.Match | random.Uint32()&^in.Mask
				if found, ok := tab.Decode(word); !ok || found != in {
					continue
				}
				registers := make([]byte, 32*32)
				for n := range registers {
					registers[n] = byte(random.Uint32()) & []byte{0xff, 0x0f}[random.IntN(2)]
				}
				vtype := vtypeOf(vtypes[random.IntN(len(vtypes))]) | uint64(random.IntN(4))<<6
				vl, vstart := random.Uint64(), uint64(0)
				if random.IntN(3) == 0 {
					vstart = uint64(random.IntN(10))
				}
				var x [32]uint64
				for n := range x {
					x[n] = []uint64{data + uint64(random.IntN(64)), data + 64, uint64(random.IntN(20)), ^uint64(2), random.Uint64()}[random.IntN(5)]
				}
				start := func() *vectorRig {
					r := newVectorRig(t, Config{VLEN: 256, RAMSize: 1 << 16, Parameters: params, Limit: 1})
					copy(r.v, registers)
					r.SetVType(vtype)
					r.SetVL(vl % (r.vlmax + 1))
					r.SetVStart(vstart)
					for n, v := range x {
						r.SetX(uint8(n), v)
					}
					r.count(512)
					r.m.write(0, 4, uint64(word))
					r.SetPC(base)
					return r
				}
				fast, step := start(), start()
				run(t, fast.m)
				trap := step.m.Step(0).Trap
				where := fmt.Sprintf("%s (%#08x), vtype %#x vl %d vstart %d", tab.Disassemble(word, 0), word, vtype, vl, vstart)
				if err := differ(fast.m, step.m); err != nil {
					t.Fatalf("%s: %v", where, err)
				}
				if !bytes.Equal(fast.v, step.v) || fast.vl != step.vl || fast.vtype != step.vtype || fast.vstart != step.vstart || fast.vcsr != step.vcsr {
					t.Fatalf("%s: vector state differs between the loops", where)
				}
				switch {
				case trap == nil:
					executed++
					if step.VStart() != 0 {
						t.Fatalf("%s: vstart is %d", where, step.VStart())
					}
				case trap.Cause == IllegalInstruction:
					if !slices.Equal(step.v, registers) || step.VStart() != vstart || step.VType() != vtype || step.VS() != 2 {
						t.Fatalf("%s: an illegal instruction changed state", where)
					}
				}
			}
		}
		if executed < 1000 {
			t.Errorf("only %d instructions executed", executed)
		}
	}
}

// A vector load sees the hart's own stores that are held back, and the stores of one instruction are not
// reordered against later ones of any kind.
func TestVectorsInTheWindow(t *testing.T) {
	for seed := range uint64(50) {
		r := newVectorRig(t, Config{Ordering: Ordering{Weak: true, Seed: seed}})
		r.config("e64,m1", 2)
		r.SetX(6, data)
		r.SetX(7, 0x77)
		r.put(8, 64, 1, 2)
		words := []uint32{
			r.word("sd rs2=7 rs1=6 offset=8"), r.word("vle64.v vd=9 rs1=6"),
			r.word("vse64.v vs3=8 rs1=6"), r.word("ld rd=10 rs1=6 imm=0"), r.word("vsoxei8.v vs3=9 rs1=6 vs2=12"), r.word("ld rd=11 rs1=6 imm=0"),
		}
		for k, w := range words {
			r.m.write(uint64(4*k), 4, uint64(w))
		}
		r.SetPC(base)
		for range words {
			r.m.Step(0)
		}
		r.want("the load", 9, 64, 0, 0x77)
		if r.X(10) != 1 || r.X(11) != 0x77 { // both elements to offset 0, in order
			t.Fatalf("seed %d: x10 %#x x11 %#x", seed, r.X(10), r.X(11))
		}
	}
}
