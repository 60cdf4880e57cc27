package image

import (
	"cmp"
	"crypto/sha256"
	stdelf "debug/elf"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"touchstone/specs"
	"touchstone/specs/isa"

	"touchstone/runner/image/elf"
	"touchstone/runner/image/linux"
	"touchstone/runner/image/machine"
	"touchstone/runner/trial"
)

// Build packs cases into images, in the order of items within each setting. It fails when a case
// asks for what the runtime cannot do, and says which.
func Build(t *isa.Table, csrs []specs.CSR, m Map, items []Item, opt Options) ([]*Image, error) {
	if opt.Protocol == "" {
		opt.Protocol = Signature
	}
	if opt.Max <= 0 {
		opt.Max = 2000
	}
	b := &builder{table: t, csrs: csrs, names: newCSRNames(csrs), views: map[uint16]specs.View{}, m: m, opt: opt}
	for name, view := range specs.Views(csrs) {
		b.views[b.names[name]] = view
	}
	var order []string
	groups := map[string][]Item{}
	for _, it := range items {
		key, err := json.Marshal(it.Case.Setting)
		if err != nil {
			return nil, err
		}
		if _, ok := groups[string(key)]; !ok {
			order = append(order, string(key))
		}
		groups[string(key)] = append(groups[string(key)], it)
	}
	var parts [][]Item
	var unfit Unfit
	for _, key := range order {
		if m.Size != 0 {
			if groups[key] = b.placeable(groups[key], &unfit); len(groups[key]) == 0 {
				continue
			}
		}
		size := opt.Max
		if groups[key][0].Case.Setting.Harts > 1 {
			size = min(size, maxTogether)
		}
		if m.Size == 0 {
			parts = slices.AppendSeq(parts, chunks(groups[key], size))
		} else {
			parts = append(parts, b.portions(groups[key], size)...)
		}
	}
	return b.images(parts, unfit)
}

// chunks deals cases out to images: at most so many, and no more than their tables and their log
// have room for.
func chunks(items []Item, most int) iter.Seq[[]Item] {
	vlen := items[0].Case.Setting.VLEN
	return func(yield func([]Item) bool) {
		start, room := 0, tableRoom
		blocks := map[*trial.Vectors]bool{} // that this image has
		need := func(c *trial.Case) int {
			n := rowRoom + 16*len(c.Before) + 3*vlen
			if vlen != 0 && !blocks[c.Vectors] {
				n += 4 * vlen
			}
			return n
		}
		for i, it := range items {
			if i > start && (i-start == most || need(it.Case) > room) {
				if !yield(items[start:i]) {
					return
				}
				start, room = i, tableRoom
				clear(blocks)
			}
			room -= need(it.Case)
			blocks[it.Case.Vectors] = true
		}
		yield(items[start:])
	}
}

// Bytes of tables and log that an image with vector state may fill: what a case needs at most is
// hard to say before it is placed, so some room is left.
const (
	tableRoom = (codeOffset - logOffset) * 7 / 8
	rowRoom   = 512
)

// maxTogether is how many cases of several harts an image holds: each runs many times over.
const maxTogether = 8

type builder struct {
	table *isa.Table
	csrs  []specs.CSR
	names csrNames
	views map[uint16]specs.View
	m     Map
	opt   Options
}

// stub is a trial's stub, placed.
type stub struct {
	code uint64
	desc uint64 // address of its description in the table
	runs []machine.Run
}

// caseRow is a case resolved as far as it can be without the address of its code.
type caseRow struct {
	item  Item
	x     []trial.Preset
	xAt   []uint64 // register numbers
	mem   []trial.Preset
	memAt []uint64 // offsets from the lower guard
	f     []trial.Preset
	fAt   []uint64 // register numbers
	v     []trial.Preset
	vAt   []uint64 // offsets from the first byte of v0
	fcsr  uint64
	vcsrs machine.Vector // CSRs only
	csrs  []machine.Access
	rel   []bool // of csrs
}

func (b *builder) image(all []Item) (*Image, error) {
	items := slices.DeleteFunc(slices.Clone(all), func(it Item) bool { return it.Absent })
	if len(items) == 0 {
		return nil, fmt.Errorf("case %s and those after it are all absent", all[0].Case.ID)
	}
	present := map[*trial.Stub]bool{}
	for _, it := range items {
		present[it.Case.Stub] = true
	}
	setting := items[0].Case.Setting
	g, err := settle(setting, b.names)
	if err != nil {
		return nil, fmt.Errorf("case %s: %w", items[0].Case.ID, err)
	}
	rows := make([]caseRow, len(items))
	used := map[uint16]bool{}
	for i, it := range items {
		if rows[i], err = b.resolve(it, setting); err != nil {
			return nil, fmt.Errorf("case %s: %w", it.Case.ID, err)
		}
		for _, a := range rows[i].csrs {
			used[a.CSR] = true
		}
	}
	// The setting's come first and in its order: a PMP entry's address before it is switched on.
	var named []uint16
	for _, w := range g.writes {
		if !slices.Contains(named, w.csr) {
			named = append(named, w.csr)
		}
	}
	for _, n := range slices.Sorted(maps.Keys(used)) {
		if !slices.Contains(named, n) {
			named = append(named, n)
		}
	}
	if len(named) > machine.MaxCSRs {
		return nil, fmt.Errorf("case %s and those after it name %d CSRs; an image has room for %d", items[0].Case.ID, len(named), machine.MaxCSRs)
	}

	m, work, lie := b.m, b.m.Base+workOffset, b.m.regions()
	checks := b.opt.Protocol == SelfCheck
	parts := machine.Parts{Channels: m.channel(), Float: setting.Float, VLEN: setting.VLEN, Check: checks}
	if setting.Harts > 1 {
		parts.Prelude = machine.Harts()
	}
	process := setting.Environment == trial.Linux
	if process {
		if b.opt.Protocol != Console {
			return nil, fmt.Errorf("a Linux program reports on its standard output (%s), not by %s", Console, b.opt.Protocol)
		}
		parts.Prelude, parts.Source = "", linux.Source(work, b.m.processMemory(), setting.Harts, without(setting))
	}
	text, err := machine.Assemble(b.table, b.csrs, m.Base, work, named, parts)
	if err != nil {
		return nil, err
	}
	if uint64(len(text.Code)) > workOffset {
		return nil, fmt.Errorf("the runtime with accessors for %d CSRs has %d bytes; there is room for %d", len(named), len(text.Code), workOffset)
	}

	img := &Image{
		Protocol: b.opt.Protocol,
		Setting:  setting, Harts: max(setting.Harts, 1), Map: m, CSRs: map[uint16]string{},
	}
	b.nameCSRs(img, named)

	// The id seeds the sums of rows, so it is a digest of what was asked for, not of the program.
	img.ID = b.identity(items, g)

	area := DataArea()
	table := &machine.Table{Base: m.Base + lie.table}
	vars := machine.Variables{
		ToHost: m.Base + htifOffset, UART: m.Console.Address, Finisher: m.Exit.Address, Out: m.calls(),
		Console: b.opt.Protocol != Signature, ImageID: img.ID, Cases: uint64(len(items)),
		User: g.user, Status: g.status, Handler: text.Scratch, Together: text.Together,
		Data: [2]uint64{m.Data - GuardSize, m.Data + DataSize + GuardSize},
		Text: [2]uint64{m.Base, m.Base + uint64(len(text.Code))},
	}
	if setting.Anchor == "x31" {
		vars.Handler = text.X31
	}
	vars.State, vars.VLEN = [2]uint64{text.StateIn, text.StateOut}, setting.VLEN
	vars.Setting[0] = table.Here()
	for _, w := range g.writes {
		if at := text.Write(w.csr); at != 0 {
			table.Words(at, w.value)
		}
	}
	vars.Setting[1] = table.Here()
	vars.Homes[0] = table.Here()
	for _, n := range named {
		table.Words(text.Read(n), text.Write(n))
	}
	vars.Homes[1] = table.Here()
	var x [32]uint64
	for i := range x {
		x[i] = Background(i)
	}
	vars.PristineX = table.Words(x[:]...)
	vars.Pristine = table.Raw(area)
	blocks := map[*trial.Vectors]uint64{}
	if setting.Float {
		var f [32]uint64
		for i := range f {
			f[i] = FloatBackground(i)
		}
		vars.PristineF = table.Words(f[:]...)
	}

	stubs := map[*trial.Stub]*stub{}
	var placed []*stub
	code := newArena(m.Base+lie.code, lie.end-lie.code)
	for _, it := range all {
		if it.Absent && !present[it.Case.Stub] {
			if err := code.reserve(it.Case, stubs, setting.Environment); err != nil {
				return nil, fmt.Errorf("case %s: %w", it.Case.ID, err)
			}
			continue
		}
		if setting.Harts > 1 {
			s, err := b.together(it.Case, table, code, work)
			if err != nil {
				return nil, fmt.Errorf("case %s: %w", it.Case.ID, err)
			}
			stubs[it.Case.Stub] = s
			placed = append(placed, s)
			img.Rounds += it.Case.Repeat
			continue
		}
		if stubs[it.Case.Stub] != nil {
			continue
		}
		if it.Case.Stub == nil {
			return nil, fmt.Errorf("case %s has no code", it.Case.ID)
		}
		entered, entry, err := approached(it.Case.Stub, setting.Environment)
		if err != nil {
			return nil, fmt.Errorf("case %s: %w", it.Case.ID, err)
		}
		at, runs, err := code.place(entered)
		if err != nil {
			return nil, fmt.Errorf("case %s: %w", it.Case.ID, err)
		}
		s := &stub{code: at, runs: runs}
		s.desc = table.Stub(at+uint64(entry), runs)
		stubs[it.Case.Stub] = s
		placed = append(placed, s)
	}

	if setting.VLEN != 0 { // before the rows, which follow one another
		for _, r := range rows {
			if err := block(table, blocks, r.item.Case.Vectors, setting.VLEN); err != nil {
				return nil, fmt.Errorf("case %s: %w", r.item.Case.ID, err)
			}
		}
	}
	vars.Rows = table.Here()
	for _, r := range rows {
		s := stubs[r.item.Case.Stub]
		for i := range r.csrs {
			if r.rel[i] {
				r.csrs[i].Value += s.code
			}
		}
		row := machine.Row{X: pairs(r.x, r.xAt, s.code), Mem: pairs(r.mem, r.memAt, s.code), CSRs: r.csrs}
		if setting.Float {
			row.Float = &machine.Float{F: pairs(r.f, r.fAt, s.code), FCSR: r.fcsr}
		}
		if setting.VLEN != 0 {
			v := r.vcsrs
			v.Block = blocks[r.item.Case.Vectors]
			v.V, row.Vector = pairs(r.v, r.vAt, s.code), &v
		}
		table.Row(text, img.ID, s.desc, row)
		img.Cases = append(img.Cases, r.item.Index)
		img.Code = append(img.Code, s.code)
	}
	img.Rows = [2]uint64{vars.Rows, table.Here()}
	if checks {
		vars.Expect, img.Verdict = table.Here(), machine.VerdictAt(work)
		for slot, it := range items {
			table.Expect(digests(img.ID, slot, it.Frames))
		}
	}
	vars.Table = [2]uint64{table.Base, table.Here()}
	if n := uint64(len(table.Bytes())); n > lie.log-lie.table {
		return nil, noRoom("%d cases need %d bytes of tables; there is room for %d: build smaller images", len(items), n, lie.log-lie.table)
	}

	// The longest result fits beyond the limit.
	longest := uint64(longest(m, setting, most(placed), mostObserved(items)))
	if 2*longest > lie.code-lie.log {
		return nil, noRoom("a record may have %d bytes; a log of %d is too small for it", longest, lie.code-lie.log)
	}
	size := min(uint64(len(items)*perCase(setting))+longest*2, lie.code-lie.log)
	if process || checks {
		size = 2 * longest // lines are written as they are made, records compared
	}
	img.Log = [2]uint64{m.Base + lie.log, m.Base + lie.log + size}
	vars.Log, vars.Limit = img.Log[0], img.Log[1]-longest
	img.Sum = machine.Sum(machine.Sum(img.ID, text.Code), table.Bytes())
	if checks {
		vars.Sum = img.Sum
	}

	segments := []elf.Segment{
		{Name: ".text", Addr: m.Base, Data: text.Code, Flags: stdelf.PF_R | stdelf.PF_X},
		{Name: ".work", Addr: work, Data: vars.Work(work, x, area), Flags: stdelf.PF_R | stdelf.PF_W},
		{Name: ".tohost", Addr: m.Base + htifOffset, Data: make([]byte, 16), Flags: stdelf.PF_R | stdelf.PF_W},
		{Name: ".data", Addr: m.Data - GuardSize, Data: area, Flags: stdelf.PF_R | stdelf.PF_W},
		{Name: ".table", Addr: table.Base, Data: table.Bytes(), Flags: stdelf.PF_R},
		{Name: ".log", Addr: img.Log[0], Size: size, Flags: stdelf.PF_R | stdelf.PF_W},
	}
	if img.Harts > 1 {
		segments = append(segments, elf.Segment{Name: ".harts", Addr: m.Base + hartsOffset, Size: machine.HartsSize, Flags: stdelf.PF_R | stdelf.PF_W})
	}
	if n := machine.StateSize(setting.VLEN); setting.Float && stateOffset+n > lie.table {
		return nil, noRoom("vector registers of %d bits need %d bytes of memory twice over; there is room for %d", setting.VLEN, n, lie.table-stateOffset)
	}
	if setting.Float {
		segments = append(segments, elf.Segment{Name: ".state", Addr: m.Base + stateOffset, Size: machine.StateSize(setting.VLEN), Flags: stdelf.PF_R | stdelf.PF_W})
	}
	segments = append(segments, codeSegments(placed)...)
	symbols := imageSymbols(text, m, img.Log[0], img.Log[1])
	if checks {
		symbols = img.checkedSymbols(text)
	}
	if process {
		segments, symbols = program(segments, m), symbols[:1]
	}
	img.ELF, err = elf.Write(text.Entry, segments, symbols)
	if err != nil {
		return nil, fmt.Errorf("image %s: %w", img.Name, err)
	}
	sum := sha256.Sum256(img.ELF)
	img.Digest = "sha256:" + hex.EncodeToString(sum[:])
	return img, nil
}

// block puts what vector registers hold into the table, once an image.
func block(t *machine.Table, placed map[*trial.Vectors]uint64, v *trial.Vectors, vlen int) error {
	if _, ok := placed[v]; ok {
		return nil
	}
	bytes := VectorBackgrounds(vlen)
	if v != nil {
		if len(v.Bytes) != len(bytes) {
			return fmt.Errorf("vector registers of %d bits hold %d bytes, not the %d that %s gives", vlen, len(bytes), len(v.Bytes), v.Name)
		}
		bytes = v.Bytes
	}
	placed[v] = t.Raw(bytes)
	return nil
}

// imageSymbols are the names by which a simulator finds what it needs. QEMU takes tohost and
// fromhost only as objects of 8 bytes.
func imageSymbols(text *machine.Text, m Map, begin, end uint64) []elf.Symbol {
	symbols := []elf.Symbol{{Name: "_start", Addr: text.Entry, Func: true}}
	if m.hosted() {
		symbols = append(symbols,
			elf.Symbol{Name: "tohost", Addr: m.Base + htifOffset, Size: 8},
			elf.Symbol{Name: "fromhost", Addr: m.Base + htifOffset + 8, Size: 8})
	}
	if m.Exit.Kind == Loop {
		symbols = append(symbols, elf.Symbol{Name: "touchstone_end", Addr: text.Symbols["end"], Func: true})
	}
	return append(symbols, elf.Symbol{Name: "begin_signature", Addr: begin}, elf.Symbol{Name: "end_signature", Addr: end})
}

// name is what the image of a setting is called.
func (b *builder) name(s trial.Setting, ordinal int) string {
	return fmt.Sprintf("%s%s-%04d", b.opt.Name, cmp.Or(s.Environment, strings.ToLower(s.Mode)), ordinal)
}

// nameCSRs records the names of CSRs that records may mention; the shortest name wins where an
// address has several.
func (b *builder) nameCSRs(img *Image, named []uint16) {
	want := append([]uint16{csrMie, csrMtvec, csrMcounteren, csrMscratch}, named...)
	var row caseRow
	for _, c := range b.csrs {
		if n := uint16(c.Address); row.state(img.Setting, b.whole(n)) != nil || n == csrVlenb {
			want = append(want, n)
		}
	}
	for _, c := range b.csrs {
		n := uint16(c.Address)
		if old, ok := img.CSRs[n]; slices.Contains(want, n) && (!ok || len(c.Name) < len(old)) {
			img.CSRs[n] = c.Name
		}
	}
}

// identity is a digest over what the image is to do: never 0, and different for images that differ.
func (b *builder) identity(items []Item, g ground) uint64 {
	h := sha256.New()
	fmt.Fprintln(h, "machine image", b.opt.Protocol, b.m.identity(), g.user, g.status, g.writes)
	if env := items[0].Case.Setting.Environment; env != "" {
		fmt.Fprintln(h, "environment", env)
	}
	if without := items[0].Case.Setting.Without; len(without) > 0 {
		fmt.Fprintln(h, "without", without)
	}
	if vlen := items[0].Case.Setting.VLEN; vlen != 0 {
		fmt.Fprintln(h, "vectors of", vlen)
	}
	blocks := map[*trial.Vectors]int{}
	seen := map[*trial.Stub]int{}
	for _, it := range items {
		c := it.Case
		n, ok := seen[c.Stub]
		if !ok && c.Stub != nil {
			n = len(seen)
			seen[c.Stub] = n
			fmt.Fprintln(h, "stub", c.Stub.Align)
			for _, k := range c.Stub.Chunks {
				fmt.Fprintf(h, "%d %x\n", k.Offset, k.Bytes)
			}
		}
		if _, ok := blocks[c.Vectors]; !ok && c.Vectors != nil {
			blocks[c.Vectors] = len(blocks) + 1
			fmt.Fprintf(h, "vectors %x\n", sha256.Sum256(c.Vectors.Bytes))
		}
		fmt.Fprintln(h, "case", it.Index, n, c.Before, c.Observe)
		if c.Vectors != nil {
			fmt.Fprintln(h, "holding", blocks[c.Vectors])
		}
		if b.opt.Protocol == SelfCheck {
			fmt.Fprintln(h, "allowed", it.Frames)
		}
		for _, s := range c.Harts {
			fmt.Fprintln(h, "beside", c.Repeat, s.Chunks)
		}
	}
	return binary.LittleEndian.Uint64(h.Sum(nil)) | 1
}

// resolve takes a case's presets and observations apart.
func (b *builder) resolve(it Item, s trial.Setting) (caseRow, error) {
	r := caseRow{item: it, vcsrs: vectorGround()}
	at := map[uint16]int{}
	if err := several(it.Case); err != nil {
		return r, err
	}
	for _, p := range it.Case.Before {
		l, err := b.names.parse(p.Loc)
		if err != nil {
			return r, err
		}
		switch l.kind {
		case 'x':
			if l.n == 0 || l.n == 31 && s.Anchor == "x31" {
				return r, fmt.Errorf("%s cannot be preset (x0 is zero; x31 is the runtime's under anchor x31)", p.Loc)
			}
			r.x, r.xAt = append(r.x, p), append(r.xAt, l.n)
		case 'm':
			off := l.n - b.m.Data
			if off >= DataSize {
				return r, fmt.Errorf("%s cannot be preset: the data area is %#x to %#x", p.Loc, b.m.Data, b.m.Data+DataSize)
			}
			r.mem, r.memAt = append(r.mem, p), append(r.memAt, off+GuardSize)
		case 'f':
			if !s.Float {
				return r, fmt.Errorf("%s cannot be preset: the setting has no floating-point state", p.Loc)
			}
			r.f, r.fAt = append(r.f, p), append(r.fAt, l.n)
		case 'v':
			if l.i >= uint64(s.VLEN/64) {
				return r, fmt.Errorf("%s cannot be preset: the setting has vector registers of %d bits", p.Loc, s.VLEN)
			}
			r.v, r.vAt = append(r.v, p), append(r.vAt, l.n*uint64(s.VLEN/8)+l.i*8)
		case 's':
			return r, fmt.Errorf("%s cannot be preset by a case: the runtime enters with it; give it in the setting", p.Loc)
		case 'c':
			n := uint16(l.n)
			if at := r.state(s, b.whole(n)); at != nil {
				if view, ok := b.views[n]; ok {
					p.Value = view.In(*at, p.Value)
				}
				*at = p.Value
				continue
			}
			switch {
			case n == csrMtvec, n == csrMepc, n == csrMstatus:
				return r, fmt.Errorf("%s cannot be preset by a case: the runtime enters through it; write it in the case's own code, or in the setting", p.Loc)
			case n == csrMscratch && s.Anchor != "x31":
				return r, fmt.Errorf("%s cannot be preset while it is the runtime's: use anchor x31", p.Loc)
			case n>>10 == 3:
				return r, fmt.Errorf("%s is read-only", p.Loc)
			}
			if i, ok := at[n]; ok {
				r.csrs[i].Value, r.rel[i] = p.Value, p.Rel
				continue
			}
			at[n] = len(r.csrs)
			r.csrs, r.rel = append(r.csrs, machine.Access{CSR: n, Preset: true, Value: p.Value}), append(r.rel, p.Rel)
		}
	}
	for _, loc := range it.Case.Observe {
		l, err := b.names.parse(loc)
		if err != nil {
			return r, err
		}
		switch {
		case s.Harts > 1:
			continue // together gives them their addresses
		case l.kind == 'h':
			return r, fmt.Errorf("%s cannot be observed: the case runs on one hart", loc)
		case l.kind == 'x', l.kind == 'm' && l.n-b.m.Data < DataSize, l.kind == 'c' && r.state(s, b.whole(uint16(l.n))) != nil:
			continue // always observed
		case (l.kind == 'f' || l.kind == 's') && s.Float, l.kind == 'v' && l.i < uint64(s.VLEN/64):
			continue // likewise
		case l.kind != 'c' && l.kind != 'm':
			return r, fmt.Errorf("%s cannot be observed: the setting does not have it", loc)
		case l.kind == 'm':
			return r, fmt.Errorf("%s cannot be observed: the data area is %#x to %#x", loc, b.m.Data, b.m.Data+DataSize)
		case l.n == csrMscratch && s.Anchor != "x31":
			return r, fmt.Errorf("%s cannot be observed while it is the runtime's: use anchor x31", loc)
		}
		n := uint16(l.n)
		i, ok := at[n]
		if !ok {
			i = len(r.csrs)
			at[n] = i
			r.csrs, r.rel = append(r.csrs, machine.Access{CSR: n}), append(r.rel, false)
		}
		r.csrs[i].Observe = true
	}
	if len(r.csrs) > machine.MaxObserved {
		return r, fmt.Errorf("%d CSRs are preset or observed; a case may have %d", len(r.csrs), machine.MaxObserved)
	}
	return r, nil
}

// whole is the CSR that keeps the bits of another, which may be itself.
func (b *builder) whole(csr uint16) uint16 {
	if view, ok := b.views[csr]; ok {
		return b.names[view.CSR]
	}
	return csr
}

// state is where a row has a CSR that is part of the floating-point or vector state of its setting: it
// is made and compared with the registers. Nil: it is none.
func (r *caseRow) state(s trial.Setting, csr uint16) *uint64 {
	switch {
	case csr == csrFcsr && s.Float:
		return &r.fcsr
	case s.VLEN == 0:
		return nil
	case csr == csrVstart:
		return &r.vcsrs.VStart
	case csr == csrVcsr:
		return &r.vcsrs.VCSR
	case csr == csrVl:
		return &r.vcsrs.VL
	case csr == csrVtype:
		return &r.vcsrs.VType
	}
	return nil
}

// pairs gives presets their final values.
func pairs(presets []trial.Preset, at []uint64, code uint64) []machine.Pair {
	out := make([]machine.Pair, len(presets))
	for i, p := range presets {
		out[i] = machine.Pair{Where: at[i], Value: p.Value}
		if p.Rel {
			out[i].Value += code
		}
	}
	return out
}

// codeSegments merges the stubs' memory into segments: what lies close together is one.
func codeSegments(stubs []*stub) []elf.Segment {
	const close = 4096
	var runs []machine.Run
	for _, s := range stubs {
		runs = append(runs, s.runs...)
	}
	slices.SortFunc(runs, func(a, b machine.Run) int { return cmp.Compare(a.Addr, b.Addr) })
	var out []elf.Segment
	for _, r := range runs {
		if n := len(out); n > 0 {
			last := &out[n-1]
			if gap := r.Addr - last.Addr - uint64(len(last.Data)); gap <= close {
				last.Data = append(append(last.Data, make([]byte, gap)...), r.Bytes...)
				continue
			}
		}
		out = append(out, elf.Segment{Name: ".code", Addr: r.Addr, Data: slices.Clone(r.Bytes), Flags: stdelf.PF_R | stdelf.PF_W | stdelf.PF_X})
	}
	return out
}

// DataArea is the data area with its guards as it is before a case without presets.
func DataArea() []byte {
	b := make([]byte, 0, DataSize+2*GuardSize)
	for off := int64(-GuardSize); off < DataSize+GuardSize; off += 8 {
		b = binary.LittleEndian.AppendUint64(b, DataBackground(off))
	}
	return b
}
