package runner

import (
	"errors"
	"fmt"
	"maps"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"

	"touchstone/reports"
	"touchstone/runner/image"
	"touchstone/runner/image/machine"
	"touchstone/runner/trial"
	"touchstone/specs/oracle"
)

// A self-checking image compares what each of its cases does with what is allowed, and says one word. What
// is allowed comes from the specification's rows, as test vectors do; each outcome was judged by all the
// checks of its case first, so that PASS means that every check of every case in it passes, as if the
// outcome had been brought back. A case of which that cannot be said is in no image, and untested:
//
//   - the specification allows more outcomes than can be listed, or leaves them open;
//   - it observes CSRs, of which a hart may take some values and not others;
//   - it runs on several harts;
//   - another case is compared with it, and it has more than one outcome.
//
// What is allowed is listed when a kit is planned, and again when it is judged. The manifest could say what
// was listed: its digest binds every file of the kit, and the report. But a digest shows that a kit is one and
// the same, not who wrote it. Whoever adds an outcome to an image can write the manifest anew, and PASS of
// that image is all there is as evidence. So nothing in a kit is taken on trust: judge makes each image again
// from the specification, and compares bytes. Listing ends, therefore, with the first outcome that no
// image has room for ([oracle.Bounds]): that is what makes it cheap enough to do twice.

// selfChecked is what a plan for self-checking images knows of its cases, by plan index.
type selfChecked struct {
	wants map[int]trial.Outcome // of the cases in images: an outcome that passes; all that do are judged alike
	left  map[int]string        // why others are in none
}

// Reasons for which a case is in no self-checking image.
const (
	leftHarts    = "it runs on several harts"
	leftObserves = "it observes CSRs of which a hart may take some values and not others"
	leftRetries  = "a store-conditional in it may fail any number of times"
	leftOpen     = "the specification leaves open what it does"
	leftMany     = "the specification allows more outcomes than an image can list"
	leftPaired   = "it is compared with another case, and no check says what it alone must do"
	leftJudged   = "none of the outcomes that the specification allows passes all of its checks alike"
	leftRoom     = "the code of its image has no room beside the others'"
)

// buildChecked makes self-checking images. They are built twice: first to see where code lies, which
// outcomes depend on.
func (p *Plan) buildChecked(items []image.Item) error {
	room := make([][]uint64, image.MaxFrames)
	for i := range items {
		items[i].Frames = room
	}
	options := image.Options{Protocol: image.SelfCheck, Max: machine.MaxChecked}
	images, err := image.Build(p.Table, p.Request.Pack.CSRs, p.Map, items, options)
	if err = p.leaveOut(err); err != nil {
		return err
	}
	p.place(images)
	p.checked = &selfChecked{wants: map[int]trial.Outcome{}, left: map[int]string{}}
	in := make([]*image.Image, len(p.Cases))
	for _, img := range images {
		for _, index := range img.Cases {
			in[index] = img
		}
	}
	frames, err := p.frames(in)
	if err != nil {
		return err
	}
	for _, img := range images {
		again := make([]image.Item, len(img.Cases))
		some := false
		for i, index := range img.Cases {
			_, c := p.Case(index)
			again[i] = image.Item{Index: index, Case: c, Frames: frames[index], Absent: frames[index] == nil}
			some = some || frames[index] != nil
		}
		if !some {
			continue
		}
		built, err := image.Build(p.Table, p.Request.Pack.CSRs, p.Map, again, options)
		if err != nil {
			return err
		}
		if len(built) != 1 || !slices.Equal(built[0].Code, p.codeOf(built[0].Cases)) {
			return fmt.Errorf("runner: image %s lies elsewhere when it is built again", img.Name)
		}
		built[0].Name = img.Name
		p.Images = append(p.Images, built[0])
	}
	if len(p.checked.wants) == 0 {
		return fmt.Errorf("%w: none of the %d cases can be checked by an image itself: %s", ErrRequest, len(p.Cases), p.LeftUnchecked())
	}
	return nil
}

func (p *Plan) codeOf(cases []int) []uint64 {
	out := make([]uint64, len(cases))
	for i, index := range cases {
		out[i] = p.code[index]
	}
	return out
}

// Compared is how many cases self-checking images compare.
func (p *Plan) Compared() int {
	if p.checked == nil {
		return 0
	}
	return len(p.checked.wants)
}

// LeftUnchecked counts the cases that no self-checking image has, by reason.
func (p *Plan) LeftUnchecked() Reasons {
	out := Reasons{}
	if p.checked != nil {
		for _, why := range p.checked.left {
			out[why]++
		}
	}
	return out
}

// Reasons counts cases by reason.
type Reasons map[string]int

// order has the most frequent first.
func (r Reasons) order() []string {
	order := slices.Sorted(maps.Keys(r))
	slices.SortStableFunc(order, func(a, b string) int { return r[b] - r[a] })
	return order
}

func (r Reasons) String() string {
	order := r.order()
	for i, why := range order {
		order[i] = fmt.Sprintf("%d: %s", r[why], why)
	}
	return strings.Join(order, "; ")
}

// frames lists the records that are allowed of each case; nil: it is left out.
func (p *Plan) frames(in []*image.Image) ([][][]uint64, error) {
	out := make([][][]uint64, len(p.Cases))
	first := make([]int, len(p.Trials))
	for index, ref := range p.Cases {
		if ref.Case == 0 {
			first[ref.Trial] = index
		}
	}
	var workers sync.WaitGroup
	var mu sync.Mutex
	var broken error
	next := make(chan int)
	done := 0
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := range next {
				t := &p.Trials[i]
				about := checksOf(t)
				setup := p.eachSetup()
				for c := range t.Cases {
					index := first[i] + c
					if in[index] == nil {
						continue // it has no room in memory
					}
					from, err := setup(&t.Cases[c].Setting)
					var want trial.Outcome
					var why string
					if err == nil {
						out[index], want, why, err = p.framesOf(t, c, index, in[index], from, about[c])
					}
					mu.Lock()
					switch {
					case err != nil && broken == nil:
						broken = fmt.Errorf("case %s: %w", t.Cases[c].ID, err)
					case why != "":
						p.checked.left[index] = why
					case err == nil:
						p.checked.wants[index] = want
					}
					if done++; p.Request.Listed != nil {
						p.Request.Listed(done, len(p.Cases)-len(p.unfit))
					}
					mu.Unlock()
				}
			}
		})
	}
	for i := range p.Trials {
		next <- i
	}
	close(next)
	workers.Wait()
	return out, broken
}

// caseChecks are the checks of one case: those that look at it alone, and whether others compare it.
type caseChecks struct {
	alone  []*trial.Check
	paired bool
}

func checksOf(t *trial.Trial) []caseChecks {
	out := make([]caseChecks, len(t.Cases))
	for i := range t.Checks {
		ch := &t.Checks[i]
		switch e := ch.Expect.(type) {
		case trial.Alike:
			for _, group := range e.Groups {
				for _, c := range group {
					out[c].paired = true
				}
			}
		case trial.Same:
			for _, pair := range e.Pairs {
				out[pair[0]].paired, out[pair[1]].paired = true, true
			}
		default:
			for _, c := range ch.Cases {
				out[c].alone = append(out[c].alone, ch)
			}
		}
	}
	return out
}

// framesOf lists the records of a case that pass all of its checks, and one of their outcomes; or says why
// it is left out.
func (p *Plan) framesOf(t *trial.Trial, c, index int, img *image.Image, from setup, checks caseChecks) (frames [][]uint64, want trial.Outcome, why string, err error) {
	cs := &t.Cases[c]
	if why := leftAtOnce(cs); why != "" {
		return nil, want, why, nil
	}
	if fs, vs := image.Status(cs.Setting); fs == oracle.Initial || vs == oracle.Initial {
		return nil, want, leftObserves, nil
	}
	if len(checks.alone) == 0 {
		return nil, want, leftPaired, nil
	}
	view := func(o trial.Outcome) *view { return newView(t, cs, p.code[index], p.Map, from, o) }
	v := view(trial.Outcome{})
	listed, err := p.oracle.Allowed(v.state(), v.exits(), listing())
	switch {
	case errors.Is(err, oracle.ErrMany):
		return nil, want, leftMany, nil
	case err != nil:
		return nil, want, leftOpen, nil //nolint:nilerr // the rows need what only an observation shows
	}
	var candidates []trial.Outcome
	for _, o := range listed {
		some, why := v.outcomes(index, o)
		if why != "" {
			return nil, want, why, nil
		}
		if candidates = append(candidates, some...); len(candidates) > image.MaxFrames {
			return nil, want, leftMany, nil
		}
	}
	passing, same := p.passing(candidates, view, checks.alone)
	switch {
	case len(passing) == 0 || !same:
		return nil, want, leftJudged, nil
	case checks.paired && len(passing) > 1:
		return nil, want, leftPaired, nil
	}
	for _, o := range passing {
		for _, shown := range statusVariants(o, cs.Setting) {
			words, err := img.Payload(shown)
			if err != nil {
				return nil, want, "", err
			}
			frames = append(frames, words)
		}
	}
	if len(frames) > image.MaxFrames {
		return nil, want, leftMany, nil
	}
	return frames, passing[0], "", nil
}

// listing bounds what is listed of a case: once there are more outcomes than an image can hold, or choices
// by the hundred, the rest need not be known.
func listing() oracle.Bounds {
	return oracle.Bounds{Steps: 2000, Paths: 32 * image.MaxFrames, Outcomes: image.MaxFrames}
}

// leftAtOnce says why a case is left out whatever the specification says of it.
func leftAtOnce(c *trial.Case) string {
	switch {
	case len(c.Harts) > 0:
		return leftHarts
	case strings.Contains(c.Stub.Text, "lr.") || strings.Contains(c.Stub.Text, "sc."):
		return leftRetries
	case slices.ContainsFunc(c.Observe, func(l trial.Loc) bool { return strings.HasPrefix(string(l), "csr:") && !ofState(l, c.Setting) }):
		return leftObserves
	}
	return ""
}

// ofState says whether a CSR is part of the floating-point or vector state that a setting establishes.
func ofState(l trial.Loc, s trial.Setting) bool {
	return s.Float && l == "csr:fcsr" || s.VLEN != 0 && slices.Contains([]trial.Loc{"csr:vl", "csr:vtype", "csr:vstart", "csr:vcsr"}, l)
}

// outcomes lists those that one of the oracle's stands for, as the runtime would report them.
func (v *view) outcomes(index int, o oracle.Outcome) (all []trial.Outcome, why string) {
	if len(o.Unspecified) > 0 {
		return nil, leftOpen
	}
	all = []trial.Outcome{{Case: index, Status: trial.Finished}}
	each := func(values []string, set func(*trial.Outcome, uint64)) bool {
		var more []trial.Outcome
		for _, text := range values {
			n, err := strconv.ParseUint(text, 0, 64)
			if err != nil || len(all)*len(values) > image.MaxFrames {
				return false // "any value", "bits … are free"
			}
			for _, o := range all {
				o.Changed = slices.Clone(o.Changed)
				set(&o, n)
				more = append(more, o)
			}
		}
		all = more
		return true
	}
	ok := each(o.Trap["cause"], func(o *trial.Outcome, n uint64) { o.Trap.Cause = n }) &&
		each(o.Trap["pc"], func(o *trial.Outcome, n uint64) { o.Trap.PC = n }) &&
		each(o.Trap["tval"], func(o *trial.Outcome, n uint64) { o.Trap.Tval = n })
	if !ok || len(o.Trap["mode"]) != 1 {
		return nil, leftMany
	}
	for i := range all {
		all[i].Trap.Mode = o.Trap["mode"][0]
	}
	for _, name := range slices.Sorted(maps.Keys(o.Changed)) {
		l := trial.Loc(name)
		switch {
		case strings.HasPrefix(name, "csr:") && !ofState(l, v.c.Setting):
			if slices.Contains([]string{"csr:mtvec", "csr:mie", "csr:mcounteren", "csr:mscratch"}, name) {
				return nil, leftObserves // the runtime always looks at these
			}
			continue // it does not look at others
		case name == "x31" && v.c.Setting.Anchor == name:
			continue
		}
		was, known := v.before(l)
		ok := each(o.Changed[name], func(o *trial.Outcome, n uint64) {
			if !known || n != was {
				o.Changed = append(o.Changed, trial.Change{Loc: l, Value: n})
			}
		})
		if !ok {
			return nil, leftMany
		}
	}
	return all, ""
}

// passing are the outcomes that pass every check. same: all of them for the same rules.
func (p *Plan) passing(candidates []trial.Outcome, view func(trial.Outcome) *view, checks []*trial.Check) (passing []trial.Outcome, same bool) {
	var rules [][]string
next:
	for _, o := range candidates {
		v := view(o)
		var spoken [][]string
		for _, ch := range checks {
			switch f := evaluate(p.oracle, ch, v); f.verdict {
			case reports.Pass:
				spoken = append(spoken, f.rules)
			case reports.Fail:
				continue next
			default:
				return nil, false // evidence of nothing, so its absence is no fault
			}
		}
		if len(passing) > 0 && !slices.EqualFunc(rules, spoken, slices.Equal) {
			return nil, false
		}
		passing, rules = append(passing, o), spoken
	}
	return passing, true
}

// statusVariants are the ways in which harts report one outcome: where mstatus.FS or VS is Dirty before
// the case already, as it may be, that is what is reported, and not that the case made it so.
func statusVariants(o trial.Outcome, s trial.Setting) []trial.Outcome {
	out := []trial.Outcome{o}
	for _, unit := range []struct {
		has bool
		loc trial.Loc
	}{{s.Float, "fs"}, {s.VLEN != 0, "vs"}} {
		fs, vs := image.Status(s)
		wanted := map[trial.Loc]uint8{"fs": fs, "vs": vs}[unit.loc]
		if !unit.has || wanted == oracle.Off || wanted == oracle.Dirty {
			continue
		}
		for _, o := range slices.Clone(out) {
			o.Changed = slices.DeleteFunc(slices.Clone(o.Changed), func(ch trial.Change) bool { return ch.Loc == unit.loc })
			o.Changed = append(o.Changed, trial.Change{Loc: "before:" + unit.loc, Value: oracle.Dirty})
			out = append(out, o)
		}
	}
	return out
}
