package schema

import "embed"

// Reports holds the schemas of what a run leaves behind and of the baseline that a gate reads:
// report.schema.json, outcomes.schema.json and vectors.schema.json (one line each), baseline.schema.json.
//
//go:embed report.schema.json outcomes.schema.json vectors.schema.json baseline.schema.json
var Reports embed.FS
