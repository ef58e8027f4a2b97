"""Plain make: implicit rules, flags inside of CC, many files at once."""

import os
import unittest

from counting_case import CountingCase, cxx
from launcher_case import COMPILERS, SPILE_CC

IMPLICIT = "prog: main.o one.o two.o\n\t$(CC) $^ -o $@\n"
IMPLICIT_LIBRARY = "main: LDLIBS = -lm\nmain: libpart.a(one.o) libpart.a(two.o) libpart.a\n"
MAIN = '#include <stdio.h>\n\nint one(void), two(void);\n\nint main(void)\n{\n' \
       '  printf("%d\\n", one() + two());\n  return 0;\n}\n'
CXX_MAIN = MAIN.replace("int one", 'extern "C" int one', 1)
PARALLEL = """OBJS = $(patsubst %.c,%.o,$(wildcard */*.c)) main.o
prog: $(OBJS)
\t$(CC) $(OBJS) -o $@
%.o: %.c
\t$(CC) -g -Wall -Werror -MMD -c $< -o $@
-include $(OBJS:.o=.d)
"""


class Make(CountingCase):
    def setUp(self):
        super().setUp()
        for name, value in (("one", "A"), ("two", "B")):
            self.write(f"p/{name}.c", f"#ifndef {value}\n#define {value} 1\n#endif\n\n"
                       f"int {name}(void);\nint {name}(void)\n{{\n  return {value};\n}}\n")
        self.write("p/main.c", MAIN)

    def make(self, *args, folder="p"):
        done = self.run_in(["make", *args], cwd=folder)
        self.assertNotIn("spile-cc:", done.stdout + done.stderr)
        return done.stdout

    def test_implicit_rules(self):
        self.write("p/Makefile", IMPLICIT)
        for compiler in COMPILERS:
            self.make("-B", f"CC={SPILE_CC} {compiler}")
            self.assertEqual(self.calls(self.program("prog", "p"), "2\n"),
                             {"main": 1, "one": 1, "two": 1})

    def test_implicit_rules_for_archives_and_cxx(self):
        os.remove(f"{self.dir}/p/main.c")
        self.write("p/main.cpp", CXX_MAIN.replace("int one(void), two(void);",
                                                  'int one(void);\nextern "C" int two(void);'))
        self.write("p/Makefile", IMPLICIT_LIBRARY)
        for compiler in COMPILERS:
            for name in ("main", "libpart.a"):
                if self.has(f"p/{name}"):
                    os.remove(f"{self.dir}/p/{name}")
            self.make(f"CC={SPILE_CC} {compiler}", f"CXX={SPILE_CC} {cxx(compiler)}",
                      "CPPFLAGS=-DA=20 -DB=22", "CXXFLAGS=-std=c++17 -Wall -Werror")
            self.assertEqual(self.calls(self.program("main", "p"), "42\n"),
                             {"main": 1, "one": 1, "two": 1})

    def test_without_a_makefile(self):
        self.write("p/alone.c", "int main(void)\n{\n  return 0;\n}\n")
        for compiler in COMPILERS:
            self.make("-B", "alone", f"CC={SPILE_CC} {compiler}")
            self.assertEqual(self.calls(self.program("alone", "p")), {"main": 1})

    def test_flags_and_launchers_inside_of_cc(self):
        self.write("p/Makefile", IMPLICIT)
        for compiler in COMPILERS:
            for call in (f"{compiler} -std=gnu99 -DA=20 -DB=22 -pthread", f"env A=B {compiler} "
                         "-DA=21 -DB=21", f"{SPILE_CC} {compiler} -DA=40 -DB=2",
                         f"--functions=one --functions=two {compiler} -DA=41"):
                self.make("-B", f"CC={SPILE_CC} {call}")
                want = {"one": 1, "two": 1}
                if "--functions" not in call:
                    want["main"] = 1
                self.assertEqual(self.calls(self.program("prog", "p"), "42\n"), want)

    def test_thirty_files_at_once_of_which_many_have_equal_names(self):
        folders, names = ["a", "b", "c_d", "e", "f", "g"], "uvwxy"
        total = []
        for n, folder in enumerate(folders):
            for name in names:
                self.write(f"many/{folder}/{name}.c",
                           '#include "own.h"\nstatic int same(int n)\n{\n  return n + OWN;\n}\n\n'
                           f"int {folder}_{name}(void);\nint {folder}_{name}(void)\n"
                           "{\n  return same(same(0));\n}\n")
                total.append(f"{folder}_{name}")
            self.write(f"many/{folder}/own.h", f"#define OWN {n}\n")
        self.write("many/main.c", "#include <stdio.h>\n" + "".join(
            f"int {f}(void);\n" for f in total) + "\nint main(void)\n{\n"
            f'  printf("%d\\n", {" + ".join(f + "()" for f in total)});\n  return 0;\n}}\n')
        self.write("many/Makefile", PARALLEL)
        for compiler in COMPILERS:
            self.make("-j4", "-B", f"CC={SPILE_CC} {compiler}", folder="many")
            rows = self.rows(self.program("prog", "many"), f"{5 * 2 * sum(range(6))}\n")
            want = {("main", "main.c", "prog"): 1}
            for function in total:
                folder, name = function.rsplit("_", 1)
                want[function, f"{folder}/{name}.c", "prog"] = 1
                want["same", f"{folder}/{name}.c", "prog"] = 2
            self.assertEqual(rows, want)


if __name__ == "__main__":
    unittest.main()
