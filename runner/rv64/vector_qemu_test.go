package rv64

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"touchstone/specs/isa"
)

// The layout of a case that QEMU executes (VLEN = 128): the state before, which the program overwrites
// with the state after.
const (
	qemuVL, qemuVType, qemuVCSR, qemuVStart      = 512, 520, 528, 536
	qemuX5, qemuX6, qemuX7, qemuX10, qemuIllegal = 544, 552, 560, 568, 576 // x6 is relative to the case
	qemuBuffer, qemuCase                         = 640, 640 + 2048
	qemuBase                                     = 0x10000
)

// TestVectorsAgainstQEMU executes random instructions of V, floating point apart, on qemu-riscv64 and here, and
// compares everything that they may change. Where QEMU executes what is reserved, the executor may do as
// it does with the Parameters for that. What QEMU 7.2 does wrong is listed.
func TestVectorsAgainstQEMU(t *testing.T) {
	if _, err := exec.LookPath("qemu-riscv64"); err != nil {
		t.Skip("qemu-riscv64 is not installed")
	}
	tab, err := vectorTestTable()
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(7, 8))
	strict := newVectorRig(t, Config{})
	relaxed := newVectorRig(t, Config{Parameters: Parameters{VectorOverlapRuns: true, VectorStartBeyond: true}})
	var cases [][]byte
	var words []uint32
	for _, in := range tab.Instructions {
		float := strings.HasPrefix(in.Name, "vf") && in.Name != "vfirst.m" || strings.HasPrefix(in.Name, "vmf")
		for range 8 {
			if in.Row.Extension == "V" && !float {
				w, c := qemuCaseOf(t, random, in)
				words, cases = append(words, w), append(cases, c)
			}
		}
	}
	got := runQEMU(t, strict, words, cases)
	for k, w := range words {
		in, _ := tab.Decode(w)
		before, have := cases[k], got[k*qemuCase:(k+1)*qemuCase]
		vl, vstart := min(u64(before, qemuVL), strict.vlmaxOf(u64(before, qemuVType))), u64(before, qemuVStart)
		for _, r := range []*vectorRig{strict, relaxed} {
			want := r.qemuExpect(w, before)
			switch {
			case u64(before, qemuVType) != u64(want, qemuVType) && strings.HasPrefix(in.Name, "vmv") && strings.HasSuffix(in.Name, "r.v"):
				want = have // executed under vill (vtype_vill_op)
			case vstart >= vl, strings.HasPrefix(in.Name, "vl") && strings.Contains(in.Name, "re"), strings.HasPrefix(in.Name, "vslideup."), in.Name == "vmv.x.s", in.Name == "vmv.s.x":
				copy(have[qemuVStart:], want[qemuVStart:qemuVStart+8]) // not reset where nothing is done, and by these (vstart_update)
			}
			if in.Name == "vmv.s.x" && vstart != 0 {
				want = have // writes element 0, though it is prestart
			}
			if bytes.Equal(have, want) {
				break
			}
			if r == relaxed {
				t.Errorf("%s", qemuDifference(tab.Disassemble(w, 0), before, have, strict.qemuExpect(w, before)))
			}
		}
	}
}

func (r *vectorRig) vlmaxOf(vtype uint64) uint64 {
	f, _ := r.decodeVType(vtype)
	return f.vlmax
}

func qemuDifference(text string, before, have, want []byte) string {
	s := fmt.Sprintf("%s: vl %d vtype %#x vstart %d vcsr %d x5 %#x x7 %#x", text,
		u64(before, qemuVL), u64(before, qemuVType), u64(before, qemuVStart), u64(before, qemuVCSR), u64(before, qemuX5), u64(before, qemuX7))
	for _, field := range []struct {
		name string
		at   int
	}{{"vl", qemuVL}, {"vtype", qemuVType}, {"vcsr", qemuVCSR}, {"vstart", qemuVStart}, {"x10", qemuX10}, {"illegal", qemuIllegal}} {
		if a, b := u64(have, field.at), u64(want, field.at); a != b {
			s += fmt.Sprintf("\n  %s: QEMU %#x, here %#x", field.name, a, b)
		}
	}
	for n := range 32 {
		if a, b := have[16*n:16*n+16], want[16*n:16*n+16]; !bytes.Equal(a, b) {
			s += fmt.Sprintf("\n  v%d: QEMU % x, here % x (was % x)", n, a, b, before[16*n:16*n+16])
		}
	}
	if !bytes.Equal(have[qemuBuffer:], want[qemuBuffer:]) {
		s += "\n  memory differs"
	}
	return s
}

func u64(b []byte, at int) uint64 { return binary.LittleEndian.Uint64(b[at:]) }

// qemuCaseOf draws an instruction of a row, and a state before it. Memory operands stay within the case.
func qemuCaseOf(t testing.TB, random *rand.Rand, in *isa.Instruction) (uint32, []byte) {
	c := make([]byte, qemuCase)
	for n := range 512 {
		c[n] = byte(random.Uint32()) & []byte{0xff, 0xff, 0x81}[random.IntN(3)]
	}
	for n := qemuBuffer; n < qemuCase; n++ {
		c[n] = byte(random.Uint32())
	}
	put := func(at int, v uint64) { binary.LittleEndian.PutUint64(c[at:], v) }
	sew := uint64(random.IntN(4))
	lmul := []uint64{0, 1, 2, 3, 5, 6, 7}[random.IntN(7)]
	if random.IntN(2) == 0 {
		lmul = 0
	}
	vtype := sew<<3 | lmul
	vlmax := uint64(128) >> (3 + sew)
	if lmul < 4 {
		vlmax <<= lmul
	} else {
		vlmax >>= 8 - lmul
	}
	put(qemuVType, vtype)
	put(qemuVL, uint64(random.IntN(int(vlmax)+2)))
	if vlmax > 1 && random.IntN(4) == 0 {
		put(qemuVStart, uint64(random.IntN(int(vlmax))))
	}
	put(qemuVCSR, uint64(random.IntN(8)))
	x := []uint64{0, 1, 2, 3, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0x80000000, 1 << 63, ^uint64(0), random.Uint64(), vlmax, vlmax - 1}
	put(qemuX5, x[random.IntN(len(x))])
	put(qemuX6, qemuBuffer+800+uint64(random.IntN(2)*random.IntN(8)))
	put(qemuX7, []uint64{0, 1, 2, 4, 8, 5, ^uint64(1), ^uint64(4)}[random.IntN(8)])
	if strings.HasPrefix(in.Name, "vsetvl") {
		put(qemuX7, []uint64{uint64(random.IntN(256)), uint64(random.IntN(256)) & 0x1b, random.Uint64()}[random.IntN(3)])
		put(qemuX5, []uint64{uint64(random.IntN(40)), random.Uint64()}[random.IntN(2)])
	}
	values := map[string]int64{}
	for _, o := range in.Operands {
		low, high, _ := o.Range()
		v := low + random.Int64N(high-low+1)
		switch o.Kind {
		case isa.KindX:
			v = map[string]int64{"rd": 10, "rs1": 5, "rs2": 7}[o.Name]
			if in.Match&0x7f != 0x57 && o.Name == "rs1" {
				v = 6
			}
			if o.Name == "rd" && strings.HasPrefix(in.Name, "vset") && random.IntN(3) == 0 {
				v = 0
			}
		case isa.KindV:
			if random.IntN(4) > 0 {
				v &^= 7 // mostly aligned
			} else if random.IntN(2) > 0 {
				v &^= 1
			}
		case isa.KindVM:
		case isa.KindOrdinal:
			v = 2 + random.Int64N(7)
		}
		values[o.Name] = v
	}
	if strings.Contains(in.Name, "xei") || strings.Contains(in.Name, "xseg") { // indices stay within the buffer
		eew := map[uint32]int{0: 1, 5: 2, 6: 4, 7: 8}[in.Match>>12&7]
		for n := range c[:512] {
			if n%eew != 0 {
				c[n] = 0
			}
		}
	}
	if values["rd"] != 0 && random.IntN(3) == 0 && in.Name != "vsetivli" && strings.HasPrefix(in.Name, "vset") {
		values["rs1"] = 0 // with rd = x0, too, a vtype of another VLMAX is reserved
	}
	w, err := in.Encode(values)
	if err != nil {
		t.Fatal(err)
	}
	return w, c
}

// qemuExpect executes a case here and gives the case after it.
func (r *vectorRig) qemuExpect(w uint32, c []byte) []byte {
	const at = data
	r.m.WriteMem(at, c)
	copy(r.v, c[:512])
	r.SetVType(u64(c, qemuVType))
	r.SetVL(min(u64(c, qemuVL), r.vlmax))
	if r.vill {
		r.SetVL(0)
	}
	r.SetCSR(csrVcsr, u64(c, qemuVCSR))
	r.SetVStart(u64(c, qemuVStart))
	r.SetX(5, u64(c, qemuX5))
	r.SetX(6, at+u64(c, qemuX6))
	r.SetX(7, u64(c, qemuX7))
	r.SetX(10, ^uint64(0))
	r.m.write(0, 4, uint64(w))
	r.SetPC(base)
	r.SetMode(M)
	trap := r.m.Step(0).Trap
	out := r.memory(at, qemuCase)
	copy(out, r.v)
	put := func(at int, v uint64) { binary.LittleEndian.PutUint64(out[at:], v) }
	put(qemuVL, r.VL())
	put(qemuVType, r.VType())
	put(qemuVStart, r.VStart())
	put(qemuVCSR, r.vcsr)
	put(qemuX10, r.X(10))
	if trap != nil {
		put(qemuIllegal, trap.Cause/2) // an illegal instruction is 1
	}
	return out
}

// runQEMU makes a program for Linux of the cases, and returns what it writes.
func runQEMU(t *testing.T, r *vectorRig, words []uint32, cases [][]byte) []byte {
	t.Helper()
	var code []byte
	op := func(text string) { code = binary.LittleEndian.AppendUint32(code, r.word(text)) }
	raw := func(w uint32) { code = binary.LittleEndian.AppendUint32(code, w) }
	const header = 120
	const perCase = 46
	total := (24 + perCase*len(words)) * 4
	dataAt := (qemuBase + header + total + 4095) &^ 4095
	li := func(rd int, v int) { // 32 bits
		low := v << 52 >> 52
		op(fmt.Sprintf("lui rd=%d imm20=%d", rd, v-low))
		op(fmt.Sprintf("addiw rd=%d rs1=%d imm=%d", rd, rd, low))
	}
	// rt_sigaction(SIGILL, …): the structure is at the end of the prologue.
	op("jal rd=0 jtarget=48") // over the handler and the structure
	handler := len(code)
	op("ld rd=28 rs1=12 imm=176")
	op("addi rd=28 rs1=28 imm=4")
	op("sd rs2=28 rs1=12 offset=176")
	op("addi rd=28 rs1=0 imm=1")
	op("sd rs2=28 rs1=12 offset=424") // x31
	op("jalr rd=0 rs1=1 imm=0")
	raw(0) // alignment
	structure := len(code)
	code = binary.LittleEndian.AppendUint64(code, uint64(qemuBase+header+handler))
	code = binary.LittleEndian.AppendUint64(code, 4) // SA_SIGINFO
	// main
	li(11, qemuBase+header+structure)
	op("addi rd=10 rs1=0 imm=4")
	op("addi rd=12 rs1=0 imm=0")
	op("addi rd=13 rs1=0 imm=8")
	op("addi rd=17 rs1=0 imm=134")
	raw(0x73)
	li(8, dataAt)
	li(18, qemuCase)
	for _, w := range words {
		op("addi rd=31 rs1=0 imm=0")
		for k := range 4 {
			op(fmt.Sprintf("addi rd=30 rs1=8 imm=%d", 128*k))
			op(fmt.Sprintf("vl8re8.v vd=%d rs1=30", 8*k))
		}
		op(fmt.Sprintf("ld rd=5 rs1=8 imm=%d", qemuX5))
		op(fmt.Sprintf("ld rd=6 rs1=8 imm=%d", qemuX6))
		op("add rd=6 rs1=6 rs2=8")
		op(fmt.Sprintf("ld rd=7 rs1=8 imm=%d", qemuX7))
		op("addi rd=10 rs1=0 imm=-1")
		op(fmt.Sprintf("ld rd=28 rs1=8 imm=%d", qemuVL))
		op(fmt.Sprintf("ld rd=29 rs1=8 imm=%d", qemuVType))
		op("vsetvl rd=0 rs1=28 rs2=29")
		op(fmt.Sprintf("ld rd=29 rs1=8 imm=%d", qemuVCSR))
		op(fmt.Sprintf("csrrw rd=0 csr=%d rs1=29", csrVcsr))
		op(fmt.Sprintf("ld rd=29 rs1=8 imm=%d", qemuVStart))
		op(fmt.Sprintf("csrrw rd=0 csr=%d rs1=29", csrVstart))
		raw(w)
		for _, s := range []struct{ csr, at int }{{csrVstart, qemuVStart}, {csrVcsr, qemuVCSR}, {csrVl, qemuVL}, {csrVtype, qemuVType}} {
			op(fmt.Sprintf("csrrs rd=29 csr=%d rs1=0", s.csr))
			op(fmt.Sprintf("sd rs2=29 rs1=8 offset=%d", s.at))
		}
		op(fmt.Sprintf("sd rs2=10 rs1=8 offset=%d", qemuX10))
		op(fmt.Sprintf("sd rs2=31 rs1=8 offset=%d", qemuIllegal))
		op(fmt.Sprintf("csrrwi rd=0 csr=%d uimm=0", csrVstart))
		for k := range 4 {
			op(fmt.Sprintf("addi rd=30 rs1=8 imm=%d", 128*k))
			op(fmt.Sprintf("vs8r.v vs3=%d rs1=30", 8*k))
		}
		op("add rd=8 rs1=8 rs2=18")
	}
	// write(1, data, …) in pieces is one call here: to a file it is never short.
	op("addi rd=10 rs1=0 imm=1")
	li(11, dataAt)
	li(12, qemuCase*len(cases))
	op("addi rd=17 rs1=0 imm=64")
	raw(0x73)
	op("addi rd=10 rs1=0 imm=0")
	op("addi rd=17 rs1=0 imm=93")
	raw(0x73)
	if len(code) > total {
		t.Fatalf("the program has %d bytes, %d were planned", len(code), total)
	}
	image := make([]byte, dataAt-qemuBase)
	copy(image[header:], code)
	for _, c := range cases {
		image = append(image, c...)
	}
	copy(image, "\x7fELF\x02\x01\x01")
	le := binary.LittleEndian
	le.PutUint16(image[16:], 2)
	le.PutUint16(image[18:], 243)
	le.PutUint32(image[20:], 1)
	le.PutUint64(image[24:], qemuBase+header)
	le.PutUint64(image[32:], 64)
	le.PutUint16(image[52:], 64)
	le.PutUint16(image[54:], 56)
	le.PutUint16(image[56:], 1)
	le.PutUint32(image[64:], 1)
	le.PutUint32(image[68:], 7)
	le.PutUint64(image[80:], qemuBase)
	le.PutUint64(image[88:], qemuBase)
	le.PutUint64(image[96:], uint64(len(image)))
	le.PutUint64(image[104:], uint64(len(image)))
	le.PutUint64(image[112:], 4096)
	dir := t.TempDir()
	file := filepath.Join(dir, "vectors.elf")
	if err := os.WriteFile(file, image, 0o700); err != nil {
		t.Fatal(err)
	}
	out, err := os.Create(filepath.Join(dir, "out"))
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	cmd := exec.Command("qemu-riscv64", "-cpu", "rv64,v=true,vlen=128,elen=64,vext_spec=v1.0", file)
	cmd.Stdout = out
	cmd.WaitDelay = time.Second
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	if err := cmd.Run(); err != nil {
		t.Fatalf("qemu-riscv64: %v %s", err, stderr.String())
	}
	b, err := os.ReadFile(out.Name())
	if err != nil {
		t.Fatal(err)
	}
	if len(b) != qemuCase*len(cases) {
		t.Fatalf("qemu-riscv64 wrote %d bytes, want %d", len(b), qemuCase*len(cases))
	}
	return b
}
