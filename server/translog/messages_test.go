//go:build unix

package translog

import (
	"bytes"
	"log/slog"
	"strings"
	"testing"
)

// What tessera says of every new log is for debugging; what is wrong is shown.
func TestMessagesOfANewLog(t *testing.T) {
	for name, x := range map[string]struct {
		level slog.Level // that is shown from
		say   func(*slog.Logger)
		want  string
	}{
		"a new folder":          {slog.LevelInfo, func(l *slog.Logger) { l.Info(`Initializing directory for POSIX log at "x"`) }, ""},
		"a new folder, debug":   {slog.LevelDebug, func(l *slog.Logger) { l.Info(`Initializing directory for POSIX log at "x"`) }, "level=DEBUG"},
		"no checkpoint yet":     {slog.LevelInfo, func(l *slog.Logger) { l.Info("Failed to fetch old checkpoint: file does not exist") }, ""},
		"a checkpoint's fault":  {slog.LevelInfo, func(l *slog.Logger) { l.Info("Failed to fetch old checkpoint: input/output error") }, "level=INFO"},
		"klog's warning":        {slog.LevelInfo, func(l *slog.Logger) { l.Info("publishCheckpoint: no space") }, "level=INFO"},
		"an error":              {slog.LevelInfo, func(l *slog.Logger) { l.Error("Initializing directory for POSIX log") }, "level=ERROR"},
		"with attributes, new":  {slog.LevelInfo, func(l *slog.Logger) { l.With("a", 1).WithGroup("g").Info("Initializing directory for POSIX log") }, ""},
		"with attributes, else": {slog.LevelInfo, func(l *slog.Logger) { l.With("a", 1).WithGroup("g").Info("else", "b", 2) }, "g.b=2"},
	} {
		var out bytes.Buffer
		x.say(slog.New(newcomer{slog.NewTextHandler(&out, &slog.HandlerOptions{Level: x.level})}))
		if x.want == "" && out.Len() > 0 || !strings.Contains(out.String(), x.want) {
			t.Errorf("%s: %q", name, out.String())
		}
	}
}
