
# Floating-point and vector state of a case, made and compared. Its status cannot be seen here: the
# environment keeps the units on. Nothing between this and the case is a system call.
state_in:
        sd      ra, STATE_RA(s0)
        la      s11, state
        jal     ra, float_in
        jal     ra, vector_in
        ld      ra, STATE_RA(s0)
        jalr    x0, 0(ra)

state_out:
        sd      ra, STATE_RA(s0)
        la      s11, state
        jal     ra, float_out
        jal     ra, vector_out
        ld      ra, STATE_RA(s0)
        jalr    x0, 0(ra)

#@ units
