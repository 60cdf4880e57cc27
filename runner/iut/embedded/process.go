package embedded

import (
	"context"
	"errors"
	"fmt"

	"touchstone/runner/image"
	"touchstone/runner/rv64"
	"touchstone/runner/rv64/linux"
)

// flooded is why a process ends that says more than anybody reads.
const flooded rv64.Reason = "flood"

// noise is how many bytes a process may write between one finished case and the next.
const noise = 4 << 20

var errFlood = errors.New("too much output")

// asProcess runs an image as a process under Linux; what it prints goes to the reader.
func asProcess(ctx context.Context, config rv64.Config, img *image.Image, reader *image.Reader) (stop rv64.Stop, words string, err error) {
	out := &output{reader: reader}
	p, err := linux.New(linux.Config{Machine: config, Args: []string{img.Name}, Stdout: out, Stderr: (*chatter)(out)}, img.ELF)
	if err != nil {
		return stop, "", fmt.Errorf("image %s: %w", img.Name, err)
	}
	stop, words, err = run(ctx, func(ctx context.Context) (rv64.Stop, error) {
		exit, err := p.Run(ctx)
		if errors.Is(err, errFlood) {
			return rv64.Stop{Reason: flooded, Detail: fmt.Sprintf("%d bytes without a finished case", noise)}, nil
		}
		return exit.Stop, err
	})
	if err == nil {
		err = reader.Close()
	}
	return stop, words, err
}

// output is a process's standard output.
type output struct {
	reader *image.Reader
	noise  int
}

func (o *output) Write(b []byte) (int, error) {
	before := o.reader.Progress()
	if n, err := o.reader.Write(b); err != nil {
		return n, err
	}
	if o.reader.Progress() != before {
		o.noise = 0
	}
	return o.bear(b)
}

func (o *output) bear(b []byte) (int, error) {
	if o.noise += len(b); o.noise > noise {
		return 0, errFlood
	}
	return len(b), nil
}

// chatter is its standard error.
type chatter output

func (c *chatter) Write(b []byte) (int, error) { return (*output)(c).bear(b) }
