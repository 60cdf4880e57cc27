package command

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"time"

	"touchstone/reports"
	"touchstone/reports/attest"
	"touchstone/reports/tlog"
	"touchstone/server/blob"
	"touchstone/server/registry"
	"touchstone/server/store"
	"touchstone/server/store/sqldb"
	"touchstone/server/translog"
)

// house is a registry in a folder: registry.db, blobs/, log/, log.key.
type house struct {
	dir     string
	dsn     string // empty: registry.db
	name    string
	logger  *slog.Logger
	options registry.Options // what is not in the folder
}

// opened is a house whose doors are open.
type opened struct {
	registry *registry.Registry
	store    *sqldb.DB
	log      *translog.Log
	keyFile  string
	newKey   bool
	closers  []func(context.Context) error // the last is called first
}

// registryDB is the database of a registry that is in a folder.
const registryDB = "registry.db"

// closing bounds each step of closing.
const closing = 30 * time.Second

func open(ctx context.Context, o house) (h *opened, err error) {
	h = &opened{keyFile: filepath.Join(o.dir, "log.key")}
	defer func() {
		if err != nil {
			_ = h.close()
			h = nil
		}
	}()
	if err := os.MkdirAll(o.dir, 0o700); err != nil {
		return h, unwritable(o.dir, err)
	}
	var key *translog.Key
	if key, h.newKey, err = translog.OwnKey(h.keyFile, o.name); err != nil {
		if errors.Is(err, fs.ErrPermission) {
			return h, unwritable(o.dir, err)
		}
		return h, usage("--data %s: %w", o.dir, named(err))
	}
	dsn := o.dsn
	if dsn == "" {
		dsn = "sqlite:" + filepath.Join(o.dir, registryDB)
	}
	if h.store, err = sqldb.Open(ctx, dsn); err != nil {
		switch {
		case errors.Is(err, store.ErrSchema):
			return h, usage("%w: start the newer touchstone that wrote it, or restore a backup", err)
		case errors.Is(err, fs.ErrPermission):
			return h, unwritable(o.dir, err)
		case o.dsn != "":
			return h, unfinished("--database: %w", err)
		}
		return h, unfinished("--data %s: %w", o.dir, err)
	}
	h.then(func(context.Context) error { return h.store.Close() })
	blobs, err := blob.OpenFolder(filepath.Join(o.dir, "blobs"), blob.Limit(max(blob.DefaultLimit, o.options.Policy.MaxEnvelope)))
	if err != nil {
		return h, unwritable(o.dir, err)
	}
	checkpoint, err := registry.Known(ctx, h.store)
	if err != nil {
		return h, unfinished("--data %s: %w", o.dir, err)
	}
	h.log, err = translog.Open(ctx, translog.Options{Dir: filepath.Join(o.dir, "log"), Key: key, Known: checkpoint})
	switch {
	case errors.Is(err, translog.ErrInUse):
		return h, usage("--data %s: another process has this registry open: end it, or give another folder", o.dir)
	case errors.Is(err, fs.ErrPermission):
		return h, unwritable(o.dir, err)
	case err != nil:
		return h, unfinished("--data %s: %w", o.dir, err)
	}
	h.then(h.log.Close)
	options := o.options
	options.Name, options.Store, options.Blobs, options.Log, options.Logger = o.name, h.store, blobs, h.log, o.logger
	if h.registry, err = registry.Open(ctx, options); err != nil {
		return h, unfinished("--data %s: %w", o.dir, err)
	}
	h.then(h.registry.Close)
	return h, nil
}

// named says what to do about a name that is not the log's.
func named(err error) error {
	if errors.Is(err, tlog.ErrKey) {
		return fmt.Errorf("%w (--name)", err)
	}
	return err
}

func unwritable(dir string, err error) error {
	return usage("--data %s: nothing can be written there: %w", dir, err)
}

func (h *opened) then(end func(context.Context) error) { h.closers = append(h.closers, end) }

// close closes what was opened, in reverse.
func (h *opened) close() error {
	var all []error
	for len(h.closers) > 0 {
		last := len(h.closers) - 1
		ctx, cancel := context.WithTimeout(context.Background(), closing)
		all = append(all, h.closers[last](ctx))
		cancel()
		h.closers = h.closers[:last]
	}
	return errors.Join(all...)
}

// registration is a key that the operator registers.
type registration struct {
	flag    string
	key     attest.PublicKey
	account string
	roles   []store.Role
	label   string
}

// registrations reads FILE=ACCOUNT[:ROLE,…], or ACCOUNT[:ROLE,…] for one's own key.
func registrations(flags []string) ([]registration, error) {
	var out []registration
	for _, flag := range flags {
		path, rest, named := cutLast(flag, "=")
		if !named {
			own, err := attest.OwnPath()
			if err != nil {
				return nil, usage("--register %s: %w", flag, err)
			}
			path, rest = own, flag
		}
		r := registration{flag: flag, label: filepath.Base(path), roles: []store.Role{store.Vendor}}
		account, roles, some := strings.Cut(rest, ":")
		if r.account = account; account == "" {
			return nil, usage("--register %s: whose key is it? FILE=ACCOUNT, or FILE=ACCOUNT:ROLE,…", flag)
		}
		if some {
			r.roles = nil
			for role := range strings.SplitSeq(roles, ",") {
				switch role := store.Role(role); role {
				case store.Vendor, store.Laboratory, store.Reviewer, store.Admin:
					r.roles = append(r.roles, role)
				default:
					return nil, usage("--register %s: %q is no role: vendor, laboratory, reviewer, admin", flag, role)
				}
			}
		}
		key, err := attest.LoadPublicHalf(path, nil)
		if errors.Is(err, fs.ErrNotExist) && !named {
			return nil, usage("--register %s: you have no key of your own yet: `touchstone key generate` makes one", flag)
		}
		if err != nil {
			return nil, usage("--register %s: %w", flag, err)
		}
		r.key = key
		out = append(out, r)
	}
	return out, nil
}

// cutLast is strings.Cut around the last separator: a path may have one too.
func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

func (h *opened) register(ctx context.Context, r registration) error {
	_, err := h.registry.Register(ctx, r.key, r.account, r.roles, r.label)
	switch {
	case errors.Is(err, store.ErrConflict):
		return usage("--register %s: %w", r.flag, err)
	case errors.Is(err, store.ErrInvalid):
		return usage("--register %s: %w", r.flag, err)
	case err != nil:
		return classed(reports.ExitUnfinished, fmt.Errorf("--register %s: %w", r.flag, err))
	}
	return nil
}
