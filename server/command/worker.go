package command

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"github.com/alecthomas/kong"

	"touchstone/reports"
	"touchstone/reports/attest"
	"touchstone/reports/attest/passphrase"
	"touchstone/server/jobs"
)

// Work is what the runner does for a worker. It is bound by whoever wires the commands: no package of the
// server knows the runner.
type (
	Work  = jobs.Work
	Order = jobs.Order
)

// Worker is `worker`.
type Worker struct {
	Data     string `default:"touchstone-registry" type:"path" placeholder:"DIR" env:"TOUCHSTONE_DATA" help:"Data folder of the registry, on this machine."`
	Database string `placeholder:"URL" env:"TOUCHSTONE_DATABASE" help:"The registry's PostgreSQL database (postgres://…) instead: the worker may be anywhere."`
	IUTs     string `name:"iuts" type:"path" placeholder:"DIR" env:"TOUCHSTONE_IUTS" help:"Folder of the implementations that this worker has: NAME.yaml, or NAME/iut.yaml. The embedded executor needs none."`
	Key      string `type:"path" placeholder:"FILE" env:"TOUCHSTONE_KEY" help:"The laboratory's key, which signs the reports; default: the registry signs them with its own --key."`
	passphrase.Flags
	Cancel string `placeholder:"RUN" help:"Cancel a run, and end: for who keeps the registry."`
	Name   string `placeholder:"NAME" help:"Of this worker, as pages show it; default: host and process number."`
}

// stopping is how long what was begun may take to be given back.
const stopping = 30 * time.Second

// appearing is how long a registry may take to be made by a serve that was started together with the worker.
const appearing = 5 * time.Second

// Run takes shards until it is interrupted.
func (c *Worker) Run(ctx context.Context, k *kong.Kong, work Work) error {
	_ = os.Unsetenv("TOUCHSTONE_DATABASE") // it may hold a password, which implementations need not know
	database, err := jobsDatabase(c.Data, c.Database, false)
	if err != nil {
		return err
	}
	iuts, err := jobs.Registered(c.IUTs)
	if err != nil {
		return &reports.Exit{Code: reports.ExitUsage, Err: fmt.Errorf("--iuts: %w", err)}
	}
	if c.Database == "" {
		if err := served(ctx, c.Data, appearing); err != nil {
			return err
		}
	}
	hands := jobs.Hands{Name: c.Name, IUTs: iuts, Work: work}
	if c.Key != "" {
		if hands.Key, err = attest.LoadKey(c.Key, c.Flags.Source().Ask); err != nil {
			return badKey(err)
		}
	}
	log := slog.New(slog.NewTextHandler(k.Stderr, nil))
	j, err := jobs.Open(ctx, jobs.Options{Database: database, IUTs: iuts, Logger: log})
	if err != nil {
		return err
	}
	if c.Cancel != "" {
		return classed(reports.ExitUsage, errors.Join(j.Cancel(ctx, c.Cancel, "cancelled by who keeps the registry"), j.Close(ctx)))
	}
	if err := j.Start(ctx, hands); err != nil {
		return errors.Join(err, j.Close(ctx))
	}
	var names []string
	for _, u := range iuts {
		names = append(names, u.Name)
	}
	log.Info("worker takes shards", "implementations", names)
	<-ctx.Done()
	log.Info("worker gives back what it has")
	ending, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopping)
	defer cancel()
	return j.Close(ending)
}

// jobsDatabase is where the runs of a registry are: in its PostgreSQL database, or in a file of their own in
// its folder.
func jobsDatabase(data, database string, make bool) (string, error) {
	if database != "" {
		return database, nil
	}
	info, err := os.Stat(data)
	switch {
	case err == nil && !info.IsDir():
		err = &fs.PathError{Op: "open", Path: data, Err: errors.New("not a folder")}
	case errors.Is(err, fs.ErrNotExist) && make:
		err = os.MkdirAll(data, 0o700)
	}
	if err != nil {
		return "", &reports.Exit{Code: reports.ExitUsage, Err: fmt.Errorf("--data: %w; it is the folder that the registry is served from", err)}
	}
	return "sqlite:" + filepath.Join(data, "jobs.db"), nil
}

// served says whether serve has made a registry in a folder, and gives it a moment to do so.
func served(ctx context.Context, data string, patience time.Duration) error {
	for until := time.Now().Add(patience); ; {
		_, err := os.Stat(filepath.Join(data, registryDB))
		switch {
		case err == nil:
			return nil
		case !errors.Is(err, fs.ErrNotExist):
			return usage("--data: %w", err)
		case time.Now().After(until):
			return usage("--data %s: touchstone serve has made no registry there: give the folder that serve is given, or --database if the registry is in PostgreSQL", data)
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(100 * time.Millisecond):
		}
	}
}

// badKey gives a key that cannot be used its exit code.
func badKey(err error) error {
	var exit *reports.Exit
	if errors.As(err, &exit) { // interrupted at the prompt
		return err
	}
	return &reports.Exit{Code: reports.ExitUsage, Err: fmt.Errorf("--key: %w", err)}
}
