package steps

import (
	"encoding/binary"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"touchstone/runner/image"
	"touchstone/runner/trial"
)

// unitSentences say of the floating-point and vector units what no register holds.
func unitSentences() []sentence {
	off := func(loc trial.Loc) func(*world, []string) error {
		return func(w *world, _ []string) error { return w.status(loc, 0) }
	}
	return []sentence{
		given("the floating-point unit is off", `the floating-point unit is off`, off("fs")),
		given("the vector unit is off", `the vector unit is off`, off("vs")),
		given("vl = <n> under e8|e16|e32|e64, mf8|…|m8, ta|tu, ma|mu", `vl = (.+) under (e\w+, mf?\d, t[au], m[au])`, func(w *world, a []string) error {
			vtype, err := parseVType(a[1])
			if err != nil {
				return err
			}
			if err := w.preset("vtype", strconv.Itoa(vtype)); err != nil {
				return err
			}
			return w.preset("vl", a[0])
		}),
	}
}

// status gives mstatus.FS or VS a value.
func (w *world) status(loc trial.Loc, value uint64) error {
	if w.c.process() {
		w.leave(needsMachine("mstatus." + strings.ToUpper(string(loc))))
		return nil
	}
	if value > 3 {
		return fmt.Errorf("%s is a field of two bits, not %d", loc, value)
	}
	w.setting.CSRs = append(slices.Clip(w.setting.CSRs), trial.Preset{Loc: loc, Value: value})
	return nil
}

// parseVType reads "e32, m2, ta, mu" as vtype has it.
func parseVType(text string) (int, error) {
	f := splitList(text)
	if len(f) != 4 {
		return 0, fmt.Errorf("%q is no element width, LMUL, tail and mask policy", text)
	}
	sew := slices.Index([]string{"e8", "e16", "e32", "e64"}, f[0])
	lmul := slices.Index([]string{"m1", "m2", "m4", "m8", "", "mf8", "mf4", "mf2"}, f[1])
	if sew < 0 || lmul < 0 {
		return 0, fmt.Errorf("%q is no element width (e8 e16 e32 e64) and LMUL (mf8 mf4 mf2 m1 m2 m4 m8)", text)
	}
	vtype := sew<<3 | lmul
	if f[2] == "ta" {
		vtype |= 1 << 6
	}
	if f[3] == "ma" {
		vtype |= 1 << 7
	}
	return vtype, nil
}

// elements is what a step says of elements of a vector register group.
type elements struct {
	reg, width, from int
	values           []string // "?": not said; "old": unchanged; alternatives are joined by |
}

var elementsText = regexp.MustCompile(`^e(8|16|32|64)(?: from (\d+))?: (.+)$`)

// elements reads the value "e32 from 4: 1 2 ? old|-1" of a vector register.
func parseElements(reg int64, text string) (elements, error) {
	m := elementsText.FindStringSubmatch(text)
	if m == nil {
		return elements{}, fmt.Errorf("%q: a vector register holds e8|e16|e32|e64, with from <n> if they do not begin with element 0, a colon, and elements with blanks between them", text)
	}
	e := elements{reg: int(reg), values: strings.Fields(m[3])}
	e.width, _ = strconv.Atoi(m[1])
	e.from, _ = strconv.Atoi(m[2])
	return e, nil
}

// vlen is the length of vector registers in bits: what the statement says, or the least that V has.
func (c *Context) vlen() int {
	if n, ok := c.parameter("VLEN"); ok {
		return int(n)
	}
	return 128
}

// at gives the doubleword of element i, and the lowest of its bits there.
func (e elements) at(i, vlen int) (loc trial.Loc, reg, word int, low uint8, err error) {
	bit := (e.from + i) * e.width
	reg = e.reg + bit/vlen
	if reg > 31 {
		return "", 0, 0, 0, fmt.Errorf("element %d is behind v31", e.from+i)
	}
	word, low = bit%vlen/64, uint8(bit%64)
	return image.VectorLoc(reg, word), reg, word, low, nil
}

// hold presets elements; those it says nothing of keep what they held.
func (w *world) hold(e elements) error {
	for i, text := range e.values {
		if text == "?" {
			continue
		}
		loc, reg, word, low, err := e.at(i, w.c.vlen())
		if err != nil {
			return err
		}
		v, err := w.number(text)
		if err != nil {
			return err
		}
		mask := ^uint64(0) >> (64 - e.width)
		if v&^mask != 0 && int64(v)>>(e.width-1) != -1 {
			return fmt.Errorf("%s does not fit in %d bits", text, e.width)
		}
		at := slices.IndexFunc(w.before, func(s start) bool { return s.loc == loc })
		if at < 0 {
			at = len(w.before)
			w.before = append(w.before, start{loc, value{num: w.vectorWord(reg, word)}})
		}
		old := &w.before[at].value.num
		*old = *old&^(mask<<low) | v&mask<<low
	}
	return nil
}

// vectorWord is what a doubleword of a register holds when nothing is said of it.
func (w *world) vectorWord(reg, word int) uint64 { return image.VectorBackground(reg, word) }

// expect checks elements, one check each. "old" is the value before the case.
func (w *world) expect(e elements, op string) error {
	if op != "=" {
		return fmt.Errorf("elements of a vector register can only be = <value>")
	}
	for i, text := range e.values {
		loc, reg, word, low, err := e.at(i, w.c.vlen())
		if err != nil {
			return err
		}
		w.name(loc)
		if text == "?" {
			continue
		}
		h := trial.Holds{Loc: loc, Low: low, Width: uint8(e.width)}
		mask := ^uint64(0) >> (64 - e.width)
		for alternative := range strings.SplitSeq(text, "|") {
			v := w.wordBefore(loc, reg, word) >> low
			if alternative != "old" {
				if v, err = w.number(alternative); err != nil {
					return err
				}
			}
			h.Values = append(h.Values, trial.Value{Num: v & mask})
		}
		w.check(h)
	}
	return nil
}

// wordBefore is what a doubleword of a vector register held when the current case began.
func (w *world) wordBefore(loc trial.Loc, reg, word int) uint64 {
	for _, s := range w.before {
		if s.loc == loc {
			return s.value.num
		}
	}
	return w.vectorWord(reg, word)
}

// units decides which state the cases of the scenario are made with: that of the extension it is
// about, and whatever its code and its words name.
func (w *world) units() error {
	float, vector := w.c.unitsOf(w.trial.Extension)
	name := func(l trial.Loc) {
		f, v := w.c.stateOf(l)
		float, vector = float || f, vector || v
	}
	for _, l := range slices.Concat(w.observe, w.named) {
		name(l)
	}
	for i := range w.trial.Cases {
		c := &w.trial.Cases[i]
		for _, p := range c.Before {
			name(p.Loc)
		}
		for _, p := range c.Setting.CSRs {
			name(p.Loc)
		}
		for _, l := range c.Observe {
			name(l)
		}
	}
	for _, c := range w.trial.Checks {
		switch e := c.Expect.(type) {
		case trial.Holds:
			name(e.Loc)
		case trial.Unchanged:
			for _, l := range slices.Concat(e.But, e.Of) {
				name(l)
			}
		}
	}
	seen := map[*trial.Stub]bool{}
	for i := range w.trial.Cases {
		if s := w.trial.Cases[i].Stub; !seen[s] {
			seen[s] = true
			f, v := w.c.uses(s)
			float, vector = float || f, vector || v
		}
	}
	if !float && !vector || len(w.trial.Cases[0].Harts) > 0 {
		return nil
	}
	if !w.c.Claimed("D") {
		w.leave(scope{reason: "the implementation does not claim D, by whose instructions the runtime looks at floating-point registers"})
		return nil
	}
	for i := range w.trial.Cases {
		s := &w.trial.Cases[i].Setting
		s.Float = true
		if vector {
			s.VLEN = w.c.vlen()
		}
	}
	return nil
}

// stateOf says which state a location is part of.
func (c *Context) stateOf(l trial.Loc) (float, vector bool) {
	if csr, ok := c.csrs[l]; ok {
		return c.unitsOf(csr.Extension)
	}
	return l[0] == 'f' || l[0] == 'v', l[0] == 'v'
}

// unitsOf says which state the CSRs and the instructions of an extension need.
func (c *Context) unitsOf(ext string) (float, vector bool) {
	return c.implied[ext]["F"], c.implied[ext]["V"]
}

// uses says which state the instructions of a stub name.
func (c *Context) uses(s *trial.Stub) (float, vector bool) {
	for _, ch := range s.Chunks {
		for b := ch.Bytes; len(b) >= 2; {
			word := uint32(binary.LittleEndian.Uint16(b))
			size := 2
			if word&3 == 3 && len(b) >= 4 {
				word, size = binary.LittleEndian.Uint32(b), 4
			}
			b = b[size:]
			in, ok := c.Table.Decode(word)
			if !ok {
				continue
			}
			f, v := c.unitsOf(in.Row.Extension)
			float, vector = float || f, vector || v
			if o, ok := in.Operand("csr"); ok {
				for i := range c.Pack.CSRs {
					if int64(c.Pack.CSRs[i].Address) == o.Get(word) {
						f, v := c.unitsOf(c.Pack.CSRs[i].Extension)
						float, vector = float || f, vector || v
					}
				}
			}
		}
	}
	return float || vector, vector
}
