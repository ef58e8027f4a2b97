// What functions may look like since C++23, as far as GCC 12 knows it.
#include <cstdio>
#include <string>
#include <utility>

class Grid {
public:
  explicit Grid(int width) : width_(width), cells_(static_cast<std::size_t>(width * width), '.') {}
  char &operator[](int x, int y) { return cells_[static_cast<std::size_t>(y * width_ + x)]; }
  char operator[]() const { return cells_.back(); }
  const std::string &cells() const { return cells_; }

private:
  int width_;
  std::string cells_;
};

constexpr int which(int a) {
  if consteval {
    return a + 1;
  } else {
    return a + 2;
  }
}

template <class T> int unwrapped(T &&value) {
  if !consteval {
    return static_cast<int>(value) + 1;
  }
  return static_cast<int>(value);
}

static int decayed(const int &a) {
  auto copy = auto(a);
  return auto{copy} + 1;
}

static int odd(int n) {
  static thread_local int calls = 0;
again:
  if (++calls < 3)
    goto again;
  return n & 1;
}

[[nodiscard]] static int assumed(int a) {
  using Alias [[maybe_unused]] = int;
  for (using T = int; T i : {1, 2})
    a += i;
  return a + static_cast<int>(5uz);
}

[[noreturn]] static void fail(int code) {
  std::printf("fail %d\n", code);
  throw code;
}

int main() {
  Grid grid(3);
  grid[1, 2] = '#';
  grid[0, 0] = 'o';
  int sum = decayed(4) + odd(3) + assumed(1) + unwrapped(3) + unwrapped('a') + (grid[] == '.');
  static_assert(which(1) == 2);
  int one = 1;
  sum += which(one);
  try {
    fail(sum);
  } catch (int code) {
    sum += code;
  }
  std::printf("%s %d\n", grid.cells().c_str(), sum);
  return 0;
}
