package tlog

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	sumdb "golang.org/x/mod/sumdb/tlog"
)

const (
	// TileWidth is the most hashes in a tile, and entries in a bundle.
	TileWidth = 1 << tileHeight

	// Entries is the level of the bundles of entries themselves, below the hashes of level 0.
	Entries = -1

	// CheckpointPath is where a log has its checkpoint.
	CheckpointPath = "checkpoint"

	// MaxBundle bounds a bundle of entries.
	MaxBundle = TileWidth * (2 + MaxEntry)

	tileHeight = 8
	maxLevel   = 63
)

// Tile names one file of a log (c2sp.org/tlog-tiles): up to 256 hashes of a level, each over 256 of
// the level below, or up to 256 entries.
type Tile struct {
	Level int // 0 to 63, or Entries
	Index uint64
	Width int // 1 to 256; fewer than 256 are a partial tile
}

// TileAt is the tile that the tree of a size has at a place; its width is 0 when there is none.
func TileAt(level int, index, size uint64) Tile {
	hashes := size >> (tileHeight * max(level, 0))
	if index > hashes>>tileHeight {
		return Tile{level, index, 0}
	}
	return Tile{level, index, int(min(hashes-index*TileWidth, TileWidth))}
}

// In says whether the tree of a size has every hash of the tile.
func (t Tile) In(size uint64) bool { return t.Width <= TileAt(t.Level, t.Index, size).Width }

// Path is where the tile is, below the log's address: "tile/0/x001/234.p/17".
func (t Tile) Path() string {
	// The go.sum database says tile/8/L, and data for entries.
	path := strings.TrimPrefix(t.sumdb().Path(), "tile/8/")
	if t.Level == Entries {
		path = "entries" + strings.TrimPrefix(path, "data")
	}
	return "tile/" + path
}

func (t Tile) sumdb() sumdb.Tile {
	return sumdb.Tile{H: tileHeight, L: t.Level, N: int64(t.Index), W: t.Width}
}

// ParseTile reads a tile's path.
func ParseTile(path string) (Tile, error) {
	rest, ok := strings.CutPrefix(path, "tile/")
	if below, is := strings.CutPrefix(rest, "entries/"); is {
		rest = "data/" + below
	} else if strings.HasPrefix(rest, "data/") {
		ok = false
	}
	t, err := sumdb.ParseTilePath("tile/8/" + rest)
	if !ok || err != nil || t.L > maxLevel || t.N > MaxSize {
		return Tile{}, fmt.Errorf("%w: %.200q is no path of a tile", ErrMalformed, path)
	}
	return Tile{t.L, uint64(t.N), t.W}, nil
}

// Read gets a file of a log by its path; one that is not there is fs.ErrNotExist. What it returns
// need not be trusted.
type Read func(path string) ([]byte, error)

// tile reads a tile. A log may drop a partial tile when it has the full one, which begins with the
// same bytes.
func (read Read) tile(t Tile) ([]byte, error) {
	data, err := read(t.Path())
	if t.Width < TileWidth && errors.Is(err, fs.ErrNotExist) {
		full := Tile{t.Level, t.Index, TileWidth}
		if data, err = read(full.Path()); err == nil {
			if len(data) != TileWidth*sumdb.HashSize {
				return nil, fmt.Errorf("%s: %w: %d bytes, and a tile has %d", full.Path(), ErrMalformed, len(data), TileWidth*sumdb.HashSize)
			}
			return data[:t.Width*sumdb.HashSize], nil
		}
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", t.Path(), err)
	}
	if len(data) != t.Width*sumdb.HashSize {
		return nil, fmt.Errorf("%s: %w: %d bytes, and %d hashes are %d", t.Path(), ErrMalformed, len(data), t.Width, t.Width*sumdb.HashSize)
	}
	return data, nil
}

// Hashes reads a tile of hashes, of the right length; whether they are the right ones, only the
// checkpoint's root can tell.
func (read Read) Hashes(t Tile) ([]Hash, error) {
	data, err := read.tile(t)
	if err != nil {
		return nil, err
	}
	hashes := make([]Hash, t.Width)
	for i := range hashes {
		copy(hashes[i][:], data[i*sumdb.HashSize:])
	}
	return hashes, nil
}

// Entries reads the bytes of the entries of the index-th bundle of a tree of a size.
func (read Read) Entries(index, size uint64) ([][]byte, error) {
	t := TileAt(Entries, index, size)
	if t.Width == 0 {
		return nil, fmt.Errorf("%w: bundle %d is beyond %d entries", ErrMalformed, index, size)
	}
	data, err := read(t.Path())
	if t.Width < TileWidth && errors.Is(err, fs.ErrNotExist) {
		full := Tile{Entries, index, TileWidth}
		if data, err = read(full.Path()); err == nil {
			entries, err := ParseBundle(data, TileWidth)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", full.Path(), err)
			}
			return entries[:t.Width], nil
		}
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", t.Path(), err)
	}
	entries, err := ParseBundle(data, t.Width)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", t.Path(), err)
	}
	return entries, nil
}

// ParseBundle splits a bundle into exactly n entries, each behind its length in two bytes.
func ParseBundle(data []byte, n int) ([][]byte, error) {
	entries := make([][]byte, 0, max(0, min(n, TileWidth)))
	for len(data) > 0 {
		if len(data) < 2 || len(data)-2 < int(binary.BigEndian.Uint16(data)) {
			return nil, fmt.Errorf("%w: cut short in entry %d", ErrMalformed, len(entries))
		}
		end := 2 + int(binary.BigEndian.Uint16(data))
		if len(entries) == n {
			return nil, fmt.Errorf("%w: more than %d entries", ErrMalformed, n)
		}
		entries = append(entries, data[2:end:end])
		data = data[end:]
	}
	if len(entries) != n {
		return nil, fmt.Errorf("%w: %d entries, and %d are due", ErrMalformed, len(entries), n)
	}
	return entries, nil
}
