// What a function gives back is what it gave back before: prvalues are made in the caller's
// place, references refer to the same object, nothing is copied or moved that was not.
#include <cstdio>
#include <memory>
#include <mutex>
#include <string>
#include <tuple>
#include <utility>
#include <vector>
#include <spile/scope.h>
// Neither copied nor moved: returned by guaranteed elision only.
struct Pinned {
  explicit Pinned(int v) : self(this), value(v) { SPILE_SCOPE_INLINE("Pinned::Pinned");}
  Pinned(const Pinned &) = delete;
  Pinned &operator=(const Pinned &) = delete;
  ~Pinned() { SPILE_SCOPE_INLINE("Pinned::~Pinned"); ++destroyed; }
  bool in_place() const { SPILE_SCOPE_INLINE("Pinned::in_place"); return self == this; }
  const Pinned *self;
  int value;
  static inline int destroyed = 0;
};

struct Traced {
  int copies = 0, moves = 0;
  Traced() = default;
  Traced(const Traced &o) : copies(o.copies + 1), moves(o.moves) { SPILE_SCOPE_INLINE("Traced::Traced");}
  Traced(Traced &&o) noexcept : copies(o.copies), moves(o.moves + 1) { SPILE_SCOPE_INLINE("Traced::Traced");}
  Traced &operator=(const Traced &) = delete;
};

static Pinned make(int v) { SPILE_SCOPE("make"); return Pinned(v); }
static Pinned through(int v) { SPILE_SCOPE("through"); return v > 0 ? make(v) : Pinned(-v); }
static Pinned braced(int v) { SPILE_SCOPE("braced"); return Pinned{v}; }
static auto locked() { SPILE_SCOPE("locked");
  static std::mutex mutex;
  return std::lock_guard(mutex);
}

static std::unique_ptr<Pinned> owned(int v) { SPILE_SCOPE("owned");
  auto local = std::make_unique<Pinned>(v);
  return local;
}
static std::unique_ptr<Pinned> passed(std::unique_ptr<Pinned> p) { SPILE_SCOPE("passed"); return p; }

static Traced from_parameter(Traced t) { SPILE_SCOPE("from_parameter"); return t; }
static Traced from_reference(const Traced &t) { SPILE_SCOPE("from_reference"); return t; }
static Traced from_rvalue(Traced &&t) { SPILE_SCOPE("from_rvalue"); return std::move(t); }
static Traced named(bool first) { SPILE_SCOPE("named");
  Traced one, two;
  return first ? one : two;
}
static const Traced constant() { SPILE_SCOPE("constant"); return Traced(); }

static std::vector<int> numbers;
static int &element(std::size_t i) { SPILE_SCOPE("element"); return numbers[i]; }
static std::vector<int> &&expiring() { SPILE_SCOPE("expiring"); return std::move(numbers); }
static const std::string &longer(const std::string &a, const std::string &b) { SPILE_SCOPE("longer"); return a.size() > b.size() ? a : b; }
template <class T> decltype(auto) same(T &&t) { SPILE_SCOPE_INLINE("same"); return std::forward<T>(t); }
static auto &table() { SPILE_SCOPE("table");
  static int values[2] = {1, 2};
  return values;
}
static void *address_of_parameter(const Pinned &p) { SPILE_SCOPE("address_of_parameter"); return const_cast<Pinned *>(&p); }
static std::tuple<std::string, int> both() { SPILE_SCOPE("both"); return {"both", 2}; }
static void nothing() { SPILE_SCOPE("nothing"); return; }
static void forwarded() { SPILE_SCOPE("forwarded"); return nothing(); }
static long double wide(long double a) { SPILE_SCOPE("wide"); return a / 3; }
struct Big { int all[64]; };
static Big big(int a) { SPILE_SCOPE("big"); Big b{}; b.all[63] = a; return b; }

int main() { SPILE_SCOPE("main");
  Pinned a = make(1), b = through(2), c = through(-3), d = braced(4);
  int sum = a.in_place() + b.in_place() + c.in_place() * 2 + d.in_place() * 4 + d.value;
  { auto lock = locked(); (void)lock; }
  sum += passed(owned(5))->value + (address_of_parameter(a) == &a);
  Traced plain;
  const Traced p = from_parameter(plain), r = from_reference(plain), v = from_rvalue(std::move(plain)), n = named(sum > 3), k = constant();
  std::printf("%d%d %d%d %d%d %d %d%d\n", p.copies, p.moves, r.copies, r.moves, v.copies, v.moves, n.copies, k.copies, k.moves);
  numbers = {1, 2, 3};
  element(1) = 20;
  const int *before = numbers.data();
  std::vector<int> taken = expiring();
  sum += (taken.data() == before) + taken[1] + (&same(sum) == &sum) + same(7) + (&table() == &table());
  auto &&[word, two] = both();
  sum += (&longer(word, "") == &word) + two + big(9).all[63] + static_cast<int>(wide(9));
  forwarded();
  std::printf("%d %d\n", sum, Pinned::destroyed);
  return 0;
}
