package image

import (
	"fmt"
	"strconv"
	"strings"

	"touchstone/specs"

	"touchstone/runner/image/linux"
	"touchstone/runner/image/machine"
	"touchstone/runner/trial"
)

// Locations of records, by their code. An observed CSR that does not hold its preset when the
// case begins (a WARL field, or no preset) is reported as "before:csr:mtvec" as well: what the
// judge must start from.
func (img *Image) loc(code uint64) (trial.Loc, bool) {
	switch {
	case code < 32:
		return trial.Loc("x" + strconv.Itoa(int(code))), true
	case code < machine.LocF+32:
		return trial.Loc("f" + strconv.Itoa(int(code-machine.LocF))), true
	case code == machine.LocFS:
		return "fs", true
	case code == machine.LocVS:
		return "vs", true
	case code == machine.LocBeforeFS:
		return "before:fs", true
	case code == machine.LocBeforeVS:
		return "before:vs", true
	case code == linux.LocRefused && len(img.Setting.Without) > 0:
		return "before:protection", true
	case code >= machine.LocVector && code < machine.LocVectorUp && img.Setting.VLEN > 0:
		n, each := int(code-machine.LocVector), img.Setting.VLEN/64
		return VectorLoc(n/each, n%each), n/each < 32
	case code >= machine.LocCSR && code < machine.LocBefore:
		return "csr:" + img.csr(uint16(code-machine.LocCSR)), true
	case code >= machine.LocBefore && code < machine.LocBefore+0x1000:
		return "before:csr:" + img.csr(uint16(code-machine.LocBefore)), true
	case code >= machine.LocMemory && code%8 == 0:
		return trial.Loc(fmt.Sprintf("mem:%x", code)), true
	}
	return "", false
}

// VectorLoc names doubleword i of v(reg).
func VectorLoc(reg, i int) trial.Loc {
	return trial.Loc("v" + strconv.Itoa(reg) + "[" + strconv.Itoa(i) + "]")
}

func (img *Image) csr(n uint16) trial.Loc {
	if name, ok := img.CSRs[n]; ok {
		return trial.Loc(name)
	}
	return trial.Loc(fmt.Sprintf("%#03x", n))
}

// csrNames resolves the names of CSRs.
type csrNames map[string]uint16

func newCSRNames(csrs []specs.CSR) csrNames {
	n := csrNames{}
	for _, c := range csrs {
		n[c.Name] = uint16(c.Address)
	}
	return n
}

// number is the address of a CSR called by its name or by its number ("0x340").
func (n csrNames) number(name string) (uint16, error) {
	if a, ok := n[name]; ok {
		return a, nil
	}
	if a, err := strconv.ParseUint(name, 0, 12); err == nil {
		return uint16(a), nil
	}
	return 0, fmt.Errorf("no CSR is called %q in this pack", name)
}

// place is a location taken apart.
type place struct {
	kind byte   // 'x', 'f', 'v', 'm', 'c', 's': fs or vs by the field's lowest bit in mstatus, and 'h': x of hart 1
	n    uint64 // register, address, CSR
	i    uint64 // of v: the doubleword
}

func (n csrNames) parse(l trial.Loc) (place, error) {
	s := string(l)
	switch {
	case s == "fs":
		return place{kind: 's', n: statusFS}, nil
	case s == "vs":
		return place{kind: 's', n: statusVS}, nil
	case strings.HasPrefix(s, "x"), strings.HasPrefix(s, "f"):
		r, err := strconv.ParseUint(s[1:], 10, 8)
		if err != nil || r > 31 {
			return place{}, fmt.Errorf("no register is called %q", s)
		}
		return place{kind: s[0], n: r}, nil
	case strings.HasPrefix(s, "v"):
		reg, rest, _ := strings.Cut(s[1:], "[")
		r, err := strconv.ParseUint(reg, 10, 8)
		i, err2 := strconv.ParseUint(strings.TrimSuffix(rest, "]"), 10, 16)
		if err != nil || err2 != nil || r > 31 {
			return place{}, fmt.Errorf("location %q: a doubleword of a vector register is v8[2]", s)
		}
		return place{kind: 'v', n: r, i: i}, nil
	case strings.HasPrefix(s, "mem:"):
		a, err := strconv.ParseUint(s[4:], 16, 64)
		if err != nil || a%8 != 0 {
			return place{}, fmt.Errorf("location %q: a doubleword is mem: and an address, a multiple of 8, in hexadecimal", s)
		}
		return place{kind: 'm', n: a}, nil
	case strings.HasPrefix(s, "h1:x"):
		r, err := n.parse(l[3:])
		return place{kind: 'h', n: r.n}, err
	case strings.HasPrefix(s, "csr:"):
		c, err := n.number(s[4:])
		return place{kind: 'c', n: uint64(c)}, err
	}
	return place{}, fmt.Errorf("the machine environment knows no location %q (x…, f…, v…[…], mem:…, csr:…, fs, vs, h1:x…)", s)
}
