"""The Debian packages: what they hold and need, and that they work unpacked."""

import glob
import os
import shutil
import unittest

from install_case import BUILD, CPACK, HERE, LLVM, SOURCE, InstallCase


@unittest.skipUnless(shutil.which("dpkg-shlibdeps"), "there is no dpkg-shlibdeps")
class Package(InstallCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.packages = os.path.join(cls.dir, "packages")
        cls.run_there(CPACK, "--config", f"{BUILD}/CPackConfig.cmake",
                      "-B", cls.packages)
        cls.root = os.path.join(cls.dir, "root")
        for path in glob.glob(f"{cls.packages}/*.deb"):
            cls.run_there("dpkg-deb", "-x", path, cls.root)

    def package(self, name):
        [path] = glob.glob(f"{self.packages}/{name}_*.deb")
        return path

    def field(self, name, field):
        return self.run_there("dpkg-deb", "-f", self.package(name), field)

    def files(self, name):
        lines = self.run_there("dpkg-deb", "-c", self.package(name)).splitlines()
        files = [line.split()[5] for line in lines if not line.startswith("d")]
        for line in lines:
            self.assertIn(" root/root ", line)
            self.assertTrue(line.startswith(("drwxr-xr-x", "-rw", "lrw")), line)
        return {os.path.basename(file) for file in files}

    def test_which_file_is_in_which_package(self):
        self.assertEqual(len(glob.glob(f"{self.packages}/*.deb")), 4)
        runtime = self.files("libspile0")
        self.assertIn("libspile.so.0", runtime)
        self.assertNotIn("libspile.so", runtime)
        self.assertLessEqual(
            {"libspile.so", "libspile.a", "libspile_reader.a", "spile.h",
             "scope.h", "counters.h", "reader.h", "control.h", "spile.pc",
             "spile-config.cmake", "SpileInstrument.cmake"},
            self.files("libspile-dev"))
        self.assertIn("spile-view", self.files("spile-view"))
        tool = self.files("spile")
        self.assertLessEqual({"spile", "spile-cc", "config.md"}, tool)
        self.assertNotIn("spile-view", tool)

    def test_what_the_packages_need(self):
        version = self.field("spile", "Version").strip()
        needs = self.field("spile", "Depends")
        for package in (f"libclang-cpp{LLVM}", f"libllvm{LLVM}", "libfmt",
                        f"libclang-common-{LLVM}-dev",
                        f"libspile-dev (= {version})"):
            self.assertIn(package, needs)
        self.assertIn(f"libspile0 (= {version})", self.field("libspile-dev", "Depends"))
        for name in "libspile0", "spile-view":
            needs = self.field(name, "Depends")
            self.assertIn("libc6", needs)
            self.assertNotIn("llvm", needs.lower())

    def test_unpacked_packages_work(self):
        objects = os.path.join(self.dir, "httpd")
        self.run_there("make", "-C", f"{SOURCE}/examples/httpd", f"OBJDIR={objects}",
                       f"CC={self.root}/usr/bin/spile-cc gcc")
        self.run_there(f"{objects}/httpd", "--help")
        self.run_there(f"{self.root}/usr/bin/spile-cc", "--functions=srv_*", "gcc",
                       f"{HERE}/consumer/server.c", "-o", "server", "-pthread")
        self.run_there("./server")
        table = self.run_there(f"{self.root}/usr/bin/spile-view", "stats", "server",
                               "--total")
        self.assertRegex(table, r"(?m)^srv_answer +: +10 times:")


if __name__ == "__main__":
    unittest.main()
