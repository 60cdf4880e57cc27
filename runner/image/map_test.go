package image

import (
	"strings"
	"testing"
)

// TestMapOf: the parts of every map lie one after the other within its memory, and each has room.
func TestMapOf(t *testing.T) {
	for _, size := range []uint64{MinMemory, 192 << 10, 256<<10 + 1, 1 << 20, 3 << 20, 16 << 20, MaxMemory - 4096, MaxMemory, 1 << 40} {
		for _, base := range []uint64{0, 0x1000, 0x80000000, 1 << 40} {
			m, err := MapOf(base, size)
			if err != nil {
				t.Errorf("%#x, %d bytes: %v", base, size, err)
				continue
			}
			r := m.regions()
			switch {
			case m.Memory() > size && size < MaxMemory, m.Memory() > MaxMemory,
				r.table < stateOffset+4096 || r.table > r.log-8192 || r.log > r.code-8192 || r.code > r.end-8192,
				(r.table|r.log|r.code|r.end)%4096 != 0, m.Data != base+dataOffset, m.Place(0) != base+r.end-4096,
				size >= MaxMemory && m != MapAt(base):
				t.Errorf("%#x, %d bytes: %+v, %+v", base, size, m, r)
			}
		}
	}
	if m, err := MapOf(0x80000000, 64<<20); err != nil || m != DefaultMap() {
		t.Errorf("64 MiB: %+v, %v", m, err)
	}
	for base, size := range map[uint64]uint64{0x80000800: 1 << 20, 0: 64 << 10, 1 << 62: 1 << 20, 0x1000: 1 << 60} {
		if m, err := MapOf(base, size); err == nil {
			t.Errorf("%#x, %d bytes: %+v", base, size, m)
		}
	}
}

func TestSetDevices(t *testing.T) {
	for _, tc := range []struct {
		console, exit Device
		wrong         string
	}{
		{Device{}, Device{}, ""},
		{Device{Kind: HTIF}, Device{Kind: HTIF}, ""},
		{Device{Kind: UART16550, Address: 0x10000000, Stride: 4}, Device{Kind: Finisher, Address: 0x100000}, ""},
		{Device{Kind: UARTSiFive, Address: 0x10010000}, Device{Kind: Loop}, ""},
		{Device{Kind: Semihosting}, Device{Kind: Semihosting}, ""},
		{Device{Kind: "telegraph"}, Device{}, `no console is called "telegraph": there are htif, none, ns16550, semihosting, sifive-uart`},
		{Device{Kind: Loop}, Device{}, "no console is called"},
		{Device{}, Device{Kind: UART16550, Address: 1}, "no exit is called"},
		{Device{Kind: UART16550}, Device{}, "its address is missing"},
		{Device{Kind: Semihosting, Address: 5}, Device{}, "has no address"},
		{Device{}, Device{Kind: Finisher, Address: 0x100000, Stride: 4}, "has no stride"},
		{Device{Kind: UART16550, Address: 0x10000000, Stride: 3}, Device{}, "a stride of 3 bytes"},
		{Device{Kind: UART16550, Address: 0x80000000}, Device{}, "lies in the memory of images"},
	} {
		m := DefaultMap()
		err := m.SetDevices(tc.console, tc.exit)
		if tc.wrong == "" && err != nil || tc.wrong != "" && (err == nil || !strings.Contains(err.Error(), tc.wrong)) {
			t.Errorf("%+v, %+v: %v, want %q", tc.console, tc.exit, err, tc.wrong)
		}
		if plain := tc.console.kind() == HTIF && tc.exit.kind() == HTIF; err == nil && plain != (m == DefaultMap()) {
			t.Errorf("%+v, %+v: %+v", tc.console, tc.exit, m)
		}
	}
}
