package registry

import (
	"context"

	"touchstone/reports/attest"
	"touchstone/server/store"
)

// Do does what a signed act says, if who signed it may: see the package's table. The error is a
// *Refusal when it is not done.
func (r *Registry) Do(ctx context.Context, envelope []byte) (Done, error) {
	return Done{}, errNotYet
}

// Register registers a key on the operator's word: the first admin comes so. A key that is there with
// the same account and roles is left as it is; one that differs, or is revoked, is store.ErrConflict.
func (r *Registry) Register(ctx context.Context, key attest.PublicKey, account string, roles []store.Role, label string) (store.Key, error) {
	return store.Key{}, errNotYet
}

// AddSuite makes a suite known on the operator's word. One that is known already is left.
func (r *Registry) AddSuite(ctx context.Context, s store.Suite, by string) error { return errNotYet }

// Suites are the known ones.
func (r *Registry) Suites() []store.Suite { return nil }
