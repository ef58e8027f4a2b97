"""Beside other instrumentation: coverage, gprof, entry hooks, profiles, stack protection."""

import glob
import os
import shutil
import unittest

from counting_case import CountingCase, cxx
from launcher_case import CLANG, COMPILERS

SOURCE = """#include <stdio.h>

static int odd(int n)
{
  if (n % 2)
    return 1;
  return 0;
}

int main(void)
{
  int sum = 0;
  for (int i = 0; i < 9; ++i)
    sum += odd(i);
  printf("%d\\n", sum);
  return 0;
}
"""
CALLS = {"main": 1, "odd": 9}
HOOKS = """#include <stdio.h>
static int entered, left;
__attribute__((no_instrument_function)) void __cyg_profile_func_enter(void *f, void *by);
__attribute__((no_instrument_function)) void __cyg_profile_func_exit(void *f, void *by);
void __cyg_profile_func_enter(void *f, void *by) { (void)f; (void)by; ++entered; }
void __cyg_profile_func_exit(void *f, void *by) { (void)f; (void)by; ++left; }
__attribute__((no_instrument_function, destructor)) static void end(void)
{
  fprintf(stderr, "%d %d\\n", entered, left);
}
"""


class Profiling(CountingCase):
    def setUp(self):
        super().setUp()
        self.write("src/a.c", SOURCE)

    def executed(self, gcov):
        """{line of src/a.c: count} that gcov shows; the file is named as it was."""
        out = {}
        for line in gcov.splitlines():
            count, number, text = line.split(":", 2)
            if number.strip() == "0" and text.startswith("Source:"):
                self.assertEqual(text, "Source:src/a.c")
            elif count.strip() not in ("-",):
                out[int(number)] = count.strip().rstrip("*")
        return out

    def test_gcov(self):
        tools = {"gcc": ["gcov"], CLANG: ["llvm-cov-19", "gcov"]}
        for compiler in COMPILERS:
            if not shutil.which(tools[compiler][0]):
                self.skipTest(f"there is no {tools[compiler][0]}")
            seen = {}
            for who in ("plain", "ours"):
                for old in glob.glob("*.gc*", root_dir=self.dir):
                    os.remove(f"{self.dir}/{old}")
                run = self.run_in if who == "plain" else lambda c: self.cc(*c)
                run([compiler, "--coverage", "-O0", "src/a.c", "-c", "-o", f"{who}.o"])
                run([compiler, "--coverage", f"{who}.o", "-o", who])
                self.assertEqual(self.run_in([f"./{who}"]).stdout, "4\n")
                self.run_in([*tools[compiler], f"{who}.gcda"])
                # The header's inlined functions are lines too, as those of any header.
                self.assertLessEqual(set(glob.glob("*.gcov", root_dir=self.dir)),
                                     {"a.c.gcov", "spile.h.gcov"})
                seen[who] = self.executed(self.read("a.c.gcov"))
            self.assertEqual(seen["plain"][6], "4")
            # Insertions add lines only where a body opens; the others count as before.
            self.assertEqual({n: c for n, c in seen["ours"].items() if n in seen["plain"]},
                             seen["plain"])
            self.assertLessEqual(set(seen["ours"]) - set(seen["plain"]), {4, 8, 11, 17})

    def test_profile_and_use_of_it(self):
        for compiler in COMPILERS:
            self.assertEqual(self.built(compiler, "-O2", "-fprofile-generate", "src/a.c",
                                        text="4\n"), CALLS)
            use = "-fprofile-use"
            if compiler != "gcc":
                raw = glob.glob("*.profraw", root_dir=self.dir)
                self.assertEqual(len(raw), 1)
                if not shutil.which("llvm-profdata-19"):
                    self.skipTest("there is no llvm-profdata-19")
                self.run_in(["llvm-profdata-19", "merge", "-o", "default.profdata", raw[0]])
                use = "-fprofile-use=default.profdata"
            done = self.cc(compiler, "-O2", use, "-Wall", "-Werror", "src/a.c", "-o", "prog")
            self.assertEqual(done.stderr, "")
            self.assertEqual(self.calls(self.program("prog"), "4\n"), CALLS)

    def test_gprof(self):
        for compiler in COMPILERS:
            self.assertEqual(self.built(compiler, "-pg", "src/a.c", text="4\n"), CALLS)
            flat = self.run_in(["gprof", "-b", "-q", "prog", "gmon.out"]).stdout
            self.assertRegex(flat, r"9 +odd \[")
            self.assertNotIn("spile_i_enter", flat)

    def test_entry_and_exit_hooks(self):
        self.write("hooks.c", HOOKS)
        for compiler in COMPILERS:
            self.run_in([compiler, "-c", "hooks.c"])
            self.cc(compiler, "-finstrument-functions", "src/a.c", "hooks.o", "-o", "prog")
            done = self.run_in(["./prog"])
            # Nothing of ours is entered: as many as in a plain build.
            self.assertEqual((done.stdout, done.stderr), ("4\n", "10 10\n"))
            self.assertTrue(self.needed("prog"))

    def test_cxx_entry_hooks(self):
        self.write("hooks.c", HOOKS)
        self.write("b.cpp", "struct S { S(); ~S(); };\nS::S() {}\nS::~S() {}\n"
                   "template <class T> T same(T n) { return n; }\n"
                   "int main() { S s; return same(0); }\n")
        for compiler in COMPILERS:
            self.run_in([compiler, "-c", "hooks.c"])
            self.cc(cxx(compiler), "-finstrument-functions", "b.cpp", "hooks.o", "-o", "prog")
            self.assertEqual(self.run_in(["./prog"]).stderr, "4 4\n")

    def test_what_compilers_put_into_every_function(self):
        for compiler in COMPILERS:
            for flags in (["-fstack-protector-all"], ["-fcf-protection=full"],
                          ["-fstack-clash-protection", "-O2"], ["-fpatchable-function-entry=4,2"],
                          ["-fno-omit-frame-pointer", "-fno-plt"], ["-ftrapv"], ["-mcmodel=large"],
                          ["-fno-asynchronous-unwind-tables", "-fno-exceptions", "-Os"],
                          ["-march=x86-64-v2", "-mtune=generic", "-O3", "-ffast-math"],
                          ["-fwrapv", "-fno-strict-aliasing", "-fno-common", "-funroll-loops"]):
                self.assertEqual(self.built(compiler, *flags, "src/a.c", text="4\n"), CALLS)


if __name__ == "__main__":
    unittest.main()
