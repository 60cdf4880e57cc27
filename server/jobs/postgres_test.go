//go:build unix

package jobs

import (
	"testing"

	"touchstone/server/store/storetest"
)

func TestPostgres(t *testing.T) {
	server := storetest.StartPostgres(t, "fsync=off")
	suite(t, func(t *testing.T) string { return server.Database(t) })
}
