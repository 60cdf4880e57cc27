package runner

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"touchstone/reports"
	"touchstone/runner/image"
)

// ErrKit says that a folder is no kit, or that its outcomes cannot be read.
var ErrKit = errors.New("kit")

// Kit is a kit that was opened.
type Kit struct {
	Request Request        // that it was planned from; the caller adds pack and features
	Results image.Protocol // how its images report
	Options KitOptions
	Digest  string // of the plan
	Bound   string // digest of the manifest, and so of all that it names

	dir      string
	manifest []byte
}

// OpenKit reads the manifest of a kit. The caller plans from it again and asks [Kit.Verify].
func OpenKit(dir string) (*Kit, error) {
	path := filepath.Join(dir, manifestFile)
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrKit, err)
	}
	wrong := func(format string, a ...any) (*Kit, error) {
		return nil, fmt.Errorf("%w: %s: %w", ErrKit, path, fmt.Errorf(format, a...))
	}
	var m kitManifest
	if err := json.Unmarshal(text, &m); err != nil {
		return wrong("%w", err)
	}
	if m.Kit != kitVersion {
		return wrong("it is a kit of format %d, and this version reads %d", m.Kit, kitVersion)
	}
	var plain bytes.Buffer
	if err := json.Compact(&plain, m.Plan); err != nil {
		return wrong("plan: %w", err)
	}
	if digest := reports.Digest(plain.Bytes()); digest != m.Digest {
		return wrong("what it says under plan has digest %s, and was written with plan_digest %s: it was changed", digest, m.Digest)
	}
	var plan struct {
		Request struct {
			ICS         json.RawMessage `json:"ics"`
			Environment string          `json:"environment"`
			Effort      string          `json:"effort"`
			Seed        string          `json:"seed"`
			Select      string          `json:"select"`
			Map         *image.Map      `json:"map"`
		} `json:"request"`
	}
	if err := json.Unmarshal(m.Plan, &plan); err != nil {
		return wrong("plan: %w", err)
	}
	k := &Kit{
		Results: m.Results, Digest: m.Digest, Bound: reports.Digest(text), dir: dir, manifest: text,
		Options: KitOptions{Formats: m.Formats, Command: m.Command},
	}
	if !slices.Contains([]image.Protocol{image.Console, image.Signature, image.SelfCheck}, k.Results) {
		return wrong("results %q; there are %s, %s and %s", k.Results, image.Console, image.Signature, image.SelfCheck)
	}
	if m.Origin != "" {
		if k.Options.Origin, err = strconv.ParseUint(m.Origin, 0, 64); err != nil {
			return wrong("hex_origin: %w", err)
		}
	}
	r := &k.Request
	if err := json.Unmarshal(plan.Request.ICS, &r.ICS); err != nil {
		return wrong("plan.request.ics: %w", err)
	}
	if r.Seed, err = strconv.ParseUint(plan.Request.Seed, 10, 64); err != nil {
		return wrong("plan.request.seed: %w", err)
	}
	r.Environment, r.Effort, r.Select = plan.Request.Environment, plan.Request.Effort, plan.Request.Select
	if m := plan.Request.Map; m != nil {
		if r.Map, err = image.MapOf(m.Base, m.Memory()); err == nil {
			err = r.Map.SetDevices(m.Console, m.Exit)
		}
		if err != nil {
			return wrong("plan.request.map: %w", err)
		}
	}
	return k, nil
}

func sortedKeys(m map[string]bool) []string { return slices.Sorted(maps.Keys(m)) }
