package exchange

import (
	"fmt"
	"path"
	"strings"
	"sync"

	"go.starlark.net/resolve"
	"go.starlark.net/starlark"
	"go.starlark.net/starlarkstruct"
	"go.starlark.net/syntax"

	"touchstone/specs"
	"touchstone/specs/internal/blame"
)

var dialect = &syntax.FileOptions{TopLevelControl: true, Set: true, While: true}

// Engine is a pack's own language under one claim. It is safe for concurrent use: whatever it has is frozen.
type Engine struct {
	pack    *specs.Pack
	options Options
	memory  uint64              // maxMemory
	names   starlark.StringDict // builtins and what semantics/*.star define

	mu      sync.Mutex
	tables  map[string]starlark.Value
	threads sync.Pool
}

// New reads a pack's semantics. Errors are [specs.ErrPack], with file and line.
func New(pack *specs.Pack, o Options) (*Engine, error) {
	e := &Engine{pack: pack, options: o, memory: maxMemory, tables: map[string]starlark.Value{}}
	e.threads.New = func() any { return &starlark.Thread{Name: pack.Name, Print: func(*starlark.Thread, string) {}} }
	builtins := e.builtins()
	l := loading{e: e, builtins: builtins, sources: map[string]*specs.Source{}, ran: map[string]starlark.StringDict{}, running: map[string]bool{}}
	home := map[string]string{}
	programs := map[string]*starlark.Program{}
	for i := range pack.Semantics {
		src := &pack.Semantics[i]
		l.sources[path.Base(src.File)] = src
		f, prog, err := starlark.SourceProgramOptions(dialect, src.File, src.Text, builtins.Has)
		if err != nil {
			return nil, blame.Located(err)
		}
		programs[path.Base(src.File)] = prog
		for _, b := range f.Module.(*resolve.Module).Globals {
			name := b.First.Name
			if strings.HasPrefix(name, "_") {
				continue
			}
			if first, ok := home[name]; ok || builtins.Has(name) {
				if !ok {
					first = "the builtins"
				}
				return nil, fmt.Errorf("%w: %s: %s is defined twice: also in %s", specs.ErrPack, src.File, name, first)
			}
			home[name] = src.File
		}
	}
	l.programs = programs
	e.names = make(starlark.StringDict, len(builtins)+len(home))
	for name, v := range builtins {
		e.names[name] = v
	}
	for i := range pack.Semantics {
		globals, err := l.run(path.Base(pack.Semantics[i].File))
		if err != nil {
			return nil, err
		}
		for name, v := range globals {
			if !strings.HasPrefix(name, "_") {
				e.names[name] = v
			}
		}
	}
	e.names.Freeze()
	return e, nil
}

// loading runs files, and first those that they load.
type loading struct {
	e        *Engine
	builtins starlark.StringDict
	sources  map[string]*specs.Source
	programs map[string]*starlark.Program
	ran      map[string]starlark.StringDict
	running  map[string]bool
}

func (l *loading) run(base string) (starlark.StringDict, error) {
	if globals, ok := l.ran[base]; ok {
		return globals, nil
	}
	switch {
	case l.programs[base] == nil:
		return nil, fmt.Errorf("load(%q): the pack has no such file in semantics/", base)
	case l.running[base]:
		return nil, fmt.Errorf("load(%q): the file loads itself", base)
	}
	l.running[base] = true
	defer delete(l.running, base)
	thread := &starlark.Thread{Name: base, Print: func(*starlark.Thread, string) {}, Load: func(_ *starlark.Thread, base string) (starlark.StringDict, error) {
		return l.run(base)
	}}
	thread.SetMaxExecutionSteps(planSteps)
	g := watch(thread, l.e.memory)
	globals, err := l.programs[base].Init(thread, l.builtins)
	if full := g.end(); err != nil {
		return nil, l.e.failed(err, thread, planSteps, full)
	}
	globals.Freeze()
	l.ran[base] = globals
	return globals, nil
}

func (e *Engine) builtins() starlark.StringDict {
	out := starlark.StringDict{
		"effort": starlark.String(e.options.Effort),
		"seed":   starlark.MakeUint64(e.options.Seed),
		"struct": starlark.NewBuiltin("struct", starlarkstruct.Make),
		"ics": starlarkstruct.FromStringDict(starlark.String("ics"), starlark.StringDict{
			"claims":    starlark.NewBuiltin("ics.claims", e.claims),
			"parameter": starlark.NewBuiltin("ics.parameter", e.parameter),
		}),
	}
	for name, fn := range map[string]builtin{
		"table": e.table, "sha256": digestOf, "size": sizeOf, "generate": generate, "part": partOf,
		"hex": hexOf, "fresh": fresh, "json": jsonOf, "parse": parse, "dicts": toDicts, "matches": matches,
	} {
		out[name] = starlark.NewBuiltin(name, fn)
	}
	out.Freeze()
	return out
}

type builtin = func(*starlark.Thread, *starlark.Builtin, starlark.Tuple, []starlark.Tuple) (starlark.Value, error)

// Has says whether a name is defined: a builtin, or by the pack.
func (e *Engine) Has(name string) bool { return e.names.Has(name) || starlark.Universe.Has(name) }

// call calls a function on a thread that is used again.
func (e *Engine) call(fn starlark.Callable, steps uint64, of *caseOf, args ...starlark.Value) (starlark.Value, error) {
	thread := e.threads.Get().(*starlark.Thread)
	defer e.threads.Put(thread)
	thread.SetLocal(caseKey, of)
	thread.Steps = 0
	thread.SetMaxExecutionSteps(steps)
	g := watch(thread, e.memory)
	v, err := starlark.Call(thread, fn, args, nil)
	if full := g.end(); err != nil {
		return nil, e.failed(err, thread, steps, full)
	}
	return v, nil
}

// failed says where and why a computation failed. The thread can be used again: what it was cancelled for, it
// would stay cancelled for.
func (e *Engine) failed(err error, thread *starlark.Thread, steps uint64, full bool) error {
	switch {
	case thread.Steps >= steps:
		thread.Uncancel()
		return fmt.Errorf("%w: %s: it computes for too long: more than %d steps", specs.ErrPack, blame.Place(err), steps)
	case full:
		return fmt.Errorf("%w: %s: it needs too much memory: more than %d MiB", specs.ErrPack, blame.Place(err), e.memory>>20)
	}
	return blame.Located(err)
}
