"""What the tests of spile-cc share: a folder, and calls with and without it."""

import os
import shutil
import subprocess
import tempfile
import unittest

SPILE_CC = os.environ["SPILE_CC_UNDER_TEST"]
CLANG = next((c for c in ("clang-19", "clang") if shutil.which(c)), None)
COMPILERS = ["gcc"] + ([CLANG] if CLANG else [])
CXX_OF = {"gcc": "g++", "clang-19": "clang++-19", "clang": "clang++"}


class LauncherCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.cache = tempfile.mkdtemp(prefix="spile-cache-")

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.cache)

    def setUp(self):
        self.dir = tempfile.mkdtemp(prefix="spile-launcher-")
        self.addCleanup(shutil.rmtree, self.dir)
        self.tmp = os.path.join(self.dir, "tmp")
        os.mkdir(self.tmp)
        self.env = {k: v for k, v in os.environ.items() if not k.startswith("SPILE")}
        self.env.update(
            XDG_CACHE_HOME=self.cache, TMPDIR=self.tmp, LC_ALL="C",
            SPILE_DIR=os.path.join(self.dir, "segments"),
            CCACHE_DIR=os.path.join(self.dir, "ccache"))
        # Every function, however small.
        self.write(".spile.yaml", 'instrument:\n  - functions: ["*"]\n')

    def write(self, name, text):
        path = os.path.join(self.dir, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as out:
            out.write(text)
        return path

    def read(self, name, mode="r"):
        with open(os.path.join(self.dir, name), mode) as file:
            return file.read()

    def has(self, name):
        return os.path.exists(os.path.join(self.dir, name))

    def run_in(self, command, cwd="", check=True, stdin=None, **env):
        result = subprocess.run(
            command, cwd=os.path.join(self.dir, cwd), env={**self.env, **env},
            input=stdin, capture_output=True, text=True, errors="replace")
        if check:
            self.assertEqual(result.returncode, 0, f"{command}\n{result.stderr}")
        return result

    def cc(self, *args, **options):
        """spile-cc COMPILER ...; a warning of its own fails unless quiet=False."""
        quiet = options.pop("quiet", True)
        result = self.run_in([SPILE_CC, *args], **options)
        if quiet:
            self.assertNotIn("spile-cc:", result.stderr)
        self.assertEqual(os.listdir(self.tmp) in ([], [f"spile-{os.getuid()}"]), True,
                         os.listdir(self.tmp))
        left = os.path.join(self.tmp, f"spile-{os.getuid()}")
        if os.path.isdir(left):
            self.assertEqual(os.listdir(left), [])
        return result

    def sites(self, name):
        """Whether an object or program holds timed functions."""
        out = self.run_in(["readelf", "-SW", name]).stdout
        return "spile_sites" in out

    def needed(self, name):
        return "libspile" in self.run_in(["readelf", "-dW", name]).stdout
