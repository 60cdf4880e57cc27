package web

import (
	"context"
	"errors"
	"fmt"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gin-gonic/gin"

	"touchstone/reports/act"
	"touchstone/server/registry"
)

// maxForm is the bytes of a form that is sent: the longest text with every byte escaped, and the rest.
const maxForm = 4*act.MaxWords + 8<<10

// formBody is the form with which a challenge is raised.
type formBody struct {
	Fields  map[string]string // as they were filled in
	Wrong   map[string]string // field -> what is wrong with it
	General []string          // what is wrong otherwise
	Targets []act.Target
	Packs   []string
	Limits  map[string]int
	Hints   map[string]string
}

// Errors are the wrong fields in the order of the form.
func (b formBody) Errors() []string {
	var out []string
	for _, f := range formFields() {
		if b.Wrong[f.name] != "" {
			out = append(out, f.name)
		}
	}
	return out
}

type formField struct {
	name string
	most int
}

func formFields() []formField {
	return []formField{{"target", 16}, {"pack", act.MaxName}, {"report", act.MaxName}, {"rule", act.MaxName}, {"scenario", act.MaxName},
		{"title", act.MaxTitle}, {"text", act.MaxWords}, {"by", act.MaxName}}
}

func (s *Site) newForm(v *voice) formBody {
	b := formBody{Fields: map[string]string{}, Wrong: map[string]string{}, Limits: map[string]int{},
		Hints: map[string]string{}, Targets: []act.Target{act.TargetVerdict, act.TargetRule, act.TargetScenario}}
	for _, p := range s.o.Packs {
		b.Packs = append(b.Packs, p.Name)
	}
	for _, f := range formFields() {
		b.Limits[f.name] = f.most
		if key := "form.hint." + f.name; f.name != "text" && v.Has(key) {
			b.Hints[f.name] = v.Say(key)
		}
	}
	var rules []string
	for _, p := range s.o.Packs {
		if len(p.Rules) > 0 {
			rules = append(rules, p.Rules[0].ID)
		}
	}
	if len(rules) > 0 { // of each pack one that is there
		b.Hints["pack"] = v.Say("form.hint.pack.as", strings.Join(b.Packs, v.Say("comma")))
		b.Hints["rule"] = v.Say("form.hint.rule.as", strings.Join(rules, v.Say("comma")))
		b.Hints["scenario"] = v.Say("form.hint.scenario.as", b.Packs[0])
	}
	return b
}

// form is the empty form, filled in as far as the address says what the challenge is about.
func (s *Site) form(c *gin.Context) {
	b := s.newForm(s.voice(c))
	q := c.Request.URL.Query()
	for _, f := range formFields() {
		if v := q.Get(f.name); len(v) <= f.most && f.name != "text" {
			b.Fields[f.name] = v
		}
	}
	if b.Fields["target"] == "" {
		b.Fields["target"] = string(act.TargetVerdict)
		if b.Fields["report"] == "" && b.Fields["rule"] != "" {
			b.Fields["target"] = string(act.TargetRule)
		}
	}
	if b.Fields["pack"] == "" && len(b.Packs) > 0 {
		b.Fields["pack"] = b.Packs[0]
	}
	s.drawForm(c, http.StatusOK, b)
}

func (s *Site) drawForm(c *gin.Context, status int, b formBody) {
	r := &request{voice: s.voice(c), path: "/challenges/new", query: url.Values{}, now: s.o.Now()}
	title := r.Say("form.title")
	if len(b.Wrong)+len(b.General) > 0 {
		title = r.Say("form.wrong") + " · " + title
	}
	doc, err := s.draw(&page{name: "form", Title: title, Part: "challenges", Hidden: true, Body: b, status: status}, r)
	if err != nil {
		s.fail(c, err)
		return
	}
	doc.write(c)
}

// raise takes the form. That it was sent from a page of ours is checked before it comes here
// (http.CrossOriginProtection).
func (s *Site) raise(c *gin.Context) {
	if kind, _, err := mime.ParseMediaType(c.GetHeader("Content-Type")); err != nil || kind != "application/x-www-form-urlencoded" {
		s.fail(c, &problem{status: http.StatusUnsupportedMediaType, words: "problem.form"})
		return
	}
	c.Request.Body = http.MaxBytesReader(c.Writer, c.Request.Body, maxForm)
	if err := c.Request.ParseForm(); err != nil {
		var large *http.MaxBytesError
		if errors.As(err, &large) {
			s.fail(c, &problem{status: http.StatusRequestEntityTooLarge})
			return
		}
		s.fail(c, &problem{status: http.StatusBadRequest, words: "problem.form", cause: err})
		return
	}
	v := s.voice(c)
	ctx := c.Request.Context()
	b := s.newForm(v)
	for _, f := range formFields() {
		b.Fields[f.name] = strings.TrimSpace(strings.ReplaceAll(c.Request.PostForm.Get(f.name), "\r\n", "\n"))
	}
	x, err := s.filled(ctx, v, &b)
	if err != nil {
		s.fail(c, err)
		return
	}
	if len(b.Wrong) > 0 {
		s.drawForm(c, http.StatusUnprocessableEntity, b)
		return
	}
	raised, err := s.o.Registry.Raise(ctx, x, "form")
	var refusal *registry.Refusal
	switch {
	case errors.As(err, &refusal):
		for _, reason := range refusal.Reasons {
			b.General = append(b.General, reason.Words)
		}
		s.drawForm(c, http.StatusUnprocessableEntity, b)
	case errors.Is(err, registry.ErrBusy), errors.Is(err, registry.ErrClosed):
		s.fail(c, &problem{status: http.StatusServiceUnavailable, cause: err})
	case err != nil:
		s.fail(c, err)
	default:
		secure(c.Writer.Header(), policy)
		c.Header("Cache-Control", "no-store")
		c.Redirect(http.StatusSeeOther, v.to("/challenges/"+url.PathEscape(raised.ID)))
	}
}

// filled checks the fields, and says at each what is wrong with it.
func (s *Site) filled(ctx context.Context, v *voice, b *formBody) (act.Challenge, error) {
	wrong := func(field, key string, a ...any) {
		if b.Wrong[field] == "" {
			b.Wrong[field] = v.Say(key, a...)
		}
	}
	for _, f := range formFields() {
		value := b.Fields[f.name]
		switch {
		case len(value) > f.most:
			wrong(f.name, "form.long", len(value), f.most)
		case !utf8.ValidString(value) || strings.ContainsFunc(value, func(r rune) bool {
			return unclean(r) || unicode.IsControl(r) && (f.name != "text" || r != '\n' && r != '\t')
		}):
			wrong(f.name, "form.characters")
		}
	}
	x := act.Challenge{Target: oneOf(b.Fields["target"], b.Targets...), Pack: b.Fields["pack"], Rule: b.Fields["rule"], Scenario: b.Fields["scenario"],
		Title: b.Fields["title"], Text: b.Fields["text"], By: b.Fields["by"]}
	if x.Target == "" {
		wrong("target", "form.target")
	}
	for _, field := range []string{"pack", "title", "text"} {
		if b.Fields[field] == "" {
			wrong(field, "form.needed")
		}
	}
	if x.Target == act.TargetRule && x.Rule == "" {
		wrong("rule", "form.needed.rule")
	}
	if x.Target == act.TargetScenario && x.Scenario == "" {
		wrong("scenario", "form.needed.scenario")
	}
	if x.Target == act.TargetVerdict {
		if x.Rule == "" && x.Scenario == "" {
			wrong("rule", "form.needed.either")
		}
		if b.Fields["report"] == "" {
			wrong("report", "form.needed.report")
		}
	}
	if name := b.Fields["report"]; name != "" && b.Wrong["report"] == "" {
		if i := strings.LastIndexByte(name, '/'); i >= 0 { // its address, pasted
			name = name[i+1:]
		}
		name, _, _ = strings.Cut(name, "?")
		rep, err := s.find(ctx, name)
		var p *problem
		switch {
		case err == nil:
			x.Report = rep.Digest
		case errors.As(err, &p) && p.status == http.StatusNotFound:
			wrong("report", "form.report")
		default:
			return x, err
		}
	}
	if len(b.Wrong) == 0 {
		rule, scenario, err := s.o.Registry.Unknown(ctx, x)
		if err != nil {
			return x, err
		}
		if rule {
			wrong("rule", "form.unknown.rule", x.Pack, x.Rule)
		}
		if scenario {
			wrong("scenario", "form.unknown.scenario", x.Pack, x.Scenario)
		}
	}
	if len(b.Wrong) == 0 {
		if err := x.Validate(); err != nil {
			b.Wrong["text"] = fmt.Sprint(err) // what the fields cannot show: our own checks have a gap
		}
	}
	return x, nil
}
