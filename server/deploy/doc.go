// Package deploy is what it takes to run a registry: README.md beside it, units, manifests, and examples.
// It has no code; its tests hold all of that against the program.
package deploy
