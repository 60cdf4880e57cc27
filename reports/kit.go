package reports

// Kit binds a report to what was carried to a laboratory and what came back.
type Kit struct {
	Digest string        `json:"digest"` // of the kit's manifest, which has the digests of all its files
	Files  []BroughtFile `json:"files"`  // that outcomes were read from, in the order of images
	Notes  []string      `json:"notes,omitempty"`
}

// BroughtFile is one file that was brought back: a console's text, or a dump of a log.
type BroughtFile struct {
	Name   string `json:"name"`
	Size   int64  `json:"size"`
	Digest string `json:"digest"`
}
