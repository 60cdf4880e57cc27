package specs

import "testing"

func TestNumber(t *testing.T) {
	for _, tt := range []struct {
		value any
		want  uint64
		ok    bool
	}{
		{128, 128, true}, {int64(128), 128, true}, {uint64(128), 128, true}, {128.0, 128, true}, {0, 0, true},
		{-1, 0, false}, {int64(-1), 0, false}, {-1.0, 0, false}, {0.5, 0, false}, {1e300, 0, false},
		{"128", 0, false}, {true, 0, false}, {nil, 0, false},
	} {
		if got, ok := Number(tt.value); ok != tt.ok || ok && got != tt.want {
			t.Errorf("%v (%T): %d, %t; want %d, %t", tt.value, tt.value, got, ok, tt.want, tt.ok)
		}
	}
}
