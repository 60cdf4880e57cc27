package tlog_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/mod/sumdb/note"

	"touchstone/reports/tlog"
	"touchstone/reports/tlog/tlogtest"
)

func reader(files fs.FS) tlog.Read {
	return func(path string) ([]byte, error) { return fs.ReadFile(files, path) }
}

// prove makes a proof of entry i of l as it stands.
func prove(t testing.TB, l *tlogtest.Log, i int) *tlog.Proof {
	t.Helper()
	p, err := tlog.ProveInclusion(l.Checkpoint(l.Size()), uint64(i), reader(l.Files()))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestEveryEntryOfEverySize(t *testing.T) {
	for _, size := range []int{1, 2, 3, 4, 5, 7, 8, 255, 256, 257, 511, 512, 700} {
		l := tlogtest.New(t, 1).Fill(size)
		c, read := l.Checkpoint(size), reader(l.Files())
		for i := 0; i < size; i += 1 + size/17 {
			p, err := tlog.ProveInclusion(c, uint64(i), read)
			if err != nil {
				t.Fatalf("size %d, entry %d: %v", size, i, err)
			}
			in, err := tlog.Verify(p.Format(), nil, l.Key.String())
			if err != nil {
				t.Fatalf("size %d, entry %d: %v", size, i, err)
			}
			if in.Entry != tlogtest.Entry(i) || in.Index != uint64(i) || in.Checkpoint.Size != uint64(size) {
				t.Fatalf("size %d, entry %d: %+v", size, i, in)
			}
		}
		if _, err := tlog.ProveInclusion(c, uint64(size), read); !errors.Is(err, tlog.ErrNotIncluded) {
			t.Errorf("size %d, the entry behind the last: %v", size, err)
		}
	}
}

func TestVerify(t *testing.T) {
	l := tlogtest.New(t, 1).Fill(300)
	key, good := l.Key.String(), prove(t, l, 257)
	entry := good.Entry
	alter := func(f func(p *tlog.Proof)) []byte {
		p := *good
		p.Path = append([]tlog.Hash(nil), good.Path...)
		f(&p)
		return p.Format()
	}
	text := string(good.Format())
	odd := tlogtest.New(t, 1).Fill(3)
	odd.Add([]byte(strings.Replace(string(entry), "report", "amnesty", 1)))
	witness := tlogtest.New(t, 3)

	for name, c := range map[string]struct {
		proof []byte
		entry []byte
		key   string
		want  error
	}{
		"entry inside":     {good.Format(), nil, key, nil},
		"entry given":      {good.Format(), entry, key, nil},
		"entry only given": {alter(func(p *tlog.Proof) { p.Entry = nil }), entry, key, nil},
		"key with newline": {good.Format(), nil, key + "\n", nil},
		"a witness signed too": {alter(func(p *tlog.Proof) {
			n, err := note.Open(p.Checkpoint, nil)
			var unverified *note.UnverifiedNoteError
			if !errors.As(err, &unverified) {
				t.Fatal(n, err)
			}
			p.Checkpoint, err = note.Sign(unverified.Note, witness.Signer)
			if err != nil {
				t.Fatal(err)
			}
		}), nil, key, nil},

		"no entry":          {alter(func(p *tlog.Proof) { p.Entry = nil }), nil, key, tlog.ErrMalformed},
		"another entry":     {good.Format(), prove(t, l, 3).Entry, key, tlog.ErrNotIncluded},
		"entry exchanged":   {alter(func(p *tlog.Proof) { p.Entry = prove(t, l, 3).Entry }), nil, key, tlog.ErrNotIncluded},
		"other index":       {alter(func(p *tlog.Proof) { p.Index = 256 }), nil, key, tlog.ErrNotIncluded},
		"index beyond":      {alter(func(p *tlog.Proof) { p.Index = 300 }), nil, key, tlog.ErrNotIncluded},
		"huge index":        {[]byte(strings.Replace(text, "index 257", "index 99999999999999999999", 1)), nil, key, tlog.ErrMalformed},
		"negative index":    {[]byte(strings.Replace(text, "index 257", "index -1", 1)), nil, key, tlog.ErrMalformed},
		"leading zero":      {[]byte(strings.Replace(text, "index 257", "index 0257", 1)), nil, key, tlog.ErrMalformed},
		"hash missing":      {alter(func(p *tlog.Proof) { p.Path = p.Path[1:] }), nil, key, tlog.ErrNotIncluded},
		"hash too many":     {alter(func(p *tlog.Proof) { p.Path = append(p.Path, tlog.Hash{}) }), nil, key, tlog.ErrNotIncluded},
		"hash changed":      {alter(func(p *tlog.Proof) { p.Path[0][0] ^= 1 }), nil, key, tlog.ErrNotIncluded},
		"endless path":      {alter(func(p *tlog.Proof) { p.Path = make([]tlog.Hash, 63) }), nil, key, tlog.ErrMalformed},
		"older checkpoint":  {alter(func(p *tlog.Proof) { p.Checkpoint = l.Note(299) }), nil, key, tlog.ErrNotIncluded},
		"size changed":      {[]byte(strings.Replace(text, "\n300\n", "\n301\n", 1)), nil, key, tlog.ErrSignature},
		"root changed":      {[]byte(strings.Replace(text, l.Root(300).String(), l.Root(299).String(), 1)), nil, key, tlog.ErrSignature},
		"another key":       {good.Format(), nil, tlogtest.New(t, 2).Key.String(), tlog.ErrSignature},
		"a private key":     {good.Format(), nil, "PRIVATE+KEY+log.example+00000000+AAAA", tlog.ErrKey},
		"no key":            {good.Format(), nil, "", tlog.ErrKey},
		"a key's wrong sum": {good.Format(), nil, "x" + key, tlog.ErrKey},
		"odd version":       {[]byte(strings.Replace(text, "@v1", "@v1.1", 1)), nil, key, tlog.ErrMalformed},
		"future version":    {[]byte(strings.Replace(text, "@v1", "@v2", 1)), nil, key, tlog.ErrVersion},
		"not a proof":       {[]byte("{}"), nil, key, tlog.ErrMalformed},
		"nothing":           {nil, nil, key, tlog.ErrMalformed},
		"Windows newlines":  {[]byte(strings.ReplaceAll(text, "\n", "\r\n")), nil, key, tlog.ErrMalformed},
		"something behind":  {append(good.Format(), '\n'), nil, key, tlog.ErrMalformed},
		"huge":              {append(good.Format(), bytes.Repeat([]byte("x\n"), 40_000)...), nil, key, tlog.ErrMalformed},
		"empty extra":       {[]byte(strings.Replace(text, "extra "+base64.StdEncoding.EncodeToString(entry), "extra ", 1)), nil, key, tlog.ErrMalformed},
		"extra not base64":  {[]byte(strings.Replace(text, "extra ", "extra !", 1)), nil, key, tlog.ErrMalformed},
		"future kind":       {prove(t, odd, 3).Format(), nil, key, tlog.ErrVersion},
	} {
		t.Run(name, func(t *testing.T) {
			in, err := tlog.Verify(c.proof, c.entry, c.key)
			if !errors.Is(err, c.want) || (err == nil) != (in != nil) {
				t.Errorf("%+v, %v; want %v", in, err, c.want)
			}
			if err != nil && strings.Contains(err.Error(), "PRIVATE") {
				t.Errorf("the message shows the private key: %v", err)
			}
		})
	}
}

func TestCovers(t *testing.T) {
	document := []byte("a report")
	sum := sha256.Sum256(document)
	text, err := tlog.Entry{Kind: tlog.Report, Digest: fmt.Sprintf("sha256:%x", sum), At: tlogtest.Entry(0).At}.Encode()
	if err != nil {
		t.Fatal(err)
	}
	l := tlogtest.New(t, 1).Fill(4)
	l.Add(text)
	in, err := tlog.Verify(prove(t, l, 4).Format(), nil, l.Key.String())
	if err != nil {
		t.Fatal(err)
	}
	if err := in.Covers(document); err != nil {
		t.Error(err)
	}
	if err := in.Covers([]byte("a report ")); !errors.Is(err, tlog.ErrNotIncluded) {
		t.Errorf("another document: %v", err)
	}
}

// No prefix of a proof verifies, and no proof with a bit changed: but for the signatures of others,
// every byte counts.
func TestVerifyDamaged(t *testing.T) {
	l := tlogtest.New(t, 1).Fill(20)
	text := prove(t, l, 6).Format()
	for n := range text {
		if in, err := tlog.Verify(text[:n], nil, l.Key.String()); err == nil {
			t.Errorf("cut to %d of %d bytes: verifies, %+v", n, len(text), in)
		}
		for bit := range 8 {
			bad := bytes.Clone(text)
			bad[n] ^= 1 << bit
			if in, err := tlog.Verify(bad, nil, l.Key.String()); err == nil {
				t.Errorf("bit %d of byte %d changed: verifies, %+v", bit, n, in)
			}
		}
	}
}

func TestCheckpointRefused(t *testing.T) {
	l := tlogtest.New(t, 1).Fill(3)
	root := l.Root(3).String()
	for name, c := range map[string]struct {
		text []byte
		want error
	}{
		"good":             {l.Note(3), nil},
		"extension":        {l.Sign(tlogtest.Origin + "\n3\n" + root + "\nmore\n"), nil},
		"empty":            {nil, tlog.ErrMalformed},
		"not signed":       {[]byte(tlogtest.Origin + "\n3\n" + root + "\n\n"), tlog.ErrMalformed},
		"two lines":        {l.Sign(tlogtest.Origin + "\n3\n"), tlog.ErrMalformed},
		"an empty line":    {l.Sign(tlogtest.Origin + "\n3\n" + root + "\n\nmore\n"), tlog.ErrMalformed},
		"another origin":   {l.Sign("log.example/other\n3\n" + root + "\n"), tlog.ErrSignature},
		"zeroes":           {l.Sign(tlogtest.Origin + "\n03\n" + root + "\n"), tlog.ErrMalformed},
		"more than 2^62":   {l.Sign(tlogtest.Origin + "\n4611686018427387905\n" + root + "\n"), tlog.ErrMalformed},
		"short root":       {l.Sign(tlogtest.Origin + "\n3\nAAAA\n"), tlog.ErrMalformed},
		"root written odd": {l.Sign(tlogtest.Origin + "\n3\n" + strings.Repeat("A", 42) + "B=\n"), tlog.ErrMalformed},
		"huge":             {l.Sign(tlogtest.Origin + "\n3\n" + root + "\n" + strings.Repeat("x", 40_000) + "\n"), tlog.ErrMalformed},
	} {
		t.Run(name, func(t *testing.T) {
			if got, err := tlog.OpenCheckpoint(c.text, l.Key); !errors.Is(err, c.want) {
				t.Errorf("%v, %v; want %v", got, err, c.want)
			}
		})
	}
	if _, err := tlog.OpenCheckpoint(l.Note(3), tlog.Key{}); !errors.Is(err, tlog.ErrKey) {
		t.Errorf("no key: %v", err)
	}
}

func TestConsistency(t *testing.T) {
	const size = 600
	l := tlogtest.New(t, 1).Fill(size)
	read := reader(l.Files())
	newer := l.Checkpoint(size)
	for _, n := range []int{0, 1, 2, 3, 100, 255, 256, 257, 512, 599, 600} {
		older := l.Checkpoint(n)
		proof, err := tlog.ProveConsistency(older, newer, read)
		if err != nil {
			t.Fatalf("%d to %d: %v", n, size, err)
		}
		if err := tlog.CheckConsistency(older, newer, append(proof, tlog.Hash{})); !errors.Is(err, tlog.ErrInconsistent) {
			t.Errorf("%d to %d, a hash too many: %v", n, size, err)
		}
		if len(proof) > 0 {
			if err := tlog.CheckConsistency(older, newer, proof[1:]); !errors.Is(err, tlog.ErrInconsistent) {
				t.Errorf("%d to %d, a hash missing: %v", n, size, err)
			}
		}
	}

	// The same key, another history from entry 100 on.
	fork := tlogtest.New(t, 1).Fill(100)
	fork.Add([]byte("elsewhere"))
	fork.Fill(size)
	for name, older := range map[string]*tlog.Checkpoint{
		"fork": fork.Checkpoint(300), "fork of the same size": fork.Checkpoint(size),
		"longer": tlogtest.New(t, 1).Fill(size + 1).Checkpoint(size + 1),
	} {
		if _, err := tlog.ProveConsistency(older, newer, read); !errors.Is(err, tlog.ErrInconsistent) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := tlog.ProveConsistency(fork.Checkpoint(100), newer, read); err != nil {
		t.Errorf("before the fork: %v", err)
	}
	other := *l.Checkpoint(3)
	other.Origin = "log.example/other"
	if err := tlog.CheckConsistency(&other, newer, nil); !errors.Is(err, tlog.ErrInconsistent) {
		t.Errorf("another log: %v", err)
	}
	liar, err := tlog.OpenCheckpoint(l.Sign(fmt.Sprintf("%s\n0\n%s\n", tlogtest.Origin, l.Root(1))), l.Key)
	if err != nil {
		t.Fatal(err)
	}
	if err := tlog.CheckConsistency(liar, newer, nil); !errors.Is(err, tlog.ErrInconsistent) {
		t.Errorf("no entries and a root: %v", err)
	}
}

// A proof is never made from tiles that do not give the signed root.
func TestTamperedTiles(t *testing.T) {
	const size = 600
	l := tlogtest.New(t, 1).Fill(size)
	c := l.Checkpoint(size)
	spoil := func(path string, f func(*fstest.MapFile)) fstest.MapFS {
		files := l.Files()
		if files[path] == nil {
			t.Fatalf("no %s", path)
		}
		f(files[path])
		return files
	}
	flip := func(f *fstest.MapFile) { f.Data[40] ^= 1 }
	cut := func(f *fstest.MapFile) { f.Data = f.Data[:len(f.Data)-1] }
	for name, tc := range map[string]struct {
		files fstest.MapFS
		want  error
	}{
		"its hashes":     {spoil("tile/0/000", flip), tlog.ErrTampered},
		"the edge":       {spoil("tile/0/002.p/88", flip), tlog.ErrTampered},
		"above":          {spoil("tile/1/000.p/2", flip), tlog.ErrTampered},
		"its entries":    {spoil("tile/entries/000", flip), tlog.ErrTampered},
		"short tile":     {spoil("tile/1/000.p/2", cut), tlog.ErrMalformed},
		"short entries":  {spoil("tile/entries/000", cut), tlog.ErrMalformed},
		"nothing at all": {fstest.MapFS{}, fs.ErrNotExist},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := tlog.ProveInclusion(c, 0, reader(tc.files)); !errors.Is(err, tc.want) {
				t.Errorf("%v; want %v", err, tc.want)
			}
		})
	}
	if _, err := tlog.ProveConsistency(l.Checkpoint(256), c, reader(spoil("tile/1/000.p/2", flip))); !errors.Is(err, tlog.ErrTampered) {
		t.Errorf("consistency: %v", err)
	}
}

// A log drops partial tiles when it has the full ones.
func TestPartialTilesGone(t *testing.T) {
	l := tlogtest.New(t, 1).Fill(300)
	c := l.Checkpoint(300)
	files := l.Fill(512).Files() // has no tile/0/001.p/44
	files["tile/1/000.p/1"] = &fstest.MapFile{Data: files["tile/1/000.p/2"].Data[:32]}
	read := reader(files)
	p, err := tlog.ProveInclusion(c, 290, read)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Verify(nil, l.Key); err != nil {
		t.Error(err)
	}
	entries, err := read.Entries(1, 300)
	if err != nil || len(entries) != 44 {
		t.Errorf("%d entries, %v; want 44", len(entries), err)
	}
}

func TestTilePaths(t *testing.T) {
	for path, want := range map[string]tlog.Tile{
		"tile/0/000":                  {Level: 0, Index: 0, Width: 256},
		"tile/63/000.p/1":             {Level: 63, Index: 0, Width: 1},
		"tile/2/x001/x234/067":        {Level: 2, Index: 1234067, Width: 256},
		"tile/entries/x001/234.p/255": {Level: tlog.Entries, Index: 1234, Width: 255},
	} {
		got, err := tlog.ParseTile(path)
		if err != nil || got != want || want.Path() != path {
			t.Errorf("%s: %+v, %v, %s", path, got, err, want.Path())
		}
	}
	for _, path := range []string{
		"", "tile", "tile/", "tile/0", "tile/0/", "tile/0/0", "tile/00/000", "tile/64/000", "tile/-1/000", "tile/data/000", "tile/entries",
		"tile/0/000.p/0", "tile/0/000.p/256", "tile/0/000.p/01", "tile/0/000.p", "tile/0/000.p/", "tile/0/x000/000", "tile/0/001/x234", "tile/0/../0/000",
		"/tile/0/000", "tile/0/000/", "tile//0/000", "tile/8/0/000", "tile/entries/../../.state/treeState", "tile/0/+01", "checkpoint",
		"tile/0/x999/x999/x999/x999/x999/x999/x999/999",
	} {
		if got, err := tlog.ParseTile(path); !errors.Is(err, tlog.ErrMalformed) {
			t.Errorf("%q is %+v, %v", path, got, err)
		}
	}
}

func TestTileIn(t *testing.T) {
	for _, c := range []struct {
		tile tlog.Tile
		size uint64
		want bool
	}{
		{tlog.Tile{Level: 0, Index: 0, Width: 1}, 0, false},
		{tlog.Tile{Level: 0, Index: 0, Width: 1}, 1, true},
		{tlog.Tile{Level: 0, Index: 0, Width: 256}, 255, false},
		{tlog.Tile{Level: 0, Index: 0, Width: 256}, 256, true},
		{tlog.Tile{Level: 0, Index: 1, Width: 1}, 256, false},
		{tlog.Tile{Level: tlog.Entries, Index: 1, Width: 1}, 257, true},
		{tlog.Tile{Level: 1, Index: 0, Width: 1}, 255, false},
		{tlog.Tile{Level: 1, Index: 0, Width: 2}, 600, true},
		{tlog.Tile{Level: 1, Index: 0, Width: 3}, 600, false},
		{tlog.Tile{Level: 63, Index: 0, Width: 1}, tlog.MaxSize, false},
		{tlog.Tile{Level: 0, Index: 1 << 60, Width: 1}, 600, false},
	} {
		if got := c.tile.In(c.size); got != c.want {
			t.Errorf("%+v in a tree of %d: %v", c.tile, c.size, got)
		}
	}
}

func FuzzParseProof(f *testing.F) {
	l := tlogtest.New(f, 1).Fill(5)
	p := prove(f, l, 3)
	f.Add(p.Format())
	p.Entry = nil
	f.Add(p.Format())
	f.Add([]byte("c2sp.org/tlog-proof@v1\nindex 0\n\n" + string(l.Note(1))))
	f.Add([]byte("c2sp.org/tlog-proof@v2\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		p, err := tlog.ParseProof(text)
		if err != nil {
			if !errors.Is(err, tlog.ErrMalformed) && !errors.Is(err, tlog.ErrVersion) {
				t.Fatalf("an error of no class: %v", err)
			}
			return
		}
		if again := p.Format(); !bytes.Equal(again, text) {
			t.Fatalf("%q is written %q", text, again)
		}
		// One good proof of each seed aside, what verifies must be an entry of the log.
		if in, err := p.Verify(nil, l.Key); err == nil && in.Entry != tlogtest.Entry(int(in.Index)) {
			t.Fatalf("forged: %+v", in)
		}
	})
}

func FuzzOpenCheckpoint(f *testing.F) {
	l := tlogtest.New(f, 1).Fill(3)
	f.Add(tlogtest.Origin + "\n3\n" + l.Root(3).String() + "\n")
	f.Add(tlogtest.Origin + "\n0\n" + l.Root(0).String() + "\nextension\n")
	newer := l.Checkpoint(3)
	f.Fuzz(func(t *testing.T, text string) { // as a log that may sign anything
		signed, err := note.Sign(&note.Note{Text: text}, l.Signer)
		if err != nil {
			return
		}
		c, err := tlog.OpenCheckpoint(signed, l.Key)
		if err != nil {
			return
		}
		if start := fmt.Sprintf("%s\n%d\n%s\n", c.Origin, c.Size, c.Root); !strings.HasPrefix(text, start) {
			t.Fatalf("%q reads as %q", text, start)
		}
		if err := tlog.CheckConsistency(c, newer, nil); err != nil && !errors.Is(err, tlog.ErrInconsistent) {
			t.Fatal(err)
		}
	})
}

func FuzzParseBundle(f *testing.F) {
	f.Add([]byte("\x00\x01a\x00\x00"), 2)
	f.Add([]byte{}, 0)
	f.Fuzz(func(t *testing.T, data []byte, n int) {
		entries, err := tlog.ParseBundle(data, n)
		if err != nil {
			return
		}
		size := 0
		for _, e := range entries {
			size += 2 + len(e)
		}
		if len(entries) != n || size != len(data) {
			t.Fatalf("%d entries of %d bytes; want %d of %d", len(entries), size, n, len(data))
		}
	})
}

func FuzzParseTile(f *testing.F) {
	f.Add("tile/entries/x001/234.p/255")
	f.Add("tile/63/000")
	f.Fuzz(func(t *testing.T, path string) {
		if tile, err := tlog.ParseTile(path); err == nil && tile.Path() != path {
			t.Fatalf("%q reads as %+v, whose path is %q", path, tile, tile.Path())
		}
	})
}

func BenchmarkVerify(b *testing.B) {
	l := tlogtest.New(b, 1).Fill(70_000)
	text := prove(b, l, rand.IntN(70_000)).Format()
	for b.Loop() {
		if _, err := tlog.Verify(text, nil, l.Key.String()); err != nil {
			b.Fatal(err)
		}
	}
}
