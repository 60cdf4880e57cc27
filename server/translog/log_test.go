//go:build unix

package translog

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"touchstone/reports/tlog"
	"touchstone/reports/tlog/audit"
	"touchstone/reports/tlog/tlogtest"
)

func TestMain(m *testing.M) {
	if dir := os.Getenv(appendForEver); dir != "" {
		beKilled(dir)
		return
	}
	Messages(slog.New(slog.DiscardHandler))
	goleak.VerifyTestMain(m)
}

const origin = "log.example/test"

func newKey(t testing.TB) *Key {
	t.Helper()
	k, err := GenerateKey(filepath.Join(t.TempDir(), "log.key"), origin)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func mustOpen(t testing.TB, o Options) *Log {
	t.Helper()
	l, err := Open(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { mustClose(t, l) })
	return l
}

func mustClose(t testing.TB, l *Log) {
	t.Helper()
	if err := l.Close(context.Background()); err != nil {
		t.Error(err)
	}
}

// row is the entries from number a up to, and without, b.
func row(a, b int) (entries []tlog.Entry) {
	for i := a; i < b; i++ {
		entries = append(entries, tlogtest.Entry(i))
	}
	return entries
}

func fill(t testing.TB, l *Log, a, b int) {
	t.Helper()
	indexes, err := l.AppendAll(t.Context(), row(a, b))
	if err != nil {
		t.Fatal(err)
	}
	for i, index := range indexes {
		if index != uint64(a+i) {
			t.Fatalf("entry %d has index %d", a+i, index)
		}
	}
}

// whole audits a folder, and gives its checkpoint.
func whole(t testing.TB, dir string, key *Key, older []byte) *tlog.Checkpoint {
	t.Helper()
	source, err := audit.Folder(dir)
	if err != nil {
		t.Fatal(err)
	}
	r, err := audit.Audit{Source: source, Key: key.Verifier(), Older: older}.Run(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return r.Checkpoint
}

func TestAppendProveVerify(t *testing.T) {
	dir, key := filepath.Join(t.TempDir(), "a", "log"), newKey(t)
	l := mustOpen(t, Options{Dir: dir, Key: key})
	if c := l.Checkpoint(); c.Size != 0 || c.Origin != origin {
		t.Fatalf("a new log has the %v", c)
	}
	if _, err := l.Proof(t.Context(), 0); !errors.Is(err, tlog.ErrNotIncluded) {
		t.Errorf("a proof of nothing: %v", err)
	}
	first := l.Checkpoint().Note
	for i := range 3 {
		e := tlogtest.Entry(i)
		index, err := l.Append(t.Context(), e)
		if err != nil || index != uint64(i) {
			t.Fatalf("%d, %v", index, err)
		}
		// At once: the checkpoint covers it.
		proof, err := l.Proof(t.Context(), index)
		if err != nil {
			t.Fatal(err)
		}
		in, err := tlog.Verify(proof.Format(), nil, l.Verifier().String())
		if err != nil || in.Entry != e || in.Index != index {
			t.Fatalf("%+v, %v", in, err)
		}
	}
	if _, err := l.Append(t.Context(), tlog.Entry{Kind: "amnesty"}); !errors.Is(err, tlog.ErrMalformed) {
		t.Errorf("an entry that is none: %v", err)
	}
	if got, err := l.AppendAll(t.Context(), nil); got != nil || err != nil {
		t.Errorf("no entries: %v, %v", got, err)
	}
	whole(t, dir, key, first)
}

// The folder is byte for byte what another implementation makes of the same entries.
func TestFilesOfTheFormat(t *testing.T) {
	const size = 600
	dir := t.TempDir()
	l := mustOpen(t, Options{Dir: dir, Key: newKey(t)})
	fill(t, l, 0, size)
	for path, want := range tlogtest.New(t, 1).Fill(size).Files() {
		if path == tlog.CheckpointPath {
			continue // another key's
		}
		if have, err := os.ReadFile(filepath.Join(dir, path)); err != nil || !bytes.Equal(have, want.Data) {
			t.Errorf("%s differs (%v)", path, err)
		}
	}
}

func TestManyAppendAtOnce(t *testing.T) {
	dir, key := t.TempDir(), newKey(t)
	l := mustOpen(t, Options{Dir: dir, Key: key})
	const many = 600
	got := make([]uint64, many)
	var group sync.WaitGroup
	start := time.Now()
	for i := range many {
		group.Go(func() {
			var err error
			if got[i], err = l.Append(t.Context(), tlogtest.Entry(i)); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	t.Logf("%d entries in %v", many, time.Since(start))
	seen := map[uint64]int{}
	for i, index := range got {
		if other, twice := seen[index]; twice {
			t.Errorf("entries %d and %d have index %d", i, other, index)
		}
		seen[index] = i
	}
	for e, err := range l.Entries(t.Context(), 0, many) {
		if err != nil || e.Entry != tlogtest.Entry(seen[e.Index]) {
			t.Fatalf("%+v, %v; want number %d", e, err, seen[e.Index])
		}
	}
	if c := whole(t, dir, key, nil); c.Size != many {
		t.Error(c)
	}
}

func TestEntries(t *testing.T) {
	l := mustOpen(t, Options{Dir: t.TempDir(), Key: newKey(t)})
	fill(t, l, 0, 520)
	for _, c := range []struct{ from, to, want uint64 }{
		{0, 520, 520}, {0, 1 << 63, 520}, {255, 257, 2}, {256, 512, 256}, {519, 520, 1}, {520, 600, 0}, {7, 7, 0}, {9, 3, 0},
	} {
		next := c.from
		for e, err := range l.Entries(t.Context(), c.from, c.to) {
			if err != nil || e.Index != next || e.Entry != tlogtest.Entry(int(next)) {
				t.Fatalf("%+v: %+v, %v; want number %d", c, e, err, next)
			}
			next++
		}
		if next != c.from+c.want {
			t.Errorf("%+v: %d entries", c, next-c.from)
		}
	}
	for range l.Entries(t.Context(), 0, 520) {
		break // an iterator that is left
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, err := range l.Entries(ctx, 0, 1) {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("cancelled: %v", err)
		}
	}
}

func TestReopen(t *testing.T) {
	dir, key := t.TempDir(), newKey(t)
	var known []byte
	for i, sizes := range [][2]int{{0, 3}, {3, 256}, {256, 300}, {300, 300}, {300, 513}} {
		l := mustOpen(t, Options{Dir: dir, Key: key, Known: known})
		if l.Checkpoint().Size != uint64(sizes[0]) {
			t.Fatalf("opening %d: %v", i, l.Checkpoint())
		}
		fill(t, l, sizes[0], sizes[1])
		mustClose(t, l)
		if c := whole(t, dir, key, known); c.Size != uint64(sizes[1]) {
			t.Fatal(c)
		}
		known = l.Checkpoint().Note
	}
}

func TestClosed(t *testing.T) {
	l := mustOpen(t, Options{Dir: t.TempDir(), Key: newKey(t)})
	fill(t, l, 0, 1)
	mustClose(t, l)
	mustClose(t, l)
	if _, err := l.Append(t.Context(), tlogtest.Entry(1)); !errors.Is(err, ErrClosed) {
		t.Error(err)
	}
	if _, err := l.Proof(t.Context(), 0); err != nil {
		t.Errorf("reading a closed log: %v", err)
	}
}

// Close waits for what was begun.
func TestCloseWhileAppending(t *testing.T) {
	dir, key := t.TempDir(), newKey(t)
	l := mustOpen(t, Options{Dir: dir, Key: key})
	var group sync.WaitGroup
	var acknowledged sync.Map
	for i := range 50 {
		group.Go(func() {
			time.Sleep(time.Duration(i) * time.Millisecond)
			switch index, err := l.Append(t.Context(), tlogtest.Entry(i)); {
			case err == nil:
				acknowledged.Store(index, tlogtest.Entry(i))
			case !errors.Is(err, ErrClosed):
				t.Error(err)
			}
		})
	}
	time.Sleep(25 * time.Millisecond)
	mustClose(t, l)
	group.Wait()
	l = mustOpen(t, Options{Dir: dir, Key: key})
	have := map[uint64]tlog.Entry{}
	for e, err := range l.Entries(t.Context(), 0, 50) {
		if err != nil {
			t.Fatal(err)
		}
		have[e.Index] = e.Entry
	}
	acknowledged.Range(func(index, e any) bool {
		if have[index.(uint64)] != e {
			t.Errorf("%d: %+v, and %+v was acknowledged", index, have[index.(uint64)], e)
		}
		return true
	})
}

func TestCancelledAppend(t *testing.T) {
	o := Options{Dir: t.TempDir(), Key: newKey(t)}
	l := mustOpen(t, o)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := l.Append(ctx, tlogtest.Entry(0)); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	ctx, cancel = context.WithCancel(t.Context())
	if _, err := l.Append(endsWhenAwaited{ctx, cancel}, tlogtest.Entry(0)); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	// The first was never added, and the second was, though nobody waits for it.
	mustClose(t, l) // which waits for it
	l = mustOpen(t, o)
	fill(t, l, 1, 2)
}

// endsWhenAwaited is a context that ends when somebody begins to wait for its end: what was begun
// before is under way then, on a machine of any speed.
type endsWhenAwaited struct {
	context.Context
	end context.CancelFunc
}

func (c endsWhenAwaited) Done() <-chan struct{} {
	c.end()
	return c.Context.Done()
}

// A disk that does not take an entry: an error, nothing half there, and on it goes afterwards.
func TestDiskFails(t *testing.T) {
	dir, key := t.TempDir(), newKey(t)
	l := mustOpen(t, Options{Dir: dir, Key: key})
	fill(t, l, 0, 5)
	for _, name := range []string{"tile/0", "tile/entries"} {
		name = filepath.Join(dir, name)
		before := l.Checkpoint()
		if err := os.Rename(name, name+".away"); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if index, err := l.Append(t.Context(), tlogtest.Entry(99)); err == nil {
			t.Errorf("%s is no folder, and yet entry %d was added", name, index)
		}
		if err := os.Remove(name); err != nil {
			t.Fatal(err)
		}
		if err := os.Rename(name+".away", name); err != nil {
			t.Fatal(err)
		}
		next := int(before.Size)
		fill(t, l, next, next+3)
		whole(t, dir, key, before.Note)
	}
}

// Whichever bit of a checkpoint turns, nothing else than what was signed is read from it.
func TestCheckpointBits(t *testing.T) {
	key := newKey(t)
	l := mustOpen(t, Options{Dir: t.TempDir(), Key: key})
	fill(t, l, 0, 3)
	signed := l.Checkpoint()
	for i := range signed.Note {
		for bit := range 8 {
			text := bytes.Clone(signed.Note)
			text[i] ^= 1 << bit
			switch c, err := tlog.OpenCheckpoint(text, key.Verifier()); {
			case err == nil && (c.Size != signed.Size || c.Root != signed.Root || c.Origin != signed.Origin):
				t.Errorf("bit %d of byte %d: %v", bit, i, c)
			case err == nil && i < len(signed.Note)-3: // the last bits of base64 say nothing
				t.Errorf("bit %d of byte %d is not noticed", bit, i)
			case err != nil && !errors.Is(err, tlog.ErrSignature) && !errors.Is(err, tlog.ErrMalformed):
				t.Errorf("bit %d of byte %d: %v", bit, i, err)
			}
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	key := newKey(t)
	template := t.TempDir()
	l := mustOpen(t, Options{Dir: template, Key: key})
	fill(t, l, 0, 3)
	mustClose(t, l)
	early := filepath.Join(t.TempDir(), "early")
	if err := os.CopyFS(early, os.DirFS(template)); err != nil {
		t.Fatal(err)
	}
	l = mustOpen(t, Options{Dir: template, Key: key})
	fill(t, l, 3, 300)
	mustClose(t, l)
	newest := l.Checkpoint().Note

	remove := func(names ...string) func(*testing.T, string) {
		return func(t *testing.T, dir string) {
			for _, name := range names {
				if err := os.RemoveAll(filepath.Join(dir, name)); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	restore := func(name string) func(*testing.T, string) {
		return func(t *testing.T, dir string) {
			text, err := os.ReadFile(filepath.Join(early, name))
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, name), text, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	write := func(name, text string) func(*testing.T, string) {
		return func(t *testing.T, dir string) {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	flip := func(name string) func(*testing.T, string) {
		return func(t *testing.T, dir string) {
			name := filepath.Join(dir, name)
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			text[len(text)/2] ^= 1
			if err := os.WriteFile(name, text, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	// Another root, as well-formed as the one that was signed.
	reroot := func(t *testing.T, dir string) {
		name := filepath.Join(dir, tlog.CheckpointPath)
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		lines := bytes.SplitN(text, []byte("\n"), 4)
		was := lines[2][0]
		if lines[2][0] = 'A'; was == 'A' {
			lines[2][0] = 'B'
		}
		if err := os.WriteFile(name, bytes.Join(lines, []byte("\n")), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	fork := tlogtest.New(t, 1).Fill(10) // signed by another key
	for name, c := range map[string]struct {
		from  string
		harm  func(t *testing.T, dir string)
		key   *Key
		known []byte
		want  error
	}{
		"whole":                    {},
		"known":                    {known: newest},
		"checkpoint one behind":    {harm: restore(tlog.CheckpointPath)}, // killed between building and signing
		"another key":              {key: newKey(t), want: tlog.ErrSignature},
		"no key":                   {key: new(Key), want: tlog.ErrKey},
		"no state":                 {harm: remove(stateDir), want: ErrState},
		"tiles alone":              {harm: remove(stateDir, tlog.CheckpointPath), want: ErrState},
		"no checkpoint":            {harm: remove(tlog.CheckpointPath), want: ErrState},
		"no tiles":                 {harm: remove("tile"), want: ErrState},
		"state of a backup":        {harm: restore(stateDir + "/" + treeState), want: ErrState},
		"state is nothing":         {harm: write(stateDir+"/"+treeState, ""), want: ErrState},
		"state is odd":             {harm: write(stateDir+"/"+treeState, `{"size":3,"root":"AAAA"}`), want: ErrState},
		"state is huge":            {harm: write(stateDir+"/"+treeState, `{"size":18446744073709551615,"root":"`+strings.Repeat("A", 43)+`="}`), want: ErrState},
		"tile changed":             {harm: flip("tile/0/001.p/44"), want: ErrState},
		"last entries changed":     {harm: flip("tile/entries/001.p/44"), want: ErrState},
		"checkpoint changed":       {harm: reroot, want: tlog.ErrSignature},
		"an older backup":          {from: early, known: newest, want: ErrState},
		"empty":                    {harm: remove(stateDir, "tile", tlog.CheckpointPath), known: newest, want: ErrState},
		"known is another log's":   {known: fork.Note(3), want: tlog.ErrSignature},
		"an older backup, unknown": {from: early},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "log")
			if c.from == "" {
				c.from = template
			}
			if err := os.CopyFS(dir, os.DirFS(c.from)); err != nil {
				t.Fatal(err)
			}
			if c.harm != nil {
				c.harm(t, dir)
			}
			o := Options{Dir: dir, Key: key, Known: c.known}
			switch {
			case c.key != nil && c.key.signer == nil:
				o.Key = nil
			case c.key != nil:
				o.Key = c.key
			}
			l, err := Open(t.Context(), o)
			if !errors.Is(err, c.want) {
				t.Errorf("%v; want %v", err, c.want)
			}
			if l == nil {
				return
			}
			size := int(l.Checkpoint().Size)
			fill(t, l, size, size+2)
			mustClose(t, l)
			whole(t, dir, key, c.known)
		})
	}
}

// A copy of a log that grows, taken in the order checkpoint, state, tiles, has newer tiles than its
// state, and may lack the partial ones that the state needs. It is a whole log all the same.
func TestCopyOfAGrowingLog(t *testing.T) {
	dir, key := t.TempDir(), newKey(t)
	l := mustOpen(t, Options{Dir: dir, Key: key})
	fill(t, l, 0, 250)
	older := l.Checkpoint().Note
	backup := filepath.Join(t.TempDir(), "log")
	for _, name := range []string{tlog.CheckpointPath, stateDir + "/" + treeState, stateDir + "/version"} {
		text, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.MkdirAll(filepath.Join(backup, stateDir), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(backup, name), text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	fill(t, l, 250, 300)
	mustClose(t, l)
	if err := os.CopyFS(filepath.Join(backup, "tile"), os.DirFS(filepath.Join(dir, "tile"))); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"tile/0/000.p", "tile/entries/000.p"} { // as tessera drops them
		if err := os.RemoveAll(filepath.Join(backup, name)); err != nil {
			t.Fatal(err)
		}
	}
	l = mustOpen(t, Options{Dir: backup, Key: key, Known: older})
	fill(t, l, 250, 255)
	mustClose(t, l)
	if c := whole(t, backup, key, older); c.Size != 255 {
		t.Error(c)
	}
}

func TestSweep(t *testing.T) {
	dir, key := t.TempDir(), newKey(t)
	l := mustOpen(t, Options{Dir: dir, Key: key})
	fill(t, l, 0, 300)
	mustClose(t, l)
	files := func() (names []string) {
		err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if !d.IsDir() {
				names = append(names, strings.TrimPrefix(path, dir+"/"))
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return names
	}
	whole := files()
	for _, name := range []string{
		"checkpoint172426181", ".state/treeState5", ".state/gcState123", "tile/0/0002147483647", "tile/0/001.p/44172426181", "tile/entries/001.p/2561",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("half"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	others := []string{"checkpoint.bak", "tile/README", "tile/0/000.gz", "notes1"} // nobody's but the operator's
	for _, name := range others {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	mustClose(t, mustOpen(t, Options{Dir: dir, Key: key}))
	want := slices.Concat(whole, others)
	slices.Sort(want)
	if have := files(); !slices.Equal(slices.Sorted(slices.Values(have)), want) {
		t.Errorf("the folder has %v; want %v", have, want)
	}
}

// A checkpoint that cannot be written: whoever waits no longer is told so, and it is made
// up for afterwards.
func TestCheckpointFails(t *testing.T) {
	dir, key := t.TempDir(), newKey(t)
	l := mustOpen(t, Options{Dir: dir, Key: key})
	fill(t, l, 0, 1)
	path := filepath.Join(dir, tlog.CheckpointPath)
	if err := os.Rename(path, path+".away"); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(path, "in the way"), 0o700); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	go func() { // until the entry has its index, and a checkpoint is waited for
		for !l.head.behind() && ctx.Err() == nil {
			time.Sleep(time.Millisecond)
		}
		time.Sleep(100 * time.Millisecond) // it is tried, and more than once if there is time
		cancel()
	}()
	if _, err := l.Append(ctx, tlogtest.Entry(1)); !errors.Is(err, context.Canceled) || !strings.Contains(err.Error(), "no checkpoint covers") {
		t.Errorf("%v", err)
	}
	if err := os.RemoveAll(path); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(path+".away", path); err != nil {
		t.Fatal(err)
	}
	if err := l.Settle(t.Context()); err != nil || l.Checkpoint().Size != 2 {
		t.Errorf("settled at %d entries: %v", l.Checkpoint().Size, err)
	}
	fill(t, l, 2, 3)
	whole(t, dir, key, nil)
}

func TestOneAtATime(t *testing.T) {
	o := Options{Dir: t.TempDir(), Key: newKey(t)}
	l := mustOpen(t, o)
	if _, err := Open(t.Context(), o); !errors.Is(err, ErrInUse) {
		t.Errorf("opened twice: %v", err)
	}
	mustClose(t, l)
	mustOpen(t, o)
}

func TestKeys(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "log.key")
	made, first, err := OwnKey(path, origin)
	if err != nil || !first {
		t.Fatal(made, first, err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v; want 0600", info.Mode(), err)
	}
	again, first, err := OwnKey(path, origin)
	if err != nil || first || again.String() != made.String() {
		t.Errorf("again: %v, %v, %v; want %v", again, first, err, made)
	}
	if _, _, err := OwnKey(path, "elsewhere.example/log"); !errors.Is(err, tlog.ErrKey) {
		t.Errorf("another origin: %v", err)
	}
	if _, err := GenerateKey(path, origin); !errors.Is(err, fs.ErrExist) {
		t.Errorf("over an existing key: %v", err)
	}
	for _, bad := range []string{"", "a b", "a+b", "a\nb"} {
		if _, err := GenerateKey(filepath.Join(dir, "bad"), bad); !errors.Is(err, tlog.ErrKey) {
			t.Errorf("origin %q: %v", bad, err)
		}
	}
	private, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if shown := fmt.Sprintf("%v %+v %#v %s", made, made, *made, made); strings.Contains(shown, "PRIVATE") || strings.Contains(shown, string(private[len(private)-20:])) {
		t.Errorf("printing a key shows it: %s", shown)
	}
	for name, text := range map[string]string{
		"nothing": "", "public": made.String(), "cut short": string(private[:len(private)-9]), "garbage": strings.Repeat("x", 10_000),
		"another name": strings.Replace(string(private), "log.example", "lag.example", 1),
	} {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := LoadKey(file)
		if !errors.Is(err, tlog.ErrKey) || strings.Contains(err.Error(), string(private[20:40])) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := LoadKey(path); !errors.Is(err, tlog.ErrKey) || !strings.Contains(err.Error(), "chmod 600") {
		t.Errorf("a key that everybody can read: %v", err)
	}
}
