package runner

import (
	"fmt"
	"maps"
	"slices"

	"touchstone/specs"
)

// checkParameters says what is wrong with the parameters of a conformance statement.
func checkParameters(pack *specs.Pack, ics specs.ICS) error {
	for _, name := range slices.Sorted(maps.Keys(ics.Parameters)) {
		if err := pack.CheckParameter(name, ics.Parameters[name]); err != nil {
			return fmt.Errorf("%w: the conformance statement's %w", ErrRequest, err)
		}
	}
	return nil
}
