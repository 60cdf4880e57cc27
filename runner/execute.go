package runner

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"time"

	"touchstone/runner/image"
	"touchstone/runner/iut"
	"touchstone/runner/trial"
)

// Options of Execute.
type Options struct {
	Jobs     int            // images at the same time; 0: one for each processor
	Works    bool           // the implementation is known to work at all, whatever its cases do
	MaxStops int            // cases of an image that may stop the implementation before the rest are given up; 0: as [iut.Isolation] says
	Progress func(done int) // called from several goroutines with the number of cases that have an outcome; may be nil
	Shard    Shard          // execute this part alone; whoever has all parts executes again what Retries and Repeat ask for

	Retries int  // rounds in which cases that failed are executed again
	Repeat  bool // all cases are, in one round at least
}

// Execute sends every image that still lacks outcomes to the implementation. Whatever its cases
// do to the implementation, each gets an outcome of its own. When it returns an error, all that
// finished is in outcomes (and its journal).
//
// An implementation of a pack of kind exchange is an [iut.Exchanger], and has conversations instead.
func (p *Plan) Execute(ctx context.Context, implementation iut.Implementation, outcomes *Outcomes, opt Options) error {
	executor, executes := implementation.(iut.Executor)
	exchanger, exchanges := implementation.(iut.Exchanger)
	if p.Exchanges() && !exchanges || !p.Exchanges() && !executes {
		return fmt.Errorf("%w: pack %s asks for another kind of implementation than a %T", ErrRequest, p.Request.Pack.Name, implementation)
	}
	ctx, cancel := context.WithCancel(ctx)
	stop := outcomes.flushing(ctx, cancel)
	var err error
	if p.Exchanges() {
		err = p.converse(ctx, exchanger, outcomes, opt)
	} else {
		err = p.execute(ctx, executor, outcomes, opt)
	}
	cancel()
	if full := <-stop; full != nil {
		return full // that the run was cancelled is what came of it
	}
	return err
}

// execute is Execute of images.
func (p *Plan) execute(ctx context.Context, executor iut.Executor, outcomes *Outcomes, opt Options) error {
	err := p.eachImage(ctx, outcomes, opt, func(i int, img *image.Image) bool {
		// What an earlier run left needs no more.
		return opt.Shard.has(i, img) && (img.Footing && !outcomes.footed || !img.Footing && !outcomes.done(img.Cases))
	}, func(ctx context.Context, img *image.Image) error {
		return p.executeImage(ctx, executor, img, outcomes, opt)
	})
	if err == nil && opt.Shard.whole() {
		err = p.rounds(outcomes, opt, func(round int, missing map[int]bool) error {
			return p.round(ctx, executor, outcomes, opt, round, missing)
		})
	}
	return err
}

// eachImage does something with every image that is wanted, several at the same time.
func (p *Plan) eachImage(ctx context.Context, outcomes *Outcomes, opt Options, wanted func(int, *image.Image) bool, do func(context.Context, *image.Image) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	jobs := opt.Jobs
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	var workers sync.WaitGroup
	next := make(chan *image.Image)
	var once sync.Once
	var first error
	for range jobs {
		workers.Go(func() {
			for img := range next {
				err := do(ctx, img)
				if err == nil {
					err = outcomes.flush()
				}
				if err != nil {
					once.Do(func() { first = err; cancel() })
				}
			}
		})
	}
	for i, img := range p.Images {
		if err := ctx.Err(); err != nil {
			once.Do(func() { first = err })
			break
		}
		if wanted(i, img) {
			next <- img
		}
	}
	close(next)
	workers.Wait()
	return first
}

// flushing makes the journal durable every second until ctx ends, and once more then. When it cannot,
// it cancels: what is not in the journal would be lost.
func (o *Outcomes) flushing(ctx context.Context, cancel func()) <-chan error {
	done := make(chan error, 1)
	go func() {
		tick := time.NewTicker(time.Second)
		defer tick.Stop()
		for {
			select {
			case <-ctx.Done():
				done <- o.flush()
				return
			case <-tick.C:
				if err := o.flush(); err != nil {
					cancel()
					done <- err
					return
				}
			}
		}
	}()
	return done
}

func (p *Plan) executeImage(ctx context.Context, executor iut.Executor, img *image.Image, outcomes *Outcomes, opt Options) error {
	yield := func(out trial.Outcome) error {
		if err := outcomes.add(out, img.Footing); err != nil {
			return err
		}
		if opt.Progress != nil {
			opt.Progress(outcomes.Count())
		}
		return nil
	}
	if img.Footing {
		if err := p.executeFooting(ctx, executor, img, yield); err != nil {
			return err
		}
		return outcomes.foot()
	}
	return p.isolate(ctx, executor, img, outcomes.missing(img.Cases), outcomes, opt, yield)
}

// isolate executes some of an image's cases, whatever they do to the implementation.
func (p *Plan) isolate(ctx context.Context, executor iut.Executor, img *image.Image, cases []int, outcomes *Outcomes, opt Options, yield func(trial.Outcome) error) error {
	rest := img
	if len(cases) < len(img.Cases) {
		var err error
		if rest, err = p.rebuild(img, cases); err != nil {
			return err
		}
	}
	isolation := iut.Isolation{
		Executor: executor,
		MaxStops: opt.MaxStops, Works: opt.Works || outcomes.works(),
		Trial:   func(c int) int { return p.Cases[c].Trial },
		Rebuild: func(cases []int) (*image.Image, error) { return p.rebuild(img, cases) },
	}
	retries, err := isolation.Run(ctx, rest, yield)
	for _, words := range retries {
		err = errors.Join(err, outcomes.retry(words))
	}
	return err
}

// executeFooting runs image 0. That the implementation stops in it is a finding, not an error: the
// steps that did not arrive are the ones that failed.
func (p *Plan) executeFooting(ctx context.Context, executor iut.Executor, img *image.Image, yield func(trial.Outcome) error) error {
	err := executor.Execute(ctx, img, yield)
	var stopped *iut.Stopped
	if errors.As(err, &stopped) && ctx.Err() == nil {
		if !stopped.Started {
			return fmt.Errorf("%w: image %s: %w", iut.ErrNeverStarted, img.Name, err)
		}
		return nil
	}
	return err
}

// rebuild makes an image of some of an image's cases, by plan index. Their code lies where it lay,
// so that what they report does not depend on what had to be run again.
func (p *Plan) rebuild(img *image.Image, cases []int) (*image.Image, error) {
	wanted := make(map[int]bool, len(cases))
	for _, index := range cases {
		wanted[index] = true
	}
	items := make([]image.Item, len(img.Cases))
	for i, index := range img.Cases {
		_, c := p.Case(index)
		items[i] = image.Item{Index: index, Case: c, Absent: !wanted[index]}
	}
	images, err := image.Build(p.Table, p.Request.Pack.CSRs, p.Map, items, image.Options{Protocol: img.Protocol, Max: len(items), Name: "again-"})
	if err != nil {
		return nil, err
	}
	if len(images) != 1 {
		return nil, fmt.Errorf("runner: %d cases of one image rebuilt as %d images", len(cases), len(images))
	}
	return images[0], nil
}
