// Lambdas of C++20: in template arguments, in unevaluated operands, in requires clauses,
// with template parameters. One that can run at compile time is left alone; what must be a
// constant stays one.
#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <thread>
#include <utility>

static int trace(const char *what) { return static_cast<int>(std::string(what).size()); }

// A comparison that is not constexpr (a static variable in it), as a template argument.
using Greater = decltype([](int a, int b) { static int calls = 0; ++calls; return b < a; });
template <class T, class Compare = Greater> T best(T a, T b) { return std::max(a, b, Compare()); }

template <auto F> struct Call {
  static int with(int a) { return F(a); }
};
template <class F> concept Callable = requires(F f) { f(1); } && [] { return sizeof(F) < 64; }();

static int with_template(Callable auto f) { return f(2); }

constexpr auto square = [](int a) { return a * a; };
static_assert(square(3) == 9);
static_assert([](auto... all) { return (all + ...); }(1, 2) == 3);
constexpr std::array<int, 3> table = [] {
  std::array<int, 3> t{};
  for (int i = 0; i < 3; ++i)
    t[static_cast<std::size_t>(i)] = square(i);
  return t;
}();

template <class... Ts> int indexed(Ts... all) {
  return [&]<std::size_t... I>(std::index_sequence<I...>) {
    static thread_local int calls = 0;
    return ++calls + static_cast<int>(((all * static_cast<int>(I)) + ...));
  }(std::index_sequence_for<Ts...>());
}

struct Counter {
  int n = 0;
  auto by_value() { return [=, *this]() mutable { std::string s(2, 'x'); static int calls = 0; ++calls; return n += static_cast<int>(s.size()); }; }
  auto by_this() { return [=, this](int a) { static int calls = 0; n += a; return ++calls; }; }
};

template <class T> int local_class(T t) {
  struct Local {
    T value;
    int both() const { return [this]() requires(sizeof(T) > 1) { static int calls = 0; return ++calls + static_cast<int>(value); }(); }
  };
  return Local{t}.both();
}

int main() {
  auto nothrow = [](int a) noexcept { static int sum = 0; return sum += a; };
  static_assert(noexcept(nothrow(1)));
  int sum = Call<[](int a) { return a + 1; }>::with(1) + with_template(nothrow) + indexed(1, 2, 3);
  Counter counter;
  auto value = counter.by_value();
  auto pointer = counter.by_this();
  sum += value() + value() + pointer(best(5, 6)) + counter.n + local_class(7) + local_class(8L) + table[2];
  auto packer = [](auto... words) {
    return [... all = std::move(words)] { static int calls = 0; ++calls; return static_cast<int>((all.size() + ...)); };
  };
  sum += packer(std::string("ab"), std::string("c"))() + trace("xyz");
  int from_thread = 0;
  std::thread([&from_thread] { static int calls = 0; from_thread = ++calls; }).join();
  std::printf("%d %d\n", sum, from_thread);
  return 0;
}
