"""One source, compiled several times with other macros."""

import json
import unittest

from counting_case import HEADERS, RUNTIME, SPILE, CountingCase
from launcher_case import COMPILERS

PART = """#define JOIN2(a, b) a##_##b
#define JOIN(a, b) JOIN2(a, b)
int JOIN(run, KIND)(int times);

static int step(int x)
{
  return x + 1;
}

#ifdef EXTRA
static int extra(int x)
{
  return x + 10;
}
#else

static int other(int x) { return x + 100; }
#endif

int JOIN(run, KIND)(int times)
{
  int sum = 0;
  for (int i = 0; i < times; ++i)
    sum = step(sum);
#ifdef EXTRA
  return extra(sum);
#else
  return other(sum);
#endif
}
"""
MAIN = """#include <stdio.h>
int run_plain(int), run_rich(int);

int main(void)
{
  printf("%d %d\\n", run_plain(2), run_rich(3));
  return 0;
}
"""
PLAIN = ["-DKIND=plain"]
RICH = ["-DKIND=rich", "-DEXTRA"]
CALLS = {"main": 1, "run_plain": 1, "run_rich": 1, "step": 5, "other": 1, "extra": 1}


class Variants(CountingCase):
    def setUp(self):
        super().setUp()
        self.write("src/part.c", PART)
        self.write("src/main.c", MAIN)
        self.write("build/.keep", "")

    def commands(self, compiler, *more):
        return [[compiler, *more, *flags, "-c", f"{self.dir}/src/{name}.c", "-o", f"{out}.o"]
                for name, flags, out in (("part", PLAIN, "plain"), ("part", RICH, "rich"),
                                         ("main", [], "main"))]

    def test_compiled_apart(self):
        for compiler in COMPILERS:
            for command in self.commands(compiler):
                self.cc(*command)
            self.assertEqual(
                self.built(compiler, "plain.o", "rich.o", "main.o", text="102 13\n"), CALLS)

    def test_a_function_of_each_is_a_row(self):
        for compiler in COMPILERS:
            for command in self.commands(compiler):
                self.cc(*command)
            self.cc(compiler, "plain.o", "rich.o", "main.o", "-o", "prog")
            rows = self.rows(self.program("prog"))
            source = f"{self.dir}/src/part.c"
            self.assertEqual(rows["run_plain", source, "prog"], 1)
            self.assertEqual(rows["other", source, "prog"], 1)
            # The two copies of `step` have name, file and line in common.
            self.assertEqual(rows["step", source, "prog"], 5)

    def instrument(self, compiler):
        entries = [{"directory": f"{self.dir}/build", "file": command[-3], "arguments": command}
                   for command in self.commands(compiler)]
        self.write("build/compile_commands.json", json.dumps(entries))
        return self.run_in([SPILE, "instrument", "-p", "build", "-o", "out", "src/"])

    def test_instrument_merges_what_all_entries_see(self):
        for compiler in COMPILERS:
            self.instrument(compiler)
            text = self.read("out/src/part.c")
            for name in ("step", "extra", "other"):
                self.assertEqual(text.count(f'SPILE_SCOPE("{name}")'), 1, text)
            # One text for two names: neither can stand in it.
            self.assertNotIn('SPILE_SCOPE("run_', text)
            done = self.run_in([SPILE, "list", "-p", "build", "src/part.c"])
            self.assertRegex(done.stdout, "run_rich: skipped: the same text defines functions")

    def test_what_instrument_wrote_compiles_in_each_variant(self):
        self.write("src/part.c", PART.replace(
            "\n\nint JOIN(", "\n\n__attribute__((no_instrument_function)) int JOIN("))
        for compiler in COMPILERS:
            self.instrument(compiler)
            for command in self.commands(compiler, "-Wall", "-Werror", f"-I{HEADERS}"):
                command[-3] = command[-3].replace("/src/", "/out/src/")
                self.run_in(command)
            self.run_in([compiler, "plain.o", "rich.o", "main.o", "-o", "prog", f"-L{RUNTIME}",
                         "-lspile", f"-Wl,-rpath,{RUNTIME}"])
            want = {k: v for k, v in CALLS.items() if not k.startswith("run_")}
            self.assertEqual(self.calls(self.program("prog"), "102 13\n"), want)


if __name__ == "__main__":
    unittest.main()
