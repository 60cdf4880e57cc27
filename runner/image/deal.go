package image

import (
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"touchstone/runner/image/machine"
	"touchstone/runner/trial"
)

// Unfit is the error of a Build some of whose cases have no room in memory, not even alone; the
// images that Build returns with it hold the others.
type Unfit struct {
	Items []int    // their indexes in the plan, ascending
	Why   []string // by item
}

func (u *Unfit) Error() string {
	return fmt.Sprintf("%d cases do not fit into memory; case %d: %s", len(u.Items), u.Items[0], u.Why[0])
}

func (u *Unfit) add(item int, why error) {
	u.Items, u.Why = append(u.Items, item), append(u.Why, why.Error())
}

func (u *Unfit) sort() {
	why := make(map[int]string, len(u.Items))
	for i, item := range u.Items {
		why[item] = u.Why[i]
	}
	slices.Sort(u.Items)
	for i, item := range u.Items {
		u.Why[i] = why[item]
	}
}

// placeable are the cases whose code has room when it is alone.
func (b *builder) placeable(items []Item, unfit *Unfit) []Item {
	r := b.m.regions()
	code := newArena(b.m.Base+r.code, r.end-r.code)
	why := map[*trial.Stub]error{}
	return slices.DeleteFunc(slices.Clone(items), func(it Item) bool {
		for _, s := range append([]*trial.Stub{it.Case.Stub}, it.Case.Harts...) {
			if s == nil {
				continue // for the builder to refuse
			}
			err, seen := why[s]
			if !seen {
				_, _, err = code.place(s)
				why[s] = err
				clear(code.taken)
				clear(code.next)
			}
			if errors.Is(err, errRoom) {
				unfit.add(it.Index, fmt.Errorf("case %s: %w", it.Case.ID, err))
				return true
			}
		}
		return false
	})
}

// errRoom is the class of errors that say that an image needs more memory than there is.
var errRoom = errors.New("no room")

// noRoom is one of them.
func noRoom(format string, a ...any) error { return &room{fmt.Sprintf(format, a...)} }

type room struct{ words string }

func (r *room) Error() string        { return r.words }
func (r *room) Is(target error) bool { return target == errRoom }

// images makes an image of each part, as many at a time as there are processors; of one that
// proves too large, several.
func (b *builder) images(parts [][]Item, none Unfit) ([]*Image, error) {
	made, errs := make([][]*Image, len(parts)), make([]error, len(parts))
	unfit := make([]Unfit, len(parts))
	var workers sync.WaitGroup
	var next atomic.Int64
	for range min(runtime.GOMAXPROCS(0), len(parts)) {
		workers.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(parts); i = int(next.Add(1)) - 1 {
				made[i], errs[i] = b.halve(parts[i], &unfit[i])
			}
		})
	}
	workers.Wait()
	var images []*Image
	for i, err := range errs {
		if err != nil {
			return nil, err
		}
		images = append(images, made[i]...)
		none.Items, none.Why = append(none.Items, unfit[i].Items...), append(none.Why, unfit[i].Why...)
	}
	for i, img := range images {
		img.Name = b.name(img.Setting, i)
	}
	if len(none.Items) > 0 {
		none.sort()
		return images, &none
	}
	return images, nil
}

// halve makes an image of items, or of either half of them where they have no room together.
func (b *builder) halve(items []Item, unfit *Unfit) ([]*Image, error) {
	img, err := b.image(items)
	switch {
	case err == nil:
		return []*Image{img}, nil
	case !errors.Is(err, errRoom):
		return nil, err
	case len(items) == 1:
		unfit.add(items[0].Index, err)
		return nil, nil
	}
	var images []*Image
	for _, half := range [][]Item{items[:len(items)/2], items[len(items)/2:]} {
		made, err := b.halve(half, unfit)
		if err != nil {
			return nil, err
		}
		images = append(images, made...)
	}
	return images, nil
}

// portions deals cases out to images of a map that is smaller than the full one: at most so many,
// and so many that what they need of table, log and code is most likely there.
func (b *builder) portions(items []Item, most int) [][]Item {
	r := b.m.regions()
	setting := items[0].Case.Setting
	limits := [3]int{int(r.log - r.table), int(r.code-r.log) - 2*longest(b.m, setting, 64, mostObserved(items)), int(r.end - r.code)}
	start := [3]int{headRoom(b, setting), 0, 0}
	if b.opt.Protocol == Console {
		start[1] = -1 << 40 // a record is printed, and its place used again
	}
	var parts [][]Item
	from, used := 0, start
	stubs, blocks := map[*trial.Stub]bool{}, map[*trial.Vectors]bool{}
	need := func(c *trial.Case) (n [3]int) {
		n[0] = 72 + 16*len(c.Before) + 32*(len(c.Before)+len(c.Observe)) + 64
		n[1] = perCase(setting)
		for _, s := range append([]*trial.Stub{c.Stub}, c.Harts...) {
			if s == nil || stubs[s] {
				continue
			}
			n[0] += 16 + 80*len(c.Harts)
			for _, k := range s.Chunks {
				n[0] += 24 + 16 + len(k.Bytes)
				n[2] += 32 + len(k.Bytes) + s.Align
			}
		}
		if setting.VLEN != 0 && !blocks[c.Vectors] {
			n[0] += 4 * setting.VLEN
		}
		return n
	}
	for i, it := range items {
		n := need(it.Case)
		full := i-from == most
		for k := range n {
			full = full || used[k]+n[k] > limits[k]
		}
		if i > from && full {
			parts = append(parts, items[from:i])
			from, used = i, start
			clear(stubs)
			clear(blocks)
			n = need(it.Case)
		}
		for k := range n {
			used[k] += n[k]
		}
		blocks[it.Case.Vectors] = true
		for _, s := range append([]*trial.Stub{it.Case.Stub}, it.Case.Harts...) {
			stubs[s] = true
		}
	}
	return append(parts, items[from:])
}

// headRoom is what a table holds before its stubs and rows, at most.
func headRoom(b *builder, s trial.Setting) int {
	g, err := settle(s, b.names)
	if err != nil {
		return 0 // what is wrong with it is said when the image is built
	}
	return 32*(len(g.writes)+32) + 256 + DataSize + 2*GuardSize + 256
}

// perCase is what the log keeps for a case: its begin mark, its result, and in the mean some fifteen
// changes; of vector state eight registers may change in every case.
func perCase(s trial.Setting) int { return 40*8 + 2*s.VLEN }

// longest is how long one record of cases may become, in bytes: every register and doubleword, so many
// CSRs before and after, and so many bytes of code. In a map of full size nobody counts.
func longest(m Map, s trial.Setting, code, csrs int) int {
	if m.Size == 0 {
		return maxRecord + 8*s.VLEN
	}
	const watched = 8
	n := 8*6 + 16*(32+(DataSize+2*GuardSize)/8+2*csrs+watched) + 2*code + 8*s.VLEN
	if s.Float {
		n += 16 * 48
	}
	if s.Harts > 1 {
		n += 16 * machine.MaxStates * (1 + machine.MaxLocations)
	}
	return n
}

// mostObserved is how many CSRs a case of a list names, at most.
func mostObserved(items []Item) int {
	most := 0
	for _, it := range items {
		most = max(most, len(it.Case.Before)+len(it.Case.Observe))
	}
	return min(most, machine.MaxObserved)
}

// most is how many bytes of code one of the stubs has, at most.
func most(stubs []*stub) int {
	most := 0
	for _, s := range stubs {
		n := 0
		for _, r := range s.runs {
			n += len(r.Bytes)
		}
		most = max(most, n)
	}
	return most
}

// maxRecord bounds the bytes of one result: every register, doubleword, CSR and a stub's code.
const maxRecord = 32 << 10
