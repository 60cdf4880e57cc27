//go:build unix

package translog

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/transparency-dev/tessera"
	"github.com/transparency-dev/tessera/storage/posix"
	"k8s.io/klog/v2"
)

const (
	// batch is how many entries are written at once, and batchAge how long the first waits for others.
	batch    = 256
	batchAge = 20 * time.Millisecond

	// interval is the least time between two checkpoints, tessera's minimum.
	interval = 100 * time.Millisecond
)

// hold takes a folder for this Log alone, until the file is closed or the process ends in whatever
// way. Tessera's own locks are for single writes, and know no difference within a process.
func hold(dir string) (*os.File, error) {
	state := filepath.Join(dir, stateDir)
	if err := os.MkdirAll(state, 0o755); err != nil {
		return nil, err
	}
	f, err := os.OpenFile(filepath.Join(state, ownerLock), os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, err
	}
	switch err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); {
	case errors.Is(err, syscall.EWOULDBLOCK):
		f.Close()
		return nil, fmt.Errorf("%w: one process at a time appends to a log; end the other one", ErrInUse)
	case err != nil:
		f.Close()
		return nil, fmt.Errorf("locking: %w", err)
	}
	return f, nil
}

// grow starts what builds and signs the tree of a folder, until the context ends.
func grow(ctx context.Context, dir string, key *Key) (*tree, error) {
	driver, err := posix.New(ctx, posix.Config{Path: dir})
	if err != nil {
		return nil, err
	}
	appender, shutdown, _, err := tessera.NewAppender(ctx, driver, tessera.NewAppendOptions().
		WithCheckpointSigner(key.signer).
		WithBatching(batch, batchAge).
		WithCheckpointInterval(interval).
		WithCheckpointRepublishInterval(0)) // the same entries are the same checkpoint
	if err != nil {
		return nil, err
	}
	return &tree{
		add: func(ctx context.Context, leaf []byte) func() (uint64, error) {
			future := appender.Add(ctx, tessera.NewEntry(leaf))
			return func() (uint64, error) {
				i, err := future()
				return i.Index, err
			}
		},
		shutdown: shutdown,
	}, nil
}

// Messages sends what tessera has to say, in this whole process, to a logger; by default it goes
// to standard error. Call it once, before Open.
func Messages(logger *slog.Logger) { klog.SetSlogLogger(slog.New(newcomer{logger.Handler()})) }

// newcomer takes what tessera says of every new log, which sounds like trouble and is none, for debugging.
// It is known by its words: klog gives warnings the level of these.
type newcomer struct{ slog.Handler }

func (n newcomer) Handle(ctx context.Context, r slog.Record) error {
	first := strings.HasPrefix(r.Message, "Initializing directory for POSIX log") ||
		strings.HasPrefix(r.Message, "Failed to fetch old checkpoint: ") && strings.HasSuffix(r.Message, fs.ErrNotExist.Error())
	if first && r.Level == slog.LevelInfo {
		r.Level = slog.LevelDebug
		if !n.Enabled(ctx, r.Level) {
			return nil
		}
	}
	return n.Handler.Handle(ctx, r)
}

func (n newcomer) WithAttrs(a []slog.Attr) slog.Handler { return newcomer{n.Handler.WithAttrs(a)} }

func (n newcomer) WithGroup(name string) slog.Handler { return newcomer{n.Handler.WithGroup(name)} }
