package process

import (
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"touchstone/specs"

	"touchstone/runner/image"
)

// Limits on one execution. Zero fields take what start.timeout and start.limits say, or the
// defaults.
type Limits struct {
	Total   time.Duration // for one image: 2 minutes
	Silence time.Duration // for one case: without a new record, or for each case of a signature: 10 s
	Noise   int64         // bytes on standard output and error without a new record: 1 MiB
	File    int64         // bytes of what it writes beside the image, the signature above all: 64 MiB
	Memory  int64         // bytes of address space of each of its processes: no limit. Simulators that compile reserve much and touch little

	together bool // the cases of a signature have Silence each, and not Total together
}

func (l Limits) withDefaults(start specs.Start) Limits {
	or := func(d *time.Duration, values ...time.Duration) {
		for _, v := range values {
			if *d == 0 {
				*d = v
			}
		}
	}
	l.together = l.Silence == 0 && start.Limits.Case == 0 && start.Timeout != 0
	or(&l.Total, start.Timeout, 2*time.Minute)
	or(&l.Silence, start.Limits.Case, 10*time.Second)
	size := func(n *int64, values ...int64) {
		for _, v := range values {
			if *n == 0 {
				*n = v
			}
		}
	}
	size(&l.Noise, start.Limits.Output, 1<<20)
	size(&l.File, start.Limits.File, 64<<20)
	size(&l.Memory, start.Limits.Memory)
	return l
}

// total is how long an image may take. Nothing is heard of a signature before it is whole, so its
// cases have their time together, and the start has that of one more, unless a time is stated for the
// image and none for the case.
func (l Limits) total(img *image.Image) time.Duration {
	if img.Protocol == image.Console || l.together {
		return l.Total
	}
	return min(l.Total, l.Silence*time.Duration(1+len(img.Cases)+img.Rounds))
}

// filesPeriod is how often the size of an execution's folder is looked at.
const filesPeriod = 100 * time.Millisecond

// watchFiles calls full when the files in a folder hold more than limit bytes, until done.
func watchFiles(dir string, limit int64, done <-chan struct{}, full func()) {
	tick := time.NewTicker(filesPeriod)
	defer tick.Stop()
	for {
		select {
		case <-done:
			return
		case <-tick.C:
			if size(dir) > limit {
				full()
				return
			}
		}
	}
}

// size is how much room a folder's files take on the disk, as far as they can be seen; holes take
// none.
func size(dir string) (total int64) {
	_ = filepath.WalkDir(dir, func(_ string, e fs.DirEntry, err error) error {
		if err != nil {
			return nil //nolint:nilerr // files come and go
		}
		if info, err := e.Info(); err == nil && info.Mode().IsRegular() {
			total += occupied(info)
		}
		return nil
	})
	return total
}

// clear removes an execution's folder, whatever an implementation has done to the permissions in it.
func clear(dir string) {
	if os.RemoveAll(dir) == nil {
		return
	}
	_ = filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if e != nil && e.IsDir() {
			_ = os.Chmod(path, 0o700) //nolint:gosec // a folder of ours, about to go
		}
		return nil
	})
	_ = os.RemoveAll(dir)
}
