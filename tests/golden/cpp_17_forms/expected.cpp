// What functions may look like since C++17. Lambdas that could run at compile time are
// left out; those that touch a class with a destructor, for one, are timed.
#include <cstdio>
#include <optional>
#include <string>
#include <tuple>
#include <variant>
#include <spile/scope.h>
namespace forms::nested::deep {

struct Config {
  static inline int made = 0;
  inline static const std::string name = std::string("con") + "fig";
  Config() { SPILE_SCOPE_INLINE("forms::nested::deep::Config::Config"); ++made; }
};
inline Config global_config;

template <class T> int size_of(const T &value) { SPILE_SCOPE_INLINE("forms::nested::deep::size_of");
  if constexpr (std::is_same_v<T, std::string>)
    return static_cast<int>(value.size());
  else if constexpr (sizeof(T) > 4)
    return 1000;
  else
    return static_cast<int>(value);
}

template <class... Ts> auto sum(Ts... all) { SPILE_SCOPE_INLINE("forms::nested::deep::sum"); return (0 + ... + all); }
template <class... Ts> bool every(Ts... all) { SPILE_SCOPE_INLINE("forms::nested::deep::every"); return (... && all); }
template <class F, class... Ts> void each(F f, Ts &&...all) { SPILE_SCOPE_INLINE("forms::nested::deep::each"); (f(all), ...); }
template <auto N> int constant() { SPILE_SCOPE_INLINE("forms::nested::deep::constant"); return static_cast<int>(N); }

template <class T> struct Box {
  T value;
  Box(T v) : value(v) { SPILE_SCOPE_INLINE("forms::nested::deep::Box::Box");}
  template <class U> Box(U first, U last) : value(static_cast<T>(last - first)) { SPILE_SCOPE_INLINE("forms::nested::deep::Box::Box");}
};
Box(const char *)->Box<std::string>;
template <class U> Box(U, U) -> Box<long>;

static std::tuple<int, std::string> pair() { SPILE_SCOPE("forms::nested::deep::pair"); return {4, "four"}; }

[[nodiscard]] static std::optional<int> maybe([[maybe_unused]] int a, bool really) { SPILE_SCOPE("forms::nested::deep::maybe");
  if (int twice = a * 2; really)
    return twice;
  return std::nullopt;
}

int plain(int a) noexcept { SPILE_SCOPE("forms::nested::deep::plain"); return a; }
template <class T> struct Is_noexcept;
template <class R, class... Ts> struct Is_noexcept<R (*)(Ts...) noexcept> {
  static int get() { SPILE_SCOPE_INLINE("forms::nested::deep::Is_noexcept::get"); return 1; }
};

template <class... Ts> struct Overloaded : Ts... {
  using Ts::operator()...;
};
template <class... Ts> Overloaded(Ts...) -> Overloaded<Ts...>;

} // namespace forms::nested::deep

int main() { SPILE_SCOPE("main");
  using namespace forms::nested::deep;
  auto [number, text] = pair();
  int total = number + size_of(text) + size_of(2) + size_of(1.0);
  total += sum(1, 2, 3) + every(true, true) + constant<'a'>() + constant<3L>();
  std::string log;
  each([&log](const auto &a) { SPILE_SCOPE_INLINE("main::(lambda)"); std::string word = "x"; log += word + std::to_string(a); }, 1, 2.5, 'c');
  Box word("abc");
  Box range(1.0, 8.5);
  static_assert(std::is_same_v<decltype(range), Box<long>>, "by the guide");
  total += static_cast<int>(word.value.size()) + static_cast<int>(range.value);
  total += maybe(4, true).value_or(1) + maybe(4, false).value_or(1) + Is_noexcept<decltype(&plain)>::get() + plain(2);
  constexpr auto twice = [](int a) { return a * 2; };
  static_assert(twice(3) == 6, "a constant expression still");
  std::variant<int, std::string> either = "xyz";
  total += std::visit(Overloaded{[](int a) { return a; }, [](std::string s) { SPILE_SCOPE_INLINE("main::(lambda)"); return static_cast<int>(s.size()); }}, either);
  std::printf("%d %d %s %s\n", total, Config::made, Config::name.c_str(), log.c_str());
  return 0;
}
