// Package flat writes a program as the bytes of memory and nothing else: for loaders that know of no
// container, and copy a file to an address.
//
// Byte 0 of the file belongs at the lowest address of any segment, where an image also starts. What
// lies between segments is zero, and so is what a loader of the container would have zeroed: memory
// need not have been cleared before.
package flat

import (
	"fmt"

	"touchstone/runner/image/elf"
)

// Write gives the file, and the address of its first byte. Segments come sorted, as [elf.Read] gives
// them.
func Write(segments []elf.Segment) (base uint64, file []byte, err error) {
	if len(segments) == 0 {
		return 0, nil, fmt.Errorf("flat: a program without segments")
	}
	base = segments[0].Addr
	last := segments[len(segments)-1]
	size := last.Addr - base + uint64(len(last.Bytes()))
	if size > 1<<30 {
		return 0, nil, fmt.Errorf("flat: segments from %#x on spread over %d bytes", base, size)
	}
	file = make([]byte, size)
	for _, s := range segments {
		copy(file[s.Addr-base:], s.Data)
	}
	return base, file, nil
}
