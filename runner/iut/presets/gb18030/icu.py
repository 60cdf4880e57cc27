"""ICU's converter of gb18030, through its C library: python3 icu.py

Both callbacks are set to stop, so that whatever cannot be converted is an error and nothing is replaced.
ICU_LIBRARY names the library; otherwise the newest libicuuc that is found is taken.
"""

import ctypes
import ctypes.util
import glob
import os
import re

import serve


def library():
    named, found = os.environ.get("ICU_LIBRARY"), ctypes.util.find_library("icuuc")
    candidates = [named or found] if named or found else []
    for folder in () if named else ("/usr/lib/*", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/lib/*", "/opt/homebrew/opt/icu4c/lib"):
        candidates += sorted(glob.glob(folder + "/libicuuc.*"), reverse=True)
    for name in candidates:
        try:
            lib = ctypes.CDLL(name)
        except OSError:
            continue
        # every function carries the major version in its name: ucnv_open_72
        hint = re.findall(r"\.so\.(\d+)|icuuc\.(\d+)", os.path.realpath(name))
        for suffix in ["_" + "".join(m) for m in hint] + ["_%d" % n for n in range(99, 40, -1)] + [""]:
            if hasattr(lib, "ucnv_open" + suffix):
                return lib, suffix
    if named:
        serve.unavailable("ICU_LIBRARY is %s, and no ICU library is there" % named)
    serve.unavailable("no ICU library (libicuuc) was found; Debian's package is libicu72 or its like")


lib, suffix = library()


def function(name, result, *arguments):
    f = getattr(lib, name + suffix)
    f.restype, f.argtypes = result, list(arguments)
    return f


P, I = ctypes.c_void_p, ctypes.c_int32
ucnv_open = function("ucnv_open", P, ctypes.c_char_p, P)
to_uchars = function("ucnv_toUChars", I, P, P, I, ctypes.c_char_p, I, P)
from_uchars = function("ucnv_fromUChars", I, P, P, I, ctypes.c_char_p, I, P)
set_to = function("ucnv_setToUCallBack", None, P, P, P, P, P, P)
set_from = function("ucnv_setFromUCallBack", None, P, P, P, P, P, P)
get_version = function("u_getVersion", None, P)
address = lambda name: ctypes.cast(getattr(lib, name + suffix), P)

error = ctypes.c_int()
status = ctypes.byref(error)
converter = ucnv_open(b"gb18030", status)
if error.value > 0:
    serve.unavailable("this ICU has no converter gb18030")
set_to(converter, address("UCNV_TO_U_CALLBACK_STOP"), None, None, None, status)
set_from(converter, address("UCNV_FROM_U_CALLBACK_STOP"), None, None, None, status)
if error.value > 0:
    serve.unavailable("ICU's callbacks cannot be set: error %d" % error.value)

SIZE = 1 << 16
target = ctypes.create_string_buffer(SIZE)


def decode(args):
    data = bytes.fromhex(args["bytes"])
    error.value = 0
    n = to_uchars(converter, target, SIZE // 2, data, len(data), status)
    if error.value > 0:
        return serve.REFUSED
    # pairs of surrogates are characters; a lone one is shown as it is
    text = target.raw[:2 * n].decode("utf-16-le", "surrogatepass")
    return serve.decoded(map(ord, text))


def encode(args):
    data = "".join(map(chr, serve.scalars(args["text"]))).encode("utf-16-le", "surrogatepass")
    error.value = 0
    n = from_uchars(converter, target, SIZE, data, len(data) // 2, status)
    return serve.REFUSED if error.value > 0 else serve.encoded(target.raw[:n])


numbers = (ctypes.c_uint8 * 4)()
get_version(ctypes.cast(numbers, P))
version = "%d.%d" % (numbers[0], numbers[1])
serve.serve({"name": "ICU", "version": version, "vendor": "Unicode"}, {"decode": decode, "encode": encode})
