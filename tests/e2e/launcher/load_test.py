"""Builds that do not link through spile-cc: objects load libspile themselves."""

import os
import unittest

from counting_case import CountingCase
from launcher_case import COMPILERS, CXX_OF, SPILE_CC

CMAKE = os.environ["TEST_CMAKE"]
LISTS = """cmake_minimum_required(VERSION 3.20)
project(demo LANGUAGES C CXX)
add_library(one STATIC one.c)
add_library(two SHARED two.cpp)
add_library(three MODULE three.c)
add_executable(prog main.c)
target_link_libraries(prog PRIVATE one two pthread dl)
"""
SOURCES = {
    "one.c": "int one(int n);\nint one(int n)\n{\n  return n + 1;\n}\n",
    "two.cpp": 'extern "C" int two(int n)\n{\n  return n + 2;\n}\n',
    "three.c": "int three(int n);\nint three(int n)\n{\n  return n + 3;\n}\n",
    "main.c": """#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
int one(int n);
int two(int n);
static void *work(void *unused)
{
  for (int i = 0; i < 1000; ++i)
    one(two(i));
  return unused;
}
int main(int argc, char **argv)
{
  pthread_t threads[3];
  int (*three)(int) = 0;
  void *plugin = argc > 1 ? dlopen(argv[1], RTLD_NOW) : 0;
  if (plugin)
    *(void **)&three = dlsym(plugin, "three");
  for (int i = 0; i < 3; ++i)
    pthread_create(threads + i, 0, work, 0);
  for (int i = 0; i < 3; ++i)
    pthread_join(threads[i], 0);
  printf("%d\\n", three ? three(one(1)) : 0);
  return 0;
}
"""}
CALLS = {"main": 1, "work": 3, "one": 3001, "two": 3000, "three": 1}
LAUNCH = "-DCMAKE_{}_{}_LAUNCHER={}"


class Load(CountingCase):
    def setUp(self):
        super().setUp()
        for name, text in SOURCES.items():
            self.write(f"p/{name}", text)
        self.write("p/CMakeLists.txt", LISTS)

    def cmake(self, compiler, *defines):
        flags = "-Wall -Wextra -Wpedantic -Werror -O1"
        self.run_in([CMAKE, "-G", "Ninja", "-S", "p", "-B", f"b-{compiler}",
                     f"-DCMAKE_C_COMPILER={compiler}", f"-DCMAKE_CXX_COMPILER={CXX_OF[compiler]}",
                     f"-DCMAKE_C_FLAGS={flags}", f"-DCMAKE_CXX_FLAGS={flags}", *defines])
        done = self.run_in([CMAKE, "--build", f"b-{compiler}", "-j2"])
        self.assertNotIn("spile-cc: ", done.stdout + done.stderr)
        return f"b-{compiler}"

    def launchers(self, *kinds):
        return [LAUNCH.format(language, kind, os.path.abspath(SPILE_CC))
                for language in ("C", "CXX") for kind in kinds]

    def test_compiler_launchers_are_enough_for_cmake(self):
        for compiler in COMPILERS:
            folder = self.cmake(compiler, *self.launchers("COMPILER"))
            self.assertFalse(self.needed(f"{folder}/prog"))
            self.assertEqual(self.calls([f"./{folder}/prog", f"{folder}/libthree.so"], "5\n"),
                             CALLS)

    def test_with_linker_launchers_the_link_names_libspile(self):
        for compiler in COMPILERS:
            folder = self.cmake(compiler, *self.launchers("COMPILER", "LINKER"))
            self.assertTrue(self.needed(f"{folder}/prog"))
            self.assertEqual(self.calls([f"./{folder}/prog", f"{folder}/libthree.so"], "5\n"),
                             CALLS)

    def compiled(self, compiler, mode, name):
        self.cc(compiler, "-O2", "-fPIC", "-c", f"p/{name}.c", "-o", f"{name}.o",
                SPILE_RUNTIME=mode)

    def test_with_a_plain_link(self):
        for compiler in COMPILERS:
            for flags in ([], ["-no-pie"], ["-s"]):
                for name in ("main", "one"):
                    self.compiled(compiler, "load", name)
                self.write("two.c", SOURCES["two.cpp"].replace('extern "C"', ""))
                self.run_in([compiler, *flags, "main.o", "one.o", "two.c", "-o", "prog",
                             "-pthread", "-ldl"])
                self.assertEqual(self.calls(["./prog"], "0\n"),
                                 {"main": 1, "work": 3, "one": 3000})

    def test_beside_objects_that_name_libspile(self):
        self.compiled("gcc", "load", "one")
        self.compiled("gcc", "", "main")
        self.write("two.c", SOURCES["two.cpp"].replace('extern "C"', ""))
        self.cc("gcc", "main.o", "one.o", "two.c", "-o", "prog", "-pthread", "-ldl")
        self.assertEqual(self.calls(["./prog"], "0\n"),
                         {"main": 1, "work": 3, "one": 3000, "two": 3000})

    def test_without_libspile_it_says_so_and_runs(self):
        self.compiled("gcc", "load", "main")
        self.compiled("gcc", "load", "one")
        self.write("two.c", SOURCES["two.cpp"].replace('extern "C"', ""))
        for name in ("main", "one"):
            text = self.read(f"{name}.o", "rb")
            self.assertIn(b"libspile.so.0", text)
            with open(os.path.join(self.dir, f"{name}.o"), "wb") as file:
                file.write(text.replace(b"libspile.so.0", b"libspilX.so.0"))
        self.run_in(["gcc", "main.o", "one.o", "two.c", "-o", "prog", "-pthread", "-ldl"])
        done = self.run_in(["./prog"])
        self.assertEqual(done.stdout, "0\n")
        self.assertRegex(done.stderr, r"\Aspile: cannot load /\S+/libspilX\.so\.0: "
                                      r"nothing is recorded\n\Z")


if __name__ == "__main__":
    unittest.main()
