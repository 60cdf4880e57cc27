package schema

import "embed"

// Reports holds the schemas of what a run leaves behind, of the baseline that a gate reads and of the
// acts that a registry takes: report.schema.json, outcomes.schema.json and vectors.schema.json (one line
// each), baseline.schema.json, act.schema.json (what a signed act's statement says).
//
//go:embed report.schema.json outcomes.schema.json vectors.schema.json baseline.schema.json act.schema.json
var Reports embed.FS
