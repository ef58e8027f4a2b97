"""GCC's copies of edited headers: what is read through them is what was read before."""

import re
import unittest

from counting_case import CountingCase
from launcher_case import COMPILERS, CXX_OF

EVERY = 'headers: true\ninstrument:\n  - functions: ["*"]\n    min-statements: 0\n'
# Found beside its includer, above it, by -I, by <>, by #include_next; a warning in each.
TREE = {
    "src/main.cpp": """#include <cstdio>
#include "outer.h"
#include <proj/api.h>
int main() {
  int unused_in_main;
  std::printf("%d %d %d %s %s\\n", outer(1), api(2), next(), where(), plain);
}
""",
    "src/outer.h": """#pragma once
#include "sub/inner.h"
#include "plain.h"
inline int outer(int a) { int unused_in_outer;
  return inner(a) + PLAIN;
}
""",
    "src/plain.h": "#pragma once\n#define PLAIN 3\nstatic int unused_plain;\n"
                   "static const char *const plain = __FILE__;\n",
    "src/sub/inner.h": """#ifndef INNER_H
#define INNER_H
#include "../shared.h"
inline int inner(int a) { int unused_in_inner; return shared(a) * 2; }
#endif
""",
    "src/shared.h": """#pragma once
inline int shared(int a) { return a + 1; }
inline const char *where() { return __FILE__; }
""",
    "inc/proj/api.h": """#include "detail.h"
template <class T> T api(T a) { return detail(a); }
#include <next.h>
""",
    "inc/proj/detail.h": "template <class T> T detail(T a) { T unused_too; return a - 1; }\n",
    "inc/next.h": "#include_next <next.h>\ninline int first() { return 1; }\n",
    "inc2/next.h": "#include \"beside.h\"\ninline int next() { return BESIDE; }\n",
    "inc2/beside.h": "#define BESIDE 7\n",
}
COUNTS = {"main": 1, "outer": 1, "inner": 1, "shared": 1, "where": 1, "api": 1, "detail": 1,
          "next": 1}
# What leads to a header by a way that a copy would change: (file, text).
REFUSED = [
    ("by the command line", ["-include", "src/shared.h"], {}),
    ("by a macro", [], {"src/outer.h": '#define INNER "sub/inner.h"\n#include INNER\n'
                                       "#define PLAIN 3\n#define plain __FILE__\n"
                                       "inline int outer(int a) { return inner(a) + PLAIN; }\n"}),
    ("__has_include", [], {"src/outer.h": TREE["src/outer.h"].replace(
        '#include "plain.h"', '#if __has_include("plain.h")\n#include "plain.h"\n#endif')}),
    ("a system header", ["-isystem", "sys"], {
        "src/outer.h": TREE["src/outer.h"].replace("inline int outer", "#include <sys.h>\n"
                                                   "inline int outer"),
        "sys/sys.h": '#include "../src/sub/inner.h"\n'}),
]


class HeaderCopies(CountingCase):
    maxDiff = None

    def setUp(self):
        super().setUp()
        self.write(".spile.yaml", EVERY)
        for name, text in TREE.items():
            self.write(name, text)

    def prerequisites(self, name):
        text = self.read(name).replace("\\\n", " ").split("\n")[0]
        return {f for f in text.split()[1:] if "/spile/" not in f and ".spile.yaml" not in f}

    def compared(self, compiler, flags, source, cwd=""):
        """The plain and the timed program say and are told the same."""
        up = "../" if cwd else ""
        flags = [compiler, "-g", *flags, "-Wall", "-Wextra", "-MD"]
        plain = self.run_in([*flags, source, "-o", f"{up}plain", "-MF", f"{up}plain.d"], cwd=cwd)
        timed = self.cc(*flags, source, "-o", f"{up}prog", "-MF", f"{up}prog.d", cwd=cwd)
        self.assertGreaterEqual(plain.stderr.count("unused"), 4)
        self.assertEqual(timed.stderr, plain.stderr)
        self.assertEqual(self.prerequisites("prog.d"), self.prerequisites("plain.d"))
        said = self.run_in(self.program("plain")).stdout
        self.assertEqual(self.calls(self.program("prog"), said), COUNTS)
        lines = self.run_in(["readelf", "--debug-dump=line", "--debug-dump=info", "prog"]).stdout
        self.assertNotRegex(lines, r"spile-\d+/|/\./")
        return said

    def test_messages_names_and_dependencies_stay(self):
        for compiler in COMPILERS:
            for level in ("-O0", "-O2"):
                with self.subTest(compiler=compiler, level=level):
                    flags = ["-Iinc", "-Iinc2/", level]
                    said = self.compared(CXX_OF[compiler], flags, "src/main.cpp")
                    self.assertIn("src/sub/../shared.h src/plain.h", said)

    def test_from_the_folder_of_the_source_and_with_whole_paths(self):
        said = self.compared("g++", ["-I../inc", "-I../inc2"], "main.cpp", cwd="src")
        self.assertIn(" sub/../shared.h plain.h", said)
        there = self.dir
        said = self.compared("g++", [f"-I{there}/inc", f"-I{there}/inc2"], f"{there}/src/main.cpp")
        self.assertIn(f" {there}/src/sub/../shared.h {there}/src/plain.h", said)

    def test_preprocessed_text_names_the_originals(self):
        flags = ["g++", "-Iinc", "-Iinc2", "-E", "src/main.cpp"]
        names = [set(re.findall(r'(?m)^# \d+ "([^"]*)"', text)) for text in
                 (self.run_in(flags).stdout, self.cc(*flags).stdout)]
        self.assertEqual({n for n in names[1] if "/spile/" not in n and ".spile.yaml" not in n},
                         names[0])

    def test_an_unedited_source_with_an_edited_header(self):
        self.write(".spile.yaml", EVERY.replace('["*"]', '["inner"]'))
        self.cc("g++", "-Iinc", "-Iinc2", "src/main.cpp", "-o", "prog")
        self.assertEqual(self.calls(self.program("prog")), {"inner": 1})

    def test_what_cannot_be_copied_is_left_with_its_reason(self):
        for why, flags, files in REFUSED:
            with self.subTest(why=why):
                for name, text in {**TREE, **files}.items():
                    self.write(name, text)
                flags = ["-Iinc", "-Iinc2", *flags, "src/main.cpp"]
                done = self.cc("g++", *flags, "-o", "prog", quiet=False)
                self.assertRegex(done.stderr, "spile-cc: warning: src/main.cpp: functions of "
                                              f"headers are not timed: .*{why}")
                self.assertEqual(self.calls(self.program("prog")), {"main": 1})
                self.write("strict.yaml", "strict: true\n" + EVERY)
                done = self.cc("g++", *flags, "-c", check=False, SPILE_CONFIG="strict.yaml",
                               quiet=False)
                self.assertEqual(done.returncode, 2)
                self.assertRegex(done.stderr, r"(?m)^src/\S*\.h:\d+:\d+: error: \w+ is left out: "
                                              "GCC cannot be given its header")

    def test_standard_input(self):
        done = self.cc("g++", "-Isrc", "-Iinc", "-Iinc2", "-x", "c++", "-", "-o", "prog",
                       stdin=TREE["src/main.cpp"], quiet=False)
        self.assertIn("headers are not timed: the source is standard input", done.stderr)
        self.assertEqual(self.calls(self.program("prog")), {"main": 1})

    def test_a_header_read_again_by_another_name(self):
        self.write("src/outer.h", '#include "list.h"\n#include "../src/list.h"\n'
                                  "#define plain __FILE__\n"
                                  "inline int outer(int a) { return inner(a); }\n")
        self.write("src/list.h", '#include "sub/inner.h"\nextern const char *names;\n')
        done = self.cc("g++", "-Iinc", "-Iinc2", "src/main.cpp", "-o", "prog", quiet=False)
        self.assertIn("list.h is read again by another name", done.stderr)
        self.assertEqual(self.calls(self.program("prog")), {"main": 1})


if __name__ == "__main__":
    unittest.main()
