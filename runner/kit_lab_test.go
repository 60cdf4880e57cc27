package runner

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"touchstone/reports"
	"touchstone/runner/image"
	"touchstone/runner/rv64"
)

// dumps runs the images of a kit for signatures and gives what is then in their logs.
func dumps(t testing.TB, p *Plan) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	for _, img := range p.Images {
		m, err := rv64.NewMachine(rv64.Config{
			Table: p.Table, RAMBase: p.Map.Base, RAMSize: p.Map.Memory(),
			Limit: 1_000_000 + 50_000*uint64(len(img.Cases)),
		})
		if err != nil {
			t.Fatal(err)
		}
		if err := m.LoadELF(img.ELF); err != nil {
			t.Fatal(err)
		}
		if _, err := m.Run(t.Context()); err != nil {
			t.Fatal(err)
		}
		out[img.Name] = bytes.Clone(m.Signature())
	}
	return out
}

// words writes a log as a signature file has it.
func words(log []byte, width int) []byte {
	var out bytes.Buffer
	for ; len(log) >= width; log = log[width:] {
		for i := width - 1; i >= 0; i-- {
			fmt.Fprintf(&out, "%02x", log[i])
		}
		out.WriteByte('\n')
	}
	return out.Bytes()
}

// TestDumps: a log in memory comes back in any of its forms, cut or not, and is judged like a run.
func TestDumps(t *testing.T) {
	p := planOf(t, several)
	whole := dumps(t, p)
	_, want := run(t, planOf(t, several), rv64.Config{})
	footing, first := p.Images[0].Name, p.Images[1].Name
	write := func(t *testing.T, ext string, form func(img *image.Image, log []byte) []byte) string {
		dir := t.TempDir()
		for _, img := range p.Images {
			if err := os.WriteFile(filepath.Join(dir, img.Name+ext), form(img, whole[img.Name]), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		return dir
	}
	absolute := func(img *image.Image, log []byte) []byte {
		return append(fmt.Appendf(nil, "// a dump\n@%x\n", img.Log[0]/4), words(log, 4)...)
	}
	forms := map[string]string{
		"bin":      write(t, ".bin", func(_ *image.Image, log []byte) []byte { return log }),
		"sig":      write(t, ".sig", func(_ *image.Image, log []byte) []byte { return words(log, 8) }),
		"hex":      write(t, ".hex", func(_ *image.Image, log []byte) []byte { return words(log, 1) }),
		"absolute": write(t, ".hex", absolute),
		"used": write(t, ".bin", func(_ *image.Image, log []byte) []byte {
			return bytes.TrimRight(log, "\x00")
		}),
	}
	for name, dir := range forms {
		t.Run(name, func(t *testing.T) {
			back, err := p.ReadOutcomes(dir)
			if err != nil {
				t.Fatal(err)
			}
			if len(back.Notes) > 0 {
				t.Errorf("notes %q", back.Notes)
			}
			if a, b := canonical(t, want.Verdicts), canonical(t, judge(t, p, back.Outcomes).Verdicts); a != b {
				t.Errorf("the verdicts differ from a run's:\n%s\n%s", a, b)
			}
		})
	}
	for _, tc := range []struct {
		name string
		dump map[string][]byte // in the place of the right ones; nil bytes: not there
		note string            // "": an error
	}{
		{"cut", map[string][]byte{first: whole[first][:200]}, "ends after 2 of 6"},
		{"cut in the middle of the footing", map[string][]byte{footing: whole[footing][:100]}, "footing.bin ends after 12 of 43"},
		{"nothing was written", map[string][]byte{first: make([]byte, 4096)}, "is empty"},
		{"missing", map[string][]byte{first: nil}, "nothing was brought back of image " + first},
		{"too much", map[string][]byte{first: append(bytes.Clone(whole[first]), 0)}, ""},
		{"another's", map[string][]byte{first: whole[p.Images[2].Name]}, ""},
		{"a case image's for the footing", map[string][]byte{footing: whole[first][:1024]}, ""},
		{"the footing's", map[string][]byte{first: whole[footing][:1024]}, ""},
		{"text", map[string][]byte{first: []byte("Segmentation fault\n")}, ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			dir := t.TempDir()
			for name, log := range whole {
				if changed, ok := tc.dump[name]; ok {
					log = changed
				}
				if log == nil {
					continue
				}
				if err := os.WriteFile(filepath.Join(dir, name+".bin"), log, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			back, err := p.ReadOutcomes(dir)
			if tc.note == "" {
				if !errors.Is(err, ErrKit) {
					t.Fatalf("got %v, want an error about the kit", err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if len(back.Notes) != 1 || !strings.Contains(back.Notes[0], tc.note) {
				t.Errorf("notes %q, want one that says %q", back.Notes, tc.note)
			}
			j := judge(t, p, back.Outcomes)
			if failed := j.failedRules(); len(failed) > 0 {
				t.Errorf("blamed: %v", failed)
			}
			if v := j.rule(t, "addi_op"); v.Verdict != reports.Inconclusive {
				t.Errorf("addi_op: %s (%s), want inconclusive", v.Verdict, v.Reason)
			} else if _, ok := tc.dump[first]; ok && !strings.Contains(v.Reason, first) {
				t.Errorf("addi_op: %q does not name %s", v.Reason, first)
			}
		})
	}
	if _, err := p.ReadOutcomes(forms["bin"] + "/nowhere"); !errors.Is(err, ErrKit) {
		t.Errorf("no folder: %v", err)
	}
	if err := os.WriteFile(filepath.Join(forms["bin"], first+".sig"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := p.ReadOutcomes(forms["bin"]); !errors.Is(err, ErrKit) || !strings.Contains(err.Error(), "both of image "+first) {
		t.Errorf("two files of one image: %v", err)
	}
}

// TestTampering: whatever is changed in a kit is named.
func TestTampering(t *testing.T) {
	p := consolePlan(t, several)
	o := KitOptions{Formats: []string{"elf", "bin", "hex", "hex32", "hex64"}, Origin: p.Map.Base, Command: []string{"sim", "-p{harts}", "{elf}", "it's"}}
	first := p.Images[1].Name
	change := func(name, old, new string) func(map[string][]byte) {
		return func(kit map[string][]byte) { kit[name] = bytes.Replace(kit[name], []byte(old), []byte(new), 1) }
	}
	good := t.TempDir()
	if _, err := p.WriteKit(good, o); err != nil {
		t.Fatal(err)
	}
	if readme := string(files(t, good)[readmeFile]); !strings.Contains(readme, "\n  sim -p1 "+first+".elf 'it'\\''s' < /dev/null > outcomes/"+first+".log\n") {
		t.Errorf("the README does not have the command:\n%s", readme)
	}
	for _, tc := range []struct {
		name   string
		change func(map[string][]byte)
		says   string
	}{
		{"nothing", func(map[string][]byte) {}, ""},
		{"something more", func(k map[string][]byte) { k["notes.txt"] = []byte("ran on Monday") }, ""},
		{"a bit of an image", func(k map[string][]byte) { k[first+".elf"][4096] ^= 1 }, first + ".elf has digest"},
		{"a byte less", func(k map[string][]byte) { k[first+".bin"] = k[first+".bin"][:100] }, "differ from byte 100 on"},
		{"a digit", change(first+".hex64", "@00000000\n", "@00000001\n"), first + ".hex64 has digest"},
		{"an image is missing", func(k map[string][]byte) { delete(k, first+".hex") }, first + ".hex"},
		{"the README", change(readmeFile, "sha256", "sha512"), readmeFile + " has digest"},
		{"a digest in the manifest", change(manifestFile, `"digest": "sha256:`, `"digest": "sha256:0`), "files[0].digest is"},
		{"a command in the manifest", change(manifestFile, `"sim"`, `"rm"`), readmeFile + " has digest"},
		{"the effort", change(manifestFile, `"effort": "quick"`, `"effort": "standard"`), "it was changed"},
		{"spaces", change(manifestFile, `"kit": `, `"kit":  `), "from byte"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			kit := files(t, good)
			tc.change(kit)
			dir := t.TempDir()
			for name, text := range kit {
				if err := os.WriteFile(filepath.Join(dir, name), text, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			k, err := OpenKit(dir)
			if err == nil {
				err = k.Verify(p)
			}
			if tc.says == "" && err != nil || tc.says != "" && (!errors.Is(err, ErrKit) || !strings.Contains(err.Error(), tc.says)) {
				t.Errorf("got %v, want %q", err, tc.says)
			}
		})
	}
	if k, _ := reopen(t, p, good); k.Verify(consolePlan(t, sums)) == nil {
		t.Error("another plan's kit passes")
	}
	for _, wrong := range []KitOptions{{Formats: []string{"srec"}}, {Formats: []string{"elf", "elf"}}, {Formats: []string{"hex"}, Origin: p.Map.Base + 8}} {
		if _, err := p.WriteKit(t.TempDir(), wrong); !errors.Is(err, ErrRequest) {
			t.Errorf("%+v: %v", wrong, err)
		}
	}
}

// TestReplaceKit: what an earlier kit left in the folder goes, and nothing else does.
func TestReplaceKit(t *testing.T) {
	dir := t.TempDir()
	if _, err := consolePlan(t, several).WriteKit(dir, KitOptions{Formats: []string{"elf", "bin"}}); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "notes.txt"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	p := consolePlan(t, sums)
	if _, err := p.WriteKit(dir, KitOptions{}); err != nil {
		t.Fatal(err)
	}
	if have, want := len(files(t, dir)), len(p.Images)+3; have != want {
		t.Errorf("%d files, want %d", have, want)
	}
}

// TestSmallMemory: with less memory there are more images, what does not fit is untested with the
// reason, and the rest is judged as ever.
func TestSmallMemory(t *testing.T) {
	plan := func(size uint64) *Plan {
		r := request(t, "t", several)
		var err error
		if r.Map, err = image.MapOf(0x20010000, size); err != nil {
			t.Fatal(err)
		}
		p, err := Make(t.Context(), r, image.Signature)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	p := plan(256 << 10)
	for _, img := range p.Images {
		if end := img.Log[1]; end > p.Map.Base+p.Map.Memory() {
			t.Errorf("%s: its log ends at %#x", img.Name, end)
		}
	}
	_, j := run(t, p, rv64.Config{})
	if v := j.rule(t, "addi_op"); v.Verdict != reports.Pass {
		t.Errorf("addi_op: %s (%s)", v.Verdict, v.Reason)
	}
	if a, b := plan(256<<10), plan(512<<10); a.Digest != p.Digest || b.Digest == p.Digest {
		t.Error("the digest does not depend on memory alone")
	}
}
