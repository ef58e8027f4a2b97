"""Builds that treat every warning as an error, and their dependency files."""

import unittest

from counting_case import CountingCase, cxx
from launcher_case import COMPILERS

C = """#include "a.h"

#include <stdio.h>
#include <string.h>

static int sum(const int *from, size_t count)
{
  int all = 0;
  for (size_t i = 0; i < count; ++i)
    all += from[i];
  return all;
}

int shown(const char *text)
{
  const int numbers[] = {1, 2, 3};
  return printf("%s %d\\n", text, sum(numbers, sizeof numbers / sizeof *numbers));
}

int main(void)
{
  return shown("all") - 6;
}
"""
CXX = """#include "a.h"

#include <memory>
#include <vector>

namespace {

class Item {
public:
  explicit Item(int value) : value_(value) {}
  int value() const { return value_; }

private:
  int value_;
};

} // namespace

int shown(const char *text) {
  std::vector<std::unique_ptr<Item>> items;
  items.push_back(std::make_unique<Item>(6));
  return text ? items.front()->value() : 0;
}

int main() {
  return shown("all") - 6;
}
"""
COMMON = ["-Werror", "-Wall", "-Wextra", "-Wpedantic", "-Wshadow", "-Wunused-macros", "-Wundef",
          "-Wcast-align", "-Wcast-qual", "-Wformat=2", "-Wnull-dereference",
          "-Wmissing-declarations", "-Wfloat-equal", "-Wvla", "-Wdouble-promotion",
          "-Wswitch-enum", "-Wwrite-strings", "-Wunused", "-Wunused-parameter"]
STRICT = ["-Wconversion", "-Wsign-conversion", "-Wredundant-decls"]
C_ONLY = ["-Wstrict-prototypes", "-Wmissing-prototypes", "-Wold-style-definition",
          "-Wbad-function-cast", "-Wnested-externs", "-Wdeclaration-after-statement"]
CXX_ONLY = ["-Wold-style-cast", "-Woverloaded-virtual", "-Wnon-virtual-dtor", "-Wextra-semi",
            "-Wzero-as-null-pointer-constant"]
MORE = {"gcc": ["-Wlogical-op", "-Wduplicated-cond", "-Wduplicated-branches", "-Wtrampolines",
                "-Wstack-usage=4096", "-Wunsafe-loop-optimizations", "-Winline"],
        "clang": ["-Wdocumentation", "-Wunreachable-code", "-Wused-but-marked-unused",
                  "-Wreserved-identifier", "-Wgnu", "-Wc99-compat"]}


class Warnings(CountingCase):
    def setUp(self):
        super().setUp()
        self.write("src/a.c", C)
        self.write("src/a.cpp", CXX)
        self.write("src/a.h", "#pragma once\nint shown(const char *text);\n")

    def quiet(self, compiler, *call):
        """What a plain compiler accepts without a word, spile-cc does too."""
        self.assertEqual(self.run_in([compiler, *call, "-o", "plain"]).stderr, "")
        self.assertEqual(self.cc(compiler, *call, "-o", "prog").stderr, "")

    def more(self, compiler):
        return MORE["clang" if "clang" in compiler else "gcc"]

    def test_c(self):
        for compiler in COMPILERS:
            flags = [*COMMON, *C_ONLY, *self.more(compiler)]
            for flags in ([*flags, *STRICT], [*flags, "-Wsystem-headers"]):
                for standard, level in (("c99", "-O0"), ("gnu17", "-O2")):
                    self.quiet(compiler, *flags, f"-std={standard}", level, "src/a.c")
                    self.assertEqual(self.calls(self.program("prog"), "all 6\n"),
                                     {"main": 1, "shown": 1, "sum": 1})

    def test_cxx(self):
        for compiler in COMPILERS:
            flags = [*COMMON, *STRICT, *CXX_ONLY, *self.more(compiler), "-std=c++17"]
            self.quiet(cxx(compiler), *flags, "-O2", "src/a.cpp")
            calls = self.calls(self.program("prog"))
            self.assertEqual((calls["main"], calls["shown"]), (1, 1))

    def test_our_own_header_where_system_headers_are_looked_at(self):
        self.write("src/s.cpp", "struct S {\n  int f() const { return 0; }\n};\n\n"
                   "int main() {\n  return S().f();\n}\n")
        for compiler in COMPILERS:
            flags = [*COMMON, *STRICT, *CXX_ONLY, *self.more(compiler), "-Wsystem-headers"]
            for standard in ("c++11", "c++20"):
                self.quiet(cxx(compiler), *flags, f"-std={standard}", "src/s.cpp")
                self.assertTrue(self.sites("prog"))

    def test_c89_with_declarations_first(self):
        self.write("src/old.c", "#include <stdio.h>\n\nint main(void)\n{\n  int n = 0;\n"
                   "  int m;\n  m = n;\n  return m;\n}\n")
        for compiler in COMPILERS:
            self.quiet(compiler, "-std=c89", "-pedantic-errors", "-Werror", "-Wall", "-Wextra",
                       "-Wdeclaration-after-statement", "src/old.c")
            self.assertTrue(self.sites("prog"))

    def test_everything_that_clang_knows(self):
        for compiler in COMPILERS[1:]:
            plain = self.run_in([compiler, "-Weverything", "-fno-caret-diagnostics", "-c",
                                 "src/a.c", "-o", "p.o"]).stderr
            ours = self.cc(compiler, "-Weverything", "-fno-caret-diagnostics", "-c",
                           "src/a.c", "-o", "o.o").stderr
            self.assertEqual(ours, plain)

    def test_unused_macros_of_the_file_itself_are_still_found(self):
        self.write("src/u.c", "#define NEVER 1\n#define USED 0\n\nint main(void)\n{\n"
                   "  return USED;\n}\n")
        for compiler in COMPILERS:
            done = self.cc(compiler, "-Wunused-macros", "-c", "src/u.c", "-o", "u.o")
            self.assertEqual(done.stderr.count("unused-macros]"), 1)
            self.assertIn("src/u.c:1:", done.stderr)
            done = self.cc(compiler, "-Werror=unused-macros", "-c", "src/u.c", "-o", "u.o",
                           check=False)
            self.assertEqual(done.returncode, 1)

    def test_dependency_files_of_such_builds(self):
        for compiler in COMPILERS:
            for flags in (["-MD"], ["-MMD", "-MP", "-MF", "x.d", "-MT", "x"]):
                self.cc(compiler, *COMMON[:6], *flags, "-c", "src/a.c", "-o", "a.o")
                text = self.read("a.d" if flags == ["-MD"] else "x.d")
                words = text.replace("\\\n", " ").split()
                self.assertEqual(words[:2], ["a.o:" if flags == ["-MD"] else "x:", "src/a.c"])
                self.assertIn("src/a.h", words)
                self.assertIn(".spile.yaml", text)
                self.assertNotIn(self.tmp, text)


if __name__ == "__main__":
    unittest.main()
