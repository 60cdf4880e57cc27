package process

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"time"

	"touchstone/runner/iut"
	"touchstone/runner/iut/program"
)

// Limits of a step: a copy over a slow line, and an end that nobody waits for any longer.
const (
	stepLimit  = 2 * time.Minute
	cleanLimit = 15 * time.Second
)

// filled is a command with its placeholders replaced; New checked it.
func filled(template []string, values map[string]string) []string {
	out := make([]string, len(template))
	for i, a := range template {
		out[i], _ = program.Expand(a, placeholders(), func(name string) string { return values[name] })
	}
	return out
}

// unique is a short name for a run, of letters and digits only: it goes into names of files on boards.
func unique(mark string) string {
	sum := sha256.Sum256([]byte(mark))
	return hex.EncodeToString(sum[:6])
}

// steps runs commands one after the other, until one fails. That is the way to the implementation
// failing, not the implementation.
func (p *Process) steps(ctx context.Context, what string, commands [][]string, values map[string]string, mark string) error {
	for _, c := range commands {
		if err := p.step(ctx, filled(c, values), mark, stepLimit); err != nil {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			return fmt.Errorf("%w: start.%s: %w", iut.ErrUnavailable, what, err)
		}
	}
	return nil
}

// clean runs the commands that leave nothing behind, also when the caller has given up. That one fails
// is nobody's loss: what it was to end or remove may be gone.
func (p *Process) clean(ctx context.Context, values map[string]string, mark string) {
	for _, c := range p.iut.Start.Clean {
		_ = p.step(context.WithoutCancel(ctx), filled(c, values), mark, cleanLimit)
	}
}

// step runs one command to its end.
func (p *Process) step(ctx context.Context, args []string, mark string, limit time.Duration) error {
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	cmd, err := p.place.Command(ctx, args)
	if err != nil {
		return err
	}
	var out tail
	cmd.Stdout, cmd.Stderr = &out, &out
	exit, killed, err := p.runToEnd(cmd, mark)
	switch {
	case err != nil:
		return err
	case killed:
		return fmt.Errorf("%q did not end within %v", strings.Join(args, " "), limit)
	case exit != nil:
		return fmt.Errorf("%q: %w: %s", strings.Join(args, " "), exit, strings.TrimSpace(out.String()))
	}
	return nil
}
