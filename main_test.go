package main

import (
	"crypto/rand"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/alecthomas/kong"
	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/mod/sumdb/note"

	"touchstone/runner/command/quiet"
	"touchstone/runner/command/scripttest"
	"touchstone/server/deploy/deploytest"
)

func TestMain(m *testing.M) {
	quiet.Restore()
	testscript.Main(m, map[string]func(){"touchstone": main})
}

// TestScripts runs the whole program as its users do: testdata/script, with the words of [scripttest.Run], and
//
//	action NAME=VALUE…            the composite action for pipelines (deploytest)
//	gitlab NAME=VALUE…            the GitLab job
//
// Scripts about implementations are in runner/command/scripttest.
func TestScripts(t *testing.T) {
	scripttest.Run(t, ".", "", map[string]scripttest.Word{
		"action": deploytest.ActionCommand(".github/actions/conformance/action.yml"), "gitlab": deploytest.JobCommand(".gitlab/conformance.gitlab-ci.yml", ".touchstone"),
	})
}

// TestDeploymentSpeaksOfWhatThereIs: every command and every variable of server/deploy is one of the
// program's.
func TestDeploymentSpeaksOfWhatThereIs(t *testing.T) {
	here, err := filepath.Abs(filepath.Join("server", "deploy"))
	if err != nil {
		t.Fatal(err)
	}
	files := os.DirFS(here)
	found, err := deploytest.Commands(files)
	if err != nil {
		t.Fatal(err)
	}
	if len(found) < 20 {
		t.Fatalf("%d commands: the check would prove nothing", len(found))
	}
	parser := kong.Must(commands(), kong.Name("touchstone"), kong.Vars{"version": "test"}, kong.Exit(func(int) {}))
	_, logKey, err := note.GenerateKey(rand.Reader, "registry.example.org/log")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir()) // some arguments must exist
	for _, c := range found {
		for i, arg := range c.Args {
			if name := filepath.Base(arg); strings.HasSuffix(name, ".pub") && !strings.Contains(arg, "=") {
				c.Args[i] = name
			} else if strings.HasSuffix(arg, "/log.pub") {
				c.Args[i] = "--log-key=log.pub"
			} else {
				continue
			}
			if err := os.WriteFile(filepath.Base(strings.TrimPrefix(c.Args[i], "--log-key=")), []byte(logKey+"\n"), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := parser.Parse(c.Args); err != nil {
			t.Errorf("server/deploy/%s: touchstone %s: %v", c.File, strings.Join(c.Args, " "), err)
		}
	}
	known := map[string]bool{}
	_ = kong.Visit(parser.Model, func(n kong.Visitable, next kong.Next) error {
		if f, ok := n.(*kong.Flag); ok {
			for _, name := range f.Envs {
				known[name] = true
			}
		}
		return next(nil)
	})
	variable := regexp.MustCompile(`\bTOUCHSTONE_[A-Z_]+\b`)
	for _, name := range []string{"README.md", "README.zh-CN.md", "systemd/touchstone.service", "systemd/touchstone-worker@.service", "kubernetes/registry.yaml", "kubernetes/workers.yaml"} {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range variable.FindAllString(string(text), -1) {
			if !known[v] && v != "TOUCHSTONE_" {
				t.Errorf("server/deploy/%s: no flag reads %s", name, v)
			}
		}
	}
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
	{"touchstone/specs/internal/blame", "touchstone/specs"},
	{"touchstone/specs/oracle", "touchstone/specs touchstone/specs/isa touchstone/specs/internal/blame"},
	{"touchstone/specs/exchange", "touchstone/specs touchstone/specs/generated touchstone/specs/internal/blame"},
	{"touchstone/features/…", "touchstone/specs touchstone/features"},

	{"touchstone/reports/…", "touchstone/reports touchstone/reports/… touchstone/specs touchstone/specs/schema"},
	{"touchstone/reports/command", "touchstone/reports touchstone/reports/… touchstone/specs touchstone/features"},

	{"touchstone/runner/trial", "touchstone/specs touchstone/specs/isa"},
	{"touchstone/runner/sweep", "touchstone/specs touchstone/specs/isa touchstone/runner/trial touchstone/runner/image"},
	{"touchstone/runner/steps", "touchstone/specs/… touchstone/specs touchstone/features touchstone/reports touchstone/runner/image/… touchstone/runner/trial touchstone/runner/sweep touchstone/runner/image"},
	{"touchstone/runner/image/…", "touchstone/specs touchstone/specs/… touchstone/runner/trial touchstone/runner/image touchstone/runner/image/…"},
	{"touchstone/runner/rv64/…", "touchstone/specs touchstone/specs/isa touchstone/specs/isa/asm touchstone/runner/rv64 touchstone/runner/rv64/…"},
	{"touchstone/runner/iut/…", "touchstone/specs touchstone/specs/schema touchstone/specs/generated touchstone/specs/isa touchstone/specs/isa/asm touchstone/reports touchstone/runner/trial touchstone/runner/image touchstone/runner/image/… touchstone/runner/iut touchstone/runner/iut/…"},
	// an implementation that misbehaves, to test adapters with
	{"touchstone/runner/iut/iuttest/bad", "touchstone/specs touchstone/specs/isa touchstone/runner/trial touchstone/runner/image touchstone/runner/image/… touchstone/runner/iut touchstone/runner/rv64"},
	{"touchstone/runner/iut/embedded", "touchstone/specs touchstone/specs/isa touchstone/reports touchstone/runner/trial touchstone/runner/image touchstone/runner/image/… touchstone/runner/iut touchstone/runner/rv64 touchstone/runner/rv64/linux"},
	{"touchstone/runner", "touchstone/specs touchstone/specs/… touchstone/features touchstone/reports touchstone/runner/trial touchstone/runner/steps touchstone/runner/image touchstone/runner/image/… touchstone/runner/iut"},
	{"touchstone/runner/prove", "touchstone/specs touchstone/specs/… touchstone/features touchstone/reports touchstone/runner touchstone/runner/…"},
	// implementations that are wrong on purpose
	{"touchstone/runner/prove/gb18030", "touchstone/reports touchstone/runner/trial touchstone/runner/iut touchstone/runner/iut/inside touchstone/runner/prove/seeded"},
	{"touchstone/runner/prove/oci", "touchstone/reports touchstone/runner/trial touchstone/runner/iut touchstone/runner/iut/inside touchstone/runner/prove/seeded"},
	{"touchstone/runner/prove/seeded", "touchstone/reports touchstone/runner/trial touchstone/runner/iut touchstone/runner/iut/inside touchstone/runner/prove/seeded"},
	{"touchstone/runner/probe", "touchstone/specs touchstone/specs/isa touchstone/specs/isa/asm touchstone/reports touchstone/runner touchstone/runner/trial touchstone/runner/image touchstone/runner/image/linux touchstone/runner/iut"},
	{"touchstone/runner/command", "touchstone/specs touchstone/specs/… touchstone/features touchstone/reports touchstone/reports/… touchstone/runner touchstone/runner/…"},

	{"touchstone/runner/command/quiet", ""},
	{"touchstone/runner/command/scripttest", ""},

	{"touchstone/server/…", "touchstone/specs touchstone/specs/schema touchstone/reports touchstone/reports/… touchstone/server touchstone/server/…"},
}

// outside: third-party modules that only these packages may import.
var outside = map[string]string{
	"github.com/cucumber/godog":             "touchstone/runner/steps touchstone/runner",
	"github.com/santhosh-tekuri/jsonschema": "touchstone/specs/schema",
	"github.com/gin-gonic/gin":              "touchstone/server touchstone/server/api touchstone/server/web touchstone/server/front touchstone/server/command",
	"go.starlark.net":                       "touchstone/specs/oracle touchstone/specs/exchange touchstone/specs/internal/blame",
	"github.com/secure-systems-lab":         "touchstone/reports/attest",
	"github.com/goccy/go-yaml":              "touchstone/specs touchstone/reports touchstone/server/deploy/deploytest",
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
