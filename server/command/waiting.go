package command

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/alecthomas/kong"

	"touchstone/reports"
	"touchstone/reports/attest/passphrase"
	"touchstone/server/api"
	"touchstone/server/registry"
)

// Queue is `registry waiting`.
type Queue struct {
	Report string `arg:"" optional:"" help:"Digest of a report that waits: get it, instead of the list."`
	to
	Key string `type:"path" placeholder:"FILE" help:"Private key of a reviewer (PKCS#8 PEM, also encrypted); default: your own."`
	passphrase.Flags
	Out  string `short:"o" default:"report.dsse.json" type:"path" placeholder:"FILE" help:"Where to write the report."`
	JSON bool   `name:"json" help:"Print the list as JSON."`
}

// Run asks with a query that the key signs.
func (c *Queue) Run(ctx context.Context, k *kong.Kong) error {
	digest := c.Report
	if digits := strings.TrimPrefix(digest, "sha256:"); digest != "" {
		if digest = "sha256:" + digits; len(digits) != 64 || strings.Trim(digits, "0123456789abcdef") != "" {
			return usage("%q is no digest: sha256: and 64 hexadecimal digits, as the list has it", c.Report)
		}
	}
	client, err := c.client()
	if err != nil {
		return err
	}
	defer client.close()
	about, err := client.about(ctx)
	if err != nil {
		return err
	}
	key, err := signingKey(c.Key, c.Source())
	if err != nil {
		return usage("%w", err)
	}
	query, err := registry.SignQuery(about.Name, digest, time.Now(), key)
	if err != nil {
		return usage("%w", err)
	}
	const mediaType = "application/vnd.dsse.envelope.v1+json"
	if digest != "" {
		var envelope []byte
		if err := client.send(ctx, http.MethodPost, mediaType, query, &envelope, "api/v1/waiting/report"); err != nil {
			return answered(k, err, c.JSON)
		}
		return c.keep(k, digest, envelope)
	}
	var list api.Waiting
	if err := client.send(ctx, http.MethodPost, mediaType, query, &list, "api/v1/waiting"); err != nil {
		return answered(k, err, c.JSON)
	}
	if c.JSON {
		return printJSON(k.Stdout, list)
	}
	for _, r := range list.Reports {
		fmt.Fprintf(k.Stdout, "report %s  %s  %s against %s: %s, by %s\n", plain(r.Digest), r.Submitted.Format(time.RFC3339),
			plain(called(r.Implementation)), plain(r.Profile), plain(string(r.Conclusion)), plain(r.Account))
	}
	for _, x := range list.Challenges {
		fmt.Fprintf(k.Stdout, "challenge %s  %s  %s\n", plain(x.ID), x.Raised.Format(time.RFC3339), plain(x.Title))
	}
	if len(list.Reports)+len(list.Challenges) == 0 {
		fmt.Fprintln(k.Stdout, "nothing waits")
	}
	return nil
}

// called is what an implementation is called: its vendor is not said twice.
func called(i api.Implementation) string {
	words := []string{i.Vendor, i.Name, i.Version}
	vendor, name := strings.Fields(strings.ToLower(i.Vendor)), strings.Fields(strings.ToLower(i.Name))
	if len(name) >= len(vendor) && slices.Equal(vendor, name[:len(vendor)]) {
		words = words[1:]
	}
	return strings.Join(slices.DeleteFunc(words, func(s string) bool { return s == "" }), " ")
}

// keep writes the report, if it is the one that was asked for.
func (c *Queue) keep(k *kong.Kong, digest string, envelope []byte) error {
	if got := reports.Digest(envelope); got != digest {
		return refused("the registry answers with another report, %s", got)
	}
	f, err := os.OpenFile(c.Out, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600) // it is not public
	if err != nil {
		return usage("--out: %w", err)
	}
	_, err = f.Write(envelope)
	if e := f.Close(); err == nil {
		err = e
	}
	if err != nil {
		return unfinished("--out: %w", err)
	}
	fmt.Fprintf(k.Stdout, "%s: report verify and report show say what it is; registry accept or refuse decides on it\n", c.Out)
	return nil
}
