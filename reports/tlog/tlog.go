// Package tlog is the offline half of the transparency log: what anybody needs to check that a
// registry's log holds an entry, and that it never takes one back. It reads no network and no
// disk; package audit beside it does both, and package server/translog keeps a log.
//
// # The log
//
// A Merkle tree (RFC 6962, SHA-256) over entries that are only ever added, in the tiles of
// c2sp.org/tlog-tiles. Its head is a checkpoint (c2sp.org/tlog-checkpoint), a note signed by the
// log's key; who keeps a checkpoint can later demand that the log still begins with every entry
// that it covered. An [Entry] is one line of canonical JSON that names a document by digest: a
// report, a revocation, a ruling.
//
// # The key
//
// A log is known by its verifier key, one line that is published beside the registry:
//
//	registry.example.org/log+5a9b7d2c+AfZ8…=
//
// The name before the first plus sign is the log's origin, and the first line of all its
// checkpoints. Whoever verifies must have this line from somebody else than the one who hands
// over the proof.
//
// # The proof
//
// report.tlog-proof (c2sp.org/tlog-proof@v1) travels beside the report and is verified without the
// registry:
//
//	c2sp.org/tlog-proof@v1
//	extra eyJhdCI6IjIwMjYtMTEt…                       the entry, base64
//	index 73894
//	gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=      the hashes beside its way to the root
//	…
//
//	registry.example.org/log                          the checkpoint
//	109482
//	sFodV/vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08=
//
//	— registry.example.org/log hI2DJw…
//
// The format authenticates no extra data, but here it is the entry: [Verify] hashes it, so not a
// byte of it can differ from what was logged.
//
// # What a proof proves
//
// That the holder of the log's key signed a tree with this entry in it. Not that what the entry
// names is true, and not that everybody is shown the same tree: for that, keep checkpoints, compare
// them with those of others, and audit.
package tlog

import (
	"errors"

	sumdb "golang.org/x/mod/sumdb/tlog"
)

// Classes of errors.
var (
	ErrMalformed    = errors.New("malformed")                    // not what the format says
	ErrVersion      = errors.New("made by a newer version")      // a version, or a kind of entry, that is not known here
	ErrKey          = errors.New("log key")                      // not a key, or not a log's
	ErrSignature    = errors.New("not signed by the log's key")  // another key's checkpoint, or a changed one
	ErrNotIncluded  = errors.New("not in the log")               // the proof does not lead from the entry to the checkpoint
	ErrInconsistent = errors.New("the log contradicts itself")   // two signed checkpoints of which neither continues the other
	ErrTampered     = errors.New("not what the checkpoint says") // a tile or an entry that the signed root does not cover
)

// Hash is a node of the tree.
type Hash = sumdb.Hash

// MaxSize bounds the trees that are looked at: the arithmetic of proofs is in int64.
const MaxSize = 1 << 62
