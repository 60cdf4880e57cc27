package bundle

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"

	"touchstone/reports"
	"touchstone/reports/attest"
	"touchstone/reports/tlog"
)

// Log is what a verifier knows of the transparency log that a report should be in.
type Log struct {
	Proof      string    // file; "": beside the report
	Key        *tlog.Key // nil: not known, and then the proof shows nothing
	Checkpoint []byte    // kept from before, or got from somebody else, as it was signed; nil: none
	Tiles      tlog.Read // of a copy of the log; nil: none
}

// envelopeSuffix is what an envelope's name ends with.
const envelopeSuffix = ".dsse.json"

// ProofFile is where the proof that a log has the report of an envelope is kept: report.tlog-proof
// beside report.dsse.json.
func ProofFile(envelope string) string {
	return strings.TrimSuffix(envelope, envelopeSuffix) + tlog.Extension
}

// maxProofFile is more than a proof may have.
const maxProofFile = 1 << 20

// verifyLog checks the proof of inclusion. With a key there must be one.
func (o *Opened) verifyLog(l Log) (*tlog.Inclusion, error) {
	path := l.Proof
	if path == "" {
		path = ProofFile(o.Envelope)
	}
	text, err := readProof(path)
	switch {
	case errors.Is(err, fs.ErrNotExist) && l.Proof == "":
		if l.Key != nil {
			return nil, fmt.Errorf("%w: no proof that the log %s has it: there is no %s", attest.ErrRefused, l.Key.Origin(), path)
		}
		o.Result.Leave(attest.AboutLog, "that any public log has it: there is no proof (%s) beside it", ProofFile(EnvelopeFile))
		return nil, nil
	case err != nil:
		return nil, err
	}
	refused := func(err error) error { return fmt.Errorf("%w: %s: %w", attest.ErrRefused, path, err) }
	proof, err := tlog.ParseProof(text)
	if err != nil {
		return nil, refused(err)
	}
	if l.Key == nil {
		return nil, o.withoutKey(proof, refused)
	}
	in, err := proof.Verify(nil, *l.Key)
	if err != nil {
		return nil, refused(err)
	}
	late, err := o.covered(in.Entry)
	if err != nil {
		return nil, refused(err)
	}
	o.Result.Prove(attest.AboutLog, "it is entry %d of the %d of the log %s, which accepted it at %s: the log's key signed that", in.Index, in.Checkpoint.Size, in.Checkpoint.Origin, in.Entry.At.Format(time.RFC3339))
	for _, who := range late {
		o.Result.Leave(attest.AboutLog, "that the log knows of the signature by key %s: it was added after the report was logged", who.KeyID)
	}
	if err := o.continues(in.Checkpoint, l); err != nil {
		return nil, refused(err)
	}
	o.Result.Leave(attest.AboutLog, "that it was not revoked since: that would be a later entry. `touchstone log audit` reads them all, and the registry shows it")
	return in, nil
}

// withoutKey says what a proof claims: only the log's key could prove it.
func (o *Opened) withoutKey(proof *tlog.Proof, refused func(error) error) error {
	entry, err := tlog.ParseEntry(proof.Entry)
	if err != nil {
		return refused(err)
	}
	if _, err := o.covered(entry); err != nil {
		return refused(err)
	}
	head, err := tlog.ReadCheckpoint(proof.Checkpoint)
	if err != nil {
		return refused(err)
	}
	o.Result.Leave(attest.AboutLog, "that a public log has it: the proof beside it names entry %d of the log %.200q; get that log's key from somebody else and give it with --log-key", proof.Index, head.Origin)
	return nil
}

// covered says whether an entry is of this report, and which signatures came after it.
func (o *Opened) covered(e tlog.Entry) (late []attest.Signer, err error) {
	if e.Kind != tlog.Report {
		return nil, fmt.Errorf("%w: entry of a %s, not of a report", tlog.ErrNotIncluded, e.Kind)
	}
	if e.Digest == reports.Digest(o.Text) {
		return nil, nil
	}
	digests, err := attest.Earlier(o.Text)
	if err != nil {
		return nil, err
	}
	at := slices.Index(digests, e.Digest)
	if at < 0 {
		return nil, fmt.Errorf("%w: entry of the document %s, and this one is %s", tlog.ErrNotIncluded, e.Digest, digests[len(digests)-1])
	}
	return o.Result.Signers[at+1:], nil
}

// continues compares the checkpoint of the proof with one that was kept. Either may be the older one.
func (o *Opened) continues(c *tlog.Checkpoint, l Log) error {
	if l.Checkpoint == nil {
		return nil
	}
	kept, err := tlog.OpenCheckpoint(l.Checkpoint, *l.Key)
	if err != nil {
		return fmt.Errorf("kept %w", err)
	}
	older, newer, newest := kept, c, "the proof's"
	if kept.Size > c.Size {
		older, newer, newest = c, kept, "the kept one"
	}
	switch {
	case older.Size == newer.Size || older.Size == 0:
		err = tlog.CheckConsistency(older, newer, nil)
	case l.Tiles == nil:
		o.Result.Leave(attest.AboutCheckpoint, "that the log still begins with what the kept checkpoint covers: it has %d entries, the proof's %d; give a copy of the log with --tiles, or run `touchstone log audit`", kept.Size, c.Size)
		return nil
	default:
		_, err = tlog.ProveConsistency(older, newer, l.Tiles)
	}
	if err != nil {
		return fmt.Errorf("kept checkpoint: %w", err)
	}
	o.Result.Prove(attest.AboutCheckpoint, "the log has taken nothing back: of the kept checkpoint (%d entries) and the proof's (%d), %s continues the other", kept.Size, c.Size, newest)
	return nil
}

func readProof(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, maxProofFile))
}
