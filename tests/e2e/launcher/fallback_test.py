"""What cannot be instrumented is compiled as it was, and says so once."""

import unittest

from launcher_case import COMPILERS, LauncherCase

NESTED = ("int twice(int x)\n{\n  int half(int y) { return y; }\n"
          "  return half(x) * 2;\n}\nint main(void) { return twice(0); }\n")


class Fallback(LauncherCase):
    def warnings(self, result):
        return [line for line in result.stderr.splitlines() if "spile-cc:" in line]

    def test_text_that_clang_cannot_parse(self):
        self.write("src/a.c", NESTED)
        self.run_in(["gcc", "-c", "src/a.c", "-o", "plain.o"])
        result = self.cc("gcc", "-c", "src/a.c", "-o", "a.o", quiet=False)
        warnings = self.warnings(result)
        self.assertEqual(len(warnings), 1)
        self.assertRegex(warnings[0], r"^spile-cc: warning: src/a.c: compiled as it was: "
                                      r"src/a.c:3:\d+: error: ")
        self.assertEqual(self.read("a.o", "rb"), self.read("plain.o", "rb"))

    def test_text_that_does_not_compile_when_edited(self):
        # spile.h needs the type; the source alone does not.
        self.write("a.c", "int main(void)\n{\n  return 0;\n}\n")
        for compiler in COMPILERS:
            result = self.cc(compiler, "-D__UINT64_TYPE__=none", "-c", "a.c", quiet=False)
            self.assertFalse(self.sites("a.o"))
            own = [line for line in result.stderr.splitlines() if "compiled as it was" in line]
            self.assertEqual(len(own), 1, result.stderr)
            self.assertRegex(own[0], r"^spile-cc: warning: a.c: compiled as it was: .*error")

    def test_of_several_sources_only_the_bad_one(self):
        self.write("bad.c", "int twice(int x)\n{\n  int half(int y) { return y; }\n"
                            "  return half(x);\n}\n")
        self.write("good.c", "int main(void)\n{\n  return 0;\n}\n")
        result = self.cc("gcc", "-c", "bad.c", "good.c", quiet=False)
        self.assertEqual(len(self.warnings(result)), 1)
        self.assertTrue(self.sites("good.o"))
        self.assertFalse(self.sites("bad.o"))

    def test_strict(self):
        self.write(".spile.yaml", 'strict: true\ninstrument:\n  - functions: ["*"]\n')
        self.write("a.c", NESTED)
        result = self.cc("gcc", "-c", "a.c", quiet=False, check=False)
        self.assertEqual(result.returncode, 2)
        self.assertRegex(result.stderr, r"spile-cc: error: a.c: a.c:3:\d+: error: ")

    def test_mistakes_in_the_configuration(self):
        self.write(".spile.yaml", "instrumnt:\n  - functions: 3\n")
        self.write("a.c", "int main(void) { return 0; }\n")
        result = self.cc("gcc", "-c", "a.c", check=False)
        self.assertEqual(result.returncode, 2)
        self.assertRegex(result.stderr, r"\.spile\.yaml:1:1: error: ")
        result = self.cc("gcc", "-c", "a.c", check=False, SPILE_CONFIG="/no/such.yaml")
        self.assertEqual(result.returncode, 2)
        self.assertIn("/no/such.yaml: error: cannot be read", result.stderr)

    def test_a_quoted_include_that_would_be_found_elsewhere(self):
        self.write("src/a.c", '#include "../lib/l.h"\nint main(void) { return L + X; }\n')
        self.write("src/x.h", "#define X 1\n")
        self.write("lib/l.h", '#include "x.h"\n#define L -1\n')
        self.write("inc/x.h", "#define X 1 + 0\n")
        plain = self.run_in(["gcc", "-iquote", "inc", "-E", "src/a.c"])
        self.assertIn("1 + 0", plain.stdout)
        result = self.cc("gcc", "-iquote", "inc", "-E", "src/a.c", quiet=False)
        self.assertIn("1 + 0", result.stdout)
        self.assertIn("would be found elsewhere", result.stderr)

    def test_a_missing_compiler(self):
        self.write("a.c", "int main(void) { return 0; }\n")
        result = self.cc("no-such-gcc", "-c", "a.c", check=False, quiet=False)
        self.assertEqual(result.returncode, 127)
        self.assertIn("cannot run 'no-such-gcc'", result.stderr)

    def test_options_of_its_own(self):
        self.write("a.c", "int one(void)\n{\n  return 1;\n}\nint two(void)\n{\n  return 2;\n}\n")
        self.cc("--functions=o*", "--keep", f"{self.dir}/kept", "gcc", "-c", "a.c")
        kept = self.read("kept/a.c")
        self.assertIn('SPILE_SCOPE("one")', kept)
        self.assertNotIn('SPILE_SCOPE("two")', kept)
        result = self.cc("--confg", "gcc", check=False, quiet=False)
        self.assertEqual(result.returncode, 2)

    def test_verbose(self):
        self.write("a.c", "int main(void) { return 0; }\n")
        result = self.cc("gcc", "-c", "a.c", SPILE_VERBOSE="1", quiet=False)
        self.assertIn("spile-cc: a.c: ", result.stderr)
        self.assertIn("1 functions timed", result.stderr)

    def test_probes_are_left_alone(self):
        text = "int main(void) { return 0; }\n"
        for name in ("conftest.c", "CMakeFiles/CMakeScratch/T/x.c", "meson-private/t.c"):
            self.write(name, text)
            self.cc("gcc", "-c", name, "-o", "probe.o", SPILE_VERBOSE="1")
            self.assertFalse(self.sites("probe.o"), name)


if __name__ == "__main__":
    unittest.main()
