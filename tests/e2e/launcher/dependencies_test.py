"""Dependency files name what a plain call names, and the configuration."""

import re
import unittest

from launcher_case import COMPILERS, LauncherCase


def rules(text):
    """{target: [prerequisites]} of a dependency file."""
    out = {}
    for line in text.replace("\\\n", " ").splitlines():
        target, _, rest = line.partition(": ")
        if not rest and line.endswith(":"):
            target = line[:-1]
        out[target] = re.findall(r"(?:[^\\\s]|\\.)+", rest)
    return out


class Dependencies(LauncherCase):
    def setUp(self):
        super().setUp()
        self.write("src/a.c", '#include <stdio.h>\n#include "b.h"\nint main(void) { return B; }\n')
        self.write("src/b.h", "#define B 0\n")
        self.write("a.c", '#include "b.h"\nint main(void) { return B; }\n')
        self.write("b.h", "#define B 0\n")
        self.write("a b.c", '#include "b.h"\nint main(void) { return B; }\n')

    def compare(self, depfile, args):
        for compiler in COMPILERS:
            self.run_in([compiler, *args])
            plain = rules(self.read(depfile))
            self.cc(compiler, *args)
            ours = rules(self.read(depfile))
            ours = {t: [p for p in ps if "include/spile/" not in p]
                    for t, ps in ours.items() if "include/spile/" not in t}
            config = f"{self.dir}/.spile.yaml"
            first = next(iter(plain))
            self.assertIn(config, ours[first], args)
            ours[first].remove(config)
            self.assertEqual(ours.pop(config), [])
            self.assertEqual(ours, plain, args)

    def test_forms(self):
        for depfile, args in (
                ("a.d", ["-MD", "-c", "src/a.c"]),
                ("a.d", ["-MMD", "-c", "a.c"]),
                ("out.d", ["-MD", "-c", "src/a.c", "-o", "out.o"]),
                ("x.d", ["-MD", "-MF", "x.d", "-c", "src/a.c", "-o", "out.o"]),
                ("x.d", ["-MMD", "-MFx.d", "-MT", "t1", "-MQ", "t$2", "-c", "a.c"]),
                ("x.d", ["-MMD", "-MP", "-MF", "x.d", "-c", "src/a.c"]),
                (".x.d", ["-Wp,-MD,.x.d", "-c", "src/a.c"]),
                (".x.d", ["-Wp,-MMD,.x.d", "-c", "a.c"]),
                ("x.d", ["-MD", "-MF", "x.d", "-c", "a b.c", "-o", "a b.o"]),
                ("x.d", ["-MD", "-MF", "x.d", "-c", f"{self.dir}/src/a.c"])):
            self.compare(depfile, args)

    def test_compile_and_link(self):
        self.cc("gcc", "-MD", "src/a.c", "-o", "prog")
        depfile = "prog-a.d" if self.has("prog-a.d") else "prog.d"
        self.assertNotIn(self.tmp, self.read(depfile))

    def test_a_source_without_timed_functions_depends_on_the_configuration_too(self):
        self.write(".spile.yaml", 'instrument:\n  - functions: ["nothing"]\n')
        self.cc("gcc", "-MD", "-c", "src/a.c")
        self.assertIn(".spile.yaml", self.read("a.d"))
        self.assertFalse(self.sites("a.o"))

    def test_nothing_is_left_when_no_dependencies_are_asked_for(self):
        self.cc("gcc", "-c", "src/a.c")
        self.assertFalse(self.has("a.d"))


if __name__ == "__main__":
    unittest.main()
