package rude

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"time"

	"touchstone/runner/trial"
)

// Handler is the implementation behind HTTP. end ends the process that it is in, and does not return; nil:
// it crashes by a panic.
func Handler(name string, end func()) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /", func(w http.ResponseWriter, r *http.Request) {})
	mux.HandleFunc("GET /refuse", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusForbidden) })
	mux.HandleFunc("POST /echo", func(w http.ResponseWriter, r *http.Request) {
		text, err := io.ReadAll(r.Body)
		if err != nil {
			panic(http.ErrAbortHandler)
		}
		if string(text) == Victim {
			insult(name, w, r, end)
		}
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		w.Header().Set("X-Request-Id", fmt.Sprint(time.Now().UnixNano()))
		_, _ = w.Write(text)
	})
	return mux
}

// insult misbehaves, or returns for the right answer.
func insult(name string, w http.ResponseWriter, r *http.Request, end func()) {
	raw := func(text string) {
		c, _, err := w.(http.Hijacker).Hijack()
		if err != nil {
			panic(err)
		}
		_, _ = io.WriteString(c, text)
		_ = c.Close()
		panic(http.ErrAbortHandler)
	}
	switch name {
	case "slow":
		time.Sleep(100 * time.Millisecond)
	case "hangs in a case":
		<-r.Context().Done()
		panic(http.ErrAbortHandler)
	case "crashes in a case", "crashes slowly":
		if end != nil {
			end()
		}
		panic(http.ErrAbortHandler)
	case "panics", "closes the connection":
		panic(http.ErrAbortHandler)
	case "answers with garbage":
		raw("HELO\r\n\r\n")
	case "cuts its answer":
		raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nvict")
	case "stops in its answer":
		_, _ = io.WriteString(w, "vict")
		w.(http.Flusher).Flush()
		<-r.Context().Done()
		panic(http.ErrAbortHandler)
	case "answers without end":
		for block := strings.Repeat("x", 64<<10); ; {
			if _, err := io.WriteString(w, block); err != nil {
				panic(http.ErrAbortHandler)
			}
		}
	case "headers without end":
		raw("HTTP/1.1 200 OK\r\n" + strings.Repeat("X-More: "+strings.Repeat("x", 1000)+"\r\n", 10_000))
	case "answers twice":
		raw(strings.Repeat("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nvictim", 2))
	case "says to continue without end":
		raw(strings.Repeat("HTTP/1.1 102 Processing\r\n\r\n", 10_000))
	}
}

// Func is the implementation in the same process.
func Func(name string) func(ctx context.Context, op string, args json.RawMessage) trial.Answer {
	return func(ctx context.Context, op string, args json.RawMessage) trial.Answer {
		var a struct{ Text string }
		if err := json.Unmarshal(args, &a); err != nil {
			return trial.Answer{Error: err.Error()}
		}
		if a.Text == Victim {
			switch name {
			case "slow":
				time.Sleep(100 * time.Millisecond)
			case "hangs in a case":
				<-ctx.Done()
			case "crashes in a case":
				panic("rude")
			}
		}
		switch op {
		case "echo":
			b, _ := json.Marshal(map[string]string{"text": a.Text})
			return trial.Answer{Value: b}
		case "refuse":
			return trial.Answer{Value: json.RawMessage(`{"refused":true}`)}
		}
		return trial.Answer{Skip: "no operation " + op}
	}
}

// Serve is the implementation behind HTTP as a program, on 127.0.0.1 and the port that [PortVariable] says.
func Serve(name string) error {
	server := &http.Server{Addr: "127.0.0.1:" + os.Getenv(PortVariable), ReadHeaderTimeout: time.Minute}
	end := func() { os.Exit(7) }
	if name == "crashes slowly" { // as any process does when the machine is busy: first its connections are gone
		end = func() { _ = server.Close() }
	}
	server.Handler = Handler(name, end)
	fmt.Fprintln(os.Stderr, "echo serves")
	err := server.ListenAndServe()
	if name == "crashes slowly" {
		time.Sleep(500 * time.Millisecond)
	}
	return err
}

// PortVariable makes the program of [Main] the one behind HTTP.
const PortVariable = "TOUCHSTONE_RUDE_PORT"
