package translog

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	sumdb "golang.org/x/mod/sumdb/tlog"

	"touchstone/reports/tlog"
)

const (
	// stateDir is tessera's, and private; treeState is what it has built of the tree, which may be
	// more than it has signed.
	stateDir  = ".state"
	treeState = "treeState"
	ownerLock = "owner.lock"
)

// inspect checks that a folder is the log of a key, and whole: its state continues its checkpoint
// and the one that is known elsewhere, and its tiles give that state. It returns the entries that
// the folder holds. It reads a few tiles, however long the log is.
func inspect(o Options) (uint64, error) {
	var known *tlog.Checkpoint
	var err error
	if o.Known != nil {
		if known, err = tlog.OpenCheckpoint(o.Known, o.Key.Verifier()); err != nil {
			return 0, fmt.Errorf("known %w", err)
		}
	}
	f := folder(o.Dir)
	text, err := f.read(tlog.CheckpointPath)
	signed := err == nil
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return 0, err
	}
	state, err := f.state(o.Key)
	if err != nil {
		return 0, err
	}
	switch {
	case state == nil && (signed || f.has("tile")):
		return 0, fmt.Errorf("%w: it has a log but no %s/%s; restore it from the same backup: a log that began anew would contradict every checkpoint that others keep", ErrState, stateDir, treeState)
	case state == nil && known != nil && known.Size > 0:
		return 0, fmt.Errorf("%w: it is empty, and %d entries are known to have been in it; restore it from a backup", ErrState, known.Size)
	case state == nil:
		return 0, nil
	case !signed && state.Size > 0:
		return 0, fmt.Errorf("%w: it has %d entries and no file %s; restore it from the same backup", ErrState, state.Size, tlog.CheckpointPath)
	}
	if state.Size > 0 { // the right edge of the tree, and the last entry
		if _, err := tlog.ProveInclusion(state, state.Size-1, f.read); err != nil {
			return 0, fmt.Errorf("%w: the tiles are not those of its state: %w", ErrState, err)
		}
		if err := f.complete(state.Size); err != nil {
			return 0, fmt.Errorf("%w: %w", ErrState, err)
		}
	}
	if signed {
		c, err := tlog.OpenCheckpoint(text, o.Key.Verifier())
		if err != nil {
			return 0, err
		}
		if _, err := tlog.ProveConsistency(c, state, f.read); err != nil {
			return 0, fmt.Errorf("%w: its state does not continue its checkpoint: %w", ErrState, err)
		}
	}
	if known != nil {
		if _, err := tlog.ProveConsistency(known, state, f.read); err != nil {
			return 0, fmt.Errorf("%w: it does not continue the checkpoint that is known; was it restored from an older backup? %w", ErrState, err)
		}
	}
	return state.Size, nil
}

// complete puts the partial tiles of a size back that a copy of a growing log may lack: the log drops
// them when it has the full ones, and the copy's state may be older than its tiles. Tessera would
// take a full tile for the partial one and append to it. The hashes are known to be right.
func (f folder) complete(size uint64) error {
	for level := tlog.Entries; size>>(8*max(level, 0)) > 0; level++ {
		index := size >> (8 * (max(level, 0) + 1))
		t := tlog.TileAt(level, index, size)
		if t.Width == 0 || f.has(t.Path()) {
			continue
		}
		var data []byte
		hashes, err := tlog.Read(f.read).Hashes(tlog.TileAt(max(level, 0), index, size))
		if err != nil {
			return err
		}
		if level == tlog.Entries {
			entries, err := tlog.Read(f.read).Entries(index, size)
			if err != nil {
				return err
			}
			for i, e := range entries {
				if sumdb.RecordHash(e) != hashes[i] {
					return fmt.Errorf("entry %d: %w", index*tlog.TileWidth+uint64(i), tlog.ErrTampered)
				}
				data = append(binary.BigEndian.AppendUint16(data, uint16(len(e))), e...)
			}
		} else {
			for _, h := range hashes {
				data = append(data, h[:]...)
			}
		}
		if err := f.write(t.Path(), data); err != nil {
			return err
		}
	}
	return nil
}

// write puts a file there, complete or not at all.
func (f folder) write(path string, data []byte) error {
	name := filepath.Join(string(f), filepath.FromSlash(path))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	out, err := os.OpenFile(name+".new", os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	_, err = out.Write(data)
	if e := out.Sync(); err == nil {
		err = e
	}
	if e := out.Close(); err == nil {
		err = e
	}
	if err != nil {
		return err
	}
	return os.Rename(name+".new", name)
}

func (f folder) has(name string) bool {
	_, err := os.Lstat(filepath.Join(string(f), name))
	return !errors.Is(err, fs.ErrNotExist)
}

// state reads what tessera has built, as a checkpoint that nobody signed; nil: nothing yet.
func (f folder) state(key *Key) (*tlog.Checkpoint, error) {
	text, err := f.read(stateDir + "/" + treeState)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var s struct {
		Size uint64 `json:"size"`
		Root []byte `json:"root"`
	}
	if err := json.Unmarshal(text, &s); err != nil || s.Size > tlog.MaxSize || len(s.Root) != sumdb.HashSize {
		return nil, fmt.Errorf("%w: %s/%s cannot be read; restore it from a backup", ErrState, stateDir, treeState)
	}
	return &tlog.Checkpoint{Origin: key.Verifier().Origin(), Size: s.Size, Root: tlog.Hash(s.Root)}, nil
}
