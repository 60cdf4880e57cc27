//go:build !unix

package translog

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"runtime"
)

// Tessera needs the locks and the directories of Unix.
func hold(string) (*os.File, error) {
	return nil, fmt.Errorf("%w on %s: keep the registry on a Unix system", errors.ErrUnsupported, runtime.GOOS)
}

func grow(context.Context, string, *Key) (*tree, error) { return nil, errors.ErrUnsupported }

// Messages does nothing here.
func Messages(*slog.Logger) {}
