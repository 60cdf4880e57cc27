package runner

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"touchstone/reports"
	"touchstone/runner/image"
	readmem "touchstone/runner/image/hex"
	"touchstone/runner/trial"
)

// Brought is what a laboratory brought back.
type Brought struct {
	Outcomes *Outcomes
	Files    []reports.BroughtFile // that outcomes were read from, in the order of images
	Notes    []string              // what is missing or cut, by image
}

// maxDump bounds the bytes of a file that holds a memory log.
const maxDump = 256 << 20

// extensions of outcome files.
func extensions(p image.Protocol) []string {
	switch p {
	case image.Console:
		return []string{".log"}
	case image.SelfCheck:
		return []string{".txt"}
	}
	return []string{".sig", ".hex", ".bin"}
}

// ReadOutcomes reads what a laboratory brought back, one file an image. Of images that print:
//
//	NAME.log   all that came over the console; other text around it does no harm
//
// Of images that leave a log in memory, all of it from begin_signature to end_signature or as much as
// there is:
//
//	NAME.sig   a word of 4, 8 or 16 bytes a line in hexadecimal, most significant digit first
//	NAME.hex   what $writememh or objcopy -O verilog writes
//	NAME.bin   the bytes themselves
//
// Of self-checking images:
//
//	NAME.txt   a line PASS or FAIL case N, among any other text; see [image.Image.Word]
//
// An image without a file, with an empty one, or one that was cut leaves its cases not run, and
// everything inconclusive when it is image 0's. A file that holds something else, or another image's
// report, is an error.
func (p *Plan) ReadOutcomes(dir string) (*Brought, error) {
	b := &Brought{Outcomes: NewOutcomes(p)}
	b.Outcomes.lost = map[int]string{}
	for _, img := range p.Images {
		path, err := outcomeFile(dir, img)
		if err != nil {
			return nil, err
		}
		if path == "" {
			b.note(img, nil, "nothing was brought back of image "+img.Name)
			continue
		}
		if img.Protocol == image.SelfCheck {
			if err := b.word(p, img, path); err != nil {
				return nil, fmt.Errorf("%w: %s: %w", ErrKit, path, err)
			}
			continue
		}
		r := img.NewReader(func(out trial.Outcome) error { return b.Outcomes.add(out, img.Footing) })
		file, empty, err := p.readFile(path, img, r)
		if err != nil {
			return nil, fmt.Errorf("%w: %s: %w", ErrKit, path, err)
		}
		b.Files = append(b.Files, file)
		switch {
		case r.Complete() && img.Footing:
			if err := b.Outcomes.foot(); err != nil {
				return nil, err
			}
		case r.Complete():
		case empty:
			b.note(img, r, file.Name+" is empty: image "+img.Name+" never reported")
		default:
			b.note(img, r, fmt.Sprintf("%s ends after %d of %s of image %s", file.Name, r.Progress(), plural(len(img.Cases), "case"), img.Name))
		}
	}
	if p.checked != nil {
		for index, why := range p.checked.left {
			b.Outcomes.lost[index] = reports.Because(reports.ReasonSelfCheck, "not compared: "+why)
		}
		b.Notes = append(b.Notes, p.selfCheckWords())
	}
	if len(b.Files) == 0 {
		return nil, fmt.Errorf("%w: %s holds no %s%s or any other image's; the kit's %s says what to bring back",
			ErrKit, dir, p.Images[0].Name, strings.Join(extensions(p.Images[0].Protocol), " or "), readmeFile)
	}
	return b, nil
}

// note says what is missing of an image, and of which cases.
func (b *Brought) note(img *image.Image, r *image.Reader, words string) {
	missing := img.Cases
	if r != nil {
		missing = r.Missing()
		if faults, more := r.Faults(); len(faults) > 0 {
			words += fmt.Sprintf(" (%v", faults[0])
			if n := len(faults) - 1 + more; n > 0 {
				words += fmt.Sprintf(", and %d more", n)
			}
			words += ")"
		}
	}
	b.Notes = append(b.Notes, words)
	if !img.Footing {
		for _, c := range missing {
			b.Outcomes.lost[c] = reports.Because(reports.ReasonInterrupted, words)
		}
	}
}

// outcomeFile is the file that holds an image's report; "": there is none.
func outcomeFile(dir string, img *image.Image) (string, error) {
	found := ""
	for _, ext := range extensions(img.Protocol) {
		path := filepath.Join(dir, img.Name+ext)
		if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
			continue
		} else if err != nil {
			return "", fmt.Errorf("%w: %w", ErrKit, err)
		}
		if found != "" {
			return "", fmt.Errorf("%w: %s and %s are both of image %s: leave one", ErrKit, found, path, img.Name)
		}
		found = path
	}
	return found, nil
}

// readFile reads an image's report. empty: there is nothing in it.
func (p *Plan) readFile(path string, img *image.Image, r *image.Reader) (file reports.BroughtFile, empty bool, err error) {
	f, err := os.Open(path)
	if err != nil {
		return file, false, err
	}
	defer f.Close()
	sum := sha256.New()
	in := io.TeeReader(f, sum)
	owner := "" // of the report, when it is another image's
	if img.Protocol == image.Console {
		var head head
		if _, err = io.Copy(io.MultiWriter(r, &head), in); err == nil {
			err = r.Close()
		}
		empty = len(bytes.TrimSpace(head.b)) == 0
		owner = p.printed(head.b)
	} else {
		var log []byte
		if log, err = readLog(in, filepath.Ext(path), img); err == nil {
			empty = len(bytes.Trim(log, "\x00")) == 0
			if owner = p.logged(log); owner == "" || owner == img.Name {
				err = r.Log(log)
			}
		}
	}
	switch {
	case err != nil:
		return file, false, err
	case owner != "" && owner != img.Name && !r.Started():
		return file, false, fmt.Errorf("it is the report of image %s", owner)
	case !r.Started() && !empty:
		return file, false, fmt.Errorf("no record of image %s in it", img.Name)
	}
	info, err := f.Stat()
	if err != nil {
		return file, false, err
	}
	return reports.BroughtFile{Name: filepath.Base(path), Size: info.Size(), Digest: fmt.Sprintf("sha256:%x", sum.Sum(nil))}, empty, nil
}

// readLog gives the memory log that a file shows.
func readLog(in io.Reader, ext string, img *image.Image) ([]byte, error) {
	size := int(img.Log[1] - img.Log[0])
	text, err := io.ReadAll(io.LimitReader(in, maxDump+1))
	switch {
	case err != nil:
		return nil, err
	case len(text) > maxDump:
		return nil, fmt.Errorf("over %d bytes", maxDump)
	case ext == ".bin" && len(text) > size:
		return nil, fmt.Errorf("%d bytes, and the log has %d: dump memory from %#x to %#x", len(text), size, img.Log[0], img.Log[1])
	case ext == ".bin":
		return text, nil
	}
	log, err := readmem.Read(text, img.Log[0], size)
	if err != nil && len(log) > 0 && !bytes.HasSuffix(text, []byte("\n")) {
		err = nil // the last word was cut, as the file was
	}
	return log, err
}

// head keeps the first bytes that are written to it.
type head struct{ b []byte }

func (h *head) Write(p []byte) (int, error) {
	h.b = append(h.b, p[:min(len(p), 1<<16-len(h.b))]...)
	return len(p), nil
}

// startLine is the first record of an image as it is printed: its identity is the second word.
var startLine = regexp.MustCompile(`~31 1 ([0-9a-f]{1,16}) `)

// printed is the name of the image that a console's text is of; "": nobody knows.
func (p *Plan) printed(text []byte) string {
	m := startLine.FindSubmatch(text)
	if m == nil {
		return ""
	}
	id, err := strconv.ParseUint(string(m[1]), 16, 64)
	if err != nil {
		return ""
	}
	return p.called(id)
}

// logged is the name of the image that a memory log is of; "": nobody knows.
func (p *Plan) logged(log []byte) string {
	if len(log) < 24 || binary.LittleEndian.Uint64(log) != 0x31 || binary.LittleEndian.Uint64(log[8:]) != 1 {
		return ""
	}
	return p.called(binary.LittleEndian.Uint64(log[16:]))
}

func (p *Plan) called(id uint64) string {
	for _, img := range p.Images {
		if img.ID == id {
			return img.Name
		}
	}
	return fmt.Sprintf("%x, which is none of this kit's", id)
}
