package steps

import (
	"errors"
	"strings"
)

// exchangeSentences are those of packs of kind exchange, each in English and in Chinese.
func exchangeSentences() []sentence {
	const call = `([a-z]\w*)\((.*)\)`
	ask := func(setup bool) func(*world, []string) error {
		return func(w *world, a []string) error { return w.ask(a[0], a[1], setup) }
	}
	send := func(setup bool) func(*world, []string) error {
		return func(w *world, a []string) error { return w.send(a[len(a)-1], setup) }
	}
	condition := func(w *world, a []string) error { return w.expectAnswer(a[0]) }
	var out []sentence
	add := func(s ...sentence) { out = append(out, s...) }
	// What an answer holds is kept of preparations as of calls.
	keeping := []struct {
		form, pattern string
		path          func(string) string
	}{
		{"<name> is the answer's <path>", `([A-Za-z]\w*) is the answer's (\S+)`, func(path string) string { return path }},
		{"<name> is the header <Name>", `([A-Za-z]\w*) is the header ([A-Za-z0-9-]+)`, headerPath},
		{"<name> 取自应答的 <path>", `([A-Za-z]\w*)\s*取自应答的\s*(\S+)`, func(path string) string { return path }},
		{"<name> 取自首部 <Name>", `([A-Za-z]\w*)\s*取自首部\s*([A-Za-z0-9-]+)`, headerPath},
	}
	for _, k := range keeping {
		keep := func(w *world, a []string) error { return w.keep(a[0], k.path(a[1])) }
		add(given(k.form, k.pattern, keep), when(k.form, k.pattern, keep))
	}
	gate := func(w *world, a []string) error { return w.gate(a[0]) }
	for _, kind := range []func(form, expr string, do func(*world, []string) error) sentence{given, when} {
		add(kind("it goes on only where <condition, as in a Then>", `it goes on only where (.+)`, gate),
			kind("仅当 <condition> 时继续", `仅当\s*(.+?)\s*时继续`, gate))
	}
	add(
		given("<name> = <expression>", `([A-Za-z]\w*) = (.+)`, func(w *world, a []string) error { return w.let(a[0], a[1]) }),
		given("the implementation has been asked to <operation>(<argument> = <expression>, …)", `the implementation has been asked to `+call, ask(true)),
		given("已请被测实现执行 <operation>(<argument> = <expression>, …)", `已请被测实现执行\s*`+call, ask(true)),
		given("the client has sent:", `the client has sent:?`, send(true)),
		given("客户端已发送:", `客户端已发送[:：]?`, send(true)),

		when("the implementation is asked to <operation>(<argument> = <expression>, …)", `the implementation is asked to `+call, ask(false)),
		when("请被测实现执行 <operation>(<argument> = <expression>, …)", `请被测实现执行\s*`+call, ask(false)),
		when("the implementation is asked to <operation> each row of <expression>", `the implementation is asked to ([a-z]\w*) each row of (.+)`, func(w *world, a []string) error { return w.askEach(a[0], a[1]) }),
		when("请被测实现对 <expression> 的每一行执行 <operation>", `请被测实现对\s*(.+?)\s*的每一行执行\s*([a-z]\w*)`, func(w *world, a []string) error { return w.askEach(a[1], a[0]) }),
		when("the client sends:", `the client sends:?`, send(false)),
		when("客户端发送:", `客户端发送[:：]?`, send(false)),
	)
	for _, c := range []struct{ form, subject string }{
		{"the status is|is not <expression> or …", `the status`},
		{`the header <Name> is|is not <expression> or … | is present | is absent | matches "<regular expression>"`, `the header [A-Za-z0-9-]+`},
		{`the answer's <path> is|is not <expression> or … | is present | is absent | matches "<regular expression>"`, `the answer's \S+`},
		{"the body is|is not <expression>", `the body`},
	} {
		add(then(c.form, `(`+c.subject+` (?:is .+?|matches ".+?"))`, condition))
	}
	for _, c := range []struct{ form, subject string }{
		{"状态是|不是 <expression> 或 …", `状态`},
		{`首部 <Name> 是|不是 <expression> 或 … | 存在 | 不存在 | 匹配 "<regular expression>"`, `首部\s*[A-Za-z0-9-]+`},
		{`应答的 <path> 是|不是 <expression> 或 … | 存在 | 不存在 | 匹配 "<regular expression>"`, `应答的\s*[^\s是不存匹]+`},
		{"正文是|不是 <expression>", `正文`},
	} {
		add(then(c.form, `(`+c.subject+`\s*(?:不?是.+?|不?存在|匹配\s*".+?"))`, condition))
	}
	add(
		then("the answer is one that <function> allows", `the answer is one that ([A-Za-z]\w*) allows`, func(w *world, a []string) error { return w.expectAllowed(a[0], "") }),
		then("应答是 <function> 所允许的", `应答是\s*([A-Za-z]\w*)\s*所允许的`, func(w *world, a []string) error { return w.expectAllowed(a[0], "") }),
		then(`the answer follows a reading of "<interpretation>" by <function>`, `the answer follows a reading of "([^"]+)" by ([A-Za-z]\w*)`, func(w *world, a []string) error { return w.expectAllowed(a[1], a[0]) }),
		then(`应答按 <function> 遵循 "<interpretation>" 的一种解读`, `应答按\s*([A-Za-z]\w*)\s*遵循\s*"([^"]+)"\s*的一种解读`, func(w *world, a []string) error { return w.expectAllowed(a[0], a[1]) }),
	)
	return out
}

func headerPath(name string) string { return "headers." + strings.ToLower(name) + ".0" }

// english makes a condition in Chinese the one in English.
func english(text string) string {
	for _, subject := range []struct{ zh, en string }{{"状态", "the status"}, {"首部", "the header"}, {"应答的", "the answer's"}, {"正文", "the body"}} {
		rest, ok := strings.CutPrefix(text, subject.zh)
		if !ok {
			continue
		}
		rest = strings.TrimSpace(rest)
		at := len(rest) // the first of the verbs is the condition's; names are ASCII
		for i, r := range rest {
			if strings.ContainsRune("是不存匹", r) {
				at = i
				break
			}
		}
		what, verb := strings.TrimSpace(rest[:at]), rest[at:]
		for _, v := range []struct{ zh, en string }{{"不存在", "is absent"}, {"存在", "is present"}, {"不是", "is not "}, {"是", "is "}, {"匹配", "matches "}} {
			if tail, ok := strings.CutPrefix(verb, v.zh); ok {
				return strings.Join(strings.Fields(subject.en+" "+what), " ") + " " + v.en + strings.TrimSpace(tail)
			}
		}
	}
	return text
}

// errNothingAsked is about a step that needs an answer.
var errNothingAsked = errors.New("nothing has been asked yet: a When comes first")
