package command

import (
	"errors"
	"io/fs"
	"os"

	"touchstone/reports"
	"touchstone/reports/attest"
	"touchstone/reports/attest/passphrase"
)

// signer is who signs. A key that there is, named or the user's own, is read before anything is done,
// for it may need a passphrase; the user's own is made when it is first needed.
type signer struct {
	key   *attest.Key
	first bool // the key was made for this report
	ask   attest.Passphrase
}

// openKey reads the key that --key names; "": the user's own will do.
func openKey(path string, flags passphrase.Flags) (s signer, err error) {
	s.ask = flags.Source().Ask
	name := "--key: "
	if path == "" {
		name = ""
		if path, err = attest.OwnPath(); err != nil {
			return s, nil //nolint:nilerr // ready says it, where a key is needed
		}
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
			return s, nil
		}
	}
	var exit *reports.Exit
	var place *fs.PathError
	switch s.key, err = attest.LoadKey(path, s.ask); {
	case err == nil || errors.As(err, &exit): // interrupted at the prompt
		return s, err
	case name == "" && errors.As(err, &place):
		return s, usage("%w; give --key FILE, or set XDG_CONFIG_HOME to a folder that can be written", err)
	default:
		return s, usage("%s%w", name, err)
	}
}

// ready finds the user's own key, when no other was named.
func (s signer) ready() (signer, error) {
	if s.key != nil {
		return s, nil
	}
	key, first, err := attest.OwnKey(s.ask)
	if err != nil {
		return s, usage("%w", err)
	}
	return signer{key: key, first: first}, nil
}
