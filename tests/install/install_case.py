"""What the tests of the installed Spile share: a folder, and running there."""

import os
import shutil
import subprocess
import tempfile
import unittest

SOURCE = os.environ["SPILE_SOURCE"]
BUILD = os.environ["SPILE_BUILD"]
CMAKE = os.environ["TEST_CMAKE"]
CPACK = os.environ["TEST_CPACK"]
LIBDIR = os.environ["TEST_LIBDIR"]
LLVM = os.environ["SPILE_LLVM"]
HERE = os.path.dirname(os.path.abspath(__file__))


class InstallCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.dir = tempfile.mkdtemp(prefix="spile-install-")
        cls.addClassCleanup(shutil.rmtree, cls.dir)
        cls.env = {k: v for k, v in os.environ.items()
                   if not k.startswith("SPILE") and k != "LD_LIBRARY_PATH"}
        cls.env.update(LC_ALL="C", XDG_CACHE_HOME=os.path.join(cls.dir, "cache"),
                       SPILE_DIR=os.path.join(cls.dir, "segments"))

    @classmethod
    def run_there(cls, *command, cwd=None, **env):
        result = subprocess.run(
            command, cwd=cwd or cls.dir, env={**cls.env, **env},
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True, errors="replace")
        if result.returncode != 0:
            raise AssertionError(f"{command}: {result.returncode}\n{result.stdout}")
        return result.stdout

    def segments(self):
        folder = self.env["SPILE_DIR"]
        return [os.path.join(folder, name) for name in os.listdir(folder)]

    def tearDown(self):
        shutil.rmtree(self.env["SPILE_DIR"], ignore_errors=True)
