package audit

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"touchstone/reports/tlog"
)

// most bounds a file of a log.
const most = tlog.MaxBundle

// Site reads a log by HTTP; base is the address below which checkpoint and tile/ are. The client
// says how long to wait: a server may be slow on purpose.
func Site(base string, client *http.Client) (Source, error) {
	u, err := url.Parse(base)
	if err != nil {
		return nil, fmt.Errorf("address of the log: %w", err)
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return nil, fmt.Errorf("address of the log: %q is not http://… or https://…", base)
	}
	return func(ctx context.Context, path string) ([]byte, error) {
		r, err := http.NewRequestWithContext(ctx, http.MethodGet, u.JoinPath(path).String(), nil)
		if err != nil {
			return nil, err
		}
		answer, err := client.Do(r)
		if err != nil {
			return nil, err
		}
		defer answer.Body.Close()
		switch answer.StatusCode {
		case http.StatusOK:
			return limited(answer.Body)
		case http.StatusNotFound:
			return nil, fs.ErrNotExist
		}
		return nil, fmt.Errorf("%s answers %s", u.Redacted(), answer.Status)
	}, nil
}

// Folder reads a copy of a log: a folder with checkpoint and tile/ in it.
func Folder(dir string) (Source, error) {
	switch _, err := os.Stat(filepath.Join(dir, tlog.CheckpointPath)); {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("folder of the log: %s has no file %s", dir, tlog.CheckpointPath)
	case err != nil:
		return nil, fmt.Errorf("folder of the log: %w", err)
	}
	return func(ctx context.Context, path string) ([]byte, error) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		f, err := os.OpenInRoot(dir, path)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		return limited(f)
	}, nil
}

// Open is the [Source] at a place that a user named: an address, or a folder.
func Open(place string, client *http.Client) (Source, error) {
	if strings.Contains(place, "://") {
		return Site(place, client)
	}
	return Folder(place)
}

func limited(r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	if err == nil && len(data) > most {
		err = fmt.Errorf("%w: more than %d bytes", tlog.ErrMalformed, most)
	}
	return data, err
}
