package steps

import (
	"fmt"
	"slices"
	"strings"

	"touchstone/runner/trial"
)

// envcfgSentences say what the environment lets user mode do.
func envcfgSentences() []sentence {
	return []sentence{
		given("envcfg has <field> = <n> and …", `envcfg has (.+)`, func(w *world, a []string) error {
			value, err := w.envcfg(splitBefore.Split(a[0], -1))
			if err != nil {
				return err
			}
			if w.c.process() {
				w.environment(splitBefore.Split(a[0], -1))
				return nil
			}
			w.configure("csr:menvcfg", value)
			if w.c.hasMode("S") {
				w.configure("csr:senvcfg", value)
			}
			return nil
		}),
	}
}

// configure makes a register part of the setting. All fields of envcfg are WARL: what the hart took
// is looked at.
func (w *world) configure(loc trial.Loc, value uint64) {
	w.setting.CSRs = append(slices.Clip(w.setting.CSRs), trial.Preset{Loc: loc, Value: value})
	w.watch(loc)
}

// envcfg reads the fields that menvcfg and senvcfg have alike.
func (w *world) envcfg(assignments []string) (value uint64, err error) {
	for _, text := range assignments {
		name, v, _ := strings.Cut(text, " = ")
		field, ok := map[string]struct{ lsb, width int }{
			"LPE": {2, 1}, "SSE": {3, 1}, "CBIE": {4, 2}, "CBCFE": {6, 1}, "CBZE": {7, 1}, "PMM": {32, 2},
		}[name]
		if !ok {
			return 0, fmt.Errorf("%q: envcfg has the fields LPE, SSE, CBIE, CBCFE, CBZE and PMM, written CBZE = 1", text)
		}
		n, err := w.number(v)
		if err != nil {
			return 0, err
		}
		if n>>field.width != 0 {
			return 0, fmt.Errorf("%s has %d bits: it cannot hold %d", name, field.width, n)
		}
		value |= n << field.lsb
	}
	return value, nil
}
