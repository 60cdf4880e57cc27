// Node's TextDecoder("gb18030", {fatal: true}): node node.mjs
// It is the Encoding Standard's decoder. The web has no encoder but UTF-8's, so there is no encode.
import { serve, words } from "./serve.mjs";

let decoder;
try {
  decoder = new TextDecoder("gb18030", { fatal: true, ignoreBOM: true });
} catch (err) {
  process.stderr.write(`this Node has no TextDecoder of gb18030 (it is built without full ICU): ${err}\n`);
  process.exit(1);
}

serve(
  { name: "Node TextDecoder", version: process.versions.node, vendor: "OpenJS Foundation" },
  {
    decode(args) {
      try {
        return { answer: { text: words(decoder.decode(Buffer.from(args.bytes, "hex"))) } };
      } catch (err) {
        if (err.code === "ERR_ENCODING_INVALID_ENCODED_DATA") return { answer: { refused: true } };
        throw err;
      }
    },
    encode() {
      return { skip: "TextEncoder writes UTF-8 only: the web has no encoder of gb18030" };
    },
  },
);
