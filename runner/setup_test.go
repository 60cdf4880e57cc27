package runner

import (
	"maps"
	"slices"
	"sync"
	"testing"
	"testing/fstest"

	"touchstone/features"
	"touchstone/reports"
	"touchstone/runner/image"
	"touchstone/runner/iut"
	"touchstone/runner/iut/embedded"
	"touchstone/runner/rv64"
	"touchstone/specs"
)

var embeddedPack = sync.OnceValues(func() (*specs.Pack, error) { return specs.Embedded("riscv") })

func testPack(t testing.TB) *specs.Pack {
	t.Helper()
	pack, err := embeddedPack()
	if err != nil {
		t.Fatal(err)
	}
	return pack
}

// request asks for features, given as file name and text in turn, with the claim of the embedded
// executor. No features: those of the pack.
func request(t testing.TB, files ...string) Request {
	t.Helper()
	pack := testPack(t)
	ics := *pack.DefaultICS
	ics.Parameters = maps.Clone(ics.Parameters)
	r := Request{Pack: pack, Features: features.Of(pack.Name), ICS: ics, Environment: "machine", Effort: "quick", Seed: 1}
	if len(files) > 0 {
		fs := fstest.MapFS{}
		for pair := range slices.Chunk(files, 2) {
			fs["riscv/"+pair[0]+".feature"] = &fstest.MapFile{Data: []byte(pair[1])}
		}
		r.Features = fs
	}
	return r
}

func mustMake(t testing.TB, r Request) *Plan {
	t.Helper()
	p, err := Make(t.Context(), r, image.Signature)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// planOf is the plan of one feature.
func planOf(t testing.TB, feature string) *Plan { return mustMake(t, request(t, "t", feature)) }

// executor is the embedded executor, changed as config says.
func executor(t testing.TB, p *Plan, config rv64.Config) iut.Executor {
	t.Helper()
	config.Table = p.Table
	x, err := embedded.New(config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	return x
}

// run executes a plan on the embedded executor and judges it.
func run(t testing.TB, p *Plan, config rv64.Config) (*Outcomes, *Judged) {
	t.Helper()
	o := NewOutcomes(p)
	if err := p.Execute(t.Context(), executor(t, p, config), o, Options{}); err != nil {
		t.Fatal(err)
	}
	return o, judge(t, p, o)
}

func judge(t testing.TB, p *Plan, o *Outcomes) *Judged {
	t.Helper()
	j, err := p.Judge(o, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	return j
}

// rule is the verdict on one rule.
func (j *Judged) rule(t testing.TB, id string) reports.RuleVerdict {
	t.Helper()
	for _, r := range j.Verdicts.Rules {
		if r.ID == id {
			return r
		}
	}
	t.Fatalf("no verdict on rule %s", id)
	return reports.RuleVerdict{}
}

func (j *Judged) extension(t testing.TB, name string) reports.ExtensionVerdict {
	t.Helper()
	for _, e := range j.Verdicts.Extensions {
		if e.Name == name {
			return e
		}
	}
	t.Fatalf("no verdict on extension %s", name)
	return reports.ExtensionVerdict{}
}

// failedRules are the ids of rules whose verdict is fail.
func (j *Judged) failedRules() (ids []string) {
	for _, r := range j.Verdicts.Rules {
		if r.Verdict == reports.Fail {
			ids = append(ids, r.ID)
		}
	}
	return ids
}
