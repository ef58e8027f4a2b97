#!/usr/bin/env python3
"""Golden cases: input + spile.yaml -> expected output, which is compiled and run.

A case is a folder:
  input.c|input.cpp   the source; its main() runs what is to be counted
  spile.yaml          the configuration (may be missing: the default)
  expected.c|.cpp     the rewritten text, byte for byte
  expected.txt        "NAME CALLS" for every function that was called, over all threads
                      and processes
  with-headers.txt    the same for the program that spile-cc makes, where `headers: true`
                      times more than the text of the main file shows
  skipped             "NAME: REASON" for every function that is taken but cannot be
                      instrumented; a case without the file skips none
  as-it-was           instead of expected.txt: what the warning of spile-cc says, a part
                      of it a line; the unit is compiled as it was and nothing is timed.
                      Without expected.c, spile itself must refuse with the same words
  flags               compiler flags, one line (may be missing)
  no-clang, no-gcc    why a compiler is left out (may be missing)

run.py CASE              checks a case with gcc and with clang
run.py --update CASE...  writes expected.c anew (see HACKING.md)

The rewritten file is compiled under the input's name in a copy of the folder, with
warnings as errors (-Weverything for clang; less what the input itself raises), then
run; its output and status must be those of the plain program. The input is compiled
by spile-cc too, which must count the same.
Environment: SPILE_BIN (folder of spile), SPILE_INCLUDE, SPILE_LIB; GOLDEN_PASSED, a folder
that remembers what a case was checked with: it is not run again while that is the same.
"""
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

BIN = Path(os.environ["SPILE_BIN"]).resolve()
INCLUDE = Path(os.environ["SPILE_INCLUDE"]).resolve()
LIB = Path(os.environ["SPILE_LIB"]).resolve()
WARN = ["-Wall", "-Wextra", "-Wpedantic", "-Wshadow", "-Wdeclaration-after-statement"]


def run(args, **more):
    return subprocess.run(args, encoding="utf-8", errors="replace", capture_output=True,
                          timeout=120, **more)


def fail(case, what, detail=""):
    print(f"{case.name}: {what}\n{detail}")
    sys.exit(1)


def same_lines(case, what, expected, found):
    missing, more = Counter(expected) - Counter(found), Counter(found) - Counter(expected)
    if missing or more:
        fail(case, what, "".join(
            [f"  expected, not found: {line}\n" for line in sorted(missing.elements())] +
            [f"  found, not expected: {line}\n" for line in sorted(more.elements())]))


class Case:
    def __init__(self, folder):
        self.folder = Path(folder).resolve()
        self.name = self.folder.name
        self.input = next(self.folder.glob("input.c*"))
        self.expected = self.folder / ("expected" + self.input.suffix)
        self.flags = (self.text("flags") or "").split()
        self.cxx = self.input.suffix != ".c"
        self.as_it_was = self.lines("as-it-was")

    def text(self, name):
        path = self.folder / name
        return path.read_text(encoding="utf-8") if path.exists() else None

    def lines(self, name):
        return [line for line in (self.text(name) or "").splitlines() if line.strip()]

    def config(self):
        return ["--config", "spile.yaml"] if (self.folder / "spile.yaml").exists() else []

    def spile(self, *args):
        return subprocess.run([BIN / "spile", *args, self.input.name, *self.config(), "--",
                               *self.flags],
                              cwd=self.folder, capture_output=True, timeout=120)

    def rewritten(self):
        done = self.spile("instrument", "--stdout")
        if done.returncode != 0:
            fail(self, "spile failed", done.stderr.decode())
        return done.stdout

    def skipped(self):
        done = self.spile("list", "--json")
        if done.returncode != 0:
            fail(self, "spile list failed", done.stderr.decode())
        return [f"{site['name']}: {site['why']}" for site in json.loads(done.stdout)
                if site["verdict"] == "skipped"]

    def compilers(self):
        for name, c, cxx in (("gcc", "gcc", "g++"), ("clang", "clang-19", "clang++-19")):
            left_out = self.text(f"no-{name}")
            if left_out is None:
                yield name, cxx if self.cxx else c
            else:
                print(f"{self.name}: skipped with {name}: {left_out.strip()}")


def warnings_of(case, name, compiler):
    """The flags to compile with so that only what the edit adds is an error."""
    warn = ["-Weverything"]
    if name == "gcc":
        warn = [w for w in WARN if not (case.cxx and "declaration-after" in w)]
    plain = run([compiler, "-O2", *warn, *case.flags, "-S", "-o", os.devnull, case.input.name],
                cwd=case.folder)
    own = set(re.findall(r"\[-W([^\],=]+)=?[\],]", plain.stderr))
    return warn + ["-Wno-" + w for w in sorted(own)]


def counts_of(reports):
    counts = {}
    for report in reports:
        for name, calls in re.findall(r"^(.*?)\s*:\s*(\d+) times:", report.read_text(), re.M):
            counts[name] = counts.get(name, 0) + int(calls)
    return sorted(f"{name} {calls}" for name, calls in counts.items() if calls)


class Programs:
    """What one compiler makes of a case, in a folder of its own."""

    def __init__(self, case, work, compiler):
        self.case, self.work, self.compiler = case, work, compiler

    def build(self, name, source, launcher, extra):
        """Builds `source` as `input` in a copy of the case, so that __FILE__ is the same."""
        case = self.case
        folder = self.work / name
        shutil.copytree(case.folder, folder)
        shutil.copyfile(source, folder / case.input.name)
        done = run([*launcher, self.compiler, "-O2", "-g", *extra, *case.flags, case.input.name,
                    "-o", "program", f"-L{LIB}", f"-Wl,-rpath,{LIB}", "-lspile", "-lpthread"],
                   cwd=folder, env={**os.environ, "XDG_CACHE_HOME": str(BIN.parent / "golden-cache")})
        if done.returncode != 0:
            fail(case, f"{self.compiler} does not compile the {name} program", done.stderr)
        return done.stderr

    def run(self, name):
        folder = self.work / name
        env = {**os.environ, "SPILE_DIR": str(self.work / "segments"),
               "SPILE_REPORT": str(folder / "report.%p")}
        done = run([str(folder / "program")], env=env, cwd=folder)
        return (done.returncode, done.stdout, done.stderr), counts_of(folder.glob("report.*"))

    def check(self, name, plain, counts):
        case = self.case
        got, found = self.run(name)
        if got != plain:
            fail(case, f"{self.compiler}: the {name} program runs differently",
                 f"plain: {plain}\n{name}: {got}")
        same_lines(case, f"{self.compiler}: counts of the {name} program", counts, found)


def check_text(case):
    """spile's answer, without a compiler."""
    if case.as_it_was and not case.expected.exists():
        done = case.spile("instrument", "--stdout")
        said = done.stderr.decode("utf-8", "replace")
        if done.returncode != 2 or done.stdout or not all(w in said for w in case.as_it_was):
            fail(case, f"spile does not refuse as expected (status {done.returncode})", said)
        return
    text = case.rewritten()
    if not case.expected.exists() or text != case.expected.read_bytes():
        shown = run(["diff", "-u", str(case.expected), "-"], input=text.decode("utf-8", "replace"))
        fail(case, "spile gives another text than expected", shown.stdout)
    same_lines(case, "functions that are skipped", case.lines("skipped"), case.skipped())


def check_compiler(case, name, compiler, work):
    warn = warnings_of(case, name, compiler)
    counts = case.lines("expected.txt")
    programs = Programs(case, work, compiler)
    programs.build("plain", case.input, [], ["-w"])
    plain, _ = programs.run("plain")
    if not case.as_it_was:
        said = programs.build("timed", case.expected, [],
                              [*warn, "-Werror", f"-isystem{INCLUDE}"])
        if said:
            fail(case, f"{compiler} warns", said)
        programs.check("timed", plain, counts)
    launcher = [str(BIN / "spile-cc"), *case.config()]
    said = programs.build("launched", case.input, launcher, ["-w"])
    as_it_was = re.findall(r"^spile-cc: warning: .*compiled as it was: (.*)$", said, re.M)
    if len(as_it_was) != bool(case.as_it_was) or \
            not all(words in as_it_was[0] for words in case.as_it_was):
        fail(case, f"{compiler}: spile-cc says", said)
    programs.check("launched", plain, case.lines("with-headers.txt") or counts)


def check(case):
    check_text(case)
    ran = 0
    for name, compiler in case.compilers():
        with tempfile.TemporaryDirectory() as folder:
            check_compiler(case, name, compiler, Path(folder))
        ran += 1
    if not ran:
        fail(case, "no compiler ran")
    print(f"{case.name}: {ran} compilers, {len(case.lines('expected.txt'))} counts, "
          f"{len(case.lines('skipped'))} skipped")


def state(case):
    """All that the result depends on."""
    whole = hashlib.sha256()
    for path in [Path(__file__), *sorted(case.folder.iterdir()), BIN / "spile", BIN / "spile-cc",
                 LIB / "libspile.so", *sorted((INCLUDE / "spile").glob("*.h"))]:
        whole.update(path.name.encode() + b"\0" + path.read_bytes())
    for name in ("gcc", "g++", "clang-19", "clang++-19", "ld"):
        found = shutil.which(name)
        about = os.stat(found) if found else None
        whole.update(f"{found} {about and (about.st_size, about.st_mtime_ns)}\n".encode())
    return whole.hexdigest()


def check_unless_passed(case):
    folder = os.environ.get("GOLDEN_PASSED")
    if not folder:
        return check(case)
    remembered, now = Path(folder) / case.name, state(case)
    if remembered.exists() and remembered.read_text() == now:
        print(f"{case.name}: passed before, and nothing that it uses has changed")
        return None
    remembered.unlink(missing_ok=True)
    check(case)
    remembered.parent.mkdir(parents=True, exist_ok=True)
    remembered.write_text(now)
    return None


def main():
    if sys.argv[1] == "--update":
        for folder in sys.argv[2:]:
            case = Case(folder)
            if case.as_it_was and not case.expected.exists():
                print(f"{case.name}: has no rewritten text")
                continue
            case.expected.write_bytes(case.rewritten())
            print(f"{case.name}: written, read it")
    else:
        check_unless_passed(Case(sys.argv[1]))


main()
