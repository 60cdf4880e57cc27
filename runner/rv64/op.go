package rv64

// op is the inlined form of an instruction in the fast loop.
type op uint8

const (
	opCall op = iota // call the function
	opNop            // a computation whose result goes to x0
	opLui
	opAuipc // only before it is placed: then it is a constant, as lui is
	opAddi
	opSlti
	opSltiu
	opXori
	opOri
	opAndi
	opSlli
	opSrli
	opSrai
	opAdd
	opSub
	opSll
	opSlt
	opSltu
	opXor
	opSrl
	opSra
	opOr
	opAnd
	opAddiw
	opSlliw
	opSrliw
	opSraiw
	opAddw
	opSubw
	opMul
	opMulw
	opSh1add
	opSh2add
	opSh3add
	opAddUw
	opSh1addUw
	opSh2addUw
	opSh3addUw
	opSlliUw
	opAndn
	opOrn
	opXnor
	opMin
	opMax
	opMinu
	opMaxu
	opSextB
	opSextH
	opZextH
	opRev8
	opRol
	opRor
	opRori
	opRoriw
	opCzeroEqz
	opCzeroNez
	opBexti
	opBseti
	opBclri

	// Floating point, in the order of what they need: see floatForm.
	opFmvXD // these three only before they are placed
	opFmvDX
	opFmvXW
	opFmvWX
	opFsgnjD
	opFsgnjnD
	opFsgnjxD
	opFeqD
	opFltD
	opFleD
	opFeqS
	opFltS
	opFleS
	opFcvtDS
	opFcvtDW
	opFcvtDWU
	opFaddD
	opFsubD
	opFmulD
	opFdivD
	opFsqrtD
	opFmaddD
	opFmsubD
	opFnmsubD
	opFnmaddD
	opFcvtDL
	opFcvtWD
	opFcvtLD
	opFcvtSD
	opFcvtSW
	opFaddS
	opFsubS
	opFmulS
	opFdivS

	opLb
	opLh
	opLw
	opLd
	opLbu
	opLhu
	opLwu
	opFld // only before it is placed
	opFlw
	opLbPaged // the loads once more, in the same order, for a machine with pages: their flags are looked at
	opLhPaged
	opLwPaged
	opLdPaged
	opLbuPaged
	opLhuPaged
	opLwuPaged
	opFldPaged // none: opFld is opLd when it is placed
	opFlwPaged
	opSb
	opSh
	opSw
	opSd
	opFsd // these two only before they are placed
	opFsw
	opBeq
	opBne
	opBlt
	opBge
	opBltu
	opBgeu
	opJal
	opJalr
	opJ   // jal with rd = x0
	opJr  // jalr with rd = x0
	opEnd // no instruction: the block goes on at pc

	// Pairs that are executed as one: see fuse.
	opLuiAddi
	opAddiAddi
	opAddiAdd
	opAddiwAddi
	opAddAdd
	opAddAddi
	opSlliAdd
	opSlliSrli
	opAddLw
	opAddLd
	opAddLbu
	opAddiLw
	opAddiLd
	opAddiBeq
	opAddiBne
	opAddiBlt
	opAddiBge
	opAddiBltu
	opAddiBgeu
	opAddBeq
	opAddBne
	opAddBlt
	opAddBge
	opAddBltu
	opAddBgeu
	opAddiwBeq
	opAddiwBne
	opAddiwBlt
	opAddiwBge
	opAddiwBltu
	opAddiwBgeu

	opFirstExact   = opFcvtDS
	opFirstInexact = opFaddD

	opFirstLoad  = opLb
	opFirstStore = opSb
	opFirstJump  = opBeq
)

// inlinedOps names the rows that the fast loop has inlined.
func inlinedOps() map[string]op {
	return map[string]op{
		"lui": opLui, "auipc": opAuipc, "addi": opAddi, "slti": opSlti, "sltiu": opSltiu, "xori": opXori,
		"ori": opOri, "andi": opAndi, "slli": opSlli, "srli": opSrli, "srai": opSrai, "add": opAdd,
		"sub": opSub, "sll": opSll, "slt": opSlt, "sltu": opSltu, "xor": opXor, "srl": opSrl,
		"sra": opSra, "or": opOr, "and": opAnd, "addiw": opAddiw, "slliw": opSlliw, "srliw": opSrliw,
		"sraiw": opSraiw, "addw": opAddw, "subw": opSubw, "mul": opMul, "mulw": opMulw, "lb": opLb,
		"lh": opLh, "lw": opLw, "ld": opLd, "lbu": opLbu, "lhu": opLhu, "lwu": opLwu,
		"sb": opSb, "sh": opSh, "sw": opSw, "sd": opSd, "beq": opBeq, "bne": opBne,
		"blt": opBlt, "bge": opBge, "bltu": opBltu, "bgeu": opBgeu, "jal": opJal, "jalr": opJalr,

		"fld": opFld, "fsd": opFsd, "fsw": opFsw, "fmv.x.d": opFmvXD, "fmv.d.x": opFmvDX, "fmv.x.w": opFmvXW,
		"flw": opFlw, "fmv.w.x": opFmvWX, "fsgnj.d": opFsgnjD, "fsgnjn.d": opFsgnjnD, "fsgnjx.d": opFsgnjxD,
		"feq.d": opFeqD, "flt.d": opFltD, "fle.d": opFleD, "feq.s": opFeqS, "flt.s": opFltS, "fle.s": opFleS,
		"fcvt.d.s": opFcvtDS, "fcvt.d.w": opFcvtDW, "fcvt.d.wu": opFcvtDWU,
		"fadd.d": opFaddD, "fsub.d": opFsubD, "fmul.d": opFmulD, "fdiv.d": opFdivD, "fsqrt.d": opFsqrtD,
		"fmadd.d": opFmaddD, "fmsub.d": opFmsubD, "fnmsub.d": opFnmsubD, "fnmadd.d": opFnmaddD,
		"fcvt.d.l": opFcvtDL, "fcvt.w.d": opFcvtWD, "fcvt.l.d": opFcvtLD, "fcvt.s.d": opFcvtSD, "fcvt.s.w": opFcvtSW,
		"fadd.s": opFaddS, "fsub.s": opFsubS, "fmul.s": opFmulS, "fdiv.s": opFdivS,

		"sh1add": opSh1add, "sh2add": opSh2add, "sh3add": opSh3add, "add.uw": opAddUw, "sh1add.uw": opSh1addUw, "sh2add.uw": opSh2addUw,
		"sh3add.uw": opSh3addUw, "slli.uw": opSlliUw, "andn": opAndn, "orn": opOrn, "xnor": opXnor, "min": opMin,
		"max": opMax, "minu": opMinu, "maxu": opMaxu, "sext.b": opSextB, "sext.h": opSextH, "zext.h": opZextH,
		"rev8": opRev8, "rol": opRol, "ror": opRor, "rori": opRori, "roriw": opRoriw, "czero.eqz": opCzeroEqz,
		"czero.nez": opCzeroNez, "bexti": opBexti, "bseti": opBseti, "bclri": opBclri,

		"prefetch.i": opNop, "prefetch.r": opNop, "prefetch.w": opNop,
		"ntl.p1": opNop, "ntl.pall": opNop, "ntl.s1": opNop, "ntl.all": opNop, "pause": opNop,
	}
}

// specialised chooses the form of o for these operands. The fast loop writes rd without looking,
// so nothing whose rd is x0 may keep a form that writes.
func (o op) specialised(i *Inst) op {
	if i.floats != 0 {
		return o.specialisedFloat(i)
	}
	if i.Rd != 0 || o == opCall || o >= opFirstStore && o < opJal {
		return o
	}
	switch {
	case o == opJal:
		return opJ
	case o == opJalr:
		return opJr
	case o >= opFirstLoad:
		return opCall // the access still happens
	default:
		return opNop
	}
}

// paged is the form of a placed instruction in a machine with pages.
func (o op) paged() op {
	if o >= opFirstLoad && o < opLbPaged {
		return o + opLbPaged - opFirstLoad
	}
	return o
}

// ends tells whether a block ends with this form.
func (o op) ends() bool { return o >= opJal && o <= opEnd }

// pairs names the forms of two instructions in a row that the fast loop executes as one.
func pairs() map[[2]op]op {
	return map[[2]op]op{
		{opLui, opAddi}: opLuiAddi, {opAddi, opAddi}: opAddiAddi, {opAddi, opAdd}: opAddiAdd,
		{opAddiw, opAddi}: opAddiwAddi, {opAdd, opAdd}: opAddAdd, {opAdd, opAddi}: opAddAddi,
		{opSlli, opAdd}: opSlliAdd, {opSlli, opSrli}: opSlliSrli, {opAdd, opLw}: opAddLw,
		{opAdd, opLd}: opAddLd, {opAdd, opLbu}: opAddLbu, {opAddi, opLw}: opAddiLw,
		{opAddi, opLd}: opAddiLd, {opAddi, opBeq}: opAddiBeq, {opAddi, opBne}: opAddiBne,
		{opAddi, opBlt}: opAddiBlt, {opAddi, opBge}: opAddiBge, {opAddi, opBltu}: opAddiBltu,
		{opAddi, opBgeu}: opAddiBgeu, {opAdd, opBeq}: opAddBeq, {opAdd, opBne}: opAddBne,
		{opAdd, opBlt}: opAddBlt, {opAdd, opBge}: opAddBge, {opAdd, opBltu}: opAddBltu,
		{opAdd, opBgeu}: opAddBgeu, {opAddiw, opBeq}: opAddiwBeq, {opAddiw, opBne}: opAddiwBne,
		{opAddiw, opBlt}: opAddiwBlt, {opAddiw, opBge}: opAddiwBge, {opAddiw, opBltu}: opAddiwBltu,
		{opAddiw, opBgeu}: opAddiwBgeu,
	}
}

// fuse gives the first of such a pair the form of both. The second keeps its own: it is where the
// form continues, and what is called or jumped from when it leaves the fast loop.
func fuse(code []micro, pairs map[[2]op]op) {
	for k := 0; k+1 < len(code); k++ {
		if both, ok := pairs[[2]op{code[k].op, code[k+1].op}]; ok {
			code[k].op = both
			k++
		}
	}
}
