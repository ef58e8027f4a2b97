"""Where sources, objects and builds lie, and what their paths are made of."""

import os
import re
import unittest

from counting_case import SPILE, CountingCase
from launcher_case import COMPILERS, SPILE_CC

# None holds a line end or a slash; make could not be asked about most of them.
ODD = ["it's \"a b\"", "$HOME `date`", "100%", "back\\slash", "#1;(p)&|<>", "s*?[x]!n{a,b}",
       "-dash", "@at", "tab\tbed ", "a=b,c:d", "zoë-日本", "~", "././dots"]
SOURCE = """#include <stdio.h>
#include "times.h"
static void tick(int n) { (void)n; }
int main(void)
{
  for (int i = 0; i < TIMES; ++i)
    tick(i);
  printf("%s\\n", __FILE__);
  return 0;
}
"""


class Folders(CountingCase):
    def lay(self, folder, name="main.c"):
        self.write(f"{folder}/times.h", "#define TIMES 3\n")
        self.write(f"{folder}/{name}", SOURCE)
        return f"{folder}/{name}"

    def check(self, program, source):
        rows = self.rows(self.program(program), source + "\n")
        self.assertEqual(rows, {("main", source, os.path.basename(program)): 1,
                                ("tick", source, os.path.basename(program)): 3})

    def compile_in(self, compiler, odd):
        """Odd folders of the source and of the object, and odd names of both."""
        source = self.lay(f"s/{odd}", odd.replace("/", "_") + ".c")
        output = f"o/{odd}/{os.path.basename(odd)}"
        os.makedirs(f"{self.dir}/o/{odd}", exist_ok=True)
        for spelled in (f"{self.dir}/{source}", source):
            self.cc(compiler, "-g", "-Wall", "-Werror", "-MMD", "-c", spelled,
                    "-o", f"{output}.o")
            self.assertTrue(self.sites(f"{output}.o"))
        self.cc(compiler, f"{output}.o", "-o", f"{output}.prog")
        self.check(f"{output}.prog", source)
        ours = self.read(f"{output}.d")
        self.assertIn(".spile.yaml", ours)
        self.run_in([compiler, "-MMD", "-c", source, "-o", f"{output}.o"])
        self.assertEqual(self.prerequisites(ours), self.prerequisites(self.read(f"{output}.d")))

    def prerequisites(self, text):
        """Of a depfile's first rule, but those that spile-cc adds, as they are spelled."""
        rule = text.replace("\\\n", " ").split("\n", 1)[0]
        words = re.findall(r"(?:[^\\\s]|\\.)+", rule.split(".o: ", 1)[1])
        return [w for w in words if "include/spile/" not in w and ".spile.yaml" not in w]

    def test_odd_paths_of_sources_and_objects(self):
        for compiler in COMPILERS:
            for odd in ODD:
                with self.subTest(compiler=compiler, path=odd):
                    self.compile_in(compiler, odd)

    def test_odd_folders_to_build_in(self):
        for compiler in COMPILERS:
            for odd in ODD:
                with self.subTest(compiler=compiler, path=odd):
                    self.lay(f"w/{odd}")
                    self.cc(compiler, "-g", "main.c", "-o", "prog", cwd=f"w/{odd}")
                    self.check(f"w/{odd}/prog", "main.c")

    def test_odd_folders_of_what_instrument_writes(self):
        for odd in ODD:
            with self.subTest(path=odd):
                source = self.lay(f"i/{odd}/src")
                self.run_in([SPILE, "instrument", "-o", f"j/{odd}", source, "--"])
                text = self.read(f"j/{odd}/i/{odd}/src/main.c".replace("././", ""))
                self.assertEqual(text.count("SPILE_SCOPE("), 2)
                self.run_in([SPILE, "instrument", "-i", "./" + source, "--"])
                self.assertEqual(self.read(source), text)
                self.run_in([SPILE, "strip", "./" + source])
                self.assertEqual(self.read(source), SOURCE)

    def test_odd_folders_of_configuration_and_temporary_files(self):
        for compiler in COMPILERS:
            for odd in ODD[:6]:
                with self.subTest(compiler=compiler, path=odd):
                    self.lay(f"c/{odd}/src")
                    self.write(f"c/{odd}/.spile.yaml", 'instrument:\n  - files: ["src/*.c"]\n'
                               '    functions: [main]\n')
                    os.makedirs(f"{self.dir}/t/{odd}", exist_ok=True)
                    self.cc(compiler, "-MD", "-c", f"c/{odd}/src/main.c", "-o", "m.o",
                            TMPDIR=f"{self.dir}/t/{odd}")
                    self.assertNotIn("/t/", self.read("m.d"))
                    self.cc(compiler, "m.o", "-o", "prog")
                    self.assertEqual(self.calls(self.program("prog")), {"main": 1})

    def test_latin1_bytes_in_a_path(self):
        folder = os.fsencode(self.dir) + b"/caf\xe9"
        os.mkdir(folder)
        for name, text in ((b"times.h", "#define TIMES 3\n"), (b"main.c", SOURCE)):
            with open(folder + b"/" + name, "w", encoding="ascii") as out:
                out.write(text)
        for compiler in COMPILERS:
            done = self.cc(compiler, os.fsdecode(folder + b"/main.c"), "-o", "prog", quiet=False)
            self.assertIn(b"/caf\xe9/main.c", self.read("prog", "rb"))
            # Clang's overlay is JSON, which has no such bytes: then it must say so.
            self.assertNotEqual(self.sites("prog"), "compiled as it was" in done.stderr)
            self.assertTrue(self.sites("prog") or "clang" in compiler)

    def test_in_and_out_of_source_builds_of_make(self):
        rule = "prog: {0}main.c {0}times.h\n\t$(CC) -Wall -Werror $(CFLAGS) $< -o $@\n"
        for compiler in COMPILERS:
            for folder, at in (("in", ""), ("in/build", "../"), ("side", "../in/"),
                               ("abs", f"{self.dir}/in/"), ("in/a/b", "../.././")):
                self.lay("in")
                self.write(f"{folder}/Makefile", rule.format(at))
                self.run_in(["make", "-B", f"CC={SPILE_CC} {compiler}"], cwd=folder)
                self.check(f"{folder}/prog", at + "main.c")

    def test_a_linked_folder(self):
        self.lay("real/src")
        os.symlink("real", f"{self.dir}/link")
        for compiler in COMPILERS:
            for source in ("link/src/main.c", f"{self.dir}/link/src/../src/main.c"):
                self.cc(compiler, source, "-o", "prog")
                self.check("prog", source)


if __name__ == "__main__":
    unittest.main()
