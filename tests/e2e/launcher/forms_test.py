"""Every form of a compiler call: the result is instrumented and runs."""

import subprocess
import unittest

from launcher_case import COMPILERS, CXX_OF, LauncherCase

MAIN = '''#include <stdio.h>
#include "value.h"
int helper(int x) { return x + VALUE; }
int main(void) { printf("%d\\n", helper(1)); return 0; }
'''
OTHER = '#include "value.h"\nint other(void) { return VALUE; }\n'


class Forms(LauncherCase):
    def setUp(self):
        super().setUp()
        self.write("src/main.c", MAIN)
        self.write("src/value.h", "#define VALUE 41\n")

    def each(self):
        yield from COMPILERS

    def check_program(self, name, text="42\n"):
        self.assertTrue(self.sites(name))
        self.assertEqual(self.run_in([f"{self.dir}/{name}"]).stdout, text)

    def test_object_with_output(self):
        for compiler in self.each():
            for form in (["-o", "a.o"], ["-oa.o"]):
                self.cc(compiler, "-c", "src/main.c", *form)
                self.cc(compiler, "a.o", "-o", "a.out")
                self.check_program("a.out")

    def test_object_without_output(self):
        for compiler in self.each():
            self.cc(compiler, "-c", "src/main.c")
            self.assertTrue(self.sites("main.o"))

    def test_compile_and_link(self):
        for compiler in self.each():
            self.cc(compiler, "src/main.c", "-o", "prog", "-lm")
            self.check_program("prog")

    def test_assembly_then_object(self):
        for compiler in self.each():
            self.cc(compiler, "-S", "src/main.c")
            self.cc(compiler, "main.s", "-o", "prog")
            self.check_program("prog")

    def test_preprocessed_then_object(self):
        for compiler in self.each():
            text = self.cc(compiler, "-E", "src/main.c").stdout
            self.assertIn("spile_sites", text)
            self.assertIn('"src/main.c"', text)
            self.assertNotIn(self.tmp, text)
            self.cc(compiler, "-E", "src/main.c", "-o", "main.i")
            self.assertNotIn(self.tmp, self.read("main.i"))
            self.cc(compiler, "main.i", "-o", "prog")
            self.check_program("prog")

    def test_several_sources(self):
        self.write("src/other.c", OTHER)
        for compiler in self.each():
            self.cc(compiler, "-c", "src/main.c", "src/other.c")
            self.assertTrue(self.sites("main.o"))
            self.assertTrue(self.sites("other.o"))
            self.cc(compiler, "src/main.c", "other.o", "-o", "prog")
            self.check_program("prog")

    def test_several_folders(self):
        self.write("lib/other.c", OTHER)
        self.write("lib/value.h", "#define VALUE 7\n")
        self.write("src/main.c", '#include <stdio.h>\n#include "value.h"\n'
                   "int other(void);\n"
                   'int main(void) { printf("%d %d\\n", VALUE, other()); return 0; }\n')
        for compiler in self.each():
            self.cc(compiler, "src/main.c", "lib/other.c", "-o", "prog")
            self.check_program("prog", "41 7\n")
            self.cc(compiler, "-c", "src/main.c", "lib/other.c")
            self.cc(compiler, "main.o", "other.o", "-o", "prog2")
            self.check_program("prog2", "41 7\n")

    def test_language_by_option(self):
        self.write("src/main.text", MAIN)
        for compiler in self.each():
            self.cc(compiler, "-x", "c", "src/main.text", "-o", "prog")
            self.check_program("prog")

    def test_stdin(self):
        for compiler in self.each():
            self.cc(compiler, "-Isrc", "-x", "c", "-", "-o", "prog", stdin=MAIN)
            self.check_program("prog")

    def test_response_file(self):
        self.write("args", "-DX='a b' -c\n src/main.c -o main.o")
        for compiler in self.each():
            self.cc(compiler, "@args")
            self.assertTrue(self.sites("main.o"))

    def test_very_long_call(self):
        # Beyond what the kernel takes in one string; gcc keeps its options in one,
        # so these are inputs.
        long = "long-" * 40
        self.run_in(["ar", "rcs", f"{long}.a"])
        self.write("args", f"{self.dir}/{long}.a\n" * 1300)
        for compiler in self.each():
            self.cc(compiler, "@args", "src/main.c", "-o", "prog")
            self.check_program("prog")

    def test_absolute_source_from_another_folder(self):
        self.write("out/.keep", "")
        for compiler in self.each():
            self.cc(compiler, "-c", f"{self.dir}/src/main.c", cwd="out")
            self.assertTrue(self.sites("out/main.o"))
            self.cc(compiler, "-c", "../src/main.c", "-o", "m.o", cwd="out")
            self.assertTrue(self.sites("out/m.o"))

    def test_source_in_the_current_folder(self):
        for compiler in self.each():
            self.cc(compiler, "-c", "main.c", "-o", "m.o", cwd="src")
            self.assertTrue(self.sites("src/m.o"))

    def test_spaces_and_quotes_in_names(self):
        self.write("my src/it's \"x\".c", MAIN)
        self.write("my src/value.h", "#define VALUE 41\n")
        for compiler in self.each():
            self.cc(compiler, "my src/it's \"x\".c", "-o", "prog")
            self.check_program("prog")

    def test_pipe_lto_optimised(self):
        for compiler in self.each():
            lto = ["-flto"] if compiler == "gcc" else []
            self.cc(compiler, "-O2", "-pipe", *lto, "-D_FORTIFY_SOURCE=2",
                    "src/main.c", "-o", "prog")
            self.check_program("prog")

    def test_cxx(self):
        self.write("a.cpp", "#include <iostream>\nstruct S { int f() { return 42; } };\n"
                   "int main() { std::cout << S().f() << '\\n'; }\n")
        for compiler in self.each():
            self.cc(CXX_OF[compiler], "-std=c++17", "a.cpp", "-o", "prog")
            self.check_program("prog")

    def test_save_temps(self):
        for compiler in self.each():
            self.cc(compiler, "-save-temps", "-c", "src/main.c")
            self.assertNotIn(self.tmp, self.read("main.i"))
            self.assertTrue(self.sites("main.o"))

    def test_nothing_of_ours_is_passed_through(self):
        for args in (["--version"], ["-dumpmachine"], ["-print-file-name=libc.so"],
                     ["-M", "src/main.c"], ["-fsyntax-only", "src/main.c"], ["-v"]):
            plain = self.run_in(["gcc", *args])
            ours = self.cc("gcc", *args)
            self.assertEqual((ours.stdout, ours.stderr), (plain.stdout, plain.stderr))

    def test_status_and_messages_of_a_broken_source(self):
        self.write("bad.c", "int main(void) { return x; }\n")
        for compiler in self.each():
            plain = self.run_in([compiler, "-c", "bad.c"], check=False)
            ours = self.cc(compiler, "-c", "bad.c", check=False)
            self.assertEqual(ours.returncode, plain.returncode)
            self.assertEqual(ours.stderr, plain.stderr)

    def test_signal_of_the_compiler(self):
        self.write("bin/dies", "#!/bin/sh\nkill -SEGV $$\n")
        subprocess.run(["chmod", "+x", f"{self.dir}/bin/dies"], check=True)
        ours = self.cc(f"{self.dir}/bin/dies", "-c", "src/main.c", check=False, quiet=False)
        self.assertEqual(ours.returncode, -11)

    def test_off(self):
        self.cc("gcc", "-c", "src/main.c", SPILE_CC="off")
        self.assertFalse(self.sites("main.o"))


if __name__ == "__main__":
    unittest.main()
