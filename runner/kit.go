package runner

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"touchstone/runner/image"
	"touchstone/runner/trial"
)

// A kit is a folder that a laboratory can carry: one ELF an image, manifest.json, and a README
// that says how to run them and what to bring back: for each image NAME.elf the console's output
// as NAME.log. The same request writes the same bytes.

// manifestFile is the name of the manifest in a kit.
const manifestFile = "manifest.json"

// kitManifest is manifest.json: the plan's manifest and its digest.
type kitManifest struct {
	Plan string `json:"plan_digest"`
	*Manifest
}

// WriteKit writes a kit into a folder, which is made.
func (p *Plan) WriteKit(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("%w: %w", ErrRequest, err)
	}
	m, err := p.Manifest()
	if err != nil {
		return err
	}
	text, err := json.MarshalIndent(kitManifest{p.Digest, m}, "", " ")
	if err != nil {
		return err
	}
	files := map[string][]byte{manifestFile: append(text, '\n'), "README.md": []byte(p.kitReadme())}
	for _, img := range p.Images {
		files[img.Name+".elf"] = img.ELF
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), text, 0o644); err != nil {
			return fmt.Errorf("%w: %w", ErrRequest, err)
		}
	}
	return nil
}

func (p *Plan) kitReadme() string {
	var s strings.Builder
	fmt.Fprintf(&s, "# Touchstone kit: %s\n\nPlan %s\n\n", p.Request.ICS.Profile, p.Digest)
	fmt.Fprintf(&s, "Each `NAME.elf` is a bare-metal RV64 program for memory at 0x%x (%d MiB). It prints lines of\ntext through the HTIF console (symbol `tohost`) and ends through `tohost`.\n\n", p.Map.Base, p.Map.Memory()>>20)
	fmt.Fprintf(&s, "1. Run every image from reset and keep all that it prints as `outcomes/NAME.log`. An image that\n   hangs or crashes: stop it and keep what it printed.\n2. Bring the folder back: `touchstone judge KIT --outcomes outcomes`.\n\n")
	harts := 1
	for _, img := range p.Images {
		harts = max(harts, img.Harts)
	}
	if harts > 1 {
		fmt.Fprintf(&s, "Some images need %d harts, which all start at the entry; none minds having more than it needs.\n\n", harts)
	}
	fmt.Fprintf(&s, "With QEMU:\n\n    mkdir -p outcomes\n    for f in *.elf; do qemu-system-riscv64 -M spike -smp %d -nographic -bios none -kernel $f > outcomes/${f%%.elf}.log </dev/null; done\n\nImages:\n\n", harts)
	for _, img := range p.Images {
		fmt.Fprintf(&s, "- %s.elf: %s, %s\n", img.Name, plural(len(img.Cases), "case"), img.Digest)
	}
	return s.String()
}

// ErrKit says that a folder is no kit, or that its outcomes cannot be read.
var ErrKit = errors.New("kit")

// OpenKit reads the request that a kit was planned from; the caller adds pack and features, plans
// again and calls [Plan.ReadOutcomes].
func OpenKit(dir string) (r Request, digest string, err error) {
	path := filepath.Join(dir, manifestFile)
	text, err := os.ReadFile(path)
	if err != nil {
		return r, "", fmt.Errorf("%w: %w", ErrKit, err)
	}
	var m struct {
		Plan    string `json:"plan_digest"`
		Request struct {
			ICS         json.RawMessage `json:"ics"`
			Environment string          `json:"environment"`
			Effort      string          `json:"effort"`
			Seed        string          `json:"seed"`
			Select      string          `json:"select"`
		} `json:"request"`
	}
	if err := json.Unmarshal(text, &m); err != nil {
		return r, "", fmt.Errorf("%w: %s: %w", ErrKit, path, err)
	}
	if err := json.Unmarshal(m.Request.ICS, &r.ICS); err != nil {
		return r, "", fmt.Errorf("%w: %s: request.ics: %w", ErrKit, path, err)
	}
	if r.Seed, err = strconv.ParseUint(m.Request.Seed, 10, 64); err != nil {
		return r, "", fmt.Errorf("%w: %s: request.seed: %w", ErrKit, path, err)
	}
	r.Environment, r.Effort, r.Select = m.Request.Environment, m.Request.Effort, m.Request.Select
	return r, m.Plan, nil
}

// ReadOutcomes reads what a laboratory brought back: NAME.log for each image. An image without a
// log, or a log that was cut, leaves its cases not run, and everything inconclusive when it is
// image 0's; a log that holds none of an image's records is an error, because it is probably another
// file.
func (p *Plan) ReadOutcomes(dir string) (*Outcomes, error) {
	o := NewOutcomes(p)
	found := 0
	for _, img := range p.Images {
		f, err := os.Open(filepath.Join(dir, img.Name+".log"))
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrKit, err)
		}
		err = o.readLog(img, f)
		f.Close()
		if err != nil {
			return nil, fmt.Errorf("%w: %s: %w", ErrKit, f.Name(), err)
		}
		found++
	}
	if found == 0 {
		return nil, fmt.Errorf("%w: %s holds no %s.log or any other image's; the kit's README says what to bring back", ErrKit, dir, p.Images[0].Name)
	}
	return o, nil
}

func (o *Outcomes) readLog(img *image.Image, f io.Reader) error {
	r := img.NewReader(func(out trial.Outcome) error { return o.add(out, img.Footing) })
	if _, err := io.Copy(r, f); err != nil {
		return err
	}
	if err := r.Close(); err != nil {
		return err
	}
	if !r.Started() {
		return fmt.Errorf("no record of image %s in it", img.Name)
	}
	if img.Footing && r.Complete() {
		return o.foot()
	}
	return nil
}
