// Talks for JSON.parse: one question a line, one answer a line.
import { createInterface } from "node:readline";

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function parse({ text }) {
  try {
    const value = JSON.parse(utf8.decode(Buffer.from(text, "hex")));
    return { value: typeof value === "number" && !Number.isFinite(value) ? "Infinity" : JSON.stringify(value) };
  } catch {
    return { refused: true };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const { hello, id, do: operation, args } = JSON.parse(line);
  const answer = hello
    ? { hello: 1, name: "Node.js JSON.parse", version: process.versions.node, operations: ["parse"] }
    : operation === "parse" ? { id, answer: parse(args) } : { id, skip: `there is no ${operation}` };
  process.stdout.write(JSON.stringify(answer) + "\n");
}
