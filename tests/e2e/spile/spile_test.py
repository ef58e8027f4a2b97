#!/usr/bin/env python3
"""The commands of `spile`, on real trees in temporary folders.

Environment: SPILE_BIN, SPILE_INCLUDE, SPILE_LIB (folders).
"""
import json
import os
import pty
import re
import shutil
import signal
import stat
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

BIN = os.environ["SPILE_BIN"]
INCLUDE = os.environ["SPILE_INCLUDE"]
LIB = os.environ["SPILE_LIB"]

MAIN = """#include <stdio.h>
#include "util.h"

int main(void) {
  printf("%d\\n", util_sum(3) + util_twice(4));
  return 0;
}
"""
UTIL_H = """#ifndef UTIL_H
#define UTIL_H

int util_sum(int n);

static inline int util_twice(int a) {
  int sum = 0;
  for (int i = 0; i < 2; ++i)
    sum += a;
  return sum;
}
#endif
"""
UTIL_C = """#include "util.h"

/* Adds up. */
int util_sum(int n) {
  int sum = 0;
  for (int i = 1; i <= n; ++i)
    sum += i;
  return sum;
}
"""


class SpileTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.dir = Path(folder.name).resolve()
        self.write("src/main.c", MAIN)
        self.write("src/util.c", UTIL_C)
        self.write("src/util.h", UTIL_H)
        self.database("src/main.c", "src/util.c")

    def write(self, name, text):
        path = self.dir / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    def read(self, name):
        return (self.dir / name).read_text()

    def database(self, *files, flags=()):
        self.commands([["gcc", "-O1", *flags, "-c", f] for f in files])

    def commands(self, commands):
        entries = [{"directory": str(self.dir), "file": c[-1], "arguments": c} for c in commands]
        self.write("build/compile_commands.json", json.dumps(entries))

    def spile(self, *args, status=0, **env):
        done = subprocess.run([f"{BIN}/spile", *args], cwd=self.dir, encoding="utf-8",
                              errors="replace", capture_output=True, timeout=120,
                              env={**os.environ, **env})
        self.assertEqual(done.returncode, status, done.stdout + done.stderr)
        return done

    def tree(self):
        return {str(p.relative_to(self.dir)): p.read_bytes()
                for p in sorted(self.dir.rglob("*")) if p.is_file()}

    def build(self, top="."):
        done = subprocess.run(["gcc", "-Wall", "-Werror", f"-I{INCLUDE}", "src/main.c",
                               "src/util.c", "-o", "program", f"-L{LIB}",
                               f"-Wl,-rpath,{LIB}", "-lspile"],
                              cwd=self.dir / top, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        env = {**os.environ, "SPILE_DIR": str(self.dir / "segments"),
               "SPILE_REPORT": "stderr"}
        return subprocess.run([str(self.dir / top / "program")], env=env,
                              capture_output=True, text=True)


class Instrument(SpileTest):
    def test_mirrored_tree_builds_and_counts(self):
        before = self.tree()
        self.write("src/data.txt", "kept")
        done = self.spile("instrument", "-p", "build", "src/")
        self.assertIn("2 functions instrumented, 0 skipped", done.stderr)
        out = self.build("spile-out")
        self.assertEqual(out.stdout, "14\n")
        self.assertRegex(out.stderr, r"util_sum +: +1 times")
        self.assertRegex(out.stderr, r"main +: +1 times")
        self.assertEqual(self.read("spile-out/src/data.txt"), "kept")
        self.assertEqual(self.read("spile-out/src/util.h"), UTIL_H)
        for name, text in before.items():
            self.assertEqual((self.dir / name).read_bytes(), text)

    def test_tree_is_not_written_twice(self):
        self.spile("instrument", "-p", "build", "src/")
        path = self.dir / "spile-out/src/main.c"
        before = path.stat()
        self.spile("instrument", "-p", "build", "src/")
        after = path.stat()
        self.assertEqual((before.st_ino, before.st_mtime_ns), (after.st_ino, after.st_mtime_ns))

    def test_tree_keeps_modes_and_links(self):
        (self.dir / "src/main.c").chmod(0o640)
        (self.dir / "src/link").symlink_to("data")
        self.spile("instrument", "-p", "build", "-o", "out", "src/")
        self.assertEqual(stat.S_IMODE((self.dir / "out/src/main.c").stat().st_mode), 0o640)
        self.assertEqual(os.readlink(self.dir / "out/src/link"), "data")

    def test_in_place_second_run_and_strip(self):
        before = self.tree()
        self.spile("instrument", "-p", "build", "--in-place", "src/")
        once = self.tree()
        self.assertNotEqual(before, once)
        self.assertEqual(self.build().stdout, "14\n")
        done = self.spile("instrument", "-p", "build", "--in-place", "src/")
        self.assertIn("0 files written", done.stderr)
        shutil.rmtree(self.dir / "segments")
        (self.dir / "program").unlink()
        self.assertEqual(self.tree(), once)
        self.spile("strip", "src/")
        self.assertEqual(self.tree(), before)

    def test_in_place_keeps_mode_owner_and_link(self):
        real = self.dir / "src/main.c"
        moved = self.write("elsewhere/real.c", MAIN)
        real.unlink()
        real.symlink_to("../elsewhere/real.c")
        moved.chmod(0o604)
        if os.geteuid() == 0:
            os.chown(moved, 12345, 54321)
        owner = (moved.stat().st_uid, moved.stat().st_gid)
        self.spile("instrument", "-p", "build", "--functions", "*", "-i", "src/main.c")
        self.assertTrue(real.is_symlink())
        self.assertIn("SPILE_SCOPE", moved.read_text())
        self.assertEqual(stat.S_IMODE(moved.stat().st_mode), 0o604)
        self.assertEqual((moved.stat().st_uid, moved.stat().st_gid), owner)

    def test_stdout(self):
        done = self.spile("instrument", "-p", "build", "--stdout", "src/util.c")
        self.assertEqual(done.stdout, UTIL_C.replace("\n/*", "#include <spile/scope.h>\n/*", 1)
                         .replace("(int n) {", "(int n) { SPILE_SCOPE(\"util_sum\");")
                         .replace("\"\n#include", "\"\n#include", 1))
        self.assertEqual(self.read("src/util.c"), UTIL_C)

    def test_same_bytes_for_every_j_and_order(self):
        names = [f"src/f{i}.c" for i in range(12)]
        for i, name in enumerate(names):
            self.write(name, f'#include "util.h"\n\nint f{i}(int a) {{ return util_sum(a); }}\n')
        self.write(".spile.yaml", "headers: true\ninstrument:\n  - functions: '*'\n")
        outs = []
        for jobs, files in (("1", names), ("7", names), ("3", names[::-1])):
            self.database(*files)
            shutil.rmtree(self.dir / "out", ignore_errors=True)
            self.spile("instrument", "-p", "build", "-j", jobs, "-o", "out", *files)
            outs.append({str(p): p.read_bytes() for p in (self.dir / "out").rglob("*") if p.is_file()})
        self.assertEqual(len(outs[0]), 13)
        self.assertEqual(outs[0], outs[1])
        self.assertEqual(outs[0], outs[2])

    def test_header_functions_on_request(self):
        self.write(".spile.yaml", "headers: true\n")
        self.spile("instrument", "-p", "build", "-o", "out", "src/")
        self.assertIn('util_twice(int a) { SPILE_SCOPE("util_twice");', self.read("out/src/util.h"))
        out = self.build("out")
        self.assertEqual(out.stdout, "14\n")
        self.assertRegex(out.stderr, r"util_twice +: +1 times")

    def test_header_in_place_is_stable(self):
        self.write(".spile.yaml", "headers: true\n")
        before = self.tree()
        self.spile("instrument", "-p", "build", "-i", "src/")
        once = self.tree()
        self.spile("instrument", "-p", "build", "-i", "src/")
        self.assertEqual(self.tree(), once)
        self.spile("check", "-p", "build", "src/")
        self.spile("strip", "src/")
        self.assertEqual(self.tree(), before)

    def test_two_commands_of_one_file_are_merged(self):
        self.write("src/both.c", "#include <stdio.h>\n\n#ifdef ONE\nint one(void) { return puts(\"1\"); }\n"
                   "#else\nint two(void) { return puts(\"2\"); }\n#endif\nint all(void) { return puts(\"3\"); }\n")
        self.commands([["gcc", "-c", "-DONE", "src/both.c"], ["gcc", "-c", "src/both.c"]])
        done = self.spile("instrument", "-p", "build", "--stdout", "src/both.c")
        self.assertEqual(re.findall(r'SPILE_SCOPE\("(\w+)"\)', done.stdout), ["one", "two", "all"])
        self.assertEqual(done.stdout.count("#include <spile/"), 1)

    def test_flags_behind_dashes(self):
        (self.dir / "build/compile_commands.json").unlink()
        self.write("src/flag.c", "#ifdef YES\n#include <stdio.h>\n\nint f(void) { return puts(\"\"); }\n#endif\n")
        done = self.spile("instrument", "--stdout", "src/flag.c", "--", "-DYES")
        self.assertIn('SPILE_SCOPE("f")', done.stdout)

    def test_progress_only_on_a_terminal(self):
        self.assertNotIn("[1/2]", self.spile("list", "-p", "build", "src/").stderr)
        main, other = pty.openpty()
        subprocess.run([f"{BIN}/spile", "list", "-p", "build", "src/"], cwd=self.dir,
                       stdout=subprocess.DEVNULL, stderr=other, check=True)
        os.close(other)
        self.assertIn(b"[1/2]", os.read(main, 4096))
        os.close(main)


class Diff(SpileTest):
    def test_git_applies_it(self):
        diff = self.spile("diff", "-p", "build", "src/").stdout
        for args in (["git", "init", "-q"], ["git", "apply", "--check", "-"], ["git", "apply", "-"]):
            done = subprocess.run(args, cwd=self.dir, input=diff, text=True, capture_output=True)
            self.assertEqual(done.returncode, 0, done.stderr)
        self.spile("check", "-p", "build", "src/")
        self.assertIn("SPILE_SCOPE", self.read("src/util.c"))

    def test_patch_applies_and_reverses_it(self):
        diff = self.spile("diff", "-p", "build", "src/").stdout
        before = self.tree()
        for args in (["patch", "-p1"], ["patch", "-R", "-p1"]):
            done = subprocess.run(args, cwd=self.dir, input=diff, text=True, capture_output=True)
            self.assertEqual(done.returncode, 0, done.stdout)
        self.assertEqual(self.tree(), before)

    def test_is_empty_for_a_tree_in_place(self):
        self.spile("instrument", "-p", "build", "-i", "src/")
        self.assertEqual(self.spile("diff", "-p", "build", "src/").stdout, "")

    def test_colour(self):
        plain = self.spile("diff", "-p", "build", "src/").stdout
        self.assertNotIn("\033", plain)
        shown = self.spile("diff", "-p", "build", "--color", "always", "src/").stdout
        self.assertIn("\033[32m+", shown)
        self.assertEqual(re.sub("\033\\[[0-9]*m", "", shown), plain)
        for env, wanted in (({}, True), ({"NO_COLOR": "1"}, False)):
            self.assertEqual("\033[32m" in self.on_terminal(env), wanted)

    def on_terminal(self, env):
        """What `spile diff` shows on a terminal, up to its last byte."""
        main, other = pty.openpty()
        plain = {k: v for k, v in os.environ.items() if k != "NO_COLOR"}
        with subprocess.Popen([f"{BIN}/spile", "diff", "-p", "build", "src/util.c"], cwd=self.dir,
                              stdout=other, env={**plain, **env}) as shown:
            os.close(other)
            text = b""
            try:
                while more := os.read(main, 65536):
                    text += more
            except OSError:  # EIO: nobody holds the other side any more
                pass
        os.close(main)
        self.assertEqual(shown.returncode, 0)
        return text.decode()

    def test_export_fixes(self):
        tool = shutil.which("clang-apply-replacements-19")
        if not tool:
            self.skipTest("clang-apply-replacements-19 is not installed")
        want = self.spile("instrument", "-p", "build", "--stdout", "src/main.c").stdout
        (self.dir / "fixes").mkdir()
        self.spile("diff", "-p", "build", "--export-fixes", "fixes/all.yaml", "src/")
        subprocess.run([tool, "fixes"], cwd=self.dir, check=True, capture_output=True)
        self.assertEqual(self.read("src/main.c"), want)


class List(SpileTest):
    def test_every_function_with_its_reason(self):
        self.write("src/main.c", MAIN + "static int leaf(int a) { return a; }\n"
                   "#define BODY { return leaf(1); }\nint from_macro(void) BODY\n")
        out = self.spile("list", "-p", "build", "src/").stdout.splitlines()
        self.assertEqual(len(out), 5)
        self.assertIn("src/main.c:4:5: main: instrumented: default", out)
        self.assertRegex(out[1], r"^src/main.c:8:12: leaf: left: tiny leaf")
        self.assertRegex(out[2], r"^src/main.c:10:5: from_macro: skipped: .*macro at "
                         r"src/main.c:9 \(taken by default\)$")
        self.assertEqual(out[-1], "4 functions: 2 instrumented, 1 skipped, 1 left")

    def test_why(self):
        out = self.spile("list", "-p", "build", "src/", "--why", "util_sum").stdout
        self.assertEqual(out, "src/util.c:4:5: util_sum: instrumented: default\n")
        err = self.spile("list", "-p", "build", "src/", "--why", "util_sam", status=1).stderr
        self.assertIn("did you mean 'util_sum'?", err)

    def test_json(self):
        out = json.loads(self.spile("list", "-p", "build", "src/", "--json").stdout)
        self.assertEqual([(f["name"], f["file"], f["line"], f["verdict"]) for f in out],
                         [("main", "src/main.c", 4, "instrumented"),
                          ("util_sum", "src/util.c", 4, "instrumented")])
        self.write("src/body.h", "#define BODY { return util_sum(1); }\n")
        self.write("src/main.c", '#include "body.h"\n' + MAIN + "int made(void) BODY\n")
        out = json.loads(self.spile("list", "-p", "build", "src/", "--json").stdout)
        self.assertEqual([f.get("macro") for f in out], [None, "src/body.h:1", None])

    def test_calls_of_clang_by_itself_are_no_commands(self):
        """As bear records them beside the driver's."""
        self.commands([["gcc", "-c", "src/main.c"], ["gcc", "-c", "src/util.c"],
                       ["clang", "-cc1", "-triple", "none", "-Eonly", "src/util.c"]])
        out = json.loads(self.spile("list", "-p", "build", "src/", "--json").stdout)
        self.assertEqual([f["name"] for f in out], ["main", "util_sum"])

    def test_selected_is_edited_and_skipped(self):
        self.write(".spile.yaml", "instrument:\n  - functions: '*'\n")
        self.write("src/main.c", MAIN + "#define BODY { return 1; }\nint from_macro(void) BODY\n")
        sites = json.loads(self.spile("list", "-p", "build", "src/", "--json").stdout)
        text = self.spile("diff", "-p", "build", "src/").stdout
        edited = len(re.findall(r"^\+.*SPILE_SCOPE", text, re.M))
        skipped = sum(s["verdict"] == "skipped" for s in sites)
        self.assertEqual((edited, skipped), (2, 1))
        self.assertEqual(edited + skipped, sum(s["rule"] != "" for s in sites))


class Check(SpileTest):
    def test_status(self):
        out = self.spile("check", "-p", "build", "src/", status=1).stdout
        self.assertEqual(out, "src/main.c: stale\nsrc/util.c: stale\n")
        self.spile("instrument", "-p", "build", "-i", "src/")
        self.assertEqual(self.spile("check", "-p", "build", "src/").stdout, "")
        text = self.read("src/util.c")
        self.write("src/util.c", text + "int more(int a) { return util_sum(a); }\n")
        out = self.spile("check", "-p", "build", "src/", status=1).stdout
        self.assertEqual(out, "src/util.c: stale\n")

    def test_a_rule_that_changed_takes_insertions_out(self):
        self.spile("instrument", "-p", "build", "-i", "src/")
        self.write(".spile.yaml", "instrument:\n  - functions: main\n")
        self.spile("check", "-p", "build", "src/", status=1)
        self.spile("instrument", "-p", "build", "-i", "src/")
        self.assertEqual(self.read("src/util.c"), UTIL_C)


class BadInput(SpileTest):
    def refused(self, *args, status=2):
        before = self.tree()
        done = self.spile("instrument", "-p", "build", *args, status=status)
        self.assertEqual(self.tree(), before)
        return done.stderr

    def test_config_mistakes_all_in_one_run(self):
        self.write(".spile.yaml", "instrumnt: 1\nclock: tsk\ninstrument:\n  - functions: ['/(/']\n"
                   "    min-statements: many\n  - matcher: 'functionDecl(hasNam(\"f\"))'\n")
        err = self.refused("--in-place", "src/")
        self.assertRegex(err, r"\.spile\.yaml:1:1: error: unknown key 'instrumnt'.*'instrument'")
        self.assertRegex(err, r"\.spile\.yaml:2:8: error: .*'tsk'.*'tsc'")
        self.assertRegex(err, r"\.spile\.yaml:4:\d+: error: ")
        self.assertRegex(err, r"\.spile\.yaml:5:\d+: error: ")
        self.assertRegex(err, r"\.spile\.yaml:6:\d+: error: ")

    def test_missing_and_unknown_sources(self):
        self.write("src/extra.c", UTIL_C)
        err = self.refused("-i", "src/no.c", "src/extra.c", "src/util.h")
        self.assertRegex(err, r"src/no\.c: error: .*[Nn]o such file")
        self.assertIn("src/extra.c: error: not in the compile database", err)
        self.assertIn("src/util.h: error: a header", err)

    def test_no_database(self):
        err = self.spile("list", "-p", "nowhere", status=2).stderr
        self.assertIn("nowhere", err)
        shutil.rmtree(self.dir / "build")
        self.assertIn("compile_commands.json", self.spile("list", "src", status=2).stderr)

    def test_unreadable_source(self):
        (self.dir / "src/util.c").chmod(0)
        args = [f"{BIN}/spile", "instrument", "-p", "build", "-i", "src/util.c"]
        as_other = {}
        if os.geteuid() == 0: # root reads every file
            as_other = {"user": 65534, "group": 65534, "extra_groups": []}
            for folder in (self.dir, self.dir / "src", self.dir / "build"):
                folder.chmod(0o755)
        try:
            done = subprocess.run(args, cwd=self.dir, capture_output=True, text=True, **as_other)
        except PermissionError as error:
            self.skipTest(f"spile lies where only root may run it: {error}")
        self.assertEqual(done.returncode, 2)
        self.assertRegex(done.stderr, r"src/util\.c: error: .*[Pp]ermission denied")

    def test_syntax_error_leaves_the_file_and_does_the_others(self):
        broken = "int f(void) {\n  return 1 +;\n}\n"
        self.write("src/main.c", broken)
        done = self.spile("instrument", "-p", "build", "-i", "src/", status=2)
        self.assertRegex(done.stderr, r"src/main\.c:2:13: error: expected expression")
        self.assertEqual(self.read("src/main.c"), broken)
        self.assertIn("SPILE_SCOPE", self.read("src/util.c"))

    def test_strict_writes_nothing(self):
        self.write(".spile.yaml", "strict: true\ninstrument:\n  - functions: '*'\n")
        self.write("src/main.c", MAIN + "#define BODY { return 1; }\nint from_macro(void) BODY\n")
        self.assertIn("strict", self.refused("-i", "src/"))

    def test_a_name_that_is_nowhere(self):
        self.write(".spile.yaml", "instrument:\n  - functions: [util_sum, mk_gone]\n")
        err = self.spile("instrument", "-p", "build", "-i", "src/").stderr
        self.assertRegex(err, r"^\.spile\.yaml:2:27: warning: .*'mk_gone'")
        self.assertNotIn("'util_sum'", err)
        err = self.spile("list", "-p", "build", "--functions", "mk_too", "src/").stderr
        self.assertEqual(err, "--functions: warning: no function is named 'mk_too' in the files given\n")

    def test_odd_files(self):
        cases = {"utf16": "int f(void);\n".encode("utf-16"), "empty": b"", "nul": b"int a;\0\nint f(void) { return 1; }\n",
                 "latin1": b"// \xe9\n#include <stdio.h>\n\nint f(void) { return puts(\"\xe9\"); }\n",
                 "crlf": b"#include <stdio.h>\r\n\r\nint f(void)\r\n{\r\n  return puts(\"\");\r\n}\r\n",
                 "no_end": b"#include <stdio.h>\n\nint f(void) { return puts(\"\"); }",
                 "bom": b"\xef\xbb\xbf#include <stdio.h>\n\nint f(void) { return puts(\"\"); }\n"}
        for name, text in cases.items():
            path = self.write(f"src/{name}.c", text)
            self.database(f"src/{name}.c")
            done = subprocess.run([f"{BIN}/spile", "instrument", "-p", "build", "-i", str(path)],
                                  cwd=self.dir, capture_output=True, encoding="utf-8", errors="replace")
            self.assertIn(done.returncode, (0, 2), name)
            if done.returncode == 2:
                self.assertIn("error: ", done.stderr, name)
                self.assertEqual(path.read_bytes(), text, name)
            if name not in ("utf16", "empty", "nul"):
                self.assertIn(b"SPILE_SCOPE(\"f\");", path.read_bytes(), name)
            self.spile("strip", str(path))
            self.assertEqual(path.read_bytes(), text, name)

    def test_interrupt_leaves_every_file_whole(self):
        text = "#include <stdio.h>\n\n" + "".join(
            f"int f{i}(void) {{ return puts(\"{i}\"); }}\n" for i in range(300))
        names = [f"src/i{i}.c" for i in range(30)]
        for name in names:
            self.write(name, text)
        self.database(*names)
        whole = self.spile("instrument", "-p", "build", "--stdout", names[0]).stdout
        for delay in (0.05, 0.3, 0.6, 1.0, 1.3):
            run = subprocess.Popen([f"{BIN}/spile", "instrument", "-p", "build", "-i", *names],
                                   cwd=self.dir, stderr=subprocess.DEVNULL)
            time.sleep(delay)
            run.send_signal(signal.SIGINT)
            run.wait(timeout=60)
            for name in names:
                self.assertIn(self.read(name), (text, whole), name)
            left = [p.name for p in (self.dir / "src").iterdir() if ".spile-" in p.name]
            self.assertEqual(left, [])

    def test_options(self):
        self.assertIn("--help", self.spile("instrument", "--no-such-option", status=2).stderr)
        self.spile(status=2)
        for command in ([], ["instrument"], ["diff"], ["list"], ["check"], ["strip"]):
            text = self.spile(*command, "--help").stdout
            self.assertIn("Example: ", text)
            self.assertLessEqual(len(text.splitlines()), 24, command)
            self.assertLessEqual(max(map(len, text.splitlines())), 100, command)


if __name__ == "__main__":
    unittest.main(verbosity=2)
