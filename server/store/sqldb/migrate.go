package sqldb

import (
	"context"
	"database/sql"
	"fmt"
	"io/fs"
	"time"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"

	"touchstone/server/store"
	"touchstone/server/store/migrations"
)

// migrate brings the schema up to date. Two processes may do so at once.
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
	// Of two processes that bring up a new SQLite file, one finds the tables of the other.
	for try := 1; ; try++ {
		var current, target int64
		if current, target, err = provider.GetVersions(ctx); err == nil && current > target {
			return fmt.Errorf("%w: the database is of version %d, and this binary knows %d: use the binary that it was last used with, or a newer one", store.ErrSchema, current, target)
		}
		if err == nil {
			if _, err = provider.Up(ctx); err == nil {
				return nil
			}
		}
		if try == 3 || ctx.Err() != nil {
			return fmt.Errorf("%w: the database is not brought up to date: %w", store.ErrSchema, err)
		}
		time.Sleep(50 * time.Millisecond)
	}
}
