package reports

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

// lines are some megabytes of outcomes, in every form that encoding/json takes, the leaves of each scenario
// and their number.
func lines() (text []byte, leaves map[string][][]byte, n int) {
	leaves = map[string][][]byte{}
	var b bytes.Buffer
	add := func(scenario, line string) {
		leaves[scenario] = append(leaves[scenario], []byte(line))
		b.WriteString(line + "\n")
		n++
	}
	for i := range 1500 {
		id := fmt.Sprintf("p/f.feature:%d", i/7)
		add(id, fmt.Sprintf(`{"case":"%s/%d","changed":[["x1","%s"]],"status":"finished"}`, id, i, strings.Repeat("f", i%900)))
		add(id, fmt.Sprintf(`{ "status" : "hang", "case": "%s/%d" }`, id, i))
		add("other", fmt.Sprintf(`{"answers":[{"value":{"a":[%d]}}],"case":"other/0","status":"finished"}`, i))
		add(`a"b`, `{"case":"a\"b/0","status":"crash","words":"\u0000"}`)
		add("none", `{"case":"none","status":"not-run","trap":{"cause":"0x8","mode":"U","pc":"0x0","tval":"0x0"}}`)
	}
	add("", `{"CASE":"/1","unknown":[]}`)
	add("long", `{"case":"long/0","status":"finished","words":"`+strings.Repeat("w", 3*blockSize)+`"}`)
	add("", `{}`)
	return b.Bytes(), leaves, n
}

func reportOn(text []byte, leaves map[string][][]byte) *Report {
	r := new(Report)
	r.Suite.Outcomes = Digest(text)
	for id, l := range leaves {
		r.Verdicts.Scenarios = append(r.Verdicts.Scenarios, ScenarioVerdict{ID: id, Root: MerkleRoot(l)})
	}
	return r
}

func TestCheckSidecarInBlocks(t *testing.T) {
	text, leaves, n := lines()
	r := reportOn(text, leaves)
	for name, in := range map[string]io.Reader{
		"whole": bytes.NewReader(text), "halves": iotest.HalfReader(bytes.NewReader(text)), "with its end": iotest.DataErrReader(bytes.NewReader(text)),
	} {
		if have, err := CheckSidecar(r, in); err != nil || have != n {
			t.Errorf("%s: %d outcomes, %v, want %d", name, have, err, n)
		}
	}
	// The last line may do without its end; the digest is another one.
	short := text[:len(text)-1]
	if have, err := CheckSidecar(reportOn(short, leaves), bytes.NewReader(short)); err != nil || have != n {
		t.Errorf("without the last newline: %d outcomes, %v, want %d", have, err, n)
	}
	for _, id := range []string{"", "other", "long", `a"b`, "p/f.feature:0", "p/f.feature:214"} {
		r := reportOn(text, leaves)
		for i := range r.Verdicts.Scenarios {
			if s := &r.Verdicts.Scenarios[i]; s.ID == id {
				s.Root = MerkleRoot(nil)
			}
		}
		if _, err := CheckSidecar(r, bytes.NewReader(text)); !errors.Is(err, ErrMalformed) || !strings.Contains(err.Error(), "Merkle root") {
			t.Errorf("another root of %q: %v", id, err)
		}
	}
	r.Verdicts.Scenarios = append(r.Verdicts.Scenarios, ScenarioVerdict{ID: "absent", Root: MerkleRoot(nil)})
	if _, err := CheckSidecar(r, bytes.NewReader(text)); !errors.Is(err, ErrMalformed) {
		t.Errorf("a scenario without outcomes: %v", err)
	}
}

func TestCheckSidecarSaysWhere(t *testing.T) {
	text, leaves, _ := lines()
	r := reportOn(text, leaves)
	const line = 5000
	at := 0
	for range line - 1 {
		at += bytes.IndexByte(text[at:], '\n') + 1
	}
	for name, c := range map[string]struct {
		in   io.Reader
		says string
		n    int
	}{
		"no JSON":        {strings.NewReader(string(text[:at]) + "x" + string(text[at:])), "outcome in line 5000", line - 1},
		"another type":   {strings.NewReader(string(text[:at]) + `{"case":"a/0","status":1}` + "\n"), "outcome in line 5000", line - 1},
		"a number more":  {strings.NewReader(string(text[:at]) + `{"case":"a/0","states":[{"count":-1}]}` + "\n"), "outcome in line 5000", line - 1},
		"two in a line":  {strings.NewReader(string(text[:at]) + "{}{}\n"), "outcome in line 5000", line - 1},
		"an empty line":  {strings.NewReader(string(text[:at]) + "\n" + string(text[at:])), "outcome in line 5000", line - 1},
		"a disk's error": {io.MultiReader(bytes.NewReader(text[:at]), iotest.ErrReader(io.ErrClosedPipe)), "line 5000: io: read/write on closed pipe", line - 1},
		"another text":   {bytes.NewReader(text[:at]), "have the digest", line - 1},
		"nothing":        {strings.NewReader(""), "have the digest", 0},
	} {
		n, err := CheckSidecar(r, c.in)
		if err == nil || !strings.Contains(err.Error(), c.says) || n != c.n {
			t.Errorf("%s: after %d outcomes %v; want %d, and that it says %q", name, n, err, c.n, c.says)
		}
	}
}
