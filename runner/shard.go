package runner

import (
	"fmt"
	"io"
	"reflect"

	"touchstone/runner/image"
	"touchstone/runner/steps"
)

// Shard is a part of a plan that one machine executes while others execute the others: every Count-th
// image, from Index on. Image 0, the footing, belongs to every shard, for each machine must show that the
// implementation works there at all; all shards must show the same of it. The zero Shard is the whole
// plan.
//
// What a shard brings is a journal ([Collect]); [Outcomes.Take] puts journals together. The outcomes of
// all shards are those of the whole plan, and so are the verdicts.
type Shard struct{ Index, Count int }

// MaxShards bounds the parts of a plan. The largest has some thousand images.
const MaxShards = 1000

func (s Shard) String() string { return fmt.Sprintf("%d/%d", s.Index+1, max(1, s.Count)) }

// Check says whether there can be such a shard.
func (s Shard) Check() error {
	if s.Index < 0 || s.Count < 0 || s.Count > MaxShards || s.Index >= max(1, s.Count) {
		return fmt.Errorf("%w: no shard %v", ErrRequest, s)
	}
	return nil
}

// whole says that the shard is all of the plan.
func (s Shard) whole() bool { return s.Count <= 1 }

// has says whether the shard has the image at an index of the plan.
func (s Shard) has(i int, img *image.Image) bool {
	return s.whole() || img.Footing || i%s.Count == s.Index
}

// Size is how many cases a shard has.
func (p *Plan) Size(s Shard) int {
	n := 0
	for i, batch := range p.exchangeBatches() {
		if s.whole() || i%s.Count == s.Index {
			n += len(batch)
		}
	}
	for i, img := range p.Images {
		if !img.Footing && s.has(i, img) {
			n += len(img.Cases)
		}
	}
	return n
}

// Take adds what a shard of the plan brought: its journal. The journal must be of this plan and of the
// implementation whose outcomes there are already. Where it was cut, cases are missing, and executing the
// plan executes those.
func (o *Outcomes) Take(name string, journal io.Reader) error {
	from := NewOutcomes(o.plan)
	read, err := from.load(name, journal)
	switch {
	case err != nil:
		return err
	case read == 0:
		return fmt.Errorf("%w (%s): it has no line", ErrOtherPlan, name)
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.implementation == "" && from.implementation != "" {
		if err := o.write(entry{Implementation: from.implementation}); err != nil {
			return err
		}
		o.implementation = from.implementation
	}
	if o.implementation != from.implementation {
		return fmt.Errorf("%w (%s): it is of %s, and the others are of %s", ErrOtherImplementation, name, from.implementation, o.implementation)
	}
	if err := o.takeFooting(name, from); err != nil {
		return err
	}
	for index, have := range from.have {
		if !have || o.have[index] {
			continue
		}
		o.keep(from.cases[index])
		if err := o.write(entry{Outcome: &from.cases[index]}); err != nil {
			return err
		}
	}
	for _, words := range from.retries {
		o.retries = append(o.retries, words)
		if err := o.write(entry{Retry: words}); err != nil {
			return err
		}
	}
	return nil
}

// takeFooting compares what the shards show of the footing, and keeps it once.
func (o *Outcomes) takeFooting(name string, from *Outcomes) error {
	if !from.footed {
		return nil // it was cut off; whoever executes the rest shows it
	}
	if o.footed {
		if !reflect.DeepEqual(o.footing, from.footing) {
			return fmt.Errorf("%w (%s): it shows another footing (image 0) than the others: the implementation is not the same on all machines, or not each time", ErrOtherImplementation, name)
		}
		return nil
	}
	o.footing, o.footed = from.footing, true
	for i := range o.footing {
		if err := o.write(entry{Footing: &o.footing[i]}); err != nil {
			return err
		}
	}
	return o.write(entry{Footed: true})
}

// CheckSelect says what is wrong with a selection, without planning.
func CheckSelect(text string) error {
	if _, err := steps.Selector(text); err != nil {
		return fmt.Errorf("%w: select: %w", ErrRequest, err)
	}
	return nil
}
