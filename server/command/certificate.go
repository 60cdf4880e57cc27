package command

import (
	"crypto/tls"
	"os"
	"sync"
	"time"
)

// certificate is a pair of files that others replace. While the new ones cannot be read, the old ones
// serve on.
type certificate struct {
	cert, key string

	mu     sync.Mutex
	pair   *tls.Certificate
	of     time.Time // when the file had changed that pair is of
	looked time.Time
}

func (c *certificate) get(*tls.ClientHelloInfo) (*tls.Certificate, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	now := time.Now()
	if c.pair != nil && now.Sub(c.looked) < time.Minute {
		return c.pair, nil
	}
	c.looked = now
	info, err := os.Stat(c.cert)
	if err == nil && c.pair != nil && info.ModTime().Equal(c.of) {
		return c.pair, nil
	}
	var pair tls.Certificate
	if err == nil {
		pair, err = tls.LoadX509KeyPair(c.cert, c.key)
	}
	if err != nil {
		if c.pair != nil {
			return c.pair, nil
		}
		return nil, err
	}
	c.pair, c.of = &pair, info.ModTime()
	return c.pair, nil
}
