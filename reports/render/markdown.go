package render

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"touchstone/reports"
)

// Markdown writes the summary for a CI job's page.
func Markdown(w io.Writer, r *reports.Report, o Options) error {
	c, err := loadCatalogue(o.Lang)
	if err != nil {
		return err
	}
	const most = 20 // failures shown whole: job pages are limited in size
	b := bufio.NewWriter(w)
	v := &r.Verdicts
	fmt.Fprintf(b, "## %s %s · %s\n\n", conclusionMark(v.Conclusion), c.say("banner."+string(v.Conclusion), v.Profile), md(name(r.Implementation)))
	_, causes := reports.Causes(*v)
	for _, x := range causes {
		fmt.Fprintf(b, "- %s\n", md(c.cause(x)))
	}
	fmt.Fprintf(b, "\n%s: %s · %s: %s · %s: %s · %s: %s · %s: %d\n\n",
		c.say("scope.tested"), c.say("of", v.Counts.Tested, v.Counts.Testable),
		c.say("scope.touched"), c.say("of", v.Counts.Touched, v.Counts.Testable),
		c.say("scope.environments"), md(strings.Join(v.Environments, c.say("comma"))),
		c.say("scope.effort"), md(v.Effort), c.say("scope.waivers"), len(v.Waivers))
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
		for _, words := range r.Run.Retries[:min(most, n)] {
			fmt.Fprintf(b, "- %s\n", md(words))
		}
		b.WriteString("\n")
	}
	for _, line := range summary(r, c) {
		fmt.Fprintf(b, "%s\n\n", md(line))
	}
	markdownFindings(b, r, c, most)
	if fails := failures(r); len(fails) > 0 {
		fmt.Fprintf(b, "### %s\n\n", c.say("h.failures"))
		for i, f := range fails {
			if i == most {
				fmt.Fprintf(b, "\n%s\n\n", md(c.some(failureNames(fails[i:]))))
				break
			}
			fmt.Fprintf(b, "<details><summary>✗ <code>%s</code> %s</summary>\n\n", md(f.Rule.ID), md(f.Rule.Summary))
			if f.Waiver != nil {
				fmt.Fprintf(b, "%s %s\n\n", md(c.say("waived", f.Waiver.Owner, f.Waiver.Expires)), md(f.Waiver.Reason))
			}
			if len(f.Evidence) == 0 {
				fmt.Fprintf(b, "%s\n\n", c.say("ev.none"))
			} else {
				text := evidenceText(f.Evidence[:1])
				fence := fence(text)
				fmt.Fprintf(b, "%stext%s%s\n\n", fence, text, fence)
			}
			b.WriteString("</details>\n")
		}
		b.WriteString("\n")
	}
	fmt.Fprintf(b, "### %s\n\n| %s | %s | %s | %s | %s |\n|---|---|---|---:|---:|\n", c.say("h.extensions"),
		c.say("ext.name"), c.say("ext.status"), c.say("verdict"), c.say("ext.passed"), c.say("ext.total"))
	for _, x := range v.Extensions {
		fmt.Fprintf(b, "| %s | %s | %s %s | %d | %d |\n", md(x.Name), c.say("status."+x.Status), mark(x.Verdict), c.verdict(x.Verdict), x.Passed, x.Total)
	}
	if groups := open(r); len(groups) > 0 {
		fmt.Fprintf(b, "\n### %s\n\n", c.say("h.untested"))
		for _, g := range groups {
			fmt.Fprintf(b, "- %s: %d\n", md(c.openClass(g.Name)), len(g.Rules))
		}
	}
	fmt.Fprintf(b, "\n%s `%s`\n", c.say("d.report"), r.ID)
	return b.Flush()
}

// markdownFindings writes the failures by fault, the first few with their programs.
func markdownFindings(b *bufio.Writer, r *reports.Report, c *catalogue, most int) {
	all := findings(r, c)
	if len(all) > 0 {
		fmt.Fprintf(b, "### %s\n\n%s\n\n", c.say("h.findings"), c.say("find.intro", r.Examined(), len(all)))
	}
	for i, f := range all {
		if i == most {
			fmt.Fprintf(b, "%s\n\n", c.say("more", len(all)-most))
			break
		}
		fmt.Fprintf(b, "<details><summary>✗ %s · <b>%s</b></summary>\n\n", md(f.Heading), md(f.Examined))
		fmt.Fprintf(b, "%s %s · %s · %s %s", c.say("find.breaks"), md(strings.Join(f.ids(), c.say("comma"))), md(f.Clause()), c.say("find.where"), md(strings.Join(f.Environments, c.say("comma"))))
		if f.Cases > 0 {
			fmt.Fprintf(b, " · %s", c.say("find.cases", f.Cases, f.Scenarios))
		}
		b.WriteString("\n\n")
		if f.Words != "" {
			fmt.Fprintf(b, "%s\n\n", md(f.Words))
		}
		text := program(&f.Evidence)
		if f.Again != "" {
			text += "\n" + f.Again + "\n"
		}
		fence := fence(text)
		fmt.Fprintf(b, "%stext\n%s%s\n\n</details>\n", fence, text, fence)
	}
	if len(all) > 0 {
		b.WriteString("\n")
	}
	if len(r.Unseen) > 0 {
		fmt.Fprintf(b, "%s: %s\n\n", c.say("find.unseen"), c.say("find.unseen.intro"))
		for _, u := range r.Unseen {
			fmt.Fprintf(b, "- %s\n", md(u.Title.In(c.lang)))
		}
		b.WriteString("\n")
	}
}

func failureNames(fails []failure) []string {
	names := make([]string, len(fails))
	for i, f := range fails {
		names[i] = f.Rule.ID
	}
	return names
}

// md makes words harmless in Markdown: they come from implementations and packs.
func md(s string) string {
	return mdEscaper.Replace(s)
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
