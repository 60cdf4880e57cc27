package probe

import (
	"bytes"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"touchstone/specs"
)

// Statement is the ready conformance statement of a result, as an iut.yaml has it, with how each
// parameter was seen. Harts, and what no program can see, are as they were claimed.
func Statement(r *Result) string {
	var s strings.Builder
	ics := r.ICS
	fmt.Fprintf(&s, "ics:\n  profile: %s\n", plain(ics.Profile))
	s.WriteString(list("  extensions", ics.Extensions))
	fmt.Fprintf(&s, "  modes: [%s]\n  harts: %d\n", strings.Join(ics.Modes, ", "), ics.Harts)
	if len(ics.Parameters) > 0 {
		s.WriteString("  parameters:\n")
	}
	for _, name := range slices.Sorted(maps.Keys(ics.Parameters)) {
		value := fmt.Sprint(ics.Parameters[name])
		if text, ok := ics.Parameters[name].(string); ok {
			value = plain(text)
		}
		seen := ""
		for _, f := range r.Facts {
			if f.Parameter == name {
				seen = " # seen: " + f.Value
			}
		}
		fmt.Fprintf(&s, "    %s: %s%s\n", name, value, seen)
	}
	return s.String()
}

// Together is one result of several environments, as far as a statement goes: that of the one which
// showed most, as a bare machine does, without parameters of which another showed something else.
func Together(results []*Result) *Result {
	most := results[0]
	for _, r := range results {
		if len(r.Facts) > len(most.Facts) {
			most = r
		}
	}
	out := *most
	out.ICS.Parameters = maps.Clone(most.ICS.Parameters)
	for _, r := range results {
		for name, value := range r.ICS.Parameters {
			if have, ok := out.ICS.Parameters[name]; ok && have != value {
				delete(out.ICS.Parameters, name)
			}
		}
	}
	return &out
}

// list writes names in lines that are not too long.
func list(key string, names []string) string {
	if len(names) == 0 {
		return ""
	}
	line := key + ": ["
	indent := strings.Repeat(" ", len(line))
	var s strings.Builder
	for i, name := range names {
		if len(line)+len(name) > 110 {
			s.WriteString(strings.TrimRight(line, " ") + "\n")
			line = indent
		}
		line += plain(name)
		if i < len(names)-1 {
			line += ", "
		}
	}
	return s.String() + line + "]\n"
}

// plain writes a text as YAML.
func plain(text string) string {
	if regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_-]*$`).MatchString(text) && !slices.Contains([]string{"true", "false", "null", "yes", "no", "on", "off", "y", "n"}, strings.ToLower(text)) {
		return text
	}
	return strconv.Quote(text)
}

// Write puts a statement into an iut.yaml in the place of its own, or behind it if it has none, and
// leaves the rest as it is. What results is read once: it is right, or there is an error.
func Write(source []byte, statement string, pack *specs.Pack) ([]byte, error) {
	var out bytes.Buffer
	inside, written := false, false
	for line := range bytes.Lines(source) {
		if len(line) > 0 && line[0] != ' ' && line[0] != '#' && line[0] != '\t' && len(bytes.TrimSpace(line)) > 0 {
			inside = bytes.HasPrefix(line, []byte("ics:"))
			if inside {
				out.WriteString(statement)
				written = true
			}
		}
		if !inside {
			out.Write(line)
		}
	}
	if !written {
		if b := out.Bytes(); len(b) > 0 && b[len(b)-1] != '\n' {
			out.WriteByte('\n')
		}
		out.WriteString(statement)
	}
	u, err := specs.LoadIUT("written", out.Bytes())
	if err == nil {
		err = u.Check(pack)
	}
	if err != nil {
		return nil, fmt.Errorf("the statement does not fit into this iut.yaml (%w); copy what probe prints without --out", err)
	}
	return out.Bytes(), nil
}
