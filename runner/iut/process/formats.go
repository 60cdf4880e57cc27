package process

import (
	"os"
	"path/filepath"

	"touchstone/runner/image"
)

// formats writes the image in the formats that the command names, beside the ELF, and notes their files
// in values. It returns how many bytes they have.
func (p *Process) formats(dir string, img *image.Image, values map[string]string) (written int, err error) {
	var origin uint64
	if m := p.iut.Start.Machine; m != nil {
		origin = m.HexOrigin
	}
	for _, format := range image.Formats() {
		if format == "elf" || !p.uses[format] {
			continue
		}
		text, err := img.In(format, origin)
		if err != nil {
			return written, err
		}
		values[format] = filepath.Join(dir, "image."+format)
		if err := os.WriteFile(values[format], text, 0o600); err != nil {
			return written, err
		}
		written += len(text)
	}
	return written, nil
}
