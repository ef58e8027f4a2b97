// Attributes and specifiers between a function's name and its brace, and before it.
#include <cstdio>
#include <stdexcept>

[[noreturn]] void stop(int code) { throw std::runtime_error(code ? "stop" : "go"); }
[[nodiscard]] [[gnu::noinline]] static int asked(int a) { return a + 1; }
[[gnu::always_inline]] inline int forced(int a) { return a + 2; }
__attribute__((cold)) static int cold(int a) __attribute__((nothrow));
static int cold(int a) { return a + 3; }
[[maybe_unused]] static int never(int a) { return a; }
static int mixed [[gnu::hot]] (int a [[maybe_unused]]) { return __LINE__; }
alignas(64) static int table[4] = {1, 2, 3, 4};
struct alignas(32) [[gnu::packed]] Aligned {
  int value = 4;
  [[nodiscard]] int get() const noexcept(noexcept(sizeof(int))) { return value; }
};
static int own_section(int a) __attribute__((section(".text.mine")));
static int own_section(int a) { return a + 4; }
extern "C" __attribute__((visibility("default"), used)) int exported(int a) { return a + 5; }
__attribute__((constructor)) static void at_start() { table[0] = 10; }
__attribute__((no_instrument_function)) static int by_hand(int a) { return a + 6; }
[[gnu::no_instrument_function]] static int by_hand_too(int a) { return a + 7; }
[[gnu::pure, gnu::flatten]] static int pure(int a) { return a + asked(a); }
[[gnu::const]] static int square(int a) { return a * a; }

template <class T> struct Conditional {
  T value;
  Conditional(T v) noexcept(noexcept(T(v))) : value(v) {}
  T get() const volatile noexcept(sizeof(T) < 8 ? true : false) { return value; }
  auto moved() && noexcept -> decltype(static_cast<T &&>(value)) { return static_cast<T &&>(value); }
  void operator=(T v) & noexcept(false) { value = v; }
  virtual auto last() const & noexcept -> T /* { */ { return value; }
  virtual ~Conditional() noexcept {}
};
template <class T> struct Final final : Conditional<T> {
  using Conditional<T>::Conditional;
  auto last() const & noexcept -> T override final { return this->value + 1; }
};

static auto pointer_to(int a) -> int (*)(int) { return a ? &asked : &cold; }
static int (*older_pointer_to(int a))(int) { return a ? &asked : &square; }
static int (&array_of())[4] { return table; }
static int Aligned::*member_of() noexcept { return &Aligned::value; }

static int comments(int a) // { not this one
/* { nor this */ noexcept /* { */ {
  return a;
}
static int
  spread
  (
    int a
  )
  noexcept
  (
    true
  )
{ return a; }

int main() {
  int sum = asked(1) + forced(1) + cold(1) + mixed(1) + Aligned().get() + own_section(1) + exported(1);
  sum += by_hand(1) + by_hand_too(1) + pure(1) + square(3) + table[0];
  Conditional<int> c(3);
  c = 4;
  Final<int> f(5);
  const Conditional<int> &base = f;
  sum += c.get() + base.last() + c.last() + Conditional<int>(6).moved();
  sum += pointer_to(0)(1) + older_pointer_to(1)(1) + array_of()[1] + Aligned().*member_of() + comments(1) + spread(1);
  try {
    stop(sum);
  } catch (const std::runtime_error &e) {
    std::printf("%s %d\n", e.what(), sum);
  }
  return 0;
}
