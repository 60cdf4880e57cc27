package api

import (
	"maps"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/gin-gonic/gin"

	"touchstone/server/jobs"
)

func loadDocument(t testing.TB) *openapi3.T {
	t.Helper()
	loader := openapi3.NewLoader() // reads no other files
	doc, err := loader.LoadFromData(document)
	if err != nil {
		t.Fatal(err)
	}
	if err := doc.Validate(loader.Context); err != nil {
		t.Fatal(err)
	}
	return doc
}

// Every route is in the document, and everything in the document is a route.
func TestDocumentHasEveryRoute(t *testing.T) {
	gin.SetMode(gin.ReleaseMode)
	e := gin.New()
	New(Options{Runs: new(jobs.Jobs)}).Routes(e)
	routes, heads := map[string]bool{}, map[string]bool{}
	parameter := regexp.MustCompile(`:(\w+)`)
	for _, r := range e.Routes() {
		path := parameter.ReplaceAllString(r.Path, "{$1}")
		switch r.Method {
		case http.MethodOptions:
		case http.MethodHead:
			heads[path] = true
		default:
			routes[r.Method+" "+path] = true
		}
	}
	documented := map[string]bool{}
	operations := map[string]string{}
	for path, item := range loadDocument(t).Paths.Map() {
		for method, operation := range item.Operations() {
			documented[method+" "+path] = true
			if other, twice := operations[operation.OperationID]; twice || operation.OperationID == "" {
				t.Errorf("%s %s has the operationId %q, and so has %s", method, path, operation.OperationID, other)
			}
			operations[operation.OperationID] = method + " " + path
			if operation.Summary == "" || len(operation.Tags) == 0 {
				t.Errorf("%s %s has no summary or no tags", method, path)
			}
			if method == "GET" && !heads[path] && operation.OperationID != "watchRun" {
				t.Errorf("%s cannot be asked for with HEAD", path)
			}
		}
	}
	if len(routes) < 30 {
		t.Fatalf("only %d routes", len(routes))
	}
	for _, route := range slices.Sorted(maps.Keys(routes)) {
		if !documented[route] {
			t.Errorf("openapi.yaml lacks %s", route)
		}
	}
	for _, route := range slices.Sorted(maps.Keys(documented)) {
		if !routes[route] {
			t.Errorf("openapi.yaml has %s, and there is no such route", route)
		}
	}
}

// Objects that the API writes have no members that the document does not know, so that a response
// which is validated is validated whole.
func TestDocumentIsStrict(t *testing.T) {
	open := []string{"Envelope"} // others' formats
	for name, s := range loadDocument(t).Components.Schemas {
		if s.Value.Type.Is("object") && len(s.Value.Properties) > 0 && !slices.Contains(open, name) {
			if extra := s.Value.AdditionalProperties; extra.Has == nil || *extra.Has {
				t.Errorf("%s may have further members", name)
			}
		}
	}
	if strings.Contains(string(document), "\t") {
		t.Error("openapi.yaml has tabs")
	}
}
