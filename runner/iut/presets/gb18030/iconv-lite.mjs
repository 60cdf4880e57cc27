// npm's iconv-lite: node iconv-lite.mjs
// It is looked for where it was started (node_modules there or above) and in NODE_PATH. It has no strict mode:
// what it cannot convert becomes U+FFFD, or a question mark. Where its result shows one that the input does
// not hold, the answer says so.
import { createRequire } from "node:module";
import { serve, text, words } from "./serve.mjs";

let lite, version;
try {
  const require = createRequire(process.cwd() + "/");
  lite = require("iconv-lite");
  version = require("iconv-lite/package.json").version;
} catch (err) {
  process.stderr.write(`iconv-lite is not installed here: npm install iconv-lite (${err.code})\n`);
  process.exit(1);
}

const count = (all, one) => all.split(one).length - 1;

serve(
  { name: "iconv-lite", version, vendor: "npm" },
  {
    decode(args) {
      const out = lite.decode(Buffer.from(args.bytes, "hex"), "gb18030", { stripBOM: false });
      // 8431A437 is the code of U+FFFD itself
      const replaced = count(out, "\uFFFD") > count(args.bytes.toLowerCase(), "8431a437");
      return { answer: { [replaced ? "substituted" : "text"]: words(out) } };
    },
    encode(args) {
      const from = text(args.text);
      const out = lite.encode(from, "gb18030");
      // no code of more than one byte holds 3F
      const replaced = out.filter((byte) => byte === 0x3f).length > count(from, "?");
      return { answer: { [replaced ? "substituted" : "bytes"]: out.toString("hex") } };
    },
  },
);
