package render

import "io"

// SVG draws a shield, for who changes its words.
func (s Shield) SVG(w io.Writer) error { return badge(w, s.Label, s.Message, s.Color) }
