"""How libspile gets into a link, and that it does not where nobody needs it."""

import unittest

from launcher_case import COMPILERS, LauncherCase

MAIN = "int main(void)\n{\n  return 0;\n}\n"


class Links(LauncherCase):
    def setUp(self):
        super().setUp()
        self.write("a.c", MAIN)
        self.write("f.c", "int f(void)\n{\n  return 1;\n}\n")

    def test_only_who_needs_it(self):
        for compiler in COMPILERS:
            self.cc(compiler, "a.c", "-o", "ours")
            self.assertTrue(self.needed("ours"))
            self.run_in([compiler, "-c", "a.c", "-o", "plain.o"])
            self.cc(compiler, "plain.o", "-o", "plain")
            self.assertFalse(self.needed("plain"))

    def test_shared_library(self):
        for compiler in COMPILERS:
            self.cc(compiler, "-fPIC", "-shared", "-Wl,-z,defs", "f.c", "-o", "libf.so")
            self.assertTrue(self.needed("libf.so"))

    def test_static(self):
        for compiler in COMPILERS:
            self.cc(compiler, "-static", "a.c", "-o", "prog")
            self.assertTrue(self.sites("prog"))
            self.run_in([f"{self.dir}/prog"])

    def test_static_runtime(self):
        self.cc("gcc", "a.c", "-o", "prog", SPILE_RUNTIME="static")
        self.assertTrue(self.sites("prog"))
        self.assertFalse(self.needed("prog"))
        self.run_in([f"{self.dir}/prog"])
        self.cc("gcc", "-shared", "-fPIC", "f.c", "-o", "libf.so", SPILE_RUNTIME="static")
        self.assertTrue(self.needed("libf.so"))

    def test_relocatable(self):
        self.cc("gcc", "-c", "a.c", "f.c")
        self.cc("gcc", "-r", "a.o", "f.o", "-o", "both.o")
        self.cc("gcc", "both.o", "-o", "prog")
        self.assertTrue(self.needed("prog"))

    def test_archive_of_instrumented_objects(self):
        self.cc("gcc", "-c", "f.c")
        self.run_in(["ar", "rcs", "libf.a", "f.o"])
        self.write("m.c", "int f(void);\nint main(void) { return f() - 1; }\n")
        self.run_in(["gcc", "-c", "m.c"])
        self.cc("gcc", "m.o", "-L.", "-lf", "-o", "prog")
        self.assertTrue(self.needed("prog"))
        self.run_in([f"{self.dir}/prog"])

    def test_without_a_standard_library_nothing_is_added(self):
        self.write("s.c", "void _start(void) { for (;;) ; }\n")
        self.run_in(["gcc", "-c", "s.c"])
        self.cc("gcc", "-nostdlib", "-static", "s.o", "-o", "prog")
        self.assertFalse(self.needed("prog"))

    def test_a_link_that_fails_says_what_a_plain_one_says(self):
        self.write("m.c", "int gone(void);\nint main(void) { return gone(); }\n")
        self.run_in(["gcc", "-c", "m.c"])
        plain = self.run_in(["gcc", "m.o", "-o", "prog"], check=False)
        ours = self.cc("gcc", "m.o", "-o", "prog", check=False)
        self.assertEqual(ours.returncode, plain.returncode)
        self.assertEqual(ours.stderr, plain.stderr)

    def test_thirty_two_bits_are_compiled_as_they_were(self):
        result = self.cc("gcc", "-m32", "-c", "a.c", quiet=False)
        self.assertIn("there is no libspile for i386", result.stderr)
        self.assertFalse(self.sites("a.o"))


if __name__ == "__main__":
    unittest.main()
