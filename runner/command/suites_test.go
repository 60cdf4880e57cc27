package command

import (
	"strings"
	"testing"

	"touchstone/specs"
)

// Every pack of the binary has scenarios, by feature and line; another has none.
func TestScenarios(t *testing.T) {
	for _, pack := range specs.Packs() {
		ids, err := Scenarios(pack)
		if err != nil || len(ids) == 0 || !strings.HasPrefix(ids[0], pack+"/") || !strings.Contains(ids[0], ".feature:") {
			t.Errorf("%s: %d, %.1q, %v", pack, len(ids), ids, err)
		}
	}
	if ids, err := Scenarios("nosuchpack"); len(ids) > 0 || err != nil {
		t.Errorf("%v, %v", ids, err)
	}
}
