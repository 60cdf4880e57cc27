package tlog

import (
	"fmt"

	sumdb "golang.org/x/mod/sumdb/tlog"
)

// ProveInclusion makes the proof that an entry is in the tree of a checkpoint, from the log's
// tiles. Tiles that do not give the checkpoint's root are ErrTampered, so what it returns verifies.
func ProveInclusion(c *Checkpoint, index uint64, read Read) (*Proof, error) {
	if index >= c.Size {
		return nil, fmt.Errorf("%w: index %d is beyond the %s", ErrNotIncluded, index, c)
	}
	entries, err := read.Entries(index/TileWidth, c.Size)
	if err != nil {
		return nil, err
	}
	entry := entries[index%TileWidth]
	hashes := authenticated(c, read)
	leaf, err := hashes.ReadHashes([]int64{sumdb.StoredHashIndex(0, int64(index))})
	if err != nil {
		return nil, err
	}
	if leaf[0] != sumdb.RecordHash(entry) {
		return nil, fmt.Errorf("entry %d: %w: %s was changed", index, ErrTampered, TileAt(Entries, index/TileWidth, c.Size).Path())
	}
	path, err := sumdb.ProveRecord(int64(c.Size), int64(index), hashes)
	if err != nil {
		return nil, err
	}
	return &Proof{Entry: entry, Index: index, Path: path, Checkpoint: c.Note}, nil
}

// ProveConsistency makes the proof that a checkpoint continues an older one, from the tiles of the
// newer one's tree. It fails as [CheckConsistency] does when there is none.
func ProveConsistency(older, newer *Checkpoint, read Read) ([]Hash, error) {
	var proof []Hash
	if older.Size > 0 && older.Size < newer.Size {
		var err error
		if proof, err = sumdb.ProveTree(int64(newer.Size), int64(older.Size), authenticated(newer, read)); err != nil {
			return nil, err
		}
	}
	return proof, CheckConsistency(older, newer, proof)
}

// CheckConsistency verifies that the tree of the newer checkpoint begins with all entries of the
// older one, by an RFC 6962 consistency proof. When neither is empty and both have one size, or
// the older one is empty, the proof is empty.
func CheckConsistency(older, newer *Checkpoint, proof []Hash) error {
	var err error
	switch {
	case older.Origin != newer.Origin:
		return fmt.Errorf("%w: the %s is another log's than the %s", ErrInconsistent, older, newer)
	case older.Size > newer.Size:
		return fmt.Errorf("%w: it has %d entries, and an older checkpoint has %d: entries were taken back, or this is a copy that fell behind", ErrInconsistent, newer.Size, older.Size)
	case older.Size == 0:
		if empty, _ := sumdb.TreeHash(0, nil); older.Root != empty || newer.Size == 0 && newer.Root != empty {
			return fmt.Errorf("%w: no entries, and not the root of an empty tree", ErrInconsistent)
		}
		if len(proof) > 0 {
			err = fmt.Errorf("%d hashes too many", len(proof))
		}
	default:
		err = sumdb.CheckTree(proof, int64(newer.Size), newer.Root, int64(older.Size), older.Root)
	}
	if err != nil {
		return fmt.Errorf("%w: nothing shows that the first %d of its %d entries are those of the older checkpoint: history was rewritten, or the proof is wrong", ErrInconsistent, older.Size, newer.Size)
	}
	return nil
}

// authenticated gives only hashes that lead to the checkpoint's root. The tree must not be empty.
func authenticated(c *Checkpoint, read Read) sumdb.HashReader {
	return sumdb.HashReaderFunc(func(indexes []int64) ([]Hash, error) {
		t := &tiles{read: read}
		hashes, err := sumdb.TileHashReader(sumdb.Tree{N: int64(c.Size), Hash: c.Root}, t).ReadHashes(indexes)
		if err != nil && t.err == nil {
			err = fmt.Errorf("%s: %w: its tiles do not give its root", c, ErrTampered)
		}
		return hashes, err
	})
}

// tiles reads for package sumdb, and remembers whether reading failed.
type tiles struct {
	read Read
	err  error
}

func (t *tiles) Height() int { return tileHeight }

func (t *tiles) ReadTiles(list []sumdb.Tile) ([][]byte, error) {
	data := make([][]byte, len(list))
	for i, l := range list {
		if data[i], t.err = t.read.tile(Tile{l.L, uint64(l.N), l.W}); t.err != nil {
			return nil, t.err
		}
	}
	return data, nil
}

func (t *tiles) SaveTiles([]sumdb.Tile, [][]byte) {}
