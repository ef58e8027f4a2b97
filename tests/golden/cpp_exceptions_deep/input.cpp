// Exceptions nested, thrown again, thrown by destructors and constructors of members and
// carried to other threads: every frame that was entered is counted once.
#include <cstdio>
#include <exception>
#include <stdexcept>
#include <string>
#include <thread>

static int level(int n) {
  if (n == 0)
    throw std::runtime_error("bottom");
  return level(n - 1) + 1;
}

static int wrapped(int n) {
  try {
    return level(n);
  } catch (const std::exception &) {
    std::throw_with_nested(std::logic_error("wrapped"));
  }
}

static int depth_of(const std::exception &e) {
  try {
    std::rethrow_if_nested(e);
  } catch (const std::exception &inner) {
    return 1 + depth_of(inner);
  }
  return 1;
}

static int again(int n) {
  try {
    return wrapped(n);
  } catch (const std::logic_error &) {
    try {
      throw;
    } catch (const std::exception &e) {
      return depth_of(e) * 100;
    }
  }
}

struct Quiet {
  ~Quiet() {
    try {
      level(2);
    } catch (const std::exception &) {
      ++caught;
    }
  }
  static int caught;
};
int Quiet::caught = 0;

// Throws during an unwinding, caught before the destructor ends.
static int unwinding(int n) {
  Quiet quiet;
  Quiet other;
  return level(n);
}

struct Angry {
  int n;
  explicit Angry(int a) : n(a) {}
  ~Angry() noexcept(false) {
    if (n && std::uncaught_exceptions() == 0)
      throw std::to_string(n);
  }
};
struct Holder {
  Angry first{0};
  Angry second{0};
  int third;
  explicit Holder(int a) : third(level(a)) {}
};

static int from_destructor(int n) {
  Angry outer(n);
  Angry inner(n + 1);
  return n;
}

static std::exception_ptr carried;
static void worker(int n) {
  try {
    Holder holder(n);
  } catch (...) {
    carried = std::current_exception();
  }
}

static int attempt(int which) {
  try {
    switch (which) {
    case 0: return again(3);
    case 1: return unwinding(1);
    case 2: return from_destructor(3);
    case 3: return from_destructor(0);
    case 4: return Holder(0).third;
    default: std::thread(worker, 4).join(); std::rethrow_exception(carried);
    }
  } catch (const std::runtime_error &e) {
    return static_cast<int>(std::string(e.what()).size());
  } catch (const std::string &word) {
    return word[0];
  }
}

int main() {
  int sum = 0;
  for (int i = 0; i < 6; ++i)
    sum = sum * 3 + attempt(i);
  std::printf("%d %d\n", sum, Quiet::caught);
  return 0;
}
