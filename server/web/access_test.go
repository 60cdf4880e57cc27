package web_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"touchstone/server/web"
)

// Who cannot see the pages can find the way in them: landmarks, headings that skip no level, tables with
// captions and scopes, fields with labels, links and pictures with words, and nothing told by colour alone.
func TestPagesAreAccessible(t *testing.T) {
	f := lived(t)
	targets := f.pages()
	for target := range f.problems() {
		targets["problem "+target] = target
	}
	for name, target := range targets {
		for _, lang := range []string{"en", "zh"} {
			root, err := html.Parse(f.get(with(target, "lang="+lang)).Body)
			if err != nil {
				t.Fatal(err)
			}
			for _, fault := range faults(root) {
				t.Errorf("%s in %s: %s", name, lang, fault)
			}
		}
	}
}

// faults are what is wrong with a page.
func faults(root *html.Node) []string {
	var out []string
	say := func(format string, a ...any) { out = append(out, fmt.Sprintf(format, a...)) }
	ids := map[string]bool{}
	count := map[string]int{}
	before := 0
	var refers [][2]string
	labelled := map[string]bool{}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if id := attribute(n, "id"); id != "" {
			if ids[id] {
				say("id %s twice", id)
			}
			ids[id] = true
		}
		count[n.Data]++
		for _, name := range []string{"aria-labelledby", "aria-describedby", "for"} {
			for id := range strings.FieldsSeq(attribute(n, name)) {
				refers = append(refers, [2]string{name, id})
			}
		}
		for _, a := range n.Attr {
			if a.Key == "style" || strings.HasPrefix(a.Key, "on") {
				say("<%s %s>: the policy forbids it", n.Data, a.Key)
			}
		}
		named := attribute(n, "aria-label") != "" || attribute(n, "aria-labelledby") != ""
		switch n.Data {
		case "html":
			if attribute(n, "lang") == "" {
				say("the page is in no language")
			}
		case "h1", "h2", "h3", "h4", "h5", "h6":
			level := int(n.Data[1] - '0')
			if level > before+1 {
				say("%s %q follows a heading of level %d", n.Data, text(n), before)
			}
			before = level
			if text(n) == "" {
				say("an empty %s", n.Data)
			}
		case "table":
			if first(n, "caption") == nil {
				say("a table without a caption")
			}
			if !strings.Contains(attribute(n.Parent, "class"), "wide") || attribute(n.Parent, "tabindex") != "0" {
				say("a table that cannot be scrolled by keyboard")
			}
		case "th":
			if attribute(n, "scope") == "" || text(n) == "" {
				say("a head of a table with scope %q: %q", attribute(n, "scope"), text(n))
			}
		case "nav", "section", "article", "form":
			if !named && attribute(n, "class") != "entry" {
				say("<%s> without a name", n.Data)
			}
		case "svg":
			if attribute(n, "aria-hidden") != "true" && !named {
				say("a picture without words")
			}
		case "img":
			if attribute(n, "alt") == "" {
				say("an image without words")
			}
		case "a":
			if text(n) == "" && !named {
				say("a link without words to %s", attribute(n, "href"))
			}
			if href := attribute(n, "href"); !strings.HasPrefix(href, "/") && !strings.HasPrefix(href, "#") {
				say("a link to %q", href)
			}
		case "label":
			for c := range n.Descendants() {
				if c.Data == "input" || c.Data == "select" || c.Data == "textarea" {
					labelled[attribute(c, "name")] = true
				}
			}
			labelled[strings.TrimPrefix(attribute(n, "for"), "f-")] = true
		case "script", "style", "iframe", "object", "embed", "base":
			if n.Data != "script" || attribute(n, "src") == "" || n.FirstChild != nil {
				say("<%s> in the page", n.Data)
			}
		case "b":
			if words := strings.Fields(text(n)); strings.HasPrefix(attribute(n, "class"), "v-") && len(words) < 2 {
				say("%q is told by colour", text(n))
			}
		}
	}
	for n := range root.Descendants() {
		if (n.Data == "input" || n.Data == "select" || n.Data == "textarea") && n.Type == html.ElementNode && attribute(n, "type") != "hidden" && !labelled[attribute(n, "name")] {
			say("field %s has no label", attribute(n, "name"))
		}
	}
	for _, r := range refers {
		if !ids[r[1]] {
			say("%s leads to %q, which is not there", r[0], r[1])
		}
	}
	for n := range root.Descendants() {
		if href, ok := strings.CutPrefix(attribute(n, "href"), "#"); ok && n.Data == "a" && !ids[href] {
			say("nothing has the id %s", href)
		}
	}
	for _, one := range []string{"main", "h1", "title"} {
		if count[one] != 1 {
			say("%d of <%s>", count[one], one)
		}
	}
	if feed := slices.ContainsFunc(all(root, "link"), func(n *html.Node) bool { return attribute(n, "type") == "application/atom+xml" }); !feed {
		say("no feed")
	}
	return out
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func text(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return strings.TrimSpace(b.String())
}

func first(n *html.Node, element string) *html.Node {
	if found := all(n, element); len(found) > 0 {
		return found[0]
	}
	return nil
}

func all(n *html.Node, element string) []*html.Node {
	var out []*html.Node
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && c.Data == element {
			out = append(out, c)
		}
	}
	return out
}

// The faults are found.
func TestFaults(t *testing.T) {
	for page, want := range map[string]string{
		`<table><tr><th>x</th></tr></table>`:      "caption",
		`<h1>a</h1><h3>b</h3>`:                    "follows a heading",
		`<p style="color:red">`:                   "policy",
		`<a href="javascript:x">y</a>`:            "a link to",
		`<input name="x">`:                        "no label",
		`<script>x</script>`:                      "<script>",
		`<b class="v-fail">✗</b>`:                 "colour",
		`<img src="x">`:                           "without words",
		`<section aria-labelledby="x"></section>`: "not there",
	} {
		root, err := html.Parse(strings.NewReader(page))
		if err != nil {
			t.Fatal(err)
		}
		if found := strings.Join(faults(root), "\n"); !strings.Contains(found, want) {
			t.Errorf("%s: %s", page, found)
		}
	}
}

// The site's own colours can be told from their grounds: words by 4.5 to 1, marks and edges by 3 (WCAG 2.2).
func TestContrast(t *testing.T) {
	style := web.Style()
	palette := func(dark bool) map[string]string {
		out := map[string]string{}
		blocks := regexp.MustCompile(`(@media \((?:prefers-color-scheme: dark|[a-z-]+)[^)]*\) \{\s*)?:root \{([^}]*)\}`).FindAllStringSubmatch(style, -1)
		for _, m := range blocks {
			if m[1] != "" && (!dark || !strings.Contains(m[1], "dark")) {
				continue
			}
			if strings.Contains(m[2], "#000") { // paper
				continue
			}
			for _, v := range regexp.MustCompile(`--([a-z-]+): (#[0-9a-f]+)`).FindAllStringSubmatch(m[2], -1) {
				out[v[1]] = v[2]
			}
		}
		return out
	}
	for _, dark := range []bool{false, true} {
		p := palette(dark)
		for _, x := range []struct {
			word, ground string
			least        float64
		}{
			{"ink", "raised", 4.5}, {"soft", "raised", 4.5}, {"link", "raised", 4.5}, {"paper", "link", 4.5}, {"fail", "paper", 4.5}, {"fail", "raised", 4.5},
			{"pass", "raised", 4.5}, {"inconclusive", "raised", 4.5}, {"error", "raised", 4.5}, {"untested", "raised", 4.5}, {"na", "paper", 3}, {"streak", "raised", 3},
			{"streak", "paper", 3}, {"na", "raised", 3},
		} {
			if ratio := contrast(t, p[x.word], p[x.ground]); ratio < x.least {
				t.Errorf("dark %v: %s (%s) on %s (%s) has a contrast of %.2f", dark, x.word, p[x.word], x.ground, p[x.ground], ratio)
			}
		}
	}
}
