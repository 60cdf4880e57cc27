package reports

import (
	"crypto/sha256"
	"encoding/hex"
	"math/bits"
)

// Tree is an RFC 6962 Merkle tree that grows at the right and keeps only its right edge: one hash
// for every bit that is set in its size. The zero value is the empty tree.
type Tree struct {
	size uint64
	edge [][sha256.Size]byte // subtree hashes, largest first
}

// Append adds a leaf: sha256(0x00 || data).
func (t *Tree) Append(data []byte) {
	h := sha256.New()
	h.Write([]byte{0})
	h.Write(data)
	var node [sha256.Size]byte
	h.Sum(node[:0])
	t.append(node)
}

// append adds a leaf whose hash is known.
func (t *Tree) append(node [sha256.Size]byte) {
	for range bits.TrailingZeros64(t.size + 1) {
		last := len(t.edge) - 1
		node = parent(t.edge[last], node)
		t.edge = t.edge[:last]
	}
	t.edge = append(t.edge, node)
	t.size++
}

// Size is the number of leaves.
func (t *Tree) Size() uint64 { return t.size }

// Root is "sha256:<hex>" of the root hash; of the empty tree it is the digest of nothing.
func (t *Tree) Root() string {
	root := sha256.Sum256(nil)
	for i := len(t.edge) - 1; i >= 0; i-- {
		if i == len(t.edge)-1 {
			root = t.edge[i]
			continue
		}
		root = parent(t.edge[i], root)
	}
	return "sha256:" + hex.EncodeToString(root[:])
}

// MerkleRoot is the root over all leaves at once.
func MerkleRoot(leaves [][]byte) string {
	var t Tree
	for _, leaf := range leaves {
		t.Append(leaf)
	}
	return t.Root()
}

func parent(left, right [sha256.Size]byte) [sha256.Size]byte {
	var b [1 + 2*sha256.Size]byte
	b[0] = 1
	copy(b[1:], left[:])
	copy(b[1+sha256.Size:], right[:])
	return sha256.Sum256(b[:])
}
