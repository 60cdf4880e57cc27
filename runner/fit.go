package runner

import (
	"errors"
	"fmt"

	"touchstone/reports"
	"touchstone/runner/image"
)

// where is the map of the request.
func (r Request) where() image.Map {
	if r.Map == (image.Map{}) {
		return image.MapFor(r.Environment)
	}
	return r.Map.For(r.Environment)
}

// leaveOut takes the error of a Build: cases that have no room in memory are untested, and the
// others are run.
func (p *Plan) leaveOut(err error) error {
	var unfit *image.Unfit
	if !errors.As(err, &unfit) || p.Map == image.DefaultMap() {
		return err
	}
	p.unfit = make(map[int]string, len(unfit.Items))
	for i, index := range unfit.Items {
		p.unfit[index] = reports.Because(reports.ReasonCapability, fmt.Sprintf("%d KiB of memory: %s", p.Map.Memory()>>10, unfit.Why[i]))
	}
	return nil
}

// Unfit is how many cases are in no image, because memory is too small for them.
func (p *Plan) Unfit() int { return len(p.unfit) }
