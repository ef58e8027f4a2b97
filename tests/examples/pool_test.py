"""pool prints the same for any number of workers."""

import os
import subprocess
import unittest

PROGRAM = os.environ["PROGRAM_UNDER_TEST"]


def run(*arguments):
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


class Pool(unittest.TestCase):
    def test_checksum_does_not_depend_on_workers(self):
        expected = (0, "checksum 1511ff134c7a966f returned 5099 threw 901\n", "")
        for workers in ("1", "2", "3", "8", "32"):
            with self.subTest(workers):
                self.assertEqual(run("6000", workers), expected)

    def test_checksum_depends_on_jobs(self):
        outputs = {run(jobs, "4")[1] for jobs in ("0", "1", "2", "1000", "1001")}
        self.assertEqual(len(outputs), 5)

    def test_no_jobs(self):
        status, out, _ = run("0", "4")
        self.assertEqual(status, 0)
        self.assertRegex(out, r"^checksum [0-9a-f]{16} returned 0 threw 0\n$")

    def test_bad_arguments(self):
        for arguments in ((), ("1",), ("1", "0"), ("1", "257"), ("x", "1"), ("1", ""), ("-1", "1"), ("1", "1", "1")):
            with self.subTest(arguments):
                status, out, errors = run(*arguments)
                self.assertEqual((status, out), (2, ""))
                self.assertNotEqual(errors, "")

    def test_help(self):
        status, out, _ = run("--help")
        self.assertEqual(status, 0)
        self.assertIn("usage: pool", out)
