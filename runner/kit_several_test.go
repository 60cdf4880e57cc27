package runner

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// severalKits writes a folder of two kits.
func severalKits(t testing.TB, dir string) []KitFor {
	t.Helper()
	kits := []KitFor{{"machine", consolePlan(t, sums), KitOptions{}}, {"other", planOf(t, several), KitOptions{Formats: []string{"bin"}}}}
	if _, err := WriteKits(dir, kits); err != nil {
		t.Fatal(err)
	}
	return kits
}

// TestSeveralKits: the same bytes each time, a kit for each environment, and nothing in them can be
// changed without being named.
func TestSeveralKits(t *testing.T) {
	one, two := filepath.Join(t.TempDir(), "kit"), t.TempDir()
	kits := severalKits(t, one)
	severalKits(t, two)
	for _, folder := range []string{"machine", "other"} {
		if !reflect.DeepEqual(files(t, filepath.Join(one, folder)), files(t, filepath.Join(two, folder))) {
			t.Errorf("two kits of one plan differ in %s", folder)
		}
	}
	for _, name := range []string{manifestFile, readmeFile} {
		a, errA := os.ReadFile(filepath.Join(one, name))
		b, errB := os.ReadFile(filepath.Join(two, name))
		if errA != nil || errB != nil || string(a) != string(b) {
			t.Errorf("%s differs: %v, %v", name, errA, errB)
		}
	}
	opened, err := OpenKits(one)
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"machine", "other"}; !reflect.DeepEqual(opened.Names, want) {
		t.Fatalf("environments %q, want %q", opened.Names, want)
	}
	for i, k := range opened.Each {
		if err := k.Verify(kits[i].Plan); err != nil {
			t.Error(err)
		}
	}
	for _, tc := range []struct{ file, old, new, says string }{
		{"manifest.json", `"other"`, `"../other"`, "no name of a folder"},
		{"manifest.json", `"other"`, `"machine"`, "machine is there twice"},
		{"manifest.json", `"README.txt"`, `"/etc/passwd"`, "only README.txt stands beside"},
		{"manifest.json", `"kit": 2`, `"kit": 9`, "format 9"},
		{"manifest.json", `"digest": "sha256:`, `"digest": "sha256:0`, "was changed after it was planned"},
		{"manifest.json", `{`, ``, "manifest.json"},
		{"README.txt", `KIT`, `KIX`, "README.txt has digest"},
		{"other/manifest.json", `"files"`, `"flies"`, "other/manifest.json has digest"},
	} {
		path := filepath.Join(two, tc.file)
		good, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(strings.Replace(string(good), tc.old, tc.new, 1)), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := OpenKits(two); !errors.Is(err, ErrKit) || !strings.Contains(err.Error(), tc.says) {
			t.Errorf("%s with %s: %v, want %q", tc.file, tc.new, err, tc.says)
		}
		if err := os.WriteFile(path, good, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.RemoveAll(filepath.Join(two, "other")); err != nil {
		t.Fatal(err)
	}
	if _, err := OpenKits(two); !errors.Is(err, ErrKit) {
		t.Errorf("a kit is missing: %v", err)
	}
}

// TestKitTakesAnothersPlace: what one kit, or several, left in a folder goes, whatever comes.
func TestKitTakesAnothersPlace(t *testing.T) {
	dir := t.TempDir()
	kits := severalKits(t, dir)
	if _, err := WriteKits(dir, kits[:1]); err != nil {
		t.Fatal(err)
	}
	if have, want := len(files(t, dir)), len(kits[0].Plan.Images)+2; have != want {
		t.Errorf("%d files, want %d", have, want)
	}
	opened, err := OpenKits(dir)
	if err != nil || len(opened.Each) != 1 || opened.Names[0] != "" || opened.Bound != opened.Each[0].Bound {
		t.Errorf("%+v, %v", opened, err)
	}
	severalKits(t, dir)
	if _, err := os.Stat(filepath.Join(dir, kits[0].Plan.Images[0].Name+".elf")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("an image of the former kit is there: %v", err)
	}
	for _, name := range []string{"", "a/b", "machine"} {
		kits[1].Environment = name
		if _, err := WriteKits(dir, kits); !errors.Is(err, ErrRequest) {
			t.Errorf("an environment %q: %v", name, err)
		}
	}
}

// FuzzSeveralManifest: whatever the manifest of a folder of kits holds, no folder outside of it is
// opened, and it is refused as a kit.
func FuzzSeveralManifest(f *testing.F) {
	const kits = `{"kit":%d,"environments":[{"name":"machine","digest":"d"},{"name":%q,"digest":"d"}],"files":[{"name":"README.txt","size":1,"digest":"d"}]}`
	f.Add(fmt.Appendf(nil, kits, kitVersion, "linux"))
	f.Add(fmt.Appendf(nil, kits, kitVersion, ".."))
	f.Add(fmt.Appendf(nil, kits, kitVersion+1, "linux"))
	f.Add([]byte(`{"kit":2,"environments":[],"files":null}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		m, err := readSeveral(text)
		if err != nil || m == nil {
			return
		}
		for _, e := range m.Environments {
			if filepath.Base(e.Name) != e.Name || strings.HasPrefix(e.Name, ".") {
				t.Errorf("%q is no folder of its own", e.Name)
			}
		}
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, manifestFile), text, 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := OpenKits(dir); !errors.Is(err, ErrKit) {
			t.Errorf("kits that are not there: %v", err)
		}
	})
}
