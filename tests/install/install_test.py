"""An installed Spile builds strangers' projects, also after it was moved."""

import os
import re
import shutil
import unittest

from install_case import BUILD, CMAKE, HERE, LIBDIR, SOURCE, InstallCase


class Install(InstallCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        first = os.path.join(cls.dir, "first")
        cls.run_there(CMAKE, "--install", BUILD, "--prefix", first)
        # Whatever still names the first place does not work any more.
        cls.prefix = os.path.join(cls.dir, "moved here")
        os.rename(first, cls.prefix)

    def consumer(self, generator):
        build = os.path.join(self.dir, "consumer " + generator)
        self.run_there(CMAKE, "-G", generator, "-S", os.path.join(HERE, "consumer"),
                       "-B", build, f"-DCMAKE_PREFIX_PATH={self.prefix}",
                       "-DCMAKE_BUILD_TYPE=Release")
        self.run_there(CMAKE, "--build", build)
        return build

    def check_consumer(self, generator):
        build = self.consumer(generator)
        report = self.run_there(f"{build}/server", SPILE_REPORT="stderr")
        self.assertIn("total 40\n", report)
        self.assertEqual(re.findall(r"srv_answer +: +(\d+) times", report), ["5", "5"])
        self.assertNotIn("not_asked_for", report)
        [segment] = self.segments()
        self.assertEqual(
            sorted(self.run_there(f"{build}/reads", segment).splitlines()),
            ["srv_answer 10", "srv_work 2"])
        for plain in "plain", "plain_static":
            self.assertRegex(self.run_there(f"{build}/{plain}"),
                             r"(?m)^by_hand +: +7 times:")

    def test_cmake_with_ninja(self):
        self.check_consumer("Ninja")

    def test_cmake_with_make(self):
        self.check_consumer("Unix Makefiles")

    def test_view_reads_the_consumer(self):
        self.run_there(f"{self.consumer('Ninja')}/server")
        table = self.run_there(f"{self.prefix}/bin/spile-view", "stats", "server",
                               "--total")
        self.assertRegex(table, r"(?m)^srv_answer +: +10 times:")

    # The compiler is a word of a Makefile: no place for a space in a path.
    def test_make_with_the_launcher(self):
        place = os.path.join(self.dir, "unspaced")
        os.symlink(self.prefix, place)
        self.addCleanup(os.unlink, place)
        objects = os.path.join(self.dir, "pool")
        self.run_there("make", "-C", f"{SOURCE}/examples/pool", f"OBJDIR={objects}",
                       f"CXX={place}/bin/spile-cc g++")
        plain = self.run_there(f"{objects}/pool", "600", "2")
        self.assertRegex(plain, r"^checksum [0-9a-f]{16} returned \d+ threw \d+\n$")
        report = self.run_there(f"{objects}/pool", "600", "2", SPILE_REPORT="stderr")
        self.assertTrue(report.startswith(plain), report)
        self.assertRegex(report, r"(?m)^\S+ +: +\d+ times: +\d+ nanoseconds$")

    def test_pkg_config(self):
        if shutil.which("pkg-config") is None:
            self.skipTest("there is no pkg-config")
        flags = self.run_there(
            "pkg-config", "--cflags", "--libs", "spile",
            PKG_CONFIG_PATH=f"{self.prefix}/{LIBDIR}/pkgconfig")
        # pkgconf puts a backslash before a space.
        script = f'cc -o pc "{HERE}/consumer/plain.c" {flags.strip()}'
        self.run_there("sh", "-c", script)
        self.assertRegex(
            self.run_there("./pc", LD_LIBRARY_PATH=f"{self.prefix}/{LIBDIR}"),
            r"(?m)^by_hand +: +7 times:")

    # Debug information in programs and archives may.
    def test_no_text_names_where_it_was_built(self):
        places = [SOURCE.encode(), BUILD.encode(), f"{self.dir}/first".encode()]
        found = []
        for folder, _, names in os.walk(self.prefix):
            for name in names:
                path = os.path.join(folder, name)
                with open(path, "rb") as file:
                    text = file.read()
                if not text.startswith((b"\x7fELF", b"!<arch>")):
                    found += [(path, place) for place in places if place in text]
        self.assertEqual(found, [])

    def test_headers_for_the_launcher_are_the_installed_ones(self):
        private = f"{self.prefix}/share/spile/include/spile"
        self.assertEqual(
            sorted(os.listdir(private)),
            ["load.h", "scope.h", "scope_monotonic.h", "scope_thread_cpu.h", "spile.h"])
        for name in os.listdir(private):
            with open(f"{private}/{name}", encoding="utf-8") as copy, \
                    open(f"{self.prefix}/include/spile/{name}", encoding="utf-8") as own:
                self.assertEqual(copy.read(), own.read())


if __name__ == "__main__":
    unittest.main()
