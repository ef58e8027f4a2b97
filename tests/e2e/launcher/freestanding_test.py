"""Code without a C library, strict configurations, and assembler sources."""

import unittest

from counting_case import CountingCase
from launcher_case import COMPILERS

FREE = """static int twice(int n)
{
  return 2 * n;
}
int f(int n);
int f(int n)
{
  return twice(n);
}
"""
START = """static void end(long status)
{
  __asm__ volatile("syscall" : : "a"(231), "D"(status) : "rcx", "r11", "memory");
  for (;;)
    ;
}
void _start(void);
void _start(void)
{
  end(7);
}
"""
STRICT = 'strict: true\ninstrument:\n  - functions: ["*"]\n'
PLAIN = 'instrument:\n  - functions: ["*"]\n'
ASSEMBLY = "\t.text\n\t.globl answer\nanswer:\n\tmovl $42, %eax\n\tret\n" \
           "\t.section .note.GNU-stack\n"
TO_PREPROCESS = "#define ANSWER $42\n\t.text\n\t.globl answer\nanswer:\n\tmovl ANSWER, %eax\n" \
                "\tret\n\t.section .note.GNU-stack\n"


class Freestanding(CountingCase):
    def test_a_freestanding_unit_is_compiled_as_it_was(self):
        self.write("f.c", FREE)
        for compiler in COMPILERS:
            for flags in (["-ffreestanding"], ["-ffreestanding", "-O2", "-g", "-mno-red-zone"],
                          ["-fhosted", "-ffreestanding"]):
                self.run_in([compiler, *flags, "-c", "f.c", "-o", "plain.o"])
                done = self.cc(compiler, *flags, "-c", "f.c", "-o", "ours.o", SPILE_VERBOSE="1",
                               quiet=False)
                self.assertIn("f is left out: the unit is compiled freestanding", done.stderr)
                self.assertEqual(self.read("ours.o", "rb"), self.read("plain.o", "rb"))
            self.cc(compiler, "-ffreestanding", "-fhosted", "-c", "f.c", "-o", "ours.o")
            self.assertTrue(self.sites("ours.o"))

    def test_a_program_without_a_library(self):
        self.write("s.c", START)
        for compiler in COMPILERS:
            for flags in (["-static"], ["-static", "-O2"], ["-no-pie", "-fno-pie", "-static"]):
                flags += ["-nostdlib", "-ffreestanding", "-fno-stack-protector"]
                self.cc(compiler, *flags, "s.c", "-o", "prog")
                self.assertEqual(self.run_in(["./prog"], check=False).returncode, 7)
                self.cc(compiler, *flags, "-c", "s.c", "-o", "s.o")
                self.cc(compiler, *flags, "s.o", "-o", "prog")
                self.assertEqual(self.run_in(["./prog"], check=False).returncode, 7)

    def test_a_hosted_unit_in_a_program_without_a_library(self):
        """Only the link shows that there is no runtime; the reason says so."""
        self.write("s.c", START)
        for compiler in COMPILERS:
            done = self.cc(compiler, "-nostdlib", "-static", "s.c", "-o", "prog", quiet=False)
            lines = [line for line in done.stderr.splitlines() if "spile-cc:" in line]
            self.assertEqual(len(lines), 1, done.stderr)
            self.assertRegex(lines[0], r"s\.c: compiled as it was: ")
            self.assertEqual(self.run_in(["./prog"], check=False).returncode, 7)
            self.assertNotRegex(lines[0], "ld returned|linker command failed")

    def test_strict_freestanding_is_an_error_with_its_place(self):
        self.write(".spile.yaml", STRICT)
        self.write("f.c", FREE)
        for compiler in COMPILERS:
            done = self.cc(compiler, "-ffreestanding", "-c", "f.c", check=False, quiet=False)
            self.assertEqual(done.returncode, 2)
            self.assertFalse(self.has("f.o"))
            self.assertIn("the unit is compiled freestanding", done.stderr)
            self.assertRegex(done.stderr, r"f\.c:1:12: ")

    def test_strict_takes_what_can_be_done(self):
        self.write(".spile.yaml", STRICT)
        self.write("a.c", FREE + "int main(void)\n{\n  return f(0);\n}\n")
        for compiler in COMPILERS:
            self.assertEqual(self.built(compiler, "a.c"), {"f": 1, "twice": 1, "main": 1})

    def test_strict_and_a_text_that_no_longer_compiles(self):
        self.write(".spile.yaml", STRICT)
        self.write("a.c", "int main(void)\n{\n  return 0;\n}\n")
        for compiler in COMPILERS:
            done = self.cc(compiler, "-D__UINT64_TYPE__=none", "-c", "a.c", check=False,
                           quiet=False)
            self.assertEqual(done.returncode, 2, done.stderr)

    def test_assembler_sources(self):
        self.write("m.c", "int answer(void);\nint main(void)\n{\n  return answer() - 42;\n}\n")
        self.write("plain.s", ASSEMBLY)
        self.write("pre.S", TO_PREPROCESS)
        for config in (PLAIN, STRICT):
            self.write(".spile.yaml", config)
            for compiler in COMPILERS:
                for source in ("plain.s", "pre.S"):
                    self.assertEqual(self.built(compiler, "m.c", source), {"main": 1})
                    self.run_in([compiler, "-c", source, "-o", "plain.o"])
                    self.cc(compiler, "-c", source, "-o", "ours.o")
                    self.assertEqual(self.read("ours.o", "rb"), self.read("plain.o", "rb"))
                self.assertEqual(self.built(compiler, "-x", "assembler-with-cpp", "pre.S",
                                            "-x", "c", "m.c"), {"main": 1})


if __name__ == "__main__":
    unittest.main()
