// Rules over the names that C++ functions have, and matchers of Clang.
#include <cstdio>
#include <string>

namespace net {
inline namespace v1 {
class Conn {
public:
  Conn() : open_(true) {}
  ~Conn() { open_ = false; }
  int read(int n) { return buffer_ += n; }
  int peek() const { return buffer_; }
  Conn &operator<<(int n) {
    read(n);
    return *this;
  }
  operator bool() const { return open_; }
  class Stat {
  public:
    int read() const { return 5; }
  };

private:
  bool open_;
  int buffer_ = 0;
};
} // namespace v1
namespace detail {
int quick(int a) { return a; }
int slow(int a) {
  int b = a;
  b += quick(a);
  return b;
}
} // namespace detail
} // namespace net

namespace {
int read(int a) { return a + 1; }
} // namespace
namespace other {
template <class T> int read(T a) { return static_cast<int>(a) + 2; }
template <> int read(char) { return 3; }
[[gnu::noinline]] __attribute__((annotate("spile"))) int always(int a) { return a; }
struct Virtual {
  virtual ~Virtual() = default;
  virtual int answer() { return 42; }
};
struct Overrides : Virtual {
  int answer() override { return 43; }
  int plain() { return 44; }
};
} // namespace other

int main() {
  net::Conn conn;
  conn << 2 << 3;
  auto lambda = [](int a) { std::string s(3, 'x'); return a + static_cast<int>(s.size()); };
  other::Overrides overrides;
  other::Virtual &base = overrides;
  int sum = conn.read(1) + conn.peek() + (conn ? 1 : 0) + net::Conn::Stat().read() + net::detail::slow(1);
  sum += read(1) + other::read(1) + other::read('a') + other::always(2) + base.answer() + overrides.plain() + lambda(1);
  std::printf("%d\n", sum);
  return 0;
}
