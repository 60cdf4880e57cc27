package specs

import "testing"

func TestVersions(t *testing.T) {
	for _, tt := range []struct {
		condition, version string
		want               bool
	}{
		{"", "anything", true},
		{"", "", true},
		{"7.2", "7.2", true},
		{"7.2", "7.2.22", true},
		{"7.2", "7.2.22 (Debian 1:7.2+dfsg)", true},
		{"7.2", "7.20", false},
		{"7.2", "7", false},
		{"7.2", "v7.2-rc1", true},
		{"7.2", "r2p0", false},
		{"7.2", "", false},
		{">=7.2 <10", "7.2", true},
		{">=7.2 <10", "9.99.1", true},
		{">=7.2 <10", "10.0.13", false},
		{">=7.2 <10", "7.1.9", false},
		{"7.2 or 10.0", "10.0.13", true},
		{"7.2 or 10.0", "8.0", false},
		{">=7.2 <8 or >=10", "11", true},
		{"<10", "10.0", false},
	} {
		v, err := ParseVersions(tt.condition)
		if err != nil {
			t.Errorf("%s: %v", tt.condition, err)
		} else if got := v.Hold(tt.version); got != tt.want {
			t.Errorf("%q of %q: %t", tt.condition, tt.version, got)
		}
	}
	for _, bad := range []string{"x", "7.2,8", "=7", ">7", "7.", "7.2 or", " or ", "7..2", "99999999999999999999"} {
		if v, err := ParseVersions(bad); err == nil {
			t.Errorf("%q is taken for %+v", bad, v)
		}
	}
}
