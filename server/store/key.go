package store

import (
	"context"
	"time"
)

// Role is what a key may do. A role belongs to a key and not to its owner, so that a build machine
// which submits need not carry its owner's other powers.
type Role string

const (
	Vendor     Role = "vendor"     // submits reports on its own implementations
	Laboratory Role = "laboratory" // submits and countersigns reports on others'
	Reviewer   Role = "reviewer"   // accepts, refuses, rules
	Admin      Role = "admin"      // registers and revokes keys
)

// Key is a registered public key.
type Key struct {
	ID        string // "sha256:<hex>" over SPKI
	Account   string // whose it is
	Roles     []Role
	Algorithm string // "ed25519", "ecdsa-p256", "sm2"
	SPKI      []byte // SubjectPublicKeyInfo, DER
	Label     string // what its owner calls it
	Added     time.Time
	AddedBy   string

	Revoked       time.Time // zero: in force
	RevokedBy     string
	RevokedReason string
}

// Has says whether the key is in force and may act as role.
func (k Key) Has(role Role) bool {
	if !k.Revoked.IsZero() {
		return false
	}
	for _, r := range k.Roles {
		if r == role {
			return true
		}
	}
	return false
}

// Revocation takes a key or a waiver out of force.
type Revocation struct {
	ID     string // of the key, or the waiver's digest
	At     time.Time
	By     string
	Reason string
}

// KeyFilter narrows a list of keys; what is empty does not narrow.
type KeyFilter struct {
	Account string
	Role    Role
	InForce bool // leave out the revoked ones
	Revoked bool // only those
}

// KeyReader asks for keys.
type KeyReader interface {
	Key(ctx context.Context, id string) (Key, error)
	// Keys lists the newest first.
	Keys(ctx context.Context, f KeyFilter, p Page) (List[Key], error)
}
