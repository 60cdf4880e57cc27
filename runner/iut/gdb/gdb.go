// Package gdb executes images through a GDB server: a board behind OpenOCD or a vendor's probe, QEMU
// with -gdb, Renode. It is a debugger that loads a program, lets it run to its end, and reads what
// it left in memory; the target needs no console and no file system.
//
// How the server is reached is one of
//
//	start.address                               one that runs: host:port, or unix:PATH
//	start.command with {socket} or {port}       started by us, once for each image at the same time
//	start.command without them                  started by us, spoken to through its standard input and output
//	start.command and start.address             started by us, and reached there
//
// In a command {harts}, {memory} (mebibytes) and {isa} stand for what images need. A server that we
// started is ended with its process group. One with an address is used by one image at a time.
//
// # An image
//
// The commands of start.monitor are given to the server ("reset halt", QEMU's "system_reset"). The
// segments of the ELF file are written into memory, all but the log, which begins with a zero; the
// program counter of every hart is set to the entry, and they run. A hardware breakpoint stands where
// the image ends: where its text has a jump to itself. A software breakpoint would be an instruction
// in text that the image sums. When the hart has no trigger for it, the harts are stopped from time to
// time to see whether one is there.
//
// Then the log is read, as far as it was written. When the harts run for longer than a case may
// take they are stopped, the log is read, and they go on if another case has finished meanwhile;
// otherwise the image hangs, in the case that had begun. Whatever finished before is kept.
//
// # A server is used again
//
// for the next image if start.monitor or start.address is there; so the commands must reset the
// harts. Without commands an address is used again all the same, and what the last image left in CSRs
// is what the next one finds. A server that we started for a single image, or whose image did not end
// well, is ended.
//
// # Settings
//
// start.timeout bounds an image (2 minutes), start.limits.case the time without another case (10 s),
// start.set.verify: true reads back all that is loaded, start.set.breakpoint: false sets none.
//
// # Boards
//
// OpenOCD takes ebreak for its own unless told otherwise, and then a case that executes it stops the
// harts: put "riscv set_ebreakm off", "riscv set_ebreaks off" and "riscv set_ebreaku off" into its
// configuration, or into start.monitor. Caches must be coherent with the debugger's writes, or the
// image's fence.i and the server's own must make them so.
package gdb

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"touchstone/reports"
	"touchstone/specs"

	"touchstone/runner/image"
	"touchstone/runner/iut"
	"touchstone/runner/iut/gdb/remote"
	"touchstone/runner/iut/program"
	"touchstone/runner/trial"
)

// Limits on one execution. Zero fields take the defaults.
type Limits struct {
	Total   time.Duration // for one image: 2 minutes
	Silence time.Duration // without another case: 10 s
	Start   time.Duration // until the server answers: 20 s
	Remote  remote.Limits
}

func (l Limits) withDefaults(start specs.Start) Limits {
	or := func(d *time.Duration, values ...time.Duration) {
		for _, v := range values {
			if *d == 0 {
				*d = v
			}
		}
	}
	or(&l.Total, start.Timeout, 2*time.Minute)
	or(&l.Silence, start.Limits.Case, 10*time.Second)
	or(&l.Start, 20*time.Second)
	return l
}

// GDB is the adapter.
type GDB struct {
	iut        specs.IUT
	isa        string
	limits     Limits
	place      program.Place
	way        way
	verify     bool
	breakpoint bool
	servers    pool
}

var _ iut.Executor = (*GDB)(nil)

// way is how a server is reached.
type way int

const (
	attach way = iota // to an address
	socket            // a Unix socket that we name
	port              // a TCP port that we choose
	pipes             // its standard input and output
)

// placeholders of start.command.
func placeholders() []string { return []string{"socket", "port", "harts", "memory", "isa"} }

// New checks the description and makes the adapter; nothing is started. isa is the ISA string
// that {isa} stands for.
func New(u *specs.IUT, isa string, limits Limits) (*GDB, error) {
	s := u.Start
	g := &GDB{
		iut: *u, isa: isa, limits: limits.withDefaults(s), breakpoint: true,
		place: program.Place{Directory: s.Directory, Environment: s.Environment},
	}
	wrong := func(format string, a ...any) (*GDB, error) {
		return nil, fmt.Errorf("%s:%d: %s: %s", u.Position.File, u.Position.Line, u.Name, fmt.Sprintf(format, a...))
	}
	switch {
	case s.Adapter != "gdb":
		return wrong("start.adapter is %q, not gdb", s.Adapter)
	case s.Address == "" && (len(s.Command) == 0 || s.Command[0] == ""):
		return wrong("start needs the address of a GDB server that runs (localhost:3333, unix:PATH), or a command that starts one (with {socket} or {port} where it is to listen)")
	case s.Results == "console":
		return wrong("start.results is console: a debugger reads memory; remove it, or make it signature")
	case s.Limits.Output != 0 || s.Limits.File != 0 || s.Limits.Memory != 0:
		return wrong("start.limits: of these there is only case: a GDB server writes no results")
	}
	uses := ""
	for _, arg := range s.Command {
		if _, err := program.Expand(arg, placeholders(), func(string) string { return "" }); err != nil {
			return wrong("start.command: %v", err)
		}
		uses += arg
	}
	asks := func(name string) bool { return strings.Contains(uses, "{"+name+"}") }
	switch {
	case s.Address != "":
		if asks("socket") || asks("port") {
			return wrong("start.address says where the server listens, and start.command asks for {socket} or {port}: remove one of them")
		}
		if _, _, err := dialable(s.Address); err != nil {
			return wrong("start.address: %v", err)
		}
	case asks("socket") && asks("port"):
		return wrong("start.command has both {socket} and {port}; one of them is enough")
	case asks("socket"):
		g.way = socket
	case asks("port"):
		g.way = port
	default:
		g.way = pipes
	}
	for _, name := range slices.Sorted(maps.Keys(s.Set)) {
		on, isBool := s.Set[name].(bool)
		switch {
		case name == "verify" && isBool:
			g.verify = on
		case name == "breakpoint" && isBool:
			g.breakpoint = on
		case name == "verify" || name == "breakpoint":
			return wrong("start.set.%s is %v; it is true or false", name, s.Set[name])
		default:
			return wrong("start.set.%s: there is no such setting; there are verify and breakpoint", name)
		}
	}
	g.servers.init(g.way == attach)
	return g, nil
}

// Protocol is the log in memory.
func (g *GDB) Protocol() image.Protocol { return image.Signature }

// Close ends the servers that we started, and lets go of the other.
func (g *GDB) Close() error {
	g.servers.close()
	return nil
}

// reusable says whether a server may have another image after one that ended well.
func (g *GDB) reusable() bool { return g.way == attach || len(g.iut.Start.Monitor) > 0 }

// Describe asks the server for the target's description and the hart for its identity, and the
// program that we start for its version.
func (g *GDB) Describe(ctx context.Context) (reports.Implementation, error) {
	im := reports.Implementation{Name: g.iut.Name, Adapter: "gdb", Command: slices.Clone(g.iut.Start.Command)}
	var err error
	ask := g.iut.Start.Version
	if len(im.Command) > 0 {
		path, err := g.place.Find(im.Command[0])
		if err != nil {
			return im, err
		}
		if im.Digest, err = program.Digest(path); err != nil {
			return im, fmt.Errorf("%w: %s: %w", iut.ErrUnavailable, path, err)
		}
		if len(ask) == 0 {
			ask = []string{im.Command[0], "--version"}
		}
	}
	if len(ask) > 0 {
		if im.Version, err = g.place.Version(ctx, ask); err != nil {
			return im, err
		}
	}
	s, err := g.servers.take(ctx, g.open)
	if err != nil {
		return im, err
	}
	identity, err := identify(ctx, s.client)
	if err != nil {
		err = g.unavailable(s, "it does not say what it debugs", err)
		g.servers.drop(s)
		if ctx.Err() != nil {
			return im, ctx.Err()
		}
		return im, err
	}
	g.servers.give(s)
	im.Vendor = identity
	if im.Version == "" {
		im.Version = identity
	}
	return im, nil
}

// identify is the target's architecture and the identity of its hart, as far as they can be read.
func identify(ctx context.Context, c *remote.Client) (string, error) {
	d, err := c.Description(ctx)
	if err != nil {
		return "", err
	}
	var parts []string
	if d.Architecture != "" {
		parts = append(parts, d.Architecture)
	}
	for _, name := range []string{"mvendorid", "marchid", "mimpid"} {
		if _, ok := d.Find(name); !ok {
			continue
		}
		switch v, err := c.Register(ctx, name); {
		case err == nil:
			parts = append(parts, name+" 0x"+strconv.FormatUint(v, 16))
		case !remote.Declined(err):
			return "", err
		}
	}
	if len(parts) == 0 {
		return "an undescribed target", nil
	}
	return strings.Join(parts, ", "), nil
}

// unavailable is the error of a server that cannot be worked with.
func (g *GDB) unavailable(s *server, what string, err error) error {
	return fmt.Errorf("%w: the GDB server of %s: %s: %w%s", iut.ErrUnavailable, g.iut.Name, what, err, s.lastWords())
}

// Execute runs one image.
func (g *GDB) Execute(ctx context.Context, img *image.Image, yield func(trial.Outcome) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if img.Protocol != image.Signature {
		return fmt.Errorf("image %s reports by %s; %s is read by %s", img.Name, img.Protocol, g.iut.Name, image.Signature)
	}
	p, err := load(img)
	if err != nil {
		return fmt.Errorf("image %s: %w", img.Name, err)
	}
	s, err := g.ready(ctx, p, img)
	if err != nil {
		return err
	}
	e := execution{GDB: g, s: s, img: img, p: p, log: tail{image: img}, reader: img.NewReader(yield)}
	err = e.run(ctx)
	if e.settled && g.reusable() && (err == nil || g.way == attach) {
		g.servers.give(s)
	} else {
		g.servers.drop(s)
	}
	return err
}

// ready is a server that has the program in its target's memory and its harts at the entry. One that
// has served before and does not any more is exchanged, once.
func (g *GDB) ready(ctx context.Context, p *loaded, img *image.Image) (*server, error) {
	for {
		s, err := g.servers.take(ctx, g.open)
		if err != nil {
			return nil, err
		}
		err = g.prepare(ctx, s, p, img)
		if err == nil {
			s.served++
			return s, nil
		}
		err = g.unavailable(s, "the image cannot be loaded", err)
		again := s.served > 0
		g.servers.drop(s)
		switch {
		case ctx.Err() != nil:
			return nil, ctx.Err()
		case !again:
			return nil, err
		}
	}
}
