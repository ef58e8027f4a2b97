// Exceptions through instrumented frames keep the counts exact. A constructor is
// timed from its body on: one whose initialiser throws has not begun.
#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string>

namespace app {

class Error : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

struct Noise {
  ~Noise() { ++gone; }
  static int gone;
};
int Noise::gone = 0;

static int thrower(int a) {
  Noise noise;
  if (a % 2)
    throw Error("odd");
  return a;
}

static int through(int a) { return thrower(a) + 1; }

static int catcher(int a) {
  try {
    return through(a);
  } catch (const Error &e) {
    return static_cast<int>(std::string(e.what()).size());
  }
}

static int rethrower(int a) try { return through(a); } catch (...) { throw; }

struct Thrown {
  explicit Thrown(int a) : value(through(a)) {}
  Thrown(const Thrown &) = delete;
  Thrown &operator=(const Thrown &) = delete;
  int value;
};

static std::unique_ptr<Thrown> make(int a) { return std::make_unique<Thrown>(a); }

} // namespace app

int main() {
  int sum = 0;
  for (int i = 0; i < 10; ++i)
    sum += app::catcher(i);
  try {
    sum += app::rethrower(1);
  } catch (const app::Error &) {
    sum += 1000;
  }
  try {
    sum += app::make(2)->value;
    sum += app::make(3)->value;
  } catch (const app::Error &) {
    sum += 1000;
  }
  std::printf("%d %d\n", sum, app::Noise::gone);
  return 0;
}
