"""find_package(Spile) and spile_instrument(), with Ninja and Make."""

import os
import shutil
import time
import unittest

from launcher_case import LauncherCase

PACKAGE = os.environ["SPILE_PACKAGE"]
CMAKE = os.environ["TEST_CMAKE"]
LISTS = """cmake_minimum_required(VERSION 3.25)
project(demo LANGUAGES C CXX)
find_package(Spile REQUIRED)
add_executable(prog main.c one.c)
target_sources(prog PRIVATE two.cpp)
@CALL@
"""


class CMake(LauncherCase):
    def setUp(self):
        super().setUp()
        self.write("p/one.h", "int one(void);\n")
        self.write("p/main.c", '#include "one.h"\nint main(void)\n{\n  return one() - 1;\n}\n')
        self.write("p/one.c", '#include "one.h"\nint one(void)\n{\n  return 1;\n}\n')
        self.write("p/two.cpp", "int two()\n{\n  return 2;\n}\n")
        self.write("p/mine.yaml", 'instrument:\n  - functions: ["*"]\n')

    def configure(self, call, generator="Ninja", check=True):
        self.write("p/CMakeLists.txt", LISTS.replace("@CALL@", call))
        return self.run_in([CMAKE, "-G", generator, "-S", "p", "-B", "b",
                            f"-DSpile_DIR={PACKAGE}"], check=check)

    def build(self):
        result = self.run_in([CMAKE, "--build", "b", "-j2", "--verbose"])
        self.assertNotIn("spile-cc: ", result.stdout + result.stderr)
        return sorted({name for name in ("main.c", "one.c", "two.cpp")
                       if f"-c {self.dir}/p/{name}" in result.stdout})

    def touch(self, name, text=None):
        time.sleep(1.1)  # make knows seconds
        path = os.path.join(self.dir, name)
        if text is None:
            os.utime(path)
        else:
            self.write(name, text)

    def rebuilds(self, generator):
        self.configure("spile_instrument(prog CONFIG mine.yaml)", generator)
        self.assertEqual(self.build(), ["main.c", "one.c", "two.cpp"])
        self.assertTrue(self.needed("b/prog"))
        self.run_in([f"{self.dir}/b/prog"])
        self.assertIn("SPILE_SCOPE", self.read("b/spile/prog/one.c"))
        self.assertEqual(self.build(), [])
        self.touch("p/one.h")
        self.assertEqual(self.build(), ["main.c", "one.c"])
        self.touch("p/mine.yaml", 'instrument:\n  - functions: ["one"]\n')
        self.assertEqual(self.build(), ["main.c", "one.c", "two.cpp"])
        self.touch("p/two.cpp")
        self.assertEqual(self.build(), ["two.cpp"])

    @unittest.skipUnless(shutil.which("ninja"), "there is no ninja")
    def test_ninja(self):
        self.rebuilds("Ninja")

    def test_make(self):
        self.rebuilds("Unix Makefiles")

    def test_functions_by_name(self):
        self.configure('spile_instrument(prog FUNCTIONS "one" "tw*")', "Unix Makefiles")
        self.build()
        objects = "b/CMakeFiles/prog.dir/"
        self.assertTrue(self.sites(objects + "one.c.o"))
        self.assertTrue(self.sites(objects + "two.cpp.o"))
        self.assertFalse(self.sites(objects + "main.c.o"))
        time.sleep(1.1)
        self.configure('spile_instrument(prog FUNCTIONS "main")', "Unix Makefiles")
        self.assertEqual(self.build(), ["main.c", "one.c", "two.cpp"])
        self.assertTrue(self.sites(objects + "main.c.o"))
        self.assertFalse(self.sites(objects + "one.c.o"))

    def test_mistakes(self):
        self.write("p/i.cmake", "")
        for call, text in (
                ("spile_instrument(nothing)", "there is no target 'nothing'"),
                ("add_library(i INTERFACE)\nspile_instrument(i)", "'i' compiles nothing"),
                ("add_library(i SHARED IMPORTED)\nspile_instrument(i)", "'i' is imported"),
                ("add_executable(a ALIAS prog)\nspile_instrument(a)", "'a' is an alias"),
                ("spile_instrument(prog)\nspile_instrument(prog)", "instrumented already"),
                ("spile_instrument(prog CONFIG gone.yaml)", "there is no configuration"),
                ("spile_instrument(prog CONFG x)", "unknown argument 'CONFG;x'")):
            result = self.configure(call, check=False)
            self.assertNotEqual(result.returncode, 0, call)
            self.assertIn(text, " ".join(result.stderr.split()))

    def test_static_library_and_plain_signature(self):
        self.write("p/lib.c", "int lib(void)\n{\n  return 0;\n}\n")
        self.configure("add_library(l STATIC lib.c)\ntarget_link_libraries(prog l)\n"
                       "spile_instrument(l)\nspile_instrument(prog)")
        self.build()
        self.run_in([f"{self.dir}/b/prog"])
        self.assertTrue(self.needed("b/prog"))

    def test_diff(self):
        self.configure("spile_instrument(prog CONFIG mine.yaml)")
        if not os.path.exists(os.path.join(os.path.dirname(
                os.environ["SPILE_CC_UNDER_TEST"]), "spile")):
            self.skipTest("spile is not built")
        result = self.run_in([CMAKE, "--build", "b", "--target", "prog-spile-diff"])
        self.assertIn('+++ ', result.stdout)
        self.assertIn('SPILE_SCOPE("one")', result.stdout)


if __name__ == "__main__":
    unittest.main()
