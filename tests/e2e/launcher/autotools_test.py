"""configure, automake and libtool: a shared library and a program."""

import os
import re
import shutil
import subprocess
import tempfile
import unittest

from counting_case import CountingCase
from launcher_case import COMPILERS, SPILE_CC

CONFIGURE = """AC_INIT([demo], [1.0])
AC_CONFIG_AUX_DIR([aux])
AM_INIT_AUTOMAKE([foreign subdir-objects -Wall])
AM_SILENT_RULES([no])
AC_PROG_CC
AM_PROG_AR
LT_INIT
AC_CHECK_FUNCS([usleep no_such_function])
AC_SEARCH_LIBS([pow], [m])
AC_CONFIG_FILES([Makefile])
AC_OUTPUT
"""
MAKEFILE = """lib_LTLIBRARIES = libpart.la
libpart_la_SOURCES = lib/part.c lib/inner.c
libpart_la_LDFLAGS = -version-info 1:0:0 -no-undefined
noinst_LTLIBRARIES = libconv.la
libconv_la_SOURCES = lib/conv.c
libpart_la_LIBADD = libconv.la
bin_PROGRAMS = prog
prog_SOURCES = src/main.c src/part.c
prog_LDADD = libpart.la
check_PROGRAMS = check_part
check_part_SOURCES = src/check.c
check_part_LDADD = libpart.la
TESTS = check_part
"""
SOURCES = {
    "lib/part.c": "int inner(int), conv(int), part(int);\n\n"
                  "int part(int n)\n{\n  return inner(n) + conv(n);\n}\n",
    "lib/inner.c": 'int inner(int);\n\nint inner(int n)\n{\n  return n + 1;\n}\n',
    "lib/conv.c": "int conv(int);\n\nint conv(int n)\n{\n  return 2 * n;\n}\n",
    "src/main.c": "#include <stdio.h>\nint part(int), own(int);\n\nint main(void)\n{\n"
                  '  printf("%d\\n", part(1) + own(part(2)));\n  return 0;\n}\n',
    "src/part.c": "int own(int);\n\nint own(int n)\n{\n  return n;\n}\n",
    "src/check.c": "int part(int);\n\nint main(void)\n{\n  return part(1) - 4;\n}\n"}
ROWS = {("main", "src/main.c", "prog"): 1, ("own", "src/part.c", "prog"): 1,
        ("part", "lib/part.c", "libpart.so"): 2, ("inner", "lib/inner.c", "libpart.so"): 2,
        ("conv", "lib/conv.c", "libpart.so"): 2}
TOOLS = ("autoreconf", "automake", "libtoolize")


@unittest.skipUnless(all(map(shutil.which, TOOLS)), f"not all of {TOOLS} are there")
class Autotools(CountingCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.made = tempfile.mkdtemp(prefix="spile-autotools-")
        for name, text in {"configure.ac": CONFIGURE, "Makefile.am": MAKEFILE, **SOURCES}.items():
            os.makedirs(os.path.dirname(f"{cls.made}/{name}"), exist_ok=True)
            with open(f"{cls.made}/{name}", "w", encoding="utf-8") as out:
                out.write(text)
        subprocess.run(["autoreconf", "-i", "-W", "none"], cwd=cls.made, check=True,
                       capture_output=True)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.made)
        super().tearDownClass()

    def setUp(self):
        super().setUp()
        shutil.copytree(self.made, f"{self.dir}/p")

    def configure(self, compiler, folder, *more):
        os.makedirs(f"{self.dir}/{folder}", exist_ok=True)
        script = os.path.relpath(f"{self.dir}/p/configure", f"{self.dir}/{folder}")
        done = self.run_in([script if "/" in script else "./configure", "-q",
                            f"CC={SPILE_CC} {compiler}", f"--prefix={self.dir}/usr", *more],
                           cwd=folder)
        self.assertNotIn("spile-cc:", done.stderr)
        # What configure found out is what it finds out without us.
        self.assertIn("#define HAVE_USLEEP 1", self.read(f"{folder}/config.log"))
        self.assertNotIn("#define HAVE_NO_SUCH_FUNCTION 1", self.read(f"{folder}/config.log"))

    def make(self, folder, *what):
        done = self.run_in(["make", "-j2", *what], cwd=folder)
        self.assertNotIn("spile-cc:", done.stdout + done.stderr)

    def check(self, command, prefix, **env):
        """Rows, whatever version a library's name has; libtool runs "lt-prog"."""
        rows = {}
        for (name, file, module), calls in self.rows(command, "11\n", **env).items():
            module = re.sub(r"(\.so)\..*", r"\1", module).removeprefix("lt-")
            rows[name, file.removeprefix(prefix), module] = calls
        self.assertEqual(rows, ROWS)

    def test_beside_the_source_then_installed(self):
        self.configure("gcc", "b")
        self.make("b")
        self.check(["./prog"], "../p/", cwd="b")  # libtool's wrapper
        self.make("b", "check")
        self.assertIn(":test-result: PASS", self.read("b/check_part.trs"))
        self.make("b", "install")
        self.check([f"{self.dir}/usr/bin/prog"], "../p/")
        self.assertTrue(self.needed("usr/lib/libpart.so"))
        self.assertTrue(self.sites("usr/lib/libpart.a"))

    def test_in_the_source_folder_static_only(self):
        self.configure(COMPILERS[-1], "p", "--disable-shared", "--disable-dependency-tracking")
        self.make("p")
        rows = self.rows(["./prog"], "11\n", cwd="p")
        self.assertEqual(rows, {(name, file, "prog"): n for (name, file, _), n in ROWS.items()})


if __name__ == "__main__":
    unittest.main()
