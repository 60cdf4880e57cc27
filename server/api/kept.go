package api

import (
	"net/http"
	"sync"

	"github.com/gin-gonic/gin"
)

// Bounds of what is kept, in bytes: of one answer, and of each of two generations.
const (
	mostKept   = 256 << 10
	generation = 16 << 20
)

// kept holds answers until the version of the database that they are of has passed, or newer ones need
// the room: what everybody asks for is read and encoded once. Only what is public is answered by GET, so
// an answer is the same for everybody.
type kept struct {
	mu         sync.Mutex
	young, old map[string]keptAnswer // by address
	bytes      int                   // of the young
}

type keptAnswer struct {
	tag             string
	mediaType, link string
	text            []byte
}

func newKept() *kept { return &kept{young: map[string]keptAnswer{}} }

func (k *kept) get(address, tag string) (keptAnswer, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	a, ok := k.young[address]
	if !ok {
		if a, ok = k.old[address]; ok && a.tag == tag {
			k.put(address, a)
		}
	}
	return a, ok && a.tag == tag
}

func (k *kept) add(address string, a keptAnswer) {
	if len(a.text) > mostKept {
		return
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.put(address, a)
}

func (k *kept) put(address string, a keptAnswer) {
	size := len(a.text) + len(address) + 256
	if k.bytes+size > generation {
		k.old, k.young, k.bytes = k.young, map[string]keptAnswer{}, 0
	}
	k.bytes += size // what an address had before counts until the generation ends
	k.young[address] = a
}

// slot is where the answer to a request will be kept.
type slot struct {
	kept         *kept
	address, tag string
}

const slotKey = "touchstone/server/api.slot"

// again answers with what is kept of this ETag, or sees to it that the answer will be. true: answered.
func (a *API) again(c *gin.Context) bool {
	s := slot{a.kept, c.Request.URL.RequestURI(), c.Writer.Header().Get("ETag")}
	if was, ok := a.kept.get(s.address, s.tag); ok {
		if was.link != "" {
			c.Header("Link", was.link)
		}
		c.Abort()
		c.Data(http.StatusOK, was.mediaType, was.text)
		return true
	}
	c.Set(slotKey, s)
	return false
}

// respond answers, and keeps what may be kept.
func respond(c *gin.Context, code int, mediaType string, text []byte) {
	if v, ok := c.Get(slotKey); ok && code == http.StatusOK {
		s := v.(slot)
		s.kept.add(s.address, keptAnswer{s.tag, mediaType, c.Writer.Header().Get("Link"), text})
	}
	c.Data(code, mediaType, text)
}
