package command

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/alecthomas/kong"

	"touchstone/reports/attest"
	"touchstone/reports/attest/passphrase"
	"touchstone/reports/bundle"
)

// Sign is `report sign`.
type Sign struct {
	File string `arg:"" type:"path" help:"Report folder, report.dsse.json or report.json."`
	Key  string `type:"path" placeholder:"FILE" help:"Private key (PKCS#8 PEM, also encrypted); default: your own, made on first use."`
	passphrase.Flags
	Output string `short:"o" type:"path" placeholder:"FILE" help:"Envelope to write; default: report.dsse.json beside the report."`
}

func (c *Sign) Run(k *kong.Kong) error {
	o, err := (&trust{}).open(c.File)
	if err != nil {
		return err
	}
	key, err := signingKey(c.Key, c.Source())
	if err != nil {
		return classify(err)
	}
	var envelope []byte
	out := filepath.Join(o.Dir, bundle.EnvelopeFile)
	if o.Envelope == "" {
		envelope, err = attest.Sign(o.Report, key)
	} else {
		out = o.Envelope
		text, e := readFile(o.Envelope)
		if e != nil {
			return e
		}
		envelope, err = attest.Countersign(text, key)
	}
	if err != nil {
		return classify(err)
	}
	if c.Output != "" {
		out = c.Output
	}
	if err := bundle.WriteFile(out, envelope); err != nil {
		return err
	}
	fmt.Fprintf(k.Stderr, "signed with %s by key %s: %s\n", key.Algorithm().Words(), key.ID(), out)
	if o.Envelope == "" && os.Remove(bundle.ProofFile(out)) == nil {
		fmt.Fprintf(k.Stderr, "removed %s: it was the proof of an envelope that was here before\n", bundle.ProofFile(out))
	}
	return nil
}

func signingKey(path string, from *passphrase.Source) (*attest.Key, error) {
	if path == "" {
		key, _, err := attest.OwnKey(from.Ask)
		return key, err
	}
	return attest.LoadKey(path, from.Ask)
}

// Key is `key`.
type Key struct {
	Generate KeyGenerate `cmd:"" help:"Make a key. An existing one is never overwritten."`
	Show     KeyShow     `cmd:"" help:"Print the public half, to publish, and its id."`
}

// KeyGenerate is `key generate`.
type KeyGenerate struct {
	Type    string `default:"ed25519" placeholder:"NAME" help:"ed25519, ecdsa-p256, sm2."`
	Output  string `short:"o" type:"path" placeholder:"FILE" help:"Private key file to make; default: your own, in your configuration folder."`
	Encrypt bool   `help:"Encrypt the private key with a passphrase. It is, too, when a passphrase is given."`
	passphrase.Flags
}

func (c *KeyGenerate) Run(k *kong.Kong) error {
	algorithm, err := attest.AlgorithmByName(c.Type)
	if err != nil {
		return usage(err)
	}
	path := c.Output
	if path == "" {
		own, err := attest.OwnPath()
		if err != nil {
			return usage(err)
		}
		if err := os.MkdirAll(filepath.Dir(own), 0o700); err != nil {
			return usage(fmt.Errorf("your own key cannot be made: %w; give --output FILE, or set XDG_CONFIG_HOME to a folder that can be written", err))
		}
		path = own
	}
	if _, err := os.Lstat(path); err == nil { // before anybody is asked for a passphrase
		return alreadyThere(path)
	}
	key, err := algorithm.Generate()
	if err != nil {
		return err
	}
	how, err := c.save(key, path)
	if errors.Is(err, fs.ErrExist) {
		return alreadyThere(path)
	}
	if err != nil {
		return classify(err)
	}
	fmt.Fprintf(k.Stderr, "made %s: %s, %s\nkey %s\n", path, algorithm.Words(), how, key.ID())
	_, err = k.Stdout.Write(key.Public().PEM())
	return err
}

// save writes the private key, and says in which way.
func (c *KeyGenerate) save(key *attest.Key, path string) (how string, err error) {
	from := c.Source()
	if !c.Encrypt && !from.Given() {
		return "not encrypted", key.Save(path)
	}
	secret, err := from.Choose()
	if err != nil {
		return "", err
	}
	return "encrypted", key.SaveEncrypted(path, secret)
}

func alreadyThere(path string) error {
	return usage(fmt.Errorf("%s is there already, and a key cannot be made again: move it away first", path))
}

// KeyShow is `key show`.
type KeyShow struct {
	Key  string `type:"path" placeholder:"FILE" help:"Private or public key; default: your own."`
	JSON bool   `name:"json" help:"Print id, algorithm and public key as JSON."`
	passphrase.Flags
}

func (c *KeyShow) Run(k *kong.Kong) error {
	path := c.Key
	if path == "" {
		own, err := attest.OwnPath()
		if err != nil {
			return usage(err)
		}
		if _, err := os.Stat(own); errors.Is(err, fs.ErrNotExist) {
			return usage(fmt.Errorf("there is no key yet: `touchstone key generate` makes one, and so does the first run"))
		}
		path = own
	}
	public, err := attest.LoadPublicHalf(path, c.Source().Ask)
	if err != nil {
		return classify(err)
	}
	if c.JSON {
		return printJSON(k.Stdout, map[string]string{
			"id": public.ID(), "algorithm": string(public.Algorithm()), "public_key": string(public.PEM())})
	}
	fmt.Fprintf(k.Stderr, "key %s: %s\n", public.ID(), public.Algorithm().Words())
	_, err = k.Stdout.Write(public.PEM())
	return err
}
