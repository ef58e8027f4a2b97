"""Options of the link, and what people do to linked and unlinked files afterwards."""

import os
import shutil
import unittest

from counting_case import CountingCase, cxx
from launcher_case import COMPILERS

MAIN = "#include <stdio.h>\nint part(int n);\n\nint main(void)\n{\n" \
       '  printf("%d\\n", part(part(1)));\n  return 0;\n}\n'
PART = "static int inner(int n)\n{\n  return 2 * n;\n}\nint part(int n);\n" \
       "int part(int n)\n{\n  return inner(n);\n}\n"
CALLS = {"main": 1, "part": 2, "inner": 2}
CXX = "#include <cstdio>\n#include <string>\n\nnamespace a {\nstruct Box {\n" \
      "  std::string text;\n  explicit Box(int n) : text(n, 'x') {}\n" \
      "  int size() const { return static_cast<int>(text.size()); }\n};\n}\n\n" \
      'int main() {\n  std::printf("%d\\n", a::Box(4).size());\n}\n'


class Linking(CountingCase):
    def setUp(self):
        super().setUp()
        self.write("main.c", MAIN)
        self.write("part.c", PART)
        self.write("a.cpp", CXX)

    def test_options_of_programs(self):
        for compiler in COMPILERS:
            for flags in (["-Wl,-z,defs"], ["-Wl,--as-needed"], ["-Wl,--no-undefined"],
                          ["-Wl,--no-as-needed", "-Wl,--fatal-warnings"], ["-no-pie", "-fno-pie"],
                          ["-pie", "-fPIE", "-Wl,-z,now,-z,relro"], ["-fvisibility=hidden"],
                          ["-rdynamic"], ["-s"], ["-Wl,--build-id=none,-O1"],
                          ["-Wl,--whole-archive", "-Wl,--no-whole-archive"],
                          ["-Wl,--start-group", "-lm", "-Wl,--end-group"], ["-Wl,-Bsymbolic"]):
                with self.subTest(compiler=compiler, flags=flags):
                    self.assertEqual(self.built(compiler, *flags, "main.c", "part.c",
                                                text="4\n"), CALLS)
                    self.assertTrue(self.needed("prog"))

    def test_without_a_shared_runtime(self):
        for compiler in COMPILERS:
            for flags in (["-static"], ["-static-pie", "-fPIE"], ["-static", "-O2", "-s"],
                          ["-static", "-Wl,--gc-sections", "-ffunction-sections"]):
                with self.subTest(compiler=compiler, flags=flags):
                    self.assertEqual(self.built(compiler, *flags, "main.c", "part.c",
                                                text="4\n"), CALLS)
                    self.assertFalse(self.needed("prog"))
            self.cc(cxx(compiler), "-static", "a.cpp", "-o", "prog")
            self.assertEqual(self.calls(self.program("prog"), "4\n"),
                             {"main": 1, "a::Box::Box": 1, "a::Box::size": 1})

    def test_other_linkers(self):
        linkers = [f"-fuse-ld={name}" for name in ("gold", "bfd", "lld")
                   if shutil.which(f"ld.{name}")]
        self.assertTrue(linkers)
        for compiler in COMPILERS:
            for linker in linkers:
                for more in ([], ["-static"]):
                    with self.subTest(compiler=compiler, linker=linker, more=more):
                        self.assertEqual(self.built(compiler, linker, *more, "main.c", "part.c",
                                                    text="4\n"), CALLS)

    def test_stripped_programs_and_libraries(self):
        for compiler in COMPILERS:
            self.cc(compiler, "-g", "-fPIC", "-shared", "part.c", "-o", "libpart.so")
            self.cc(compiler, "-g", "main.c", "-L.", "-lpart", "-Wl,-rpath,$ORIGIN", "-o", "prog")
            for how in (["strip", "-g"], ["strip", "--strip-unneeded"], ["strip", "-s"],
                        ["strip", "-s", "-R", ".comment"]):
                self.run_in([*how, "prog", "libpart.so"])
                self.assertEqual(self.calls(self.program("prog"), "4\n"), CALLS)
            if shutil.which("llvm-strip-19"):
                self.run_in(["llvm-strip-19", "--strip-sections", "prog"])
                self.assertEqual(self.calls(self.program("prog"), "4\n"), CALLS)

    def test_debug_data_kept_apart(self):
        for compiler in COMPILERS:
            self.cc(compiler, "-g", "main.c", "part.c", "-o", "prog")
            self.run_in(["objcopy", "--only-keep-debug", "prog", "prog.debug"])
            self.run_in(["objcopy", "--strip-all", "--add-gnu-debuglink=prog.debug", "prog"])
            self.assertEqual(self.calls(self.program("prog"), "4\n"), CALLS)

    def test_partial_links(self):
        for compiler in COMPILERS:
            self.cc(compiler, "-ffunction-sections", "-c", "main.c", "part.c")
            for how in (["ld", "-r"], ["ld", "-r", "-x"], [compiler, "-r", "-nostdlib"],
                        ["ld", "-r", "--gc-sections", "-e", "main", "-u", "main"]):
                with self.subTest(compiler=compiler, how=how):
                    self.run_in([*how, "main.o", "part.o", "-o", "both.o"])
                    self.assertEqual(self.built(compiler, "both.o", text="4\n"), CALLS)

    def test_objects_that_objcopy_changed(self):
        for compiler in COMPILERS:
            self.cc(compiler, "-g", "-c", "main.c", "part.c")
            for how in (["--localize-hidden"], ["--strip-debug"], ["--strip-unneeded"],
                        ["--redefine-sym", "part=other"], ["--weaken-symbol=part"]):
                with self.subTest(compiler=compiler, how=how):
                    for name in ("main", "part"):
                        self.run_in(["objcopy", *how, f"{name}.o", f"{name}2.o"])
                    self.assertEqual(self.built(compiler, "main2.o", "part2.o", text="4\n"),
                                     CALLS)

    def test_a_moved_program_finds_the_runtime(self):
        for compiler in COMPILERS:
            self.cc(compiler, "main.c", "part.c", "-o", "prog")
            os.makedirs(f"{self.dir}/other/bin", exist_ok=True)
            os.replace(f"{self.dir}/prog", f"{self.dir}/other/bin/prog")
            self.assertEqual(self.calls(self.program("prog", "other/bin"), "4\n"), CALLS)


if __name__ == "__main__":
    unittest.main()
