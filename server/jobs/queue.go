package jobs

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/riverdriver/riversqlite"
	"github.com/riverqueue/river/rivermigrate"
)

// taskArgs is a hint, as River keeps it: that a task waits.
type taskArgs struct {
	Run     string `json:"run"`
	Task    string `json:"task"`
	Part    int    `json:"part"`
	Attempt int    `json:"attempt"`
}

// Kind is River's name for it.
func (taskArgs) Kind() string { return "touchstone_task" }

// queueOf names the queue of an implementation's tasks: who has not registered it does not listen to it.
func queueOf(iut string) string { return "iut-" + iut }

// registryQueue is that of the process that submits.
const registryQueue = "registry"

// queue is River on either database.
type queue interface {
	add(ctx context.Context, hints []hint) error
	start(ctx context.Context) error
	stop(ctx context.Context) error // gives up what is being done
}

// take is told of a task. snooze: not now; ask again, here or elsewhere.
type take func(ctx context.Context, a taskArgs) (snooze time.Duration, err error)

// newQueue makes a client that listens to some queues; none: it only adds.
func (d *db) newQueue(listen []string, poll time.Duration, logger *slog.Logger, take take) (queue, error) {
	workers := river.NewWorkers()
	river.AddWorker(workers, &riverWorker{take: take})
	config := &river.Config{
		Workers: workers, Logger: logger, JobTimeout: -1, FetchPollInterval: poll, FetchCooldown: min(poll, 100*time.Millisecond),
		CompletedJobRetentionPeriod: time.Hour, CancelledJobRetentionPeriod: time.Hour, DiscardedJobRetentionPeriod: time.Hour,
		PollOnly: d.pool == nil,
	}
	if len(listen) > 0 {
		config.Queues = map[string]river.QueueConfig{}
	}
	for _, name := range listen {
		config.Queues[name] = river.QueueConfig{MaxWorkers: 1}
	}
	if d.pool != nil {
		return newClient[pgx.Tx](riverpgxv5.New(d.pool), config)
	}
	return newClient[*sql.Tx](riversqlite.New(d.writers), config)
}

func newClient[T any](driver riverdriver.Driver[T], config *river.Config) (queue, error) {
	c, err := river.NewClient(driver, config)
	if err != nil {
		return nil, fmt.Errorf("jobs: queue: %w", err)
	}
	return client[T]{c}, nil
}

// migrateQueue brings River's own tables up to date.
func (d *db) migrateQueue(ctx context.Context) error {
	if d.pool != nil {
		return migrateRiver[pgx.Tx](ctx, riverpgxv5.New(d.pool))
	}
	return migrateRiver[*sql.Tx](ctx, riversqlite.New(d.writers))
}

func migrateRiver[T any](ctx context.Context, driver riverdriver.Driver[T]) error {
	m, err := rivermigrate.New(driver, &rivermigrate.Config{Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		return err
	}
	_, err = m.Migrate(ctx, rivermigrate.DirectionUp, nil)
	return err
}

type client[T any] struct{ c *river.Client[T] }

func (c client[T]) add(ctx context.Context, hints []hint) error {
	if len(hints) == 0 {
		return nil
	}
	params := make([]river.InsertManyParams, len(hints))
	for i, h := range hints {
		opts := &river.InsertOpts{Queue: queueOf(h.iut)}
		if h.kind == KindSubmit {
			opts.Queue = registryQueue
		}
		params[i] = river.InsertManyParams{Args: taskArgs{h.run, h.kind, h.part, h.attempt}, InsertOpts: opts}
	}
	if _, err := c.c.InsertMany(ctx, params); err != nil {
		return fmt.Errorf("jobs: queue: %w", err)
	}
	return nil
}

func (c client[T]) start(ctx context.Context) error { return c.c.Start(ctx) }

func (c client[T]) stop(ctx context.Context) error {
	err := c.c.StopAndCancel(ctx)
	if errors.Is(err, context.DeadlineExceeded) {
		return fmt.Errorf("jobs: what is being done does not end: %w", err)
	}
	return err
}

type riverWorker struct {
	river.WorkerDefaults[taskArgs]
	take take
}

func (w *riverWorker) Work(ctx context.Context, job *river.Job[taskArgs]) error {
	snooze, err := w.take(ctx, job.Args)
	if err == nil && snooze > 0 {
		return river.JobSnooze(snooze)
	}
	return err
}
