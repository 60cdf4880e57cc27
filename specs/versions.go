package specs

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Versions is a condition on an implementation's version:
//
//	7.2             7.2 and all that begin with it: 7.2.22, not 7.20
//	>=7.2 <10       both
//	7.2 or 10.0     either
//
// The zero value holds for all, a version that is no number included.
type Versions struct {
	text   string
	either [][]bound
}

type bound struct {
	op      string // "", ">=", "<"
	numbers []int
}

// ParseVersions reads a condition; "" is none.
func ParseVersions(text string) (Versions, error) {
	v := Versions{text: text}
	if strings.TrimSpace(text) == "" {
		return Versions{}, nil
	}
	for alternative := range strings.SplitSeq(text, " or ") {
		var all []bound
		for word := range strings.FieldsSeq(alternative) {
			b := bound{}
			for _, op := range []string{">=", "<"} {
				if rest, ok := strings.CutPrefix(word, op); ok {
					b.op, word = op, rest
					break
				}
			}
			var rest string
			if b.numbers, rest = dotted(word); b.numbers == nil || rest != "" {
				return Versions{}, fmt.Errorf("%q is no condition on a version; write 7.2, >=7.2 <10, or 7.2 or 10.0", text)
			}
			all = append(all, b)
		}
		if len(all) == 0 {
			return Versions{}, fmt.Errorf("%q: a condition is missing beside \"or\"", text)
		}
		v.either = append(v.either, all)
	}
	return v, nil
}

// String is the condition as it is written.
func (v Versions) String() string { return v.text }

// Hold says whether the condition holds for a version. Of that the number at its beginning counts:
// 7.2.22 of "7.2.22 (Debian …)". A version without one meets no condition.
func (v Versions) Hold(version string) bool {
	if len(v.either) == 0 {
		return true
	}
	have, _ := dotted(strings.TrimPrefix(version, "v"))
	return have != nil && slices.ContainsFunc(v.either, func(all []bound) bool {
		return !slices.ContainsFunc(all, func(b bound) bool { return !b.hold(have) })
	})
}

func (b bound) hold(have []int) bool {
	switch b.op {
	case ">=":
		return compareNumbers(have, b.numbers) >= 0
	case "<":
		return compareNumbers(have, b.numbers) < 0
	}
	return len(have) >= len(b.numbers) && slices.Equal(have[:len(b.numbers)], b.numbers)
}

// dotted reads the numbers at the beginning of a text, and gives what follows them.
func dotted(text string) (numbers []int, rest string) {
	for {
		digits := len(text) - len(strings.TrimLeft(text, "0123456789"))
		n, err := strconv.Atoi(text[:digits])
		if err != nil {
			return nil, text
		}
		numbers, text = append(numbers, n), text[digits:]
		if after, ok := strings.CutPrefix(text, "."); ok && after != "" && after[0] >= '0' && after[0] <= '9' {
			text = after
			continue
		}
		return numbers, text
	}
}

// compareNumbers compares dotted numbers; what one of them does not say is 0.
func compareNumbers(a, b []int) int {
	for i := range max(len(a), len(b)) {
		var x, y int
		if i < len(a) {
			x = a[i]
		}
		if i < len(b) {
			y = b[i]
		}
		if c := cmp.Compare(x, y); c != 0 {
			return c
		}
	}
	return 0
}
