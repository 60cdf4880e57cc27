// Package tlogtest keeps a small transparency log in memory, for tests: an implementation of the
// tiles apart from the one that serves them, that can also be made to lie.
package tlogtest

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/mod/sumdb/note"
	sumdb "golang.org/x/mod/sumdb/tlog"

	"touchstone/reports/tlog"
)

// Origin is the name of the logs made here.
const Origin = "log.example/test"

// Log is a log whose key is derived from a seed, so that two of one seed can contradict each other.
type Log struct {
	Key    tlog.Key
	Signer note.Signer

	t       testing.TB
	entries [][]byte
	hashes  []sumdb.Hash
}

// Private is the private key of a log made here, as its owner keeps it.
func Private(t testing.TB, seed byte) string {
	private, _ := generate(t, seed)
	return private
}

func generate(t testing.TB, seed byte) (private, public string) {
	t.Helper()
	private, public, err := note.GenerateKey(bytes.NewReader(bytes.Repeat([]byte{seed}, 64)), Origin)
	if err != nil {
		t.Fatal(err)
	}
	return private, public
}

// New makes an empty log.
func New(t testing.TB, seed byte) *Log {
	t.Helper()
	private, public := generate(t, seed)
	l := &Log{t: t}
	var err error
	if l.Signer, err = note.NewSigner(private); err != nil {
		t.Fatal(err)
	}
	if l.Key, err = tlog.ParseKey(public); err != nil {
		t.Fatal(err)
	}
	return l
}

// Entry is the n-th of an endless row of entries.
func Entry(n int) tlog.Entry {
	return tlog.Entry{
		Kind:   tlog.Report,
		Digest: fmt.Sprintf("sha256:%064x", n),
		At:     time.Date(2026, 11, 23, 7, 0, 0, 0, time.UTC).Add(time.Duration(n) * time.Second),
	}
}

// Fill adds entries of the row until there are n.
func (l *Log) Fill(n int) *Log {
	l.t.Helper()
	for i := len(l.entries); i < n; i++ {
		text, err := Entry(i).Encode()
		if err != nil {
			l.t.Fatal(err)
		}
		l.Add(text)
	}
	return l
}

// Add adds one leaf, whatever it is.
func (l *Log) Add(text []byte) {
	l.t.Helper()
	more, err := sumdb.StoredHashes(int64(len(l.entries)), text, l)
	if err != nil {
		l.t.Fatal(err)
	}
	l.hashes = append(l.hashes, more...)
	l.entries = append(l.entries, text)
}

// ReadHashes makes a Log a reader of its hashes.
func (l *Log) ReadHashes(indexes []int64) ([]sumdb.Hash, error) {
	var out []sumdb.Hash
	for _, i := range indexes {
		out = append(out, l.hashes[i])
	}
	return out, nil
}

// Size is the number of entries.
func (l *Log) Size() int { return len(l.entries) }

// Root is the root of the first n entries.
func (l *Log) Root(n int) sumdb.Hash {
	l.t.Helper()
	root, err := sumdb.TreeHash(int64(n), l)
	if err != nil {
		l.t.Fatal(err)
	}
	return root
}

// Note signs the checkpoint of the first n entries.
func (l *Log) Note(n int) []byte {
	l.t.Helper()
	return l.Sign(fmt.Sprintf("%s\n%d\n%s\n", l.Signer.Name(), n, l.Root(n)))
}

// Sign signs any text with the log's key.
func (l *Log) Sign(text string) []byte {
	l.t.Helper()
	signed, err := note.Sign(&note.Note{Text: text}, l.Signer)
	if err != nil {
		l.t.Fatal(err)
	}
	return signed
}

// Checkpoint is the opened checkpoint of the first n entries.
func (l *Log) Checkpoint(n int) *tlog.Checkpoint {
	l.t.Helper()
	c, err := tlog.OpenCheckpoint(l.Note(n), l.Key)
	if err != nil {
		l.t.Fatal(err)
	}
	return c
}

// Files is the log as it is served: the checkpoint and tiles of all its entries.
func (l *Log) Files() fstest.MapFS {
	l.t.Helper()
	n := len(l.entries)
	files := fstest.MapFS{tlog.CheckpointPath: {Data: l.Note(n)}}
	for _, tile := range sumdb.NewTiles(8, 0, int64(n)) {
		data, err := sumdb.ReadTileData(tile, l)
		if err != nil {
			l.t.Fatal(err)
		}
		files[tlog.Tile{Level: tile.L, Index: uint64(tile.N), Width: tile.W}.Path()] = &fstest.MapFile{Data: data}
		if tile.L == 0 {
			files[tlog.Tile{Level: tlog.Entries, Index: uint64(tile.N), Width: tile.W}.Path()] = &fstest.MapFile{Data: l.bundle(int(tile.N), tile.W)}
		}
	}
	return files
}

func (l *Log) bundle(index, width int) []byte {
	var b []byte
	for _, e := range l.entries[index*tlog.TileWidth:][:width] {
		b = binary.BigEndian.AppendUint16(b, uint16(len(e)))
		b = append(b, e...)
	}
	return b
}
