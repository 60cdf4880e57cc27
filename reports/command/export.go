package command

import (
	"fmt"
	"os"

	"github.com/alecthomas/kong"

	"touchstone/reports/attest"
	"touchstone/reports/bundle"
)

// Export is `report export`.
type Export struct {
	trust
	File     string `arg:"" type:"path" help:"Report folder or report.dsse.json."`
	Sigstore string `required:"" type:"path" placeholder:"FILE" help:"Sigstore bundle (v0.3) to write: the envelope with one of its signatures."`
	Signer   string `placeholder:"KEYID" help:"Whose signature; default: the first that sigstore can check."`
}

func (c *Export) Run(k *kong.Kong) error {
	o, err := c.open(c.File)
	if err != nil {
		return err
	}
	if o.Envelope == "" {
		return usage(fmt.Errorf("%s is not signed: `touchstone report sign` signs it", c.File))
	}
	text, err := os.ReadFile(o.Envelope)
	if err != nil {
		return usage(err)
	}
	out, err := attest.Sigstore(text, c.Signer)
	if err != nil {
		return classify(err)
	}
	if err := bundle.WriteFile(c.Sigstore, out); err != nil {
		return err
	}
	fmt.Fprintf(k.Stderr, "made %s\n", c.Sigstore)
	return nil
}
