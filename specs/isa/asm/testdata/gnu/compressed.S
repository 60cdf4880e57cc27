# What both compress alike. GNU as turns more aliases into short forms than expansions alone do.
	.option rvc
start:	addi a0, a0, 1 ; addi sp, sp, -64 ; addi sp, sp, 16 ; addi a0, sp, 16 ; li a0, 5 ; li a5, -32
	mv a0, a1 ; add a0, a0, a1 ; nop ; lui a0, 0x1f ; lui a0, 0xfffe0 ; lui sp, 1 ; addiw a0, a0, 1
	lw a0, 4(a1) ; ld a0, 8(a1) ; sw a0, 4(a1) ; sd a0, 248(a1) ; sd a0, 256(a1) ; lw t0, 4(a1)
	lw a0, 252(sp) ; ld ra, 504(sp) ; sw a0, 0(sp) ; sd ra, 8(sp)
	and a0, a0, a1 ; or a0, a0, a1 ; xor a0, a0, a1 ; sub a0, a0, a1 ; addw a0, a0, a1 ; subw a0, a0, a1
	andi a0, a0, -1 ; srli a0, a0, 1 ; srai a0, a0, 63 ; slli a0, a0, 4 ; slli t0, t0, 4
	beqz a0, start ; bnez a0, end ; j start ; j end ; jr a0 ; jalr a0 ; ret ; ebreak ; jal start
	beq a0, a1, end ; beqz t0, end
	c.addi4spn a0, sp, 4 ; c.lui a1, 31 ; c.j end ; c.beqz a0, end ; c.nop
	.zero 200
	bnez a0, start ; bnez a0, end ; beqz a0, start
end:
