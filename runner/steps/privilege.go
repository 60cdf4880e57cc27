package steps

import (
	"fmt"
	"math/bits"
	"slices"
	"strconv"
	"strings"

	"touchstone/runner/trial"
	"touchstone/specs"
)

// privilegeSentences say which mode a case runs in, and what that mode may do.
func privilegeSentences() []sentence {
	sentences := []sentence{
		given("the hart runs in user|machine mode", `the hart runs in (user|machine) mode`, func(w *world, a []string) error {
			w.mode(map[string]string{"user": "U", "machine": "M"}[a[0]])
			return nil
		}),
		given("user mode may not read|write|execute test data + <n> to test data + <m>", `user mode may not (.+?) (test data.*?) to (test data.*)`, func(w *world, a []string) error {
			return w.protect(a[0], a[1], a[2])
		}),
		inOrder(given("user mode may not read|write|execute the <n> bytes at label <name>", `user mode may not (.+?) the (\d+) bytes at (label \S+)`, func(w *world, a []string) error {
			return w.protectCode(a[0], a[1], a[2])
		})),
		given("user mode may read only <counter> and …", `user mode may read only (.+)`, func(w *world, a []string) error {
			return w.counters(splitList(a[0]))
		}),
		privileged(given("user mode may read no counter", `user mode may read no counter`, func(w *world, _ []string) error {
			return w.counters(nil)
		})),
	}
	return sentences
}

// mode sets the mode, or leaves the scenario when the ICS does not have it.
func (w *world) mode(m string) {
	if m != "U" && w.c.process() {
		w.leave(needsMachine("machine mode"))
		return
	}
	if w.c.process() {
		return // it runs in no other
	}
	if !w.c.hasMode(m) {
		w.leave(scope{reason: "the implementation does not claim " + m + " mode", notApplicable: true})
		return
	}
	w.setting.Mode = m
}

// region is an entry of physical memory protection.
type region struct{ address, config uint64 }

// Permissions and address matching of a pmpcfg field.
const (
	pmpR, pmpW, pmpX = 1, 2, 4
	pmpNA4, pmpNAPOT = 2 << 3, 3 << 3

	maxRegions = 7 // the runtime keeps entry 7, which opens the rest of memory
)

// permissions reads "write or execute" and gives what is left. Memory that may not be read may not
// be written either: the combination is reserved.
func permissions(deny string) (uint64, error) {
	perm := uint64(pmpR | pmpW | pmpX)
	for access := range strings.SplitSeq(strings.ReplaceAll(deny, ", ", " or "), " or ") {
		bit, ok := map[string]uint64{"read": pmpR | pmpW, "write": pmpW, "execute": pmpX}[access]
		if !ok {
			return 0, fmt.Errorf("user mode may not %q: give read, write or execute, joined by or", access)
		}
		perm &^= bit
	}
	return perm, nil
}

// protect adds a region of the data area.
func (w *world) protect(deny, from, to string) error {
	lo, err := w.number(from)
	if err != nil {
		return err
	}
	hi, err := w.number(to)
	if err != nil {
		return err
	}
	if hi < lo {
		return fmt.Errorf("%s is before %s", to, from)
	}
	if err := w.inside(lo, int(hi-lo+1)); err != nil {
		return err
	}
	perm, err := permissions(deny)
	if err != nil {
		return err
	}
	if w.c.process() {
		w.giveUp(lo, hi-lo+1, perm)
		return nil
	}
	r, err := newRegion(lo, hi-lo+1, perm)
	w.regions = append(w.regions, r)
	return w.protectable(err, hi-lo+1)
}

// codeRegion is a region of the program, whose address is not known before the program is.
type codeRegion struct {
	at   value
	size uint64
	perm uint64
}

func (w *world) protectCode(deny, size, label string) error {
	at, err := w.value(label)
	if err != nil {
		return err
	}
	perm, err := permissions(deny)
	if err != nil {
		return err
	}
	n, err := strconv.ParseUint(size, 10, 16)
	w.code = append(w.code, codeRegion{at, n, perm})
	if w.c.process() {
		return err
	}
	return w.protectable(err, n)
}

// protectable leaves the scenario when the implementation cannot have the region.
func (w *world) protectable(err error, size uint64) error {
	if err == nil && len(w.regions)+len(w.code) > maxRegions {
		err = fmt.Errorf("at most %d regions can be protected", maxRegions)
	}
	if why := w.c.noProtection(size); err == nil && why != "" {
		w.leave(scope{reason: why, notApplicable: true})
	}
	return err
}

// newRegion is the PMP entry for size bytes at an address.
func newRegion(at, size, perm uint64) (region, error) {
	if size < 4 || bits.OnesCount64(size) != 1 || at%size != 0 {
		return region{}, fmt.Errorf("%d bytes at %#x are no naturally aligned power of two of at least 4 bytes, which a PMP entry needs", size, at)
	}
	if size == 4 {
		return region{at >> 2, perm | pmpNA4}, nil
	}
	return region{at>>2 | (size/8 - 1), perm | pmpNAPOT}, nil
}

// noProtection says why the implementation cannot protect a region of this size, by its ICS: entries
// are optional, so it must state them; PMP_GRANULARITY is the logarithm of the smallest region.
func (c *Context) noProtection(size uint64) string {
	if !c.hasMode("U") {
		return "the implementation does not claim U mode"
	}
	if n, ok := c.parameter("PMP_ENTRY_COUNT"); !ok || n == 0 {
		return "the implementation states no PMP entries (PMP_ENTRY_COUNT)"
	}
	if grain, ok := c.parameter("PMP_GRANULARITY"); ok && grain < 64 && size < 1<<grain {
		return fmt.Sprintf("the implementation's PMP regions have at least %d bytes", uint64(1)<<grain)
	}
	return ""
}

// parameter is a number of the ICS.
func (c *Context) parameter(name string) (uint64, bool) {
	return specs.Number(c.ICS.Parameters[name])
}

// counters sets mcounteren.
func (w *world) counters(names []string) error {
	if v, stated := w.c.ICS.Parameters["MCOUNTENABLE_EN"]; stated && v == false && !w.c.process() {
		w.leave(scope{reason: "capability: mcounteren is read-only, so counters are firmware's in user mode"})
	}
	value := uint64(0)
	for _, name := range names {
		bit, ok := map[string]int{"cycle": 0, "time": 1, "instret": 2}[name]
		if !ok {
			return fmt.Errorf("%q is no counter that mcounteren opens: give cycle, time or instret", name)
		}
		value |= 1 << bit
	}
	if w.c.process() {
		return nil // what the kernel lets a process read is seen when it reads
	}
	w.setting.CSRs = append(slices.Clip(w.setting.CSRs), trial.Preset{Loc: "csr:mcounteren", Value: value})
	w.watch("csr:mcounteren") // all its fields are WARL: the hart may not have taken them
	return nil
}

// settled is the setting of the next case, with its PMP entries. A program that it depends on gets a
// place of its own.
func (w *world) settled(p *program) (trial.Setting, error) {
	if w.c.process() {
		return w.guarded(p)
	}
	regions := slices.Clone(w.regions)
	if len(w.code) > 0 {
		if p == nil {
			return trial.Setting{}, fmt.Errorf("a part of the program is protected: execute a program, not a sweep")
		}
		p.stub.At = w.c.Map.Place(w.c.places) + uint64(w.align)
		w.c.places++
		for _, c := range w.code {
			v, err := c.at.resolve(p)
			if err != nil {
				return trial.Setting{}, err
			}
			r, err := newRegion(p.stub.At+v.Num, c.size, c.perm)
			if err != nil {
				return trial.Setting{}, err
			}
			regions = append(regions, r)
		}
	}
	s := w.setting
	s.CSRs = slices.Clone(s.CSRs)
	config := uint64(0)
	for i, r := range regions {
		config |= r.config << (8 * i)
		s.CSRs = append(s.CSRs, trial.Preset{Loc: trial.Loc(fmt.Sprintf("csr:pmpaddr%d", i)), Value: r.address})
	}
	if config != 0 {
		s.CSRs = append(s.CSRs, trial.Preset{Loc: "csr:pmpcfg0", Value: config})
	}
	return s, nil
}

// placementSentences say where the code lies.
func placementSentences() []sentence {
	return []sentence{
		given("the code starts at 2 modulo 4", `the code starts at 2 modulo 4`, func(w *world, _ []string) error {
			if !w.c.Claimed("Zca") {
				w.leave(scope{reason: "the implementation does not claim compressed instructions: code starts at multiples of 4", notApplicable: true})
			}
			w.align = 2
			return nil
		}),
	}
}
