package specs

import (
	"strings"
	"testing"
	"time"
)

func TestLimits(t *testing.T) {
	text := func(limits string) []byte {
		return []byte("name: It\nstart:\n  adapter: process\n  command: [x, \"{elf}\"]\n  retries: 2\n  limits: " + limits + "\nics: {profile: RVI20U64}\n")
	}
	u, err := LoadIUT("it.yaml", text("{case: 500ms, output: 64K, file: 3M, memory: 4G}"))
	if err != nil {
		t.Fatal(err)
	}
	if want := (Limits{500 * time.Millisecond, 64 << 10, 3 << 20, 4 << 30}); u.Start.Limits != want || u.Start.Retries != 2 {
		t.Errorf("got %+v and %d retries, want %+v", u.Start.Limits, u.Start.Retries, want)
	}
	if u, err = LoadIUT("it.yaml", text(`{file: "4096"}`)); err != nil || u.Start.Limits != (Limits{File: 4096}) {
		t.Errorf("%+v, %v", u, err)
	}
	for _, wrong := range []string{"{case: soon}", "{output: 0}", "{memory: -1G}", "{memory: 1T}", "{file: 64m}", "{time: 1s}", "[1]", "{output: \"\"}", "{file: 99999999999G}"} {
		if _, err := LoadIUT("it.yaml", text(wrong)); err == nil || !strings.Contains(err.Error(), "it.yaml:6") {
			t.Errorf("%s: %v", wrong, err)
		}
	}
}
