"""One way to build the programs, and what came of a program built that way."""
import os
import subprocess
from dataclasses import dataclass

LEVELS = ("-O0", "-O2", "-O3 -flto")
COMPILERS = {"gcc": "gcc", "clang": "clang-19"}
# Old C is no mistake here.
COMMON = ("-w",)
CLANG = ("-Wno-error=implicit-int", "-Wno-error=implicit-function-declaration",
         "-Wno-error=int-conversion", "-Wno-error=incompatible-function-pointer-types",
         "-Wno-error=return-mismatch")
# A program that hangs is ended; with spile it may take five times as long.
SECONDS = 20


@dataclass(frozen=True)
class Setting:
    compiler: str  # gcc | clang
    level: str

    def __str__(self):
        return f"{self.compiler} {self.level}"

    def flags(self):
        # LLVM's linker plugin is not everywhere; its own linker reads its own objects.
        flags = [*self.level.split(), *COMMON]
        return flags + [*CLANG] if self.compiler == "clang" else flags


@dataclass(frozen=True)
class Outcome:
    built: bool
    status: int      # of the program; None: it did not end
    output: bytes    # of the program
    messages: str    # of the compiler
    timed: bool      # it holds sites

    def good(self):
        return self.built and self.status == 0


def attempt(program, setting, folder, launcher=()):
    """Builds and runs `program` in the empty `folder`."""
    out = folder / "program"
    command = [*launcher, COMPILERS[setting.compiler], *setting.flags(), *program.options,
               *map(str, program.sources), "-o", str(out), "-lm"]
    environment = {**os.environ, "TMPDIR": str(folder), "SPILE_DIR": str(folder / "segments")}
    built = subprocess.run(command, cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                           capture_output=True, check=False)
    messages = built.stderr.decode(errors="replace")
    if built.returncode != 0 or not out.exists():
        return Outcome(False, None, b"", messages, False)
    seconds = SECONDS * (5 if launcher else 1)
    status, output = None, b""
    try:
        ran = subprocess.run([str(out)], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                             capture_output=True, timeout=seconds, check=False)
        status, output = ran.returncode, ran.stdout + ran.stderr
    except subprocess.TimeoutExpired:
        pass
    return Outcome(True, status, output, messages, b"\0spile_sites\0" in out.read_bytes())
