"""The C library's iconv(3), GB18030: python3 glibc.py

UCS-4LE is the other side, because it is the library's own form of text: UTF-32 would check what the
converter of GB18030 let pass, and it is the latter that is asked.
"""

import ctypes
import os
import struct

import serve

libc = ctypes.CDLL(None, use_errno=True)
try:
    libc.iconv_open.restype = ctypes.c_void_p
    libc.iconv_open.argtypes = [ctypes.c_char_p, ctypes.c_char_p]
    libc.iconv.restype = ctypes.c_size_t
    libc.iconv.argtypes = [ctypes.c_void_p] + [ctypes.c_void_p] * 4
except AttributeError:
    serve.unavailable("this C library has no iconv")

SIZE = 1 << 16
FAILED = ctypes.c_size_t(-1).value


class Converter:
    def __init__(self, to, source):
        self.handle = libc.iconv_open(to, source)
        if self.handle in (None, ctypes.c_void_p(-1).value):
            serve.unavailable("iconv cannot convert from %s to %s; on Debian the converters are in libc6 or libc-bin"
                              % (source.decode(), to.decode()))
        self.source, self.target = ctypes.create_string_buffer(SIZE), ctypes.create_string_buffer(SIZE)
        self.start, self.begin = ctypes.addressof(self.source), ctypes.addressof(self.target)
        self.at, self.left = ctypes.c_void_p(), ctypes.c_size_t()
        self.to, self.room = ctypes.c_void_p(), ctypes.c_size_t()
        self.refs = [ctypes.byref(x) for x in (self.at, self.left, self.to, self.room)]

    def convert(self, data):
        """What becomes of data; None when it is refused or not complete."""
        if len(data) * 4 > SIZE:
            raise ValueError("more than %d bytes at once" % (SIZE // 4))
        iconv, refs = libc.iconv, self.refs
        ctypes.memmove(self.start, data, len(data))
        iconv(self.handle, None, None, None, None)
        self.at.value, self.left.value, self.to.value, self.room.value = self.start, len(data), self.begin, SIZE
        # a count above zero says that something was replaced: that is no conversion either
        if iconv(self.handle, *refs) != 0 or self.left.value:
            return None
        if iconv(self.handle, None, None, refs[2], refs[3]) == FAILED:
            return None
        return ctypes.string_at(self.begin, SIZE - self.room.value)


decoder, encoder = Converter(b"UCS-4LE", b"GB18030"), Converter(b"GB18030", b"UCS-4LE")


def decode(args):
    out = decoder.convert(bytes.fromhex(args["bytes"]))
    return serve.REFUSED if out is None else serve.decoded(struct.unpack("<%dI" % (len(out) // 4), out))


def encode(args):
    points = serve.scalars(args["text"])
    out = encoder.convert(struct.pack("<%dI" % len(points), *points))
    return serve.REFUSED if out is None else serve.encoded(out)


try:
    library, version = os.confstr("CS_GNU_LIBC_VERSION").split()
except (ValueError, OSError, AttributeError):
    library, version = "C library", "unknown"
serve.serve({"name": library + " iconv", "version": version, "vendor": "the GNU C Library"}, {"decode": decode, "encode": encode})
