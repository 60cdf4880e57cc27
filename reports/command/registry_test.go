package command_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"touchstone/reports"
	"touchstone/reports/act"
	"touchstone/reports/attest"
	"touchstone/reports/tlog"
	"touchstone/reports/tlog/tlogtest"
)

// fake is a registry with a log of few entries.
type fake struct {
	log       *tlogtest.Log
	key       string // what it says is its log's key
	documents map[string][]byte
	states    map[string]string // of reports
	busy      int               // answers before it has time
}

func (f *fake) add(kind tlog.Kind, document []byte, subject string) {
	text, err := tlog.Entry{Kind: kind, Digest: reports.Digest(document), Subject: subject, At: time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)}.Encode()
	if err != nil {
		panic(err)
	}
	f.log.Add(text)
	f.documents[reports.Digest(document)] = document
}

// changed is the registry with one difference.
func (f *fake) changed(change func(*fake)) *fake {
	g := *f
	g.documents, g.states = map[string][]byte{}, map[string]string{}
	for k, v := range f.documents {
		g.documents[k] = v
	}
	for k, v := range f.states {
		g.states[k] = v
	}
	change(&g)
	return &g
}

func (f *fake) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if f.busy > 0 {
		f.busy--
		w.Header().Set("Retry-After", "0")
		http.Error(w, "busy", http.StatusServiceUnavailable)
		return
	}
	path := r.URL.Path
	switch rest, ok := strings.CutPrefix(path, "/log/"); {
	case ok:
		http.ServeFileFS(w, r, f.log.Files(), rest)
		return
	case path == "/api/v1":
		fmt.Fprintf(w, `{"name": "log.example", "log": {"key": %q, "size": %d}}`, f.key, f.log.Size())
		return
	}
	if digest, ok := strings.CutPrefix(path, "/api/v1/acts/"); ok {
		f.document(w, digest)
		return
	}
	digest, what, _ := strings.Cut(strings.TrimPrefix(path, "/api/v1/reports/"), "/")
	switch state := f.states[digest]; {
	case what == "envelope":
		f.document(w, digest)
	case what == "" && state != "":
		fmt.Fprintf(w, `{"digest": %q, "state": %q}`, digest, state)
	default:
		http.NotFound(w, r)
	}
}

func (f *fake) document(w http.ResponseWriter, digest string) {
	text, ok := f.documents[digest]
	if !ok {
		http.Error(w, "none", http.StatusNotFound)
		return
	}
	_, _ = w.Write(text)
}

// registries makes, in each script's folder:
//
//	log.vkey, log.pem      the public and the private key of a log; stranger.vkey is another's
//	log/                   a copy of it: sample and good, a waiver, and a revocation of good
//	older, newer           its checkpoints at 2 and at all 4 entries; forked is one that contradicts it
//	good.proof, sample.proof   proofs for both reports
//
// and registries at $REGISTRY/NAME: good, busy (at first), missing (a document is), changed (another is
// in its place), shown (what was revoked is still published), forked (the log contradicts older).
func registries(t *testing.T, env *testscript.Env, keys map[string]*attest.Key) error {
	read := func(name string) []byte {
		text, err := os.ReadFile(filepath.Join(env.WorkDir, name))
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	sample, good := read("sample/report.dsse.json"), read("good/report.dsse.json")
	sign := func(d act.Document) []byte {
		text, err := act.Sign(act.Header{Registry: "log.example", At: time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC), Nonce: strings.Repeat("0a", 16)}, d, keys["vendor"])
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	waiver := sign(act.Waiver{Pack: "riscv", Rule: "mulhsu_op", Implementation: "Example Core X1", Owner: "core team", Reason: "erratum 12", Expires: "2027-03-31"})
	revocation := sign(act.Revocation{What: act.ThingReport, ID: reports.Digest(good), Reason: "made with a debug build"})

	f := &fake{log: tlogtest.New(t, 1), documents: map[string][]byte{}, states: map[string]string{reports.Digest(sample): "published", reports.Digest(good): "revoked"}}
	f.key = f.log.Key.String()
	f.add(tlog.Report, sample, "")
	f.add(tlog.Report, good, "")
	f.add(tlog.Waiver, waiver, "")
	f.add(tlog.Revocation, revocation, reports.Digest(good))
	fork := tlogtest.New(t, 1).Fill(4)

	proof := func(index uint64) []byte {
		files := f.log.Files()
		p, err := tlog.ProveInclusion(f.log.Checkpoint(4), index, files.ReadFile)
		if err != nil {
			t.Fatal(err)
		}
		return p.Format()
	}
	for name, text := range map[string][]byte{
		"log.vkey": []byte(f.key + "\n"), "stranger.vkey": []byte(tlogtest.New(t, 2).Key.String() + "\n"), "log.pem": []byte(tlogtest.Private(t, 1) + "\n"),
		"older": f.log.Note(2), "newer": f.log.Note(4), "forked": fork.Note(2), "forked4": fork.Note(4),
		"good.proof": proof(1), "sample.proof": proof(0), "waiver.proof": proof(2), "waiver.dsse.json": waiver,
	} {
		if err := os.WriteFile(filepath.Join(env.WorkDir, name), text, 0o644); err != nil {
			return err
		}
	}
	if err := os.CopyFS(filepath.Join(env.WorkDir, "log"), f.log.Files()); err != nil {
		return err
	}
	site := http.NewServeMux()
	for name, g := range map[string]*fake{
		"good":    f,
		"busy":    f.changed(func(g *fake) { g.busy = 3 }),
		"missing": f.changed(func(g *fake) { delete(g.documents, reports.Digest(waiver)) }),
		"changed": f.changed(func(g *fake) { g.documents[reports.Digest(sample)] = good }),
		"shown":   f.changed(func(g *fake) { g.states[reports.Digest(good)] = "published" }),
		"forked":  f.changed(func(g *fake) { g.log = fork }),
		"nolog":   f.changed(func(g *fake) { g.key = "" }),
	} {
		site.Handle("/"+name+"/", http.StripPrefix("/"+name, g))
	}
	server := httptest.NewServer(site)
	env.Defer(server.Close)
	env.Setenv("REGISTRY", server.URL)
	return nil
}
