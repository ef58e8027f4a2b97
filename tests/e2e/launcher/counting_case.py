"""Programs that are built and run, and the calls that spile-view finds of them."""

import json
import os
import tempfile

from launcher_case import CXX_OF, SPILE_CC, LauncherCase

BIN = os.path.dirname(os.path.abspath(SPILE_CC))
SPILE = os.path.join(BIN, "spile")
VIEW = os.path.join(BIN, "spile-view")
RUNTIME = os.path.abspath(os.path.join(BIN, "..", "lib"))
HEADERS = os.path.abspath(os.path.join(BIN, "..", "share", "spile", "include"))


def cxx(compiler):
    return CXX_OF[compiler]


class CountingCase(LauncherCase):
    def rows(self, command, text=None, **options):
        """Runs a program that prints `text`; {(function, file, module): calls}."""
        segments = tempfile.mkdtemp(prefix="run-", dir=self.dir)
        result = self.run_in(command, SPILE_DIR=segments, **options)
        self.assertNotIn("spile", result.stderr)
        if text is not None:
            self.assertEqual(result.stdout, text)
        return self.stored(segments)

    def calls(self, command, text=None, **options):
        """As rows(), but {function: calls} with equal names added up."""
        return self.by_name(self.rows(command, text, **options))

    def stored(self, segments):
        """What lies in a directory of segments: of one process, or of none."""
        names = os.listdir(segments) if os.path.isdir(segments) else []
        if not names:
            return {}
        self.assertEqual(len(names), 1, names)
        text = self.run_in([VIEW, "stats", "--json", "--total", "--all",
                            os.path.join(segments, names[0])]).stdout
        worker, = json.loads(text)["workers"]
        out = {}
        for row in worker["functions"]:
            key = (row["name"], row["file"], os.path.basename(row["module"]))
            self.assertNotIn(key, out, "one function, listed twice")
            out[key] = row["calls"]
        return out

    def by_name(self, rows):
        out = {}
        for (name, _, _), calls in rows.items():
            out[name] = out.get(name, 0) + calls
        return out

    def program(self, name, cwd=""):
        return [os.path.join(self.dir, cwd, name)]

    def built(self, compiler, *args, **options):
        """spile-cc COMPILER ... -o prog, then the calls of ./prog."""
        text = options.pop("text", None)
        self.cc(compiler, *args, "-o", "prog", **options)
        return self.calls(self.program("prog"), text)
