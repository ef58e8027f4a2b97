"""Meson: shared and static libraries, a program, its tests."""

import shutil
import unittest

from counting_case import CountingCase, cxx
from launcher_case import COMPILERS, SPILE_CC

BUILD = """project('demo', 'c', 'cpp', default_options: ['warning_level=3', 'werror=true'])
add_project_arguments('-DLEVEL=2', language: 'c')
deep = static_library('deep', 'lib/deep.c')
part = shared_library('part', 'lib/part.c', 'lib/inner.cpp', link_with: deep,
  version: '1.2', soversion: '1', gnu_symbol_visibility: 'default')
made = custom_target('made', output: 'made.c', input: 'src/make.sh',
  command: ['sh', '@INPUT@'], capture: true)
prog = executable('prog', 'src/main.c', made, link_with: part)
check = executable('check', 'src/check.c', link_with: part)
test('right', check, args: ['4'])
test('wrong', check, args: ['5'], should_fail: true)
"""
SOURCES = {
    "lib/deep.c": "int deep(int n);\n\nint deep(int n)\n{\n  return LEVEL * n;\n}\n",
    "lib/part.c": "int inner(int n);\nint deep(int n);\nint part(int n);\n\n"
                  "int part(int n)\n{\n  return inner(n) + deep(n);\n}\n",
    "lib/inner.cpp": 'extern "C" int inner(int n);\n\nint inner(int n)\n{\n  return n + 1;\n}\n',
    "src/main.c": "#include <stdio.h>\nint part(int n);\nint made(int n);\n\nint main(void)\n{\n"
                  '  printf("%d\\n", part(1) + made(part(2)));\n  return 0;\n}\n',
    "src/make.sh": "echo 'int made(int n);'\necho 'int made(int n) { return n; }'\n",
    "src/check.c": "#include <stdlib.h>\nint part(int n);\n\nint main(int argc, char **argv)\n{\n"
                   "  return argc < 2 || part(1) != atoi(argv[1]);\n}\n"}


@unittest.skipUnless(shutil.which("meson") and shutil.which("ninja"), "there is no meson")
class Meson(CountingCase):
    def setUp(self):
        super().setUp()
        self.write("p/meson.build", BUILD)
        for name, text in SOURCES.items():
            self.write(f"p/{name}", text)

    def setup_build(self, compiler, folder, *options):
        done = self.run_in(["meson", "setup", *options, "p", folder],
                           CC=f"{SPILE_CC} {compiler}", CXX=f"{SPILE_CC} {cxx(compiler)}")
        self.assertIn("clang" if "clang" in compiler else "gcc",
                      done.stdout[done.stdout.index("C compiler for the host"):])
        self.assertNotIn("spile-cc:", done.stdout + done.stderr)

    def compile(self, folder):
        done = self.run_in(["meson", "compile", "-v", "-C", folder])
        self.assertNotIn("spile-cc:", done.stdout + done.stderr)
        return done.stdout

    def check(self, folder):
        part = "libpart.so.1"
        rows = self.rows(self.program("prog", folder), "11\n")
        self.assertEqual(rows, {
            ("main", "../p/src/main.c", "prog"): 1, ("made", "made.c", "prog"): 1,
            ("part", "../p/lib/part.c", part): 2, ("inner", "../p/lib/inner.cpp", part): 2,
            ("deep", "../p/lib/deep.c", part): 2})

    def test_builds_runs_and_passes_its_tests(self):
        for compiler in COMPILERS:
            folder = f"b-{compiler}"
            self.setup_build(compiler, folder, "--buildtype=debugoptimized")
            self.compile(folder)
            self.check(folder)
            tests = self.run_in(["meson", "test", "-C", folder]).stdout
            self.assertRegex(tests, r"Ok: +1")
            self.assertRegex(tests, r"Expected Fail: +1")

    def test_compiles_again_what_a_changed_configuration_concerns(self):
        self.setup_build("gcc", "b", "-Db_lto=true", "-Db_ndebug=true", "-Db_sanitize=undefined")
        self.compile("b")
        self.check("b")
        self.assertNotIn("main.c", self.compile("b"))
        self.write(".spile.yaml", "instrument:\n  - functions: [part]\n")
        self.assertIn("main.c", self.compile("b"))
        self.assertEqual(self.calls(self.program("prog", "b"), "11\n"), {"part": 2})


if __name__ == "__main__":
    unittest.main()
