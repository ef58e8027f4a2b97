"""The out-of-line form: calls in place of inline code, the same counts."""

import unittest

from counting_case import CountingCase
from launcher_case import COMPILERS, CXX_OF

C = """int work(int n);
int work(int n)
{
  return n + 1;
}
int main(void)
{
  int i, sum = 0;
  for (i = 0; i < 100; ++i)
    sum = work(sum);
  return sum != 100;
}
"""
CXX = """struct Thrower {
  ~Thrower() noexcept(false) { throw 1; }
};
int work(int n) {
  Thrower t;
  return n;
}
template <class T> T twice(T a) { return a + a; }
int main() {
  int caught = 0;
  for (int i = 0; i < 100; ++i)
    try {
      work(twice(i));
    } catch (int) {
      ++caught;
    }
  return caught != 100;
}
"""


class OutOfLine(CountingCase):
    def setUp(self):
        super().setUp()
        self.write(".spile.yaml", 'instrument:\n  - functions: ["*"]\n    min-statements: 0\n')
        self.write("a.c", C)
        self.write("b.cpp", CXX)

    def code(self, compiler, *flags, is_out):
        """The object's code: whether it calls, and reads no clock itself."""
        self.cc(compiler, *flags, "-o", "unit.o")
        names = self.run_in(["nm", "-u", "unit.o"]).stdout
        text = self.run_in(["objdump", "-d", "unit.o"]).stdout
        for name in ("spile_i_begin", "spile_i_end"):
            self.assertEqual(f"U {name}\n" in names, is_out)
        self.assertEqual("rdtsc" in text, not is_out)

    def test_where_a_program_is_to_be_small_or_asks_for_it(self):
        for compiler in COMPILERS:
            for flags, is_out in ((["-O2"], False), (["-Os"], True),
                                  (["-O2", "-DSPILE_OUT_OF_LINE"], True)):
                with self.subTest(compiler=compiler, flags=flags):
                    self.code(compiler, *flags, "-c", "a.c", is_out=is_out)
                    self.assertEqual(self.built(compiler, *flags, "a.c"),
                                     {"main": 1, "work": 100})
                    self.code(CXX_OF[compiler], *flags, "-c", "b.cpp", is_out=is_out)
                    calls = self.built(CXX_OF[compiler], *flags, "b.cpp")
                    self.assertEqual({n: calls[n] for n in ("main", "work", "twice")},
                                     {"main": 1, "work": 100, "twice": 100})
                    self.assertEqual(sum(calls.values()), 301)


if __name__ == "__main__":
    unittest.main()
