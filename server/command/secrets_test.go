package command

import (
	"bufio"
	"bytes"
	"context"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"touchstone/reports"
	"touchstone/reports/act"
	"touchstone/reports/attest"
	"touchstone/reports/attest/passphrase"
	"touchstone/server/registry/registrytest"
)

// secrets are what no log may hold, by what they are.
type secrets map[string][]byte

// forms are the ways in which a log could hold bytes.
func forms(secret []byte) [][]byte {
	quoted, _ := json.Marshal(string(secret))
	return [][]byte{
		secret, quoted[1 : len(quoted)-1], []byte(url.QueryEscape(string(secret))), []byte(url.PathEscape(string(secret))),
		[]byte(hex.EncodeToString(secret)), bytes.ToUpper([]byte(hex.EncodeToString(secret))), fmt.Append(nil, secret),
	}
}

// in names the secrets that a log holds: as they are, quoted, in hexadecimal, as numbers, in base64 wherever in
// something longer they begin.
func (s secrets) in(log []byte) []string {
	var found []string
	for name, secret := range s {
		all := forms(secret)
		for _, encoding := range []*base64.Encoding{base64.RawStdEncoding, base64.RawURLEncoding} {
			for shift := range 3 {
				// The characters that depend on what stands before and behind are cut off.
				text := encoding.EncodeToString(append(make([]byte, shift), secret...))
				if from, to := (shift*8+5)/6, (shift+len(secret))*8/6; to-from >= 8 {
					all = append(all, []byte(text[from:to]))
				}
			}
		}
		for _, form := range all {
			if bytes.Contains(log, form) {
				found = append(found, name)
				break
			}
		}
	}
	return found
}

// key adds everything by which a private key could be known again.
func (s secrets) key(t *testing.T, name string, key *attest.Key) {
	t.Helper()
	text, err := key.PEM()
	if err != nil {
		t.Fatal(err)
	}
	block, _ := pem.Decode(text)
	s[name+": DER"] = block.Bytes
	s[name+": seed"] = block.Bytes[len(block.Bytes)-32:] // of Ed25519: the last octets of the PKCS#8
	s.file(name, text)
}

// file adds each line of a file.
func (s secrets) file(name string, text []byte) {
	for i, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		if !strings.HasPrefix(line, "-----") {
			s[fmt.Sprintf("%s: line %d", name, i+1)] = []byte(line)
		}
	}
}

// The search finds what is there, in every form; else the test below would say nothing.
func TestSecretsAreFound(t *testing.T) {
	s := secrets{}
	s.key(t, "key", registrytest.Key("vendor"))
	s["word"] = []byte("a pass\"phrase & more")
	text, err := registrytest.Key("vendor").PEM()
	if err != nil {
		t.Fatal(err)
	}
	seed, word := s["key: seed"], s["word"]
	inJSON, err := json.Marshal(map[string]any{"body": string(text), "raw": word, "said": string(word)})
	if err != nil {
		t.Fatal(err)
	}
	for what, log := range map[string][]byte{
		"PEM": text, "JSON": inJSON, "seed": seed, "hexadecimal": []byte(hex.EncodeToString(seed)), "numbers": fmt.Appendf(nil, "%v", seed),
		"Go's": fmt.Appendf(nil, "key %x", seed), "word": word, "query": []byte("/?p=" + url.QueryEscape(string(word))),
		"base64": []byte(base64.StdEncoding.EncodeToString(word)), "base64 of more": []byte(base64.StdEncoding.EncodeToString(append([]byte("user:"), word...))),
		"base64 for addresses": []byte(base64.URLEncoding.EncodeToString(append(append([]byte("x:"), seed...), " and more"...))),
	} {
		if len(s.in(log)) == 0 {
			t.Errorf("%s: not found in %q", what, log)
		}
	}
	if found := s.in([]byte(`{"level":"INFO","msg":"request","id":"0123456789abcdef","path":"/api/v1/reports"}`)); len(found) > 0 {
		t.Errorf("found where there is nothing: %v", found)
	}
}

// A registry logs everything that it can, and is asked for everything: what it writes has no private key, no passphrase,
// no password, nothing of bodies, no signature, no query, no header.
func TestSecretsAreNotLogged(t *testing.T) {
	dir := t.TempDir()
	data := filepath.Join(dir, "data")
	vendor, admin, laboratory := registrytest.Key("vendor"), registrytest.Key("admin"), registrytest.Key("laboratory")
	hidden := secrets{"passphrase": []byte("correct horse battery"), "token": []byte("hunter2-token-in-a-query"), "authorization": []byte("Bearer-of-hunter3"),
		"cookie": []byte("session-of-hunter4"), "body": []byte("MARKER-IN-A-BODY")}
	for name, key := range map[string]*attest.Key{"vendor": vendor, "admin": admin, "laboratory": laboratory} {
		hidden.key(t, name, key)
		if err := key.Save(filepath.Join(dir, name+".pem")); err != nil {
			t.Fatal(err)
		}
	}
	locked := filepath.Join(dir, "locked.pem")
	if err := laboratory.SaveEncrypted(locked, hidden["passphrase"]); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(locked)
	if err != nil {
		t.Fatal(err)
	}
	hidden.file("encrypted key", text)
	iuts, ready := filepath.Join(dir, "iuts"), filepath.Join(dir, "ready")
	if err := os.Mkdir(iuts, 0o700); err != nil {
		t.Fatal(err)
	}

	args, err := json.Marshal([]string{"serve", "--data", data, "--addr", "127.0.0.1:0", "--name", registrytest.Name, "--ready", ready, "--log-level", "debug",
		"--register", filepath.Join(dir, "vendor.pem") + "=vendor", "--register", filepath.Join(dir, "admin.pem") + "=admin:admin,reviewer",
		"--register", filepath.Join(dir, "laboratory.pem") + "=laboratory:laboratory", "--iuts", iuts, "--key", locked, "--metrics", "127.0.0.1:0"})
	if err != nil {
		t.Fatal(err)
	}
	child := exec.CommandContext(t.Context(), os.Args[0])
	child.Env = append(os.Environ(), serveArguments+"="+string(args), passphrase.Variable+"="+string(hidden["passphrase"]))
	var log bytes.Buffer // both streams; it is read when the process has ended
	child.Stdout, child.Stderr = &log, &log
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- child.Wait() }()
	base := readyAt(t, ready, ended, &log)

	client := &http.Client{Timeout: time.Minute, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	defer client.CloseIdleConnections()
	ask := func(method, path, mediaType string, body []byte, want ...int) string {
		t.Helper()
		r, err := http.NewRequestWithContext(t.Context(), method, base+path, bytes.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Authorization", string(hidden["authorization"]))
		r.Header.Set("Cookie", "session="+string(hidden["cookie"]))
		r.Header.Set("User-Agent", string(hidden["body"]))
		r.Header.Set("Referer", base+"/?token="+string(hidden["token"]))
		if mediaType != "" {
			r.Header.Set("Content-Type", mediaType)
		}
		answer, err := client.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		defer answer.Body.Close()
		text, err := io.ReadAll(answer.Body)
		if err != nil {
			t.Fatal(err)
		}
		ok := len(want) == 0
		for _, code := range want {
			ok = ok || answer.StatusCode == code
		}
		if !ok {
			t.Errorf("%s %s: %d, want %v\n%s", method, path, answer.StatusCode, want, text)
		}
		return string(text)
	}
	query := "?token=" + url.QueryEscape(string(hidden["token"]))
	const envelopeType = "application/vnd.dsse.envelope.v1+json"
	marker := string(hidden["body"])
	n := 0
	signed := func(envelope []byte) []byte {
		t.Helper()
		var e struct {
			Payload    []byte `json:"payload"`
			Signatures []struct {
				Sig []byte `json:"sig"`
			} `json:"signatures"`
		}
		if err := json.Unmarshal(envelope, &e); err != nil || len(e.Signatures) == 0 {
			t.Fatalf("%v: %s", err, envelope)
		}
		n++
		hidden[fmt.Sprintf("signature %d", n)] = e.Signatures[0].Sig
		hidden[fmt.Sprintf("payload %d", n)] = e.Payload[:60]
		return envelope
	}
	report := func(name string, keys ...*attest.Key) []byte {
		r := registrytest.Report(1)
		r.Implementation.Name = name
		if err := r.Seal(); err != nil {
			t.Fatal(err)
		}
		return signed(registrytest.Sign(t, r, keys...))
	}
	does := func(d act.Document, key *attest.Key, want ...int) string {
		t.Helper()
		text, err := act.Sign(act.New(registrytest.Name), d, key)
		if err != nil {
			t.Fatal(err)
		}
		return ask(http.MethodPost, "/api/v1/acts", envelopeType, signed(text), want...)
	}

	// What is taken.
	good := report("Core "+marker, vendor)
	ask(http.MethodPost, "/api/v1/reports", envelopeType, good, http.StatusCreated)
	ask(http.MethodPost, "/api/v1/reports", envelopeType, good, http.StatusOK)
	digest := reports.Digest(good)
	does(act.Waiver{Pack: "riscv", Rule: "mul_op", Implementation: marker, Owner: marker, Reason: marker, Expires: "2100-01-01"}, vendor, http.StatusCreated)
	does(act.Challenge{Target: act.TargetRule, Pack: "riscv", Rule: "mul_op", Title: marker, Text: marker}, vendor, http.StatusCreated)
	does(act.Register(registrytest.Key("fresh").Public(), "fresh", act.RoleVendor), admin, http.StatusCreated)
	does(act.Run{Implementation: "embedded", Effort: "quick"}, laboratory, http.StatusCreated)
	does(act.Revocation{What: act.ThingReport, ID: digest, Reason: marker}, vendor, http.StatusCreated)
	ask(http.MethodPost, "/api/v1/challenges", "application/json", []byte(`{"target":"rule","pack":"riscv","rule":"mul_op","title":"`+marker+`","text":"x"}`), http.StatusAccepted)
	form := url.Values{"target": {"rule"}, "pack": {"riscv"}, "rule": {"mul_op"}, "title": {marker}, "text": {marker}}
	ask(http.MethodPost, "/challenges", "application/x-www-form-urlencoded", []byte(form.Encode()))
	// What is not.
	vendorPEM, err := os.ReadFile(filepath.Join(dir, "vendor.pem"))
	if err != nil {
		t.Fatal(err)
	}
	for name, body := range map[string][]byte{
		"a word": []byte(marker), "a private key": vendorPEM, "a member": []byte(`{"` + marker + `":1}`), "half": good[:len(good)/2],
		"forged":     bytes.Replace(good, []byte(`"payload":"`), []byte(`"payload":"AAAA`), 1),
		"a stranger": report("x", registrytest.Key("stranger")), "unshowable": report(marker+"\u202e", vendor),
	} {
		for _, path := range []string{"/api/v1/reports", "/api/v1/acts", "/api/v1/challenges", "/api/v1/waiting", "/api/v1/waiting/report"} {
			if text := ask(http.MethodPost, path, "", body, 400, 403, 413, 422, 429); !strings.Contains(text, `"status"`) {
				t.Errorf("%s to %s: %s", name, path, text)
			}
		}
		ask(http.MethodPut, "/api/v1/reports/"+digest+"/evidence", "", body, 400, 403, 404, 409, 422)
	}
	does(act.Withdrawal{Challenge: marker}, vendor, 403, 404, 422)
	does(act.Decision{Report: digest, Answer: act.Refuse, Reason: marker}, vendor, 403)
	ask(http.MethodPost, "/api/v1/reports"+query, envelopeType, good, 400)
	for _, path := range []string{"/", "/reports", "/log/checkpoint", "/api/v1", "/api/v1/reports", "/feed.atom", "/badge/latest.svg", "/nothing", "/api/v1/nothing", "/healthz", "/readyz"} {
		ask(http.MethodGet, path+query, "", nil)
	}
	// What is no HTTP.
	for _, request := range []string{
		"GET /?token=%s HTTP/1.1\r\n\r\n", "GET /?token=%s HTTP/9.9\r\nHost: x\r\n\r\n", "GET / HTTP/1.1\r\nHost: x\r\n%s\r\n\r\n",
		"POST /api/v1/reports HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n%s\r\n", "\x16\x03\x01%s",
	} {
		c, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", strings.TrimPrefix(base, "http://"))
		if err != nil {
			t.Fatal(err)
		}
		_ = c.SetDeadline(time.Now().Add(time.Minute))
		fmt.Fprintf(c, request, hidden["token"])
		_, _ = bufio.NewReader(c).ReadString('\n')
		_ = c.Close()
	}

	if err := child.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	select {
	case err := <-ended:
		if err != nil {
			t.Errorf("its end: %v\n%s", err, log.String())
		}
	case <-time.After(2 * time.Minute):
		t.Fatal("it does not end")
	}
	if text, err = os.ReadFile(filepath.Join(data, "log.key")); err != nil {
		t.Fatal(err)
	}
	parts := strings.Split(strings.TrimSpace(string(text)), "+")
	hidden["log's key"] = []byte(parts[len(parts)-1])
	if found := hidden.in(log.Bytes()); len(found) > 0 {
		t.Errorf("the log holds %s:\n%s", strings.Join(found, ", "), log.String())
	}
	// It was logged, and as much of it as there is.
	for _, has := range []string{`"msg":"report taken"`, `"msg":"report refused"`, `"msg":"act done"`, `"msg":"act refused"`, `"path":"/api/v1/reports"`, `"path":"/log/checkpoint"`,
		`"path":"/nothing"`, `"path":"/challenges"`, `"route":"/api/v1/reports/:digest/evidence"`, `"level":"DEBUG"`, "registry.example on http"} {
		if !strings.Contains(log.String(), has) {
			t.Errorf("the log has no %s:\n%s", has, log.String())
		}
	}
}

// readyAt waits for the address of a registry that was started.
func readyAt(t *testing.T, file string, ended <-chan error, log *bytes.Buffer) string {
	t.Helper()
	for deadline := time.Now().Add(2 * time.Minute); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		if text, err := os.ReadFile(file); err == nil && len(text) > 0 {
			return strings.TrimSpace(string(text))
		}
		select {
		case err := <-ended:
			t.Fatalf("it has ended: %v\n%s", err, log.String())
		default:
		}
	}
	t.Fatal("it does not serve")
	return ""
}

// The password of a database is in no error, and not in the environment of what is started later.
func TestPasswordIsNotSaid(t *testing.T) {
	const password = "hunter5 of the database"
	for _, dsn := range []string{
		"postgres://user:" + url.PathEscape(password) + "@127.0.0.1:1/none?connect_timeout=1",
		"postgres://user:" + url.PathEscape(password) + "@127.0.0.1:1/none?connect_timeout=never",
		"postgres://user:" + url.PathEscape(password) + "@[::1/none",
		"mysql://user:" + url.PathEscape(password) + "@127.0.0.1/none",
	} {
		args, err := json.Marshal([]string{"serve", "--data", t.TempDir(), "--addr", "127.0.0.1:0", "--log-level", "debug"})
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		child := exec.CommandContext(ctx, os.Args[0])
		child.Env = append(os.Environ(), serveArguments+"="+string(args), "TOUCHSTONE_DATABASE="+dsn)
		text, err := child.CombinedOutput()
		cancel()
		var exit *exec.ExitError
		if !errors.As(err, &exit) || len(text) == 0 {
			t.Errorf("%s is taken: %v\n%s", dsn, err, text)
		}
		if found := (secrets{"password": []byte(password)}).in(text); len(found) > 0 {
			t.Errorf("it says the password:\n%s", text)
		}
	}
}
