// Package gb18030 holds the programs that talk for implementations of GB 18030, and their presets.
package gb18030

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"touchstone/specs"
)

// Each adapter says who it is and converts, where what it adapts is installed. Whether that is done
// rightly is not asked here: only what no implementation is known to do wrong is.
func TestAdapters(t *testing.T) {
	files, err := filepath.Glob("*.yaml")
	if err != nil || len(files) < 10 {
		t.Fatalf("presets: %v, %v", files, err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(file, ".yaml"), func(t *testing.T) {
			t.Parallel()
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			u, err := specs.LoadIUT(file, text)
			if err != nil {
				t.Fatal(err)
			}
			if u.Start.Adapter != "stdio" {
				t.Skip("it is no program: ", u.Start.Adapter)
			}
			adapter(t, u)
		})
	}
}

// question is a line to an adapter, and what is answered: one of these.
type question struct {
	do, name, value string
	answers         []string
}

func adapter(t *testing.T, u *specs.IUT) {
	questions := []question{
		{"decode", "bytes", "41", []string{`{"answer":{"text":"0041"}}`}},
		{"decode", "bytes", "d6d0cec4", []string{`{"answer":{"text":"4E2D 6587"}}`}},
		{"encode", "text", "4E2D 0041 6587", []string{`{"answer":{"bytes":"d6d041cec4"}}`, `{"skip":…}`}},
		{"decode", "bytes", "b0", []string{`{"answer":{"refused":true}}`, `{"answer":{"substituted":"FFFD"}}`}},
		{"decode", "bytes", "41", []string{`{"answer":{"text":"0041"}}`}}, // what was cut is forgotten
		{"encode", "text", "D800", []string{`{"answer":{"refused":true}}`, `{"answer":{"substituted":"3f"}}`, `{"skip":…}`}},
		{"encode", "text", "0041", []string{`{"answer":{"bytes":"41"}}`, `{"skip":…}`}},
		{"fly", "bytes", "41", []string{`{"skip":…}`}},
	}
	lines := []string{`{"hello":1,"pack":"gb18030"}`}
	for i, q := range questions {
		lines = append(lines, fmt.Sprintf(`{"id":%d,"do":%q,"args":{%q:%q}}`, i, q.do, q.name, q.value))
	}
	// then as many as a run sends ahead, so that lines arrive in pieces
	const many = 5000
	for i := range many {
		lines = append(lines, fmt.Sprintf(`{"id":%d,"do":"decode","args":{"bytes":"%02x"}}`, i, i%0x7F+1))
	}
	answers := talk(t, u, lines)
	var hello struct {
		Hello         int
		Name, Version string
		Operations    []string
	}
	if err := json.Unmarshal([]byte(answers[0]), &hello); err != nil || hello.Hello != 1 || hello.Name == "" || hello.Version == "" || len(hello.Operations) == 0 {
		t.Errorf("the greeting: %s (%v)", answers[0], err)
	}
	t.Log(answers[0])
	for i, q := range questions {
		if got := outcome(t, answers[1+i], i); !slices.Contains(q.answers, got) {
			t.Errorf("%s %s: answered %s, want one of %v", q.do, q.value, answers[1+i], q.answers)
		}
	}
	for i := range many {
		if got, want := outcome(t, answers[1+len(questions)+i], i), fmt.Sprintf(`{"answer":{"text":"%04X"}}`, i%0x7F+1); got != want {
			t.Fatalf("question %d: %s, want %s", i, got, want)
		}
	}
}

// outcome is an answer without its number, which is checked, and without the words of a skip.
func outcome(t *testing.T, line string, id int) string {
	t.Helper()
	var a struct {
		ID     *int            `json:"id"`
		Answer json.RawMessage `json:"answer"`
		Skip   string          `json:"skip"`
	}
	if err := json.Unmarshal([]byte(line), &a); err != nil || a.ID == nil || *a.ID != id {
		t.Fatalf("answer %d: %s (%v)", id, line, err)
	}
	if a.Skip != "" {
		return `{"skip":…}`
	}
	var compact bytes.Buffer
	if err := json.Compact(&compact, a.Answer); err != nil {
		t.Fatalf("answer %d: %s: %v", id, line, err)
	}
	return `{"answer":` + compact.String() + `}`
}

// talk starts an adapter, gives it lines and takes as many; it skips the test where the runtime is missing.
func talk(t *testing.T, u *specs.IUT, lines []string) []string {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(".")); err != nil {
		t.Fatal(err)
	}
	var command []string
	for _, line := range append(slices.Clone(u.Start.Prepare), u.Start.Command) {
		if command != nil {
			if out, err := exec.CommandContext(ctx, command[0], command[1:]...).CombinedOutput(); err != nil {
				t.Fatalf("%v: %v\n%s", command, err, out)
			}
		}
		command = nil
		for _, arg := range line {
			command = append(command, strings.ReplaceAll(arg, "{dir}", dir))
		}
		if _, err := exec.LookPath(command[0]); err != nil {
			t.Skipf("%s is not installed", command[0])
		}
	}
	c := exec.CommandContext(ctx, command[0], command[1:]...)
	var out, words bytes.Buffer
	c.Stdin, c.Stdout, c.Stderr = strings.NewReader(strings.Join(lines, "\n")+"\n"), &out, &words
	c.WaitDelay = time.Second
	err := c.Run()
	if err != nil && out.Len() == 0 && words.Len() > 0 && ctx.Err() == nil {
		t.Skip(strings.TrimSpace(words.String())) // it says what is not installed
	}
	if err != nil {
		t.Fatalf("%v: %v\n%s", command, err, words.String())
	}
	answers := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	if len(answers) != len(lines) {
		t.Fatalf("%d lines, and %d answers: %s", len(lines), len(answers), words.String())
	}
	return answers
}
