"""What else a compiler is asked to write: text, assembly, debug data, messages."""

import os
import re
import unittest

from counting_case import CountingCase
from launcher_case import COMPILERS, CXX_OF

SOURCE = """#include <stdio.h>
#include "twice.h"

static int step(int n)
{
  return TWICE(n) + 1;
}

int main(void)
{
  printf("%d %s\\n", step(step(0)), __FILE__);
  return 0;
}
"""
CALLS = {"main": 1, "step": 2}
MESSAGES = """#include <stdio.h>

static int never(void) { return 1; }
int late(int x)
{
  int y;
  if (x = 3)
    return y;
  return 0;
}
"""

HERE = """extern int put(const void *);
static inline __attribute__((always_inline)) void *here(void)
{
  void *pc;
  __asm__ volatile("leaq 0(%%rip), %0 # the program counter" : "=r"(pc));
  return pc;
}
int caller(void);
int caller(void)
{
  return put(here());
}
"""

class Outputs(CountingCase):
    def setUp(self):
        super().setUp()
        self.write("src/a.c", SOURCE)
        self.write("src/twice.h", "#define TWICE(n) (2 * (n))\n")

    def check(self, name="prog", text="3 src/a.c\n"):
        self.assertEqual(self.calls(self.program(name), text), CALLS)

    def test_from_standard_input_to_each_stage(self):
        for compiler in COMPILERS:
            for stage, name in (("-c", "o.o"), ("-S", "o.s"), ("-E", "o.i")):
                self.cc(compiler, "-Isrc", stage, "-x", "c", "-", "-o", name, stdin=SOURCE)
                more = ["-fpreprocessed"] if name == "o.i" and compiler == "gcc" else []
                if name != "o.o":
                    self.run_in([compiler, *more, "-c", name, "-o", "o.o"])
                self.cc(compiler, "o.o", "-o", "prog")
                self.check(text="3 <stdin>\n")
            out = self.cc(compiler, "-Isrc", "-S", "-x", "c", "-", "-o", "-", stdin=SOURCE).stdout
            self.assertIn("spile_sites", out)

    def test_preprocessed_text(self):
        for compiler in COMPILERS:
            for flags in ([], ["-P"], ["-C"], ["-dD"], ["-fdirectives-only"]):
                if flags == ["-fdirectives-only"] and compiler != "gcc":
                    continue
                self.cc(compiler, "-E", *flags, "src/a.c", "-o", "a.i")
                self.assertNotIn(self.tmp, self.read("a.i"))
                more = ["-fpreprocessed", "-fdirectives-only"] if "-fdir" in str(flags) else []
                self.run_in([compiler, *more, "-c", "a.i", "-o", "a.o"])
                self.cc(compiler, "a.o", "-o", "prog")
                self.check()

    def test_preprocessed_text_that_is_compiled_by_the_launcher(self):
        """It is taken for what it is: another front end's output, not touched."""
        for compiler in COMPILERS:
            self.run_in([compiler, "-E", "src/a.c", "-o", "plain.i"])
            self.run_in([compiler, "-c", "plain.i", "-o", "plain.o"])
            self.cc(compiler, "-c", "plain.i", "-o", "ours.o")
            self.assertEqual(self.read("ours.o", "rb"), self.read("plain.o", "rb"))

    def test_assembly(self):
        for compiler in COMPILERS:
            for flags in (["-O0"], ["-O2", "-g", "-fverbose-asm"], ["-masm=intel"]):
                self.cc(compiler, *flags, "-S", "src/a.c", "-o", "a.s")
                self.assertNotIn(self.tmp, self.read("a.s"))
                self.cc(compiler, "a.s", "-o", "prog")
                self.check()

    def test_saved_temporary_files(self):
        for compiler in COMPILERS:
            for flags, folder in ((["-save-temps"], ""), (["-save-temps=obj"], "out/")):
                os.makedirs(f"{self.dir}/out", exist_ok=True)
                self.cc(compiler, *flags, "-c", "src/a.c", "-o", f"{folder}a.o")
                self.assertIn('"src/a.c"', self.read(f"{folder}a.i"))
                self.assertNotIn(self.tmp, self.read(f"{folder}a.i"))
                self.cc(compiler, f"{folder}a.s", "-o", "prog")
                self.check()

    def test_split_debug_data_names_the_source(self):
        for compiler in COMPILERS:
            for form in ("-gdwarf-4", "-gdwarf-5"):
                self.cc(compiler, "-g", form, "-gsplit-dwarf", "-c", "src/a.c", "-o", "a.o")
                # The name stands there as a string of its own.
                self.assertIn(b"\0src/a.c\0", self.read("a.dwo", "rb"))
                self.assertNotIn(self.tmp.encode(), self.read("a.dwo", "rb"))
                self.cc(compiler, "a.o", "-o", "prog")
                self.check()

    def test_mapped_paths(self):
        for compiler in COMPILERS:
            for option, named in (("-fdebug-prefix-map", False), ("-ffile-prefix-map", True)):
                self.cc(compiler, "-g", f"{option}={self.dir}=/mapped", "-c",
                        f"{self.dir}/src/a.c", "-o", "a.o")
                dump = self.run_in(["readelf", "--debug-dump=info", "a.o"]).stdout
                self.assertIn("/mapped", dump)
                self.assertNotIn(self.tmp, dump)
                self.assertNotRegex(dump, rf"DW_AT_(name|comp_dir).*{self.dir}")
                self.cc(compiler, "a.o", "-o", "prog")
                source = ("/mapped" if named else self.dir) + "/src/a.c"
                self.check(text=f"3 {source}\n")
            line = self.run_in(["readelf", "--debug-dump=rawline", "a.o"]).stdout
            self.assertNotIn(self.tmp, line)

    def test_messages_for_programs(self):
        forms = {"gcc": ["json", "text"], "clang": ["sarif", "clang", "msvc", "vi"]}
        self.write("src/m.c", MESSAGES)
        for compiler in COMPILERS:
            for form in forms["clang" if "clang" in compiler else "gcc"]:
                with self.subTest(compiler=compiler, form=form):
                    call = [compiler, "-Wall", f"-fdiagnostics-format={form}", "-c", "src/m.c"]
                    if "clang" in compiler:
                        call.append("-fno-caret-diagnostics")
                    plain = self.run_in(call).stderr
                    ours = self.cc(*call).stderr
                    self.assertIn("never", plain)
                    if form == "sarif":
                        ours, plain = (self.places(text) for text in (ours, plain))
                    self.assertEqual(ours, plain)
                    self.assertTrue(self.sites("m.o"))

    def places(self, text):
        """The lines and columns of SARIF's results; its list of files has our header too."""
        found = re.findall(r'"(\w+(?:Line|Column))":(\d+)', text)
        self.assertGreater(len(found), 6)
        return found

    def test_asm_of_a_body_is_there_once(self):
        """GCC made a copy of what follows a probe for each way out of it."""
        self.write("here.c", HERE)
        for compiler in COMPILERS:
            for level in ("-O1", "-O2", "-O3", "-Os"):
                for call in ([compiler], [CXX_OF[compiler], "-x", "c++"]):
                    self.cc(*call, level, "-S", "here.c", "-o", "here.s")
                    self.assertEqual(self.read("here.s").count("the program counter"), 1)


if __name__ == "__main__":
    unittest.main()
