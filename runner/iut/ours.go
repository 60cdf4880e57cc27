package iut

import (
	"runtime/debug"

	"touchstone/reports"
)

// Ours describes an implementation that is a part of this program, by the program's version.
func Ours(name string) reports.Implementation {
	im := reports.Implementation{Name: name, Vendor: "Touchstone", Version: "(devel)"}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		im.Version = info.Main.Version
	}
	return im
}
