package http

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"touchstone/runner/iut"
)

// forget drops the connections; the next request looks for the service again.
func (h *HTTP) forget() {
	if h.client != nil {
		h.client.CloseIdleConnections()
	}
	h.base, h.client = nil, nil
}

// reach starts the service, unless it runs, and waits until it answers.
func (h *HTTP) reach(ctx context.Context) (*url.URL, *http.Client, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.base != nil && (len(h.iut.Start.Command) == 0 || h.service.runs()) {
		return h.base, h.client, nil
	}
	h.forget()
	address := h.iut.Start.Address
	if len(h.iut.Start.Command) > 0 {
		dir, err := h.folder.Open()
		if err != nil {
			return nil, nil, err
		}
		port, err := h.service.start(ctx, &h.iut, dir)
		if err != nil {
			return nil, nil, err
		}
		address = expand(address, dir, port)
	}
	base, err := parseBase(address)
	if err != nil {
		return nil, nil, err
	}
	transport, err := h.transport()
	if err != nil {
		return nil, nil, err
	}
	client := &http.Client{Transport: transport, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	if err := h.wait(ctx, base, client); err != nil {
		client.CloseIdleConnections()
		return nil, nil, err
	}
	h.base, h.client = base, client
	return base, client, nil
}

func (h *HTTP) transport() (*http.Transport, error) {
	t := &http.Transport{
		DisableCompression: true, MaxIdleConnsPerHost: h.jobs, IdleConnTimeout: 5 * time.Second, // before most services close them
		TLSHandshakeTimeout: h.limits.Silence, MaxResponseHeaderBytes: 256 << 10,
		TLSNextProto: map[string]func(string, *tls.Conn) http.RoundTripper{}, // HTTP/1.1, so that every run is the same
	}
	if h.dial != nil {
		t.DialContext = func(ctx context.Context, _, _ string) (net.Conn, error) { return h.dial(ctx) }
	}
	if h.settings.insecure {
		t.TLSClientConfig = &tls.Config{InsecureSkipVerify: true} //nolint:gosec // asked for, by name
	}
	if file := h.settings.ca; file != "" {
		if !filepath.IsAbs(file) {
			dir, err := h.folder.Open()
			if err != nil {
				return nil, err
			}
			file = filepath.Join(dir, file)
		}
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, fmt.Errorf("start.set.ca: %w", err)
		}
		pool := x509.NewCertPool()
		if !pool.AppendCertsFromPEM(text) {
			return nil, fmt.Errorf("start.set.ca: no certificates in %s", file)
		}
		t.TLSClientConfig = &tls.Config{RootCAs: pool}
	}
	return t, nil
}

// wait asks until the service answers anything. One that we did not start is asked once.
func (h *HTTP) wait(ctx context.Context, base *url.URL, client *http.Client) error {
	limit, cancel := context.WithTimeout(ctx, h.limits.Start)
	defer cancel()
	for {
		err := h.greet(limit, base, client)
		if err == nil {
			return nil
		}
		switch ours := len(h.iut.Start.Command) > 0; {
		case ctx.Err() != nil:
			return ctx.Err()
		case ours && !h.service.runs():
			return &iut.Stopped{Case: -1, Reason: h.service.reason(), LastWords: h.service.lastWords("it ended before it answered")}
		case ours && limit.Err() != nil:
			s := &iut.Stopped{Case: -1, Reason: iut.Hang, LastWords: h.service.lastWords(fmt.Sprintf("no answer at %s within %v: %v", h.settings.ready, h.limits.Start, err))}
			h.service.end()
			return s
		case !ours:
			return fmt.Errorf("%w: %s: %w", iut.ErrUnavailable, h.iut.Name, err)
		}
		select {
		case <-time.After(20 * time.Millisecond):
		case <-limit.Done():
		}
	}
}

// greet asks for what shows that the service is ready, whatever it answers.
func (h *HTTP) greet(ctx context.Context, base *url.URL, client *http.Client) error {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, base.String()+h.settings.ready, nil)
	if err != nil {
		return err
	}
	h.authorize(r)
	response, err := client.Do(r)
	if err != nil {
		return err
	}
	return response.Body.Close()
}

func (h *HTTP) authorize(r *http.Request) {
	if h.settings.authorization != "" {
		r.Header.Set("Authorization", h.settings.authorization)
	}
	r.Header.Set("User-Agent", "touchstone")
}
