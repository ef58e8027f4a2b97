#!/usr/bin/env python3
"""Golden cases: input + spile.yaml -> expected output, which is compiled and run.

A case is a folder:
  input.c|input.cpp   the source; its main() runs what is to be counted
  spile.yaml          the configuration (may be missing: the default)
  expected.c|.cpp     the rewritten text, byte for byte
  expected.txt        "NAME CALLS" for each function that the report must show
  flags               compiler flags, one line (may be missing)
  no-clang, no-gcc    why a compiler is left out (may be missing)

run.py CASE              checks a case with gcc and with clang
run.py --update CASE...  writes expected.c anew (see HACKING.md)

The rewritten file is compiled under the input's name in a copy of the folder, with
warnings as errors (-Weverything for clang less what the input itself raises), then
run; its output and status must be those of the plain program.
Environment: SPILE_BIN (folder of spile), SPILE_INCLUDE, SPILE_LIB.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

BIN = os.environ["SPILE_BIN"]
INCLUDE = os.environ["SPILE_INCLUDE"]
LIB = os.environ["SPILE_LIB"]
WARN = ["-Wall", "-Wextra", "-Wpedantic", "-Wshadow", "-Wdeclaration-after-statement"]


def run(args, **more):
    return subprocess.run(args, encoding="utf-8", errors="replace", capture_output=True,
                          timeout=120, **more)


def fail(case, what, detail=""):
    print(f"{case.name}: {what}\n{detail}")
    sys.exit(1)


class Case:
    def __init__(self, folder):
        self.folder = Path(folder).resolve()
        self.name = self.folder.name
        self.input = next(self.folder.glob("input.c*"))
        self.expected = self.folder / ("expected" + self.input.suffix)
        flags = self.folder / "flags"
        self.flags = flags.read_text().split() if flags.exists() else []
        self.cxx = self.input.suffix != ".c"

    def rewritten(self):
        config = self.folder / "spile.yaml"
        args = [f"{BIN}/spile", "instrument", "--stdout", "input" + self.input.suffix]
        if config.exists():
            args += ["--config", "spile.yaml"]
        done = subprocess.run(args + ["--"] + self.flags, cwd=self.folder,
                              capture_output=True, timeout=120)
        if done.returncode != 0:
            fail(self, "spile failed", done.stderr.decode())
        return done.stdout

    def expected_counts(self):
        lines = (self.folder / "expected.txt").read_text().splitlines()
        return {name: int(calls) for name, calls in
                (line.rsplit(" ", 1) for line in lines if line.strip())}

    def compilers(self):
        for name, c, cxx in (("gcc", "gcc", "g++"), ("clang", "clang-19", "clang++-19")):
            if not (self.folder / f"no-{name}").exists():
                yield name, cxx if self.cxx else c


def warnings_of(case, name, compiler):
    """The flags to compile with so that only what the edit adds is an error."""
    if name == "gcc":
        return [w for w in WARN if not (case.cxx and "declaration-after" in w)]
    plain = run([compiler, "-Weverything", "-fsyntax-only", *case.flags, case.input.name],
                cwd=case.folder)
    own = set(re.findall(r"\[-W([^\],]+)[\],]", plain.stderr))
    return ["-Weverything", *("-Wno-" + w for w in sorted(own))]


def counts_of(report):
    counts = {}
    for name, calls in re.findall(r"^(.*?)\s*:\s*(\d+) times:", report, re.M):
        counts[name] = counts.get(name, 0) + int(calls)
    return counts


def program(case, work, compiler, source, name, extra):
    """Builds `source` as `input` in a copy of the case, so that __FILE__ is the same."""
    folder = work / name
    shutil.copytree(case.folder, folder)
    shutil.copyfile(source, folder / case.input.name)
    out = folder / "program"
    done = run([compiler, "-O2", "-g", *case.flags, *extra, case.input.name, "-o", str(out),
                f"-L{LIB}", f"-Wl,-rpath,{LIB}", "-lspile", "-lpthread"], cwd=folder)
    if done.returncode != 0 or "-Werror" in extra and done.stderr:
        fail(case, f"{compiler} does not compile {source.name}", done.stderr)
    return out


def check(case):
    text = case.rewritten()
    if not case.expected.exists() or text != case.expected.read_bytes():
        shown = run(["diff", "-u", str(case.expected), "-"], input=text.decode("utf-8", "replace"))
        fail(case, "spile gives another text than expected", shown.stdout)
    ran = 0
    for name, compiler in case.compilers():
        with tempfile.TemporaryDirectory() as folder:
            work = Path(folder)
            warn = warnings_of(case, name, compiler)
            plain = program(case, work, compiler, case.input, "plain", ["-w"])
            timed = program(case, work, compiler, case.expected, "timed",
                            [*warn, "-Werror", f"-isystem{INCLUDE}"])
            env = {**os.environ, "SPILE_DIR": str(work / "segments")}
            want = run([str(plain)], env=env)
            got = run([str(timed)], env={**env, "SPILE_REPORT": str(work / "report")})
            if (want.stdout, want.stderr, want.returncode) != \
                    (got.stdout, got.stderr, got.returncode):
                fail(case, f"{name}: runs differently",
                     f"plain: {want}\ntimed: {got}")
            report = work / "report"
            counts = counts_of(report.read_text() if report.exists() else "")
            wrong = {k: (v, counts.get(k)) for k, v in case.expected_counts().items()
                     if counts.get(k) != v}
            if wrong:
                fail(case, f"{name}: counts (expected, found)", str(wrong))
        ran += 1
    if not ran:
        fail(case, "no compiler ran")
    print(f"{case.name}: {ran} compilers, {len(case.expected_counts())} counts")


def main():
    if sys.argv[1] == "--update":
        for folder in sys.argv[2:]:
            case = Case(folder)
            case.expected.write_bytes(case.rewritten())
            print(f"{case.name}: written, read it")
    else:
        check(Case(sys.argv[1]))


main()
