package tlog

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"strings"

	sumdb "golang.org/x/mod/sumdb/tlog"
)

// Extension is what a proof's file name ends with: report.tlog-proof.
const Extension = ".tlog-proof"

const (
	proofFamily = "c2sp.org/tlog-proof@"
	proofHeader = proofFamily + "v1"
	maxProof    = 64 << 10
	maxPath     = 62 // hashes, in a tree of MaxSize
)

// Proof is an inclusion proof as it is written; nothing in it is verified yet. See [Verify].
type Proof struct {
	Entry      []byte // extra data, here the entry's bytes; nil: none
	Index      uint64
	Path       []Hash // from the leaf's sibling up to the root's child
	Checkpoint []byte // the signed note
}

// Format writes the proof as c2sp.org/tlog-proof@v1. What it writes [ParseProof] reads back.
func (p *Proof) Format() []byte {
	var b bytes.Buffer
	fmt.Fprintln(&b, proofHeader)
	if len(p.Entry) > 0 {
		fmt.Fprintln(&b, "extra", base64.StdEncoding.EncodeToString(p.Entry))
	}
	fmt.Fprintln(&b, "index", p.Index)
	for _, h := range p.Path {
		fmt.Fprintln(&b, h)
	}
	b.WriteByte('\n')
	b.Write(p.Checkpoint)
	return b.Bytes()
}

// ParseProof reads a proof in the one form in which [Proof.Format] writes it.
func ParseProof(text []byte) (*Proof, error) {
	if len(text) > maxProof {
		return nil, fmt.Errorf("proof: %w: %d bytes, and at most %d are allowed", ErrMalformed, len(text), maxProof)
	}
	first, _, _ := strings.Cut(string(text), "\n")
	if first != proofHeader {
		if version, ok := strings.CutPrefix(first, proofFamily+"v"); ok && version != "" && strings.Trim(version, "0123456789") == "" {
			return nil, fmt.Errorf("proof: %w: version %.40s of its format, and 1 is known", ErrVersion, version)
		}
		return nil, fmt.Errorf("proof: %w: the first line is not %s", ErrMalformed, proofHeader)
	}
	head, checkpoint, ok := strings.Cut(string(text), "\n\n")
	if !ok || checkpoint == "" {
		return nil, fmt.Errorf("proof: %w: no checkpoint follows; it was cut short", ErrMalformed)
	}
	p := &Proof{Checkpoint: []byte(checkpoint)}
	lines := strings.Split(head, "\n")[1:]
	if len(lines) > 0 && strings.HasPrefix(lines[0], "extra ") {
		extra := strings.TrimPrefix(lines[0], "extra ")
		data, err := base64.StdEncoding.DecodeString(extra)
		if err != nil || len(data) == 0 || base64.StdEncoding.EncodeToString(data) != extra {
			return nil, fmt.Errorf("proof: line 2: %w: the extra data is not base64", ErrMalformed)
		}
		p.Entry, lines = data, lines[1:]
	}
	if len(lines) == 0 || !strings.HasPrefix(lines[0], "index ") {
		return nil, fmt.Errorf("proof: %w: no line \"index N\"", ErrMalformed)
	}
	index, err := parseDecimal(strings.TrimPrefix(lines[0], "index "))
	if err != nil {
		return nil, fmt.Errorf("proof: index: %w", err)
	}
	p.Index, lines = index, lines[1:]
	if len(lines) > maxPath {
		return nil, fmt.Errorf("proof: %w: %d hashes, and no tree needs more than %d", ErrMalformed, len(lines), maxPath)
	}
	for i, line := range lines {
		h, err := ParseHash(line)
		if err != nil {
			return nil, fmt.Errorf("proof: hash %d: %w", i+1, err)
		}
		p.Path = append(p.Path, h)
	}
	return p, nil
}

// Inclusion is what a verified proof says.
type Inclusion struct {
	Entry      Entry
	Index      uint64
	Checkpoint *Checkpoint
}

// Covers says whether the entry is the one of a document: its digest is that of these very bytes.
func (in *Inclusion) Covers(document []byte) error {
	sum := sha256.Sum256(document)
	if have := "sha256:" + hex.EncodeToString(sum[:]); have != in.Entry.Digest {
		return fmt.Errorf("proof: %w: entry %d is of the document %s, and this one is %s", ErrNotIncluded, in.Index, in.Entry.Digest, have)
	}
	return nil
}

// Verify checks a proof against the log's verifier key: the key signed the checkpoint, and the
// entry is in the checkpoint's tree. The entry is the one inside the proof when entry is nil, and
// otherwise must be the same. That it is the entry of the document in hand, [Inclusion.Covers] says.
func Verify(proof, entry []byte, vkey string) (*Inclusion, error) {
	key, err := ParseKey(vkey)
	if err != nil {
		return nil, err
	}
	p, err := ParseProof(proof)
	if err != nil {
		return nil, err
	}
	return p.Verify(entry, key)
}

// Verify is [Verify] of a proof that was read.
func (p *Proof) Verify(entry []byte, key Key) (*Inclusion, error) {
	switch {
	case entry == nil && p.Entry == nil:
		return nil, fmt.Errorf("proof: %w: it brings no entry, and none was given", ErrMalformed)
	case entry == nil:
		entry = p.Entry
	case p.Entry != nil && !bytes.Equal(entry, p.Entry):
		return nil, fmt.Errorf("proof: %w: it is the proof of another entry", ErrNotIncluded)
	}
	c, err := OpenCheckpoint(p.Checkpoint, key)
	if err != nil {
		return nil, fmt.Errorf("proof: %w", err)
	}
	if p.Index >= c.Size {
		return nil, fmt.Errorf("proof: %w: index %d is beyond the %d entries of its checkpoint", ErrNotIncluded, p.Index, c.Size)
	}
	err = sumdb.CheckRecord(p.Path, int64(c.Size), c.Root, int64(p.Index), sumdb.RecordHash(entry))
	if err != nil {
		return nil, fmt.Errorf("proof: %w: the entry at index %d does not lead to the root of the %s", ErrNotIncluded, p.Index, c)
	}
	e, err := ParseEntry(entry)
	if err != nil {
		return nil, fmt.Errorf("proof: %w", err)
	}
	return &Inclusion{e, p.Index, c}, nil
}
