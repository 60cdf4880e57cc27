package translog

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"touchstone/reports/tlog"
)

// sweep removes the temporary files that a killed process leaves behind, and tessera on a full disk:
// a file's name and a random number. What cannot be removed does no harm.
func (f folder) sweep() {
	root := string(f)
	_ = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			if name, err := filepath.Rel(root, path); err == nil && temporary(filepath.ToSlash(name)) {
				os.Remove(path)
			}
		}
		return nil
	})
}

// temporary says whether a path is that of a log's file with a number behind it.
func temporary(path string) bool {
	if final(path) {
		return false
	}
	for len(path) > 0 && strings.ContainsRune("0123456789", rune(path[len(path)-1])) {
		path = path[:len(path)-1]
		if final(path) {
			return true
		}
	}
	return false
}

func final(path string) bool {
	switch path {
	case tlog.CheckpointPath, stateDir + "/" + treeState, stateDir + "/gcState", stateDir + "/version":
		return true
	}
	_, err := tlog.ParseTile(path)
	return err == nil
}
