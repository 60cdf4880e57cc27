package specs

import (
	"time"

	"touchstone/specs/schema"
)

// IUT is an implementation under test as its iut.yaml describes it: how to start it, where it can
// run cases, and its implementation conformance statement.
//
//	name: Spike
//	start: {adapter: process, command: [spike, "--isa={isa}", "{elf}"], results: signature, timeout: 10s}
//	environments: [machine]
//	ics:
//	  profile: RVI20U64
//	  extensions: [M, A, C, Zicsr, Zifencei, Zicntr]
//	  modes: [M, U]
//	  harts: 1
//	  parameters: {MISALIGNED_LDST_HW_SUPPORT: true}
type IUT struct {
	Name         string
	Start        Start
	Environments []string // "machine", "supervisor", "linux"
	ICS          ICS
	Position     Pos
}

// Start says which adapter reaches an implementation, and how. What an adapter does not use it
// must refuse.
type Start struct {
	Adapter     string            // "embedded", "process", "gdb", "stdio", "http"
	Command     []string          // templates {elf}, {signature}, {isa}, {harts}
	Version     []string          // a command that prints the implementation's version
	Results     string            // "signature" or "console"
	Timeout     time.Duration     // for one image; 0: the adapter's own
	Directory   string            // to start in
	Environment map[string]string // added to the process's
	Address     string            // of an implementation that is already running
	Set         map[string]any    // settings of the adapter
}

// LoadIUT reads an iut.yaml; file is its name for messages. Without environments it is "machine",
// without modes M and U, without harts one.
func LoadIUT(file string, text []byte) (*IUT, error) {
	s, err := schema.Open(schema.Packs, "iut.schema.json")
	if err != nil {
		panic("specs: " + err.Error()) // an embedded schema of ours
	}
	n, faults := checkedYAML(file, text, s)
	if len(faults) > 0 {
		return nil, (&loader{faults: faults}).report()
	}
	start := n.get("start")
	u := &IUT{
		Name: n.get("name").text(),
		Start: Start{
			Adapter:   start.get("adapter").text(),
			Command:   start.get("command").texts(),
			Version:   start.get("version").texts(),
			Results:   start.get("results").text(),
			Directory: start.get("directory").text(),
			Address:   start.get("address").text(),
		},
		Environments: n.get("environments").texts(),
		ICS:          readICS(n.get("ics")),
		Position:     Pos{file, n.line},
	}
	for _, f := range start.get("environment").fields {
		if u.Start.Environment == nil {
			u.Start.Environment = map[string]string{}
		}
		u.Start.Environment[f.key] = f.value.text()
	}
	if set, ok := start.get("set").plain().(map[string]any); ok {
		u.Start.Set = set
	}
	if t := start.get("timeout"); t.text() != "" {
		if u.Start.Timeout, err = time.ParseDuration(t.text()); err != nil {
			return nil, faultAt(file, t.line, "start.timeout: %v", err)
		}
	}
	if u.Environments == nil {
		u.Environments = []string{"machine"}
	}
	return u, nil
}

// readICS reads a claim that a schema has checked, and fills in its defaults.
func readICS(n *node) ICS {
	ics := ICS{
		Profile:    n.get("profile").text(),
		Extensions: n.get("extensions").texts(),
		Modes:      n.get("modes").texts(),
		Harts:      int(n.get("harts").integer()),
	}
	if parameters, ok := n.get("parameters").plain().(map[string]any); ok {
		ics.Parameters = parameters
	}
	if ics.Modes == nil {
		ics.Modes = []string{"M", "U"}
	}
	if ics.Harts == 0 {
		ics.Harts = 1
	}
	return ics
}
