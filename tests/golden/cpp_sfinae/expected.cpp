// Overloads chosen by SFINAE, tag dispatch, CRTP, mixins, guides and detection: the edit
// changes none of the choices.
#include <cstdio>
#include <iterator>
#include <list>
#include <string>
#include <type_traits>
#include <vector>
#include <spile/scope.h>
template <class T, std::enable_if_t<std::is_integral_v<T>, int> = 0> int kind(T) { SPILE_SCOPE_INLINE("kind"); return 1; }
template <class T, std::enable_if_t<std::is_floating_point_v<T>, int> = 0> int kind(T) { SPILE_SCOPE_INLINE("kind"); return 2; }
template <class T> auto kind(const T &t) -> decltype(t.size(), int()) { SPILE_SCOPE_INLINE("kind"); return 3 + static_cast<int>(t.size()); }
static int kind(...) { SPILE_SCOPE("kind"); return 9; }

template <class, class = void> struct Has_name : std::false_type {
  static const char *word() { SPILE_SCOPE_INLINE("Has_name::word"); return "nameless"; }
};
template <class T> struct Has_name<T, std::void_t<decltype(std::declval<T>().name())>> : std::true_type {
  static const char *word() { SPILE_SCOPE_INLINE("Has_name::word"); return "named"; }
};

static int advance(int steps, std::random_access_iterator_tag) { SPILE_SCOPE("advance"); return steps; }
static int advance(int steps, std::input_iterator_tag) { SPILE_SCOPE("advance"); return steps * 10; }
template <class It> int step(It) { SPILE_SCOPE_INLINE("step"); return advance(2, typename std::iterator_traits<It>::iterator_category()); }

template <class Self> class Comparable {
public:
  friend bool operator<=(const Self &a, const Self &b) { SPILE_SCOPE_INLINE("operator<="); return !(b < a); }
  int compared() const { SPILE_SCOPE_INLINE("Comparable::compared"); return self().key() + 1; }

protected:
  ~Comparable() = default;

private:
  const Self &self() const { SPILE_SCOPE_INLINE("Comparable::self"); return static_cast<const Self &>(*this); }
};
class Money : public Comparable<Money> {
public:
  explicit Money(int cents) : cents_(cents) { SPILE_SCOPE_INLINE("Money::Money");}
  bool operator<(const Money &o) const { SPILE_SCOPE_INLINE("Money::operator<"); return cents_ < o.cents_; }
  int key() const { SPILE_SCOPE_INLINE("Money::key"); return cents_; }
  std::string name() const { SPILE_SCOPE_INLINE("Money::name"); return "money"; }

private:
  int cents_;
};

template <class... Mixins> struct Stacked : Mixins... {
  int all() { SPILE_SCOPE_INLINE("Stacked::all"); return (0 + ... + Mixins::part()); }
};
struct One {
  int part() { SPILE_SCOPE_INLINE("One::part"); return 1; }
};
struct Two {
  int part() { SPILE_SCOPE_INLINE("Two::part"); return 2; }
};

template <class T> struct Span {
  const T *first;
  std::size_t count;
  template <std::size_t N> Span(const T (&array)[N]) : first(array), count(N) { SPILE_SCOPE_INLINE("Span::Span");}
  template <class C> Span(const C &c) : first(c.data()), count(c.size()) { SPILE_SCOPE_INLINE("Span::Span");}
  int total() const { SPILE_SCOPE_INLINE("Span::total");
    int sum = 0;
    for (std::size_t i = 0; i < count; ++i)
      sum += first[i];
    return sum;
  }
};
template <class T, std::size_t N> Span(const T (&)[N]) -> Span<T>;
template <class C> Span(const C &) -> Span<typename C::value_type>;

int main() { SPILE_SCOPE("main");
  int sum = kind(1) + kind('a') + kind(1.5) + kind(std::string("ab")) + kind(nullptr);
  std::vector<int> vector{1, 2};
  std::list<int> list{1};
  sum += step(vector.begin()) + step(list.begin()) + step(&sum);
  sum += (Money(1) <= Money(2)) + Money(7).compared() + Stacked<One, Two>().all();
  const int array[] = {5, 6};
  sum += Span(array).total() + Span(vector).total();
  std::printf("%d %s %s %d\n", sum, Has_name<Money>::word(), Has_name<int>::word(), Has_name<Money>::value);
  return 0;
}
