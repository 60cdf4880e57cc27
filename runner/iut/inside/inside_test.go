package inside

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"touchstone/reports"

	"touchstone/runner/iut"
	"touchstone/runner/iut/http"
	"touchstone/runner/iut/iuttest"
	"touchstone/runner/iut/iuttest/rude"
	"touchstone/runner/trial"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// upper answers, refuses, hangs or panics as it is told.
func upper(ctx context.Context, op string, args json.RawMessage) trial.Answer {
	var a struct{ Text string }
	if err := json.Unmarshal(args, &a); err != nil {
		return trial.Answer{Error: err.Error()}
	}
	switch op {
	case "upper":
		return Value(map[string]string{"text": strings.ToUpper(a.Text)})
	case "panic":
		panic(a.Text)
	case "hang":
		<-ctx.Done()
	case "garbage":
		return trial.Answer{Value: json.RawMessage("\xff")}
	}
	return trial.Answer{Skip: "no operation " + op}
}

func talk(ops ...string) []iut.Conversation {
	var all []iut.Conversation
	for i, op := range ops {
		all = append(all, iut.Conversation{Case: i, Script: &trial.Script{Calls: []trial.Call{{Do: op, Args: json.RawMessage(`{"text":"a"}`)}}}})
	}
	return all
}

func TestFunc(t *testing.T) {
	x := FuncWithin(2*time.Second, reports.Implementation{Name: "upper", Version: "1"}, upper)
	defer x.Close()
	im, err := x.Describe(t.Context())
	if err != nil || im.Adapter != Adapter || im.Name != "upper" {
		t.Errorf("%+v, %v", im, err)
	}
	for _, row := range []struct {
		ops, want string
		stopped   iut.Reason
		words     string
	}{
		{ops: "upper other garbage upper", want: `{"text":"A"} | skip no operation other | error its answer: it is not UTF-8 | {"text":"A"}`},
		{ops: "upper panic upper", want: `{"text":"A"}`, stopped: iut.Crash, words: "panic: a"},
		{ops: "upper upper hang", want: `{"text":"A"} | {"text":"A"}`, stopped: iut.Hang, words: "no answer to hang"},
	} {
		var got []string
		err := x.Exchange(t.Context(), talk(strings.Fields(row.ops)...), func(o trial.Outcome) error {
			a := o.Answers[0]
			text := string(a.Value)
			if a.Skip != "" {
				text = "skip " + a.Skip
			}
			if a.Error != "" {
				text = "error " + a.Error
			}
			got = append(got, text)
			return nil
		})
		if s := strings.Join(got, " | "); s != row.want {
			t.Errorf("%s: %s, want %s", row.ops, s, row.want)
		}
		var s *iut.Stopped
		if errors.As(err, &s) != (row.stopped != "") || s != nil && (s.Reason != row.stopped || s.Case != len(got) || !strings.Contains(s.LastWords, row.words)) {
			t.Errorf("%s: %v", row.ops, err)
		}
	}
}

func TestFuncEnds(t *testing.T) {
	x := Func(reports.Implementation{Name: "upper"}, upper)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := x.Exchange(ctx, talk("upper"), nil); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled before: %v", err)
	}
	ctx, cancel = context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	if err := x.Exchange(ctx, talk("hang"), nil); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("cancelled while it was asked: %v", err)
	}
	full := errors.New("disk full")
	if err := x.Exchange(t.Context(), talk("upper", "upper"), func(trial.Outcome) error { return full }); !errors.Is(err, full) {
		t.Errorf("yield's error: %v", err)
	}
}

func TestExchange(t *testing.T) {
	t.Run("func", func(t *testing.T) {
		iuttest.Exchange(t, rude.Lines(), func(t *testing.T) iut.Exchanger { return Func(echo(), rude.Func(rude.Good)) })
	})
	t.Run("handler", func(t *testing.T) {
		iuttest.Exchange(t, rude.Requests(), func(t *testing.T) iut.Exchanger { return serve(t, rude.Good) })
	})
}

func TestRude(t *testing.T) {
	t.Run("func", func(t *testing.T) {
		iuttest.Rude(t, rude.Inside, rude.Lines(), func(t *testing.T, behaviour string) iut.Exchanger {
			return FuncWithin(2*time.Second, echo(), rude.Func(behaviour))
		})
	})
	t.Run("handler", func(t *testing.T) {
		iuttest.Rude(t, rude.Handled, rude.Requests(), serve)
	})
}

func echo() reports.Implementation { return reports.Implementation{Name: "echo", Version: "1.2"} }

func serve(t *testing.T, behaviour string) iut.Exchanger {
	x, err := ServeWithin(http.Limits{Silence: 2 * time.Second, Output: 1 << 20}, echo(), rude.Handler(behaviour, nil))
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func BenchmarkServe(b *testing.B) {
	x, err := Serve(echo(), rude.Handler(rude.Good, nil))
	if err != nil {
		b.Fatal(err)
	}
	defer x.Close()
	script := &trial.Script{Calls: []trial.Call{rude.Requests().Say("81308130")}}
	all := make([]iut.Conversation, 1000)
	for i := range all {
		all[i] = iut.Conversation{Case: i, Script: script}
	}
	for b.Loop() {
		if err := x.Exchange(b.Context(), all, func(trial.Outcome) error { return nil }); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(all)*b.N)/b.Elapsed().Seconds(), "cases/s")
}

func BenchmarkFunc(b *testing.B) {
	x := Func(reports.Implementation{Name: "upper"}, upper)
	all := talk("upper")
	for i := range 10_000 {
		all = append(all, iut.Conversation{Case: i + 1, Script: all[0].Script})
	}
	for b.Loop() {
		if err := x.Exchange(b.Context(), all, func(trial.Outcome) error { return nil }); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(all)*b.N)/b.Elapsed().Seconds(), "cases/s")
}
