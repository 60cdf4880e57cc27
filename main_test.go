package main

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"touchstone/runner/command/quiet"
)

func TestMain(m *testing.M) {
	quiet.Restore()
	os.Exit(m.Run())
}

// The house has floors, and a package imports only downwards: DESIGN, "The house". Each line
// names a package (a trailing "/…" takes the folders below too; the longest match wins) and what
// of this module it may import, tests aside.
var floors = []struct{ pkg, may string }{
	{"touchstone", "touchstone/runner/command touchstone/runner/command/quiet touchstone/reports touchstone/reports/command touchstone/server/command"},

	{"touchstone/specs", "touchstone/specs/schema"},
	{"touchstone/specs/…", "touchstone/specs touchstone/specs/…"},
	{"touchstone/specs/isa", "touchstone/specs"},
	{"touchstone/specs/isa/asm", "touchstone/specs touchstone/specs/isa"},
	{"touchstone/specs/oracle", "touchstone/specs touchstone/specs/isa"},
	{"touchstone/features/…", "touchstone/specs touchstone/features"},

	{"touchstone/reports/…", "touchstone/reports touchstone/reports/… touchstone/specs touchstone/specs/schema"},

	{"touchstone/runner/trial", "touchstone/specs touchstone/specs/isa"},
	{"touchstone/runner/sweep", "touchstone/specs touchstone/specs/isa touchstone/runner/trial touchstone/runner/image"},
	{"touchstone/runner/steps", "touchstone/specs/… touchstone/specs touchstone/features touchstone/runner/trial touchstone/runner/sweep touchstone/runner/image"},
	{"touchstone/runner/image/…", "touchstone/specs touchstone/specs/… touchstone/runner/trial touchstone/runner/image touchstone/runner/image/…"},
	{"touchstone/runner/rv64/…", "touchstone/specs touchstone/specs/isa touchstone/specs/isa/asm touchstone/runner/rv64 touchstone/runner/rv64/…"},
	{"touchstone/runner/iut/…", "touchstone/specs touchstone/specs/isa touchstone/specs/isa/asm touchstone/reports touchstone/runner/trial touchstone/runner/image touchstone/runner/image/… touchstone/runner/iut touchstone/runner/iut/…"},
	{"touchstone/runner/iut/embedded", "touchstone/specs touchstone/specs/isa touchstone/reports touchstone/runner/trial touchstone/runner/image touchstone/runner/image/… touchstone/runner/iut touchstone/runner/rv64"},
	{"touchstone/runner", "touchstone/specs touchstone/specs/… touchstone/features touchstone/reports touchstone/runner/trial touchstone/runner/steps touchstone/runner/image touchstone/runner/image/… touchstone/runner/iut"},
	{"touchstone/runner/prove", "touchstone/specs touchstone/specs/… touchstone/features touchstone/reports touchstone/runner touchstone/runner/…"},
	{"touchstone/runner/command", "touchstone/specs touchstone/specs/… touchstone/features touchstone/reports touchstone/reports/… touchstone/runner touchstone/runner/…"},

	{"touchstone/runner/command/quiet", ""},

	{"touchstone/server/…", "touchstone/specs touchstone/specs/schema touchstone/reports touchstone/reports/… touchstone/server touchstone/server/…"},
}

// outside: third-party modules that only these packages may import.
var outside = map[string]string{
	"github.com/cucumber/godog":             "touchstone/runner/steps touchstone/runner",
	"github.com/santhosh-tekuri/jsonschema": "touchstone/specs touchstone/specs/schema touchstone/reports",
	"github.com/gin-gonic/gin":              "touchstone/server",
	"go.starlark.net":                       "touchstone/specs/oracle",
	"github.com/secure-systems-lab":         "touchstone/reports/attest",
	"github.com/goccy/go-yaml":              "touchstone/specs touchstone/reports",
}

type goPackage struct {
	ImportPath string
	Imports    []string
}

func modulePackages(t *testing.T) []goPackage {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", "./...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []goPackage
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p goPackage
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

func matches(pattern, pkg string) bool {
	if below, ok := strings.CutSuffix(pattern, "/…"); ok {
		return pkg == below || strings.HasPrefix(pkg, below+"/")
	}
	return pattern == pkg
}

func allowed(list, pkg string) bool {
	for _, pattern := range strings.Fields(list) {
		if matches(pattern, pkg) {
			return true
		}
	}
	return false
}

func TestImportsPointDownwards(t *testing.T) {
	packages := modulePackages(t)
	if len(packages) < 15 {
		t.Fatalf("only %d packages listed: the check would prove nothing", len(packages))
	}
	for _, p := range packages {
		best := -1
		for i, f := range floors {
			if matches(f.pkg, p.ImportPath) && (best < 0 || len(f.pkg) > len(floors[best].pkg)) {
				best = i
			}
		}
		if best < 0 {
			t.Errorf("%s is on no floor: name what it may import in main_test.go", p.ImportPath)
			continue
		}
		for _, imported := range p.Imports {
			if strings.HasPrefix(imported, "touchstone") && !allowed(floors[best].may, imported) {
				t.Errorf("%s imports %s: upwards or sideways", p.ImportPath, imported)
			}
			for module, owners := range outside {
				if strings.HasPrefix(imported, module) && !allowed(owners, p.ImportPath) {
					t.Errorf("%s imports %s, which belongs to %s", p.ImportPath, imported, owners)
				}
			}
		}
	}
}

// TestStartRunsNothing: no package runs a program while it initialises (see package quiet).
func TestStartRunsNothing(t *testing.T) {
	dir := t.TempDir()
	binary := filepath.Join(dir, "touchstone")
	if out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	trap := filepath.Join(dir, "bin")
	if err := os.Mkdir(trap, 0o755); err != nil {
		t.Fatal(err)
	}
	ran := filepath.Join(dir, "ran")
	if err := os.WriteFile(filepath.Join(trap, "go"), []byte("#!/bin/sh\ntouch "+ran+"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(binary, "--version")
	cmd.Env = append(os.Environ(), "PATH="+trap+":"+os.Getenv("PATH"))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("touchstone --version: %v\n%s", err, out)
	}
	if _, err := os.Stat(ran); err == nil {
		t.Error("starting touchstone ran the program called go on the PATH")
	}
}
