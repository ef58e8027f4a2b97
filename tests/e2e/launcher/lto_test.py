"""Link-time optimisation and sections that the linker drops."""

import shutil
import unittest

from counting_case import CountingCase, cxx
from launcher_case import COMPILERS

PART = """int used(int n), dropped(int n), also_dropped(int n);

static int inner(int n)
{
  return n + 1;
}

int used(int n)
{
  return inner(inner(n));
}

int dropped(int n)
{
  return inner(n);
}

int also_dropped(int n)
{
  return dropped(n);
}
"""
MAIN = """#include <stdio.h>
int used(int n);

int main(void)
{
  int sum = 0;
  for (int i = 0; i < 5; ++i)
    sum = used(sum);
  printf("%d\\n", sum);
  return 0;
}
"""
CALLS = {"main": 1, "used": 5, "inner": 10}
TEXT = "10\n"


class LinkTime(CountingCase):
    def setUp(self):
        super().setUp()
        self.write("src/main.c", MAIN)
        self.write("lib/part.c", PART)

    def check(self, calls):
        """Exact calls of what runs; what was dropped may be listed, never called."""
        self.assertEqual({n: c for n, c in calls.items() if c}, CALLS)
        self.assertLessEqual(set(calls), {*CALLS, "dropped", "also_dropped"})

    def linked(self, compiler, compile_flags, link_flags=None, archiver=None):
        for name, source in (("main.o", "src/main.c"), ("part.o", "lib/part.c")):
            self.cc(compiler, *compile_flags, "-c", source, "-o", name)
        part = "part.o"
        if archiver:
            part = "libpart.a"
            self.run_in([archiver, "rcs", part, "part.o"])
        flags = compile_flags if link_flags is None else link_flags
        self.cc(compiler, *flags, "main.o", part, "-o", "prog")
        self.check(self.calls(self.program("prog"), TEXT))

    def lto_flags(self, compiler):
        if compiler == "gcc":
            return [["-flto"], ["-flto", "-ffat-lto-objects", "-O2"],
                    ["-flto=2", "-O3", "-fno-fat-lto-objects", "-g"]]
        if not shutil.which("ld.lld-19"):
            self.skipTest("there is no ld.lld-19")
        return [["-flto", "-fuse-ld=lld-19", "-O2"], ["-flto=thin", "-fuse-ld=lld-19", "-O2"]]

    def test_lto(self):
        for compiler in COMPILERS:
            for flags in self.lto_flags(compiler):
                self.linked(compiler, flags)

    def test_lto_with_archives(self):
        for compiler in COMPILERS:
            archiver = "gcc-ar" if compiler == "gcc" else "llvm-ar-19"
            if not shutil.which(archiver):
                self.skipTest(f"there is no {archiver}")
            for flags in self.lto_flags(compiler):
                self.linked(compiler, flags, archiver=archiver)

    def test_lto_in_one_call_of_several_folders(self):
        for compiler in COMPILERS:
            flags = self.lto_flags(compiler)[-1]
            self.cc(compiler, *flags, "src/main.c", "lib/part.c", "-o", "prog")
            self.check(self.calls(self.program("prog"), TEXT))

    def test_lto_of_cxx_templates(self):
        self.write("a.cpp", "#include \"t.h\"\nint b();\nint main() { return twice(0) + b(); }\n")
        self.write("b.cpp", "#include \"t.h\"\nint b() { return twice(0); }\n")
        self.write("t.h", "template <class T> T twice(T n) { return n + n; }\n")
        for compiler in COMPILERS:
            want = {"main": 1, "b": 1}
            if compiler != "gcc":
                want["twice"] = 2
                self.write(".spile.yaml", 'headers: true\ninstrument:\n  - functions: ["*"]\n')
            flags = self.lto_flags(compiler)[0]
            self.cc(cxx(compiler), *flags, "a.cpp", "b.cpp", "-o", "prog")
            self.assertEqual(self.calls(self.program("prog")), want)

    def test_whole_program(self):
        self.write("src/all.c", PART + MAIN.replace("int used(int n);", ""))
        for flags in (["-fwhole-program", "-O2"], ["-fwhole-program", "-flto", "-O3"]):
            self.cc("gcc", *flags, "src/all.c", "-o", "prog")
            self.check(self.calls(self.program("prog"), TEXT))

    def test_dropped_sections(self):
        for compiler in COMPILERS:
            linkers = [[], ["-fuse-ld=gold"]] if shutil.which("ld.gold") else [[]]
            if compiler != "gcc" and shutil.which("ld.lld-19"):
                linkers.append(["-fuse-ld=lld-19"])
            for linker in linkers:
                for flags in (["-O2"], ["-O0", "-g"]):
                    flags += ["-ffunction-sections", "-fdata-sections"]
                    with self.subTest(compiler=compiler, linker=linker, flags=flags):
                        self.linked(compiler, flags, ["-Wl,--gc-sections", *linker])

    def test_merged_equal_functions(self):
        """Folding equal code must not fold counters."""
        self.write("src/main.c", "int one(int n)\n{\n  return n;\n}\nint two(int n)\n{\n"
                   "  return n;\n}\nint main(void)\n{\n  return one(two(two(0)));\n}\n")
        for compiler in COMPILERS:
            linkers = [["-fuse-ld=gold", "-Wl,--icf=all"]] if shutil.which("ld.gold") else []
            if compiler != "gcc" and shutil.which("ld.lld-19"):
                linkers.append(["-fuse-ld=lld-19", "-Wl,--icf=all"])
            for linker in [[], *linkers]:
                self.assertEqual(self.built(compiler, "-O2", "-ffunction-sections", *linker,
                                            "src/main.c"), {"main": 1, "one": 1, "two": 2})


if __name__ == "__main__":
    unittest.main()
