// Package stdio asks a library or a tool through a small program that talks for it: one JSON object a line,
// in UTF-8, on its standard input and output. One process answers the questions of many cases.
//
//	-> {"hello":1,"pack":"gb18030"}
//	<- {"hello":1,"name":"glibc iconv","version":"2.36","vendor":"GNU","operations":["decode","encode"]}
//	-> {"id":1,"do":"decode","args":{"bytes":"81308130"}}
//	<- {"id":1,"answer":{"text":"0080"}}
//	-> {"id":2,"do":"decode","args":{"bytes":"ff"}}
//	<- {"id":2,"skip":"this build has no strict mode"}
//	-> {"id":3,"do":"encode","args":{"text":"0041"}}
//	<- {"id":3,"error":"the table could not be read"}
//
// The lines have a JSON Schema, specs/schema/stdio.schema.json. What an operation is asked with and may answer
// is in the pack's operations.yaml.
//
//   - The program greets back first. The name and the version are the implementation's, not its own. It is not
//     asked for operations that it does not list: those cases are skipped. One that lists none of the pack's is an error.
//   - Answers come in the order of the questions, one each. An answer is what the implementation does, a refusal
//     included; skip says why it cannot be asked this; error, what went wrong in the program itself. An answer has
//     members that operations.yaml lists and no others: with another, or with none, the case is an error of the program.
//   - Questions are sent ahead. A program must write out its answers before it waits for more input, and may
//     answer all that has arrived in one write.
//   - When its input ends, it ends, within 5 s, after which it is killed. What it writes to standard error is shown when something goes wrong.
//   - One that cannot work here, because its library is not installed, says so on standard error and ends
//     without a greeting.
//
// A description says how it is started:
//
//	name: glibc iconv
//	pack: gb18030
//	start:
//	  adapter: stdio
//	  prepare: [[cc, -O1, -o, "{dir}/iconv", "{dir}/iconv.c"]]     # once
//	  command: ["{dir}/iconv"]                                     # {dir}: the folder of this file
//	  timeout: 30s                                                 # for the greeting; 30 s
//	  limits: {case: 10s, output: 1M, memory: 2G}                  # for an answer
//
// # When it goes wrong
//
// A line that is none of these, an answer to another question or to none, a line that is too long, too
// much on standard error, an end in the middle, no answer for too long: the process is ended, with all that it
// started, and the error says what it was and ends with its last words. Which of the questions that had been
// sent was to blame cannot be seen from there, because answers may still have been in the program's hands. So
// those questions are asked again, of a new process, one by one: where it stops then is the case that
// [iut.Stopped] names.
package stdio

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"touchstone/reports"
	"touchstone/specs"

	"touchstone/runner/iut"
	"touchstone/runner/iut/program"
	"touchstone/runner/iut/script"
	"touchstone/runner/trial"
)

// Adapter is what descriptions and reports call this way of reaching an implementation.
const Adapter = "stdio"

// Options are what a description does not say.
type Options struct {
	Jobs   int    // processes at a time; 0: one
	Folder string // that {dir} stands for, on the disk
	Files  fs.FS  // not nil: {dir} is a temporary folder with these files, until Close
	Limits Limits

	Operations []string // of the pack; of a program that offers none of them, Describe says so. None: it does not look
}

// Limits of an implementation. Zero fields take what start.timeout and start.limits say, or the defaults.
type Limits struct {
	Start   time.Duration // until the greeting: 30 s
	Silence time.Duration // for one answer: 10 s
	Output  int64         // bytes of an answer, and of standard error without one: 1 MiB
	Memory  int64         // bytes of address space: no limit
	Ahead   int           // questions that are sent ahead: 1024
	Bytes   int           // bytes that are sent ahead: 256 KiB
}

func (l Limits) withDefaults(s specs.Start) Limits {
	l.Start = cmp.Or(l.Start, s.Timeout, 30*time.Second)
	l.Silence = cmp.Or(l.Silence, s.Limits.Case, 10*time.Second)
	l.Output = cmp.Or(l.Output, s.Limits.Output, 1<<20)
	l.Memory = cmp.Or(l.Memory, s.Limits.Memory)
	l.Ahead = cmp.Or(l.Ahead, 1024)
	l.Bytes = cmp.Or(l.Bytes, 256<<10)
	return l
}

// Stdio is the adapter.
type Stdio struct {
	iut    specs.IUT
	pack   string
	limits Limits
	jobs   int
	folder program.Folder
	keeper *program.Keeper
	count  atomic.Uint64 // of processes

	operations []string // of the pack

	preparing sync.Mutex
	prepared  bool
}

var _ iut.Exchanger = (*Stdio)(nil)

// New checks the description and makes the adapter; nothing is started.
func New(u *specs.IUT, o Options) (*Stdio, error) {
	s := &Stdio{
		iut: *u, pack: cmp.Or(u.Pack, "riscv"), limits: o.Limits.withDefaults(u.Start), jobs: max(o.Jobs, 1),
		folder: program.Folder{Path: o.Folder, Files: o.Files}, keeper: program.NewKeeper(),
		operations: o.Operations,
	}
	wrong := func(format string, a ...any) (*Stdio, error) {
		return nil, fmt.Errorf("%s:%d: %s: %s", u.Position.File, u.Position.Line, u.Name, fmt.Sprintf(format, a...))
	}
	start := u.Start
	switch {
	case start.Adapter != Adapter:
		return wrong("start.adapter is %q, not %s", start.Adapter, Adapter)
	case len(start.Command) == 0 || start.Command[0] == "":
		return wrong("start.command is missing: the program that talks for the implementation, and its arguments")
	case start.Address != "":
		return wrong("start.address is for a service; remove it, or say start.adapter: http")
	case start.Results != "":
		return wrong("start.results is for programs that run images; remove it")
	case len(start.Monitor) > 0 || start.Machine != nil:
		return wrong("start.monitor and start.machine are for harts; remove them")
	case len(start.Fetch) > 0 || len(start.Clean) > 0:
		return wrong("start.fetch and start.clean are for boards; remove them")
	case len(start.Set) > 0:
		return wrong("start.set: there are no settings; put them into start.command or start.environment")
	case start.Limits.File > 0:
		return wrong("start.limits.file: there is no file; remove it")
	case s.limits.Memory > 0 && !program.CanLimitMemory:
		return wrong("start.limits.memory: only Linux can limit the memory of a process; remove it")
	}
	for what, commands := range map[string][][]string{"command": {start.Command}, "prepare": start.Prepare} {
		for _, arg := range slices.Concat(commands...) {
			if _, err := program.Expand(arg, []string{"dir"}, func(string) string { return "" }); err != nil {
				return wrong("start.%s: %v", what, err)
			}
		}
	}
	return s, nil
}

// Close removes what was unpacked; processes end with Exchange.
func (s *Stdio) Close() error { return errors.Join(s.keeper.Close(), s.folder.Close()) }

// Describe starts the program, and lets it introduce the implementation. The digest is that of the
// command's file.
func (s *Stdio) Describe(ctx context.Context) (reports.Implementation, error) {
	im := reports.Implementation{Name: s.iut.Name, Adapter: Adapter, Command: slices.Clone(s.iut.Start.Command)}
	if err := ctx.Err(); err != nil {
		return im, err
	}
	c, err := s.start(ctx)
	var stopped *iut.Stopped
	switch {
	case errors.As(err, &stopped):
		return im, fmt.Errorf("%w: %s: %w", iut.ErrUnavailable, s.iut.Name, err)
	case err != nil:
		return im, err
	}
	defer c.end()
	_ = c.finish(ctx) // it was asked nothing, and what it says besides, Exchange will see; but it may tidy up
	if !s.useful(c.hello.Operations) {
		return im, fmt.Errorf("%w: the adapter of %s offers none of the operations of pack %s: its greeting lists %s, and the pack has %s; correct the greeting, or what is to be implemented",
			iut.ErrUnavailable, s.iut.Name, s.pack, strings.Join(c.hello.Operations, ", "), strings.Join(s.operations, ", "))
	}
	im.Name, im.Version, im.Vendor = c.hello.Name, c.hello.Version, c.hello.Vendor
	if im.Digest, err = program.Digest(c.cmd.Path); err != nil {
		return im, fmt.Errorf("%w: %w", iut.ErrUnavailable, err)
	}
	return im, nil
}

// useful says whether a program that offers some operations can be asked any of the pack's.
func (s *Stdio) useful(offered []string) bool {
	return len(s.operations) == 0 || slices.ContainsFunc(s.operations, func(name string) bool { return slices.Contains(offered, name) })
}

// Exchange carries out the scripts in their order, in as many processes as there are jobs.
func (s *Stdio) Exchange(ctx context.Context, all []iut.Conversation, yield func(trial.Outcome) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	names := script.Names{Run: script.Word()}
	jobs := max(1, min(s.jobs, len(all)/minShare))
	if jobs == 1 {
		return s.exact(ctx, &queue{all: all}, names, yield)
	}
	q := &queue{all: all}
	var one sync.Mutex
	errs := make([]error, jobs)
	var group sync.WaitGroup
	for i := range errs {
		group.Go(func() {
			errs[i] = s.exact(ctx, q, names, func(o trial.Outcome) error {
				one.Lock()
				defer one.Unlock()
				return yield(o)
			})
			if errs[i] != nil {
				q.stop()
			}
		})
	}
	group.Wait()
	var stopped *iut.Stopped
	var first error
	for _, err := range errs { // another error than a stop says more
		if err != nil && (first == nil || errors.As(first, &stopped) && !errors.As(err, &stopped)) {
			first = err
		}
	}
	return first
}

// minShare is how many cases are worth a process of their own.
const minShare = 64

// queue hands out conversations.
type queue struct {
	mu   sync.Mutex
	all  []iut.Conversation
	next int
}

func (q *queue) take() (iut.Conversation, bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.next >= len(q.all) {
		return iut.Conversation{}, false
	}
	q.next++
	return q.all[q.next-1], true
}

// stop hands out no more.
func (q *queue) stop() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.next = len(q.all)
}

// exact is an exchange with one process whose end is blamed on the right case: see the package's text.
func (s *Stdio) exact(ctx context.Context, q *queue, names script.Names, yield func(trial.Outcome) error) error {
	open, unsure, err := s.exchange(ctx, q, names, s.limits.Ahead, yield)
	var stopped *iut.Stopped
	if !errors.As(err, &stopped) || !unsure || len(open) == 0 {
		return err
	}
	q.stop()
	names.Run = script.Word() // what was done before the end, is done: begin afresh
	if _, _, err := s.exchange(ctx, &queue{all: open}, names, 1, yield); err != nil {
		return err
	}
	stopped.Case = -1
	stopped.LastWords = strings.TrimSpace(stopped.LastWords + "\none by one it answered all that was open then")
	return stopped
}

// exchange asks one process. When it stops, open are the conversations that had begun and have no outcome, and
// unsure says that the first of them need not be the one to blame.
func (s *Stdio) exchange(ctx context.Context, q *queue, names script.Names, ahead int, yield func(trial.Outcome) error) (open []iut.Conversation, unsure bool, err error) {
	c, err := s.start(ctx)
	if err != nil {
		return nil, false, err
	}
	defer c.end()
	t := &talk{child: c, queue: q, names: names, ahead: ahead, yield: yield}
	open, err = t.run(ctx)
	return open, t.unsure, err
}
