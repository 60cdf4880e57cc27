package oracle

import (
	"fmt"
	"path"
	"strings"

	"go.starlark.net/resolve"
	"go.starlark.net/starlark"
	"go.starlark.net/starlarkstruct"

	"touchstone/specs"
	"touchstone/specs/internal/blame"
)

// modules are the pack's semantics/*.star in one machine. All are compiled at once, for their names;
// each is run when something that it defines is first needed, since some compute whole tables.
type modules struct {
	builtins starlark.StringDict
	sources  map[string]*specs.Source // by base name
	home     map[string]string        // public name -> base name of the file that defines it
	ran      map[string]starlark.StringDict
	running  map[string]bool
}

// moduleProgram is one compiled file and the names that it defines.
type moduleProgram struct {
	prog  *starlark.Program
	names []string
}

func compileModule(src *specs.Source, builtins starlark.StringDict) (*moduleProgram, error) {
	f, prog, err := starlark.SourceProgramOptions(dialect, src.File, src.Text, builtins.Has)
	if err != nil {
		return nil, blame.Located(err)
	}
	p := &moduleProgram{prog: prog}
	for _, b := range f.Module.(*resolve.Module).Globals {
		if name := b.First.Name; !strings.HasPrefix(name, "_") {
			p.names = append(p.names, name)
		}
	}
	return p, nil
}

// load makes the builtins of this machine, compiles the pack's semantics and binds the hooks.
func (m *machine) load() error {
	builtins := starlark.StringDict{
		"X":    registers{m: m},
		"F":    fregisters{m: m},
		"V":    vregisters{m: m},
		"mem":  memory{m: m},
		"csr":  csrFile{m: m},
		"hart": hartValue{m: m},
		"ics":  icsValue{o: m.o},

		"struct": starlark.NewBuiltin("struct", starlarkstruct.Make),
	}
	for _, more := range []starlark.StringDict{m.integerBuiltins(), m.controlBuiltins(), m.csrBuiltins()} {
		for name, v := range more {
			builtins[name] = v
		}
	}
	m.legal = make([]starlark.Callable, len(m.o.fields))
	m.access = make([][2]starlark.Callable, len(m.o.csrByName))
	m.modules = modules{
		builtins: builtins, sources: map[string]*specs.Source{}, home: map[string]string{},
		ran: map[string]starlark.StringDict{}, running: map[string]bool{},
	}
	m.names = make(starlark.StringDict, len(builtins))
	for name, v := range builtins {
		m.names[name] = v
	}
	for i := range m.o.pack.Semantics {
		src := &m.o.pack.Semantics[i]
		base := path.Base(src.File)
		m.sources[base] = src
		p, err := m.o.module(src, builtins)
		if err != nil {
			return err
		}
		for _, name := range p.names {
			if m.names.Has(name) {
				return fmt.Errorf("%w: %s: %s is defined twice: also in %s", specs.ErrPack, src.File, name, m.definedIn(name))
			}
			m.home[name] = base
			m.names[name] = starlark.None // until its file runs
		}
	}
	return m.bindHooks()
}

func (m *machine) definedIn(name string) string {
	if src, ok := m.sources[m.home[name]]; ok {
		return src.File
	}
	return "the oracle"
}

// require runs the files that define these names.
func (m *machine) require(names ...string) error {
	for _, name := range names {
		if base, ok := m.home[name]; ok && m.ran[base] == nil {
			if _, err := m.runModule(base); err != nil {
				return err
			}
		}
	}
	return nil
}

// requireAll runs every file.
func (m *machine) requireAll() error {
	for i := range m.o.pack.Semantics {
		if _, err := m.runModule(path.Base(m.o.pack.Semantics[i].File)); err != nil {
			return err
		}
	}
	return nil
}

// runModule runs a file, and first those that it loads.
func (m *machine) runModule(base string) (starlark.StringDict, error) {
	if globals, ok := m.ran[base]; ok {
		return globals, nil
	}
	src := m.sources[base]
	switch {
	case src == nil:
		return nil, fmt.Errorf("load(%q): the pack has no such file in semantics/", base)
	case m.running[base]:
		return nil, fmt.Errorf("load(%q): the file loads itself", base)
	}
	m.running[base] = true
	defer delete(m.running, base)
	p, err := m.o.module(src, m.builtins)
	if err != nil {
		return nil, err
	}
	thread := &starlark.Thread{Name: base, Print: m.thread.Print, Load: func(_ *starlark.Thread, base string) (starlark.StringDict, error) {
		return m.runModule(base)
	}}
	thread.SetMaxExecutionSteps(stepLimit)
	globals, err := p.prog.Init(thread, m.builtins)
	if err != nil {
		return nil, blame.Located(err)
	}
	globals.Freeze()
	m.ran[base] = globals
	for _, name := range p.names {
		if v, ok := globals[name]; ok {
			m.names[name] = v
		}
	}
	return globals, nil
}
