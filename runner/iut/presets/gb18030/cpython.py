"""Python's own codec gb18030, with errors="strict": python3 cpython.py"""

import platform

import serve


def decode(args):
    try:
        text = bytes.fromhex(args["bytes"]).decode("gb18030", "strict")
    except UnicodeDecodeError:
        return serve.REFUSED
    return serve.decoded(map(ord, text))


def encode(args):
    text = "".join(map(chr, serve.scalars(args["text"])))
    try:
        return serve.encoded(text.encode("gb18030", "strict"))
    except UnicodeEncodeError:
        return serve.REFUSED


serve.serve({"name": platform.python_implementation(), "version": platform.python_version(), "vendor": "Python"},
            {"decode": decode, "encode": encode})
