package act

import (
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Limits, in bytes where they are of text. They are not above those of the registry's store.
const (
	MaxEnvelope  = 1 << 20  // of a whole envelope
	MaxName      = 512      // names, labels, accounts, IDs
	MaxTitle     = 256      // an implementation's vendor, name and version; a challenge's title
	MaxWords     = 16 << 10 // reasons, texts of challenges and rulings
	MaxList      = 64       // roles, versions, evidence
	MaxWithdrawn = 4096     // scenarios of one ruling
)

// check keeps the first thing that is wrong.
type check struct {
	what Kind
	err  error
}

func (c *check) say(format string, a ...any) {
	if c.err == nil {
		c.err = fmt.Errorf("%w: %s: %s", ErrInvalid, c.what, fmt.Sprintf(format, a...))
	}
}

// text is what people wrote. Control characters would do something to a terminal or a log, and those
// that turn the direction of writing make a text look like another one.
func (c *check) text(field, s string, least, most int, lines bool) {
	switch {
	case len(s) < least:
		c.say("%s is missing", field)
	case len(s) > most:
		c.say("%s has %d bytes; at most %d are taken", field, len(s), most)
	case !utf8.ValidString(s):
		c.say("%s is not text (UTF-8)", field)
	case strings.TrimSpace(s) != s:
		c.say("%s %.80q begins or ends with white space", field, s)
	}
	for _, r := range s {
		if unprintable(r) && !(lines && (r == '\n' || r == '\t')) {
			c.say("%s holds the character %U, which cannot be shown", field, r)
			return
		}
	}
}

// unprintable: controls, line and paragraph separators, byte order mark and noncharacters, and what
// turns the direction of writing.
func unprintable(r rune) bool {
	switch {
	case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), unicode.Is(unicode.Noncharacter_Code_Point, r):
		return true
	case r == '\u2028', r == '\u2029', r == '\ufeff', r >= 0xe0000 && r <= 0xe007f:
		return true
	}
	return false
}

func (c *check) name(field, s string, least int)  { c.text(field, s, least, MaxName, false) }
func (c *check) title(field, s string, least int) { c.text(field, s, least, MaxTitle, false) }
func (c *check) words(field, s string, least int) { c.text(field, s, least, MaxWords, true) }

// ident is a name that stands in addresses and logs: visible ASCII.
func (c *check) ident(field, s string, least int) {
	c.text(field, s, least, MaxName, false)
	if strings.IndexFunc(s, func(r rune) bool { return r <= ' ' || r > '~' || strings.ContainsRune("\"\\<>&", r) }) >= 0 {
		c.say("%s %.80q is not visible ASCII without quotes, backslashes, < > &", field, s)
	}
}

func (c *check) digest(field, s string) {
	if !isDigest(s) {
		c.say("%s %.80q is not sha256: and 64 hexadecimal digits", field, s)
	}
}

// list checks each of a list, and that nothing stands there twice.
func (c *check) list(field string, list []string, most int, each func(field, s string)) {
	if len(list) > most {
		c.say("%d %ss; at most %d are taken", len(list), field, most)
		return
	}
	seen := make(map[string]bool, len(list))
	for _, s := range list {
		each(field, s)
		if seen[s] {
			c.say("%s %.80q stands there twice", field, s)
		}
		seen[s] = true
	}
}

func (c *check) required(field, s string) { c.name(field, s, 1) }

func oneOf[T ~string](c *check, field string, s T, of ...T) {
	if !slices.Contains(of, s) {
		words := make([]string, len(of))
		for i, o := range of {
			words[i] = string(o)
		}
		c.say("%s %.80q is none of %s", field, string(s), strings.Join(words, ", "))
	}
}

// day is a calendar day.
func (c *check) day(field, s string) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil || t.Year() < 1970 || t.Year() > 9998 {
		c.say("%s %.80q is not a day like 2027-03-31", field, s)
	}
}

func isDigest(s string) bool {
	digits, ok := strings.CutPrefix(s, "sha256:")
	return ok && isHex(digits, 64)
}

func isHex(s string, n int) bool {
	if len(s) != n || s != strings.ToLower(s) {
		return false
	}
	_, err := hex.DecodeString(s)
	return err == nil
}

// validate holds a header to what an act of a kind may have.
func (h Header) validate(kind Kind) error {
	c := check{what: kind}
	least := 1
	if kind == KindWaiver {
		least = 0
	}
	c.ident("registry", h.Registry, least)
	if y := h.At.Year(); y < 1970 || y > 9999 {
		c.say("it was made in the year %d", y)
	}
	if !h.At.Equal(h.At.Truncate(time.Second)) {
		c.say("it was made at %s: whole seconds are taken", h.At.Format(time.RFC3339Nano))
	}
	if !isHex(h.Nonce, 32) {
		c.say("nonce %.80q is not 32 hexadecimal digits", h.Nonce)
	}
	return c.err
}
