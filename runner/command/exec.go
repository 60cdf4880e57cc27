package command

import (
	"bufio"
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"

	"github.com/alecthomas/kong"

	"touchstone/reports"
	"touchstone/runner/rv64"
	"touchstone/specs"
	"touchstone/specs/isa"
)

// Exec is `exec`: the embedded executor on its own.
type Exec struct {
	ELF         string `arg:"" help:"A bare-metal RV64 ELF that ends through HTIF (symbol tohost)."`
	ISA         string `default:"rv64imac_zicsr_zifencei_zicntr_zihintpause" help:"Instruction set, as a RISC-V ISA string."`
	Harts       int    `default:"1" help:"Number of harts."`
	Memory      string `default:"128M" help:"Size of memory: bytes, or with K, M, G."`
	Base        string `default:"0x80000000" placeholder:"ADDRESS" help:"Where memory begins."`
	Limit       uint64 `placeholder:"N" help:"Instructions that a hart may execute; 0: no limit."`
	Misaligned  string `default:"complete" enum:"complete,trap,fault" help:"What misaligned loads and stores do: complete, trap (address misaligned), fault (access fault)."`
	Signature   string `type:"path" placeholder:"FILE" help:"Write what lies between begin_signature and end_signature, in hexadecimal, a doubleword a line."`
	Granularity int    `name:"signature-granularity" default:"8" enum:"4,8" help:"Bytes on a line of the signature."`
	Trace       string `placeholder:"FILE" help:"Write a line for every instruction; - writes to standard error."`
	Specs       string `type:"path" placeholder:"DIR" help:"Compile the pack in a folder instead of the embedded one."`
	JSON        bool   `name:"json" help:"Print how it ended as JSON; the program's own output goes to standard error."`
}

// ended is the JSON of exec.
type ended struct {
	Reason       string `json:"reason"`
	Code         uint64 `json:"code"`
	Detail       string `json:"detail,omitzero"`
	Instructions uint64 `json:"instructions"`
}

func (c *Exec) Run(ctx context.Context, k *kong.Kong) error {
	debug.SetGCPercent(400) // a short program should not wait for a collection
	pack, err := openPack("riscv", c.Specs, specs.Instructions)
	if err != nil {
		return err
	}
	extensions, err := parseISA(pack, c.ISA)
	if err != nil {
		return err
	}
	table, err := isa.New(pack, extensions...)
	if err != nil {
		return usage("%w", err)
	}
	size, err := parseSize(c.Memory)
	if err != nil {
		return err
	}
	base, err := strconv.ParseUint(c.Base, 0, 64)
	if err != nil || base == 0 {
		return usage("--base %s: an address, such as 0x80000000", c.Base)
	}
	image, err := readInput(c.ELF, os.Stdin)
	if err != nil {
		return err
	}
	console := bufio.NewWriter(k.Stdout)
	if c.JSON {
		console = bufio.NewWriter(k.Stderr)
	}
	m, err := rv64.NewMachine(rv64.Config{
		Table: table, Harts: c.Harts, RAMBase: base, RAMSize: size, Limit: c.Limit, Console: console,
		Misaligned: map[string]rv64.MisalignedPolicy{"complete": rv64.Complete, "trap": rv64.TrapMisaligned, "fault": rv64.TrapAccessFault}[c.Misaligned],
	})
	if err != nil {
		return usage("%w", err)
	}
	if err := m.LoadELF(image); err != nil {
		return usage("%s: %w", c.ELF, err)
	}
	stop, err := c.run(ctx, k, m, table)
	if e := console.Flush(); err == nil && e != nil {
		err = e
	}
	if err != nil {
		return unwritable(err)
	}
	if c.Signature != "" {
		if err := writeSignature(c.Signature, m.Signature(), c.Granularity); err != nil {
			return unwritable(err)
		}
	}
	if c.JSON {
		if err := printJSON(k.Stdout, ended{string(stop.Reason), stop.Code, stop.Detail, executed(m)}); err != nil {
			return err
		}
	}
	if stop.Reason != rv64.Exited {
		return &reports.Exit{Code: reports.ExitUnfinished, Err: fmt.Errorf("%s did not end by itself (%s): %s", c.ELF, stop.Reason, stop.Detail)}
	}
	if stop.Code != 0 {
		return &reports.Exit{Code: int(min(stop.Code, 255))} // as the program says
	}
	return nil
}

func (c *Exec) run(ctx context.Context, k *kong.Kong, m *rv64.Machine, table *isa.Table) (rv64.Stop, error) {
	if c.Trace == "" {
		return m.Run(ctx)
	}
	var to io.Writer = k.Stderr
	if c.Trace != "-" {
		f, err := os.Create(c.Trace)
		if err != nil {
			return rv64.Stop{}, err
		}
		defer f.Close()
		to = f
	}
	out := bufio.NewWriterSize(to, 1<<16)
	stop, err := m.Observe(ctx, func(e *rv64.Event) { traceLine(out, table, m.Hart(e.Hart), e) })
	return stop, errors.Join(err, out.Flush())
}

func executed(m *rv64.Machine) (n uint64) {
	for i := range m.Harts() {
		n += m.Hart(i).Executed()
	}
	return n
}

// traceLine is "hart pc word text | what changed". A vector register is one number, element 0 last.
func traceLine(w *bufio.Writer, table *isa.Table, h *rv64.Hart, e *rv64.Event) {
	fmt.Fprintf(w, "%d %s %016x", e.Hart, e.Mode, e.PC)
	if e.Size > 0 {
		fmt.Fprintf(w, " %0*x%*s %s", 2*e.Size, e.Raw, 8-2*e.Size, "", table.Disassemble(e.Raw, e.PC))
	}
	for _, r := range e.Regs {
		fmt.Fprintf(w, " | %s=%x", isa.RegisterName(int64(r.Reg)), r.Value)
	}
	for _, r := range e.Floats {
		fmt.Fprintf(w, " | %s=%016x", isa.FloatName(int64(r.Reg)), r.Value)
	}
	for _, n := range e.Vector {
		b := slices.Clone(h.VReg(n))
		slices.Reverse(b)
		fmt.Fprintf(w, " | v%d=%x", n, b)
	}
	for _, a := range e.Mem {
		arrow := "->"
		if a.Kind == rv64.Load || a.Kind == rv64.LoadReserved {
			arrow = "<-"
		}
		fmt.Fprintf(w, " | [%x:%d]%s%x", a.Addr, a.Size, arrow, a.Value)
	}
	if e.Trap != nil {
		fmt.Fprintf(w, " | trap cause=%x tval=%x", e.Trap.Cause, e.Trap.Tval)
	}
	w.WriteByte('\n')
}

func writeSignature(file string, b []byte, granularity int) error {
	var out strings.Builder
	for at := 0; at+granularity <= len(b); at += granularity {
		word := make([]byte, granularity)
		for i := range word {
			word[i] = b[at+granularity-1-i]
		}
		out.WriteString(hex.EncodeToString(word))
		out.WriteByte('\n')
	}
	return os.WriteFile(file, []byte(out.String()), 0o644)
}

// parseISA reads "rv64imac_zicsr…": the single letters, then names that underscores separate.
func parseISA(pack *specs.Pack, text string) ([]string, error) {
	lower := strings.ToLower(text)
	rest, ok := strings.CutPrefix(lower, "rv64")
	if !ok {
		return nil, usage("--isa %s: only rv64 is executed here, as in rv64imac_zicsr", text)
	}
	letters, more, _ := strings.Cut(rest, "_")
	letters = strings.ReplaceAll(letters, "g", "imafd_")
	var names []string
	for _, l := range strings.ReplaceAll(letters, "_", "") {
		names = append(names, string(l))
	}
	if more != "" {
		names = append(names, strings.Split(more, "_")...)
	}
	if strings.Contains(rest, "g") {
		names = append(names, "zicsr", "zifencei")
	}
	byName := map[string]string{}
	for _, e := range pack.Extensions {
		if e.InPack {
			byName[strings.ToLower(e.Name)] = e.Name
		}
	}
	out := []string{"Sm", "Zicsr"} // machine level: without it a program could not even end
	for _, n := range names {
		name, known := byName[n]
		if !known {
			return nil, usage("--isa %s: pack %s knows no extension %q", text, pack.Name, n)
		}
		out = append(out, name)
	}
	closure, err := pack.Closure(out...)
	if err != nil {
		return nil, usage("--isa %s: %w", text, err)
	}
	out = out[:0]
	for name := range closure {
		out = append(out, name)
	}
	return out, nil
}

// parseSize reads "64M".
func parseSize(text string) (uint64, error) {
	var n uint64
	var unit string
	if _, err := fmt.Sscanf(text+" ", "%d%s", &n, &unit); err != nil && n == 0 {
		return 0, usage("%q is no size: a number of bytes, or with K, M or G", text)
	}
	shift, ok := map[string]uint{"": 0, "K": 10, "M": 20, "G": 30}[strings.TrimSuffix(strings.ToUpper(unit), "B")]
	if !ok || n > 1<<40 || n == 0 {
		return 0, usage("%q is no size: a number of bytes, or with K, M or G", text)
	}
	return n << shift, nil
}
