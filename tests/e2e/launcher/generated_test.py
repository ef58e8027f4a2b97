"""Sources that the build itself writes, into its own folder."""

import os
import unittest

from counting_case import CountingCase
from launcher_case import COMPILERS, SPILE_CC

CMAKE = os.environ["TEST_CMAKE"]
SCRIPT = """#!/bin/sh
# make-table NAME TIMES: a source on stdout.
echo "int $1(void);"
echo "static int cell(int n) { return n; }"
echo "int $1(void)"
echo "{"
echo "  int sum = 0;"
echo "  for (int i = 0; i < $2; ++i)"
echo "    sum += cell(i);"
echo "  return sum;"
echo "}"
"""
MAIN = """#include <stdio.h>
#include "table.h"

int main(void)
{
  printf("%d\\n", TABLE());
  return 0;
}
"""
MAKEFILE = """VPATH = ../src
prog: main.o table.o
\t$(CC) $^ -o $@
table.c: times
\tsh ../src/make-table table `cat times` > $@
table.h:
\tprintf 'int table(void);\\n#define TABLE table\\n' > $@
main.o: table.h
%.o: %.c
\t$(CC) -Wall -Werror -I. -MMD -c $< -o $@
-include main.d table.d
"""
LISTS = """cmake_minimum_required(VERSION 3.25)
project(demo LANGUAGES C)
find_package(Spile REQUIRED)
add_custom_command(OUTPUT ${CMAKE_BINARY_DIR}/gen/table.c
  COMMAND sh ${CMAKE_SOURCE_DIR}/make-table table `cat ${CMAKE_SOURCE_DIR}/times`
    > ${CMAKE_BINARY_DIR}/gen/table.c
  DEPENDS make-table times)
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/gen)
file(WRITE ${CMAKE_BINARY_DIR}/gen/table.h "int table(void);\\n#define TABLE table\\n")
add_executable(prog main.c ${CMAKE_BINARY_DIR}/gen/table.c)
target_include_directories(prog PRIVATE ${CMAKE_BINARY_DIR}/gen)
spile_instrument(prog)
"""


class Generated(CountingCase):
    def setUp(self):
        super().setUp()
        self.write("src/make-table", SCRIPT)
        self.write("src/main.c", MAIN)

    def later(self, name, text, than):
        """A changed file that is newer than what was built."""
        path = self.write(name, text)
        stamp = os.stat(os.path.join(self.dir, than)).st_mtime_ns + 10 ** 9
        os.utime(path, ns=(stamp, stamp))

    def test_make(self):
        for compiler in COMPILERS:
            self.write(f"{compiler}/Makefile", MAKEFILE)
            self.write(f"{compiler}/times", "4\n")
            call = ["make", f"CC={SPILE_CC} {compiler}"]
            self.assertNotIn("spile-cc:", self.run_in(call, compiler).stderr)
            program = self.program("prog", compiler)
            self.assertEqual(self.rows(program, "6\n"), {
                ("main", "../src/main.c", "prog"): 1,
                ("table", "table.c", "prog"): 1, ("cell", "table.c", "prog"): 4})
            self.later(f"{compiler}/times", "5\n", f"{compiler}/prog")
            self.run_in(call, compiler)
            self.assertEqual(self.calls(program, "10\n"), {"main": 1, "table": 1, "cell": 5})

    def cmake(self, compiler, generator):
        folder = f"{compiler} {generator}"
        self.write("src/CMakeLists.txt", LISTS)
        self.write("src/times", "4\n")
        self.run_in([CMAKE, "-G", generator, "-S", "src", "-B", folder,
                     f"-DCMAKE_C_COMPILER={compiler}",
                     f"-DSpile_DIR={os.environ['SPILE_PACKAGE']}"])
        self.run_in([CMAKE, "--build", folder])
        program = self.program("prog", folder)
        self.assertEqual(self.calls(program, "6\n"), {"main": 1, "table": 1, "cell": 4})
        # Kept beside what it is made of, or below the folder for foreign sources.
        kept = [os.path.join(root, name)
                for root, _, names in os.walk(os.path.join(self.dir, folder, "spile"))
                for name in names if name == "table.c"]
        self.assertEqual(len(kept), 1, kept)
        self.assertIn('SPILE_SCOPE("cell")', self.read(kept[0]))
        self.later("src/times", "5\n", f"{folder}/prog")
        self.run_in([CMAKE, "--build", folder])
        self.assertEqual(self.calls(program, "10\n")["cell"], 5)

    def test_ninja(self):
        for compiler in COMPILERS:
            self.cmake(compiler, "Ninja")

    def test_makefiles_of_cmake(self):
        for compiler in COMPILERS:
            self.cmake(compiler, "Unix Makefiles")

    def test_bison_like_line_directives(self):
        """A generator names its own input: rows do so too."""
        self.write("src/table.h", "int table(void);\n#define TABLE table\n")
        self.write("gen/table.c", '#include "table.h"\n#line 40 "table.y"\n'
                   "int table(void)\n{\n  return 6;\n}\n")
        for compiler in COMPILERS:
            self.cc(compiler, "-Isrc", "src/main.c", "gen/table.c", "-o", "prog")
            rows = self.rows(self.program("prog"), "6\n")
            self.assertEqual(rows, {("main", "src/main.c", "prog"): 1,
                                    ("table", "table.y", "prog"): 1})


if __name__ == "__main__":
    unittest.main()
