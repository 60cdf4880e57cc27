// Package audit reads a whole transparency log and checks all of it: that the log's key signed its
// checkpoint, that every entry and every tile is what the signed root says, that the log still
// begins with what an older checkpoint covered, and, by a function of the caller, that each entry
// is true of what the registry shows.
//
//	site, err := audit.Site("https://registry.example.org/log/", client)
//	result, err := audit.Audit{Source: site, Key: key, Older: kept, Entry: compare}.Run(ctx)
//	// keep result.Checkpoint.Note: it is the next audit's Older
//
// The log is read once from its first entry to its last in bounded memory, so an audit needs no
// tile to be right: it computes them all.
package audit

import (
	"context"
	"fmt"

	sumdb "golang.org/x/mod/sumdb/tlog"

	"touchstone/reports/tlog"
)

// Source gets a file of the log by its path below the log's address; one that is not there is
// fs.ErrNotExist. See [Site] and [Folder].
type Source func(ctx context.Context, path string) ([]byte, error)

// Audit says what to check.
type Audit struct {
	Source Source
	Key    tlog.Key

	// Older is a checkpoint that was kept from before, as it was signed; nil: none.
	Older []byte

	// Entry is called for every entry in the order of the log, after its bundle was found to be
	// what the tile above says; its error ends the audit. Nil: entries are not looked into.
	Entry func(ctx context.Context, index uint64, e tlog.Entry) error

	// From is where Entry begins to be called: an audit that was cut off went as far, or an older one.
	// The entries before it are hashed all the same, and must be those that it saw.
	From Position

	// Passed is called behind each bundle of 256 entries, and behind the last one; its error ends the
	// audit. What it is told can be another audit's From, if that one ends well. Nil: nobody is told.
	Passed func(ctx context.Context, p Position) error
}

// Position is a number of entries, with their root.
type Position struct {
	Size uint64
	Root tlog.Hash
}

// Result is what an audit found to be so.
type Result struct {
	Checkpoint *tlog.Checkpoint // the log's
	Older      *tlog.Checkpoint // what it was found to continue; nil: none was given
	Kinds      map[tlog.Kind]uint64
}

// Run audits. An error that is tlog.ErrSignature, ErrInconsistent or ErrTampered speaks against the
// log; ErrMalformed may also be a server that is no log, and the others are ours or the network's.
func (a Audit) Run(ctx context.Context) (*Result, error) {
	text, err := a.Source(ctx, tlog.CheckpointPath)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", tlog.CheckpointPath, err)
	}
	r := &Result{Kinds: map[tlog.Kind]uint64{}}
	if r.Checkpoint, err = tlog.OpenCheckpoint(text, a.Key); err != nil {
		return nil, err
	}
	if a.Older != nil {
		if r.Older, err = tlog.OpenCheckpoint(a.Older, a.Key); err != nil {
			return nil, fmt.Errorf("older %w", err)
		}
		if r.Older.Size > r.Checkpoint.Size { // needs no reading
			return nil, tlog.CheckConsistency(r.Older, r.Checkpoint, nil)
		}
	}
	if a.From.Size > r.Checkpoint.Size {
		return nil, fmt.Errorf("%w: it has %d entries, and an audit went through %d of them already: entries were taken back, or this is a copy that fell behind", tlog.ErrInconsistent, r.Checkpoint.Size, a.From.Size)
	}
	w := &walk{audit: &a, result: r, read: func(path string) ([]byte, error) { return a.Source(ctx, path) }}
	if err := w.run(ctx); err != nil {
		return nil, err
	}
	return r, nil
}

// walk builds the tree again. edge holds the tile that grows at each level: full ones are compared
// and forgotten.
type walk struct {
	audit  *Audit
	result *Result
	read   tlog.Read
	edge   []tile
	forked error
}

type tile struct {
	index  uint64
	hashes []tlog.Hash
}

func (w *walk) run(ctx context.Context) error {
	size := w.result.Checkpoint.Size
	if err := w.reached(0); err != nil {
		return err
	}
	for bundle := uint64(0); bundle*tlog.TileWidth < size; bundle++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := w.bundle(ctx, bundle); err != nil {
			return err
		}
		if err := w.passed(ctx, min((bundle+1)*tlog.TileWidth, size)); err != nil {
			return err
		}
	}
	return w.conclude()
}

func (w *walk) passed(ctx context.Context, size uint64) error {
	if w.audit.Passed == nil {
		return nil
	}
	root, err := w.root(size)
	if err != nil {
		return err
	}
	return w.audit.Passed(ctx, Position{size, root})
}

// bundle checks 256 entries.
func (w *walk) bundle(ctx context.Context, bundle uint64) error {
	entries, err := w.read.Entries(bundle, w.result.Checkpoint.Size)
	if err != nil {
		return err
	}
	first := bundle * tlog.TileWidth
	for i, text := range entries {
		if err := w.add(0, sumdb.RecordHash(text)); err != nil {
			return err
		}
		if err := w.reached(first + uint64(i) + 1); err != nil {
			return err
		}
	}
	if t := w.edge[0]; len(t.hashes) > 0 { // the last bundle fills no tile
		if err := w.compare(0, t); err != nil {
			return err
		}
	}
	for i, text := range entries {
		index := first + uint64(i)
		e, err := tlog.ParseEntry(text)
		if err != nil {
			return fmt.Errorf("entry %d: %w", index, err)
		}
		w.result.Kinds[e.Kind]++
		if w.audit.Entry != nil && index >= w.audit.From.Size {
			if err := w.audit.Entry(ctx, index, e); err != nil {
				return fmt.Errorf("entry %d (%s %s): %w", index, e.Kind, e.Digest, err)
			}
		}
	}
	return nil
}

// add puts a hash at the edge of a level; a tile that it fills is compared with the log's.
func (w *walk) add(level int, h tlog.Hash) error {
	if level == len(w.edge) {
		w.edge = append(w.edge, tile{})
	}
	t := &w.edge[level]
	t.hashes = append(t.hashes, h)
	if len(t.hashes) < tlog.TileWidth {
		return nil
	}
	if err := w.compare(level, *t); err != nil {
		return err
	}
	top := root(t.hashes)
	*t = tile{t.index + 1, t.hashes[:0]}
	return w.add(level+1, top)
}

// compare reads a tile of the log and compares it with the one that its entries give.
func (w *walk) compare(level int, t tile) error {
	name := tlog.Tile{Level: level, Index: t.index, Width: len(t.hashes)}
	have, err := w.read.Hashes(name)
	if err != nil {
		return err
	}
	for i, h := range t.hashes {
		if have[i] == h {
			continue
		}
		n := t.index*tlog.TileWidth + uint64(i)
		if level == 0 {
			return fmt.Errorf("entry %d: %w: it is not the entry that %s was made of", n, tlog.ErrTampered, name.Path())
		}
		below := tlog.Tile{Level: level - 1, Index: n, Width: tlog.TileWidth}
		return fmt.Errorf("%s: %w: its hash %d is not that of %s", name.Path(), tlog.ErrTampered, i, below.Path())
	}
	return nil
}

// reached notes whether the tree is the older checkpoint's at its size, and what was seen at that of an
// audit that went before. It is too early to say so: only when the newer root turns out right was it the
// log that changed, and not these copies of its entries.
func (w *walk) reached(size uint64) error {
	older, from := w.result.Older, w.audit.From
	isOlder, isFrom := older != nil && size == older.Size, size > 0 && size == from.Size
	if !isOlder && !isFrom {
		return nil
	}
	h, err := w.root(size)
	switch {
	case err != nil:
		return err
	case isOlder && h != older.Root:
		w.forked = fmt.Errorf("%w: its first %d entries are not those of the older checkpoint, which the same key signed: history was rewritten; keep both checkpoints, they prove it", tlog.ErrInconsistent, size)
	case isFrom && h != from.Root && w.forked == nil:
		w.forked = fmt.Errorf("%w: its first %d entries are not those that the audit before went through: history was rewritten since", tlog.ErrInconsistent, size)
	}
	return nil
}

// conclude compares what is left at the edge above the entries, the root, and the past.
func (w *walk) conclude() error {
	for level, t := range w.edge {
		if level > 0 && len(t.hashes) > 0 {
			if err := w.compare(level, t); err != nil {
				return err
			}
		}
	}
	size := w.result.Checkpoint.Size
	if h, err := w.root(size); err != nil {
		return err
	} else if h != w.result.Checkpoint.Root {
		return fmt.Errorf("%w: the %d entries that are served are not those whose root was signed", tlog.ErrTampered, size)
	}
	return w.forked
}

// root is the root of all entries so far.
func (w *walk) root(size uint64) (tlog.Hash, error) {
	return sumdb.TreeHash(int64(size), sumdb.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		out := make([]tlog.Hash, len(indexes))
		for i, index := range indexes {
			// A perfect subtree at the edge: 2^below hashes of a tile that still grows.
			level, n := sumdb.SplitStoredHashIndex(index)
			below := level % 8
			start := (uint64(n) << below) % tlog.TileWidth
			out[i] = root(w.edge[level/8].hashes[start:][:1<<below])
		}
		return out, nil
	}))
}

// root is the hash over a perfect subtree.
func root(hashes []tlog.Hash) tlog.Hash {
	if len(hashes) == 1 {
		return hashes[0]
	}
	half := len(hashes) / 2
	return sumdb.NodeHash(root(hashes[:half]), root(hashes[half:]))
}
