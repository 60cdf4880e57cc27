package deploytest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"regexp"
	"strings"

	"github.com/goccy/go-yaml"
)

// Documented is a command line of Touchstone that a file of a deployment has.
type Documented struct {
	File string
	Args []string // without the program's name
}

// Commands finds them in all files: code of Markdown, ExecStart of units, args of Kubernetes, CMD of a
// Dockerfile. Every unit and every YAML file must be well formed.
func Commands(files fs.FS) ([]Documented, error) {
	var out []Documented
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		var found [][]string
		switch ext := path.Ext(name); {
		case ext == ".md":
			found = inMarkdown(string(text))
		case ext == ".service" || ext == ".timer":
			found, err = inUnit(string(text))
		case ext == ".yaml":
			found, err = inYAML(text)
		case path.Base(name) == "Dockerfile":
			found, err = inDockerfile(string(text))
		}
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		for _, args := range found {
			out = append(out, Documented{name, args})
		}
		return nil
	})
	return out, err
}

var command = regexp.MustCompile(`^ {4,}(?:[A-Z_]+=\S+ )*touchstone (.*)$`)

func inMarkdown(text string) (found [][]string) {
	for line := range strings.Lines(text) {
		if m := command.FindStringSubmatch(strings.TrimRight(line, "\n")); m != nil {
			found = append(found, words(m[1]))
		}
	}
	return found
}

var word = regexp.MustCompile(`"[^"]*"|\S+`)

// words splits a simple command of a shell, and leaves out where its output goes.
func words(text string) (out []string) {
	text, _, _ = strings.Cut(text, " > ")
	for _, w := range word.FindAllString(text, -1) {
		out = append(out, strings.Trim(w, `"`))
	}
	return out
}

var setting = regexp.MustCompile(`^[A-Za-z]+=`)

func inUnit(text string) (found [][]string, err error) {
	section := ""
	for n, line := range strings.Split(text, "\n") {
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "[") && strings.HasSuffix(line, "]"):
			section = line
		case section == "" || !setting.MatchString(line):
			return nil, fmt.Errorf("line %d: %q is no setting of a section", n+1, line)
		}
		if exec, ok := strings.CutPrefix(line, "ExecStart="); ok {
			program, args, _ := strings.Cut(exec, " ")
			if path.Base(program) != "touchstone" {
				return nil, fmt.Errorf("line %d: it starts %s", n+1, program)
			}
			found = append(found, words(args))
		}
	}
	return found, nil
}

func inYAML(text []byte) (found [][]string, err error) {
	for dec := yaml.NewDecoder(bytes.NewReader(text)); ; {
		var document any
		if err := dec.Decode(&document); errors.Is(err, io.EOF) {
			return found, nil
		} else if err != nil {
			return nil, err
		}
		args(document, &found)
	}
}

// args finds the args of containers.
func args(v any, found *[][]string) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			args(e, found)
		}
	case map[string]any:
		if list, ok := v["args"].([]any); ok {
			var words []string
			for _, w := range list {
				words = append(words, fmt.Sprint(w))
			}
			*found = append(*found, words)
		}
		for _, e := range v {
			args(e, found)
		}
	}
}

func inDockerfile(text string) (found [][]string, err error) {
	for line := range strings.Lines(text) {
		if list, ok := strings.CutPrefix(line, "CMD "); ok {
			var args []string
			if err := json.Unmarshal([]byte(list), &args); err != nil {
				return nil, fmt.Errorf("CMD: %w", err)
			}
			found = append(found, args)
		}
	}
	return found, nil
}
