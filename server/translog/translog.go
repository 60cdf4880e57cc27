// Package translog keeps the registry's transparency log: a folder of tiles (c2sp.org/tlog-tiles,
// by tessera's POSIX driver) that only ever grows, and a checkpoint signed with the log's key.
//
//	key, made, err := translog.OwnKey("registry/log.key", "registry.example.org/log")
//	log, err := translog.Open(ctx, translog.Options{Dir: "registry/log", Key: key})
//	index, err := log.Append(ctx, entry)         // in the log, and under a signed checkpoint
//	proof, err := log.Proof(ctx, index)          // proof.Format() is report.tlog-proof
//	mux.Handle("/log/", http.StripPrefix("/log/", log.Handler()))
//	err = log.Close(ctx)
//
// What is in an entry, a proof and a checkpoint, and how others verify them: package reports/tlog.
//
// # Durability
//
// When Append returns an index, the entry, the tiles above it and a checkpoint that covers them
// are on the disk (fsync): neither a killed process nor a power failure takes them back. When it
// returns an error, the entry may be in the log or not, and may still get there: look at the tail
// ([Log.Entries]) before appending it again. The log does not know entries again; that each is
// appended once is for the database to see to.
//
// # What Open refuses
//
// A log that forgets is worth less than none: whoever kept a newer checkpoint holds the proof that
// history was rewritten. So Open checks that the folder is whole and the key is the log's, and
// refuses a folder whose state and checkpoint do not belong together, one that another process
// holds, and, given the newest checkpoint that the database remembers ([Options.Known]), one that
// was restored from a backup older than that.
package translog

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"sync"

	"touchstone/reports/tlog"
)

// Classes of errors, besides those of package tlog.
var (
	ErrInUse  = errors.New("the log's folder is in use") // by another process, or another Log
	ErrState  = errors.New("the log's folder is not whole")
	ErrClosed = errors.New("the log is closed")
)

// Options of a log.
type Options struct {
	Dir string // its folder; made when there is none
	Key *Key

	// Known is the newest checkpoint that is remembered elsewhere, as it was signed; nil: none.
	// A log that does not continue it is not opened.
	Known []byte
}

// Log is an open log. All methods may be called at any time by anybody.
type Log struct {
	dir  string
	key  *Key
	lock *os.File

	tree     *tree
	cancel   context.CancelFunc
	watching chan struct{} // closed when the watch has ended

	closing  sync.RWMutex // held for reading while an append begins
	closed   bool
	inFlight sync.WaitGroup // appends whose index is still to come

	head head
}

// tree builds the tree, and signs its head sooner or later.
type tree struct {
	// add queues a leaf behind those that were added before; the function that it returns waits
	// until the leaf is in the tree, on the disk, and gives its index.
	add func(ctx context.Context, leaf []byte) func() (uint64, error)
	// shutdown waits until the head covers all of them.
	shutdown func(context.Context) error
}

// Open opens the log of a folder, or begins one. It returns when the checkpoint covers every entry
// that the folder holds.
func Open(ctx context.Context, o Options) (*Log, error) {
	if o.Key == nil {
		return nil, fmt.Errorf("log %s: %w: none was given", o.Dir, tlog.ErrKey)
	}
	lock, err := hold(o.Dir)
	if err != nil {
		return nil, fmt.Errorf("log %s: %w", o.Dir, err)
	}
	l, err := open(ctx, o)
	if err != nil {
		lock.Close()
		return nil, fmt.Errorf("log %s: %w", o.Dir, err)
	}
	l.lock = lock
	return l, nil
}

func open(ctx context.Context, o Options) (*Log, error) {
	size, err := inspect(o)
	if err != nil {
		return nil, err
	}
	folder(o.Dir).sweep()
	l := &Log{dir: o.Dir, key: o.Key, watching: make(chan struct{})}
	l.head.init()
	// The log outlives the call that opens it.
	life, cancel := context.WithCancel(context.WithoutCancel(ctx))
	l.cancel = cancel
	if l.tree, err = grow(life, o.Dir, o.Key); err != nil {
		cancel()
		return nil, err
	}
	go l.watch(life)
	if err := l.covered(ctx, size); err != nil {
		cancel()
		<-l.watching
		return nil, err
	}
	return l, nil
}

// Close waits for the appends that were begun, and for their checkpoint, as long as the context
// allows, and lets the folder go.
func (l *Log) Close(ctx context.Context) error {
	l.closing.Lock()
	was := l.closed
	l.closed = true
	l.closing.Unlock()
	if was {
		return nil
	}
	idle := make(chan struct{})
	go func() {
		l.inFlight.Wait()
		close(idle)
	}()
	var err error
	select {
	case <-idle:
		err = l.tree.shutdown(ctx)
	case <-ctx.Done():
		err = ctx.Err()
	}
	l.cancel()
	<-l.watching
	l.lock.Close()
	if err != nil {
		return fmt.Errorf("log %s: closed before all was written: %w", l.dir, err)
	}
	return nil
}

// Append adds one entry and returns its index. See the package's words on durability.
func (l *Log) Append(ctx context.Context, e tlog.Entry) (uint64, error) {
	indexes, err := l.AppendAll(ctx, []tlog.Entry{e})
	if err != nil {
		return 0, err
	}
	return indexes[0], nil
}

// AppendAll adds entries in their order, though others' may come between them, and returns the
// index of each when one checkpoint covers all. An entry that is none is refused before any is
// added.
func (l *Log) AppendAll(ctx context.Context, entries []tlog.Entry) ([]uint64, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	texts := make([][]byte, len(entries))
	for i, e := range entries {
		var err error
		if texts[i], err = e.Encode(); err != nil {
			return nil, err
		}
	}
	if len(texts) == 0 {
		return nil, nil
	}
	l.closing.RLock()
	if l.closed {
		l.closing.RUnlock()
		return nil, ErrClosed
	}
	l.inFlight.Add(1)
	l.closing.RUnlock()

	// Neither adding nor waiting for an index heeds a context.
	added := make(chan outcome, 1)
	go func() {
		defer l.inFlight.Done()
		added <- l.sequence(context.WithoutCancel(ctx), texts)
	}()
	select {
	case <-ctx.Done():
		return nil, fmt.Errorf("append: %w: it may or may not be in the log", ctx.Err())
	case o := <-added:
		if o.err != nil {
			return nil, fmt.Errorf("append: %w: it may or may not be in the log", o.err)
		}
		if err := l.covered(ctx, o.indexes[len(o.indexes)-1]+1); err != nil {
			return nil, fmt.Errorf("append: %w", err)
		}
		return o.indexes, nil
	}
}

type outcome struct {
	indexes []uint64
	err     error
}

// sequence adds entries, and waits until they are in the tree. Indexes rise.
func (l *Log) sequence(ctx context.Context, texts [][]byte) (o outcome) {
	futures := make([]func() (uint64, error), len(texts))
	for i, text := range texts {
		futures[i] = l.tree.add(ctx, text)
	}
	for _, future := range futures {
		index, err := future()
		o.err = errors.Join(o.err, err)
		o.indexes = append(o.indexes, index)
	}
	return o
}

// Checkpoint is the log's newest.
func (l *Log) Checkpoint() *tlog.Checkpoint {
	c, _ := l.head.get()
	return c
}

// Verifier is the line by which others know the log.
func (l *Log) Verifier() tlog.Key { return l.key.Verifier() }

// Proof proves that the entry at an index is in the log, under its newest checkpoint. An index
// beyond it is tlog.ErrNotIncluded.
func (l *Log) Proof(ctx context.Context, index uint64) (*tlog.Proof, error) {
	return tlog.ProveInclusion(l.Checkpoint(), index, l.read(ctx))
}

// Logged is an entry in its place.
type Logged struct {
	Index uint64
	Entry tlog.Entry
}

// Entries gives the entries from an index up to, and without, another one, as far as the newest
// checkpoint covers them. It ends with the first error.
func (l *Log) Entries(ctx context.Context, from, to uint64) iter.Seq2[Logged, error] {
	return func(yield func(Logged, error) bool) {
		size, read := l.Checkpoint().Size, l.read(ctx)
		to := min(to, size)
		for next := from; next < to; {
			bundle := next / tlog.TileWidth
			texts, err := read.Entries(bundle, size)
			if err != nil {
				yield(Logged{Index: next}, err)
				return
			}
			for ; next < to && next/tlog.TileWidth == bundle; next++ {
				e, err := tlog.ParseEntry(texts[next%tlog.TileWidth])
				if err != nil {
					err = fmt.Errorf("entry %d of the log: %w", next, err)
				}
				if !yield(Logged{next, e}, err) || err != nil {
					return
				}
			}
		}
	}
}

// read reads the log's own files.
func (l *Log) read(ctx context.Context) tlog.Read {
	return func(path string) ([]byte, error) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		return folder(l.dir).read(path)
	}
}

// folder is where a log is.
type folder string

func (f folder) read(path string) ([]byte, error) {
	return os.ReadFile(filepath.Join(string(f), filepath.FromSlash(path)))
}

// refresh looks whether a newer checkpoint was published.
func (l *Log) refresh() {
	text, err := folder(l.dir).read(tlog.CheckpointPath)
	if err != nil {
		l.head.fail(err)
		return
	}
	if c, _ := l.head.get(); c != nil && bytes.Equal(c.Note, text) {
		return
	}
	c, err := tlog.OpenCheckpoint(text, l.key.Verifier())
	if err != nil {
		l.head.fail(err)
		return
	}
	l.head.set(c)
}
