"""Programs that the user builds with a sanitizer: no false alarm, right counts."""

import unittest

from counting_case import CountingCase, cxx
from launcher_case import COMPILERS

SOURCE = """#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static int *step(int n)
{
  int *kept = malloc(sizeof *kept);
  *kept = n + 1;
  return kept;
}

static void *work(void *result)
{
  int sum = 0;
  for (int i = 0; i < 100; ++i) {
    int *next = step(sum);
    sum = *next;
    free(next);
  }
  *(int *)result = sum;
  return 0;
}

int main(int argc, char **argv)
{
  pthread_t threads[4];
  int results[4], sum = 0;
  (void)argv;
  for (int i = 0; i < 4; ++i)
    pthread_create(threads + i, 0, work, results + i);
  for (int i = 0; i < 4; ++i) {
    pthread_join(threads[i], 0);
    sum += results[i];
  }
#ifdef MISTAKE
  MISTAKE;
#endif
  printf("%d\\n", sum);
  return 0;
}
"""
CXX = """#include <stdexcept>
#include <string>
#include <thread>
#include <vector>
struct Pool {
  std::vector<std::string> names;
  void add(int n) { names.push_back(std::string(40, 'x') + std::to_string(n)); }
  ~Pool() { names.clear(); }
};
template <class T> T twice(T n) { return n + n; }
static void fail(int n) { if (n == 7) throw std::runtime_error("seven"); }
int main()
{
  Pool pool;
  for (int n = 0; n < 10; ++n) {
    try { fail(n); } catch (const std::exception &) { pool.add(twice(n)); }
  }
  std::thread([&] { fail(1); }).join();
  return pool.names.size() != 1;
}
"""
MISTAKES = [("address", "((volatile char *)malloc(3))[argc + 2] = 1", "heap-buffer-overflow"),
            ("address", "{ volatile char *p = malloc(9); p[0] = 1; p = 0; (void)p; }", "leak"),
            ("undefined", "sum = 0x7fffffff; sum += argc", "signed integer overflow")]
WORKS = {}  # whether a compiler has a sanitizer


class Sanitizers(CountingCase):
    def setUp(self):
        super().setUp()
        self.write("a.c", SOURCE)
        self.write("a.cpp", CXX)
        self.env.update(ASAN_OPTIONS="detect_leaks=1:detect_stack_use_after_return=1",
                        UBSAN_OPTIONS="halt_on_error=1:print_stacktrace=0",
                        TSAN_OPTIONS="halt_on_error=1")

    def works(self, compiler, flags):
        if (compiler, *flags) not in WORKS:
            self.write("t.c", "int main(void) { return 0; }\n")
            built = self.run_in([compiler, *flags, "t.c", "-o", "t"], check=False)
            WORKS[compiler, *flags] = (built.returncode == 0 and
                                       self.run_in(["./t"], check=False).returncode == 0)
        return WORKS[compiler, *flags]

    def each(self, *kinds):
        for compiler in COMPILERS:
            for kind in kinds:
                flags = [f"-fsanitize={kind}", "-g", "-pthread"]
                if self.works(compiler, flags):
                    yield compiler, flags
                else:
                    with self.subTest(compiler=compiler, kind=kind):
                        self.skipTest(f"{compiler} has no -fsanitize={kind} here")

    def test_c(self):
        for compiler, flags in self.each("address", "undefined", "thread", "leak"):
            self.assertEqual(self.built(compiler, *flags, "-O1", "a.c", text="400\n"),
                             {"main": 1, "work": 4, "step": 400}, flags)

    def test_cxx(self):
        for compiler, flags in self.each("address", "undefined", "thread"):
            self.cc(cxx(compiler), *flags, "-O1", "a.cpp", "-o", "prog")
            self.assertEqual(self.calls(self.program("prog")), {
                "main": 1, "fail": 11, "Pool::add": 1, "Pool::~Pool": 1, "twice": 1})

    def test_with_the_static_runtime(self):
        for compiler, flags in self.each("address", "thread"):
            self.assertEqual(self.built(compiler, *flags, "a.c", text="400\n",
                                        SPILE_RUNTIME="static"),
                             {"main": 1, "work": 4, "step": 400})
            self.assertFalse(self.needed("prog"))

    def test_mistakes_are_found_as_before(self):
        for kind, mistake, said in MISTAKES:
            for compiler, flags in self.each(kind):
                self.cc(compiler, *flags, f"-DMISTAKE={mistake}", "a.c", "-o", "prog")
                done = self.run_in(["./prog"], check=False)
                self.assertNotEqual(done.returncode, 0, done.stderr)
                self.assertIn(said, done.stderr)
                self.assertRegex(done.stderr, r"a\.c:\d+")
                self.assertNotIn("libspile", done.stderr.split("SUMMARY")[-1])

    def test_instrumented_library_of_a_sanitized_program(self):
        self.write("lib.c", "int part(int n);\nint part(int n)\n{\n  return n;\n}\n")
        self.write("m.c", "int part(int n);\nint main(void)\n{\n  return part(0);\n}\n")
        for compiler, flags in self.each("address"):
            self.cc(compiler, "-fPIC", "-shared", "lib.c", "-o", "libpart.so")
            self.run_in([compiler, *flags, "m.c", "-L.", "-lpart", "-Wl,-rpath,$ORIGIN",
                         "-o", "prog"])
            self.assertEqual(self.calls(self.program("prog")), {"part": 1})


if __name__ == "__main__":
    unittest.main()
