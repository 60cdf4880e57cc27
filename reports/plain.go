package reports

import (
	"strings"
	"unicode"
)

// Plain drops control and format characters: words of a report, which anybody may have made, do not
// get to steer the terminal that they are printed on, nor to turn the line around. What is in keep stays.
func Plain(s, keep string) string {
	return strings.Map(func(r rune) rune {
		if unicode.In(r, unicode.Cc, unicode.Cf) && !strings.ContainsRune(keep, r) {
			return -1
		}
		return r
	}, s)
}
