"""What ./check counts, and which sources it gives to clang-tidy again."""

import os
import re
import shutil
import subprocess
import sys
import unittest

from install_case import CMAKE, SOURCE, InstallCase

CTEST = os.path.join(os.path.dirname(CMAKE), "ctest")
TESTS = """
add_test(good true)
add_test(bad false)
add_test(by_status sh -c "echo \\"skipped 'it rains'\\"; exit 77")
set_tests_properties(by_status PROPERTIES SKIP_RETURN_CODE 77)
add_test(by_text sh -c "printf 'x_test.cpp:7: Skipped\\\\nno perf here\\\\n[  SKIPPED ]\\\\n'")
set_tests_properties(by_text PROPERTIES SKIP_REGULAR_EXPRESSION "SKIPPED")
add_test(silent sh -c "exit 77")
set_tests_properties(silent PROPERTIES SKIP_RETURN_CODE 77)
add_test(missing /nowhere/program)
"""


def python(script, *arguments):
    return subprocess.run([sys.executable, "-B", script, *arguments],
                          capture_output=True, text=True)


class Summary(InstallCase):
    def summary(self, *arguments):
        return python(f"{SOURCE}/cmake/summary.py", *arguments)

    def junit(self, name, tests):
        folder = os.path.join(self.dir, name)
        os.mkdir(folder)
        with open(f"{folder}/CTestTestfile.cmake", "w", encoding="utf-8") as file:
            file.write(tests)
        subprocess.run([CTEST, "--output-junit", "out.xml"], cwd=folder,
                       capture_output=True)
        return f"{folder}/out.xml"

    def test_counts(self):
        done = self.summary(self.junit("all", TESTS),
                            self.junit("more", "add_test(good true)\n"))
        self.assertEqual(done.stdout.splitlines(), [
            "skipped: by_status: it rains", "skipped: by_text: no perf here",
            "skipped: silent: no reason given", "2 passed, 2 failed, 3 skipped"])
        self.assertEqual(done.returncode, 1)

    def test_nothing_failed(self):
        done = self.summary(self.junit("fine", "add_test(good true)\n"))
        self.assertEqual(done.stdout, "1 passed, 0 failed, 0 skipped\n")
        self.assertEqual(done.returncode, 0)

    def test_a_step_without_results_has_failed(self):
        done = self.summary("--broken", "1")
        self.assertEqual(done.stdout, "0 passed, 1 failed, 0 skipped\n")
        self.assertEqual(done.returncode, 1)


@unittest.skipUnless(shutil.which("clang-tidy-19") and shutil.which("clang++-19"),
                     "there is no clang-tidy-19 with its Clang")
class Tidy(InstallCase):
    def write(self, name, text):
        path = os.path.join(self.dir, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)

    def tidy(self):
        self.run_there("ninja", "-C", f"{self.dir}/build")
        return python(f"{self.dir}/cmake/tidy.py", f"{self.dir}/build", "view")

    def check(self, line, status):
        done = self.tidy()
        self.assertEqual(re.findall("clang-tidy: .*", done.stdout), [line], done.stderr)
        self.assertEqual(done.returncode, status)

    def test_only_what_changed(self):
        os.mkdir(f"{self.dir}/cmake")
        shutil.copy(f"{SOURCE}/cmake/tidy.py", f"{self.dir}/cmake")
        self.write(".clang-tidy", "Checks: '-*,modernize-use-nullptr'\n"
                                  "WarningsAsErrors: '*'\n")
        self.write("CMakeLists.txt", "cmake_minimum_required(VERSION 3.16)\n"
                                     "project(t LANGUAGES CXX)\n"
                                     "add_library(t view/a.cpp view/b.cpp other/c.cpp)\n")
        self.write("view/a.h", "int *a();\n")
        self.write("view/a.cpp", '#include "a.h"\nint *a() { return nullptr; }\n')
        self.write("view/b.cpp", "int *b() { return 0; }\n")
        self.write("other/c.cpp", "int *c() { return 0; }\n")
        self.run_there(CMAKE, "-G", "Ninja", "-S", self.dir, "-B", f"{self.dir}/build",
                       "-DCMAKE_CXX_COMPILER=clang++-19",
                       "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON")
        self.check("clang-tidy: 2 of 2 sources, 1 with findings", 1)
        self.check("clang-tidy: 1 of 2 sources, 1 with findings", 1)
        self.write("view/b.cpp", "int *b() { return nullptr; }\n")
        self.check("clang-tidy: 1 of 2 sources, 0 with findings", 0)
        self.check("clang-tidy: 0 of 2 sources, 0 with findings", 0)
        self.write("view/a.h", "int *a(); // changed\n")
        self.check("clang-tidy: 1 of 2 sources, 0 with findings", 0)


if __name__ == "__main__":
    unittest.main()
