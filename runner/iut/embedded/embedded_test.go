package embedded

import (
	"testing"

	"touchstone/runner/iut"
	"touchstone/runner/iut/iuttest"
	"touchstone/runner/rv64"
)

func open(t testing.TB, config rv64.Config) *Embedded {
	t.Helper()
	config.Table = iuttest.NewBench(t).Table
	e, err := New(config)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestExecutor(t *testing.T) {
	iuttest.Run(t, func(t *testing.T) iut.Executor { return open(t, rv64.Config{}) })
}
