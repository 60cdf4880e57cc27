package scripttest_test

import (
	"os/exec"
	"path/filepath"
	"testing"

	"touchstone/runner/command/scripttest"
)

// root is the module's folder.
var root = filepath.Join("..", "..", "..")

func TestScripts(t *testing.T) {
	bin := t.TempDir()
	build := exec.Command("go", "build", "-buildvcs=false", "-o", filepath.Join(bin, "touchstone"), ".")
	build.Dir = root
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	scripttest.Run(t, root, bin, nil)
}
