package runner

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"touchstone/runner/image"
)

// linuxWords are for programs; twice how many there are.
const linuxWords = `
ENGLISH

This folder holds %s for RISC-V Linux (RV64, static, no library needed).

1. Copy the folder to the machine and make a folder "outcomes" in it. Start every program of the list
   below, one at a time, as an ordinary user; it needs no arguments and no other files.
2. Keep what it writes to standard output as outcomes/NAME.log: ./NAME.elf > outcomes/NAME.log
3. A program that does not end: stop it after a minute and keep what there is. Change nothing in this
   folder.
4. Bring both folders back, and there:

     touchstone judge KIT --outcomes outcomes --name "..."

中文

本目录有 %d 个 RISC-V Linux 程序（RV64，静态链接，不需要任何库）。

1. 把本目录复制到目标机，新建目录 outcomes。以普通用户逐个运行下表中的程序，不需要参数和其他文件。
2. 把标准输出存为 outcomes/程序名.log： ./程序名.elf > outcomes/程序名.log
3. 不结束的程序：一分钟后停止，保留已有内容。请勿改动本目录的任何文件。
4. 把两个目录带回，然后执行：

     touchstone judge KIT --outcomes outcomes --name "..."
`

// readme is README.txt.
func (p *Plan) readme(o KitOptions) string {
	var s strings.Builder
	say := func(format string, a ...any) { fmt.Fprintf(&s, format+"\n", a...) }
	m, protocol := p.Map, p.Images[0].Protocol

	say("TOUCHSTONE KIT: %s\n", p.Request.ICS.Profile)
	say("plan   %s", p.Digest)
	say("effort %s, seed %d%s\n", p.Request.Effort, p.Request.Seed, map[bool]string{true: ", selection " + p.Request.Select}[p.Request.Select != ""])

	if p.Request.Environment == "linux" {
		say("%s", strings.TrimSpace(fmt.Sprintf(linuxWords, plural(len(p.Images), "program"), len(p.Images))))
	} else {
		p.machineWords(say)
	}
	say("")

	say("FILES 文件\n")
	for _, f := range o.Formats {
		origin := ""
		if strings.HasPrefix(f, "hex") {
			origin = fmt.Sprintf(" (@0 = %#x)", o.Origin)
		}
		say("  NAME.%-6s %s%s", f, formatWords[f], origin)
	}
	say("\nIMAGES 映像 (name, cases, harts%s, sha256)\n", map[image.Protocol]string{image.Signature: ", log from, log to", image.SelfCheck: ", pass, fail"}[protocol])
	for _, img := range p.Images {
		at := ""
		switch protocol {
		case image.Signature:
			at = fmt.Sprintf("  %#x %#x", img.Log[0], img.Log[1])
		case image.SelfCheck:
			at = fmt.Sprintf("  %#x %#x", img.Ends[0], img.Ends[1])
		}
		say("  %s%s  %5d  %d%s  %s", img.Name, strings.Repeat(" ", max(0, 14-len(img.Name))), len(img.Cases), img.Harts, at, strings.TrimPrefix(img.Digest, "sha256:"))
	}

	command, example := o.Command, "COMMANDS 命令"
	if len(command) == 0 && p.Request.Environment == "linux" {
		command = []string{"./{elf}"}
	} else if len(command) == 0 {
		command, example = exampleCommand(m, protocol != image.Signature), "COMMANDS, for example 命令示例"
	}
	if len(command) > 0 && startable(command, o.Formats) {
		say("\n%s\n\n  mkdir -p outcomes", example)
		for _, img := range p.Images {
			say("  %s", commandLine(command, img))
		}
	}
	return s.String()
}

// machineWords are for bare-metal programs.
func (p *Plan) machineWords(say func(string, ...any)) {
	m, harts := p.Map, p.harts()
	prints, ends := p.printing(), p.ending()
	say("ENGLISH\n")
	say("This folder holds %s: bare-metal RV64 programs for memory from %#x to\n%#x. A hart starts at %#x in machine mode, from reset, with interrupts and\ncaches as reset leaves them. A program %s;\nit ends %s.", plural(len(p.Images), "image"), m.Base, m.Base+m.Memory(), m.Base, prints.english, ends.english)
	if harts > 1 {
		say("Some need %d harts, which all start at the same address; more harts do no harm.", harts)
	}
	say("")
	say("1. Make a folder \"outcomes\". Run every image of the list below, each from reset.")
	switch p.Images[0].Protocol {
	case image.Console:
		say("2. Keep all that it prints as outcomes/NAME.log.")
	case image.SelfCheck:
		say(checkedEnglish, p.Images[0].Verdict)
	default:
		say("2. When it has ended, keep the memory between the addresses of the list (the symbols\n   begin_signature and end_signature) as one of\n     outcomes/NAME.sig   a word a line, hexadecimal, most significant digit first\n     outcomes/NAME.hex   as $writememh or objcopy -O verilog writes it\n     outcomes/NAME.bin   the bytes")
	}
	say("3. An image that does not end: stop it after a minute and keep what there is. An image that\n   cannot be run: leave its file out. Change nothing in this folder.")
	say("4. Bring both folders back, and there:\n\n     touchstone judge KIT --outcomes outcomes --name \"...\"\n")

	say("中文\n")
	say("本目录有 %d 个映像：RV64 裸机程序，内存范围 %#x 至 %#x。复位后，hart 以机器模式从\n%#x 开始执行。程序%s，\n%s。", len(p.Images), m.Base, m.Base+m.Memory(), m.Base, prints.chinese, ends.chinese)
	if harts > 1 {
		say("部分映像需要 %d 个 hart，均从同一地址开始；多出的 hart 没有影响。", harts)
	}
	say("")
	say("1. 新建目录 outcomes。逐个运行下表中的映像，每个都从复位开始。")
	switch p.Images[0].Protocol {
	case image.Console:
		say("2. 把它打印的全部内容存为 outcomes/映像名.log。")
	case image.SelfCheck:
		say(checkedChinese, p.Images[0].Verdict)
	default:
		say("2. 结束后，把表中两个地址之间的内存（符号 begin_signature 与 end_signature）存为下列之一：\n     outcomes/映像名.sig   每行一个十六进制字，高位在前\n     outcomes/映像名.hex   $writememh 或 objcopy -O verilog 的格式\n     outcomes/映像名.bin   原始字节")
	}
	say("3. 不结束的映像：一分钟后停止，保留已有内容。无法运行的映像：不放文件。请勿改动本目录的任何文件。")
	say("4. 把两个目录带回，然后执行：\n\n     touchstone judge KIT --outcomes outcomes --name \"...\"")
	if p.checked != nil {
		say("\nSELF-CHECKED 自检\n\n  %d of %d cases are compared by the images themselves. The others are in none of them 未包含的用例:", p.Compared(), len(p.Cases))
		left := p.LeftUnchecked()
		for _, why := range left.order() {
			say("  %7d  %s", left[why], why)
		}
	}
}

const checkedEnglish = `2. Write one line to outcomes/NAME.txt:

     PASS           it ended well
     FAIL case N    it ended at its case N, which did something that is not allowed

   Where it shows, each of these for itself:
     the line itself, with the number of the image in it, if there is a console
     the doubleword at %#x (symbol touchstone_verdict): 0 while it runs, 1 for PASS, 2N+1 for FAIL case N
     the loop that the hart stays in: touchstone_pass or touchstone_fail; gp (x3) is 0 or N
   A number above those of the image's cases says that no case is to blame, and judge says what is.`

const checkedChinese = `2. 在 outcomes/映像名.txt 中写一行：

     PASS           正常结束
     FAIL case N    停在第 N 个用例，其行为不被允许

   结果可从下列任何一处看到：
     若有控制台：映像打印的那一行，其中带有映像编号
     %#x 处的双字（符号 touchstone_verdict）：运行中为 0，PASS 为 1，FAIL case N 为 2N+1
     hart 停留的循环：touchstone_pass 或 touchstone_fail；gp (x3) 为 0 或 N
   大于用例数的编号表示不应归咎于任何用例，judge 会说明原因。`

func (p *Plan) harts() int {
	harts := 1
	for _, img := range p.Images {
		harts = max(harts, img.Harts)
	}
	return harts
}

var formatWords = map[string]string{
	"elf":   "executable, 可执行文件",
	"bin":   "bytes of memory from the first address on, 从首地址起的内存字节",
	"hex":   "$readmemh, 8-bit words, 8 位字",
	"hex32": "$readmemh, 32-bit words, 32 位字",
	"hex64": "$readmemh, 64-bit words, 64 位字",
}

// bilingual is something that README.txt says in both languages.
type bilingual struct{ english, chinese string }

// of fills in numbers.
func (b bilingual) of(a ...any) bilingual {
	return bilingual{fmt.Sprintf(b.english, a...), fmt.Sprintf(b.chinese, a...)}
}

// printing says what a program does with its results.
func (p *Plan) printing() bilingual {
	m, protocol := p.Map, p.Images[0].Protocol
	if protocol == image.Signature {
		return bilingual{"leaves\nits results in memory", "把结果留在内存中"}
	}
	var way bilingual
	switch m.Console.Kind {
	case image.None:
		return bilingual{"compares\nwhat it does with what is allowed", "自行比较其行为与规范"}
	case image.Semihosting:
		way = bilingual{"by semihosting (SYS_WRITE0)", "通过半主机（SYS_WRITE0）"}
	case image.UART16550:
		way = bilingual{"on the 16550 UART at %#x (registers %d bytes apart), which must have been set up", "在 %#x 的 16550 串口（寄存器间隔 %d 字节，须已初始化）上"}.of(m.Console.Address, max(m.Console.Stride, 1))
	case image.UARTSiFive:
		way = bilingual{"on the SiFive UART at %#x, whose baud rate must have been set", "在 %#x 的 SiFive 串口（波特率须已设定）上"}.of(m.Console.Address)
	default:
		way = bilingual{"through the HTIF console (symbol tohost, %#x)", "通过 HTIF 控制台（符号 tohost，%#x）"}.of(m.ToHost())
	}
	what := bilingual{"prints\nlines of text %s", "%s打印文本行"}
	if protocol == image.SelfCheck {
		what = bilingual{"compares\nwhat it does with what is allowed, and prints one line %s", "自行比较其行为与规范，并%s打印一行"}
	}
	return bilingual{fmt.Sprintf(what.english, way.english), fmt.Sprintf(what.chinese, way.chinese)}
}

// ending says how a program ends.
func (p *Plan) ending() bilingual {
	m, checked := p.Map, p.Images[0].Protocol == image.SelfCheck
	switch {
	case m.Exit.Kind == image.Semihosting && checked:
		return bilingual{"by semihosting (SYS_EXIT), with status 0 for PASS and N for FAIL case N", "以半主机调用 SYS_EXIT 结束，PASS 的状态为 0，FAIL case N 为 N"}
	case m.Exit.Kind == image.Semihosting:
		return bilingual{"by semihosting (SYS_EXIT)", "以半主机调用 SYS_EXIT 结束"}
	case m.Exit.Kind == image.Finisher && checked:
		return bilingual{"by storing 0x5555 (PASS), or N in the upper half and 0x3333 (FAIL case N), at %#x", "向 %#x 写入 0x5555（PASS），或高半字 N、低半字 0x3333（FAIL case N）结束"}.of(m.Exit.Address)
	case m.Exit.Kind == image.Finisher:
		return bilingual{"by storing 0x5555 at %#x", "向 %#x 写入 0x5555 结束"}.of(m.Exit.Address)
	case m.Exit.Kind == image.Loop && checked:
		return bilingual{"in a loop at one of the symbols touchstone_pass and touchstone_fail", "停在符号 touchstone_pass 或 touchstone_fail 处的循环中"}
	case m.Exit.Kind == image.Loop:
		return bilingual{"in a loop at the symbol touchstone_end", "停在符号 touchstone_end 处的循环中"}
	case checked:
		return bilingual{"by storing 1 (PASS) or 2N+1 (FAIL case N) at %#x (symbol tohost)", "向 %#x（符号 tohost）写入 1（PASS）或 2N+1（FAIL case N）结束"}.of(m.ToHost())
	}
	return bilingual{"by storing 1 at %#x (symbol tohost)", "向 %#x（符号 tohost）写入 1 结束"}.of(m.ToHost())
}

// exampleCommand starts an image where the map is that of a machine that everybody has; nil: it is
// none of them.
func exampleCommand(m image.Map, console bool) []string {
	runs := []string{"touchstone", "exec", "{elf}", "--signature", "{signature}"}
	if m != image.DefaultMap() {
		runs = append(runs, "--base", fmt.Sprintf("%#x", m.Base), "--memory", fmt.Sprintf("%dK", m.Memory()>>10))
	}
	virt := []string{"qemu-system-riscv64", "-M", "virt", "-smp", "{harts}", "-m", "256M", "-display", "none", "-monitor", "none", "-no-reboot", "-bios", "none", "-kernel", "{elf}"}
	switch {
	case !console && m.Exit.Kind == "" && m != image.DefaultMap():
		return runs
	case m.Base != 0x80000000:
	case console && m.Console.Kind == "" && m.Exit.Kind == "":
		return []string{"qemu-system-riscv64", "-M", "spike", "-smp", "{harts}", "-m", "256M", "-nographic", "-no-reboot", "-bios", "none", "-kernel", "{elf}"}
	case !console && m.Exit.Kind == "":
		return []string{"spike", "--isa=rv64gc", "-p{harts}", "+signature={signature}", "+signature-granularity=8", "{elf}"}
	case console && m.Console == (image.Device{Kind: image.UART16550, Address: 0x10000000}) && m.Exit == (image.Device{Kind: image.Finisher, Address: 0x100000}):
		return append(virt, "-serial", "stdio")
	case console && m.Console.Kind == image.Semihosting && m.Exit.Kind == image.Semihosting:
		return append(virt, "-serial", "none", "-chardev", "stdio,id=console", "-semihosting-config", "enable=on,target=native,chardev=console")
	}
	return nil
}

var plainWord = regexp.MustCompile(`^[A-Za-z0-9_@%+=:,./-]+$`)

// startable says whether the command starts files of these formats.
func startable(template, formats []string) bool {
	return !slices.ContainsFunc(image.Formats(), func(f string) bool {
		return !slices.Contains(formats, f) && slices.ContainsFunc(template, func(arg string) bool { return strings.Contains(arg, "{"+f+"}") })
	})
}

// commandLine is how a shell starts an image.
func commandLine(template []string, img *image.Image) string {
	outcome := "outcomes/" + img.Name
	fill := []string{"{signature}", outcome + ".sig", "{dump}", outcome + ".bin", "{name}", img.Name,
		"{from}", fmt.Sprintf("%#x", img.Log[0]), "{to}", fmt.Sprintf("%#x", img.Log[1]),
		"{harts}", strconv.Itoa(img.Harts), "{memory}", strconv.FormatUint(max(32, img.Map.Memory()>>20), 10)}
	for _, f := range image.Formats() {
		fill = append(fill, "{"+f+"}", img.Name+"."+f)
	}
	filled := strings.NewReplacer(fill...)
	words := make([]string, len(template))
	for i, w := range template {
		if words[i] = filled.Replace(w); !plainWord.MatchString(words[i]) {
			words[i] = "'" + strings.ReplaceAll(words[i], "'", `'\''`) + "'"
		}
	}
	if img.Protocol != image.Signature {
		words = append(words, "<", "/dev/null", ">", outcome+extensions(img.Protocol)[0])
	}
	return strings.Join(words, " ")
}
