package deploytest

import (
	"context"
	"fmt"
	"os/exec"
	"strings"

	"github.com/goccy/go-yaml"
)

// Job is a job of GitLab CI.
type Job struct {
	Stage     string            `yaml:"stage"`
	Image     string            `yaml:"image"`
	Variables map[string]string `yaml:"variables"`
	Before    []string          `yaml:"before_script"`
	Script    []string          `yaml:"script"`
	Artifacts struct {
		When    string   `yaml:"when"`
		Expires string   `yaml:"expire_in"`
		Paths   []string `yaml:"paths"`
		Reports struct {
			JUnit string `yaml:"junit"`
		} `yaml:"reports"`
	} `yaml:"artifacts"`
}

// ReadJob reads one job of a file strictly.
func ReadJob(text []byte, name string) (*Job, error) {
	var jobs map[string]Job
	if err := yaml.UnmarshalWithOptions(text, &jobs, yaml.Strict()); err != nil {
		return nil, err
	}
	j, ok := jobs[name]
	if !ok || len(j.Script) == 0 {
		return nil, fmt.Errorf("there is no job %q with a script", name)
	}
	return &j, nil
}

// Run runs a job's scripts, one after the other in one shell, as the runner does.
func (j *Job) Run(ctx context.Context, m Machine, variables map[string]string) (*Ran, error) {
	cmd := exec.CommandContext(ctx, "bash", "-eo", "pipefail", "-c", strings.Join(append(append([]string{}, j.Before...), j.Script...), "\n"))
	cmd.Dir = m.Workspace
	cmd.Env = append(append([]string{}, m.Env...), "CI_PROJECT_DIR="+m.Workspace, "TMPDIR="+m.Temporary)
	for _, set := range []map[string]string{j.Variables, variables} {
		for k, v := range set {
			cmd.Env = append(cmd.Env, k+"="+v)
		}
	}
	ran := &Ran{}
	return ran, run(cmd, ran)
}
