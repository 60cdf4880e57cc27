package isa

import (
	"fmt"
	"strconv"
	"strings"
)

// RegisterName gives the name of an integer register in the calling convention of the unprivileged
// manual: "a0" for 10.
func RegisterName(n int64) string {
	return [32]string{
		"zero", "ra", "sp", "gp", "tp", "t0", "t1", "t2",
		"s0", "s1", "a0", "a1", "a2", "a3", "a4", "a5",
		"a6", "a7", "s2", "s3", "s4", "s5", "s6", "s7",
		"s8", "s9", "s10", "s11", "t3", "t4", "t5", "t6",
	}[n&31]
}

// Register reads an integer register's name: "x10", "a0", or "fp" for s0.
func Register(name string) (int64, bool) {
	if n, ok := numbered(name, "x"); ok {
		return n, true
	}
	if name == "fp" {
		return 8, true
	}
	for n := range int64(32) {
		if RegisterName(n) == name {
			return n, true
		}
	}
	return 0, false
}

// FloatName gives the name of a floating-point register in the calling convention: "fa0" for 10.
func FloatName(n int64) string {
	return [32]string{
		"ft0", "ft1", "ft2", "ft3", "ft4", "ft5", "ft6", "ft7",
		"fs0", "fs1", "fa0", "fa1", "fa2", "fa3", "fa4", "fa5",
		"fa6", "fa7", "fs2", "fs3", "fs4", "fs5", "fs6", "fs7",
		"fs8", "fs9", "fs10", "fs11", "ft8", "ft9", "ft10", "ft11",
	}[n&31]
}

// FloatRegister reads a floating-point register's name: "f10" or "fa0".
func FloatRegister(name string) (int64, bool) {
	if n, ok := numbered(name, "f"); ok {
		return n, true
	}
	for n := range int64(32) {
		if FloatName(n) == name {
			return n, true
		}
	}
	return 0, false
}

// VectorRegister reads a vector register's name: "v8".
func VectorRegister(name string) (int64, bool) { return numbered(name, "v") }

// AnyRegister reads a register's name and says of which file it is: 'x', 'f' or 'v'.
func AnyRegister(name string) (file byte, n int64, ok bool) {
	if n, ok := Register(name); ok {
		return 'x', n, true
	}
	if n, ok := FloatRegister(name); ok {
		return 'f', n, true
	}
	n, ok = VectorRegister(name)
	return 'v', n, ok
}

// numbered reads a prefix and a number from 0 to 31.
func numbered(name, prefix string) (int64, bool) {
	rest, ok := strings.CutPrefix(name, prefix)
	if !ok || rest == "" || rest[0] == '-' {
		return 0, false
	}
	n, ok := number(rest)
	return n, ok && n < 32 && (rest == "0" || rest[0] != '0')
}

// Rounding modes, as the rm field and frm number them.
const roundDynamic = 7

// RoundingName gives the name of a rounding mode: "rne" for 0, "dyn" for 7; "" for 5 and 6.
func RoundingName(rm int64) string {
	return [8]string{"rne", "rtz", "rdn", "rup", "rmm", "", "", "dyn"}[rm&7]
}

// Rounding reads a rounding mode's name.
func Rounding(name string) (int64, bool) {
	for rm := range int64(8) {
		if name != "" && RoundingName(rm) == name {
			return rm, true
		}
	}
	return 0, false
}

// multipliers are the values of vtype.vlmul; 4 is reserved.
var multipliers = [8]string{"m1", "m2", "m4", "m8", "", "mf8", "mf4", "mf2"}

// VTypeName spells a value of vtype: "e32, m2, ta, mu"; one that has no spelling is a number.
func VTypeName(v int64) string {
	multiplier := multipliers[v&7]
	if v>>8 != 0 || v>>3&7 > 3 || multiplier == "" {
		return strconv.FormatInt(v, 10)
	}
	tail := [2]string{"tu", "ta"}[v>>6&1]
	mask := [2]string{"mu", "ma"}[v>>7&1]
	return fmt.Sprintf("e%d, %s, %s, %s", 8<<(v>>3&7), multiplier, tail, mask)
}

// VTypePart reads one word of a spelling of vtype: the bits that it sets, and which bits it is about.
func VTypePart(word string) (value, about int64, ok bool) {
	for sew := range int64(4) {
		if word == fmt.Sprintf("e%d", 8<<sew) {
			return sew << 3, 7 << 3, true
		}
	}
	for i, name := range multipliers {
		if word == name && name != "" {
			return int64(i), 7, true
		}
	}
	switch word {
	case "tu":
		return 0, 1 << 6, true
	case "ta":
		return 1 << 6, 1 << 6, true
	case "mu":
		return 0, 1 << 7, true
	case "ma":
		return 1 << 7, 1 << 7, true
	}
	return 0, 0, false
}
