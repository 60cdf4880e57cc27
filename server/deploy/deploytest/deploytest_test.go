package deploytest

import (
	"os"
	"strings"
	"testing"
)

func TestEvaluate(t *testing.T) {
	values := map[string]string{"inputs.a": "x", "inputs.none": "", "steps.s.outputs.o-p": "1"}
	for _, tt := range []struct {
		text         string
		ok, afterBad bool
	}{
		{"", true, false},
		{"inputs.a != ''", true, false},
		{"inputs.none != ''", false, false},
		{"always()", true, true},
		{"always() && inputs.a == 'x'", true, true},
		{"always() && steps.s.outputs.o-p != ''", true, true},
		{"always() && steps.t.outputs.o != ''", false, false},
		{"failure()", false, true},
		{"(success() || always() && inputs.a == 'x') && inputs.a != ''", true, true},
		{"(success() || always() && inputs.a == 'y') && inputs.a != ''", true, false},
		{"success() && !inputs.none", true, false},
		{"${{ inputs.a == 'x' }}", true, false},
	} {
		for failed, want := range map[bool]bool{false: tt.ok, true: tt.afterBad} {
			if got, err := condition(tt.text, values, failed); err != nil || got != want {
				t.Errorf("%q, failed %v: %v, %v", tt.text, failed, got, err)
			}
		}
	}
	for _, text := range []string{"inputs.b", "now()", "inputs.a ==", "(inputs.a", "inputs.a inputs.a", "inputs.a > 1", "always('x')"} {
		if _, err := evaluate(text, values, false); err == nil {
			t.Errorf("%q: accepted", text)
		}
	}
}

func TestReadActionRefuses(t *testing.T) {
	for _, text := range []string{
		"runs: {using: node20}", "runs: {using: composite, steps: [{run: x}]}", "runs: {using: composite, steps: [{name: x}]}",
		"runs: {using: composite, steps: [{run: x, shell: bash, continue-on-error: true}]}",
	} {
		if _, err := ReadAction([]byte(text)); err == nil {
			t.Errorf("%s: accepted", text)
		}
	}
}

func TestRun(t *testing.T) {
	a, err := ReadAction([]byte(`
inputs: {who: {default: world}, extra: {}}
outputs: {said: {value: "${{ steps.say.outputs.said }}"}}
runs:
  using: composite
  steps:
    - {name: Say, id: say, shell: bash, env: {WHO: "${{ inputs.who }}"}, run: 'echo "said=$WHO" >>"$GITHUB_OUTPUT"; echo done >>"$GITHUB_STEP_SUMMARY"'}
    - {name: Fail, shell: bash, run: 'false; echo not reached'}
    - {name: Skip, shell: bash, run: echo no}
    - {name: Use, if: always(), uses: a/b@v1, with: {name: "${{ inputs.who }}"}}
    - {name: Always, if: always(), shell: bash, env: {SAID: "${{ steps.say.outputs.said }}"}, run: 'echo "$SAID"; exit 3'}
`))
	if err != nil {
		t.Fatal(err)
	}
	m := Machine{Workspace: t.TempDir(), Temporary: t.TempDir(), Env: os.Environ()}
	hostile := "$(touch pwned)`touch pwned`\";touch pwned"
	r, err := a.Run(t.Context(), m, map[string]string{"who": hostile})
	if err != nil {
		t.Fatal(err)
	}
	if !r.Failed || r.Outputs["said"] != hostile || r.Summary != "done\n" || r.Steps[1].Code != 1 || r.Steps[1].Output != "" || !r.Steps[2].Skipped ||
		r.Steps[3].Uses["name"] != hostile || r.Steps[4].Code != 3 || strings.TrimSpace(r.Steps[4].Output) != hostile {
		t.Errorf("%+v", r)
	}
	if _, err := os.Stat(m.Workspace + "/pwned"); err == nil {
		t.Error("an input was run")
	}
	if _, err := a.Run(t.Context(), m, map[string]string{"whom": "x"}); err == nil {
		t.Error("an unknown input was accepted")
	}
}
