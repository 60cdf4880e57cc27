"""PostgreSQL's convert_from and convert_to, GB18030: python3 postgresql.py

The server's own binaries run as one process on a new cluster in a temporary folder, without a port and without
users (postgres --single), which ends when its input does. POSTGRES_BIN names the folder of initdb and postgres.
"""

import glob
import os
import pwd
import re
import shutil
import signal
import subprocess
import sys
import tempfile

import serve

FUNCTIONS = """
create function gb_decode(b bytea) returns text language plpgsql as $f$
begin return encode(convert_to(convert_from(b, 'GB18030'), 'UTF8'), 'hex');
exception when character_not_in_repertoire or untranslatable_character then return '-'; end $f$;

create function gb_encode(b bytea) returns text language plpgsql as $f$
begin return encode(convert_to(convert_from(b, 'UTF8'), 'GB18030'), 'hex');
exception when character_not_in_repertoire or untranslatable_character then return '-'; end $f$;
"""


def binaries():
    named = os.environ.get("POSTGRES_BIN")
    folders = [named] if named else sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda f: [int(n) for n in re.findall(r"\d+", f)], reverse=True)
    folders += [os.path.dirname(p) for p in [shutil.which("postgres")] if p and not named]
    for folder in folders:
        if all(os.access(os.path.join(folder, name), os.X_OK) for name in ("initdb", "postgres")):
            return folder
    if named:
        serve.unavailable("POSTGRES_BIN is %s, and initdb and postgres are not there" % named)
    serve.unavailable("PostgreSQL's initdb and postgres were not found; Debian's package is postgresql (POSTGRES_BIN names their folder)")


def user():
    """PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
            return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
        except KeyError:
            continue
    serve.unavailable("PostgreSQL refuses to run as root, and there is no user postgres or nobody")


class Backend:
    def __init__(self, folder, bin, who):
        data = os.path.join(folder, "data")
        settings = dict(who, cwd=folder, env={"PATH": bin + ":/usr/bin:/bin", "LC_ALL": "C"})
        made = subprocess.run([bin + "/initdb", "-D", data, "-E", "UTF8", "--locale=C", "-N", "-A", "trust", "-U", "gb"],
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **settings)
        if made.returncode != 0:
            serve.unavailable("initdb: " + made.stdout.decode(errors="replace")[-500:])
        # -j: a statement ends with a semicolon and an empty line
        self.process = subprocess.Popen([bin + "/postgres", "--single", "-j", "-F", "-D", data, "-c", "log_min_messages=panic", "template1"],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, **settings)
        for statement in FUNCTIONS.strip().split("\n\n"):
            self.send(statement.rstrip(";"))

    def send(self, statement):
        self.process.stdin.write(statement.encode() + b";\n\n")

    def ask(self, statement):
        """The one value of the one row that a statement gives."""
        self.send(statement)
        self.send("select 1 as over") # so that what failed ends, too
        self.process.stdin.flush()
        value = None
        for line in self.process.stdout:
            found = re.search(rb'^\t 1: (\w+) = "(.*)"\t\(typeid', line)
            if found and found.group(1) == b"over":
                break
            if found:
                value = found.group(2).decode()
        if value is None:
            raise RuntimeError("PostgreSQL gave no answer to: " + statement[:200])
        return value

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def main():
    bin, who = binaries(), user()
    version = subprocess.run([bin + "/postgres", "--version"], stdout=subprocess.PIPE).stdout.decode().split()[2]
    folder = tempfile.mkdtemp(prefix="touchstone-postgresql-")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # the folder goes, whoever ends this
    try:
        if who:
            os.chown(folder, who["user"], who["group"])
        backend = Backend(folder, bin, who)
        serve.serve_all({"name": "PostgreSQL", "version": version, "vendor": "PostgreSQL Global Development Group"},
                        ["decode", "encode"], lambda questions: answers(backend, questions))
        backend.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def answers(backend, questions):
    """All that has arrived is asked at once."""
    out = [None] * len(questions)
    for operation in ("decode", "encode"):
        asked, data = [], []
        for i, (name, args) in enumerate(questions):
            if name != operation:
                continue
            if operation == "decode":
                raw = bytes.fromhex(args["bytes"])
                if b"\0" in raw:
                    out[i] = {"skip": "text in PostgreSQL holds no U+0000"}
                    continue
            else:
                points = serve.scalars(args["text"])
                if 0 in points or any(0xD800 <= p < 0xE000 for p in points):
                    out[i] = {"skip": "text in PostgreSQL holds no U+0000 and no surrogates"}
                    continue
                raw = "".join(map(chr, points)).encode()
            asked.append(i)
            data.append(raw.hex())
        if not asked:
            continue
        value = backend.ask("select string_agg(gb_%s(decode(x, 'hex')), ',' order by n) as value from unnest(string_to_array('%s', ',')) with ordinality as t(x, n)"
                            % (operation, ",".join(data)))
        for i, text in zip(asked, value.split(",")):
            if text == "-":
                out[i] = serve.REFUSED
            elif operation == "decode":
                out[i] = serve.decoded(map(ord, bytes.fromhex(text).decode()))
            else:
                out[i] = serve.encoded(bytes.fromhex(text))
    return out


main()
