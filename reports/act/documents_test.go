package act_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"touchstone/reports/act"
	"touchstone/reports/attest"
)

func TestSignRefuses(t *testing.T) {
	key := newKey(t)
	long := strings.Repeat("x", act.MaxWords+1)
	name := strings.Repeat("n", act.MaxName+1)
	many := make([]string, act.MaxList+1)
	for i := range many {
		many[i] = fmt.Sprint(i)
	}
	w := act.Waiver{Pack: "riscv", Rule: "r", Implementation: "X1", Owner: "o", Reason: "r", Expires: "2027-03-31"}
	x := act.Challenge{Target: act.TargetRule, Pack: "riscv", Rule: "r", Title: "t", Text: "t"}
	reg := act.Register(key.Public(), "a", act.RoleVendor)
	ruling := act.Ruling{Challenge: "c", Outcome: act.Upheld, Text: "t"}
	run := act.Run{Implementation: "embedded"}
	for _, good := range []act.Document{w, x, reg, ruling, run} {
		if _, err := act.Sign(act.New("r.example"), good, key); err != nil {
			t.Fatalf("%s: %v", good.Kind(), err)
		}
	}
	change := func(f func(*act.Waiver)) act.Document { c := w; f(&c); return c }
	dispute := func(f func(*act.Challenge)) act.Document { c := x; f(&c); return c }
	rule := func(f func(*act.Ruling)) act.Document { c := ruling; f(&c); return c }
	order := func(f func(*act.Run)) act.Document { c := run; f(&c); return c }
	for words, d := range map[string]act.Document{
		"rule is missing":                        change(func(w *act.Waiver) { w.Rule = "" }),
		"pack is missing":                        change(func(w *act.Waiver) { w.Pack = "" }),
		"owner is missing":                       change(func(w *act.Waiver) { w.Owner = "" }),
		"reason is missing":                      change(func(w *act.Waiver) { w.Reason = "" }),
		"owner \" o\" begins or ends with white": change(func(w *act.Waiver) { w.Owner = " o" }),
		"character U+000A":                       change(func(w *act.Waiver) { w.Owner = "a\nb" }),
		"character U+000D":                       change(func(w *act.Waiver) { w.Reason = "a\r\nb" }),
		"character U+0000":                       change(func(w *act.Waiver) { w.Reason = "a\x00b" }),
		"character U+2066":                       change(func(w *act.Waiver) { w.Reason = "a\u2066b" }),
		"reason has 16385 bytes":                 change(func(w *act.Waiver) { w.Reason = long }),
		"rule has 513 bytes":                     change(func(w *act.Waiver) { w.Rule = name }),
		"implementation has 258 bytes":           change(func(w *act.Waiver) { w.Implementation = strings.Repeat("核", 86) }),
		"owner is not text":                      change(func(w *act.Waiver) { w.Owner = "\xff" }),
		"65 versions":                            change(func(w *act.Waiver) { w.Versions = many }),
		"version \"1\" stands there twice":       change(func(w *act.Waiver) { w.Versions = []string{"1", "1"} }),
		"version is missing":                     change(func(w *act.Waiver) { w.Versions = []string{""} }),
		"expires \"tomorrow\" is not a day":      change(func(w *act.Waiver) { w.Expires = "tomorrow" }),
		"expires \"9999-12-31\" is not a day":    change(func(w *act.Waiver) { w.Expires = "9999-12-31" }),
		"name one":                               act.Decision{Answer: act.Accept},
		"name one ":                              act.Decision{Report: digest, Challenge: "c", Answer: act.Accept},
		"answer \"perhaps\" is none of":          act.Decision{Report: digest, Answer: "perhaps"},
		"decision: reason is missing":            act.Decision{Report: digest, Answer: act.Refuse},
		"report \"sha256:12\" is not sha256":     act.Decision{Report: "sha256:12", Answer: act.Accept},
		"what \"log\" is none of":                act.Revocation{What: "log", ID: digest, Reason: "r"},
		"id \"\" is not sha256":                  act.Revocation{What: act.ThingKey, Reason: "r"},
		"revocation: reason is missing":          act.Revocation{What: act.ThingKey, ID: digest},
		"cannot take its own place":              act.Supersession{Report: digest, By: digest},
		"by \"\" is not sha256":                  act.Supersession{Report: digest},
		"account is missing":                     act.Register(key.Public(), ""),
		"role \"king\" is none of":               act.Register(key.Public(), "a", "king"),
		"stands there twice":                     act.Register(key.Public(), "a", act.RoleAdmin, act.RoleAdmin),
		"not base64":                             act.Registration{PublicKey: "?", Account: "a"},
		"not a public key":                       act.Registration{PublicKey: "AAAA", Account: "a"},
		"a public key of 1025 bytes":             act.Registration{PublicKey: strings.Repeat("A", 1025), Account: "a"},
		"the public key is not base64":           act.Registration{PublicKey: reg.PublicKey[:4] + "\n" + reg.PublicKey[4:], Account: "a"},
		"target \"mood\" is none of":             dispute(func(x *act.Challenge) { x.Target = "mood" }),
		"which rule?":                            dispute(func(x *act.Challenge) { x.Rule = "" }),
		"which scenario?":                        dispute(func(x *act.Challenge) { x.Target = act.TargetScenario }),
		"name both":                              dispute(func(x *act.Challenge) { x.Target = act.TargetVerdict }),
		"title is missing":                       dispute(func(x *act.Challenge) { x.Title = "" }),
		"title has 257 bytes":                    dispute(func(x *act.Challenge) { x.Title = strings.Repeat("t", 257) }),
		"text is missing":                        dispute(func(x *act.Challenge) { x.Text = "" }),
		"evidence \"proof.zip\" is not":          dispute(func(x *act.Challenge) { x.Evidence = []string{"proof.zip"} }),
		"outcome \"\" is none of":                rule(func(r *act.Ruling) { r.Outcome = "" }),
		"ruling: pack is missing":                rule(func(r *act.Ruling) { r.Withdraws = []string{"s"} }),
		"and rejects the challenge":              rule(func(r *act.Ruling) { r.Withdraws, r.Pack, r.Outcome = []string{"s"}, "riscv", act.Rejected }),
		"withdraws nothing from them":            rule(func(r *act.Ruling) { r.Suites = []string{digest} }),
		"challenge \"c 7\" is not visible":       rule(func(r *act.Ruling) { r.Challenge = "c 7" }),
		"withdrawal: challenge is missing":       act.Withdrawal{},
		"run: implementation is missing":         order(func(r *act.Run) { r.Implementation = "" }),
		"implementation \"../x y\"":              order(func(r *act.Run) { r.Implementation = "../x y" }),
		"effort \"much\" is none of":             order(func(r *act.Run) { r.Effort = "much" }),
		"seed \"-1\" is not a number":            order(func(r *act.Run) { r.Seed = "-1" }),
		"parameter \"VLEN\" is not NAME=VALUE":   order(func(r *act.Run) { r.Set = []string{"VLEN"} }),
	} {
		_, err := act.Sign(act.New("r.example"), d, key)
		if !errors.Is(err, act.ErrInvalid) || !strings.Contains(err.Error(), strings.TrimSpace(words)) {
			t.Errorf("%+.200v\n\tshould be refused with %q: %.300v", d, words, err)
		}
	}
	for words, h := range map[string]act.Header{
		"registry is missing": {At: time.Now().Truncate(time.Second), Nonce: strings.Repeat("0", 32)},
		"registry \"a b\"":    {Registry: "a b", At: time.Now().Truncate(time.Second), Nonce: strings.Repeat("0", 32)},
		"whole seconds":       {Registry: "r", At: time.Unix(1, 1), Nonce: strings.Repeat("0", 32)},
		"in the year 1 ":      {Registry: "r", Nonce: strings.Repeat("0", 32)},
		"nonce \"\"":          {Registry: "r", At: time.Now().Truncate(time.Second)},
		"nonce \"AA":          {Registry: "r", At: time.Now().Truncate(time.Second), Nonce: strings.Repeat("A", 32)},
	} {
		if _, err := act.Sign(h, run, key); !errors.Is(err, act.ErrInvalid) || !strings.Contains(err.Error(), strings.TrimSpace(words)) {
			t.Errorf("header %+v should be refused with %q: %v", h, words, err)
		}
	}
	if _, err := act.Sign(act.New(""), w, key); err != nil {
		t.Errorf("a waiver may be for no registry: %v", err)
	}
}

// The most that may stand in an act fits into an envelope; a ruling may be more than fits.
func TestSizes(t *testing.T) {
	key := newKey(t)
	versions := make([]string, act.MaxList)
	for i := range versions {
		versions[i] = fmt.Sprintf("%0*d", act.MaxTitle, i)
	}
	name := strings.Repeat("n", act.MaxName)
	w := act.Waiver{Pack: name, Profile: name, Rule: name, Vendor: versions[0], Implementation: versions[0], Versions: versions, Owner: name,
		Reason: strings.Repeat("x", act.MaxWords), Expires: "9998-12-31"}
	text := sign(t, act.New(name), w, key)
	if _, err := act.Open(text); err != nil {
		t.Error(err)
	}
	scenarios := make([]string, act.MaxWithdrawn)
	for i := range scenarios {
		scenarios[i] = fmt.Sprintf("%0*d", act.MaxName, i)
	}
	_, err := act.Sign(act.New("r"), act.Ruling{Challenge: "c", Outcome: act.Upheld, Text: "t", Pack: "p", Withdraws: scenarios}, key)
	if !errors.Is(err, act.ErrLarge) {
		t.Errorf("2 MB were signed: %v", err)
	}
}

func TestWaiverEnd(t *testing.T) {
	w := act.Waiver{Expires: "2027-03-31"}
	if got := w.End().Format(time.RFC3339); got != "2027-04-01T00:00:00Z" {
		t.Errorf("ends at %s", got)
	}
}

func TestRegistrationKey(t *testing.T) {
	for _, a := range attest.Algorithms() {
		key, err := a.Generate()
		if err != nil {
			t.Fatal(err)
		}
		got, err := act.Register(key.Public(), "a").Key()
		if err != nil || got.ID() != key.ID() {
			t.Errorf("%s: %v, %v", a, got.ID(), err)
		}
	}
}
