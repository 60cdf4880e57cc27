package web

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"touchstone/reports/render"
)

//go:embed assets/site.css assets/live.js assets/icon.svg
var assetFiles embed.FS

// assets are the files that pages need, under names with their digest: they are never asked for twice.
type assets struct {
	paths map[string]string // "site.css" -> "/assets/site-1a2b3c4d.css"
	files map[string]*document
}

func loadAssets() (assets, error) {
	a := assets{map[string]string{}, map[string]*document{}}
	c := newCache(0)
	for _, x := range []struct{ name, mediaType string }{
		{"site.css", "text/css; charset=utf-8"}, {"live.js", "text/javascript; charset=utf-8"}, {"icon.svg", "image/svg+xml"},
	} {
		text, err := assetFiles.ReadFile("assets/" + x.name)
		if err != nil {
			return a, err
		}
		if x.name == "site.css" {
			text = []byte(Style())
		}
		d, err := c.newDocument(x.mediaType, policyOf(""), "", http.StatusOK, text)
		if err != nil {
			return a, err
		}
		d.forever = true
		sum := sha256.Sum256(text)
		name, kind, _ := strings.Cut(x.name, ".")
		file := name + "-" + hex.EncodeToString(sum[:6]) + "." + kind
		a.paths[x.name], a.files[file] = "/assets/"+file, d
	}
	return a, nil
}

func (a assets) path(name string) string { return a.paths[name] }

func (s *Site) asset(c *gin.Context) {
	d := s.assets.files[c.Param("file")]
	if d == nil {
		s.fail(c, missing(""))
		return
	}
	d.write(c)
}

// Style is the pages' style sheet.
func Style() string {
	text, err := assetFiles.ReadFile("assets/site.css")
	if err != nil {
		panic(err) // it is embedded
	}
	return render.Style() + string(text)
}
