package gb18030

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"touchstone/runner/iut"
	"touchstone/runner/prove/seeded"
	"touchstone/runner/trial"
	"touchstone/specs"
)

func rows(t *testing.T, name string) [][]string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("../../../specs/gb18030/tables", name+".tsv"))
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			out = append(out, strings.Split(line, "\t"))
		}
	}
	return out[1:]
}

func point(t *testing.T, word string) rune {
	t.Helper()
	n, err := strconv.ParseUint(word, 16, 21)
	if err != nil {
		t.Fatal(err)
	}
	return rune(n)
}

// The codec that is right and the pack's tables come from different places. They say the same.
func TestTables(t *testing.T) {
	kept := right(false)
	two := rows(t, "two_byte")
	if len(two) != 23940 || len(kept.two) != len(two) {
		t.Fatalf("the pack has %d codes of two bytes, the codec %d: there are 23940", len(two), len(kept.two))
	}
	for _, row := range two {
		code, err := hex.DecodeString(row[0])
		if err != nil {
			t.Fatal(err)
		}
		if r := kept.two[[2]byte(code)]; r != point(t, row[1]) {
			t.Errorf("%s is %s in the pack's table, and %04X by the codec", row[0], row[1], r)
		}
	}
	count := 0
	for _, row := range rows(t, "four_byte") {
		first, _ := hex.DecodeString(row[0])
		last, _ := hex.DecodeString(row[1])
		from, to, r := number(first), number(last), point(t, row[2])
		if r > 0xFFFF {
			if from != firstPlane1 || to != pastPlane16-1 || r != 0x10000 {
				t.Errorf("supplementary planes: %v", row)
			}
			continue
		}
		for n := from; n <= to; n++ {
			count++
			if n >= len(kept.four) || kept.four[n] != r+rune(n-from) {
				t.Errorf("%x is %04X in the pack's table, and something else by the codec", fourBytes(n), r+rune(n-from))
			}
		}
	}
	if count != fourOfBMP || len(kept.four) != fourOfBMP {
		t.Errorf("four-byte codes of the Basic Multilingual Plane: the pack has %d, the codec %d: there are %d", count, len(kept.four), fourOfBMP)
	}
	swapped := right(true)
	for i, row := range rows(t, "changes") {
		ch := changes()[i]
		if hex.EncodeToString(ch.two[:]) != row[0] || ch.now != point(t, row[1]) || ch.before != point(t, row[2]) || hex.EncodeToString([]byte(swapped.code[ch.before])) != row[3] {
			t.Errorf("change %v: the codec has %x %04X %04X %x", row, ch.two, ch.now, ch.before, swapped.code[ch.before])
		}
	}
	for _, row := range rows(t, "private") {
		code, _ := hex.DecodeString(row[0])
		if r := private()[[2]byte(code)]; r != point(t, row[2]) || hex.EncodeToString([]byte(kept.find(r))) != row[3] {
			t.Errorf("%v: the codec has %04X", row, r)
		}
	}
}

// Every code goes to its character and back; with the partners swapped there are no others.
func TestRight(t *testing.T) {
	c := right(true)
	seen := map[rune]bool{}
	for _, r := range c.two {
		seen[r] = true
	}
	for _, r := range c.four {
		seen[r] = true
	}
	for r := rune(0x80); r <= 0xFFFF; r++ {
		if surrogate := 0xD800 <= r && r <= 0xDFFF; seen[r] == surrogate {
			t.Errorf("U+%04X: has a code: %v", r, seen[r])
		}
	}
	for r := rune(0); r <= 0x10FFFF; r += 1 + r>>16*97 {
		code := c.find(r)
		if code == "" {
			if r < 0xD800 || r > 0xDFFF {
				t.Errorf("U+%04X has no code", r)
			}
			continue
		}
		if back, size := c.first([]byte(code)); back != r || size != len(code) {
			t.Errorf("U+%04X is coded %x, which is U+%04X", r, code, back)
		}
	}
}

func TestSubjects(t *testing.T) {
	pack, err := specs.Load(os.DirFS("../../../specs/gb18030"), "gb18030")
	if err != nil {
		t.Fatal(err)
	}
	wrong, ids := 0, map[string]bool{}
	for _, s := range Subjects() {
		if ids[s.ID] || s.What == "" {
			t.Errorf("%s: there are two, or it says nothing", s.ID)
		}
		ids[s.ID] = true
		if !s.Legal {
			wrong++
		}
		if s.Legal != (len(s.Rules) == 0) {
			t.Errorf("%s: rules %v, legal %v", s.ID, s.Rules, s.Legal)
		}
		for _, id := range s.Rules {
			if _, ok := pack.Rule(id); !ok {
				t.Errorf("%s: there is no rule %s", s.ID, id)
			}
		}
	}
	if wrong < 30 {
		t.Errorf("%d wrong ones, of at least 30", wrong)
	}
	// each rule is broken by one of them
	for i := range pack.Rules {
		if id := pack.Rules[i].ID; !slices.ContainsFunc(Subjects(), func(s seeded.Subject) bool { return slices.Contains(s.Rules, id) }) {
			t.Errorf("nothing breaks %s", id)
		}
	}
}

// Those that are wrong answer something otherwise than those that are right, whatever is disputed.
func TestWrong(t *testing.T) {
	questions := questions()
	good := [][]string{answers(t, open("right", right(true)), questions), answers(t, open("right", right(false)), questions)}
	for _, s := range Subjects() {
		if s.Legal {
			continue
		}
		x, err := s.Open()
		if err != nil {
			t.Fatal(err)
		}
		got := answers(t, x, questions)
		found := false
		for i := range got {
			found = found || got[i] != good[0][i] && got[i] != good[1][i]
		}
		// a decoder of one reading with an encoder of another answers each question as somebody does
		if !found && s.ID != "decodes-2022-encodes-2005" {
			t.Errorf("%s answers all as one that is right", s.ID)
		}
		if err := x.Close(); err != nil {
			t.Error(err)
		}
	}
}

func questions() []*trial.Script {
	var all []*trial.Script
	ask := func(op, name, value string) {
		args, _ := json.Marshal(map[string]string{name: value})
		all = append(all, &trial.Script{Calls: []trial.Call{{Do: op, Args: args}}})
	}
	for a := range 0x100 {
		ask("decode", "bytes", fmt.Sprintf("%02x", a))
		ask("decode", "bytes", fmt.Sprintf("8130%02x30", a))
		ask("decode", "bytes", fmt.Sprintf("8430%02x30", a))
		ask("decode", "bytes", fmt.Sprintf("813081%02x", a))
		ask("decode", "bytes", fmt.Sprintf("81%02x8130", a))
		ask("decode", "bytes", fmt.Sprintf("a1%02x", a))
		ask("decode", "bytes", fmt.Sprintf("fe%02x", a))
		ask("decode", "bytes", fmt.Sprintf("%02xa1", a))
		ask("decode", "bytes", fmt.Sprintf("%02x80", a))
	}
	for _, code := range []string{"a2e3", "9680", "c45a", "a840", "a3a0", "a8bc", "a6da", "84319533", hex.EncodeToString([]byte(fourBytes(7922)))} {
		ask("decode", "bytes", code)
	}
	for n := range 126 * 12600 {
		if n < 20 || n < fourOfBMP && n%97 == 0 || n%9973 == 0 || n > fourOfBMP-20 && n < fourOfBMP+20 || n >= pastPlane16-5 && n < pastPlane16+5 {
			ask("decode", "bytes", hex.EncodeToString([]byte(fourBytes(n))))
		}
	}
	for _, ch := range changes() {
		ask("decode", "bytes", hex.EncodeToString([]byte(right(true).code[ch.before])))
		ask("encode", "text", fmt.Sprintf("%04X", ch.before))
	}
	ask("decode", "bytes", "813081")
	ask("decode", "bytes", "813081308130813041")
	ask("decode", "bytes", "9839c438") // U+2CE93, and the edges of extension F
	for r := rune(0); r <= 0x10FFFF; r += 1 + r>>7*13 {
		ask("encode", "text", fmt.Sprintf("%04X", r))
	}
	for _, word := range []string{"2CE93", "2CEB0", "1E3F", "E7C7", "20AC", "4E02", "200F", "D800", "9FBC", "4000", "2FD5", "FE10", "9FB4", "E001"} {
		ask("encode", "text", word)
	}
	return all
}

func answers(t *testing.T, x iut.Exchanger, scripts []*trial.Script) []string {
	t.Helper()
	all := make([]iut.Conversation, len(scripts))
	for i, s := range scripts {
		all[i] = iut.Conversation{Case: i, Script: s}
	}
	out := make([]string, len(all))
	if err := x.Exchange(context.Background(), all, func(o trial.Outcome) error {
		if len(o.Answers) == 1 {
			out[o.Case] = string(o.Answers[0].Value) + o.Answers[0].Skip + o.Answers[0].Error
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return out
}
