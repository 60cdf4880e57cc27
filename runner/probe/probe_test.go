package probe

import (
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"

	"touchstone/runner"
	"touchstone/runner/iut"
	"touchstone/runner/iut/embedded"
	"touchstone/runner/iut/presets"
	"touchstone/runner/iut/process"
	"touchstone/runner/rv64"
	"touchstone/specs"
	"touchstone/specs/isa"
)

var embeddedPack = sync.OnceValues(func() (*specs.Pack, error) { return specs.Embedded("riscv") })

// request claims a profile as the embedded executor does.
func request(t testing.TB, profile string) runner.Request {
	t.Helper()
	pack, err := embeddedPack()
	if err != nil {
		t.Fatal(err)
	}
	ics := *pack.DefaultICS
	if profile != ics.Profile {
		ics.Profile, ics.Extensions = profile, pack.Claims[profile]
	}
	ics.Harts = 1
	return runner.Request{Pack: pack, ICS: ics, Environment: "machine", Effort: "quick"}
}

// executor is the embedded one, with what the claims of a request have, changed as config says.
func executor(t testing.TB, r runner.Request, config rv64.Config) iut.Executor {
	t.Helper()
	var err error
	if config.Table == nil {
		if config.Table, err = isa.New(r.Pack, runner.TableExtensions(r.Pack, r.ICS)...); err != nil {
			t.Fatal(err)
		}
	}
	x, err := embedded.New(config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	return x
}

func ask(t testing.TB, r runner.Request, x iut.Executor) *Result {
	t.Helper()
	result, err := Probe(t.Context(), r, x, runner.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func (r *Result) fact(name string) (f Fact) {
	if i := slices.IndexFunc(r.Facts, func(f Fact) bool { return f.Name == name }); i >= 0 {
		return r.Facts[i]
	}
	return f
}

func (r *Result) about(name string) (c Contradiction) {
	if i := slices.IndexFunc(r.Contradictions, func(c Contradiction) bool { return c.About == name }); i >= 0 {
		return r.Contradictions[i]
	}
	return c
}

func (r *Result) found(name string) Standing {
	if i := slices.IndexFunc(r.Extensions, func(x Extension) bool { return x.Name == name }); i >= 0 {
		return r.Extensions[i].Found
	}
	return ""
}

// TestEveryExtensionIsAskedFor: an extension with rows has a trial, or a reason why it has none.
func TestEveryExtensionIsAskedFor(t *testing.T) {
	pack := request(t, "RVI20U64").Pack
	asked := map[string]bool{"Sm": true}
	for _, x := range trials() {
		if asked[x.extension] {
			t.Errorf("%s is asked for twice", x.extension)
		}
		asked[x.extension] = true
		if _, ok := pack.Extension(x.extension); !ok {
			t.Errorf("%s is no extension of the pack", x.extension)
		}
		if unseen(x.extension) != "" {
			t.Errorf("%s has a trial, and is said to be unseen", x.extension)
		}
	}
	for i := range pack.Instructions {
		if name := pack.Instructions[i].Extension; !asked[name] && unseen(name) == "" {
			asked[name] = true
			t.Errorf("%s has instructions (%s), and nothing asks for it", name, pack.Instructions[i].Name)
		}
	}
}

// TestNoContradiction: what the executor claims is what it does, under each profile that it claims.
func TestNoContradiction(t *testing.T) {
	for _, profile := range []string{"RVI20U64", "RVA20U64", "RVA22U64", "RVA23U64", "RVB23U64"} {
		t.Run(profile, func(t *testing.T) {
			r := request(t, profile)
			result := ask(t, r, executor(t, r, rv64.Config{}))
			for _, c := range result.Contradictions {
				t.Errorf("%s: %s, %s: %s", c.About, c.Claim, c.Found, c.Seen)
			}
			if len(result.Unanswered) > 0 {
				t.Errorf("unanswered: %v", result.Unanswered)
			}
			if result.ICS.Profile != profile && profile != "RVB23U64" {
				t.Errorf("the ready statement claims %s", result.ICS.Profile)
			}
		})
	}
}

// TestFacts: odd implementations, and what is seen of them.
func TestFacts(t *testing.T) {
	tests := []struct {
		name, profile string
		config        rv64.Config
		facts         map[string]string
		contradicts   []string
	}{
		{"as it is", "RVA23U64", rv64.Config{}, map[string]string{
			"vector registers": "128 bits", "misaligned accesses": "done", "PMP entries": "16", "PMP grain": "2^2 bytes",
			"cache block": "64 bytes", "modes": "M, U", "pointer masking": "7, 16 bits",
		}, nil},
		{"misaligned accesses trap", "RVI20U64", rv64.Config{Misaligned: rv64.TrapMisaligned}, map[string]string{
			"misaligned accesses": "address-misaligned", "misaligned exceptions": "address-misaligned",
		}, []string{"MISALIGNED_LDST_HW_SUPPORT"}},
		{"misaligned accesses fault", "RVI20U64", rv64.Config{Misaligned: rv64.TrapAccessFault}, map[string]string{
			"misaligned accesses": "access-fault", "misaligned exceptions": "access-fault",
		}, []string{"MISALIGNED_LDST_HW_SUPPORT"}},
		{"long vectors", "RVA23U64", rv64.Config{VLEN: 512}, map[string]string{"vector registers": "512 bits"}, []string{"VLEN"}},
		{"coarse protection", "RVI20U64", rv64.Config{Parameters: rv64.Parameters{PMPEntries: 8, PMPGranularity: 4096}}, map[string]string{
			"PMP entries": "8", "PMP grain": "2^12 bytes",
		}, []string{"PMP_ENTRY_COUNT", "PMP_GRANULARITY"}},
		{"no protection", "RVI20U64", rv64.Config{Parameters: rv64.Parameters{PMPEntries: -1}}, map[string]string{"PMP entries": "0", "PMP grain": ""}, []string{"PMP_ENTRY_COUNT"}},
		{"long cache blocks", "RVA23U64", rv64.Config{Parameters: rv64.Parameters{CacheBlock: 128}}, map[string]string{"cache block": "128 bytes"}, []string{"CACHE_BLOCK_SIZE"}},
		{"longer than the data", "RVA23U64", rv64.Config{Parameters: rv64.Parameters{CacheBlock: 4096}}, map[string]string{"cache block": "at least 512 bytes"}, []string{"CACHE_BLOCK_SIZE"}},
		{"a wide reservation set", "RVI20U64", rv64.Config{Parameters: rv64.Parameters{ReservationBytes: 256}}, map[string]string{"reservation set": "at least 256 bytes"}, []string{"LR_RESERVATION_SET_SIZE"}},
		{"no time", "RVI20U64", rv64.Config{Parameters: rv64.Parameters{NoTimeCSR: true}}, map[string]string{"counter time": "not readable in user mode: illegal instruction"}, []string{"TIME_CSR_IMPLEMENTED"}},
		{"no misa", "RVI20U64", rv64.Config{Parameters: rv64.Parameters{MISAZero: true}}, map[string]string{"misa": "0x0"}, nil},
		{"one mask", "RVA23U64", rv64.Config{Parameters: rv64.Parameters{MaskLength: 16}}, map[string]string{"pointer masking": "16 bits"}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := request(t, tt.profile)
			result := ask(t, r, executor(t, r, tt.config))
			for name, want := range tt.facts {
				if f := result.fact(name); f.Value != want {
					t.Errorf("%s: %q (%s), want %q", name, f.Value, f.Seen, want)
				}
			}
			var about []string
			for _, c := range result.Contradictions {
				about = append(about, c.About)
			}
			if !slices.Equal(about, tt.contradicts) {
				t.Errorf("contradictions: %v, want %v", result.Contradictions, tt.contradicts)
			}
		})
	}
}

// TestMissingAndBeyond: claimed and illegal, and there without a claim.
func TestMissingAndBeyond(t *testing.T) {
	r := request(t, "RVI20U64")
	has := r
	has.ICS.Extensions = append(slices.DeleteFunc(slices.Clone(r.ICS.Extensions), func(e string) bool { return e == "M" }), "Zba", "V")
	result := ask(t, r, executor(t, has, rv64.Config{}))
	if c := result.about("M"); c.Claim != "claimed" || !strings.Contains(c.Seen, "illegal instruction") {
		t.Errorf("M: %+v", c)
	}
	if c := result.about("Zba"); c.Claim != "not claimed" || c.Found != "there" {
		t.Errorf("Zba: %+v", c)
	}
	if result.found("A") != Implied || result.found("B") != Absent {
		t.Errorf("A is %s, B is %s", result.found("A"), result.found("B"))
	}
	if ics := result.ICS; slices.Contains(ics.Extensions, "M") || !slices.Contains(ics.Extensions, "V") || slices.Contains(ics.Extensions, "D") {
		t.Errorf("the ready statement claims %v", ics.Extensions)
	}
	// The ready statement contradicts nothing.
	again := r
	again.ICS = result.ICS
	if result = ask(t, again, executor(t, has, rv64.Config{})); len(result.Contradictions) > 0 {
		t.Errorf("the ready statement is contradicted: %v", result.Contradictions)
	}
}

// TestWrongHangingAndCrashing: a wrong result is said, and what stops the implementation costs one
// answer.
func TestWrongHangingAndCrashing(t *testing.T) {
	r := request(t, "RVA23U64")
	never := func(rv64.Exec) rv64.Exec {
		return func(h *rv64.Hart, i *rv64.Inst) { panic("no such luck") }
	}
	result := ask(t, r, executor(t, r, rv64.Config{Overrides: map[string]func(rv64.Exec) rv64.Exec{
		"sh1add":    func(rv64.Exec) rv64.Exec { return func(h *rv64.Hart, i *rv64.Inst) { h.SetX(i.Rd, 41) } },
		"czero.eqz": never,
	}}))
	if c := result.about("Zba"); c.Found != "wrong" || !strings.Contains(c.Seen, "0x2a is right") {
		t.Errorf("Zba: %+v", c)
	}
	if result.found("Zicond") != Unclear || len(result.Unanswered) != 1 || !strings.HasPrefix(result.Unanswered[0], "extension:Zicond: crash") {
		t.Errorf("Zicond is %s; unanswered: %v", result.found("Zicond"), result.Unanswered)
	}
	if len(result.Contradictions) != 1 {
		t.Errorf("contradictions: %v", result.Contradictions)
	}
}

// TestHanging: a question that never ends costs its own answer.
func TestHanging(t *testing.T) {
	r := request(t, "RVI20U64")
	result := ask(t, r, executor(t, r, rv64.Config{Limit: 3_000_000, Overrides: map[string]func(rv64.Exec) rv64.Exec{
		// The product is never ready: the instruction is executed again and again.
		"mul": func(rv64.Exec) rv64.Exec { return func(h *rv64.Hart, i *rv64.Inst) { h.SetNext(h.PC()) } },
	}}))
	if result.found("M") != Unclear || len(result.Unanswered) != 1 || !strings.HasPrefix(result.Unanswered[0], "extension:M: hang") {
		t.Errorf("M is %s; unanswered: %v", result.found("M"), result.Unanswered)
	}
	if result.found("Zca") != There || len(result.Contradictions) > 0 {
		t.Errorf("Zca is %s; contradictions: %v", result.found("Zca"), result.Contradictions)
	}
}

// TestQEMU asks QEMU's system emulator.
func TestQEMU(t *testing.T) {
	if _, err := exec.LookPath("qemu-system-riscv64"); err != nil {
		t.Skip("qemu-system-riscv64 is not installed")
	}
	r := request(t, "RVI20U64")
	u, err := presets.Load("qemu-system")
	if err != nil {
		t.Fatal(err)
	}
	r.ICS = u.ICS
	x, err := process.New(u, process.ISAOf(r.Pack, r.ICS), process.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	result := ask(t, r, x)
	for _, name := range []string{"M", "Zaamo", "Zalrsc", "Zca", "Zicsr", "Zifencei", "Zicntr"} {
		if result.found(name) != There {
			t.Errorf("%s is %s", name, result.found(name))
		}
	}
	if f := result.fact("PMP entries"); f.Value != "16" {
		t.Errorf("PMP entries: %s", f.Value)
	}
	if f := result.fact("modes"); !strings.HasPrefix(f.Value, "M, S, U") {
		t.Errorf("modes: %s", f.Value)
	}
	if len(result.Unanswered) > 0 {
		t.Errorf("unanswered: %v", result.Unanswered)
	}
	for _, c := range result.Contradictions {
		if c.Claim == "claimed" {
			t.Errorf("%s: %s: %s", c.About, c.Found, c.Seen)
		}
	}
	t.Logf("%d questions; the ready statement: %+v", result.Asked, result.ICS)
}

// TestLinux asks QEMU's user mode: what a process may ask.
func TestLinux(t *testing.T) {
	if _, err := exec.LookPath("qemu-riscv64"); err != nil {
		t.Skip("qemu-riscv64 is not installed")
	}
	r := request(t, "RVI20U64")
	u, err := presets.Load("qemu-user")
	if err != nil {
		t.Fatal(err)
	}
	r.ICS, r.Environment = u.ICS, u.Environments[0]
	x, err := process.New(u, process.ISAOf(r.Pack, r.ICS), process.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	result := ask(t, r, x)
	for _, name := range []string{"I", "M", "Zaamo", "Zalrsc", "Zca", "Zifencei"} {
		if result.found(name) != There {
			t.Errorf("%s is %s", name, result.found(name))
		}
	}
	if result.found("Zicfilp") != NotToSee || result.fact("modes").Name != "" {
		t.Errorf("a process has seen Zicfilp %s, modes %s", result.found("Zicfilp"), result.fact("modes").Value)
	}
	if f := result.fact("misaligned accesses"); f.Value != "done" {
		t.Errorf("misaligned accesses: %s", f.Value)
	}
	if len(result.Unanswered) > 0 {
		t.Errorf("unanswered: %v", result.Unanswered)
	}
}

// TestKernelDecides: what is illegal under Linux for want of the kernel's consent is not said to be missing; what needs
// none is.
func TestKernelDecides(t *testing.T) {
	r := request(t, "RVA23U64")
	r.Environment, r.ICS.Modes = "linux", []string{"U"}
	table, err := isa.New(r.Pack, runner.TableExtensions(r.Pack, r.ICS)...)
	if err != nil {
		t.Fatal(err)
	}
	illegal := func(rv64.Exec) rv64.Exec { return (*rv64.Hart).Illegal }
	counter := func(right rv64.Exec) rv64.Exec {
		return func(h *rv64.Hart, i *rv64.Inst) {
			if i.Raw>>20 == 0xc01 { // time
				h.Illegal(i)
				return
			}
			right(h, i)
		}
	}
	x, err := embedded.NewProcess(rv64.Config{Table: table, Overrides: map[string]func(rv64.Exec) rv64.Exec{
		"cbo.clean": illegal, "sh1add": illegal, "csrrs": counter,
	}})
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	result := ask(t, r, x)
	if result.found("Zicbom") != NotToSee || result.about("Zicbom") != (Contradiction{}) {
		t.Errorf("Zicbom is %s; %+v", result.found("Zicbom"), result.about("Zicbom"))
	}
	if result.found("Zba") != Absent || result.about("Zba").Claim != "claimed" {
		t.Errorf("Zba is %s; %+v", result.found("Zba"), result.about("Zba"))
	}
	if f := result.fact("counter time"); !strings.Contains(f.Value, "Linux cannot tell") || f.Parameter != "" {
		t.Errorf("counter time: %+v", f)
	}
	if _, says := result.ICS.Parameters["TIME_CSR_IMPLEMENTED"]; says {
		t.Error("the ready statement says whether there is a time CSR")
	}
}

// TestTogether: a statement about several environments does not say what one of them denies.
func TestTogether(t *testing.T) {
	r := request(t, "RVI20U64")
	without := ask(t, r, executor(t, r, rv64.Config{Parameters: rv64.Parameters{NoTimeCSR: true}}))
	with := ask(t, r, executor(t, r, rv64.Config{}))
	both := Together([]*Result{without, with})
	if v, ok := both.ICS.Parameters["TIME_CSR_IMPLEMENTED"]; ok {
		t.Errorf("TIME_CSR_IMPLEMENTED is said to be %v", v)
	}
	if both.ICS.Parameters["PMP_ENTRY_COUNT"] != uint64(16) || without.ICS.Parameters["TIME_CSR_IMPLEMENTED"] != false {
		t.Errorf("together: %v; without time: %v", both.ICS.Parameters, without.ICS.Parameters)
	}
}

// TestWrite: the statement takes the place of another one, and the rest stays as it is.
func TestWrite(t *testing.T) {
	r := request(t, "RVI20U64")
	statement := Statement(ask(t, r, executor(t, r, rv64.Config{})))
	const start = "name: x\n# started so\nstart: {adapter: embedded}\n"
	const end = "environments: [machine]\n"
	for what, source := range map[string]string{
		"no statement":       start + end,
		"another statement":  start + "ics:\n  profile: RVA23U64\n  # old\n  modes: [M]\n" + end,
		"no newline at last": start + "environments: [machine]",
	} {
		text, err := Write([]byte(source), statement, r.Pack)
		if err != nil {
			t.Errorf("%s: %v", what, err)
			continue
		}
		if s := string(text); strings.Count(s, statement) != 1 || !strings.HasPrefix(s, start) || !strings.Contains(s, end) || strings.Contains(s, "old") {
			t.Errorf("%s:\n%s", what, s)
		}
	}
	if _, err := Write([]byte("{name: x, start: {adapter: embedded}}\n"), statement, r.Pack); err == nil {
		t.Error("a file in one brace was rewritten")
	}
}
