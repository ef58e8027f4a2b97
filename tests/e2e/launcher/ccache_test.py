"""ccache in front of spile-cc and behind it: right objects, and hits."""

import os
import re
import shutil
import unittest

from launcher_case import COMPILERS, SPILE_CC, LauncherCase


@unittest.skipUnless(shutil.which("ccache"), "there is no ccache")
class Ccache(LauncherCase):
    def setUp(self):
        super().setUp()
        self.write("src/a.c", '#include "b.h"\nint main(void)\n{\n  return B;\n}\n')
        self.write("src/b.h", "#define B 0\n")

    def hits(self):
        text = self.run_in(["ccache", "--print-stats"]).stdout
        return sum(int(n) for n in re.findall(r"^(?:direct|preprocessed)_cache_hit\t(\d+)", text, re.M))

    def test_behind(self):
        call = ["ccache", "gcc", "-g", "-c", "src/a.c", "-o", "a.o"]
        self.cc(*call)
        first = self.read("a.o", "rb")
        self.assertTrue(self.sites("a.o"))
        self.cc(*call)
        self.assertEqual(self.read("a.o", "rb"), first)
        self.assertEqual(self.hits(), 1)
        # A changed configuration changes the text: no hit.
        self.write(".spile.yaml", 'instrument:\n  - functions: ["nothing"]\n')
        self.cc(*call)
        self.assertFalse(self.sites("a.o"))

    def test_prefix_of_ccache(self):
        env = dict(CCACHE_PREFIX=SPILE_CC, CCACHE_PREFIX_CPP=SPILE_CC)
        call = ["ccache", "gcc", "-g", "-c", "src/a.c", "-o", "a.o"]
        self.run_in(call, **env)
        self.assertTrue(self.sites("a.o"))
        first = self.read("a.o", "rb")
        self.run_in(call, **env)
        self.assertEqual(self.read("a.o", "rb"), first)

    def counted(self, call, **env):
        """Whether the call was a hit, and the object."""
        before = self.hits()
        result = self.run_in(call, **env)
        self.assertNotIn("spile-cc:", result.stderr)
        return self.hits() > before, self.read("a.o", "rb")

    def check_hits_and_changes(self, call, sure=True, **env):
        self.run_in(["ccache", "--clear", "--zero-stats"])
        self.configure("functions: [main]")
        hit, first = self.counted(call, **env)
        self.assertFalse(hit)
        self.assertTrue(self.sites("a.o"))
        hit, second = self.counted(call, **env)
        self.assertTrue(hit or not sure)
        self.assertEqual(second, first)
        self.configure("functions: [nothing]")
        self.counted(call, **env)
        self.assertFalse(self.sites("a.o"), call)
        self.configure("functions: [main]")
        hit, third = self.counted(call, **env)
        self.assertTrue(hit or not sure)
        self.assertEqual(third, first)

    def configure(self, rule):
        self.write(".spile.yaml", f"instrument:\n  - {rule}\n")
        os.utime(f"{self.dir}/.spile.yaml", (1000, 1000))  # ccache mistrusts new files

    def calls_of(self, *prefix):
        for compiler in COMPILERS:
            for more in (["-g"], ["-O2", "-MMD", "-DX=1"])[:2 if compiler == "gcc" else 1]:
                yield [*prefix, compiler, *more, "-c", "src/a.c", "-o", "a.o"]

    def test_in_front(self):
        for call in self.calls_of("ccache", SPILE_CC):
            with self.subTest(call=call[2:]):
                self.check_hits_and_changes(call)

    def test_in_front_that_looks_at_other_things(self):
        for call in self.calls_of("ccache", SPILE_CC):
            if "-MMD" in call:
                self.check_hits_and_changes(call, CCACHE_DEPEND="1")
            self.check_hits_and_changes(call, CCACHE_NODIRECT="1")

    def test_behind_with_changes(self):
        for call in self.calls_of(SPILE_CC, "ccache"):
            # ccache takes no call with an overlay of Clang's.
            self.check_hits_and_changes(call, sure="gcc" in call)

    def test_prefix_with_changes(self):
        env = dict(CCACHE_PREFIX=SPILE_CC, CCACHE_PREFIX_CPP=SPILE_CC)
        for call in self.calls_of("ccache"):
            with self.subTest(call=call[1:]):
                self.check_hits_and_changes(call, **env)

    def test_a_changed_header(self):
        for call in (["ccache", SPILE_CC, "gcc"], [SPILE_CC, "ccache", "gcc"]):
            call = [*call, "-c", "src/a.c", "-o", "a.o"]
            self.write("src/b.h", "#define B 0\n")
            self.counted(call)
            self.write("src/b.h", "#define B 7\n")
            self.counted(call)
            self.run_in([SPILE_CC, "gcc", "a.o", "-o", "prog"])
            self.assertEqual(self.run_in([f"{self.dir}/prog"], check=False).returncode, 7)
            # What fails fails as often as it is called.
            self.write("src/b.h", "#define B +\n")
            for _ in range(2):
                self.assertNotEqual(self.run_in(call, check=False).returncode, 0)


if __name__ == "__main__":
    unittest.main()
