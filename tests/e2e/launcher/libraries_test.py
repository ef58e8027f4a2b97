"""Archives and shared libraries in one process: every copy of a function counts."""

import unittest

from counting_case import CountingCase, cxx
from launcher_case import COMPILERS

COMMON = "int common(int n);\nint common(int n)\n{\n  return n + 1;\n}\n"
LIBRARY = "int common(int n);\nint @(int n);\nint @(int n)\n{\n  return common(common(n));\n}\n"
MAIN = """#include <stdio.h>
int left(int n), right(int n), common(int n);

int main(void)
{
  printf("%d\\n", left(0) + right(right(0)) + common(0));
  return 0;
}
"""
HOST = """#include <dlfcn.h>
#include <stdio.h>

static int use(const char *name)
{
  void *plugin = dlopen(name, RTLD_NOW | RTLD_LOCAL);
  int (*entry)(int) = 0;
  if (!plugin)
    return fprintf(stderr, "%s\\n", dlerror());
  *(void **)&entry = dlsym(plugin, "entry");
  int result = entry(1);
  return dlclose(plugin) + result - 2;
}

int main(int argc, char **argv)
{
  int wrong = 0;
  for (int i = 1; i < argc; ++i)
    wrong |= use(argv[i]);
  return wrong;
}
"""
PLUGIN = "static int deep(int n)\n{\n  return n + 1;\n}\nint entry(int n);\n" \
         "int entry(int n)\n{\n  return deep(n);\n}\n"
INNER = 'extern "C" int inner(int n);\nint inner(int n)\n{\n  return n + 1;\n}\n'
USER = "int inner(int n);\nint main(void)\n{\n  return inner(-1);\n}\n"


class Libraries(CountingCase):
    def archives(self, compiler, *flags):
        """libcommon.a in libleft.so, libright.so and the program itself."""
        self.write("common.c", COMMON)
        self.write("main.c", MAIN)
        self.cc(compiler, "-fPIC", *flags, "-c", "common.c")
        self.run_in(["ar", "rcs", "libcommon.a", "common.o"])
        for name in ("left", "right"):
            self.write(f"{name}.c", LIBRARY.replace("@", name))
            self.cc(compiler, "-fPIC", "-shared", f"{name}.c", "-L.", "-lcommon", "-Wl,-z,defs",
                    "-o", f"lib{name}.so")
        self.cc(compiler, "main.c", "-L.", "-lleft", "-lright", "-lcommon",
                "-Wl,-rpath,$ORIGIN", "-o", "prog")
        rows = self.rows(self.program("prog"), "7\n")
        return {(name, module): calls for (name, _, module), calls in rows.items()}

    def test_hidden_copies_count_where_they_are(self):
        for compiler in COMPILERS:
            self.assertEqual(self.archives(compiler, "-fvisibility=hidden"), {
                ("main", "prog"): 1, ("common", "prog"): 1,
                ("left", "libleft.so"): 1, ("common", "libleft.so"): 2,
                ("right", "libright.so"): 2, ("common", "libright.so"): 4})

    def test_of_visible_copies_the_first_takes_all(self):
        """As in a plain build: all use the definition of the library that comes first."""
        for compiler in COMPILERS:
            self.assertEqual(self.archives(compiler), {
                ("main", "prog"): 1,
                ("left", "libleft.so"): 1, ("common", "libleft.so"): 7,
                ("right", "libright.so"): 2, ("common", "libright.so"): 0})

    def plugins(self, compiler, host, want):
        self.write("host.c", HOST)
        self.write("plugin.c", PLUGIN)
        for name in ("a", "b"):
            self.cc(compiler, "-fPIC", "-shared", "plugin.c", "-o", f"{name}.so")
        host(compiler)
        rows = self.rows(["./host", "./a.so", "./b.so", "./a.so", "./a.so"])
        want.update({("entry", "plugin.c", "a.so"): 3, ("deep", "plugin.c", "a.so"): 3,
                     ("entry", "plugin.c", "b.so"): 1, ("deep", "plugin.c", "b.so"): 1})
        self.assertEqual(rows, want)

    def test_plugins_of_an_instrumented_program(self):
        for compiler in COMPILERS:
            self.plugins(compiler, lambda c: self.cc(c, "host.c", "-ldl", "-o", "host"),
                         {("main", "host.c", "host"): 1, ("use", "host.c", "host"): 4})

    def test_plugins_of_a_plain_program(self):
        for compiler in COMPILERS:
            self.plugins(compiler,
                         lambda c: self.run_in([c, "host.c", "-ldl", "-o", "host"]), {})

    def test_a_library_linked_as_libtool_links_cxx(self):
        self.write("inner.cpp", INNER)
        self.write("m.c", USER)
        for compiler in COMPILERS:
            self.cc(cxx(compiler), "-fPIC", "-c", "inner.cpp")
            first, last = ([self.run_in([compiler, f"-print-file-name={name}"]).stdout.strip()
                            for name in names]
                           for names in (("crti.o", "crtbeginS.o"), ("crtendS.o", "crtn.o")))
            for more in ([], ["-Wl,-z,defs"]):
                self.cc(cxx(compiler), "-fPIC", "-shared", "-nostdlib", *first, "inner.o",
                        "-lstdc++", "-lm", "-lc", "-lgcc_s", *last, *more, "-o", "libinner.so")
                self.assertTrue(self.needed("libinner.so"))
                self.run_in([compiler, "m.c", "-L.", "-linner", "-Wl,-rpath,$ORIGIN",
                             "-o", "prog"])
                self.assertEqual(self.calls(self.program("prog")), {"inner": 1})

    def test_cxx_code_that_needs_no_libstdcxx(self):
        self.write("inner.cpp", INNER)
        self.write("m.c", USER)
        for compiler in COMPILERS:
            self.run_in([cxx(compiler), "-c", "inner.cpp"])
            self.run_in([compiler, "m.c", "inner.o", "-o", "prog"])
            self.cc(cxx(compiler), "-c", "inner.cpp")
            self.assertTrue(self.sites("inner.o"))
            self.assertEqual(self.built(compiler, "m.c", "inner.o"), {"inner": 1, "main": 1})

    def test_a_link_that_fails_names_what_is_missing(self):
        self.write("m.c", "int gone(void);\nint main(void)\n{\n  return gone();\n}\n")
        for compiler in COMPILERS:
            self.cc(compiler, "-c", "m.c")
            done = self.cc(compiler, "m.o", "-o", "prog", check=False)
            self.assertNotEqual(done.returncode, 0)
            self.assertIn("undefined reference to `gone'", done.stderr)
            self.assertNotIn("spile_i_", done.stderr)


if __name__ == "__main__":
    unittest.main()
