package command

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"touchstone/reports"
	"touchstone/reports/attest"
)

// registry reads a registry by its HTTP API.
type registry struct {
	base   *url.URL // its pages: …/api/v1 and …/log are below
	client *http.Client
}

// openRegistry takes the address of a registry, or that of its log.
func openRegistry(address string) (*registry, error) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return nil, usage(fmt.Errorf("%q is not the address of a registry: http://… or https://…", address))
	}
	u.RawQuery, u.Fragment = "", ""
	u.Path = strings.TrimSuffix(strings.TrimRight(u.Path, "/"), "/log")
	return &registry{u, newClient()}, nil
}

func (r *registry) close() { r.client.CloseIdleConnections() }

// log is the address of the log.
func (r *registry) log() string { return r.base.JoinPath("log").String() }

// registryAbout is what is used of GET /api/v1.
type registryAbout struct {
	Log struct {
		Key string `json:"key"`
	} `json:"log"`
}

func (r *registry) about(ctx context.Context) (about registryAbout, err error) {
	text, err := r.get(ctx, maxSmall, "api/v1")
	if err != nil {
		return about, unreachable(err)
	}
	if err := json.Unmarshal(text, &about); err != nil || about.Log.Key == "" {
		return about, usage(fmt.Errorf("%s is no registry: its /api/v1 names no log", r.base.Redacted()))
	}
	return about, nil
}

// state is what the registry shows of a report: published, superseded, revoked.
func (r *registry) state(ctx context.Context, digest string) (string, error) {
	text, err := r.get(ctx, maxSmall, "api/v1/reports", digest)
	if err != nil {
		return "", err
	}
	var shown struct {
		State string `json:"state"`
	}
	if err := json.Unmarshal(text, &shown); err != nil {
		return "", fmt.Errorf("what the registry says of report %s cannot be read: %w", digest, err)
	}
	return shown.State, nil
}

// errAnswer is an answer that is neither the thing nor its absence.
var errAnswer = errors.New("answers")

// get reads what is at a path below the registry's address, up to most bytes. Absence is fs.ErrNotExist.
func (r *registry) get(ctx context.Context, most int64, path ...string) ([]byte, error) {
	u := r.base.JoinPath(path...)
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	answer, err := r.client.Do(request)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	switch answer.StatusCode {
	case http.StatusOK:
	case http.StatusNotFound, http.StatusGone:
		return nil, fmt.Errorf("%s: %w", u.Redacted(), fs.ErrNotExist)
	default:
		return nil, fmt.Errorf("%s %w %s", u.Redacted(), errAnswer, answer.Status)
	}
	text, err := io.ReadAll(io.LimitReader(answer.Body, most+1))
	if err == nil && int64(len(text)) > most {
		err = fmt.Errorf("%s: %w more than %d bytes", u.Redacted(), errAnswer, most)
	}
	return text, err
}

// envelope reads a document that a log entry names.
func (r *registry) envelope(ctx context.Context, report bool, digest string) ([]byte, error) {
	if report {
		return r.get(ctx, attest.MaxEnvelope, "api/v1/reports", digest, "envelope")
	}
	return r.get(ctx, attest.MaxEnvelope, "api/v1/acts", digest)
}

// unreachable is the error of a server that could not be asked.
func unreachable(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return usage(err)
	}
	return &reports.Exit{Code: reports.ExitUnfinished, Err: err}
}

// newClient asks patiently, and not for ever.
func newClient() *http.Client {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.MaxIdleConnsPerHost = auditFetches
	transport.ResponseHeaderTimeout = 30 * time.Second
	return &http.Client{Transport: patient{transport}, Timeout: 2 * time.Minute}
}

// patient asks again what a busy server did not answer. All that it asks is GET.
type patient struct{ *http.Transport }

const (
	mostTries = 4
	mostWait  = 20 * time.Second
)

func (p patient) RoundTrip(r *http.Request) (*http.Response, error) {
	for try := 1; ; try++ {
		answer, err := p.Transport.RoundTrip(r)
		busy := err == nil && (answer.StatusCode == http.StatusTooManyRequests || answer.StatusCode >= 502 && answer.StatusCode <= 504)
		if r.Context().Err() != nil || try == mostTries || err == nil && !busy {
			return answer, err
		}
		wait := time.Duration(1<<try) * 250 * time.Millisecond
		if err == nil {
			if s, e := strconv.Atoi(answer.Header.Get("Retry-After")); e == nil && s >= 0 {
				wait = min(time.Duration(min(s, 3600))*time.Second, mostWait)
			}
			_, _ = io.CopyN(io.Discard, answer.Body, 1<<16) // so that the connection is used again
			_ = answer.Body.Close()
		}
		select {
		case <-time.After(wait):
		case <-r.Context().Done():
			return nil, r.Context().Err()
		}
	}
}
