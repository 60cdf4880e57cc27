package steps

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"touchstone/runner/trial"
)

// Exception codes, as the privileged manual's table of mcause numbers them.
const (
	instructionAccessFault = 1
	environmentCallFromU   = 8
	environmentCallFromM   = 11
)

// exceptions are the codes by the manual's names, lower case but for AMO.
var exceptions = map[string]uint64{
	"instruction address misaligned": 0,
	"instruction access fault":       instructionAccessFault,
	"illegal instruction":            2,
	"breakpoint":                     3,
	"load address misaligned":        4,
	"load access fault":              5,
	"store/AMO address misaligned":   6,
	"store/AMO access fault":         7,
	"software check":                 18,
}

// trapSentences say how a case ends.
func trapSentences() []sentence {
	return []sentence{
		then("no trap is taken", `no trap is taken`, func(w *world, _ []string) error {
			w.check(trial.Ends{})
			return nil
		}),
		then("the hart ends at label <name>", `the hart ends at (.+?)`, func(w *world, a []string) error {
			return w.ends(a[0])
		}),
		then("a <name> or <name> exception is taken", `an? (.+?) exception is taken`, func(w *world, a []string) error {
			return w.takes(a[0], "")
		}),
		then("a <name> or <name> exception is taken at label <name>|code + <n>|test data + <n>", `an? (.+?) exception is taken at (.+?)`, func(w *world, a []string) error {
			return w.takes(a[0], a[1])
		}),
	}
}

// takes checks for a trap. A program of one instruction takes it there, unless it is the fetch of
// another one that fails.
func (w *world) takes(names, at string) error {
	e := trial.Takes{}
	for name := range strings.SplitSeq(names, " or ") {
		code, ok := exceptions[strings.TrimPrefix(strings.TrimPrefix(name, "an "), "a ")]
		if name == "environment call" {
			code, ok = map[string]uint64{"U": environmentCallFromU, "M": environmentCallFromM}[w.setting.Mode]
		}
		if !ok {
			return fmt.Errorf("%q is no exception; the privileged manual's names are: %s, environment call", name, strings.Join(exceptionNames(), ", "))
		}
		e.Causes = append(e.Causes, code)
	}
	if at != "" {
		values, err := w.values(at)
		if err != nil {
			return err
		}
		e.At = &values[0]
	} else if w.program != nil && w.program.count == 1 && !slices.Contains(e.Causes, instructionAccessFault) {
		e.At = &trial.Value{Rel: true}
	}
	w.check(e)
	return nil
}

func exceptionNames() []string {
	return slices.SortedFunc(maps.Keys(exceptions), func(a, b string) int { return cmp.Compare(exceptions[a], exceptions[b]) })
}

// ends makes the environment call at a label an exit, and checks that the case ends there.
func (w *world) ends(text string) error {
	values, err := w.values(text)
	if err != nil {
		return err
	}
	if w.program == nil || len(values) != 1 || !values[0].Rel {
		return fmt.Errorf("a program ends at a label of its own")
	}
	at, s := int64(values[0].Num), w.program.stub
	if !slices.ContainsFunc(s.Chunks, func(c trial.Chunk) bool { return isCall(c, at) }) {
		return fmt.Errorf("there is no ecall at %s to end the case", text)
	}
	if !slices.Contains(s.Exits, at) {
		s.Exits = append(s.Exits, at)
	}
	w.check(trial.Ends{At: &at})
	return nil
}

// isCall reports whether a chunk holds an environment call at an offset.
func isCall(c trial.Chunk, at int64) bool {
	i := at - c.Offset
	return i >= 0 && i+4 <= int64(len(c.Bytes)) && string(c.Bytes[i:i+4]) == "\x73\x00\x00\x00"
}
