package sqldb_test

import (
	"path/filepath"
	"testing"

	"touchstone/server/store"
	"touchstone/server/store/sqldb"
	"touchstone/server/store/storetest"
)

// openAt opens a database and closes it when the test ends.
func openAt(t testing.TB, dsn string) *sqldb.DB {
	t.Helper()
	db, err := sqldb.Open(t.Context(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return db
}

func openSQLite(t testing.TB) store.Store {
	return openAt(t, "sqlite:"+filepath.Join(t.TempDir(), "registry.db"))
}

func TestSQLite(t *testing.T) { storetest.Run(t, openSQLite) }

func BenchmarkSQLite(b *testing.B) { storetest.Benchmark(b, openSQLite) }
