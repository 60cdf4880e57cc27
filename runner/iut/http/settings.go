package http

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strings"

	"touchstone/runner/iut/program"
)

// settings are start.set.
type settings struct {
	ready, ca            string
	authorization        string // the header, with its secret
	secrets              []string
	insecure, otherHosts bool
	volatile             map[string]bool
}

// check looks at what a description says.
func (h *HTTP) check(o Options) error {
	start := h.iut.Start
	switch {
	case start.Adapter != Adapter:
		return fmt.Errorf("start.adapter is %q, not %s", start.Adapter, Adapter)
	case start.Address == "" && len(start.Command) == 0:
		return errors.New("start.address is missing: the base URL of the service, or start.command to start it")
	case start.Results != "" || len(start.Monitor) > 0 || start.Machine != nil:
		return errors.New("start.results, start.monitor and start.machine are for harts; remove them")
	case len(start.Fetch) > 0 || len(start.Clean) > 0:
		return errors.New("start.fetch and start.clean are for boards; remove them")
	case start.Limits.File > 0 || start.Limits.Memory > 0:
		return errors.New("start.limits: there are case and output; remove the others")
	case len(start.Command) == 0 && (len(start.Prepare) > 0 || len(start.Environment) > 0 || start.Directory != ""):
		return errors.New("start.prepare, start.environment and start.directory are for a service that start.command starts; remove them")
	}
	if len(start.Command) > 0 && start.Address == "" {
		h.iut.Start.Address = "http://127.0.0.1:{port}"
	}
	texts := map[string][]string{"command": start.Command, "prepare": slices.Concat(start.Prepare...), "address": {h.iut.Start.Address}}
	for name, value := range start.Environment {
		texts["environment."+name] = []string{value}
	}
	ported := false
	for what, list := range texts {
		for _, text := range list {
			if _, err := program.Expand(text, []string{"dir", "port"}, func(name string) string { ported = ported || name == "port"; return "" }); err != nil {
				return fmt.Errorf("start.%s: %w", what, err)
			}
		}
	}
	if len(start.Command) == 0 && ported {
		return errors.New("start.address: {port} is for a service that start.command starts")
	}
	if _, err := parseBase(expand(h.iut.Start.Address, "", "80")); err != nil {
		return err
	}
	getenv := o.Getenv
	if getenv == nil {
		getenv = os.Getenv
	}
	return h.set(start.Set, getenv)
}

// expand fills in what New has looked at.
func expand(text, dir, port string) string {
	out, err := program.Expand(text, []string{"dir", "port"}, func(name string) string { return map[string]string{"dir": dir, "port": port}[name] })
	if err != nil {
		return text
	}
	return out
}

func parseBase(address string) (*url.URL, error) {
	base, err := url.Parse(address)
	switch {
	case err != nil:
		return nil, fmt.Errorf("start.address: %w", err)
	case base.Scheme != "http" && base.Scheme != "https" || base.Host == "":
		return nil, fmt.Errorf("start.address: %q is no http:// or https:// URL", address)
	case base.User != nil:
		return nil, errors.New("start.address: a name and a password are in no file; say start.set.username and password_from")
	case base.RawQuery != "" || base.Fragment != "":
		return nil, fmt.Errorf("start.address: %q: a base URL has neither ? nor #", address)
	}
	base.Path, base.RawPath = strings.TrimSuffix(base.Path, "/"), strings.TrimSuffix(base.RawPath, "/")
	return base, nil
}

// set reads start.set.
func (h *HTTP) set(set map[string]any, getenv func(string) string) error {
	s := settings{ready: "/", volatile: map[string]bool{}}
	for _, name := range Volatile() {
		s.volatile[name] = true
	}
	words := map[string]string{}
	for name, v := range set {
		text, isText := v.(string)
		yes, isTruth := v.(bool)
		switch name {
		case "insecure", "other_hosts":
			if !isTruth {
				return fmt.Errorf("start.set.%s: true or false, not %v", name, v)
			}
			s.insecure = s.insecure || name == "insecure" && yes
			s.otherHosts = s.otherHosts || name == "other_hosts" && yes
		case "ready", "ca", "username", "password_from", "token_from", "volatile":
			if !isText || text == "" {
				return fmt.Errorf("start.set.%s: words, not %v", name, v)
			}
			words[name] = text
		default:
			return fmt.Errorf("start.set.%s: there are ready, username, password_from, token_from, ca, insecure, other_hosts and volatile", name)
		}
	}
	if words["ready"] != "" {
		s.ready = words["ready"]
		if s.ready[0] != '/' {
			return fmt.Errorf("start.set.ready: %q does not begin with /", s.ready)
		}
	}
	s.ca = words["ca"]
	for _, name := range strings.Fields(strings.ReplaceAll(words["volatile"], ",", " ")) {
		s.volatile[strings.ToLower(name)] = true
	}
	secret := func(setting string) (string, error) {
		v := getenv(words[setting])
		if v == "" {
			return "", fmt.Errorf("start.set.%s: there is no environment variable %s", setting, words[setting])
		}
		return v, nil
	}
	switch basic := words["username"] != "" || words["password_from"] != ""; {
	case basic && words["token_from"] != "":
		return errors.New("start.set: a password and a token; one of them")
	case basic && (words["username"] == "" || words["password_from"] == ""):
		return errors.New("start.set: username and password_from go together")
	case basic:
		password, err := secret("password_from")
		if err != nil {
			return err
		}
		r := http.Request{Header: http.Header{}}
		r.SetBasicAuth(words["username"], password)
		s.authorization = r.Header.Get("Authorization")
		s.secrets = []string{password, strings.TrimPrefix(s.authorization, "Basic ")}
	case words["token_from"] != "":
		token, err := secret("token_from")
		if err != nil {
			return err
		}
		s.authorization, s.secrets = "Bearer "+token, []string{token}
	}
	h.settings = s
	return nil
}
