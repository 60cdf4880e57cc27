package command_test

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"testing"

	"github.com/alecthomas/kong"
	"github.com/rogpeppe/go-internal/testscript"

	"touchstone/reports"
	"touchstone/reports/attest"
	"touchstone/reports/bundle"
	"touchstone/reports/command"
	"touchstone/reports/reportstest"
	"touchstone/runner/command/scripttest"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"touchstone": touchstone})
}

// touchstone is main.go with this part of the command line only.
func touchstone() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := run(ctx)
	stop()
	os.Exit(code)
}

func run(ctx context.Context) int {
	var root command.Commands
	k := kong.Must(&root, kong.Name("touchstone"), kong.BindTo(ctx, (*context.Context)(nil)))
	c, err := k.Parse(os.Args[1:])
	if err == nil {
		err = c.Run(k)
	} else {
		err = &reports.Exit{Code: reports.ExitUsage, Err: err}
	}
	if err == nil {
		return reports.ExitOK
	}
	if err.Error() != "" {
		fmt.Fprintln(os.Stderr, "touchstone:", err)
	}
	var exit *reports.Exit
	if !errors.As(err, &exit) {
		return reports.ExitUnfinished
	}
	return exit.Code
}

// Each script finds the folders sample (two failures and more), good (conforming) and failing (two
// failures, nothing else against it, no waivers of its own), all signed by vendor.pem, and the keys
// vendor, lab and stranger with their public halves (*.pub); and what registries makes.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(env *testscript.Env) error {
			env.Setenv("HOME", filepath.Join(env.WorkDir, "home"))
			env.Setenv("XDG_CONFIG_HOME", filepath.Join(env.WorkDir, "home", "config"))
			keys := map[string]*attest.Key{}
			for i, name := range []string{"vendor", "lab", "stranger"} {
				key, err := attest.NewKey(ed25519.NewKeyFromSeed(bytes.Repeat([]byte{byte(i)}, ed25519.SeedSize)))
				if err != nil {
					return err
				}
				keys[name] = key
				if err := key.Save(filepath.Join(env.WorkDir, name+".pem")); err != nil {
					return err
				}
				if err := os.WriteFile(filepath.Join(env.WorkDir, name+".pub"), key.Public().PEM(), 0o644); err != nil {
					return err
				}
			}
			for name, r := range map[string]*reports.Report{"sample": reportstest.Sample(), "good": reportstest.Conforming(), "failing": failing()} {
				dir := filepath.Join(env.WorkDir, name)
				if _, err := bundle.Write(dir, r, bundle.Options{Keys: []*attest.Key{keys["vendor"]}}); err != nil {
					return err
				}
				if err := os.WriteFile(filepath.Join(dir, "outcomes.jsonl"), reportstest.Outcomes(r), 0o644); err != nil {
					return err
				}
			}
			return registries(t, env, keys)
		},
		Cmds: scripttest.Words(filepath.Join("..", "..")),
	})
}

// failing is the conforming report with two failures in it.
func failing() *reports.Report {
	r := reportstest.Conforming()
	v := &r.Verdicts
	v.Waivers = nil
	for i := range v.Rules {
		if x := &v.Rules[i]; x.ID == "mulhsu_op" || x.ID == "div_by_zero" {
			x.Verdict, x.Failed = reports.Fail, 1
		}
	}
	if err := r.Seal(); err != nil {
		panic(err)
	}
	return r
}
