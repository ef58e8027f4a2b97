"""GCC's torture programs, from Debian's package gcc-12-source.

programs(cache) unpacks gcc.c-torture/execute below `cache` once, and returns the
programs in the order of their names. A Program is one or more sources that make one
executable which exits 0.
"""
import os
import re
import shutil
import subprocess
import sys
import tarfile
from dataclasses import dataclass
from pathlib import Path

PACKAGE = "gcc-12-source"
ARCHIVES = Path("/usr/src/gcc-12")
FOLDER = "gcc/testsuite/gcc.c-torture/execute"


class Unavailable(Exception):
    """The sources cannot be had here; the text says why."""


@dataclass(frozen=True)
class Program:
    name: str       # below gcc.c-torture/execute, without .c
    sources: tuple  # of Path
    options: tuple  # that the program itself asks for


def archive():
    found = sorted(ARCHIVES.glob("gcc-12.*.tar.xz"))
    if found:
        return found[-1]
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise Unavailable(f"{PACKAGE} is not installed")
    print(f"installing {PACKAGE}", file=sys.stderr, flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"],
                    ["apt-get", "install", "-y", "-qq", "--no-install-recommends", PACKAGE]):
        subprocess.run(command, env=environment, stdin=subprocess.DEVNULL,
                       stdout=subprocess.DEVNULL, check=False)
    found = sorted(ARCHIVES.glob("gcc-12.*.tar.xz"))
    if not found:
        raise Unavailable(f"apt-get install {PACKAGE} failed")
    return found[-1]


def unpacked(cache):
    """The folder of the programs; complete, or not there."""
    target = cache / "execute"
    if target.is_dir():
        return target
    part = cache / f"unpacking-{os.getpid()}"
    part.mkdir(parents=True)
    with tarfile.open(archive()) as tar:
        for member in tar:
            below = member.name.partition("/" + FOLDER + "/")[2]
            if below and member.isfile():
                to = part / below
                to.parent.mkdir(parents=True, exist_ok=True)
                to.write_bytes(tar.extractfile(member).read())
    try:
        part.rename(target)
    except OSError:  # another run was first
        shutil.rmtree(part)
    return target


def options_of(path):
    """dg-options that hold for every x86-64 target."""
    options = []
    text = path.read_text(errors="replace")
    for given in re.findall(r'dg-(?:additional-)?options \{? ?"([^"]*)" ?\}? *\}', text):
        options += given.split()
    return tuple(options)


def programs(cache):
    top = unpacked(cache)
    found = []
    for path in sorted([*top.glob("*.c"), *top.glob("ieee/*.c")]):
        name = str(path.relative_to(top))[:-2]
        found.append(Program(name, (path,), options_of(path)))
    # A program of builtins/ is three sources.
    for path in sorted(top.glob("builtins/*.c")):
        library = path.with_name(path.stem + "-lib.c")
        if library.exists():
            sources = (path, library, top / "builtins/lib/main.c")
            found.append(Program(f"builtins/{path.stem}", sources, options_of(path)))
    return found
