"""Names and lines are those of a plain build: __FILE__, messages, debug data."""

import re
import unittest

from launcher_case import COMPILERS, CXX_OF, LauncherCase

SOURCE = '''#include <assert.h>
#include <stdio.h>
#include "inc.h"
static int unused_static;
int f(int x)
{
  printf("%s:%d %s %d\\n", __FILE__, __LINE__, __BASE_FILE__, x);
  inc_print();
  assert(x != 3);
  return x;
}
int main(void) { f(1); f(3); return 0; }
'''
HEADER = ('#include <stdio.h>\nstatic inline void inc_print(void)'
          '\n{ printf("%s:%d\\n", __FILE__, __LINE__); }\n')


class Names(LauncherCase):
    def setUp(self):
        super().setUp()
        for folder in ("", "src/"):
            self.write(folder + "a.c", SOURCE)
            self.write(folder + "inc.h", HEADER)

    def each(self):
        for compiler in COMPILERS:
            for source in ("a.c", "./a.c", "src/a.c", f"{self.dir}/src/a.c"):
                yield compiler, source

    def debug_names(self, program):
        text = self.run_in(["readelf", "--debug-dump=info", program]).stdout
        units = re.findall(r"DW_TAG_compile_unit.*?DW_AT_comp_dir[^\n]*", text, re.S)
        return [re.sub(r"^.*: ", "", line) for unit in units for line in unit.splitlines()
                if "DW_AT_name" in line or "DW_AT_comp_dir" in line or "producer" in line]

    def test_what_the_program_prints(self):
        for compiler, source in self.each():
            self.run_in([compiler, "-g", source, "-o", "plain"])
            self.cc(compiler, "-g", source, "-o", "ours")
            plain = self.run_in([f"{self.dir}/plain"], check=False)
            ours = self.run_in([f"{self.dir}/ours"], check=False)
            self.assertTrue(self.sites("ours"))
            self.assertEqual(ours.stdout, plain.stdout)
            self.assertEqual(ours.stderr.replace("ours:", ""),
                             plain.stderr.replace("plain:", ""))
            self.assertEqual(ours.returncode, plain.returncode)

    def test_debug_data_and_symbols(self):
        for compiler, source in self.each():
            self.run_in([compiler, "-g", "-c", source, "-o", "plain.o"])
            self.cc(compiler, "-g", "-c", source, "-o", "ours.o")
            self.assertEqual(self.debug_names("ours.o"), self.debug_names("plain.o"))
            self.assertNotIn(self.tmp.encode(), self.read("ours.o", "rb"))
            symbols = [re.findall(r"FILE .* (\S+)$",
                                  self.run_in(["readelf", "-sW", o]).stdout, re.M)
                       for o in ("ours.o", "plain.o")]
            self.assertEqual(*symbols)

    def test_warnings(self):
        for compiler, source in self.each():
            plain = self.run_in([compiler, "-Wall", "-c", source, "-o", "plain.o"])
            ours = self.cc(compiler, "-Wall", "-c", source, "-o", "ours.o")
            self.assertIn("unused_static", plain.stderr)
            self.assertEqual(ours.stderr, plain.stderr)

    def test_classes_with_fields_of_anonymous_namespaces(self):
        """GCC warns of those of headers only."""
        own = ("namespace { struct S { int x; }; }\n"
               "class Own { S s; public: int f() { return s.x; } };\n")
        self.write("src/own.cpp", own + "int g(Own &o) { return o.f(); }\n")
        self.write("src/mixed.h", "namespace { struct H { int x; }; }\n"
                   "class Header { H h; public: int f() { return h.x; } };\n")
        self.write("src/mixed.cpp", '#include "mixed.h"\n'
                   "int g(Header &o) { return o.f(); }\n")
        for name, warns in (("own", False), ("mixed", True)):
            source = f"src/{name}.cpp"
            plain = self.run_in(["g++", "-c", source, "-o", "plain.o"])
            ours = self.cc("g++", "-c", source, "-o", "ours.o")
            self.assertEqual("subobject-linkage" in plain.stderr, warns)
            self.assertEqual(ours.stderr, plain.stderr)
        self.cc("g++", "-Werror", "-c", "src/own.cpp", "-o", "ours.o")
        self.assertTrue(self.sites("ours.o"))

    def test_coverage_notes(self):
        for source in ("a.c", "src/a.c"):
            self.run_in(["gcc", "--coverage", "-c", source, "-o", "plain.o"])
            self.cc("gcc", "--coverage", "-c", source, "-o", "ours.o")
            self.assertTrue(self.sites("ours.o"))
            notes = self.read("ours.gcno", "rb")
            self.assertNotIn(self.tmp.encode(), notes)
            self.assertIn(source.encode(), notes)

    def test_two_runs_and_two_temporary_folders_give_the_same_object(self):
        other = self.dir + "/other-tmp"
        self.write("other-tmp/.keep", "")
        for compiler, source in self.each():
            self.cc(compiler, "-g", "-c", source, "-o", "a.o")
            first = self.read("a.o", "rb")
            self.cc(compiler, "-g", "-c", source, "-o", "a.o")
            self.assertEqual(self.read("a.o", "rb"), first)
            self.cc(compiler, "-g", "-c", source, "-o", "a.o", TMPDIR=other)
            self.assertEqual(self.read("a.o", "rb"), first)

    def test_split_debug_data(self):
        for compiler in COMPILERS:
            self.cc(compiler, "-g", "-gsplit-dwarf", "-c", "src/a.c", "-o", "a.o")
            self.assertTrue(self.has("a.dwo"))
            self.assertNotIn(self.tmp.encode(), self.read("a.dwo", "rb"))

    def test_messages_are_those_of_the_original(self):
        self.write("src/w.c", "#include <stdio.h>\n\nint g(void) { int y; return 0; }\n"
                   "void lock() {\n  puts(\"x\");\n}\n"
                   "int h(int unused) { return puts(\"a\"); }\n")
        for compiler in COMPILERS:
            flags = ["-Wall", "-Wextra", "-Wstrict-prototypes"]
            if "clang" in compiler: # shows its own text, which is cut at the brace
                flags.append("-fno-caret-diagnostics")
            plain = self.run_in([compiler, *flags, "-c", "src/w.c", "-o", "w.o"]).stderr
            self.assertIn("src/w.c:3:19: warning: unused variable", plain)
            ours = self.cc(compiler, *flags, "-c", "src/w.c", "-o", "w.o").stderr
            self.assertEqual(ours, plain)

    def test_headers_of_clang(self):
        self.write(".spile.yaml", 'headers: true\ninstrument:\n'
                   '  - functions: ["*"]\n    files: ["**"]\n')
        for compiler in COMPILERS[1:]:
            self.run_in([compiler, "src/a.c", "-o", "plain"])
            self.cc(compiler, "src/a.c", "-o", "ours")
            self.assertEqual(self.run_in([f"{self.dir}/ours"], check=False).stdout,
                             self.run_in([f"{self.dir}/plain"], check=False).stdout)
            self.assertIn(b"inc_print\0", self.read("ours", "rb"))

    def test_cxx_debug_data(self):
        self.write("src/b.cpp", "struct S { int f() { return 1; } };\n"
                   "namespace { int g() { return S().f(); } }\nint main() { return g(); }\n")
        for compiler in COMPILERS:
            cxx = CXX_OF[compiler]
            self.run_in([cxx, "-g", "-c", "src/b.cpp", "-o", "plain.o"])
            self.cc(cxx, "-g", "-c", "src/b.cpp", "-o", "ours.o")
            self.assertEqual(self.debug_names("ours.o"), self.debug_names("plain.o"))


if __name__ == "__main__":
    unittest.main()
