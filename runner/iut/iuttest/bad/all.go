package bad

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"

	"touchstone/runner/image/frame"
)

// Statuses of outcomes (trial.Status) that the victim may get.
const (
	hang  = "hang"
	crash = "crash"
	flaky = "flaky"
)

// All lists the bad implementations.
func All() []Behaviour {
	return append(append(append(stopping(), lying()...), wavering()...), processes()...)
}

// stopping implementations do not come to the end.
func stopping() []Behaviour {
	return []Behaviour{
		{Name: "hangs at once", Before: Stage.Hang, Want: Want{NeverStarted: true}},
		{Name: "crashes at once", Before: Stage.Crash, Want: Want{NeverStarted: true}},
		{Name: "ends at once", Before: func(s Stage) { s.Exit(0) }, Want: Want{NeverStarted: true}},
		{Name: "fails at once", Before: func(s Stage) { s.Exit(1) }, Needs: Needs{Process: true}, Want: Want{NeverStarted: true, Words: "exit status 1"}},
		{Name: "hangs in a case", Play: inVictim(Stage.Hang), Want: Want{Victim: hang, Again: true}},
		{Name: "crashes in a case", Play: inVictim(Stage.Crash), Want: Want{Victim: crash, Again: true}},
		{Name: "ends in a case", Play: inVictim(func(s Stage) { s.Exit(0) }), Want: Want{Victim: crash, Again: true}},
		{Name: "fails in a case", Play: inVictim(func(s Stage) { s.Exit(3) }), Needs: Needs{Process: true}, Want: Want{Victim: crash, Again: true, Words: "exit status 3"}},
		{Name: "last words", Play: inVictim(func(s Stage) {
			s.(Console).Complain([]byte("ASSERTION `hart != NULL' failed\n"))
			s.Crash()
		}), Needs: Needs{Console: true}, Want: Want{Victim: crash, Again: true, Words: "ASSERTION `hart != NULL' failed"}},
		{Name: "hangs after the last case", Play: func(s Stage, right []frame.Record) { s.Report(right...); s.Hang() }, Needs: Needs{Text: true}},
		{Name: "crashes after the last case", Play: func(s Stage, right []frame.Record) { s.Report(right...); s.Crash() }, Needs: Needs{Streams: true}},
		{Name: "fails after the last case", Play: func(s Stage, right []frame.Record) { s.Report(right...); s.Exit(9) }, Needs: Needs{Process: true}},
		{Name: "does not say that it is at the end", Play: func(s Stage, right []frame.Record) { s.Report(right[:len(right)-1]...) }, Want: Want{Again: true}},
		{Name: "starts again in a case", Play: inVictim(func(s Stage) {
			for range 200_000 {
				s.Report(frame.Record{Kind: frame.Start, Words: []uint64{frame.Version, s.Image(), 3}}, frame.Record{Kind: frame.Begin})
			}
			s.Hang()
		}), Needs: Needs{Text: true}, Want: Want{Victim: crash, Again: true, Words: "started again"}},
		{Name: "floods in a case", Play: inVictim(func(s Stage) {
			forever(s.(Console).Print, []byte("no record at all\n"))
		}), Needs: Needs{Console: true}, Want: Want{Victim: crash, Again: true, Words: "no record at all"}},
		{Name: "floods standard error", Play: inVictim(func(s Stage) {
			forever(s.(Console).Complain, []byte("warning: still there\n"))
		}), Needs: Needs{Console: true}, Want: Want{Victim: crash, Again: true, Words: "still there"}},
		{Name: "one endless line", Play: inVictim(func(s Stage) {
			forever(s.(Console).Print, []byte("~"), []byte("1 "))
		}), Needs: Needs{Console: true}, Want: Want{Victim: crash, Again: true}},
		{Name: "floods with rubbish", Play: inVictim(func(s Stage) {
			forever(s.(Console).Print, []byte("\x00\xff~\n\xfe~~\x1b[2J\r\n~1 2 3\n"))
		}), Needs: Needs{Console: true}, Want: Want{Victim: crash, Again: true}},
	}
}

// forever writes the last of the pieces without end.
func forever(write func([]byte), pieces ...[]byte) {
	for _, p := range pieces[:len(pieces)-1] {
		write(p)
	}
	for block := bytes.Repeat(pieces[len(pieces)-1], 256); ; {
		write(block)
	}
}

// lying implementations report what was not, or cut the report short.
func lying() []Behaviour {
	never := Want{Victim: crash, Again: true}
	words := func(text string) Want { return Want{Victim: crash, Again: true, Words: text} }
	return []Behaviour{
		{Name: "wrong checksum", Play: instead(func(s Stage, r frame.Record) {
			s.Raw(encode(s, s.Image()+1, r))
		}), Want: words("wrong checksum")},
		{Name: "result before its begin", Play: func(s Stage, right []frame.Record) {
			begin, result, ok := victim(s, right)
			if !ok {
				s.Report(right...)
				return
			}
			s.Report(right[:begin]...)
			s.Report(right[result], right[begin])
			s.Report(right[result+1:]...)
		}, Want: words("had not begun")},
		{Name: "result of another case", Play: instead(func(s Stage, r frame.Record) {
			r.Slot++
			s.Report(r)
		}), Want: words("stray")},
		{Name: "case that does not exist", Play: instead(func(s Stage, r frame.Record) {
			r.Slot = 1 << 30
			s.Report(r)
		}), Want: words("stray")},
		{Name: "privilege that does not exist", Play: instead(func(s Stage, r frame.Record) {
			s.Report(changed(r, func(r *frame.Record) { r.Words[3] = 2 }))
		}), Want: words("malformed")},
		{Name: "location that does not exist", Play: instead(func(s Stage, r frame.Record) {
			s.Report(changed(r, func(r *frame.Record) { r.Words = append(r.Words, 0xfff1, 1) }))
		}), Want: words("malformed")},
		{Name: "half a change", Play: instead(func(s Stage, r frame.Record) {
			s.Report(changed(r, func(r *frame.Record) { r.Words = append(r.Words, 10) }))
		}), Want: words("malformed")},
		{Name: "another image", Play: func(s Stage, right []frame.Record) {
			other := s.Image() ^ 0xbad
			for i, r := range right {
				if i == 0 {
					r = changed(r, func(r *frame.Record) { r.Words[1] = other })
				}
				s.Raw(encode(s, other, r))
			}
		}, Want: Want{NeverStarted: true, Words: "another image's"}},
		{Name: "another image's case", Play: instead(func(s Stage, r frame.Record) {
			s.Raw(encode(s, s.Image()^0xbad, r))
		}), Want: never},
		{Name: "everything twice", Play: func(s Stage, right []frame.Record) { s.Report(right...); s.Report(right...) }},
		{Name: "two results of one case", Play: instead(func(s Stage, r frame.Record) {
			s.Report(r, changed(r, func(r *frame.Record) { r.Words[5]++ }))
		}), Want: Want{Victim: flaky, Again: true}},
		{Name: "cut within a record", Play: instead(func(s Stage, r frame.Record) {
			b := encode(s, s.Image(), r)
			s.Raw(b[:len(b)/2&^7])
			s.Exit(0)
		}), Want: never},
		{Name: "cut between records", Play: instead(func(s Stage, r frame.Record) { s.Exit(0) }), Want: never},
		{Name: "an end that lies about the memory", Play: func(s Stage, right []frame.Record) {
			s.Report(right[:len(right)-1]...)
			s.Report(changed(right[len(right)-1], func(r *frame.Record) { r.Words[1]++ }))
		}, Want: Want{Again: true, Words: "clobbered"}},
		{Name: "an end that comes too early", Play: func(s Stage, right []frame.Record) {
			begin, _, ok := victim(s, right)
			if !ok {
				s.Report(right...)
				return
			}
			s.Report(right[:begin]...)
			s.Report(right[len(right)-1])
			s.Exit(0)
		}, Want: never},
	}
}

// wavering implementations do not do the same every time.
func wavering() []Behaviour {
	return []Behaviour{
		{Name: "hangs once", Play: inCompany(inVictim(Stage.Hang)), Needs: Needs{Streams: true}, Want: Want{Victim: flaky, Again: true}},
		{Name: "crashes once", Play: inCompany(inVictim(Stage.Crash)), Needs: Needs{Streams: true}, Want: Want{Victim: flaky, Again: true}},
		{Name: "garbles a record once", Play: inCompany(instead(func(s Stage, r frame.Record) {
			s.Raw(encode(s, s.Image()+1, r))
		})), Want: Want{Again: true}},
		{Name: "cuts its report once", Play: inCompany(instead(func(s Stage, r frame.Record) {
			b := encode(s, s.Image(), r)
			s.Raw(b[:len(b)/2&^7])
			s.Exit(0)
		})), Want: Want{Victim: flaky, Again: true}},
	}
}

// processes are bad as only processes can be.
func processes() []Behaviour {
	process := Needs{Process: true}
	signature := Needs{Process: true, Signature: true}
	right := func(then func(Process)) func(Stage, []frame.Record) {
		return func(s Stage, right []frame.Record) { s.Report(right...); then(s.(Process)) }
	}
	// Where the victim is, the signature is something else.
	spoilt := func(spoil func(path string) error) func(Stage, []frame.Record) {
		return func(s Stage, right []frame.Record) {
			if _, _, ok := victim(s, right); !ok {
				s.Report(right...)
				return
			}
			if err := spoil(s.(Process).Signature()); err != nil {
				s.(Process).Complain(fmt.Appendln(nil, err))
			}
			os.Exit(0) // and not through the stage, which would write it
		}
	}
	return []Behaviour{
		{Name: "leaves a child", Play: right(func(p Process) { p.Fork(SameGroup) }), Needs: process},
		{Name: "leaves a daemon", Play: right(func(p Process) { p.Fork(OwnSession) }), Needs: process},
		{Name: "leaves children and crashes", Play: inVictim(func(s Stage) {
			for range 8 {
				s.(Process).Fork(SameGroup)
				s.(Process).Fork(OwnSession)
			}
			s.Crash()
		}), Needs: process, Want: Want{Victim: crash, Again: true}},
		{Name: "leaves children and hangs", Play: inVictim(func(s Stage) {
			s.(Process).Fork(SameGroup)
			s.(Process).Fork(OwnSession)
			s.Hang()
		}), Needs: process, Want: Want{Victim: hang, Again: true}},
		{Name: "ignores signals", Play: inVictim(func(s Stage) { s.(Process).Ignore(); s.Hang() }), Needs: process, Want: Want{Victim: hang, Again: true}},
		{Name: "stops itself", Play: inVictim(func(s Stage) { s.(Process).Stop(); s.Hang() }), Needs: process, Want: Want{Victim: hang, Again: true}},
		{Name: "closes its output and goes on", Play: inVictim(func(s Stage) { s.(Process).CloseOutput(); s.Hang() }), Needs: process, Want: Want{Victim: hang, Again: true}},
		{Name: "eats memory", Play: inVictim(func(s Stage) { s.(Process).Eat(Memory); s.Hang() }), Needs: process, Want: Want{Victim: crash, Again: true}},
		{Name: "eats file handles", Play: inVictim(func(s Stage) { s.(Process).Eat(Handles); s.Crash() }), Needs: process, Want: Want{Victim: crash, Again: true, Words: "too many open files"}},
		{Name: "writes a huge signature", Play: spoilt(func(path string) error {
			f, err := os.Create(path)
			if err != nil {
				return err
			}
			return f.Truncate(1 << 40) // a hole: it takes no room
		}), Needs: signature, Want: Want{Victim: crash, Again: true, Words: "over"}},
		{Name: "writes a signature without end", Play: spoilt(func(path string) error {
			f, err := os.Create(path)
			for block := bytes.Repeat([]byte("00000000\n"), 1<<12); err == nil; {
				_, err = f.Write(block)
			}
			return err
		}), Needs: signature, Want: Want{Victim: crash, Again: true}},
		{Name: "makes a folder of its signature", Play: spoilt(func(path string) error { return os.Mkdir(path, 0) }), Needs: signature,
			Want: Want{Victim: crash, Again: true, Words: "signature"}},
		{Name: "makes a pipe of its signature", Play: spoilt(pipe), Needs: signature, Want: Want{Victim: crash, Again: true, Words: "something else"}},
		{Name: "makes a link of its signature", Play: spoilt(func(path string) error { return os.Symlink("/dev/zero", path) }), Needs: signature,
			Want: Want{Victim: crash, Again: true, Words: "signature"}},
		{Name: "writes a signature that is none", Play: spoilt(func(path string) error { return os.WriteFile(path, []byte("what?\n"), 0o600) }), Needs: signature,
			Want: Want{Victim: crash, Again: true, Words: "line 1"}},
	}
}

// encode is a record as the stage's report has it, under an id.
func encode(s Stage, id uint64, r frame.Record) []byte {
	if t, ok := s.(interface{ Text() bool }); ok && t.Text() {
		return frame.AppendLine(nil, id, r)
	}
	var b []byte
	for _, w := range frame.Append(nil, id, r) {
		b = binary.LittleEndian.AppendUint64(b, w)
	}
	return b
}
