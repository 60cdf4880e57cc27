package command

import (
	"context"
	"log/slog"

	"touchstone/reports"
	"touchstone/reports/attest"
	"touchstone/server/jobs"
	"touchstone/server/store"
	"touchstone/server/web"
)

// runs opens the runs of a registry, when it has any, and says what this process does of them.
func (c *Serve) runs(ctx context.Context, work Work, logger *slog.Logger) (j *jobs.Jobs, hands jobs.Hands, err error) {
	if c.IUTs == "" {
		return nil, hands, nil
	}
	iuts, err := jobs.Registered(c.IUTs)
	if err != nil {
		return nil, hands, usage("--iuts: %w", err)
	}
	if c.Shards < 1 || c.Shards > jobs.MaxShards {
		return nil, hands, usage("--shards %d: give 1 to %d", c.Shards, jobs.MaxShards)
	}
	if c.Key != "" {
		if hands.Key, err = attest.LoadKey(c.Key, c.Flags.Source().Ask); err != nil {
			return nil, hands, badKey(err)
		}
	}
	database, err := jobsDatabase(c.Data, c.Database, true)
	if err != nil {
		return nil, hands, err
	}
	j, err = jobs.Open(ctx, jobs.Options{Database: database, IUTs: iuts, Check: work.Check, Shards: c.Shards, Logger: logger})
	return j, hands, classed(reports.ExitUnfinished, err)
}

// runPages shows pages the runs of a registry.
type runPages struct{ jobs *jobs.Jobs }

var _ web.Runs = runPages{}

// List gives the newest first.
func (p runPages) List(ctx context.Context, page store.Page) (store.List[web.Run], error) {
	limit := min(page.Size(), jobs.MaxList-1)
	runs, err := p.jobs.List(ctx, jobs.Filter{Before: string(page.After)}, limit+1)
	if err != nil {
		return store.List[web.Run]{}, err
	}
	var out store.List[web.Run]
	if len(runs) > limit {
		runs = runs[:limit]
		out.Next = store.Cursor(runs[limit-1].ID)
	}
	for _, r := range runs {
		out.Items = append(out.Items, runPage(r))
	}
	return out, nil
}

// Get finds a run.
func (p runPages) Get(ctx context.Context, id string) (web.Run, error) {
	r, err := p.jobs.Get(ctx, id)
	return runPage(r), err
}

// Watch gives a run each time that it has got on.
func (p runPages) Watch(ctx context.Context, id string) (<-chan web.Run, error) {
	from, err := p.jobs.Watch(ctx, id)
	if err != nil {
		return nil, err
	}
	to := make(chan web.Run)
	go func() {
		defer close(to)
		for r := range from { // closed when ctx ends
			select {
			case to <- runPage(r):
			case <-ctx.Done():
			}
		}
	}()
	return to, nil
}

// runPage is a run as pages know it: what they do not tell apart is running.
func runPage(r jobs.Run) web.Run {
	states := map[jobs.State]web.RunState{
		jobs.Queued: web.RunWaiting, jobs.Running: web.RunRunning, jobs.Judging: web.RunRunning, jobs.Submitting: web.RunRunning,
		jobs.Finished: web.RunDone, jobs.Failed: web.RunFailed, jobs.Cancelled: web.RunCanceled,
	}
	out := web.Run{
		ID: r.ID, Implementation: r.IUT, Profile: r.Profile, Effort: r.Effort, Select: r.Select, Account: r.Account, State: states[r.State],
		Asked: r.Created, Started: r.Started, Ended: r.Ended, Done: int(r.Progress.Done), Total: int(r.Progress.Total), Report: r.Report, Problem: r.Words,
	}
	for _, t := range r.Tasks {
		if t.Kind != jobs.KindShard {
			continue
		}
		state, ok := map[string]web.RunState{jobs.TaskWaiting: web.RunWaiting, jobs.TaskWorking: web.RunRunning, jobs.TaskDone: web.RunDone}[t.State]
		if !ok {
			state = out.State // it ended with the run
		}
		out.Shards = append(out.Shards, web.Shard{
			Name: jobs.ShardName(t.Part, r.Shards), State: state, Worker: t.Worker, Attempt: t.Attempt, Done: int(t.Done), Total: int(t.Total),
		})
	}
	return out
}
