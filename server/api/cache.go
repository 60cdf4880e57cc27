package api

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/gin-gonic/gin"
)

// Cache-Control of what changes, and of what is its own digest.
const (
	revalidate = "public, no-cache"
	forever    = "public, max-age=31536000, immutable"
	soon       = "public, max-age=300" // badges: those who show them ask often
)

// unchanged gives the answer its ETag, and answers 304 when that is what the client has.
func unchanged(c *gin.Context, tag, control string) bool {
	tag = `"` + tag + `"`
	h := c.Writer.Header()
	h.Set("ETag", tag)
	h.Set("Cache-Control", control)
	if !matches(c.Request.Header.Values("If-None-Match"), tag) {
		return false
	}
	c.Abort()
	c.Status(http.StatusNotModified)
	c.Writer.WriteHeaderNow()
	return true
}

// matches compares as RFC 9110 says for If-None-Match: weakly.
func matches(lines []string, tag string) bool {
	for _, line := range lines {
		for one := range strings.SplitSeq(line, ",") {
			one = strings.TrimSpace(one)
			if one == "*" || strings.TrimPrefix(one, "W/") == tag {
				return true
			}
		}
	}
	return false
}

// current is unchanged by the version of the database, and by the day: a waiver ends with one. What was
// answered at this version is answered again. true: the request is answered.
func (a *API) current(c *gin.Context) bool { return a.asOf(c, revalidate) }

func (a *API) asOf(c *gin.Context, control string) bool {
	version, err := a.registry.Reader().Version(c.Request.Context())
	if err != nil {
		a.failed(c, err)
		return true
	}
	return unchanged(c, fmt.Sprintf("%s-%d-%s", a.build, version, a.now().UTC().Format("20060102")), control) || a.again(c)
}

// answer writes JSON.
func answer(c *gin.Context, code int, v any) {
	text, err := json.Marshal(v)
	if err != nil {
		panic(err) // our own types
	}
	respond(c, code, "application/json", append(text, '\n'))
}

// at is a time as JSON has it, nil for none.
func at(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	t = t.UTC()
	return &t
}
