package command

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
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
		"Then one line a vector: before, code, and every outcome that is allowed after; specs/schema/vectors.schema.json describes them. " +
		"Of an implementation in several environments there is one after the other, each with a first line that names it. " +
		"Of a pack whose implementations are asked and answer, a vector is what to ask, in order, and what is expected of each answer."
}

func (c *Vectors) Run(ctx context.Context, k *kong.Kong) error {
	frugal()
	if c.Rule != "" {
		if c.Select != "" {
			return usage("--rule and --select exclude each other: write --select '@rule:%s and …'", c.Rule)
		}
		c.Select = "@rule:" + c.Rule
	}
	places, err := c.requests(ctx, k.Stderr)
	if err != nil {
		return err
	}
	if places[0].request.Pack.Exchanges() {
		return c.conversations(ctx, k, places[0])
	}
	out := bufio.NewWriter(k.Stdout)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	count, open, planned, known := 0, 0, 0, false
	var nothing error
	for _, at := range places {
		table, err := isa.New(at.request.Pack, runner.TableExtensions(at.request.Pack, at.request.ICS)...)
		if err != nil {
			return classify(err)
		}
		if _, ok := table.Lookup(c.Insn); c.Insn != "" && !ok {
			continue
		}
		known = true
		plan, err := runner.Make(ctx, at.request, protocolIn(at.request.Environment))
		if errors.Is(err, runner.ErrNothing) && len(places) > 1 {
			nothing = err
			continue
		} else if err != nil {
			return classify(err)
		}
		background := plan.Background()
		if len(places) > 1 {
			background.Of = at.described.Environment()
		}
		if err := enc.Encode(background); err != nil {
			return unwritable(err)
		}
		n, err := plan.EachVector(c.Insn, func(b runner.Block) error { return enc.Encode(b) }, func(v runner.Vector) error {
			count++
			if err := enc.Encode(v); err != nil {
				return err
			}
			return ctx.Err()
		})
		if err != nil {
			return unwritable(err)
		}
		open += n
		planned++
	}
	switch {
	case !known:
		return usage("--insn %s: the claimed extensions have no such instruction", c.Insn)
	case planned == 0:
		return classify(nothing)
	}
	if err := out.Flush(); err != nil {
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

// protocolIn is one that images of the environment have.
func protocolIn(environment string) image.Protocol {
	if environment == "linux" {
		return image.Console
	}
	return image.Signature
}

// conversations prints the scripts of a pack of kind exchange.
func (c *Vectors) conversations(ctx context.Context, k *kong.Kong, at place) error {
	if c.Insn != "" {
		return usage("--insn %s: %s has operations and no instructions; choose scenarios with --rule or --select", c.Insn, at.request.Pack.Name)
	}
	plan, err := runner.Make(ctx, at.request, "")
	if err != nil {
		return classify(err)
	}
	out := bufio.NewWriter(k.Stdout)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	count := 0
	if err := enc.Encode(plan.Conversations()); err != nil {
		return unwritable(err)
	}
	if err := plan.EachConversation(func(v runner.ConversationVector) error {
		count++
		if err := enc.Encode(v); err != nil {
			return err
		}
		return ctx.Err()
	}); err != nil {
		return unwritable(err)
	}
	if err := out.Flush(); err != nil {
		return unwritable(err)
	}
	fmt.Fprintf(k.Stderr, "%d test vectors\n", count)
	return nil
}
