package specs

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"touchstone/specs/schema"
)

// Analysis is what somebody who examined a fault of an implementation has to say about it. It
// explains failures and changes no verdict. A file of them belongs to the implementation that names
// it:
//
//	findings:
//	  - title: {en: SC completes where it must trap, zh: …}
//	    rules: [LR_SC_ALIGNMENT, sc_retire_permission]
//	    also: [mtval_*]             # a case may break these as well
//	    instructions: [sc.*]        # and executes one of these rows; or operations that are asked for
//	    ends: normally              # or: answer, trap, hang, crash, clobber
//	    versions: ">=7.2 <10"       # of the implementation
//	    environments: [machine]
//	    implementations: [QEMU]     # of those that share the file
//	    seen: ["7.2.22"]
//	    clause: unpriv/a-st-ext.adoc:188
//	    verdict: implementation     # or: suite, open
//	    analysis: {en: …, zh: …}
//
// A failing case is explained by the first analysis that fits it: whatever rules the case breaks,
// the analysis must speak of them all. So a new fault does not hide behind an old one.
type Analysis struct {
	Title        Words
	Rules        []string // a case breaks one of them at least
	Also         []string // patterns of what else it may break
	Instructions []string // patterns of rows, one of which it executes; none: any
	Ends         string   // how it ends; "": anyhow
	Versions     Versions
	Environments []string // names or kinds; none: any
	Of           []string // names of implementations that share the file; none: all
	Seen         []string // versions
	Clause       string   // of the standard; "": where the first rule stands
	Verdict      string   // "implementation", "suite", "open"
	Text         Words
	Position     Pos

	where map[string]spot
}

// Words are a text in English, and perhaps in Chinese.
type Words struct {
	En string `json:"en"`
	Zh string `json:"zh,omitzero"`
}

// In gives the text in a language, or in English.
func (w Words) In(lang string) string {
	if lang == "zh" && w.Zh != "" {
		return w.Zh
	}
	return w.En
}

// LoadFindings reads a file of analyses; file is its name for messages. What a pack has to say of
// the rules is [CheckFindings].
func LoadFindings(file string, text []byte) ([]*Analysis, error) {
	s, err := schema.Open(schema.Packs, "findings.schema.json")
	if err != nil {
		return nil, err
	}
	n, faults := checkedYAML(file, text, s)
	if len(faults) > 0 {
		return nil, (&loader{faults: faults}).report()
	}
	var out []*Analysis
	for _, item := range n.get("findings").items {
		a := &Analysis{
			Title: item.get("title").words(), Text: item.get("analysis").words(),
			Rules: item.get("rules").texts(), Also: item.get("also").texts(), Instructions: item.get("instructions").texts(),
			Ends: item.get("ends").text(), Environments: item.get("environments").texts(), Of: item.get("implementations").texts(), Seen: item.get("seen").texts(),
			Clause: item.get("clause").text(), Verdict: item.get("verdict").text(),
			Position: Pos{file, item.line}, where: map[string]spot{},
		}
		item.spots("", a.where)
		if a.Versions, err = ParseVersions(item.get("versions").text()); err != nil {
			return nil, a.fault("versions", "versions: %v", err)
		}
		for key, patterns := range map[string][]string{"also": a.Also, "instructions": a.Instructions} {
			for i, pattern := range patterns {
				if _, err := path.Match(pattern, ""); err != nil {
					return nil, a.fault(fmt.Sprintf("%s.%d", key, i), "%s: %q is no pattern: %v", key, pattern, err)
				}
			}
		}
		out = append(out, a)
	}
	return out, nil
}

// words is a text, or one in several languages. What YAML folded ends without a newline.
func (n *node) words() Words {
	if n.kind == mappingNode {
		return Words{strings.TrimSpace(n.get("en").text()), strings.TrimSpace(n.get("zh").text())}
	}
	return Words{En: strings.TrimSpace(n.text())}
}

func (a *Analysis) fault(path, format string, args ...any) *fault {
	f := faultAt(a.Position.File, a.Position.Line, format, args...)
	if s, ok := a.where[path]; ok {
		f.pos.Line, f.column = s.line, s.column
	}
	return f
}

// CheckFindings says whether a pack has the rules and the instructions that analyses name.
func CheckFindings(p *Pack, analyses []*Analysis) error {
	ids := make([]string, len(p.Rules))
	for i := range p.Rules {
		ids[i] = p.Rules[i].ID
	}
	rows := make([]string, len(p.Instructions), len(p.Instructions)+len(p.Operations)+1)
	for i := range p.Instructions {
		rows[i] = p.Instructions[i].Name
	}
	if p.Exchanges() {
		rows = p.OperationNames()
	}
	var faults []error
	for _, a := range analyses {
		for i, id := range a.Rules {
			if !slices.Contains(ids, id) {
				faults = append(faults, a.fault(fmt.Sprintf("rules.%d", i), "rules: pack %s has no rule %q; %s", p.Name, id, didYouMean(id, ids)))
			}
		}
		for _, list := range []struct {
			key, what       string
			patterns, known []string
		}{{"also", "rule", a.Also, ids}, {"instructions", "instruction", a.Instructions, rows}} {
			for i, pattern := range list.patterns {
				if !slices.ContainsFunc(list.known, func(name string) bool { return match(pattern, name) }) {
					faults = append(faults, a.fault(fmt.Sprintf("%s.%d", list.key, i), "%s: pack %s has no %s %q; %s", list.key, p.Name, list.what, pattern, didYouMean(pattern, list.known)))
				}
			}
		}
	}
	return errors.Join(faults...)
}

// Applies says whether an analysis is about an implementation, of this name and version, in an
// environment that has a name and a kind.
func (a *Analysis) Applies(implementation, version, name, kind string) bool {
	return a.Versions.Hold(version) && (len(a.Of) == 0 || slices.Contains(a.Of, implementation)) &&
		(len(a.Environments) == 0 || slices.Contains(a.Environments, name) || slices.Contains(a.Environments, kind))
}

// Explains says whether a failing case is of this fault: broken are the rules that it breaks, ends is
// how it ended, rows are those that it executes.
func (a *Analysis) Explains(broken []string, ends string, rows []string) bool {
	if a.Ends != "" && a.Ends != ends || !slices.ContainsFunc(broken, func(id string) bool { return slices.Contains(a.Rules, id) }) {
		return false
	}
	for _, id := range broken {
		if !slices.Contains(a.Rules, id) && !matches(a.Also, id) {
			return false
		}
	}
	return len(a.Instructions) == 0 || slices.ContainsFunc(rows, func(row string) bool { return matches(a.Instructions, row) })
}

func matches(patterns []string, name string) bool {
	return slices.ContainsFunc(patterns, func(pattern string) bool { return match(pattern, name) })
}

func match(pattern, name string) bool {
	ok, err := path.Match(pattern, name)
	return err == nil && ok
}

// ClauseIn is where the standard says what the fault breaks.
func (a *Analysis) ClauseIn(p *Pack) string {
	if a.Clause != "" {
		return a.Clause
	}
	rule, ok := p.Rule(a.Rules[0])
	if !ok {
		return ""
	}
	return rule.Place()
}

// Place is where the rule stands in the standard: "unpriv/m-st-ext.adoc:91".
func (r *Rule) Place() string {
	if r.Line == 0 {
		return r.Source
	}
	return fmt.Sprintf("%s:%d", r.Source, r.Line)
}
