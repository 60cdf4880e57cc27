package reports

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"runtime"
	"sync"
)

// CheckSidecar reads a sidecar and says what in it differs from the report: the digest of the
// whole, or the Merkle root of a scenario. It returns the number of outcomes.
func CheckSidecar(r *Report, file io.Reader) (int, error) {
	return CheckSidecarOf(r, SidecarOf{Digest: r.Suite.Outcomes}, file)
}

// CheckSidecarOf is CheckSidecar of one of several environments.
func CheckSidecarOf(r *Report, of SidecarOf, file io.Reader) (int, error) {
	c := sidecarCheck{trees: map[string]*Tree{}}
	digest, err := c.read(file)
	if err != nil {
		return c.lines, err
	}
	if digest != of.Digest {
		return c.lines, fmt.Errorf("%w: the outcomes have the digest %s, and the report was made from %s", ErrMalformed, digest, of.Digest)
	}
	for i := range r.Verdicts.Scenarios {
		sc := &r.Verdicts.Scenarios[i]
		root := sc.root(of.Environment)
		if root == "" {
			continue
		}
		if t := c.trees[sc.ID]; t == nil || t.Root() != root {
			return c.lines, fmt.Errorf("%w: the outcomes of scenario %s do not give the Merkle root that the report states", ErrMalformed, sc.ID)
		}
	}
	return c.lines, nil
}

// sidecarCheck is what is known of the outcomes that were read so far. A file has hundreds of thousands:
// blocks of lines are looked into by as many goroutines as there are processors, while this one reads on
// and puts what they found together, in the order of the file.
type sidecarCheck struct {
	trees map[string]*Tree
	lines int
	last  string // scenario, whose tree is
	tree  *Tree
}

// read gives the digest of the file.
func (c *sidecarCheck) read(file io.Reader) (string, error) {
	sum := sha256.New()
	var ahead []*outcomes // blocks that are being looked into
	var rest []byte       // the beginning of a line
	for end := false; !end; {
		b := &outcomes{text: make([]byte, len(rest), len(rest)+max(blockSize, len(rest)))} // twice, of a line that does not end
		copy(b.text, rest)
		n, err := io.ReadFull(file, b.text[len(rest):cap(b.text)])
		b.text = b.text[:len(rest)+n]
		read := b.text[len(rest):]
		end = err == io.EOF || err == io.ErrUnexpectedEOF
		if err == nil {
			whole := bytes.LastIndexByte(b.text, '\n') + 1
			b.text, rest = b.text[:whole], b.text[whole:]
		}
		b.look()
		ahead = append(ahead, b)
		sum.Write(read)
		for len(ahead) > runtime.GOMAXPROCS(0) || len(ahead) > 0 && (end || err != nil) {
			if err := c.add(ahead[0]); err != nil {
				return "", err
			}
			ahead = ahead[1:]
		}
		if err != nil && !end {
			return "", fmt.Errorf("outcomes sidecar, line %d: %w", c.lines+1, err)
		}
	}
	return "sha256:" + hex.EncodeToString(sum.Sum(nil)), nil
}

const blockSize = 256 << 10

// add takes over what was found in a block.
func (c *sidecarCheck) add(b *outcomes) error {
	b.found.Wait()
	for i := range b.leaves {
		l := &b.leaves[i]
		if l.scenario != c.last || c.tree == nil {
			c.last, c.tree = l.scenario, c.trees[l.scenario]
		}
		if c.tree == nil {
			c.tree = new(Tree)
			c.trees[c.last] = c.tree
		}
		c.tree.append(l.hash)
		c.lines++
	}
	if b.err != nil {
		return fmt.Errorf("%w: outcome in line %d: %w", ErrMalformed, c.lines+1, b.err)
	}
	return nil
}

// outcomes is a block of lines, and what was found in it.
type outcomes struct {
	text   []byte
	found  sync.WaitGroup
	leaves []leaf
	err    error // of the line after the leaves
}

type leaf struct {
	scenario string
	hash     [sha256.Size]byte
}

// look looks into the lines, in another goroutine.
func (b *outcomes) look() {
	b.found.Go(func() {
		shape, scenario, prefixed := outcomeShape(), "", []byte(nil)
		for text := b.text; len(text) > 0; {
			line, after, _ := bytes.Cut(text, []byte("\n"))
			text = after
			of, err := scenarioOf(line, shape)
			if err != nil {
				b.err = err
				return
			}
			if string(of) != scenario {
				scenario = string(of)
			}
			prefixed = append(append(prefixed[:0], 0), line...)
			b.leaves = append(b.leaves, leaf{scenario, sha256.Sum256(prefixed)})
		}
	})
}

var outcomeShape = sync.OnceValue(func() *shape { return shapeOf(reflect.TypeFor[Outcome]()) })

// scenarioOf is the scenario of an outcome. What does not begin with its case, or is in another than the
// canonical form, is decoded.
func scenarioOf(line []byte, shape *shape) ([]byte, error) {
	const opening = `{"case":"`
	if after, ok := bytes.CutPrefix(line, []byte(opening)); ok && shape.fits(line) {
		if id := after[:ordinary(after)]; after[len(id)] == '"' {
			if i := bytes.LastIndexByte(id, '/'); i >= 0 {
				id = id[:i]
			}
			return id, nil
		}
	}
	var o Outcome
	if err := json.Unmarshal(line, &o); err != nil {
		return nil, err
	}
	return []byte(o.Scenario()), nil
}
