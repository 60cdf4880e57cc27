"""Talks for CPython's json: one question a line, one answer a line."""
import json
import platform
import sys


def parse(text):
    try:
        value = json.loads(bytes.fromhex(text))
        return {"value": json.dumps(value, ensure_ascii=False)}
    except (ValueError, RecursionError):
        return {"refused": True}


def main():
    for line in sys.stdin:
        question = json.loads(line)
        if "hello" in question:
            answer = {"hello": 1, "name": "CPython json", "version": platform.python_version(), "vendor": "Python Software Foundation", "operations": ["parse"]}
        elif question["do"] == "parse":
            answer = {"id": question["id"], "answer": parse(**question["args"])}
        else:
            answer = {"id": question["id"], "skip": "there is no " + question["do"]}
        print(json.dumps(answer), flush=True)


main()
