package web_test

import (
	"net/url"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"touchstone/reports"
	"touchstone/server/registry/registrytest"
	"touchstone/server/store"
	"touchstone/server/web"
)

const (
	markup = `</title></script><script>alert(1)</script><img src=x onerror=y>"'&{{.}}`
	turned = "\u202egnimrofnoc\u202c\u2066\u200f\x1b[2J\u2028"
	long   = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
)

// evil is the worst of so many bytes.
func evil(most int) string {
	return strings.ToValidUTF8((markup + turned + strings.Repeat(long, 25))[:most], "")
}

// Whatever stands in a field stays words of a page that is whole: markup, what turns the direction of writing, words
// without end.
func TestHostileWords(t *testing.T) {
	f := newFixture(t, 0)
	digest := registrytest.Sign(t, func() *reports.Report {
		r := registrytest.Report(2)
		r.Implementation.Vendor, r.Implementation.Name, r.Implementation.Version = markup, markup+"/../"+long, markup
		r.Implementation.Command = []string{markup}
		v := &r.Verdicts
		v.Profile, v.Effort, v.Seed = markup, markup, markup
		r.ICS.Profile = markup
		v.Rules[13].ID, v.Rules[13].Summary, v.Rules[13].Source = markup, markup, markup
		v.Scenarios[3].Name, v.Scenarios[3].Feature = markup, markup
		v.Extensions[0].Name, v.Extensions[0].Reason = markup, markup
		seal(t, r)
		return r
	}(), f.Vendor)
	receipt, err := f.Submit(t.Context(), strings.NewReader(string(digest)))
	var targets []string
	if err == nil {
		d := strings.TrimPrefix(receipt.Report.Digest, "sha256:")
		x := receipt.Report.Implementation
		targets = append(targets, "/", "/reports", "/reports/"+d, "/reports/"+d+"/report.html", "/implementations", "/diff/"+d+"/"+strings.TrimPrefix(f.Digests[0], "sha256:"),
			"/implementations?"+url.Values{"vendor": {x.Vendor}, "name": {x.Name}}.Encode(), "/rules/riscv/"+url.PathEscape(markup))
	} else {
		t.Logf("the registry does not take the report: %v", err)
	}
	// What comes straight into the database, as from another version.
	at := time.Now()
	sub := hostileSubmission(at)
	err = f.Store.Update(t.Context(), func(tx store.Tx) error {
		key := store.Key{ID: reports.Digest([]byte("hostile")), Account: evil(500), Roles: []store.Role{store.Vendor}, Algorithm: evil(80), SPKI: []byte{1}, Label: evil(500), Added: at, AddedBy: "x"}
		if err := tx.AddKey(t.Context(), key); err != nil {
			return err
		}
		if err := tx.RevokeKey(t.Context(), store.Revocation{ID: key.ID, At: at, By: evil(500), Reason: evil(2000)},
			store.Entry{Kind: store.KindRevocation, Digest: reports.Digest([]byte("r")), Subject: key.ID, Payload: []byte("x"), At: at}); err != nil {
			return err
		}
		w := store.Waiver{Digest: reports.Digest([]byte("w")), Pack: evil(300), Profile: evil(300), Rule: evil(300), Vendor: evil(250), Name: evil(250), Versions: []string{evil(200)},
			Owner: evil(500), Reason: evil(1900), Expires: at.Add(time.Hour), Added: at, AddedBy: evil(100)}
		if err := tx.AddWaiver(t.Context(), w, store.Entry{Kind: store.KindWaiver, Digest: w.Digest, Subject: w.Digest, Payload: []byte("x"), At: at}); err != nil {
			return err
		}
		c := store.Challenge{ID: "hostile", Target: store.TargetRule, Pack: evil(300), Rule: evil(300), Scenario: evil(300), Title: evil(500), Text: evil(1900), By: evil(500),
			Account: evil(200), Raised: at, State: store.Open}
		if err := tx.AddChallenge(t.Context(), c); err != nil {
			return err
		}
		g := store.Ruling{Digest: reports.Digest([]byte("g")), Challenge: "hostile", Outcome: store.Upheld, Text: evil(1900), By: evil(300), At: at, Pack: evil(300), Withdraws: []string{evil(300)}}
		if _, err := tx.AddRuling(t.Context(), g, store.Entry{Kind: store.KindRuling, Digest: g.Digest, Subject: g.Digest, Payload: []byte("x"), At: at}); err != nil {
			return err
		}
		return tx.AddReport(t.Context(), sub)
	})
	if err != nil {
		t.Fatal(err)
	}
	f.runs.set(web.Run{ID: "r1", Implementation: evil(300), Profile: evil(100), Effort: evil(100), Select: evil(100), Account: evil(100), State: web.RunFailed, Problem: evil(900),
		Shards: []web.Shard{{Name: evil(100), Worker: evil(100), State: web.RunRunning}}})
	e := url.QueryEscape(evil(400))
	targets = append(targets, "/keys", "/waivers", "/challenges", "/challenges/hostile", "/rulings", "/runs", "/runs/r1", "/log", "/?q="+e+"&pack="+e+"&profile="+e+"&vendor="+e,
		"/reports?q="+e+"&signer="+e, "/rules/riscv?q="+e+"&extension="+e, "/challenges/new?rule="+e+"&title="+url.QueryEscape(markup), "/waivers?rule="+e+"&name="+e,
		"/"+url.PathEscape(evil(300)), "/rules/"+url.PathEscape(evil(200))+"/x", "/implementations/"+url.PathEscape(markup)+"/"+url.PathEscape(turned))
	for _, target := range targets {
		for _, lang := range []string{"en", "zh"} {
			w := f.get(with(target, "lang="+lang))
			text := w.Body.String()
			if w.Code >= 500 {
				t.Errorf("%.60s: %d", target, w.Code)
			}
			if strings.ContainsAny(text, "\u202e\u2066\u200f\u2028\x1b\x00") {
				t.Errorf("%.60s: characters that turn or control", target)
			}
			root, err := html.Parse(strings.NewReader(text))
			if err != nil {
				t.Fatal(err)
			}
			if strings.Contains(target, "report.html") {
				if len(all(root, "script"))+len(all(root, "img")) > 0 {
					t.Errorf("%.60s: markup got through", target)
				}
				continue
			}
			for _, fault := range faults(root) {
				t.Errorf("%.60s in %s: %.300s", target, lang, fault)
			}
			for _, img := range all(root, "img") {
				if !strings.HasPrefix(attribute(img, "src"), "/badge/") {
					t.Errorf("%.60s: an image got through", target)
				}
			}
		}
	}
}

func hostileSubmission(at time.Time) store.Submission {
	d := reports.Digest([]byte("hostile report"))
	return store.Submission{Report: store.Report{Digest: d, ID: "ts1-x", Suite: store.Suite{Pack: "riscv"}, Profile: evil(300),
		Implementation: store.Implementation{Vendor: evil(250), Name: evil(250), Version: evil(250)}, Conclusion: reports.Conforming, Environments: []string{evil(300)},
		Effort: evil(100), Finished: at, Account: "x", Submitted: at, State: store.Accepted},
		Entry: &store.Entry{Kind: store.KindReport, Digest: d, Subject: d, Payload: []byte("x"), At: at}}
}
