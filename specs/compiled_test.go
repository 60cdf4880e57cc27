package specs

import (
	"bytes"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
)

// What is embedded is what the YAML says, byte for byte.
func TestCompiledIsFresh(t *testing.T) {
	for _, name := range Packs() {
		p, err := LoadDir(name)
		if err != nil {
			t.Fatal(err)
		}
		want, err := p.Compile()
		if err != nil {
			t.Fatal(err)
		}
		entries, err := compiled.ReadDir(path.Join("compiled", name))
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			if _, ok := want[e.Name()]; !ok {
				t.Errorf("compiled/%s/%s is left over; delete it", name, e.Name())
			}
		}
		for file, text := range want {
			got, err := compiled.ReadFile(path.Join("compiled", name, file))
			if err != nil || !bytes.Equal(got, text) {
				t.Errorf("compiled/%s/%s is stale (%v); run `go generate ./specs`", name, file, err)
			}
		}
		e, err := Embedded(name)
		if err != nil {
			t.Fatal(err)
		}
		if e.Digest() != p.Digest() {
			t.Errorf("%s: digest %s embedded, %s loaded", name, e.Digest(), p.Digest())
		}
	}
}

// Every folder that holds a pack.yaml is embedded.
func TestEveryPackIsEmbedded(t *testing.T) {
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if _, err := os.Stat(path.Join(e.Name(), "pack.yaml")); err == nil && !slices.Contains(Packs(), e.Name()) {
			t.Errorf("pack %s is not compiled; run `go generate ./specs`", e.Name())
		}
	}
}

func TestEmbeddedUnknown(t *testing.T) {
	if _, err := Embedded("../riscv"); err == nil || !strings.Contains(err.Error(), "it has "+strings.Join(Packs(), ", ")) {
		t.Errorf("got %v", err)
	}
}

// A pack that is opened twice is two: changing one does not change the other.
func TestEmbeddedIsNotShared(t *testing.T) {
	a, err := Embedded("riscv")
	if err != nil {
		t.Fatal(err)
	}
	a.Instructions[0].Name = "changed"
	b, err := Embedded("riscv")
	if err != nil {
		t.Fatal(err)
	}
	if b.Instructions[0].Name == "changed" {
		t.Error("Embedded gives out shared memory")
	}
}

func TestClosure(t *testing.T) {
	p := &Pack{Name: "test", Extensions: []Extension{{Name: "A", Implies: []string{"B"}}, {Name: "B", Implies: []string{"C", "A"}}, {Name: "C"}, {Name: "D"},
		{Name: "F", Implies: []string{"H if G and C"}}, {Name: "G"}, {Name: "H", Implies: []string{"D if F"}}}}
	for _, tt := range []struct{ names, want string }{
		{"A", "A B C"}, {"C", "C"}, {"", "A B C D F G H"}, {"C D", "C D"},
		{"F", "F"}, {"F G", "F G"}, {"F C", "C F"}, {"G C F", "C D F G H"}, {"F G A", "A B C D F G H"}, {"H", "H"},
	} {
		set, err := p.Closure(strings.Fields(tt.names)...)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, e := range p.Extensions {
			if set[e.Name] {
				got = append(got, e.Name)
			}
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("closure of %q is %q, want %q", tt.names, s, tt.want)
		}
	}
	if _, err := p.Closure("E"); err == nil {
		t.Error("an unknown extension has a closure")
	}
}

func BenchmarkEmbedded(b *testing.B) {
	for _, bb := range []struct {
		name  string
		parts []Part
	}{{"whole", nil}, {"instructions", []Part{Instructions}}, {"rules", []Part{Rules}}} {
		b.Run(bb.name, func(b *testing.B) {
			for b.Loop() {
				if _, err := Embedded("riscv", bb.parts...); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkLoadDir(b *testing.B) {
	for b.Loop() {
		if _, err := LoadDir("riscv"); err != nil {
			b.Fatal(err)
		}
	}
}
