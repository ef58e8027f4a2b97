"""Precompiled headers: of CMake's, and GCC's .gch made by hand."""

import os
import unittest

from counting_case import CountingCase, cxx
from launcher_case import COMPILERS

CMAKE = os.environ["TEST_CMAKE"]
LISTS = """cmake_minimum_required(VERSION 3.25)
project(pch LANGUAGES @L@)
find_package(Spile REQUIRED)
add_library(more STATIC two.@E@)
target_precompile_headers(more PRIVATE base.h <string.h>)
add_executable(prog main.@E@ one.@E@)
target_precompile_headers(prog REUSE_FROM more)
target_link_libraries(prog PRIVATE more)
spile_instrument(prog)
spile_instrument(more)
"""
BASE = """#ifndef BASE_H
#define BASE_H
#include <stdio.h>
#define STEP 3
int one(int), two(int);
static inline int twice(int n)
{
  return 2 * n;
}
#endif
"""
# None includes base.h where CMake puts it before the file.
MAIN = """
int main(void)
{
  printf("%d\\n", one(1) + two(2));
  return (int)strlen("");
}
"""
ONE = "\nint one(int n)\n{\n  return twice(n) + STEP;\n}\n"
TWO = "\nint two(int n)\n{\n  return twice(twice(n)) + STEP;\n}\n"
CALLS = {"main": 1, "one": 1, "two": 1}
TEXT = "16\n"


class Precompiled(CountingCase):
    def cmake(self, compiler, generator, languages):
        for suffix, language in languages:
            folder = f"{compiler}-{suffix}"
            self.write(f"{folder}/CMakeLists.txt",
                       LISTS.replace("@E@", suffix).replace("@L@", language))
            self.write(f"{folder}/base.h", BASE)
            for name, text in (("main", MAIN), ("one", ONE), ("two", TWO)):
                self.write(f"{folder}/{name}.{suffix}", text)
            program = cxx(compiler) if language == "CXX" else compiler
            self.run_in([CMAKE, "-G", generator, "-S", folder, "-B", f"{folder}/b",
                         f"-DCMAKE_{language}_COMPILER={program}",
                         f"-DSpile_DIR={os.environ['SPILE_PACKAGE']}"])
            built = self.run_in([CMAKE, "--build", f"{folder}/b"])
            self.assertNotIn("compiled as it was", built.stdout + built.stderr)
            self.assertEqual(self.calls(self.program("prog", f"{folder}/b"), TEXT), CALLS)

    def test_cmake_with_ninja(self):
        for compiler in COMPILERS:
            with self.subTest(compiler=compiler):
                self.cmake(compiler, "Ninja", (("c", "C"), ("cpp", "CXX")))

    def test_cmake_with_make(self):
        for compiler in COMPILERS:
            with self.subTest(compiler=compiler):
                self.cmake(compiler, "Unix Makefiles", (("cpp", "CXX"),))

    def by_hand(self, *flags):
        self.write("src/base.h", BASE)
        for name, text in (("main", "#include <string.h>" + MAIN), ("one", ONE), ("two", TWO)):
            self.write(f"src/{name}.c", '#include "base.h"\n' + text)
        self.run_in(["gcc", *flags, "src/base.h", "-o", "src/base.h.gch"])
        plain = self.run_in(["gcc", *flags, "-H", "-c", "src/one.c", "-o", "one.o"])
        self.assertIn("! src/base.h.gch", plain.stderr)

    def test_a_header_precompiled_by_hand_as_first_include(self):
        for flags in ([], ["-O2", "-g", "-std=c99"]):
            self.by_hand(*flags)
            result = self.cc("gcc", *flags, "-Winvalid-pch", "-Werror", "src/main.c",
                             "src/one.c", "src/two.c", "-o", "prog")
            self.assertEqual(result.stderr, "")
            used = self.cc("gcc", *flags, "-H", "-c", "src/one.c", "-o", "one.o").stderr
            self.assertIn("! src/base.h.gch", used)
            self.assertEqual(self.calls(self.program("prog"), TEXT), CALLS)

    def test_a_header_precompiled_by_hand_that_stands_alone(self):
        """The .gch is all there is."""
        self.by_hand()
        os.remove(f"{self.dir}/src/base.h")
        self.run_in(["gcc", "-c", "src/one.c", "-o", "one.o"])
        result = self.cc("gcc", "-c", "src/one.c", "-o", "ours.o", quiet=False)
        self.assertIn("src/one.c: compiled as it was: ", result.stderr)
        self.assertEqual(self.read("ours.o", "rb"), self.read("one.o", "rb"))

    def test_precompiling_is_done_as_it_was(self):
        for compiler in COMPILERS:
            self.write("src/base.h", BASE)
            made = "src/base.h.gch" if compiler == "gcc" else "src/base.h.pch"
            self.cc(compiler, "-x", "c-header", "src/base.h", "-o", made)
            if compiler == "gcc":
                self.cc(compiler, "src/base.h")
            self.assertNotIn(b"spile_i_", self.read(made, "rb"))
            self.write("src/one.c", '#include "base.h"\n' + ONE)
            use = [] if compiler == "gcc" else ["-include-pch", made]
            self.cc(compiler, *use, "-c", "src/one.c", "-o", "one.o")
            self.assertTrue(self.sites("one.o"))
            os.remove(os.path.join(self.dir, made))

    def test_a_changed_configuration_reaches_files_behind_a_precompiled_header(self):
        self.by_hand()
        for rule, want in (("[one]", {"one": 1}), ("[one, two]", {"one": 1, "two": 1})):
            self.write(".spile.yaml", f"instrument:\n  - functions: {rule}\n")
            self.cc("gcc", "src/main.c", "src/one.c", "src/two.c", "-o", "prog")
            self.assertEqual(self.calls(self.program("prog"), TEXT), want)


if __name__ == "__main__":
    unittest.main()
