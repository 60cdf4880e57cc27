package command

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"touchstone/server/api"
)

// defaultPack is the pack of acts that nothing else is known of.
const defaultPack = "riscv"

// clues are what an act is about; what is empty says nothing.
type clues struct {
	report    string // digest
	challenge string // ID
	scenario  string // ID, which its pack's name begins in suites of several packs
	rule      string // ID
}

// pack is the one that an act is in: as the flag says, else that of what the act is about, as the registry
// knows it. What is written to a file is not asked for: who writes it may be nowhere near the registry.
func (s *signs) pack(ctx context.Context, flag string, about clues) (string, error) {
	if flag != "" || s.Out != "" {
		if flag == "" {
			flag = defaultPack
		}
		return flag, nil
	}
	c, err := s.client()
	if err != nil {
		return "", err
	}
	defer c.close()
	found, err := c.packs(ctx, about)
	switch {
	case err != nil:
		return "", err
	case len(found) > 1:
		return "", usage("--pack: which of them? The registry knows rule %s of %s", plain(about.rule), plain(strings.Join(found, ", ")))
	case len(found) == 0:
		return defaultPack, nil
	}
	return found[0], nil
}

// packs finds those that something may be of.
func (c *client) packs(ctx context.Context, about clues) ([]string, error) {
	if about.report != "" {
		var r api.Report
		if there, err := c.knows(ctx, &r, "api/v1/reports", about.report); err != nil || there {
			return []string{r.Suite.Pack}, err
		}
	}
	if about.challenge != "" {
		var x api.Challenge
		if there, err := c.knows(ctx, &x, "api/v1/challenges", about.challenge); err != nil || there && x.Pack != "" {
			return []string{x.Pack}, err
		}
	}
	registry, err := c.about(ctx)
	if err != nil {
		return nil, err
	}
	var known []string
	for _, s := range registry.Suites {
		if !slices.Contains(known, s.Pack) {
			known = append(known, s.Pack)
		}
	}
	if len(known) == 1 {
		return known, nil
	}
	if of, _, ok := strings.Cut(about.scenario, "/"); ok && slices.Contains(known, of) {
		return []string{of}, nil
	}
	var have []string
	for _, pack := range known {
		if about.rule == "" {
			break
		}
		there, err := c.knows(ctx, nil, "api/v1/rules", pack, about.rule)
		if err != nil {
			return nil, err
		}
		if there {
			have = append(have, pack)
		}
	}
	return have, nil
}

// knows asks for something that need not be there.
func (c *client) knows(ctx context.Context, v any, path string, names ...string) (bool, error) {
	elements := []string{path}
	for _, n := range names {
		elements = append(elements, url.PathEscape(n))
	}
	err := c.get(ctx, v, elements...)
	var no *refusal
	if errors.As(err, &no) && (no.status == http.StatusNotFound || no.status == http.StatusBadRequest) {
		return false, nil
	}
	if err != nil {
		return false, unreachable(err)
	}
	return true, nil
}
