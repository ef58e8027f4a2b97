"""Functions in headers, and one header under several names."""

import os
import unittest

from counting_case import HEADERS, RUNTIME, SPILE, CountingCase
from launcher_case import COMPILERS, CXX_OF

GUARD = "#ifndef STEP_H\n#define STEP_H\n@\n#endif\n"
ONCE = "#pragma once\n@\n"
BODY = """
static inline int step(int n)
{
  return n + 1;
}
"""
MAIN = """#include <stdio.h>
#include "@FIRST@"
#include "@SECOND@"
int other(int);

int main(void)
{
  printf("%d\\n", step(other(step(0))));
  return 0;
}
"""
OTHER = '#include "@FIRST@"\n\nint other(int);\nint other(int n)\n{\n  return step(n);\n}\n'
NAMES = [("step.h", "../src/step.h"), ("../src/step.h", "step.h"), ("step.h", "link.h"),
         ("link.h", "step.h"), ("@ABS@", "step.h"), ("../folder/step.h", "link.h")]


class Headers(CountingCase):
    def setUp(self):
        super().setUp()
        self.write(".spile.yaml", 'headers: true\ninstrument:\n  - functions: ["*"]\n')
        self.write("top/src/step.h", "")
        os.symlink("step.h", f"{self.dir}/top/src/link.h")
        os.symlink("src", f"{self.dir}/top/folder")

    def each(self):
        for form in (GUARD, ONCE):
            for first, second in NAMES:
                self.write("top/src/step.h", form.replace("@", BODY))
                for name, text in (("main.c", MAIN), ("other.c", OTHER)):
                    text = text.replace("@FIRST@", first).replace("@SECOND@", second)
                    self.write(f"top/src/{name}",
                               text.replace("@ABS@", f"{self.dir}/top/src/step.h"))
                yield first, self.subTest(form=form, first=first, second=second)

    def test_one_header_by_two_names_is_defined_and_counted_once(self):
        for _, case in self.each():
            with case:
                for compiler in COMPILERS:
                    for call in ([compiler], [CXX_OF[compiler], "-x", "c++", "-O1"]):
                        self.cc(*call, "top/src/main.c", "top/src/other.c", "-o", "prog")
                        self.assertEqual(self.calls(self.program("prog"), "3\n"),
                                         {"main": 1, "other": 1, "step": 3})

    def check_tree(self, folder, compilers):
        """It compiles as the original does, and the header is timed by whatever name."""
        for compiler in compilers:
            self.run_in([compiler, "-Wall", "-Werror", f"-I{HEADERS}", f"{folder}/src/main.c",
                         f"{folder}/src/other.c", "-o", "prog", f"-L{RUNTIME}", "-lspile",
                         f"-Wl,-rpath,{RUNTIME}"])
            self.assertEqual(self.calls(self.program("prog"), "3\n"),
                             {"main": 1, "other": 1, "step": 3})

    def test_instrumented_tree(self):
        for number, (first, case) in enumerate(self.each()):
            if first == "@ABS@":  # names the original
                continue
            with case:
                self.run_in([SPILE, "instrument", "-o", f"../out{number}", ".", "--"], cwd="top")
                self.check_tree(f"out{number}", COMPILERS)

    def test_in_place_and_back(self):
        for _, case in self.each():
            with case:
                before = self.read("top/src/step.h")
                self.run_in([SPILE, "instrument", "-i", "top", "--"])
                self.assertTrue(os.path.islink(f"{self.dir}/top/src/link.h"))
                self.assertEqual(self.read("top/src/step.h").count("SPILE_SCOPE"), 1)
                self.check_tree("top", COMPILERS[-1:])
                self.run_in([SPILE, "strip", "top"])
                self.assertEqual(self.read("top/src/step.h"), before)


if __name__ == "__main__":
    unittest.main()
