package schema

import "embed"

// Messages holds the schemas of what is said to implementations and by them: stdio.
//
//go:embed stdio.schema.json
var Messages embed.FS
