    .section .text.start, "ax"
    .globl _start
_start:
    la   sp, stack_top
    call work
    slli a0, a0, 1
    ori  a0, a0, 1
    la   t0, tohost
    sd   a0, 0(t0)
1:  j    1b

    .section .tohost, "aw"
    .globl tohost, fromhost
    .balign 64
    .type tohost, @object
    .size tohost, 8
tohost:   .dword 0
    .balign 64
    .type fromhost, @object
    .size fromhost, 8
fromhost: .dword 0

    .bss
    .balign 16
    .skip 4096
stack_top:
