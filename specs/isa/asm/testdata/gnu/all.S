# Every form that GNU as and this assembler both know, without compression.
	.option norvc
	.equ k, 40
start:	lui a0, 0x80000
	auipc a1, 0xfffff
	add a0, a1, a2 ; sub t0, s1, x31
	addi a0, a0, -2048
	slli a0, a0, 63 ; srai a1, a2, 1 ; slliw a1, a2, 31
	lb a0, 1(a1) ; lbu a0, 1(a1) ; lh a0, 2(a1) ; lhu a0, 2(a1) ; lw a0, (a1) ; lwu a0, k(a1) ; ld a0, -8(sp)
	sb a0, 1(a1) ; sh a0, 2(a1) ; sw a0, (a1) ; sd a0, -2048(sp)
	beq a0, a1, start ; bne a0, a1, 1f ; blt a0, a1, 1f ; bge a0, a1, 1f ; bltu a0, a1, 1f ; bgeu a0, a1, 1f
1:	beqz a0, 1b ; bnez a0, 1b ; blez a0, 1b ; bgez a0, 1b ; bltz a0, 1b ; bgtz a0, 1b
	bgt a0, a1, 1b ; ble a0, a1, 1b ; bgtu a0, a1, 1b ; bleu a0, a1, 1b
	j start ; jal start ; jal t0, end ; jr a0 ; jr 8(a0) ; jalr a0 ; jalr a0, a1 ; jalr a0, -4(a1) ; ret
	mul a0, a1, a2 ; mulh a0, a1, a2 ; mulhsu a0, a1, a2 ; mulhu a0, a1, a2 ; mulw a0, a1, a2
	div a0, a1, a2 ; divu a0, a1, a2 ; rem a0, a1, a2 ; remu a0, a1, a2
	divw a0, a1, a2 ; divuw a0, a1, a2 ; remw a0, a1, a2 ; remuw a0, a1, a2
	lr.w a0, (a1) ; lr.d.aq a0, (a1) ; sc.w.rl a0, a2, (a1) ; sc.d.aqrl a0, a2, (a1)
	amoswap.w a0, a1, (a2) ; amoadd.d.aq a0, a1, (a2) ; amoxor.w.rl a0, a1, (a2) ; amoand.d.aqrl a0, a1, (a2)
	amoor.w a0, a1, (a2) ; amomin.w a0, a1, (a2) ; amomax.d a0, a1, (a2) ; amominu.w a0, a1, (a2) ; amomaxu.d a0, a1, 0(a2)
	fence ; fence r, w ; fence iorw, o ; fence.tso ; fence.i ; ecall ; ebreak ; mret ; wfi ; unimp
	csrrw a0, mstatus, a1 ; csrrs a0, mepc, a1 ; csrrc a0, mcause, a1 ; csrrwi a0, mtval, 31 ; csrrsi a0, 0x340, 1 ; csrrci a0, satp, 0
	csrr a0, mhartid ; csrw pmpcfg0, a0 ; csrs mie, a0 ; csrc mip, a0 ; csrwi mscratch, 1 ; csrsi mstatus, 8 ; csrci mstatus, 8
	rdcycle a0 ; rdtime a1 ; rdinstret a2
	nop ; mv a0, a1 ; not a0, a1 ; neg a0, a1 ; negw a0, a1 ; sext.w a0, a1 ; zext.b a0, a1
	sext.b a0, a1 ; sext.h a0, a1 ; zext.h a0, a1 ; zext.w a0, a1
	seqz a0, a1 ; snez a0, a1 ; sltz a0, a1 ; sgtz a0, a1 ; sgt a0, a1, a2 ; sgtu a0, a1, a2
	li a0, 0 ; li a0, -1 ; li a0, 2047 ; li a0, 2048 ; li a0, -2049 ; li a0, 0x7fffffff ; li a0, -0x80000000 ; li a0, 0x12345000
	li a0, 1<<4|1 ; li a0, 2+3*4 ; li a0, 0x10 + 1 & 3 ; li a0, 7 - 2 << 1 ; li a0, 5 | 2 + 1
	.byte 1, 'a', -1, 0x80 ; .half 0x1234, -2
	.balign 4
	.word 0x12345678 ; .dword 0x123456789abcdef0, -1
	.ascii "ab\n" ; .asciz "c" ; .string "d\\\"e"
	.zero 2
	.balign 8
	.4byte 0x00000013 ; .2byte 1 ; .2byte 1
	.word k
end:
	.balign 8
