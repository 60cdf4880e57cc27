package registrytest_test

import (
	"testing"

	"touchstone/server/registry/registrytest"
)

// BenchmarkSeeded makes a registry of two thousand reports: others measure with ten thousand.
func BenchmarkSeeded(b *testing.B) {
	for b.Loop() {
		registrytest.New(b, registrytest.Options{Seeded: 2_000})
	}
}
