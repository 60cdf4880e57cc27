package process

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"touchstone/runner/image"
)

// errSignature is the class of a signature file that is missing or not one.
var errSignature = errors.New("signature file")

// readSignature reads a signature file of at most limit bytes into the reader. raw: it holds the
// bytes of memory themselves.
func readSignature(path string, limit int64, r *image.Reader, raw bool) error {
	f, err := os.OpenFile(path, os.O_RDONLY|openFlags, 0)
	if errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("%w: the simulator wrote none", errSignature)
	}
	if err != nil {
		return fmt.Errorf("%w: %w", errSignature, err)
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		return fmt.Errorf("%w: the simulator made something else of it (%v)", errSignature, info.Mode())
	}
	text, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err != nil {
		return fmt.Errorf("%w: %w", errSignature, err)
	}
	if int64(len(text)) > limit {
		return fmt.Errorf("%w: over %d bytes", errSignature, limit)
	}
	if raw {
		return r.Log(text)
	}
	memory, bad := parseSignature(text)
	// What could be read before a bad line is kept.
	if err := r.Log(memory); err != nil {
		return err
	}
	return bad
}

// parseSignature gives the memory that a signature file shows: every line is a little-endian word
// of 1 to 16 bytes written as a number, most significant digit first.
func parseSignature(text []byte) ([]byte, error) {
	memory := make([]byte, 0, len(text)/2)
	n := 0
	for line := range bytes.Lines(text) {
		n++
		line = bytes.TrimSpace(line)
		if len(line) == 0 {
			continue
		}
		at := len(memory)
		if len(line) > 32 || len(line)%2 != 0 {
			return memory, fmt.Errorf("%w: line %d is no word of 1 to 16 bytes", errSignature, n)
		}
		memory = append(memory, make([]byte, len(line)/2)...)
		if _, err := hex.Decode(memory[at:], line); err != nil {
			return memory[:at], fmt.Errorf("%w: line %d: %w", errSignature, n, err)
		}
		slices.Reverse(memory[at:])
	}
	return memory, nil
}
