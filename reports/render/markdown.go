package render

import (
	"bufio"
	"fmt"
	"html/template"
	"io"
	"strings"

	"touchstone/reports"
	"touchstone/reports/waiver"
)

// GitHub shows no more than 1 MiB of summaries for a step, and nothing at all of one that is larger.
const (
	markdownMost  = 900 << 10 // bytes of a summary
	markdownShown = 20        // of a kind: findings, failures, notes
	markdownBlock = 16 << 10  // bytes of one program or failure
	markdownLine  = 500       // bytes of words from outside
)

// Markdown writes the summary for a CI job's page. It stays below what GitHub shows.
func Markdown(w io.Writer, r *reports.Report, o Options) error {
	c, err := loadCatalogue(o.Lang)
	if err != nil {
		return err
	}
	c = c.about(r)
	var head, tail strings.Builder
	waivers := o.sheet(r)
	markdownHead(&head, r, c, waivers)
	markdownTail(&tail, r, c)
	room := markdownMost - head.Len() - tail.Len()
	b := bufio.NewWriter(w)
	b.WriteString(head.String())
	room -= markdownFindings(b, r, c, room)
	markdownFailures(b, failures(r, waivers), c, room)
	b.WriteString(tail.String())
	return b.Flush()
}

// markdownHead is the verdict and its strength.
func markdownHead(b *strings.Builder, r *reports.Report, c *catalogue, waivers *waiver.Sheet) {
	v := &r.Verdicts
	fmt.Fprintf(b, "## %s %s · %s\n\n", conclusionMark(v.Conclusion), md(c.say("banner."+string(v.Conclusion), v.Profile)), md(name(r.Implementation)))
	_, causes := reports.Causes(*v)
	for i, x := range causes {
		if i == markdownShown {
			fmt.Fprintf(b, "- %s\n", c.say("more", len(causes)-i))
			break
		}
		fmt.Fprintf(b, "- %s\n", md(c.cause(x)))
	}
	fmt.Fprintf(b, "\n%s: %s · %s: %s · %s: %s · %s: %s · %s: %s\n\n",
		c.say("scope.tested"), c.say("of", v.Counts.Tested, v.Counts.Testable),
		c.say("scope.touched"), c.say("of", v.Counts.Touched, v.Counts.Testable),
		c.say("scope.environments"), md(strings.Join(v.Environments, c.say("comma"))),
		c.say("scope.effort"), md(v.Effort), c.say("scope.waivers"), c.waiverCount("waivers.count", waivers))
	if shown := waivers.Shown(); len(shown) > 0 {
		for _, x := range shown[:min(markdownShown, len(shown))] {
			name := x.Waiver.Rule
			if name == "" {
				name = x.Source
			}
			fmt.Fprintf(b, "- `%s` · %s · %s\n", mdCode(name), c.say("waiver.state."+string(x.State)), md(c.waived(x)))
		}
		more(b, c, len(shown))
	}
	if n := len(r.Run.Flaky); n > 0 {
		fmt.Fprintf(b, "%s: %d · %s\n\n", c.say("scope.flaky"), n, c.say("flaky.intro"))
		shown, more := flaky(r, c)
		for _, u := range shown {
			fmt.Fprintf(b, "- %s · %s\n", md(u.Case), md(strings.Join(u.Ways, c.say("comma"))))
		}
		if more > 0 {
			fmt.Fprintf(b, "- %s\n", c.say("more", more))
		}
		b.WriteString("\n")
	}
	if n := len(r.Run.Retries); n > 0 {
		fmt.Fprintf(b, "%s: %d\n\n", c.say("scope.retries"), n)
		for _, words := range r.Run.Retries[:min(markdownShown, n)] {
			fmt.Fprintf(b, "- %s\n", md(words))
		}
		more(b, c, n)
	}
	for _, line := range summary(r, c) {
		fmt.Fprintf(b, "%s\n\n", md(line))
	}
}

// more ends a list of which only the first ones were shown.
func more(b *strings.Builder, c *catalogue, n int) {
	if n > markdownShown {
		fmt.Fprintf(b, "- %s\n", c.say("more", n-markdownShown))
	}
	b.WriteString("\n")
}

// markdownTail is the extensions, and what was not judged.
func markdownTail(b *strings.Builder, r *reports.Report, c *catalogue) {
	fmt.Fprintf(b, "### %s\n\n| %s | %s | %s | %s | %s | %s |\n|---|---|---|---:|---:|---:|\n", c.say("h.extensions"),
		c.say("ext.name"), c.say("ext.status"), c.say("verdict"), c.say("ext.passed"), c.say("ext.failed"), c.say("ext.total"))
	for _, x := range r.Verdicts.Extensions {
		fmt.Fprintf(b, "| %s | %s | %s %s | %d | %d | %d |\n", md(x.Name), c.say("status."+x.Status), mark(x.Verdict), c.verdict(x.Verdict), x.Passed, x.Failed, x.Total)
	}
	markdownClasses(b, r, c)
	if groups := open(r); len(groups) > 0 {
		fmt.Fprintf(b, "\n### %s\n\n", c.say("h.untested"))
		for _, g := range groups[:min(markdownShown, len(groups))] {
			fmt.Fprintf(b, "- %s: %d\n", md(c.openClass(g.Name)), len(g.Rules))
		}
	}
	fmt.Fprintf(b, "\n%s `%s`\n", c.say("d.report"), mdCode(r.ID))
}

// markdownFailures writes the failing rules, the first few with their evidence.
func markdownFailures(b *bufio.Writer, fails []failure, c *catalogue, room int) {
	if len(fails) > 0 {
		fmt.Fprintf(b, "### %s\n\n", c.say("h.failures"))
	}
	for i, f := range fails {
		var x strings.Builder
		fmt.Fprintf(&x, "<details><summary>✗ <code>%s</code> %s</summary>\n\n", mdHTML(f.Rule.ID), mdHTML(f.Rule.Summary))
		for _, w := range f.Waivers {
			fmt.Fprintf(&x, "%s\n\n", md(c.waived(w)))
		}
		if len(f.Evidence) == 0 {
			fmt.Fprintf(&x, "%s\n\n", c.say("ev.none"))
		} else {
			fenced(&x, evidenceText(f.Evidence[:1], c.asked))
		}
		x.WriteString("</details>\n")
		if room -= x.Len(); i == markdownShown || room < 0 {
			fmt.Fprintf(b, "\n%s\n\n", md(c.some(failureNames(fails[i:]))))
			break
		}
		b.WriteString(x.String())
	}
	if len(fails) > 0 {
		b.WriteString("\n")
	}
}

// markdownFindings writes the failures by fault, the first few with their programs, and says how much
// of the room that took.
func markdownFindings(b *bufio.Writer, r *reports.Report, c *catalogue, room int) (used int) {
	all := findings(r, c)
	if len(all) > 0 {
		fmt.Fprintf(b, "### %s\n\n%s\n\n", c.say("h.findings"), c.say("find.intro", r.Examined(), len(all)))
	}
	for i, f := range all {
		var x strings.Builder
		fmt.Fprintf(&x, "<details><summary>✗ %s · <b>%s</b></summary>\n\n", mdHTML(f.Heading), mdHTML(f.Examined))
		fmt.Fprintf(&x, "%s %s · %s · %s %s", c.say("find.breaks"), md(c.some(f.ids())), md(f.Clause()), c.say("find.where"), md(strings.Join(f.Environments, c.say("comma"))))
		if f.Cases > 0 {
			fmt.Fprintf(&x, " · %s", c.say("find.cases", f.Cases, f.Scenarios))
		}
		x.WriteString("\n\n")
		if f.Words != "" {
			fmt.Fprintf(&x, "%s\n\n", md(f.Words))
		}
		text := program(&f.Evidence, c.asked)
		if f.Again != "" {
			text += "\n" + f.Again + "\n"
		}
		fenced(&x, text)
		x.WriteString("</details>\n")
		// Half of the room is for the rules.
		if i == markdownShown || used+x.Len() > room/2 {
			fmt.Fprintf(b, "%s\n\n", c.say("more", len(all)-i))
			break
		}
		used += x.Len()
		b.WriteString(x.String())
	}
	if len(all) > 0 {
		b.WriteString("\n")
	}
	if len(r.Unseen) > 0 {
		fmt.Fprintf(b, "%s: %s\n\n", c.say("find.unseen"), c.say("find.unseen.intro"))
		for _, u := range r.Unseen[:min(markdownShown, len(r.Unseen))] {
			fmt.Fprintf(b, "- %s\n", md(u.Title.In(c.lang)))
		}
		b.WriteString("\n")
	}
	return used
}

// fenced writes text as it stands, in a fence that it cannot close.
func fenced(b *strings.Builder, text string) {
	text = strings.Trim(clip(text, markdownBlock), "\n") + "\n"
	fence := fence(text)
	fmt.Fprintf(b, "%stext\n%s%s\n\n", fence, text, fence)
}

func failureNames(fails []failure) []string {
	names := make([]string, len(fails))
	for i, f := range fails {
		names[i] = f.Rule.ID
	}
	return names
}

// md makes words harmless in Markdown, and short enough: they come from implementations and packs.
func md(s string) string { return mdEscaper.Replace(clip(s, markdownLine)) }

// mdHTML makes words harmless between tags, which begin a block of HTML: no Markdown is read there.
func mdHTML(s string) string {
	return template.HTMLEscapeString(strings.NewReplacer("\n", " ", "\r", " ").Replace(clip(s, markdownLine)))
}

// mdCode makes words harmless between backticks.
func mdCode(s string) string {
	return strings.NewReplacer("`", "'", "\n", " ", "\r", " ").Replace(clip(s, markdownLine))
}

var mdEscaper = strings.NewReplacer("\n", " ", "\r", " ", "\\", `\\`, "|", `\|`, "`", "\\`", "*", `\*`, "_", `\_`,
	"[", `\[`, "]", `\]`, "<", "&lt;", ">", "&gt;", "&", "&amp;", "#", `\#`, "~", `\~`, "!", `\!`)

// fence is longer than any run of backticks in the text.
func fence(text string) string {
	longest, run := 2, 0
	for _, r := range text {
		if r == '`' {
			run++
			longest = max(longest, run)
		} else {
			run = 0
		}
	}
	return strings.Repeat("`", longest+1)
}
