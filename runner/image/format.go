package image

import (
	"fmt"
	"slices"
	"strings"

	"touchstone/runner/image/elf"
	"touchstone/runner/image/flat"
	"touchstone/runner/image/hex"
)

// Formats are the formats in which a bare-metal image can be written, which are their files'
// extensions too: an executable; the bytes of memory from the lowest address on; text for $readmemh
// in words of 1, 4 and 8 bytes.
func Formats() []string { return []string{"elf", "bin", "hex", "hex32", "hex64"} }

// In is the image in a format; origin is the address of word 0 of hexadecimal text.
func (img *Image) In(format string, origin uint64) ([]byte, error) {
	if format == "elf" {
		return img.ELF, nil
	}
	if !slices.Contains(Formats(), format) {
		return nil, fmt.Errorf("no format %q; there are %s", format, strings.Join(Formats(), ", "))
	}
	segments, err := elf.Read(img.ELF)
	if err != nil {
		return nil, err
	}
	if width, ok := map[string]int{"hex": 1, "hex32": 4, "hex64": 8}[format]; ok {
		return hex.Write(segments, hex.Layout{Width: width, Origin: origin})
	}
	base, text, err := flat.Write(segments)
	if err == nil && base != img.Map.Base {
		err = fmt.Errorf("its lowest address is %#x, not %#x", base, img.Map.Base)
	}
	return text, err
}
