"""The runner of the torture programs, with launchers that break what they build."""
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
REAL = Path(os.environ["SPILE_BIN"]).resolve() / "spile-cc"
PROGRAM = "20000112-1"
# Called as spile-cc is: spile-cc --config FILE -- COMPILER ...
BROKEN = {
    "does not build": 'exit 1',
    "status 3": 'shift 3; echo "int main(void) { return 3; }" >b.c; exec "$1" b.c -o program',
    "status 0": 'shift 3; echo "int puts(const char *); int main(void) { return puts(\\"x\\") < 0; }"'
                ' >b.c; exec "$1" -w b.c -o program',
}


class Run(unittest.TestCase):
    def run_with(self, script, *names):
        with tempfile.TemporaryDirectory() as folder:
            launcher = Path(folder) / "spile-cc"
            launcher.write_text("#!/bin/sh\n" + script + "\n")
            launcher.chmod(0o755)
            done = subprocess.run(
                [HERE / "run", "--compiler", "gcc", "--level=-O0", *names], check=False,
                env={**os.environ, "SPILE_BIN": folder}, capture_output=True, text=True)
        if done.returncode == 77:
            self.skipTest(done.stderr.strip())
        return done

    def test_a_good_launcher(self):
        done = self.run_with(f'exec {REAL} "$@"', PROGRAM)
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertIn("| gcc | -O0 | 1 | 1 | 1 | 1 | 0 |", done.stdout)

    def test_what_differs_is_named(self):
        for said, script in BROKEN.items():
            with self.subTest(said):
                done = self.run_with(script, PROGRAM)
                self.assertEqual(done.returncode, 1)
                self.assertIn(f"gcc -O0: {PROGRAM}: {said}", done.stdout)
                self.assertIn("| gcc | -O0 | 1 | 1 | 0 | 0 | 0 |", done.stdout)

    def test_a_launcher_that_times_nothing(self):
        done = self.run_with('shift 3; exec "$@"', PROGRAM)
        self.assertEqual(done.returncode, 1)

    def test_no_such_program(self):
        self.assertEqual(self.run_with("exit 0", "no-such").returncode, 2)


if __name__ == "__main__":
    unittest.main()
