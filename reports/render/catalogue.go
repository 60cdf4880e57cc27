package render

import (
	"embed"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"touchstone/reports"
)

//go:embed catalogue/*.json
var catalogues embed.FS

// Languages are those that a page for people can be in.
func Languages() []Link {
	return []Link{{Lang: "en", Name: "English"}, {Lang: "zh", Name: "中文"}}
}

// Messages gives the messages of a language to pages that stand around a report: a function from
// key and arguments to words.
func Messages(lang string) (func(key string, a ...any) string, error) {
	c, err := loadCatalogue(lang)
	if err != nil {
		return nil, err
	}
	return c.say, nil
}

// catalogue is the messages of one language: fmt formats by key.
type catalogue struct {
	lang  string
	words map[string]string
	asked bool // of an implementation that is asked and answers: "key.asked" goes before "key"
}

// about is the catalogue with the words that fit a report.
func (c *catalogue) about(r *reports.Report) *catalogue {
	return &catalogue{c.lang, c.words, exchanges(r)}
}

func loadCatalogue(lang string) (*catalogue, error) {
	if lang == "" {
		lang = "en"
	}
	text, err := catalogues.ReadFile("catalogue/" + lang + ".json")
	if err != nil {
		names := make([]string, 0, 2)
		for _, l := range Languages() {
			names = append(names, l.Lang)
		}
		return nil, fmt.Errorf("no language %q; there are %s", lang, strings.Join(names, ", "))
	}
	c := &catalogue{lang: lang}
	if err := json.Unmarshal(text, &c.words); err != nil {
		return nil, fmt.Errorf("message catalogue %s: %w", lang, err)
	}
	return c, nil
}

// say gives the message of a key. A key that is missing shows as itself, so that a test finds it.
func (c *catalogue) say(key string, a ...any) string {
	format, ok := c.words[key]
	if own, has := c.words[key+".asked"]; has && c.asked {
		format = own
	}
	if !ok {
		return "⟦" + key + "⟧"
	}
	if len(a) == 0 {
		return format
	}
	for i := range a {
		if n, ok := a[i].(int); ok {
			a[i] = grouped(n)
		}
	}
	return fmt.Sprintf(format, a...)
}

// grouped writes a figure with its thousands apart: 20,712.
type grouped int

func (n grouped) Format(f fmt.State, _ rune) {
	digits := strconv.Itoa(int(n))
	for i := len(digits) - 3; i > 0 && digits[i-1] != '-'; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	io.WriteString(f, digits)
}

// has says whether there is such a key.
func (c *catalogue) has(key string) bool { _, ok := c.words[key]; return ok }

func (c *catalogue) verdict(v reports.Verdict) string { return c.say("verdict." + string(v)) }

func (c *catalogue) conclusion(v reports.Conclusion) string { return c.say("conclusion." + string(v)) }

// reason says the class of a reason in this language; what follows the colon stays as it is.
func (c *catalogue) reason(reason string) string {
	class, words, more := strings.Cut(reason, ": ")
	if !c.has("reason." + class) {
		return reason
	}
	if !more {
		return c.say("reason." + class)
	}
	if class == reports.ReasonUntestable && c.has("untestable."+words) {
		words = c.say("untestable." + words)
	}
	return c.say("reason.more", c.say("reason."+class), words)
}

// cause says a reason for the conclusion in this language.
func (c *catalogue) cause(x reports.Cause) string {
	names := c.some(x.Names)
	switch x.Kind {
	case reports.MissingExtension:
		return c.say("cause."+string(x.Kind), x.Names[0])
	case reports.NothingPassed:
		return c.say("cause."+string(x.Kind), names)
	case reports.ExtensionFailed:
		return c.say("cause."+string(x.Kind), x.Names[0], x.Words)
	case reports.RulesFailed:
		return c.say("cause."+string(x.Kind), x.Count, x.Of, names)
	case reports.NothingRan:
		return c.say("cause." + string(x.Kind))
	case reports.OnlyAPart:
		return c.say("cause."+string(x.Kind), x.Words)
	case reports.RulesInError, reports.RulesUnresolved, reports.RulesNotRun, reports.ScenariosOpen, reports.Departs:
		return c.say("cause."+string(x.Kind), x.Count, names)
	case reports.AllPassed, reports.DemandsMet:
		return c.say("cause."+string(x.Kind), x.Count, x.Of, x.Firm, strings.Join(x.Names, c.say("comma")))
	}
	return x.String()
}

func (c *catalogue) some(names []string) string {
	const few = 5
	if len(names) <= few {
		return strings.Join(names, c.say("comma"))
	}
	return c.say("and-more", strings.Join(names[:few], c.say("comma")), len(names)-few)
}
