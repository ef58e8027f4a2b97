"""Warnings of paths through a function: those of the source as it is, no more, no less."""

import re
import unittest

from launcher_case import COMPILERS, LauncherCase

# GCC 12 -O1 warns of `cache` once cache_get has a cleanup.
FALSE_ALARM = """long complex_value(void *r, void *v, long *out);
int equal(void *a, long b);
int prepare(void *r);
struct cache { int id; };
struct conf { void *zone, *value; struct cache **caches; int n; };
long init(struct conf *u, void *r, struct cache **out);
static long cache_get(struct conf *u, void *r, struct cache **cache)
{
    long val;
    int i;
    if (u->zone) { *cache = u->zone; return 0; }
    if (complex_value(r, u->value, &val) != 0) return -1;
    if (val == 0) return -5;
    for (i = 0; i < u->n; i++)
        if (equal(u->caches[i], val)) { *cache = u->caches[i]; return 0; }
    return -1;
}
static long upstream_cache(struct conf *u, void *r, struct cache **out)
{
    struct cache *cache;
    long rc;
    if (*out == 0) {
        rc = cache_get(u, r, &cache);
        if (rc != 0) return rc;
        if (prepare(r) != 0) return -1;
        *out = cache;
    }
    return prepare(r);
}
long init(struct conf *u, void *r, struct cache **out)
{
    long rc = upstream_cache(u, r, out);
    if (rc == 3) return 4;
    return rc;
}
"""
TRUE_ALARM = "\nint unset(int n);\nint unset(int n) { int x; if (n) x = n; return x + prepare(0); }\n"
MISTAKE = "\nint unset(int n);\nint unset(int n) { return m; }\n"
WARN = ("-O1", "-Wall")


class Alarms(LauncherCase):
    def both(self, *flags, check=True):
        self.write("src/a.c", self.text)
        self.write(".spile.yaml", 'instrument:\n  - functions: ["*"]\n    min-statements: 0\n')
        for compiler in COMPILERS:
            call = (compiler, *WARN, *flags, "-c", "src/a.c")
            plain = self.run_in([*call, "-o", "plain.o"], check=check)
            ours = self.cc(*call, "-o", "ours.o", "-MD", "-MF", "ours.d", check=check)
            self.assertEqual(ours.stderr, plain.stderr)
            self.assertEqual(ours.returncode, plain.returncode)
            if ours.returncode == 0:
                self.assertTrue(self.sites("ours.o"))
                self.assertRegex(self.read("ours.d"), r"\Aours\.o:[ \\\n]+src/a\.c ")

    def test_the_false_one_is_not_shown(self):
        self.text = FALSE_ALARM
        self.both()

    def test_the_false_one_is_no_error(self):
        self.text = FALSE_ALARM
        self.both("-Werror")

    def test_in_colour(self):
        self.text = FALSE_ALARM + TRUE_ALARM
        self.both("-fdiagnostics-color=always")

    def test_the_true_one_is_shown(self):
        self.text = FALSE_ALARM + TRUE_ALARM
        self.both()

    def test_the_true_one_is_an_error(self):
        self.text = FALSE_ALARM + TRUE_ALARM
        self.both("-Werror", check=False)

    def test_a_mistake_is_one(self):
        self.text = FALSE_ALARM + MISTAKE
        self.both("-Werror", check=False)

    def test_in_one_call_with_the_link_and_of_several_sources(self):
        """What the linker says stays; the compilers' messages are those of the plain sources."""
        self.write("src/a.c", FALSE_ALARM)
        self.write("src/b.c", "int equal(void *a, long b);\nint equal(void *a, long b) { int x; "
                              "return a ? (int)b : 0; }\nint prepare(void *r);\n"
                              "int prepare(void *r) { return r != 0; }\n")
        self.write("src/main.c", "char *tmpnam(char *);\nlong complex_value(void *r, void *v, "
                                 "long *o);\nlong complex_value(void *r, void *v, long *o) "
                                 "{ *o = r != v; return 0; }\nint main(void) { char b[99]; "
                                 "return !tmpnam(b); }\n")
        self.write("src/all.c", '#include "a.c"\n#include "main.c"\nint equal(void *a, long b) '
                                "{ return a && b; }\nint prepare(void *r) { return r != 0; }\n")
        for headers, sources in (("false", ("src/a.c", "src/b.c", "src/main.c")),
                                 ("true", ("src/all.c",))):
            self.write(".spile.yaml", f'headers: {headers}\ninstrument:\n  - functions: ["*"]\n'
                                      "    min-statements: 0\n")
            for compiler in COMPILERS:
                call = (compiler, *WARN, "-g", *sources, "-o", "prog")
                plain, ours = self.run_in(call).stderr, self.cc(*call).stderr
                for text in ("unused", "tmpnam") if len(sources) > 1 else ("tmpnam",):
                    self.assertIn(text, plain)
                self.assertEqual(*(re.sub(r"\S*\.o\b", "OBJECT", text) for text in (ours, plain)))
                self.assertTrue(self.sites("prog"))


if __name__ == "__main__":
    unittest.main()
