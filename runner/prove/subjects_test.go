package prove

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"touchstone/features"
	"touchstone/runner"
	"touchstone/runner/image"
	"touchstone/runner/iut/embedded"
	"touchstone/runner/rv64"
	"touchstone/specs"
)

var embeddedPack = sync.OnceValues(func() (*specs.Pack, error) { return specs.Embedded("riscv") })

// planned is the plan of one feature, or of all when there is none, for the embedded executor's claim.
func planned(t testing.TB, feature string) *runner.Plan {
	t.Helper()
	pack, err := embeddedPack()
	if err != nil {
		t.Fatal(err)
	}
	r := runner.Request{Pack: pack, Features: features.Of(pack.Name), ICS: *pack.DefaultICS, Environment: "machine", Effort: "quick", Seed: 1}
	if feature != "" {
		r.Features = fstest.MapFS{"riscv/t.feature": {Data: []byte(feature)}}
	}
	p, err := runner.Make(t.Context(), r, image.Signature)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// claimed is the plan of all features for the embedded executor's claim of a profile in an environment.
func claimed(t testing.TB, profile, environment string) *runner.Plan {
	t.Helper()
	pack, err := embeddedPack()
	if err != nil {
		t.Fatal(err)
	}
	ics := *pack.DefaultICS
	if profile != ics.Profile {
		ics.Profile, ics.Extensions = profile, pack.Claims[profile]
	}
	p, err := runner.Make(t.Context(), runner.Request{Pack: pack, Features: features.Of(pack.Name), ICS: ics, Environment: environment, Effort: "quick", Seed: 1}, embedded.ProtocolIn(environment))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

const addition = `@ext:I
Feature: F
  @rule:add_op
  Scenario: add
    When the hart executes "add" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference
`

// TestSubjectsBuild: every subject has a name of its own and says what is wrong with it, is about
// rows that there are, and seeds a configuration that a Machine can be made from; twice over, so that
// seeding leaves nothing behind.
func TestSubjectsBuild(t *testing.T) {
	plan := planned(t, addition)
	seen := map[string]bool{}
	for _, x := range NewSuite(plan).Subjects() {
		if seen[x.ID] {
			t.Errorf("two subjects are called %s", x.ID)
		}
		seen[x.ID] = true
		if x.What == "" || x.Seed == nil || x.Extension == "" || x.Kind == Documented && x.Reference == "" {
			t.Errorf("%s says too little: %+v", x.ID, x)
		}
		if _, ok := plan.Request.Pack.Extension(x.Extension); !ok {
			t.Errorf("%s is about extension %s, which the pack does not have", x.ID, x.Extension)
		}
		for _, name := range x.Insns {
			if _, ok := plan.Table.Lookup(name); !ok {
				t.Errorf("%s is about %s, which is no row", x.ID, name)
			}
		}
		for range 2 {
			config := rv64.Config{Table: plan.Table, RAMSize: 1 << 16}
			x.Seed(&config)
			if _, err := rv64.NewMachine(config); err != nil {
				t.Errorf("%s: %v", x.ID, err)
			}
		}
	}
}

// TestMutantsOfEveryInstruction: at least five each, where they make sense.
func TestMutantsOfEveryInstruction(t *testing.T) {
	plan := planned(t, addition)
	count := map[string]int{}
	all := Mutants(plan.Table, plan.Map.CodeBase(), plan.Claims)
	for _, x := range all {
		if x.Kind != Generated || len(x.Insns) == 0 {
			t.Errorf("%s: %s of %v", x.ID, x.Kind, x.Insns)
		}
		for _, name := range x.Insns {
			count[name]++
		}
	}
	// What has no effect, or only ends in a trap, can be wrong in few ways.
	few := map[string]int{"fence": 2, "fence.tso": 2, "fence.i": 2, "ecall": 2, "ebreak": 2, "pause": 2, "c.nop": 2, "c.ebreak": 2}
	for _, in := range plan.Table.Instructions {
		if !plan.Claims(in.Row.Extension) || in.Row.Does == "" && in.Row.Expands == "" {
			continue
		}
		want := cmp.Or(few[in.Name], 5)
		if count[in.Name] < want {
			t.Errorf("%s has %d mutants, want %d", in.Name, count[in.Name], want)
		}
	}
	if len(Mutants(plan.Table, plan.Map.CodeBase(), func(string) bool { return false })) != 0 {
		t.Error("there are mutants of extensions that nobody claims")
	}
}

// TestOperatorsFit: an operator is left out where it could not be told from right.
func TestOperatorsFit(t *testing.T) {
	plan := planned(t, addition)
	has := map[string]bool{}
	for _, x := range Mutants(plan.Table, plan.Map.CodeBase(), plan.Claims) {
		has[x.ID] = true
	}
	for _, id := range []string{
		"sub/swap-operands", "div/swap-operands", "sll/swap-operands", "bltu/swap-operands", "mulhsu/swap-operands",
		"addw/sign-lost", "lr.w/sign-lost", "amoadd.w/sign-lost", "addi/immediate-unsigned", "ld/immediate-unsigned", "jalr/link-first",
		"ld/trap-writes", "beq/branch-always", "jal/link-to-itself", "c.addi/immediate-bit", "c.jalr/long-link", "sd/address-off",
	} {
		if !has[id] {
			t.Errorf("there is no mutant %s", id)
		}
	}
	for _, id := range []string{
		"add/swap-operands", "mul/swap-operands", "mulhu/swap-operands", "beq/swap-operands", // the same
		"fence/no-effect", "pause/no-effect", "c.nop/no-effect", // it has none
		"ld/sign-lost", "add/sign-lost", "sb/bit-0", "sb/x0-written", "beq/other-destination", // there is no such thing
		"slt/upper-half-lost", "sltu/upper-half-lost", "add/no-trap", "lui/immediate-unsigned", "lr.w/rs1-twice",
		"c.li/first-source", "c.jr/immediate-bit", "c.j/destination", "c.beqz/second-source",
	} {
		if has[id] {
			t.Errorf("the mutant %s cannot be told from right", id)
		}
	}
}

// TestShare: a share is a part of the subjects, in their order, chosen by the seed alone.
func TestShare(t *testing.T) {
	all := NewSuite(planned(t, addition)).Subjects()
	ids := func(list []Subject) (out []string) {
		for _, x := range list {
			out = append(out, x.ID)
		}
		return out
	}
	for _, n := range []uint64{0, 1} {
		if len(Share(all, n, 1)) != len(all) {
			t.Errorf("a share of %d is not all", n)
		}
	}
	third := Share(all, 3, 1)
	if !slices.Equal(ids(third), ids(Share(slices.Clone(all), 3, 1))) {
		t.Error("the same seed gives another share")
	}
	if len(third)*4 < len(all) || len(third)*5 > 2*len(all) {
		t.Errorf("a third of %d is %d", len(all), len(third))
	}
	if slices.Equal(ids(third), ids(Share(all, 3, 2))) {
		t.Error("another seed gives the same share")
	}
	at := 0
	for _, id := range ids(third) {
		for at < len(all) && all[at].ID != id {
			at++
		}
	}
	if at >= len(all) {
		t.Error("a share is not in the order of all")
	}
	reached := map[string]bool{}
	for seed := range uint64(40) {
		for _, id := range ids(Share(all, 3, seed)) {
			reached[id] = true
		}
	}
	if len(reached) != len(all) {
		t.Errorf("%d of %d subjects are in some share", len(reached), len(all))
	}
	if before := ids(all); !slices.Equal(before, ids(NewSuite(planned(t, addition)).Subjects())) {
		t.Error("picking a share changed the list")
	}
}

// TestExclusionsSayWhy: and are no subject.
func TestExclusionsSayWhy(t *testing.T) {
	for _, x := range Exclusions() {
		if x.Reason == "" {
			t.Errorf("%s is left out without a reason", x.ID)
		}
		for _, d := range Defects(0) {
			if d.ID == x.ID || strings.HasPrefix(d.ID, x.ID+"/") {
				t.Errorf("%s is left out and tried", x.ID)
			}
		}
	}
}
