// Package jobs has registered implementations judged: a run that somebody asked the registry for is
// divided into shards, processes anywhere execute them, one of them makes the report, and the registry
// takes it as any other. The verdicts are byte for byte those of the same run on one machine.
//
//	j, err := jobs.Open(ctx, jobs.Options{Database: "sqlite:/var/lib/touchstone/jobs.db", IUTs: iuts})
//	id, err := j.Enqueue(ctx, request)                           // serve: registry.Enqueuer
//	err = j.Start(ctx, jobs.Hands{IUTs: iuts, Work: work})        // worker: takes shards
//	err = j.Start(ctx, jobs.Hands{Submit: submit, Key: key})      // serve: takes reports
//	err = j.Close(ctx)                                           // gives back what is not finished
//
// What is run is an implementation that an operator has registered: a file of a folder of iut.yaml files
// ([Registered]), or the executor of this binary. A request names it, a profile, a selection and
// parameters; it never holds a command.
//
// # Tasks
//
// A run is a row, and so is each of its tasks: its shards, then one that puts them together and makes the
// report (kind finish), then one that submits it (kind submit). River tells processes that there is a
// task to take; a row says who has it.
//
//	from       to         when
//	-          waiting    the run was enqueued, or the tasks before are done
//	waiting    working    a process claims it: it has a token and a lease, which it renews
//	working    done       its result and the token are there in one transaction
//	working    waiting    it is given back (a process that ends), it failed, or its lease ran out
//	waiting    ended      the run was cancelled or failed
//	working    ended      the same; whoever has it finds out when it renews
//
// A process that is killed renews nothing: when its lease is over (15 seconds) the task waits again, and
// another takes it. A process that only was asleep finds its token gone and drops what it did. River's own
// rescue, an hour later, then finds a job whose task somebody else has done, and drops it too: a job is
// only a hint, and hints may come twice. A task that fails or loses its process three times ends the run,
// with the last words.
//
// # Results
//
// What a shard brings, the report and its sidecars pass through the database, in pieces of one MiB, and go
// when the run ends: a worker needs nothing but the database. [MaxFile] bounds a file.
//
// # Which database
//
// With PostgreSQL runs live in the registry's database. With SQLite they have a file of their own,
// jobs.db beside registry.db: River wants one connection and polls through it, and every claim, renewal and
// result is a write. Beside eight workers that write what they bring, a transaction of the registry took
// 0.40 ms with two files and 0.51 ms with one (0.31 ms alone), and they brought 31 MiB a second rather than
// 20 (BenchmarkBesideStore, two cores). Workers must then be on the machine that has the file.
//
// # States of a run
//
//	queued → running → judging → submitting → finished
//	any of the first four → failed (words say why), cancelled
package jobs
