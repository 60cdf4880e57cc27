package command

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"

	"github.com/alecthomas/kong"

	"touchstone/runner"
	"touchstone/runner/image"
	"touchstone/specs/isa"
)

// Vectors is `vectors`: test vectors as JSON lines that any simulator can consume.
type Vectors struct {
	claimFlags
	Rule string `placeholder:"R" help:"Only vectors of scenarios that speak for this rule."`
	Insn string `placeholder:"I" help:"Only vectors of this instruction."`
}

// Help describes the lines.
func (*Vectors) Help() string {
	return "The first line is the background: what registers, memory and CSRs hold where a vector says nothing else. " +
		"Then one line a vector: before, code, and every outcome that is allowed after; specs/schema/vectors.schema.json describes them."
}

func (c *Vectors) Run(ctx context.Context, k *kong.Kong) error {
	frugal()
	if c.Rule != "" {
		if c.Select != "" {
			return usage("--rule and --select exclude each other: write --select '@rule:%s and …'", c.Rule)
		}
		c.Select = "@rule:" + c.Rule
	}
	request, _, err := c.request(ctx)
	if err != nil {
		return err
	}
	table, err := isa.New(request.Pack, runner.TableExtensions(request.Pack, request.ICS)...)
	if err != nil {
		return classify(err)
	}
	if _, ok := table.Lookup(c.Insn); c.Insn != "" && !ok {
		return usage("--insn %s: the claimed extensions have no such instruction", c.Insn)
	}
	plan, err := runner.Make(ctx, request, image.Signature)
	if err != nil {
		return classify(err)
	}
	out := bufio.NewWriter(k.Stdout)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(plan.Background()); err != nil {
		return unwritable(err)
	}
	count := 0
	open, err := plan.EachVector(c.Insn, func(b runner.Block) error { return enc.Encode(b) }, func(v runner.Vector) error {
		count++
		if err := enc.Encode(v); err != nil {
			return err
		}
		return ctx.Err()
	})
	if err == nil {
		err = out.Flush()
	}
	if err != nil {
		return unwritable(err)
	}
	fmt.Fprintf(k.Stderr, "%d test vectors; %d left out, of which the specification allows too much to list\n", count, open)
	if count == 0 {
		if c.Insn != "" {
			return usage("no vector of %s among those selected", c.Insn)
		}
		return usage("no scenario that is judged instruction by instruction is selected")
	}
	return nil
}
