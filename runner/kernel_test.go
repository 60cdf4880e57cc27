package runner

import (
	"strings"
	"testing"

	"touchstone/runner/trial"
)

// TestByKernel: a signal that says nothing of the hart.
func TestByKernel(t *testing.T) {
	const page = 0x10011000
	guarded := func(r trial.Rights) trial.Setting {
		r.From, r.To, r.Page = page, page+64, page
		return trial.Setting{Mode: "U", Environment: trial.Linux, Without: []trial.Rights{r}}
	}
	stub := func(word ...byte) *trial.Stub {
		return &trial.Stub{Chunks: []trial.Chunk{{Bytes: append(word, 0x73, 0, 0x10, 0)}}, Exits: []int64{4}, End: 4}
	}
	const ill, trapSignal, bus, segv = 4, 5, 7, 11
	for _, row := range []struct {
		name    string
		setting trial.Setting
		stub    *trial.Stub
		trap    trial.Trap
		want    string // "": the hart's doing
	}{
		{"an access that is forbidden", guarded(trial.Rights{}), nil, trial.Trap{Signal: segv, Code: 2, PC: at, Tval: page + 63}, ""},
		{"an access behind the region, in its page", guarded(trial.Rights{}), nil, trial.Trap{Signal: segv, Code: 2, PC: at, Tval: page + 64}, "whole pages"},
		{"an access in another page", guarded(trial.Rights{}), nil, trial.Trap{Signal: segv, Code: 2, PC: at, Tval: page + 4096}, ""},
		{"an access before the page", guarded(trial.Rights{}), nil, trial.Trap{Signal: segv, Code: 2, PC: at, Tval: page - 1}, ""},
		{"a fetch that is forbidden", guarded(trial.Rights{Read: true, Write: true}), nil, trial.Trap{Signal: segv, Code: 2, PC: page, Tval: page}, ""},
		{"a fetch that would be allowed, but for the kernel", guarded(trial.Rights{Read: true, Execute: true}), nil, trial.Trap{Signal: segv, Code: 2, PC: page, Tval: page}, "whole pages"},
		{"an end, whatever the address", guarded(trial.Rights{}), nil, trial.Trap{Signal: trapSignal, Code: 1, PC: at + 4, Tval: page + 64}, ""},
		{"a misaligned access", guarded(trial.Rights{}), nil, trial.Trap{Signal: bus, Code: 1, PC: at, Tval: at}, ""},
		{"rdcycle", trial.Setting{}, stub(0x73, 0x25, 0x00, 0xc0), trial.Trap{Signal: ill, Code: 1, PC: at}, "does not enable"},
		{"a write of cycle", trial.Setting{}, stub(0x73, 0xa5, 0x05, 0xc0), trial.Trap{Signal: ill, Code: 1, PC: at}, ""},
		{"csrrwi of cycle", trial.Setting{}, stub(0x73, 0x55, 0x00, 0xc0), trial.Trap{Signal: ill, Code: 1, PC: at}, ""},
		{"vl is no counter", trial.Setting{}, stub(0x73, 0x25, 0x00, 0xc2), trial.Trap{Signal: ill, Code: 1, PC: at}, ""},
		{"cbo.zero", trial.Setting{}, stub(0x0f, 0xa0, 0x45, 0x00), trial.Trap{Signal: ill, Code: 1, PC: at}, "does not enable"},
		{"fence", trial.Setting{}, stub(0x0f, 0x00, 0xf0, 0x0f), trial.Trap{Signal: ill, Code: 1, PC: at}, ""},
		{"an illegal instruction elsewhere", trial.Setting{}, stub(0x73, 0x25, 0x00, 0xc0), trial.Trap{Signal: ill, Code: 1, PC: at + 4}, ""},
		{"cbo.zero that may not store", trial.Setting{}, stub(0x0f, 0xa0, 0x45, 0x00), trial.Trap{Signal: segv, Code: 2, PC: at, Tval: page}, ""},
		{"rdcycle in machine mode's own environment", trial.Setting{}, stub(0x73, 0x25, 0x00, 0xc0), trial.Trap{Cause: 2, PC: at}, ""},
	} {
		row.trap.Mode = "U"
		v := seen(trial.Case{Setting: row.setting, Stub: row.stub}, trial.Outcome{Status: trial.Finished, Trap: row.trap})
		if why := byKernel(v); (why == "") != (row.want == "") || !strings.Contains(why, row.want) {
			t.Errorf("%s: %q, want %q", row.name, why, row.want)
		}
	}
}
