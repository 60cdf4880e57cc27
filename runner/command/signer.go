package command

import (
	"touchstone/reports/attest"
)

// signer is who signs. A key that is named is read before anything is done; the user's own is made
// when it is first needed.
type signer struct {
	key   *attest.Key
	first bool // the key was made for this report
}

// openKey reads the key that --key names; "": the user's own will do.
func openKey(path string) (s signer, err error) {
	if path == "" {
		return s, nil
	}
	if s.key, err = attest.LoadKey(path); err != nil {
		return s, usage("--key: %w", err)
	}
	return s, nil
}

// ready finds the user's own key, when no other was named.
func (s signer) ready() (signer, error) {
	if s.key != nil {
		return s, nil
	}
	key, first, err := attest.OwnKey()
	if err != nil {
		return s, usage("%w", err)
	}
	return signer{key, first}, nil
}
