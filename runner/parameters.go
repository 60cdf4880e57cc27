package runner

import (
	"fmt"
	"maps"
	"math/bits"
	"slices"
	"strconv"

	"touchstone/specs"
)

// CheckParameter says what is wrong with what a conformance statement gives a parameter, before
// anything is computed with it: it is a number or a truth value where the statement of the pack's
// own implementation has one, and lengths and sizes are such as the standard allows.
func CheckParameter(pack *specs.Pack, name string, value any) error {
	wrong := func(what string) error {
		shown := fmt.Sprint(value)
		if text, ok := value.(string); ok {
			shown = strconv.Quote(text)
		}
		return fmt.Errorf("%s is %s; %s", name, shown, what)
	}
	n, isNumber := specs.Number(value)
	switch name {
	case "VLEN":
		if !isNumber || n < 128 || n > 65536 || bits.OnesCount64(n) != 1 {
			return wrong("the length of vector registers is a power of two from 128 to 65536")
		}
		return nil
	case "LR_RESERVATION_SET_SIZE", "CACHE_BLOCK_SIZE", "MISALIGNED_ATOMICITY_GRANULE_SIZE":
		if !isNumber || bits.OnesCount64(n) != 1 {
			return wrong("it is a power of two, in bytes")
		}
		return nil
	}
	if pack.DefaultICS == nil {
		return nil
	}
	like := pack.DefaultICS.Parameters[name]
	if _, numeric := specs.Number(like); numeric && !isNumber {
		return wrong(fmt.Sprintf("it is a whole number, such as %v", like))
	}
	_, truth := like.(bool)
	if _, ok := value.(bool); truth && !ok {
		return wrong("it is true or false")
	}
	return nil
}

// checkParameters checks all of a statement.
func checkParameters(pack *specs.Pack, ics specs.ICS) error {
	for _, name := range slices.Sorted(maps.Keys(ics.Parameters)) {
		if err := CheckParameter(pack, name, ics.Parameters[name]); err != nil {
			return fmt.Errorf("%w: the conformance statement's %w", ErrRequest, err)
		}
	}
	return nil
}
