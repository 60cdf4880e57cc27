package image_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"touchstone/runner/image"
	"touchstone/runner/iut"
	"touchstone/runner/iut/embedded"
	"touchstone/runner/iut/iuttest"
	"touchstone/runner/rv64"
	"touchstone/runner/trial"
)

// pair is a case of two harts whose programs end where they end in ecall.
func pair(t testing.TB, b *iuttest.Bench, zero, one string, repeat int, observe []trial.Loc, before ...trial.Preset) trial.Case {
	c := b.Case(t, "pair", zero+"\n ecall", before...)
	c.Harts = []*trial.Stub{b.Stub(t, one+"\n ecall")}
	for _, s := range []*trial.Stub{c.Stub, c.Harts[0]} {
		s.Exits = []int64{int64(len(s.Chunks[0].Bytes)) - 4}
	}
	c.Setting.Harts, c.Repeat, c.Observe = 2, repeat, observe
	return c
}

// together executes cases on the embedded executor, with weak memory.
func together(t testing.TB, b *iuttest.Bench, cases ...trial.Case) ([]trial.Outcome, []*image.Image, error) {
	t.Helper()
	x, err := embedded.New(rv64.Config{Table: b.Table, Ordering: rv64.Ordering{Weak: true}})
	if err != nil {
		t.Fatal(err)
	}
	out := make([]trial.Outcome, len(cases))
	images := b.Images(t, image.Signature, cases...)
	for _, img := range images {
		if e := x.Execute(t.Context(), img, func(o trial.Outcome) error { out[o.Case] = o; return nil }); e != nil {
			err = e
		}
	}
	return out, images, err
}

// histogram is how often each state was seen.
func histogram(o trial.Outcome) map[string]uint64 {
	seen := map[string]uint64{}
	for _, s := range o.States {
		seen[fmt.Sprint(s.Values)] += s.Count
	}
	return seen
}

func TestTwoHarts(t *testing.T) {
	b := iuttest.NewBench(t)
	x := trial.Loc(fmt.Sprintf("mem:%x", b.Map.Data+64))
	y := trial.Loc(fmt.Sprintf("mem:%x", b.Map.Data+192))
	zero := []trial.Preset{{Loc: x}, {Loc: y}, iuttest.X(8, b.Map.Data+64), iuttest.X(9, b.Map.Data+192), iuttest.X(6, 1)}
	for _, tc := range []struct {
		name      string
		zero, one string
		observe   []trial.Loc
		may, must []string // states; all of may's when must is empty
		rare      bool     // one of must is seen once in some hundred rounds
	}{
		{"both harts' registers are observed", "addi a0, t1, 1", "addi a0, t1, 2", []trial.Loc{"x10", "h1:x10"}, []string{"[2 3]"}, nil, false},
		{"background", "nop", "nop", []trial.Loc{"h1:x31"}, []string{fmt.Sprint([]uint64{image.Background(31)})}, nil, false},
		{"the data area is made anew", "ld a0, 0(s0)\n sd t1, 0(s0)", "nop", []trial.Loc{"x10", x}, []string{"[0 1]"}, nil, false},
		{"one comes before the other", "amoadd.d a0, t1, (s0)", "amoadd.d a0, t1, (s0)", []trial.Loc{"x10", "h1:x10", x}, []string{"[0 1 2]", "[1 0 2]"}, []string{"[0 1 2]", "[1 0 2]"}, false},
		{"permitted weak orders are seen", "sd t1, 0(s0)\n ld a0, 0(s1)", "sd t1, 0(s1)\n ld a0, 0(s0)", []trial.Loc{"x10", "h1:x10"},
			[]string{"[0 0]", "[0 1]", "[1 0]", "[1 1]"}, []string{"[0 0]", "[0 1]", "[1 0]"}, true},
		{"a fence forbids one of them", "sd t1, 0(s0)\n fence w, r\n ld a0, 0(s1)", "sd t1, 0(s1)\n fence w, r\n ld a0, 0(s0)", []trial.Loc{"x10", "h1:x10"},
			[]string{"[0 1]", "[1 0]", "[1 1]"}, []string{"[0 1]", "[1 0]"}, false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			repeat := 500
			if tc.rare {
				repeat = 6000
			}
			for _, mode := range []string{"M", "U"} {
				c := pair(t, b, tc.zero, tc.one, repeat, tc.observe, zero...)
				c.Setting.Mode = mode
				out, images, err := together(t, b, c, c)
				if err != nil {
					t.Fatal(err)
				}
				if len(images) != 1 || images[0].Harts != 2 || images[0].Rounds != 2*repeat {
					t.Fatalf("%d images, %+v", len(images), images[0])
				}
				for _, o := range out {
					seen, total := histogram(o), uint64(0)
					for state, n := range seen {
						total += n
						if !slices.Contains(tc.may, state) {
							t.Errorf("%s mode: %s was seen %d times", mode, state, n)
						}
					}
					for _, state := range tc.must {
						if seen[state] == 0 {
							t.Errorf("%s mode: %s was never seen: %v", mode, state, seen)
						}
					}
					if total != uint64(repeat) || o.Hart != 0 || len(o.Changed) != 0 || o.Trap.PC != images[0].Code[o.Case]+uint64(c.Stub.Exits[0]) {
						t.Errorf("%s mode: %d repetitions, %+v", mode, total, o)
					}
				}
			}
		})
	}
}

// TestTwoHartsTrap: the hart that ends elsewhere ends the case, and its trap record is reported.
func TestTwoHartsTrap(t *testing.T) {
	b := iuttest.NewBench(t)
	for _, tc := range []struct {
		zero, one string
		hart      int
		cause     uint64
	}{
		{"ebreak", "nop", 0, 3},
		{"nop", "ebreak", 1, 3},
		{"nop", ".half 0, 0", 1, 2},
		{"ecall", "nop", 0, 11}, // an environment call, and not at the exit
	} {
		c := pair(t, b, tc.zero, tc.one, 10, []trial.Loc{"x10"})
		out, _, err := together(t, b, c)
		if err != nil {
			t.Fatal(err)
		}
		if o := out[0]; o.Hart != tc.hart || o.Trap.Cause != tc.cause || len(o.States) != 0 {
			t.Errorf("%s / %s: %+v", tc.zero, tc.one, o)
		}
	}
}

// TestTwoHartsHang: a hart that does not come back is a hang of its case; what was before is kept.
func TestTwoHartsHang(t *testing.T) {
	b := iuttest.NewBench(t)
	good := pair(t, b, "nop", "nop", 5, []trial.Loc{"x10"})
	bad := pair(t, b, "nop", "1: j 1b", 5, []trial.Loc{"x10"})
	out, _, err := together(t, b, good, bad)
	var stopped *iut.Stopped
	if !errors.As(err, &stopped) || stopped.Case != 1 || stopped.Reason != iut.Hang || out[0].Status != trial.Finished {
		t.Errorf("%v, %+v", err, out)
	}
}

// TestTwoHartsManyStates: states that there is no room for are counted together.
func TestTwoHartsManyStates(t *testing.T) {
	b := iuttest.NewBench(t)
	out, _, err := together(t, b, pair(t, b, "rdinstret a0", "nop", 100, []trial.Loc{"x10"}))
	if err != nil {
		t.Fatal(err)
	}
	last := out[0].States[len(out[0].States)-1]
	if len(out[0].States) != 65 || last.Count != 36 || len(last.Values) != 0 {
		t.Errorf("%d states, the last %+v", len(out[0].States), last)
	}
}

// TestTwoHartsGuard: what lies beside the data area is looked at when the case is over.
func TestTwoHartsGuard(t *testing.T) {
	b := iuttest.NewBench(t)
	c := pair(t, b, "nop", "sd x0, -8(s0)", 3, []trial.Loc{"x10"}, iuttest.X(8, b.Map.Data))
	out, _, err := together(t, b, c)
	if err != nil {
		t.Fatal(err)
	}
	want := trial.Change{Loc: trial.Loc(fmt.Sprintf("mem:%x", b.Map.Data-8))}
	if !slices.Contains(out[0].Changed, want) {
		t.Errorf("%+v", out[0])
	}
}

func TestBuildRefusesHarts(t *testing.T) {
	b := iuttest.NewBench(t)
	for want, change := range map[string]func(*trial.Case){
		"code for 1":                 func(c *trial.Case) { c.Harts = nil },
		"the case code for 2":        func(c *trial.Case) { c.Setting.Harts = 0 },
		"one hart or two":            func(c *trial.Case) { c.Setting.Harts = 3 },
		"anchor mscratch":            func(c *trial.Case) { c.Setting.Anchor = "x31" },
		"a hart has no code":         func(c *trial.Case) { c.Harts = []*trial.Stub{nil} },
		"at least once":              func(c *trial.Case) { c.Repeat = 0 },
		"observes 1 to 8":            func(c *trial.Case) { c.Observe = nil },
		"presets registers and data": func(c *trial.Case) { c.Before = []trial.Preset{{Loc: "csr:mie"}} },
		"with numbers":               func(c *trial.Case) { c.Before = []trial.Preset{{Loc: "x5", Rel: true}} },
		"one exit":                   func(c *trial.Case) { s := *c.Stub; s.Exits = nil; c.Stub = &s },
		"not preset":                 func(c *trial.Case) { c.Observe = []trial.Loc{"mem:80010800"} },
		"registers and the data":     func(c *trial.Case) { c.Observe = []trial.Loc{"csr:mie"} },
		"no register":                func(c *trial.Case) { c.Observe = []trial.Loc{"h1:x32"} },
	} {
		c := pair(t, b, "nop", "nop", 1, []trial.Loc{"x10"})
		change(&c)
		_, err := image.Build(b.Table, b.Pack.CSRs, b.Map, iuttest.Items([]trial.Case{c}), image.Options{})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
	one := b.Case(t, "one", "ecall")
	one.Observe = []trial.Loc{"h1:x5"}
	if _, err := image.Build(b.Table, b.Pack.CSRs, b.Map, iuttest.Items([]trial.Case{one}), image.Options{}); err == nil || !strings.Contains(err.Error(), "runs on one hart") {
		t.Errorf("h1:x5 of one hart: %v", err)
	}
}
