package sqldb

import (
	"context"
	"database/sql"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"

	"touchstone/server/store"
	"touchstone/server/store/migrations"
)

// migrate brings the schema up to date. One process at a time does so: of SQLite it has the file alone,
// and PostgreSQL locks.
func migrate(ctx context.Context, d dialect, db *sql.DB) error {
	name, folder := d.goose()
	files, err := fs.Sub(migrations.FS(), folder)
	if err != nil {
		return err
	}
	options := []goose.ProviderOption{goose.WithDisableGlobalRegistry(true), goose.WithLogger(goose.NopLogger())}
	if d == postgresDialect {
		locker, err := lock.NewPostgresSessionLocker()
		if err != nil {
			return err
		}
		options = append(options, goose.WithSessionLocker(locker))
	}
	provider, err := goose.NewProvider(name, db, files, options...)
	if err != nil {
		return err
	}
	var target int64
	for _, f := range provider.ListSources() {
		target = max(target, f.Version)
	}
	current, err := provider.GetDBVersion(ctx) // with the lock, which GetVersions does not take
	if err == nil && current > target {
		return fmt.Errorf("%w: the database is of version %d, and this binary knows %d: use the binary that it was last used with, or a newer one", store.ErrSchema, current, target)
	}
	if err == nil && current < target {
		_, err = provider.Up(ctx)
	}
	if err != nil {
		return fmt.Errorf("%w: the database is not brought up to date: %w", store.ErrSchema, err)
	}
	return nil
}
