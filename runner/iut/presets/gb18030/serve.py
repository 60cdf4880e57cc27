"""What the adapters in Python share: the protocol's loop.

One JSON object a line on standard input, one on standard output. Whatever has arrived is answered in one
write, so a caller that sends many questions ahead is served at full speed and one that waits is served
at once.
"""

import json
import os
import sys


def serve(hello, operations):
    """Answers until the input ends. operations: name -> function(args) that gives what the answer's line
    holds besides the id: {"answer": …}, {"skip": "why"} or {"error": "why"}."""

    def answers(questions):
        return [attempt(operations[name], args) for name, args in questions]

    serve_all(hello, sorted(operations), answers)


def attempt(operation, args):
    try:
        return operation(args)
    except Exception as err:  # the conversation goes on: the caller learns of it
        return {"error": "%s: %s" % (type(err).__name__, err)}


def serve_all(hello, operations, answers):
    """The same, where answers takes a list of (operation, args) and gives the list of what is answered."""

    def replies(lines):
        all, asked = [], []
        for line in lines:
            question = json.loads(line)
            if "hello" in question:
                all.append(dict(hello, hello=1, operations=operations))
                continue
            reply = {"id": question["id"]}
            if question["do"] in operations:
                asked.append((reply, question["do"], question.get("args") or {}))
            else:
                reply["skip"] = "there is no operation %s here" % question["do"]
            all.append(reply)
        for (reply, _, _), answer in zip(asked, answers([(name, args) for _, name, args in asked])):
            reply.update(answer)
        return "".join([json.dumps(reply) + "\n" for reply in all]).encode()

    rest = b""
    while True:
        chunk = os.read(0, 1 << 16)
        if not chunk:
            break
        lines = (rest + chunk).split(b"\n")
        rest = lines.pop()
        out = replies([line for line in lines if line.strip()])
        while out:
            out = out[os.write(1, out):]


def scalars(text):
    """The code points of "4E02 20087"."""
    return [int(word, 16) for word in text.split()]


def words(points):
    """"4E02 20087" of code points."""
    return " ".join("%04X" % point for point in points)


REFUSED = {"answer": {"refused": True}}


def decoded(points):
    return {"answer": {"text": words(points)}}


def encoded(data):
    return {"answer": {"bytes": data.hex()}}


def unavailable(why):
    """What an adapter says, and how it ends, when what it adapts is not installed."""
    sys.stderr.write(why + "\n")
    sys.exit(1)
