// Overloads chosen by SFINAE, tag dispatch, CRTP, mixins, guides and detection: the edit
// changes none of the choices.
#include <cstdio>
#include <iterator>
#include <list>
#include <string>
#include <type_traits>
#include <vector>

template <class T, std::enable_if_t<std::is_integral_v<T>, int> = 0> int kind(T) { return 1; }
template <class T, std::enable_if_t<std::is_floating_point_v<T>, int> = 0> int kind(T) { return 2; }
template <class T> auto kind(const T &t) -> decltype(t.size(), int()) { return 3 + static_cast<int>(t.size()); }
static int kind(...) { return 9; }

template <class, class = void> struct Has_name : std::false_type {
  static const char *word() { return "nameless"; }
};
template <class T> struct Has_name<T, std::void_t<decltype(std::declval<T>().name())>> : std::true_type {
  static const char *word() { return "named"; }
};

static int advance(int steps, std::random_access_iterator_tag) { return steps; }
static int advance(int steps, std::input_iterator_tag) { return steps * 10; }
template <class It> int step(It) { return advance(2, typename std::iterator_traits<It>::iterator_category()); }

template <class Self> class Comparable {
public:
  friend bool operator<=(const Self &a, const Self &b) { return !(b < a); }
  int compared() const { return self().key() + 1; }

protected:
  ~Comparable() = default;

private:
  const Self &self() const { return static_cast<const Self &>(*this); }
};
class Money : public Comparable<Money> {
public:
  explicit Money(int cents) : cents_(cents) {}
  bool operator<(const Money &o) const { return cents_ < o.cents_; }
  int key() const { return cents_; }
  std::string name() const { return "money"; }

private:
  int cents_;
};

template <class... Mixins> struct Stacked : Mixins... {
  int all() { return (0 + ... + Mixins::part()); }
};
struct One {
  int part() { return 1; }
};
struct Two {
  int part() { return 2; }
};

template <class T> struct Span {
  const T *first;
  std::size_t count;
  template <std::size_t N> Span(const T (&array)[N]) : first(array), count(N) {}
  template <class C> Span(const C &c) : first(c.data()), count(c.size()) {}
  int total() const {
    int sum = 0;
    for (std::size_t i = 0; i < count; ++i)
      sum += first[i];
    return sum;
  }
};
template <class T, std::size_t N> Span(const T (&)[N]) -> Span<T>;
template <class C> Span(const C &) -> Span<typename C::value_type>;

int main() {
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
