//go:build unix

package sqldb_test

import (
	"testing"

	"touchstone/server/store"
	"touchstone/server/store/storetest"
)

func TestPostgres(t *testing.T) {
	server := storetest.StartPostgres(t, "fsync=off", "deadlock_timeout=20ms")
	storetest.Run(t, func(t testing.TB) store.Store { return openAt(t, server.Database(t)) })
}

// Several processes may begin at once, with each new database.
func TestPostgresOpenTogether(t *testing.T) {
	server := storetest.StartPostgres(t, "fsync=off")
	for range 5 {
		openTogether(t, server.Database(t))
	}
}

func BenchmarkPostgres(b *testing.B) {
	server := storetest.StartPostgres(b)
	storetest.Benchmark(b, func(b testing.TB) store.Store { return openAt(b, server.Database(b)) })
}
