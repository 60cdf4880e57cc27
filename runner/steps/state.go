package steps

import (
	"encoding/binary"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"touchstone/runner/image"
	"touchstone/runner/trial"
	"touchstone/specs/isa"
)

// stateSentences say what registers, CSRs and the data area hold when a case begins. One step may
// give several of them.
func stateSentences() []sentence {
	hold := func(w *world, a []string) error {
		for _, part := range splitBefore.Split(a[0], -1) {
			if err := w.start(part); err != nil {
				return err
			}
		}
		return nil
	}
	return []sentence{
		given("<register or CSR> = <value> and …", `([a-z]\w* = [^,]+(?:, [^,]+ (?:=|holds) [^,]+)*)`, hold),
		given("test data + <n> holds (byte|halfword|word|doubleword) <value> and …", `(test data.* holds .+)`, hold),
		given(`the code "<assembly>" lies at test data + <n>`, `the code "(.+)" lies at (test data.*)`, func(w *world, a []string) error {
			at, err := w.number(a[1])
			if err != nil {
				return err
			}
			code, err := w.bytes(a[0], at)
			if err != nil {
				return err
			}
			return w.storeBytes(at, code)
		}),
	}
}

// splitBefore is what joins assignments, and what joins what locations hold.
var splitBefore = regexp.MustCompile(`(?:, and | and |, )`)

// start reads "a0 = 5" or "test data + 8 holds word 5".
func (w *world) start(text string) error {
	if name, v, ok := strings.Cut(text, " = "); ok {
		return w.preset(name, v)
	}
	f, rest, err := w.field(text)
	if err != nil {
		return err
	}
	v, err := w.number(rest)
	if err != nil {
		return err
	}
	return w.store(f, v)
}

func (w *world) preset(name, text string) error {
	if r, ok := isa.VectorRegister(name); ok {
		e, err := parseElements(r, text)
		if err != nil {
			return err
		}
		return w.hold(e)
	}
	loc, err := w.c.location(name)
	if err != nil {
		return err
	}
	v, err := w.value(text)
	if err != nil {
		return err
	}
	switch loc {
	case "x0":
		return fmt.Errorf("%s is hardwired to zero: it cannot be given a value", name)
	case "fs", "vs":
		return w.status(loc, v.num)
	case "csr:mstatus":
		if w.c.process() {
			w.leave(needsMachine("mstatus"))
			return nil
		}
		w.setting.CSRs = append(slices.Clip(w.setting.CSRs), trial.Preset{Loc: loc, Value: v.num})
		return nil
	}
	w.watch(loc)
	w.before = slices.DeleteFunc(w.before, func(s start) bool { return s.loc == loc })
	w.before = append(w.before, start{loc, v})
	return nil
}

// field is a piece of memory that a step names.
type field struct {
	address uint64
	width   int // bytes
}

var holds = regexp.MustCompile(`^(test data.*?) holds (?:(byte|halfword|word|doubleword) )?(.+)$`)

// field reads "test data + 8 holds word 5" and gives the field and the rest, "5".
func (w *world) field(text string) (field, string, error) {
	m := holds.FindStringSubmatch(text)
	if m == nil {
		return field{}, "", fmt.Errorf("%q is no test data + <n> holds <value>", text)
	}
	at, err := w.number(m[1])
	if err != nil {
		return field{}, "", err
	}
	f := field{at, map[string]int{"byte": 1, "halfword": 2, "word": 4, "doubleword": 8, "": 8}[m[2]]}
	return f, m[3], w.inside(at, f.width)
}

// inside checks that an access stays within the data area.
func (w *world) inside(at uint64, n int) error {
	if at-w.c.Map.Data > image.DataSize-uint64(n) {
		return fmt.Errorf("%d bytes at test data%+d leave the data area of %d bytes", n, int64(at-w.c.Map.Data), image.DataSize)
	}
	return nil
}

func (w *world) store(f field, v uint64) error {
	if f.width < 8 && v>>(8*f.width) != 0 && int64(v)>>(8*f.width-1) != -1 {
		return fmt.Errorf("%#x does not fit in %d bytes", v, f.width)
	}
	return w.storeBytes(f.address, binary.LittleEndian.AppendUint64(nil, v)[:f.width])
}

func (w *world) storeBytes(at uint64, b []byte) error {
	if err := w.inside(at, len(b)); err != nil {
		return err
	}
	for i, c := range b {
		a := at + uint64(i)
		old, ok := w.memory[a&^7]
		if !ok {
			old = image.DataBackground(int64(a&^7 - w.c.Map.Data))
		}
		shift := 8 * (a & 7)
		w.memory[a&^7] = old&^(0xff<<shift) | uint64(c)<<shift
	}
	return nil
}

// memoryAt names the doubleword that holds an address.
func memoryAt(address uint64) trial.Loc { return trial.Loc(fmt.Sprintf("mem:%x", address&^7)) }

// starts is the before-state of the next case, with labels resolved.
func (w *world) starts(p *program) ([]trial.Preset, error) {
	out := make([]trial.Preset, 0, len(w.before)+len(w.memory))
	for _, s := range w.before {
		v, err := s.value.resolve(p)
		if err != nil {
			return nil, err
		}
		out = append(out, trial.Preset{Loc: s.loc, Value: v.Num, Rel: v.Rel})
	}
	for _, at := range slices.Sorted(maps.Keys(w.memory)) {
		out = append(out, trial.Preset{Loc: memoryAt(at), Value: w.memory[at]})
	}
	return out, nil
}
