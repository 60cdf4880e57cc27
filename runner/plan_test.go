package runner

import (
	"bytes"
	"context"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"touchstone/runner/image"
	"touchstone/runner/rv64"
)

// fingerprint is a plan to the last bit.
func fingerprint(p *Plan) []string {
	out := []string{p.Digest, p.Suite}
	for _, img := range p.Images {
		out = append(out, img.Name+" "+img.Digest)
	}
	return out
}

// sweeping is a feature whose cases depend on seed and effort.
const sweeping = `@ext:I
Feature: F
  @rule:add_op
  Scenario: add
    When the hart executes "add" over its edge values
    Then every outcome is one the specification allows
`

// TestDeterministic: the same request gives the same bytes, and whatever the request says is in them.
func TestDeterministic(t *testing.T) {
	base := request(t, "a", several, "b", sweeping)
	p := mustMake(t, base)
	first := fingerprint(p)
	for range 2 {
		again := mustMake(t, request(t, "b", sweeping, "a", several))
		if got := fingerprint(again); !slices.Equal(got, first) {
			t.Fatalf("the same request gave\n%v\nand then\n%v", first, got)
		}
		for i, img := range again.Images {
			if !bytes.Equal(img.ELF, p.Images[i].ELF) {
				t.Errorf("image %s differs", img.Name)
			}
		}
	}
	for name, change := range map[string]func(*Request){
		"seed":        func(r *Request) { r.Seed++ },
		"effort":      func(r *Request) { r.Effort = "standard" },
		"selection":   func(r *Request) { r.Select = "@rule:add_op" },
		"environment": func(r *Request) { r.Environment = "linux" },
		"extensions": func(r *Request) {
			r.ICS.Extensions = slices.DeleteFunc(slices.Clone(r.ICS.Extensions), func(e string) bool { return e == "C" })
		},
		"parameters": func(r *Request) {
			r.ICS.Parameters = maps.Clone(r.ICS.Parameters)
			r.ICS.Parameters["LR_RESERVATION_SET_SIZE"] = 8
		},
		"features": func(r *Request) { r.Features = request(t, "a", several, "b", sweeping+"\n# more\n").Features },
		"profile":  func(r *Request) { r.ICS.Profile = "RVA22U64" },
	} {
		r := base
		change(&r)
		protocol := image.Signature
		if r.Environment == "linux" {
			protocol = image.Console
		}
		other, err := Make(t.Context(), r, protocol)
		if err != nil {
			t.Fatal(err)
		}
		if other.Digest == p.Digest {
			t.Errorf("another %s has the same digest", name)
		}
		if same := other.Suite == p.Suite; same != (name != "features") {
			t.Errorf("another %s: the same suite is %t", name, same)
		}
	}
	r := base
	r.Seed++
	if fingerprint(mustMake(t, r))[2] != first[2] {
		t.Error("the footing depends on the seed")
	}
}

// TestProtocolIsInThePlan: images that report otherwise are other images.
func TestProtocolIsInThePlan(t *testing.T) {
	r := request(t, "t", several)
	signature, err := Make(t.Context(), r, image.Signature)
	if err != nil {
		t.Fatal(err)
	}
	console, err := Make(t.Context(), r, image.Console)
	if err != nil {
		t.Fatal(err)
	}
	if signature.Digest == console.Digest {
		t.Error("two protocols have the same digest")
	}
}

func TestRequests(t *testing.T) {
	for _, tc := range []struct {
		name   string
		change func(*Request)
		want   string
	}{
		{"profile", func(r *Request) { r.ICS.Profile = "RVX" }, "RVA23U64"},
		{"effort", func(r *Request) { r.Effort = "much" }, "standard"},
		{"extension", func(r *Request) { r.ICS.Extensions = []string{"Q2"} }, "Q2"},
		{"VLEN 100", func(r *Request) { r.ICS.Parameters = map[string]any{"VLEN": 100} }, "power of two from 128"},
		{"VLEN 64", func(r *Request) { r.ICS.Parameters = map[string]any{"VLEN": uint64(64)} }, "power of two from 128"},
		{"VLEN much", func(r *Request) { r.ICS.Parameters = map[string]any{"VLEN": "much"} }, "power of two from 128"},
		{"selection", func(r *Request) { r.Select = "@rule:nothing_such" }, "matches no scenario"},
		{"syntax", func(r *Request) { r.Select = "@a and" }, "--select"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			r := request(t, "t", sums)
			tc.change(&r)
			_, err := Make(t.Context(), r, image.Signature)
			if !errors.Is(err, ErrRequest) || !strings.Contains(err.Error(), tc.want) {
				t.Errorf("got %v, want a request error about %s", err, tc.want)
			}
		})
	}
	if _, err := Make(t.Context(), Request{}, image.Signature); err == nil {
		t.Error("a request without a pack was planned")
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Make(ctx, request(t, "t", sums), image.Signature); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled plan: %v", err)
	}
	if _, err := Make(t.Context(), request(t, "t", strings.Replace(sums, "When the hart executes", "When the hart exceutes", 1)), image.Signature); err == nil || !strings.Contains(err.Error(), "riscv/t.feature:6") {
		t.Errorf("a typo in a step: %v", err)
	}
}

// TestSelect: a part is planned, and what is left out says so.
func TestSelect(t *testing.T) {
	r := request(t, "a", several, "b", sums)
	for _, tc := range []struct {
		expr  string
		cases int
	}{
		{"@rule:addi_op", 5}, {"@rule:jal_op or @rule:sub_op", 2}, {"@ext:I and not @rule:addi_op", 5},
		{"riscv/b.feature:11", 1}, {"sub_op", 1},
	} {
		r.Select = tc.expr
		p := mustMake(t, r)
		if len(p.Cases) != tc.cases {
			t.Errorf("%s: %d cases, want %d", tc.expr, len(p.Cases), tc.cases)
		}
		for i := range p.Trials {
			if tr := &p.Trials[i]; len(tr.Cases) == 0 && (!tr.Excluded || tr.Untested == "") {
				t.Errorf("%s: %s is left out silently", tc.expr, tr.ID)
			}
		}
	}
}

// TestVectors: the same code from the same state is one vector.
func TestVectors(t *testing.T) {
	const feature = `@ext:I
Feature: F
  @rule:add_op
  Scenario Outline: <name>
    Given a0 = <a>
    When the hart executes "add a2, a0, a0"
    Then no trap is taken
    Examples:
      | name  | a |
      | one   | 1 |
      | again | 1 |
      | two   | 2 |
`
	n, by := planOf(t, feature).Vectors()
	if n != 2 || by["add"] != 2 {
		t.Errorf("%d vectors, %v; want 2 of add", n, by)
	}
}

// TestWithoutZifencei: the least that can be claimed is planned and judged.
func TestWithoutZifencei(t *testing.T) {
	r := request(t, "t", several)
	r.ICS.Extensions = nil
	_, j := run(t, mustMake(t, r), rv64.Config{})
	for _, s := range j.Verdicts.Scenarios {
		if s.Verdict != "pass" {
			t.Errorf("%s: %s (%s)", s.ID, s.Verdict, s.Reason)
		}
	}
}
