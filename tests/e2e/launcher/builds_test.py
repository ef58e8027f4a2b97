"""Whole builds: make -j2 with configure-like probes, and stopping one."""

import os
import signal
import subprocess
import time
import unittest

from launcher_case import COMPILERS, SPILE_CC, LauncherCase

MAKEFILE = """OBJS = main.o one.o two.o
prog: $(OBJS)
\t$(CC) $(OBJS) -o $@
%.o: src/%.c
\t$(CC) -Wall -Werror -g -MMD -MP -c $< -o $@
-include $(OBJS:.o=.d)
"""


class Builds(LauncherCase):
    def setUp(self):
        super().setUp()
        self.write("Makefile", MAKEFILE)
        self.write("src/one.h", "int one(void);\n")
        self.write("src/two.h", "int two(void);\n")
        self.write("src/one.c", '#include "one.h"\nint one(void)\n{\n  return 1;\n}\n')
        self.write("src/two.c", '#include "two.h"\nint two(void)\n{\n  return 2;\n}\n')
        self.write("src/main.c", '#include <stdio.h>\n#include "one.h"\n#include "two.h"\n'
                   'int main(void)\n{\n  printf("%d\\n", one() + two());\n  return 0;\n}\n')

    def make(self, compiler):
        result = self.run_in(["make", "-j2", f"CC={SPILE_CC} {compiler}"])
        self.assertNotIn("spile-cc:", result.stderr)
        return sorted(w for w in result.stdout.split() if w.startswith("src/"))

    def later(self, name):
        """Makes a file newer than everything that was built from it."""
        stamp = time.time() + 2
        os.utime(os.path.join(self.dir, name), (stamp, stamp))

    def age(self):
        """Makes everything there is old, objects newer than sources."""
        for root, _, files in os.walk(self.dir):
            for name in files:
                old = 1000 + (100 if name.endswith(".o") else 200 if name == "prog" else 0)
                os.utime(os.path.join(root, name), (old, old))

    def test_rebuilds_what_a_change_concerns(self):
        for compiler in COMPILERS:
            self.assertEqual(self.make(compiler), ["src/main.c", "src/one.c", "src/two.c"])
            self.assertEqual(self.run_in([f"{self.dir}/prog"]).stdout, "3\n")
            self.assertTrue(self.needed("prog"))
            self.age()
            self.assertEqual(self.make(compiler), [])
            self.later("src/one.h")
            self.assertEqual(self.make(compiler), ["src/main.c", "src/one.c"])
            self.age()
            self.later(".spile.yaml")
            self.assertEqual(self.make(compiler), ["src/main.c", "src/one.c", "src/two.c"])
            self.age()
            self.run_in(["make", "-n", f"CC={SPILE_CC} {compiler}"])
            for name in ("prog", "main.o", "one.o", "two.o"):
                os.remove(f"{self.dir}/{name}")

    def test_a_configuration_that_is_gone_does_not_stop_make(self):
        self.make("gcc")
        self.age()
        os.remove(f"{self.dir}/.spile.yaml")
        self.assertEqual(self.make("gcc"), ["src/main.c", "src/one.c", "src/two.c"])

    def test_the_same_call_many_times_at_once(self):
        calls = [subprocess.Popen([SPILE_CC, "gcc", "-g", "-c", "src/one.c", "-o", "one.o"],
                                  cwd=self.dir, env=self.env) for _ in range(8)]
        self.assertEqual([c.wait() for c in calls], [0] * 8)
        self.assertTrue(self.sites("one.o"))
        self.assertEqual(os.listdir(f"{self.tmp}/spile-{os.getuid()}"), [])

    def test_stopped_by_a_signal(self):
        # A compiler that waits once it is given the edited source.
        compiler = self.write("bin/slow-gcc", '#!/bin/sh\ncase "$*" in\n'
                              f'*-iquote*) echo $$ > {self.dir}/started; exec sleep 1000;;\n'
                              'esac\nexec gcc "$@"\n')
        os.chmod(compiler, 0o755)
        call = subprocess.Popen([SPILE_CC, compiler, "-c", "src/one.c", "-o", "one.o"],
                                cwd=self.dir, env=self.env, stderr=subprocess.PIPE)
        while not self.has("started") or not self.read("started").strip():
            self.assertIsNone(call.poll())
            time.sleep(0.02)
        child = int(self.read("started"))
        call.send_signal(signal.SIGTERM)
        self.assertEqual(call.wait(), -signal.SIGTERM)
        call.stderr.close()
        self.assertFalse(os.path.exists(f"/proc/{child}"))
        self.assertEqual(os.listdir(f"{self.tmp}/spile-{os.getuid()}"), [])
        self.assertFalse(self.has("one.o"))


if __name__ == "__main__":
    unittest.main()
