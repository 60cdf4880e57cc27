//go:build unix

package registry_test

import (
	"testing"

	"touchstone/server/registry/registrytest"
	"touchstone/server/store"
	"touchstone/server/store/sqldb"
	"touchstone/server/store/storetest"
)

// postgres gives registries a database each of one server.
func postgres(tb testing.TB, settings ...string) registrytest.Options {
	server := storetest.StartPostgres(tb, settings...)
	return registrytest.Options{Store: func(tb testing.TB) store.Store {
		db, err := sqldb.Open(tb.Context(), server.Database(tb))
		if err != nil {
			tb.Fatal(err)
		}
		tb.Cleanup(func() {
			if err := db.Close(); err != nil {
				tb.Error(err)
			}
		})
		return db
	}}
}

// The same over PostgreSQL: what differs is how transactions get into each other's way.
func TestPostgres(t *testing.T) {
	o := postgres(t, "fsync=off")
	o.Reports = 40
	r := registrytest.New(t, o)
	agree(t, r)
	if size := r.Log().Checkpoint().Size; size != 40 {
		t.Errorf("the log has %d entries", size)
	}
	again := r.MustSubmit(t, r.Envelope(t, 7))
	if again.New || again.Report.Digest != r.Digests[7] {
		t.Errorf("%+v", again.Report)
	}
}
