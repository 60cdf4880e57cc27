package specs

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Interpretation says what the suite makes of a text that can be read in more than one way. It
// explains verdicts and takes no part in them: what judges is a row, a step or a rule, and whoever
// changes one of these changes the record beside it. Therefore the records are no part of what
// [Pack.Digest] stands for. They have a digest of their own, [Pack.InterpretationsDigest], so that
// better words for an old decision neither make another suite nor call for measuring it again.
//
// The records of a pack are its interpretations.yaml:
//
//	sc-that-fails-is-checked:
//	  title: {en: A store-conditional that fails is checked too, zh: …}
//	  rules: [sc_retire_permission]        # whose verdicts depend on it
//	  scenarios:                           # a feature, or one scenario of it
//	    - "riscv/zalrsc/traps.feature: An SC without a reservation is checked"
//	  clauses: [unpriv/a-st-ext.adoc:188]  # default: where the rules stand
//	  question: {en: …, zh: …}             # what the text leaves open
//	  readings:
//	    always: {says: {en: …, zh: …}}
//	    if-it-would-store:
//	      says: …
//	      class: …                         # what those who follow it are called
//	      holders: [{who: QEMU, version: "7.2", where: …}]
//	  stance: takes                        # or: accepts, classifies
//	  takes: [always]
//	  because: {en: …, zh: …}
//	  since: 2026-11-23
//	  before: [{until: 2026-11-23, stance: accepts, takes: [always, if-it-would-store], because: …}]
//	  ruling: {registry: registry.example, digest: sha256:…, on: 2026-11-23}
//
// Sources that disagree, as tables of character codes do, are readings with holders. Where no side is
// to be blamed the stance is to classify: each implementation is said to be of the class of the
// reading that it follows, and none of them fails.
type Interpretation struct {
	ID        string    `json:"id"`
	Title     Words     `json:"title"`
	Rules     []string  `json:"rules"`               // ids of the rules whose verdict depends on it
	Scenarios []string  `json:"scenarios,omitempty"` // "riscv/zalrsc/traps.feature", or that and ": " and a scenario's name
	Clauses   []string  `json:"clauses,omitempty"`   // none: where the rules stand
	Question  Words     `json:"question"`
	Readings  []Reading `json:"readings"` // two or more
	Decision
	Since    string     `json:"since"` // a date: 2026-11-23
	Before   []Decision `json:"before,omitempty"`
	Ruling   *Ruling    `json:"ruling,omitzero"`
	Position Pos        `json:"pos"`
}

// Reading is one way to read the text.
type Reading struct {
	Name    string   `json:"name"`
	Says    Words    `json:"says"`
	Class   Words    `json:"class,omitzero"` // what implementations that follow it are called
	Holders []Holder `json:"holders,omitempty"`
}

// Holder is who reads it so: an implementation, a table, an author.
type Holder struct {
	Who     string `json:"who"`
	Version string `json:"version,omitzero"`
	Where   string `json:"where,omitzero"` // where they say it, or how it was seen
}

// Stance is what the suite does about several readings.
type Stance string

const (
	Takes      Stance = "takes"      // judges by one reading
	Accepts    Stance = "accepts"    // judges by several: to follow any of them is right
	Classifies Stance = "classifies" // blames no side: says which one an implementation is on
)

// Decision is what was made of the readings.
type Decision struct {
	Stance  Stance   `json:"stance"`
	Takes   []string `json:"takes,omitempty"` // names of readings; to follow another is a fault
	Because Words    `json:"because,omitzero"`
	Until   string   `json:"until,omitzero"` // of one that holds no more: the first day of the next
}

// Ruling is the public decision of a registry that settled it.
type Ruling struct {
	Registry string `json:"registry"` // its name
	Digest   string `json:"digest"`   // of the signed act
	On       string `json:"on"`
}

// Taken says whether to follow a reading is right.
func (i *Interpretation) Taken(reading string) bool { return slices.Contains(i.Takes, reading) }

// Concerns says whether a scenario, by its feature and its title, is one of those that depend on it.
func (i *Interpretation) Concerns(feature, title string) bool {
	return slices.ContainsFunc(i.Scenarios, func(s string) bool { return Concerns(s, feature, title) })
}

// placeholder is a column of an outline's examples in its name.
var placeholder = regexp.MustCompile(`<[^<>]*>`)

// Concerns says whether an entry of [Interpretation.Scenarios] means a scenario. In the name of an
// outline <column> stands for whatever an example puts there.
func Concerns(entry, feature, title string) bool {
	file, name, named := strings.Cut(entry, ": ")
	if file != feature || !named {
		return file == feature
	}
	pattern := placeholder.ReplaceAllString(regexp.QuoteMeta(name), ".*")
	return regexp.MustCompile("^(?s:" + pattern + ")$").MatchString(title)
}

// Places are the clauses that can be read in several ways: its own, or those of its rules in a pack.
func (i *Interpretation) Places(p *Pack) []string {
	if len(i.Clauses) > 0 {
		return i.Clauses
	}
	var places []string
	for _, id := range i.Rules {
		if r, ok := p.Rule(id); ok && !slices.Contains(places, r.Place()) {
			places = append(places, r.Place())
		}
	}
	return places
}

// InterpretationsOf gives those on which the verdict of a rule depends.
func (p *Pack) InterpretationsOf(rule string) []*Interpretation {
	var out []*Interpretation
	for i := range p.Interpretations {
		if slices.Contains(p.Interpretations[i].Rules, rule) {
			out = append(out, &p.Interpretations[i])
		}
	}
	return out
}

// Interpretation finds one by its id.
func (p *Pack) Interpretation(id string) (*Interpretation, bool) {
	for i := range p.Interpretations {
		if p.Interpretations[i].ID == id {
			return &p.Interpretations[i], true
		}
	}
	return nil, false
}

// InterpretationsDigest is "sha256:…" over the canonical JSON of the interpretations, and empty where
// there are none, or they were not opened. No verdict depends on it.
func (p *Pack) InterpretationsDigest() string { return p.interpretationsDigest }

const interpretationsFile = "interpretations.yaml"

func (l *loader) interpretations() {
	n := l.yaml(interpretationsFile, "interpretations")
	if n == nil {
		return
	}
	l.records = n
	for _, f := range n.fields {
		v := f.value
		i := Interpretation{
			ID: f.key, Title: v.get("title").words(), Rules: v.get("rules").texts(), Scenarios: v.get("scenarios").texts(),
			Clauses: v.get("clauses").texts(), Question: v.get("question").words(), Decision: v.decision(),
			Since: v.get("since").text(), Position: l.pos(interpretationsFile, f.line),
		}
		for _, r := range v.get("readings").fields {
			reading := Reading{Name: r.key, Says: r.value.get("says").words(), Class: r.value.get("class").words()}
			for _, h := range r.value.get("holders").items {
				reading.Holders = append(reading.Holders, Holder{Who: h.get("who").text(), Version: h.get("version").text(), Where: h.get("where").text()})
			}
			i.Readings = append(i.Readings, reading)
		}
		for _, d := range v.get("before").items {
			i.Before = append(i.Before, d.decision())
		}
		if r := v.child("ruling"); r != nil {
			i.Ruling = &Ruling{Registry: r.value.get("registry").text(), Digest: r.value.get("digest").text(), On: r.value.get("on").text()}
		}
		l.pack.Interpretations = append(l.pack.Interpretations, i)
	}
}

func (n *node) decision() Decision {
	return Decision{Stance: Stance(n.get("stance").text()), Takes: n.get("takes").texts(), Because: n.get("because").words(), Until: n.get("until").text()}
}

// interpretationReferences checks what a schema cannot: rules, readings, the order of dates, and that
// nobody copied the standard.
func (l *loader) interpretationReferences() {
	if l.records == nil {
		return
	}
	official := make(map[string]string, len(l.pack.Rules))
	for i := range l.pack.Rules {
		official[l.pack.Rules[i].TextSHA256] = l.pack.Rules[i].ID
	}
	for k := range l.pack.Interpretations {
		c := interpretationCheck{loader: l, of: &l.pack.Interpretations[k], node: l.records.fields[k].value, official: official}
		c.all()
	}
}

// interpretationCheck looks at one record; node is where it was written.
type interpretationCheck struct {
	*loader
	of       *Interpretation
	node     *node
	official map[string]string // rule ids by the digest of their text
}

func (c *interpretationCheck) fault(path []string, format string, args ...any) {
	line, _ := c.node.at(path...)
	c.loader.fault(c.pos(interpretationsFile, line), c.of.ID+": "+format, args...)
}

func (c *interpretationCheck) all() {
	i := c.of
	for k, id := range i.Rules {
		if _, ok := c.pack.Rule(id); !ok {
			c.fault([]string{"rules", strconv.Itoa(k)}, "no rule %s in any rules.yaml", id)
		}
	}
	for k, s := range i.Scenarios {
		if file, name, named := strings.Cut(s, ": "); !strings.HasSuffix(file, ".feature") || named && strings.TrimSpace(name) == "" {
			c.fault([]string{"scenarios", strconv.Itoa(k)}, "%q: write FOLDER/FILE.feature, or FOLDER/FILE.feature: NAME OF THE SCENARIO", s)
		}
	}
	c.decision(i.Decision)
	last := ""
	for k, d := range i.Before {
		at := []string{"before", strconv.Itoa(k)}
		c.decision(d, at...)
		if d.Until <= last {
			c.fault(append(at, "until"), "before: %s does not follow %s; the latest decision stands last", d.Until, last)
		}
		last = d.Until
	}
	if last != "" && last != i.Since {
		c.fault([]string{"since"}, "since %s, and the decision before held until %s; give one date", i.Since, last)
	}
	if r := i.Ruling; r != nil && r.On > i.Since {
		c.fault([]string{"ruling", "on"}, "the ruling is of %s, and the suite followed it since %s already", r.On, i.Since)
	}
	said := map[string]string{}
	for _, r := range i.Readings {
		if other, ok := said[r.Says.En]; ok {
			c.fault([]string{"readings", r.Name}, "reading %s says the same as %s", r.Name, other)
		}
		said[r.Says.En] = r.Name
		c.own(r.Says, "readings", r.Name, "says")
	}
	c.own(i.Title, "title")
	c.own(i.Question, "question")
	c.own(i.Because, "because")
}

func (c *interpretationCheck) decision(d Decision, path ...string) {
	var names []string
	for _, r := range c.of.Readings {
		names = append(names, r.Name)
	}
	at := append(slices.Clone(path), "takes")
	for k, name := range d.Takes {
		if !slices.Contains(names, name) {
			c.fault(append(at, strconv.Itoa(k)), "takes: no reading %s; there are %s", name, strings.Join(names, ", "))
		}
	}
	count := len(d.Takes)
	switch at := append(slices.Clone(path), "stance"); {
	case d.Stance == Takes && count != 1:
		c.fault(at, "stance takes needs one reading in takes, and %d are there", count)
	case d.Stance == Accepts && count < 2:
		c.fault(at, "stance accepts needs two readings or more in takes, and %d are there", count)
	case d.Stance == Classifies && count != 0:
		c.fault(at, "stance classifies blames nobody; leave takes out")
	case d.Stance == Classifies && len(path) == 0:
		for _, r := range c.of.Readings {
			if r.Class.En == "" {
				c.fault([]string{"readings", r.Name}, "reading %s has no class, which stance classifies reports", r.Name)
			}
		}
	}
}

// own refuses a text, or a sentence of it, that is the standard's: its words are not ours to copy.
func (c *interpretationCheck) own(w Words, path ...string) {
	for _, text := range append(strings.SplitAfter(w.En, ". "), w.En) {
		text = strings.TrimRight(strings.TrimSpace(text), ".")
		for _, form := range []string{text, text + "."} {
			sum := sha256.Sum256([]byte(form))
			if id, ok := c.official[hex.EncodeToString(sum[:])]; ok {
				c.fault(path, "this is the text of %s; say it in our own words", id)
				return
			}
		}
	}
}

// FutureInterpretations lists what is dated after a day: records say what was decided, not what will be.
func (p *Pack) FutureInterpretations(today time.Time) []error {
	var faults []error
	for i := range p.Interpretations {
		if r := &p.Interpretations[i]; r.Since > today.UTC().Format(time.DateOnly) {
			faults = append(faults, faultAt(r.Position.File, r.Position.Line, "%s: since %s, which is to come", r.ID, r.Since))
		}
	}
	return faults
}
