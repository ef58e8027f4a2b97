"""Other machines: units are compiled as they were; text and runtime work on arm64."""

import glob
import json
import os
import shutil
import unittest

from counting_case import HEADERS, SPILE, VIEW, CountingCase
from launcher_case import CLANG, COMPILERS

CROSS = "aarch64-linux-gnu-gcc"
ROOT = "/usr/aarch64-linux-gnu"
QEMU = ["qemu-aarch64", "-L", ROOT]
SOURCES = os.path.abspath(os.path.join(os.path.dirname(__file__), "../../../runtime/src"))
SOURCE = """#include <pthread.h>
#include <stdio.h>

static int step(int n)
{
  return n + 1;
}

static void *work(void *times)
{
  int sum = 0;
  for (int i = 0; i < *(int *)times; ++i)
    sum = step(sum);
  return 0;
}

int main(void)
{
  int times = 1000;
  pthread_t threads[3];
  for (int i = 0; i < 3; ++i)
    pthread_create(threads + i, 0, work, &times);
  for (int i = 0; i < 3; ++i)
    pthread_join(threads[i], 0);
  printf("%zu bits\\n", sizeof(long) * 8);
  return 0;
}
"""
SMALL = "int f(int x);\nint f(int x)\n{\n  return x;\n}\n"
CALLS = {"main": 1, "work": 3, "step": 3000}
there = all(map(shutil.which, (CROSS, QEMU[0]))) and os.path.isdir(ROOT)


class AsItWas(CountingCase):
    def as_it_was(self, target, *call):
        """One reason, and the object that a plain call makes."""
        self.run_in([*call, "-o", "plain.o"])
        done = self.cc(*call, "-o", "ours.o", quiet=False)
        self.assertRegex(done.stderr, r"\Aspile-cc: warning: \S+\.c: compiled as it was: "
                                      rf"there is no libspile for {target}\n\Z")
        self.assertEqual(self.read("ours.o", "rb"), self.read("plain.o", "rb"))


class Foreign(AsItWas):
    def test_thirty_two_bits(self):
        self.write("f.c", SMALL)
        for compiler in COMPILERS:
            for flag, target in (("-m32", r"i386-\S+-linux-gnu"), ("-mx32", r"\S+x?32"),
                                 ("-m16", r"i386-\S+")):
                if flag != "-mx32" or "clang" in compiler:
                    self.as_it_was(target, compiler, flag, "-c", "f.c")

    @unittest.skipUnless(CLANG, "there is no Clang")
    def test_targets_of_clang(self):
        self.write("f.c", SMALL)
        for machine in ("aarch64", "riscv64", "powerpc64le"):
            self.write("own.cfg", f"--target={machine}-linux-gnu\n")
            for option in ([f"--target={machine}-linux-gnu"], ["-target", f"{machine}-linux-gnu"],
                           ["--config", "./own.cfg"]):
                self.as_it_was(rf"{machine[:5]}\S+-linux-gnu", CLANG, *option, "-c", "f.c")

    def test_strict_is_an_error(self):
        self.write("f.c", SMALL)
        self.write(".spile.yaml", 'strict: true\ninstrument:\n  - functions: ["*"]\n')
        for compiler in COMPILERS:
            done = self.cc(compiler, "-m32", "-c", "f.c", check=False, quiet=False)
            self.assertIn("there is no libspile", done.stderr)
            self.assertEqual(done.returncode, 2)


@unittest.skipUnless(there, f"{CROSS}, its libc or qemu-user is missing")
class Arm64(AsItWas):
    def setUp(self):
        super().setUp()
        self.write("src/a.c", SOURCE)

    def cross(self, *args):
        self.run_in([CROSS, "-O2", *args])

    def instrument(self):
        self.write("src/compile_commands.json", json.dumps([{
            "directory": f"{self.dir}/src", "file": "a.c", "arguments": [CROSS, "-c", "a.c"]}]))
        self.run_in([SPILE, "instrument", "-p", "src", "-o", "out", "src/a.c"])
        self.assertEqual(self.read("out/src/a.c").count("SPILE_SCOPE("), 3)

    def runtime(self, *args):
        self.cross("-D_GNU_SOURCE", "-ftls-model=initial-exec", "-fvisibility=hidden", "-Wall",
                   "-Wextra", "-Werror", f"-I{HEADERS}", f"-I{SOURCES}", *args,
                   *sorted(glob.glob(f"{SOURCES}/*.c")), "-pthread")

    def test_launcher_compiles_and_links_as_it_was(self):
        self.as_it_was("aarch64-unknown-linux-gnu", CROSS, "-c", "src/a.c")
        # A link has no source: nothing to say, and nothing to add.
        self.cc(CROSS, "ours.o", "-pthread", "-o", "prog")
        self.assertFalse(self.needed("prog"))
        self.assertEqual(self.run_in([*QEMU, "./prog"]).stdout, "64 bits\n")

    def test_text_and_shared_runtime(self):
        self.instrument()
        self.runtime("-fPIC", "-shared", "-Wl,-z,nodelete", "-Wl,-z,defs", "-o", "libspile.so")
        self.cross("-Wall", "-Werror", f"-I{HEADERS}", "out/src/a.c", "-o", "prog", "-L.",
                   "-lspile", "-Wl,-rpath,$ORIGIN", "-pthread")
        self.assertEqual(self.calls([*QEMU, "./prog"], "64 bits\n"), CALLS)
        self.check_clock()

    def test_text_and_static_runtime(self):
        self.instrument()
        self.runtime("-static", "out/src/a.c", "-o", "prog")
        self.assertEqual(self.calls([*QEMU, "./prog"], "64 bits\n"), CALLS)
        self.check_clock()

    def check_clock(self):
        """The ticks of this machine are not known to be invariant."""
        for asked, said in (("", ""), ("tsc", "spile: no invariant TSC here: "
                                              "the clock is monotonic\n")):
            segments = f"{self.dir}/clock-{asked}"
            done = self.run_in([*QEMU, "./prog"], SPILE_CLOCK=asked, SPILE_DIR=segments,
                               SPILE_REPORT="report.txt")
            self.assertEqual(done.stderr, said)
            shown = json.loads(self.run_in([VIEW, "list", "--json", "--dir", segments]).stdout)
            self.assertEqual([p["clock"] for p in shown["processes"]], ["monotonic"])
        self.assertEqual(self.read("report.txt").count("Stat info for worker: "), 8)


if __name__ == "__main__":
    unittest.main()
