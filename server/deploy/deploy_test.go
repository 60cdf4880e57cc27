package deploy

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"touchstone/server/deploy/deploytest"
)

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// The metrics that notes and alerts speak of are those that there are, and both notes speak of the same.
func TestMetrics(t *testing.T) {
	source := read(t, "../api/metrics.go")
	name := regexp.MustCompile("touchstone_[a-z_]+")
	var noted [][]string
	for _, file := range []string{"README.md", "README.zh-CN.md", "monitoring/alerts.yaml"} {
		names := name.FindAllString(read(t, file), -1)
		if len(names) < 5 {
			t.Fatalf("%s names %d metrics: the check would prove nothing", file, len(names))
		}
		for _, n := range names {
			n = strings.TrimSuffix(n, "_bucket")
			if !strings.Contains(source, `"`+n+`"`) && !strings.Contains(source, `"`+strings.TrimPrefix(n, "touchstone_")+`"`) {
				t.Errorf("%s: there is no metric %s", file, n)
			}
		}
		slices.Sort(names)
		noted = append(noted, slices.Compact(names))
	}
	if !slices.Equal(noted[0], noted[1]) {
		t.Errorf("README.md speaks of %v, README.zh-CN.md of %v", noted[0], noted[1])
	}
}

// Both notes show the same commands.
func TestNotesAgree(t *testing.T) {
	found, err := deploytest.Commands(os.DirFS("."))
	if err != nil {
		t.Fatal(err)
	}
	by := map[string][]string{}
	for _, c := range found {
		by[c.File] = append(by[c.File], strings.Join(c.Args, " "))
	}
	if en, zh := by["README.md"], by["README.zh-CN.md"]; len(en) < 8 || !slices.Equal(en, zh) {
		t.Errorf("README.md has %q, README.zh-CN.md %q", en, zh)
	}
	for _, file := range []string{"Dockerfile", "systemd/touchstone.service", "systemd/touchstone-audit.service", "kubernetes/registry.yaml", "kubernetes/workers.yaml", "systemd/touchstone-worker@.service"} {
		if len(by[file]) == 0 {
			t.Errorf("%s starts nothing", file)
		}
	}
}
