// Package deploytest does with the files of a pipeline what the service that reads them would do, so
// that a test can run the commands as they stand: a composite action of GitHub ([Action]), a job of
// GitLab ([Job]). It knows as much of either as these files use, and refuses the rest.
package deploytest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/goccy/go-yaml"
)

// Action is a composite action.
type Action struct {
	Inputs  map[string]Input  `yaml:"inputs"`
	Outputs map[string]Output `yaml:"outputs"`
	Runs    struct {
		Using string `yaml:"using"`
		Steps []Step `yaml:"steps"`
	} `yaml:"runs"`
	Name        string `yaml:"name"`
	Description string `yaml:"description"`
}

// Input is what a workflow gives to an action.
type Input struct {
	Description string `yaml:"description"`
	Default     string `yaml:"default"`
	Required    bool   `yaml:"required"`
}

// Output is what an action gives back.
type Output struct {
	Description string `yaml:"description"`
	Value       string `yaml:"value"`
}

// Step runs a script, or uses another action.
type Step struct {
	Name      string            `yaml:"name"`
	ID        string            `yaml:"id"`
	If        string            `yaml:"if"`
	Shell     string            `yaml:"shell"`
	Directory string            `yaml:"working-directory"`
	Env       map[string]string `yaml:"env"`
	Run       string            `yaml:"run"`
	Uses      string            `yaml:"uses"`
	With      map[string]string `yaml:"with"`
}

// ReadAction reads an action.yml strictly.
func ReadAction(text []byte) (*Action, error) {
	var a Action
	if err := yaml.UnmarshalWithOptions(text, &a, yaml.Strict()); err != nil {
		return nil, err
	}
	if a.Runs.Using != "composite" {
		return nil, fmt.Errorf("it runs %q; only composite actions are known here", a.Runs.Using)
	}
	for i, s := range a.Runs.Steps {
		if (s.Run == "") == (s.Uses == "") {
			return nil, fmt.Errorf("step %d (%s): give run or uses", i, s.Name)
		}
		if s.Run != "" && s.Shell != "bash" {
			return nil, fmt.Errorf("step %d (%s): its shell is %q; only bash is known here", i, s.Name, s.Shell)
		}
	}
	return &a, nil
}

// Machine is where it runs.
type Machine struct {
	Workspace string   // the checkout
	Temporary string   // a folder for this job
	Action    string   // the action's own folder
	Env       []string // what there is besides
}

// Ran is what became of one step.
type Ran struct {
	Name    string
	Skipped bool              // by its condition
	Uses    map[string]string // what another action would have been given; it is not run
	Code    int
	Output  string // standard output and error
}

// Result is what became of an action.
type Result struct {
	Steps   []Ran
	Outputs map[string]string
	Summary string // GITHUB_STEP_SUMMARY
	Failed  bool
}

// Run carries out an action. A step that fails is no error: it makes the action fail, and those after
// it run as their conditions say.
func (a *Action) Run(ctx context.Context, m Machine, with map[string]string) (*Result, error) {
	values := map[string]string{"github.action_path": m.Action, "runner.temp": m.Temporary, "github.workspace": m.Workspace}
	for name, in := range a.Inputs {
		values["inputs."+name] = in.Default
	}
	for name, v := range with {
		if _, ok := a.Inputs[name]; !ok {
			return nil, fmt.Errorf("the action has no input %q", name)
		}
		values["inputs."+name] = v
	}
	r := &Result{Outputs: map[string]string{}}
	for i := range a.Runs.Steps {
		if err := a.step(ctx, &a.Runs.Steps[i], m, values, r); err != nil {
			return nil, fmt.Errorf("step %s: %w", a.Runs.Steps[i].Name, err)
		}
	}
	for name, out := range a.Outputs {
		v, err := interpolate(out.Value, values, r.Failed)
		if err != nil {
			return nil, fmt.Errorf("output %s: %w", name, err)
		}
		r.Outputs[name] = v
	}
	return r, nil
}

func (a *Action) step(ctx context.Context, s *Step, m Machine, values map[string]string, r *Result) error {
	ran := Ran{Name: s.Name}
	runs, err := condition(s.If, values, r.Failed)
	if err != nil {
		return err
	}
	fill := func(in map[string]string) (map[string]string, error) {
		out := map[string]string{}
		for k, v := range in {
			if out[k], err = interpolate(v, values, r.Failed); err != nil {
				return nil, err
			}
		}
		return out, nil
	}
	switch {
	case !runs:
		ran.Skipped = true
	case s.Uses != "":
		if ran.Uses, err = fill(s.With); err != nil {
			return err
		}
	default:
		env, err := fill(s.Env)
		if err != nil {
			return err
		}
		directory, err := interpolate(s.Directory, values, r.Failed)
		if err != nil {
			return err
		}
		if err := m.bash(ctx, s.Run, directory, env, &ran, func(outputs map[string]string, summary string) {
			for k, v := range outputs {
				values["steps."+s.ID+".outputs."+k] = v
			}
			r.Summary += summary
		}); err != nil {
			return err
		}
		r.Failed = r.Failed || ran.Code != 0
	}
	r.Steps = append(r.Steps, ran)
	return nil
}

// bash runs a script as the runner does, with files for outputs and the summary.
func (m Machine) bash(ctx context.Context, script, directory string, env map[string]string, ran *Ran, done func(map[string]string, string)) error {
	dir, err := os.MkdirTemp(m.Temporary, "step")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	file, output, summary := filepath.Join(dir, "script.sh"), filepath.Join(dir, "output"), filepath.Join(dir, "summary")
	for name, text := range map[string]string{file: script, output: "", summary: ""} {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			return err
		}
	}
	cmd := exec.CommandContext(ctx, "bash", "--noprofile", "--norc", "-eo", "pipefail", file)
	cmd.Dir = filepath.Join(m.Workspace, directory)
	cmd.Env = append(append([]string{}, m.Env...), "GITHUB_OUTPUT="+output, "GITHUB_STEP_SUMMARY="+summary, "GITHUB_WORKSPACE="+m.Workspace, "RUNNER_TEMP="+m.Temporary)
	for k, v := range env {
		cmd.Env = append(cmd.Env, k+"="+v)
	}
	if err := run(cmd, ran); err != nil {
		return err
	}
	text, err := os.ReadFile(output)
	if err != nil {
		return err
	}
	outputs := map[string]string{}
	for line := range strings.Lines(string(text)) {
		k, v, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "=")
		if !ok || strings.Contains(k, "<<") {
			return fmt.Errorf("GITHUB_OUTPUT: %q is no NAME=VALUE", line)
		}
		outputs[k] = v
	}
	if text, err = os.ReadFile(summary); err == nil {
		done(outputs, string(text))
	}
	return err
}

// run runs a command whose failure is a result.
func run(cmd *exec.Cmd, ran *Ran) error {
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	err := cmd.Run()
	ran.Output = out.String()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		ran.Code = exit.ExitCode()
		return nil
	}
	return err
}
