package render_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"touchstone/reports/render"
	"touchstone/reports/reportstest"
)

// A browser draws the page in both languages, light and dark and on paper, and it is not blank.
func TestBrowserDrawsThePage(t *testing.T) {
	browser := chromium(t)
	for _, x := range []struct {
		name, lang, out string
		least           int64
		args            []string
	}{
		{"light", "en", "shot.png", 40_000, []string{"--window-size=1100,1600"}},
		{"dark", "zh", "shot.png", 40_000, []string{"--window-size=1100,1600", "--blink-settings=preferredColorScheme=0"}},
		{"paper", "en", "page.pdf", 60_000, []string{"--no-pdf-header-footer"}},
	} {
		t.Run(x.name, func(t *testing.T) {
			dir := t.TempDir()
			out := filepath.Join(dir, x.out)
			draws := "--screenshot=" + out
			if filepath.Ext(out) == ".pdf" {
				draws = "--print-to-pdf=" + out
			}
			browse(t, browser, dir, x.lang, append(x.args, draws)...)
			info, err := os.Stat(out)
			if err != nil {
				t.Fatal(err)
			}
			if info.Size() < x.least {
				t.Errorf("%s has %d bytes: an almost blank page", x.out, info.Size())
			}
		})
	}
}

// On a telephone nothing but tables is wider than the screen, and they scroll by themselves.
func TestPageFitsATelephone(t *testing.T) {
	browser := chromium(t)
	dir := t.TempDir()
	frame := filepath.Join(dir, "frame.html")
	words := `<iframe src="report.html" width="360" height="640" onload="document.title = 'wide ' + this.contentDocument.documentElement.scrollWidth"></iframe>`
	if err := os.WriteFile(frame, []byte(words), 0o600); err != nil {
		t.Fatal(err)
	}
	out := browse(t, browser, dir, "en", "--allow-file-access-from-files", "--dump-dom", "file://"+frame)
	m := regexp.MustCompile(`<title>wide (\d+)</title>`).FindSubmatch(out)
	if m == nil {
		t.Fatalf("the browser did not measure the page:\n%s", out)
	}
	if wide, err := strconv.Atoi(string(m[1])); err != nil || wide > 360 {
		t.Errorf("the page is %d pixels wide on a screen of 360", wide)
	}
}

func chromium(t *testing.T) string {
	t.Helper()
	browser, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("no chromium is installed, so no browser can draw the page")
	}
	if testing.Short() {
		t.Skip("a browser takes seconds")
	}
	return browser
}

// browse lets the browser open the page of the sample, or what the last argument names.
func browse(t *testing.T, browser, dir, lang string, args ...string) []byte {
	t.Helper()
	page := filepath.Join(dir, "report.html")
	if err := os.WriteFile(page, []byte(draw(t, render.Formats()[0], reportstest.Sample(), render.Options{Lang: lang})), 0o600); err != nil {
		t.Fatal(err)
	}
	all := append([]string{
		"--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--user-data-dir=" + filepath.Join(dir, "profile"),
	}, args...)
	if !strings.HasPrefix(args[len(args)-1], "file:") {
		all = append(all, "file://"+page)
	}
	cmd := exec.CommandContext(t.Context(), browser, all...)
	cmd.WaitDelay = 5 * time.Second
	out, err := cmd.Output()
	if err != nil {
		words := ""
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			words = string(exit.Stderr)
		}
		t.Fatal(fmt.Errorf("%w\n%s", err, words))
	}
	return out
}
