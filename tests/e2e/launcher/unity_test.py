"""Several sources compiled as one: by CMake, and by a file that includes the others."""

import os
import unittest

from counting_case import CountingCase, cxx
from launcher_case import COMPILERS

CMAKE = os.environ["TEST_CMAKE"]
LISTS = """cmake_minimum_required(VERSION 3.25)
project(unity LANGUAGES @L@)
find_package(Spile REQUIRED)
add_executable(prog main.@E@ a.@E@ sub/b.@E@)
set_target_properties(prog PROPERTIES UNITY_BUILD ON UNITY_BUILD_UNIQUE_ID UNIT)
spile_instrument(prog)
"""
PART = """#include "@UP@all.h"
#define JOIN2(a, b) a##b
#define JOIN(a, b) JOIN2(a, b)
#define own JOIN(own_@N@, UNIT)

static int own(int x)
{
  return x + @N@;
}
int part_@N@(int x)
{
  return own(own(x));
}
#undef own
#undef JOIN
#undef JOIN2
"""
MAIN = """#include <stdio.h>
#include "all.h"
int main(void)
{
  printf("%d\\n", part_1(0) + part_2(0));
  return 0;
}
"""
# Names that are equal in both: apart by a macro, as hand-written unity builds do it.
EQUAL = "static int step(int x)\n{\n  return x + @N@;\n}\n" \
        "int part_@N@(int x)\n{\n  return step(step(x));\n}\n"
ALL = '#define step step_1\n#include "one.c"\n#undef step\n' \
      '#define step step_2\n#include "two.c"\n#undef step\n#include "main.c"\n'
HEADERS_TOO = 'headers: true\ninstrument:\n  - functions: ["*"]\n'
MAIN_ONLY = HEADERS_TOO.replace("true", "false")


class Unity(CountingCase):
    def test_cmake_as_one_file(self):
        """The files stand in one that CMake writes: to the compiler they are headers."""
        for compiler in COMPILERS:
            for suffix, language in (("c", "C"), ("cpp", "CXX")):
                folder = f"{compiler}-{suffix}"
                self.write(f"{folder}/CMakeLists.txt",
                           LISTS.replace("@E@", suffix).replace("@L@", language))
                self.write(f"{folder}/all.h", "int part_1(int x);\nint part_2(int x);\n")
                self.write(f"{folder}/main.{suffix}", MAIN)
                for n, name, up in (("1", "a", ""), ("2", "sub/b", "../")):
                    self.write(f"{folder}/{name}.{suffix}",
                               PART.replace("@N@", n).replace("@UP@", up))
                program = cxx(compiler) if language == "CXX" else compiler
                self.check_cmake(folder, f"-DCMAKE_{language}_COMPILER={program}")

    def check_cmake(self, folder, compiler):
        self.run_in([CMAKE, "-G", "Ninja", "-S", folder, "-B", f"{folder}/b", compiler,
                     f"-DSpile_DIR={os.environ['SPILE_PACKAGE']}"])
        for headers in (False, True):
            self.write(f"{folder}/.spile.yaml", HEADERS_TOO if headers else MAIN_ONLY)
            built = self.run_in([CMAKE, "--build", f"{folder}/b"])
            self.assertNotIn("spile-cc:", built.stdout)
            calls = self.calls(self.program("prog", f"{folder}/b"), "6\n")
            if headers:
                own = {n: calls.pop(n) for n in list(calls) if n.startswith("own_")}
                self.assertEqual(sorted(own.values()), [2, 2])
                self.assertEqual(calls, {"part_1": 1, "part_2": 1, "main": 1})
            else:
                self.assertEqual(calls, {})

    def test_a_file_that_includes_the_others(self):
        self.write("src/one.c", EQUAL.replace("@N@", "1"))
        self.write("src/two.c", EQUAL.replace("@N@", "2"))
        self.write("src/all.h", "int part_1(int x);\nint part_2(int x);\n")
        self.write("src/main.c", MAIN)
        self.write("src/all.c", ALL + "int all(void);\nint all(void)\n{\n  return 0;\n}\n")
        want = {"all": 0}
        for compiler in COMPILERS:
            self.assertEqual(self.built(compiler, "src/all.c", text="6\n"), want)
        self.write(".spile.yaml", HEADERS_TOO)
        want.update(step_1=2, step_2=2, part_1=1, part_2=1, main=1)
        for compiler in COMPILERS:
            self.assertEqual(self.built(compiler, "src/all.c", text="6\n"), want)

    def test_equal_names_of_two_files_that_are_compiled_apart_and_as_one(self):
        """What is instrumented alone is so in the sum too, each with its own file."""
        self.write(".spile.yaml", HEADERS_TOO)
        for n, name in (("1", "one"), ("2", "two")):
            self.write(f"src/{name}.c", EQUAL.replace("@N@", n))
        self.write("src/all.h", "int part_1(int x);\nint part_2(int x);\n")
        self.write("src/main.c", MAIN)
        for compiler in COMPILERS:
            self.cc(compiler, "src/one.c", "src/two.c", "src/main.c", "-o", "prog")
            rows = self.rows(self.program("prog"), "6\n")
            self.assertEqual(rows, {
                ("step", "src/one.c", "prog"): 2, ("part_1", "src/one.c", "prog"): 1,
                ("step", "src/two.c", "prog"): 2, ("part_2", "src/two.c", "prog"): 1,
                ("main", "src/main.c", "prog"): 1})


if __name__ == "__main__":
    unittest.main()
