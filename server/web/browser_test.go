package web_test

import (
	"context"
	"flag"
	"fmt"
	"iter"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"touchstone/server/web"
)

var shots = flag.String("shots", "", "a folder for screenshots")

// browser is a headless browser for a test.
type browser struct {
	ctx     context.Context
	console iter.Seq2[chromedp.ConsoleMessage, error]
}

func newBrowser(t *testing.T) *browser {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("no chromium is installed, so no browser can draw the pages")
	}
	if testing.Short() {
		t.Skip("a browser takes seconds")
	}
	ctx, stop := context.WithTimeout(t.Context(), 3*time.Minute)
	t.Cleanup(stop)
	ctx, end := chromedp.NewContext(ctx, chromedp.WithAllocatorOptions(chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.UserDataDir(t.TempDir()), chromedp.Flag("disable-quic", true), chromedp.Flag("hide-scrollbars", true)))
	t.Cleanup(end)
	b := &browser{ctx: ctx}
	b.do(t, chromedp.Navigate("about:blank"))
	b.console = chromedp.Console(ctx)
	return b
}

func (b *browser) do(t *testing.T, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

// ask is a question to the browser.
func ask[T any](t *testing.T, b *browser, a chromedp.Action[T]) T {
	t.Helper()
	x, err := chromedp.Run(b.ctx, a)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func eval[T any](t *testing.T, b *browser, expression string) T {
	t.Helper()
	return ask(t, b, chromedp.Evaluate[T](expression))
}

func tell[P, R any](t *testing.T, b *browser, command cdp.Command[P, R], params P) {
	t.Helper()
	if _, err := chromedp.Call(b.ctx, command, params); err != nil {
		t.Fatal(err)
	}
}

// arrives waits until the browser is there; it returns where it is at the end.
func (b *browser) arrives(t *testing.T, there func(where string) bool) string {
	t.Helper()
	var where string
	for began := time.Now(); time.Since(began) < time.Minute; time.Sleep(20 * time.Millisecond) {
		if where = ask(t, b, chromedp.Location()); there(where) {
			b.do(t, chromedp.WaitReady("body"))
			break
		}
	}
	return where
}

// silent fails the test when the browser complained: of a style or script that the policy forbids, say.
func (b *browser) silent(t *testing.T) {
	t.Helper()
	const last = "that was all"
	eval[chromedp.Void](t, b, `console.log("`+last+`")`)
	for m, err := range b.console {
		switch {
		case err != nil:
			t.Fatal(err)
		case m.Text == last:
			return
		case strings.Contains(m.URL, "/badge/"): // is not this package's, and is not there
		default:
			t.Errorf("the browser says: %s %s", m.Text, m.URL)
		}
	}
}

// look is how a page is looked at.
type look struct {
	name, lang, theme string
	width             int64
}

func (l look) set(t *testing.T, b *browser) {
	t.Helper()
	tell(t, b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: l.width, Height: 1000, DeviceScaleFactor: 1, Mobile: l.width < 500})
	tell(t, b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: l.theme}}})
}

func noScript(t *testing.T, b *browser) {
	t.Helper()
	tell(t, b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
}

func keep(t *testing.T, name string, bytes []byte) {
	t.Helper()
	if *shots == "" {
		return
	}
	if err := os.WriteFile(filepath.Join(*shots, name), bytes, 0o644); err != nil {
		t.Fatal(err)
	}
}

// Every page is drawn in both languages and themes, on a wide screen and a telephone, with no script;
// nothing is wider than the screen but tables, which scroll by themselves.
func TestBrowserDrawsThePages(t *testing.T) {
	b := newBrowser(t)
	f := lived(t)
	server := httptest.NewServer(f.handler)
	defer server.Close()
	noScript(t, b)
	for _, l := range []look{{"wide", "en", "light", 1600}, {"wide", "zh", "dark", 1200}, {"phone", "en", "dark", 360}, {"phone", "zh", "light", 360}} {
		l.set(t, b)
		for name, target := range f.pages() {
			b.do(t, chromedp.Navigate(server.URL+with(target, "lang="+l.lang)))
			// What the test asks is no script of the page's.
			if wide := eval[int64](t, b, `document.documentElement.scrollWidth`); wide > l.width {
				t.Errorf("%s (%s, %s) is %d pixels wide on a screen of %d", name, l.name, l.lang, wide, l.width)
			}
			if words := eval[string](t, b, `document.querySelector("main").innerText`); len(words) < 50 {
				t.Errorf("%s (%s, %s) says only %q", name, l.name, l.lang, words)
			}
			if l.width > 1000 {
				// The words of the navigation stand above those of the page, however wide the window is.
				left := eval[float64](t, b, `(() => { const r = document.createRange(), a = document.querySelector("nav.parts a"); r.selectNodeContents(a);
					return r.getBoundingClientRect().left - document.querySelector("h1").getBoundingClientRect().left })()`)
				if left < -1 || left > 1 {
					t.Errorf("%s (%s, %s): the navigation begins %v pixels beside the page", name, l.name, l.lang, left)
				}
			}
			ground := eval[string](t, b, `getComputedStyle(document.body).backgroundColor`)
			if dark := ground != "rgb(255, 255, 255)"; dark != (l.theme == "dark") {
				t.Errorf("%s: the ground is %s in the %s theme", name, ground, l.theme)
			}
			if *shots != "" {
				keep(t, fmt.Sprintf("%s-%s-%s-%s.png", name, l.name, l.lang, l.theme), ask(t, b, chromedp.FullScreenshot(100)))
			}
		}
	}
	tell(t, b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{})
	b.silent(t)
}

// On paper there is the content, and nothing to click.
func TestBrowserPrints(t *testing.T) {
	b := newBrowser(t)
	f := lived(t)
	server := httptest.NewServer(f.handler)
	defer server.Close()
	tell(t, b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
	for _, name := range []string{"matrix", "report", "diff", "rule"} {
		b.do(t, chromedp.Navigate(server.URL+f.pages()[name]))
		if !eval[bool](t, b, `["nav.parts", ".filter", ".actions"].every(s => { const e = document.querySelector(s); return !e || !e.checkVisibility() })`) {
			t.Errorf("%s: there are controls on paper", name)
		}
		paper := ask(t, b, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize()))
		if len(paper) < 10_000 {
			t.Errorf("%s: %d bytes of paper", name, len(paper))
		}
		keep(t, name+".pdf", paper)
	}
	b.silent(t)
}

// Who has only a keyboard can skip to the content, search, and raise a challenge, and sees where he is.
func TestBrowserByKeyboard(t *testing.T) {
	b := newBrowser(t)
	f := lived(t)
	server := httptest.NewServer(f.handler)
	defer server.Close()
	noScript(t, b)
	look{"wide", "en", "light", 1200}.set(t, b)
	focused := func() string {
		return eval[string](t, b, `(e => e.tagName + " " + (e.id || e.name || e.className || e.textContent))(document.activeElement)`)
	}
	b.do(t, chromedp.Navigate(server.URL+"/?lang=en"), chromedp.KeyEvent(kb.Tab))
	if f := focused(); f != "A skip" || eval[float64](t, b, `document.activeElement.getBoundingClientRect().left`) < 0 {
		t.Errorf("the first stop is %q, or not to be seen", f)
	}
	b.do(t, chromedp.KeyEvent(kb.Enter))
	if hash := eval[string](t, b, `location.hash`); hash != "#main" || focused() != "MAIN main" {
		t.Errorf("the skip link leads to %q, %q", hash, focused())
	}
	where := ""
	var seen []string
	for range 12 {
		b.do(t, chromedp.KeyEvent(kb.Tab))
		seen = append(seen, focused())
		if eval[string](t, b, `getComputedStyle(document.activeElement).outlineStyle`) == "none" {
			t.Errorf("nothing shows that %s has the focus", focused())
		}
		if focused() == "INPUT q" {
			b.do(t, chromedp.KeyEvent("X5"), chromedp.KeyEvent(kb.Enter))
			where = b.arrives(t, func(where string) bool { return strings.Contains(where, "q=X5") })
			break
		}
	}
	if !strings.Contains(where, "q=X5") || !strings.Contains(where, "lang=en") {
		t.Errorf("the search leads to %s, by way of %v", where, seen)
	}

	// The form: sent empty it says at the field what is missing, and keeps what was written.
	send := chromedp.Steps(chromedp.Focus("#f-by"), chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(kb.Enter))
	b.do(t, chromedp.Navigate(server.URL+"/challenges/new?target=rule&pack=riscv&rule=mulhsu_op&lang=en"), chromedp.WaitVisible("#f-title"),
		chromedp.SendKeys("#f-title", "Read wrongly"), send, chromedp.WaitVisible("#errors"))
	described := ask(t, b, chromedp.AttributeValue("#f-text", "aria-describedby")).Value
	if title := ask(t, b, chromedp.Value("#f-title")); !strings.Contains(described, "e-text") || title != "Read wrongly" {
		t.Errorf("the empty field is described by %q; the title is %q", described, title)
	}
	if *shots != "" {
		keep(t, "form-wrong.png", ask(t, b, chromedp.FullScreenshot(100)))
	}
	b.do(t, chromedp.SendKeys("#f-text", "The note says otherwise."), send)
	raised := func(where string) bool {
		return strings.Contains(where, "/challenges/") && !strings.Contains(where, "/new")
	}
	if where = b.arrives(t, raised); !raised(where) {
		t.Errorf("sent, the form leads to %s", where)
	}
}

// The bar of a run moves, and the page is loaded again when it has ended.
func TestBrowserFollowsARun(t *testing.T) {
	b := newBrowser(t)
	f := newFixture(t, 0)
	server := httptest.NewServer(f.handler)
	defer server.Close()
	b.do(t, chromedp.Navigate(server.URL+"/runs/r1?lang=en"), chromedp.WaitVisible("[data-words]"))
	if value := eval[float64](t, b, `document.querySelector("progress").value`); value != 28 {
		t.Errorf("the bar begins at %v", value)
	}
	x := f.runs.get("r1")
	x.Done = 33_000
	f.runs.steps <- x
	ask(t, b, chromedp.Poll[bool](`document.querySelector("progress").value === 75`, chromedp.WithPollingTimeout(20*time.Second)))
	x.State, x.Done = web.RunDone, x.Total
	f.runs.set(x)
	f.runs.steps <- x
	b.do(t, chromedp.WaitVisible(".r-done"), chromedp.WaitNotPresent("progress"))
	b.silent(t)
}
