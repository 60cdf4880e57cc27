package tlog_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"touchstone/reports/tlog"
)

var digest = "sha256:" + strings.Repeat("0a", 32)

func TestEntryRoundTrip(t *testing.T) {
	at := time.Date(2026, 11, 23, 7, 20, 0, 0, time.UTC)
	for _, c := range []struct {
		entry tlog.Entry
		want  string
	}{
		{tlog.Entry{Kind: tlog.Report, Digest: digest, At: at},
			`{"at":"2026-11-23T07:20:00Z","digest":"` + digest + `","kind":"report"}`},
		{tlog.Entry{Kind: tlog.Ruling, Digest: digest, Subject: "norm:mul_op", At: at.In(time.FixedZone("", 3600)).Add(time.Millisecond)},
			`{"at":"2026-11-23T07:20:00Z","digest":"` + digest + `","kind":"ruling","subject":"norm:mul_op"}`},
	} {
		text, err := c.entry.Encode()
		if err != nil || string(text) != c.want {
			t.Errorf("Encode: %s, %v; want %s", text, err, c.want)
		}
		back, err := tlog.ParseEntry(text)
		if err != nil {
			t.Fatal(err)
		}
		if back.Kind != c.entry.Kind || back.Digest != digest || back.Subject != c.entry.Subject || !back.At.Equal(at) {
			t.Errorf("ParseEntry(%s) = %+v", text, back)
		}
	}
}

func TestEntryRefused(t *testing.T) {
	line := func(at, digest, kind, more string) string {
		return fmt.Sprintf(`{"at":%q,"digest":%q,"kind":%q%s}`, at, digest, kind, more)
	}
	const at = "2026-11-23T07:20:00Z"
	for name, c := range map[string]struct {
		text string
		want error
	}{
		"nothing":         {"", tlog.ErrMalformed},
		"not JSON":        {"report", tlog.ErrMalformed},
		"a list":          {"[]", tlog.ErrMalformed},
		"no members":      {"{}", tlog.ErrMalformed},
		"future kind":     {line(at, digest, "amnesty", ""), tlog.ErrVersion},
		"no kind":         {line(at, digest, "", ""), tlog.ErrMalformed},
		"unknown member":  {line(at, digest, "report", `,"x":1`), tlog.ErrMalformed},
		"twice":           {line(at, digest, "report", `,"kind":"ruling"`), tlog.ErrMalformed},
		"empty subject":   {line(at, digest, "report", `,"subject":""`), tlog.ErrMalformed},
		"markup":          {line(at, digest, "report", `,"subject":"<b>"`), tlog.ErrMalformed},
		"control":         {line(at, digest, "report", `,"subject":"a\u0000"`), tlog.ErrMalformed},
		"not ASCII":       {line(at, digest, "report", `,"subject":"é"`), tlog.ErrMalformed},
		"escaped":         {line(at, digest, "report", `,"subject":"\u0061"`), tlog.ErrMalformed},
		"long subject":    {line(at, digest, "report", `,"subject":"`+strings.Repeat("a", 1025)+`"`), tlog.ErrMalformed},
		"newline behind":  {line(at, digest, "report", "") + "\n", tlog.ErrMalformed},
		"space":           {" " + line(at, digest, "report", ""), tlog.ErrMalformed},
		"two":             {line(at, digest, "report", "") + line(at, digest, "report", ""), tlog.ErrMalformed},
		"other order":     {`{"digest":"` + digest + `","at":"` + at + `","kind":"report"}`, tlog.ErrMalformed},
		"other case":      {strings.Replace(line(at, digest, "report", ""), "kind", "Kind", 1), tlog.ErrMalformed},
		"digest shape":    {line(at, "sha256:00", "report", ""), tlog.ErrMalformed},
		"digest case":     {line(at, strings.ToUpper(digest), "report", ""), tlog.ErrMalformed},
		"digest letters":  {line(at, "sha256:"+strings.Repeat("g", 64), "report", ""), tlog.ErrMalformed},
		"other algorithm": {line(at, "sha512:"+digest[7:], "report", ""), tlog.ErrMalformed},
		"fraction":        {line("2026-11-23T07:20:00.5Z", digest, "report", ""), tlog.ErrMalformed},
		"zone":            {line("2026-11-23T08:20:00+01:00", digest, "report", ""), tlog.ErrMalformed},
		"no time":         {line("yesterday", digest, "report", ""), tlog.ErrMalformed},
		"huge":            {strings.Repeat(" ", tlog.MaxEntry+1), tlog.ErrMalformed},
		"deep":            {strings.Repeat("[", tlog.MaxEntry), tlog.ErrMalformed},
	} {
		t.Run(name, func(t *testing.T) {
			if e, err := tlog.ParseEntry([]byte(c.text)); !errors.Is(err, c.want) {
				t.Errorf("%+v, %v; want %v", e, err, c.want)
			}
		})
	}
}

func FuzzParseEntry(f *testing.F) {
	f.Add(`{"at":"2026-11-23T07:20:00Z","digest":"` + digest + `","kind":"ruling","subject":"norm:mul_op"}`)
	f.Add(`{"at":"2026-11-23T07:20:00Z","digest":"` + digest + `","kind":"report"}`)
	f.Fuzz(func(t *testing.T, text string) {
		e, err := tlog.ParseEntry([]byte(text))
		if err != nil {
			if !errors.Is(err, tlog.ErrMalformed) && !errors.Is(err, tlog.ErrVersion) {
				t.Fatalf("an error of no class: %v", err)
			}
			return
		}
		again, err := e.Encode()
		if err != nil || string(again) != text {
			t.Fatalf("%q reads as %+v, which is written %q (%v)", text, e, again, err)
		}
	})
}
