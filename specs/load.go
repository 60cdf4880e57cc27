package specs

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"sort"
	"strings"

	"touchstone/specs/schema"
)

// Load compiles the pack whose folder fsys is. name becomes the pack's name and the first element
// of positions. The files are
//
//	pack.yaml  extensions.yaml  operands.yaml  csrs.yaml  interpretations.yaml  profiles/*.yaml  semantics/*.star
//	operations.yaml  tables/*.tsv
//	<folder of an extension>/{insts,csrs,rules}.yaml
//
// of which only pack.yaml must exist. Loading is strict: an unknown key, a wrong type, a name given
// twice, or a reference to an extension, operand or rule that does not exist is an error. All that
// are found are reported together, sorted by file and line; each is an [ErrPack].
func Load(fsys fs.FS, name string) (*Pack, error) {
	l := &loader{fsys: fsys, pack: &Pack{Name: name}}
	l.files()
	if len(l.faults) == 0 {
		l.references()
	}
	if len(l.faults) > 0 {
		return nil, l.report()
	}
	if _, err := l.pack.seal(); err != nil {
		return nil, err
	}
	return l.pack, nil
}

// LoadDir compiles the pack in a directory, under the directory's own name.
func LoadDir(dir string) (*Pack, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	if info, err := os.Stat(abs); err != nil {
		return nil, err
	} else if !info.IsDir() {
		return nil, fmt.Errorf("%s is not a directory; name the folder that holds pack.yaml", dir)
	}
	return Load(os.DirFS(abs), filepath.Base(abs))
}

// loader gathers a pack and everything that is wrong with it.
type loader struct {
	fsys   fs.FS
	pack   *Pack
	kind   bool // known, since pack.yaml is sound
	faults []*fault
	schema map[string]*schema.Schema
	cells  []ruleCell // of tables

	records *node // interpretations.yaml
}

func (l *loader) fault(pos Pos, format string, args ...any) {
	l.faults = append(l.faults, &fault{pos: pos, text: fmt.Sprintf(format, args...)})
}

func (l *loader) report() error {
	sort.SliceStable(l.faults, func(i, j int) bool {
		a, b := l.faults[i].pos, l.faults[j].pos
		if a.File != b.File {
			return a.File < b.File
		}
		return a.Line < b.Line
	})
	errs := make([]error, 0, len(l.faults))
	for i, f := range l.faults {
		if i == 0 || *f != *l.faults[i-1] {
			errs = append(errs, f)
		}
	}
	return errors.Join(errs...)
}

// files reads every file, those first that others refer to.
func (l *loader) files() {
	if n := l.yaml("pack.yaml", "pack"); n != nil {
		l.kind = true
		if kind := PackKind(n.get("kind").text()); kind == Exchange {
			l.pack.Kind = kind
		}
		l.pack.Title = n.get("title").text()
		l.pack.Version = n.get("version").text()
		l.pack.Source = n.get("source").text()
		l.pack.Chapters = n.get("chapters").texts()
		l.pack.DefaultProfile = n.get("default_profile").text()
		if claim := n.child("embedded_ics"); claim != nil {
			ics := readICS(claim.value)
			if l.pack.Exchanges() {
				ics = ics.exchanging()
			}
			l.pack.DefaultICS = &ics
		}
		if claims := n.child("embedded_claims"); claims != nil {
			l.pack.Claims = claims.value.lists()
		}
	} else if len(l.faults) == 0 {
		l.fault(Pos{path.Join(l.pack.Name, "pack.yaml"), 1}, "no such file; it names the standard (title, version, source)%s", l.below())
		return
	}
	folders := l.extensions()
	for _, file := range l.list("profiles", ".yaml") {
		l.profiles(file)
	}
	l.operands()
	l.csrs("csrs.yaml", "")
	l.exchange()
	for _, f := range folders {
		l.instructions(path.Join(f.folder, "insts.yaml"), f.extension)
		l.csrs(path.Join(f.folder, "csrs.yaml"), f.extension)
		l.rules(path.Join(f.folder, "rules.yaml"), f.extension)
	}
	for _, file := range l.list("semantics", ".star") {
		text, err := fs.ReadFile(l.fsys, file)
		if err != nil {
			l.fault(l.pos(file, 1), "%v", err)
			continue
		}
		l.pack.Semantics = append(l.pack.Semantics, Source{l.pos(file, 0).File, string(text)})
	}
	l.interpretations()
	l.strays(folders)
}

// below says which folders within this one are packs, where this one is none.
func (l *loader) below() string {
	inside, err := fs.Glob(l.fsys, "*/pack.yaml")
	if err != nil || len(inside) == 0 {
		return ""
	}
	for i, file := range inside {
		inside[i] = path.Dir(file)
	}
	return "; name the folder of one pack: there is " + strings.Join(inside, ", ")
}

// yaml parses a file and checks it with the schema of its kind. A file that does not exist, or is
// at fault, gives nil.
func (l *loader) yaml(file, kind string) *node {
	text, err := fs.ReadFile(l.fsys, file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		l.fault(l.pos(file, 1), "%v", err)
		return nil
	}
	s := l.schema[kind]
	if s == nil {
		if s, err = schema.Open(schema.Packs, kind+".schema.json"); err != nil {
			panic("specs: " + err.Error()) // an embedded schema of ours
		}
		if l.schema == nil {
			l.schema = map[string]*schema.Schema{}
		}
		l.schema[kind] = s
	}
	n, faults := checkedYAML(l.pos(file, 0).File, text, s)
	for _, f := range faults {
		f.column = 0 // positions in a pack are lines: what is compiled keeps no more
	}
	l.faults = append(l.faults, faults...)
	if len(faults) > 0 {
		return nil
	}
	return n
}

// checkedYAML parses text and maps the schema's complaints to lines.
func checkedYAML(file string, text []byte, s *schema.Schema) (*node, []*fault) {
	n, err := parseYAML(file, text)
	if err != nil {
		var f *fault
		if errors.As(err, &f) {
			return nil, []*fault{f}
		}
		return nil, []*fault{faultAt(file, 1, "%v", err)}
	}
	return n, checkedNode(file, n, s)
}

// checkedNode maps what a schema has against a document to its places.
func checkedNode(file string, n *node, s *schema.Schema) []*fault {
	var faults []*fault
	for _, p := range s.Check(n.plain()) {
		where := strings.Join(p.Path, ".")
		if p.Key && len(p.Path) > 0 {
			where = strings.Join(p.Path[:len(p.Path)-1], ".")
		}
		if where != "" {
			where += ": "
		}
		line, column := n.at(p.Path...)
		message := p.Message
		if len(p.Known) > 0 {
			if near := nearest(p.Path[len(p.Path)-1], p.Known); near != "" {
				message += "; did you mean " + near + "?"
			} else {
				message += "; there are " + strings.Join(p.Known, ", ")
			}
		}
		f := faultAt(file, line, "%s%s", where, message)
		f.column = column
		faults = append(faults, f)
	}
	return faults
}

func (l *loader) pos(file string, line int) Pos { return Pos{path.Join(l.pack.Name, file), line} }

// list gives a folder's files of one kind, sorted; none if there is no such folder.
func (l *loader) list(folder, suffix string) []string {
	entries, err := fs.ReadDir(l.fsys, folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		l.fault(l.pos(folder, 1), "%v", err)
	}
	var files []string
	for _, e := range entries {
		if !e.IsDir() && strings.HasSuffix(e.Name(), suffix) {
			files = append(files, path.Join(folder, e.Name()))
		}
	}
	slices.Sort(files)
	return files
}

// strays finds YAML files that nothing reads: a misspelt name would otherwise lose a whole file.
func (l *loader) strays(folders []extensionFolder) {
	known := map[string]bool{"pack.yaml": true, "extensions.yaml": true, interpretationsFile: true}
	if !l.kind {
		return // what is read depends on it
	}
	own, inFolders, hold := []string{"operands.yaml", "csrs.yaml"}, []string{"insts.yaml", "csrs.yaml", "rules.yaml"}, "insts.yaml, csrs.yaml and rules.yaml"
	if l.pack.Exchanges() {
		own, inFolders, hold = []string{operationsFile}, []string{"rules.yaml"}, "rules.yaml"
	}
	for _, name := range own {
		known[name] = true
	}
	for _, f := range folders {
		for _, name := range inFolders {
			known[path.Join(f.folder, name)] = true
		}
	}
	err := fs.WalkDir(l.fsys, ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() || known[file] || path.Dir(file) == "profiles" {
			return nil
		}
		if file == operationsFile {
			l.fault(l.pos(file, 1), "nothing reads this file in a pack of instructions; write kind: exchange into pack.yaml if implementations are asked and answer")
			return nil
		}
		if ext := path.Ext(file); ext == ".yaml" || ext == ".yml" {
			l.fault(l.pos(file, 1), "nothing reads this file; an extension's folder (`folder:` in extensions.yaml) holds %s", hold)
		}
		return nil
	})
	if err != nil {
		l.fault(l.pos(".", 1), "%v", err)
	}
}
