// What the adapters for Node share: the protocol's loop. One JSON object a line, in and out; what has
// arrived is answered in one write.
import { readSync, writeSync } from "node:fs";

// operations: name -> function(args) that gives what the answer's line holds besides the id.
export function serve(hello, operations) {
  const reply = (line) => {
    const question = JSON.parse(line);
    if (question.hello !== undefined) return { hello: 1, operations: Object.keys(operations), ...hello };
    const operation = operations[question.do];
    if (!operation) return { id: question.id, skip: `there is no operation ${question.do} here` };
    try {
      return { id: question.id, ...operation(question.args ?? {}) };
    } catch (err) {
      return { id: question.id, error: String(err) };
    }
  };
  const buffer = Buffer.alloc(1 << 16);
  let rest = "";
  for (;;) {
    let n;
    try {
      n = readSync(0, buffer);
    } catch (err) {
      if (err.code === "EAGAIN") continue;
      if (err.code === "EOF") break;
      throw err;
    }
    if (n === 0) break;
    const lines = (rest + buffer.toString("latin1", 0, n)).split("\n"); // the protocol of this pack is ASCII
    rest = lines.pop();
    let out = Buffer.from(lines.filter((line) => line.trim()).map((line) => JSON.stringify(reply(line)) + "\n").join(""));
    while (out.length > 0) {
      try {
        out = out.subarray(writeSync(1, out));
      } catch (err) {
        if (err.code !== "EAGAIN") throw err;
      }
    }
  }
}

export const words = (text) => Array.from(text, (c) => c.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")).join(" ");

export const text = (points) => points.split(" ").filter(Boolean).map((word) => String.fromCodePoint(parseInt(word, 16))).join("");
