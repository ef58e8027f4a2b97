"""ccache in front of spile-cc and behind it: right objects, and hits."""

import re
import shutil
import unittest

from launcher_case import SPILE_CC, LauncherCase


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

    def test_in_front(self):
        for _ in range(2):
            self.run_in(["ccache", SPILE_CC, "gcc", "-c", "src/a.c", "-o", "a.o"])
            self.assertTrue(self.sites("a.o"))


if __name__ == "__main__":
    unittest.main()
