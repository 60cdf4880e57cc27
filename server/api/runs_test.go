package api_test

import (
	"context"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"touchstone/reports"
	"touchstone/reports/act"
	"touchstone/server/api"
	"touchstone/server/jobs"
	"touchstone/server/registry"
)

// readRuns uses what there is about runs.
func readRuns(t *testing.T) {
	iuts, err := jobs.Registered("")
	if err != nil {
		t.Fatal(err)
	}
	j, err := jobs.Open(t.Context(), jobs.Options{Database: "sqlite:" + filepath.Join(t.TempDir(), "jobs.db"), IUTs: iuts})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := j.Close(context.Background()); err != nil {
			t.Error(err)
		}
	})
	s := newSite(t, siteOptions{api: api.Options{Runs: j}})
	var ids []string
	for _, word := range []string{"first", "second"} {
		id, err := j.Enqueue(t.Context(), registry.RunRequest{Act: reports.Digest([]byte(word)), Account: "acme", At: time.Now(),
			Run: act.Run{Implementation: iuts[0].Name, Environments: []string{"m-rv64"}, Seed: "7"}})
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, id)
	}
	for path, want := range map[string]int{"/api/v1/runs": 2, "/api/v1/runs?account=nobody": 0, "/api/v1/runs?state=queued&account=acme&implementation=" + iuts[0].Name: 2, "/api/v1/runs?limit=1": 1} {
		r := s.must(http.StatusOK, http.MethodGet, path, nil)
		if list := decode[api.List[jobs.Run]](t, r); len(list.Items) != want || (list.Next != "") != strings.Contains(path, "limit") || r.header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: %s", path, r.text)
		}
	}
	if run := decode[jobs.Run](t, s.must(http.StatusOK, http.MethodGet, "/api/v1/runs/"+ids[0], nil)); run.ID != ids[0] || run.State != jobs.Queued || len(run.Tasks) == 0 {
		t.Errorf("%+v", run)
	}
	for _, path := range []string{"/api/v1/runs?limit=0", "/api/v1/runs?state=asleep", "/api/v1/runs?x=1", "/api/v1/runs/" + ids[0] + "?x=1", "/api/v1/runs/" + ids[0] + "/events?x=1"} {
		s.must(http.StatusBadRequest, http.MethodGet, path, nil)
	}
	for _, path := range []string{"/api/v1/runs/none", "/api/v1/runs/none/events", "/api/v1/runs/%2e%2e/events"} {
		s.must(http.StatusNotFound, http.MethodGet, path, nil) // and the answer is a problem: see checked
	}
	ctx, stop := context.WithCancel(t.Context())
	for err = nil; err == nil; {
		_, err = j.Watch(ctx, ids[1])
	}
	if r := s.must(http.StatusServiceUnavailable, http.MethodGet, "/api/v1/runs/"+ids[0]+"/events", nil); r.header.Get("Retry-After") != "10" {
		t.Errorf("too many watch: %v", r.header)
	}
	stop()
	for deadline := time.Now().Add(time.Minute); ; time.Sleep(5 * time.Millisecond) { // until they are gone
		ctx, stop := context.WithCancel(t.Context())
		_, err := j.Watch(ctx, ids[0])
		stop()
		if err == nil {
			break
		}
		if time.Now().After(deadline) {
			t.Fatal(err)
		}
	}
	if err := j.Cancel(t.Context(), ids[0], "no more"); err != nil {
		t.Fatal(err)
	}
	events := s.must(http.StatusOK, http.MethodGet, "/api/v1/runs/"+ids[0]+"/events", nil)
	if !strings.Contains(events.text, "event: run\ndata: {") || !strings.Contains(events.text, "event: end\ndata: cancelled") {
		t.Errorf("%s", events.text)
	}
}

// A registry that runs nothing says so.
func TestNoRuns(t *testing.T) {
	s := newSite(t, siteOptions{})
	for _, path := range []string{"/api/v1/runs", "/api/v1/runs/x", "/api/v1/runs/x/events"} {
		s.must(http.StatusNotFound, http.MethodGet, path, nil)
	}
}
