package command

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/alecthomas/kong"

	"touchstone/reports/attest"
	"touchstone/reports/bundle"
)

// Sign is `report sign`.
type Sign struct {
	File   string `arg:"" type:"path" help:"Report folder, report.dsse.json or report.json."`
	Key    string `type:"path" placeholder:"FILE" help:"Private key (PKCS#8 PEM); default: your own, made on first use."`
	Output string `short:"o" type:"path" placeholder:"FILE" help:"Envelope to write; default: report.dsse.json beside the report."`
}

func (c *Sign) Run(k *kong.Kong) error {
	o, err := (&trust{}).open(c.File)
	if err != nil {
		return err
	}
	key, err := signingKey(c.Key)
	if err != nil {
		return usage(err)
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
	fmt.Fprintf(k.Stderr, "signed with key %s: %s\n", key.ID(), out)
	return nil
}

func signingKey(path string) (*attest.Key, error) {
	if path == "" {
		key, _, err := attest.OwnKey()
		return key, err
	}
	return attest.LoadKey(path)
}

// Key is `key`.
type Key struct {
	Generate KeyGenerate `cmd:"" help:"Make a key. An existing one is never overwritten."`
	Show     KeyShow     `cmd:"" help:"Print the public half, to publish, and its id."`
}

// KeyGenerate is `key generate`.
type KeyGenerate struct {
	Output string `short:"o" type:"path" placeholder:"FILE" help:"Private key file to make; default: your own, in your configuration folder."`
}

func (c *KeyGenerate) Run(k *kong.Kong) error {
	path := c.Output
	if path == "" {
		own, err := attest.OwnPath()
		if err != nil {
			return usage(err)
		}
		if err := os.MkdirAll(filepath.Dir(own), 0o700); err != nil {
			return usage(err)
		}
		path = own
	}
	key, err := attest.GenerateKey()
	if err != nil {
		return err
	}
	if err := key.Save(path); err != nil {
		if errors.Is(err, fs.ErrExist) {
			err = fmt.Errorf("%s is there already, and a key cannot be made again: move it away first", path)
		}
		return usage(err)
	}
	fmt.Fprintf(k.Stderr, "made %s\nkey %s\n", path, key.ID())
	_, err = k.Stdout.Write(key.Public().PEM())
	return err
}

// KeyShow is `key show`.
type KeyShow struct {
	Key  string `type:"path" placeholder:"FILE" help:"Private or public key; default: your own."`
	JSON bool   `name:"json" help:"Print id and public key as JSON."`
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
	public, err := publicHalf(path)
	if err != nil {
		return usage(err)
	}
	if c.JSON {
		return printJSON(k.Stdout, map[string]string{"id": public.ID(), "public_key": string(public.PEM())})
	}
	fmt.Fprintf(k.Stderr, "key %s\n", public.ID())
	_, err = k.Stdout.Write(public.PEM())
	return err
}

func publicHalf(path string) (attest.PublicKey, error) {
	if public, err := attest.LoadPublicKey(path); err == nil {
		return public, nil
	}
	key, err := attest.LoadKey(path)
	if err != nil {
		return attest.PublicKey{}, err
	}
	return key.Public(), nil
}
