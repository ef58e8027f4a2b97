// Constructors and destructors in all their forms. A constructor is timed from its body
// on: when an initialiser throws or a delegate fails, its body has not begun.
#include <cstdio>
#include <stdexcept>
#include <utility>
#include <spile/scope.h>
static int log_line(const char *what, int n) { SPILE_SCOPE("log_line");
  std::printf("%s %d\n", what, n);
  return n;
}

struct Part {
  explicit Part(int n) : number(n) { SPILE_SCOPE_INLINE("Part::Part");
    if (n < 0)
      throw std::invalid_argument("part");
    log_line("part", n);
  }
  ~Part() { SPILE_SCOPE_INLINE("Part::~Part"); log_line("~part", number); }
  int number;
};

class Whole {
public:
  // A function try block: its handlers see the members' exceptions and must rethrow.
  explicit Whole(int n) try : first_(n), second_(n - 1) { SPILE_SCOPE_INLINE("Whole::Whole");
    log_line("whole", n);
  } catch (const std::invalid_argument &) {
    log_line("whole failed", n);
    throw std::runtime_error("whole");
  }
  Whole(int a, int b) : Whole(a + b) { SPILE_SCOPE_INLINE("Whole::Whole"); if (b == 0) throw std::logic_error("delegate"); }
  Whole(Whole &&other) : first_(other.first_.number + 10), second_(log_line("move", 1)) { SPILE_SCOPE_INLINE("Whole::Whole");}
  template <class T> explicit Whole(T *t) : first_(static_cast<int>(*t)), second_{[](int n) { SPILE_SCOPE_INLINE("Whole::Whole::(lambda)"); return n * 2; }(3)} { SPILE_SCOPE_INLINE("Whole::Whole");}
  ~Whole() try { SPILE_SCOPE_INLINE("Whole::~Whole");
    log_line("~whole", first_.number);
  } catch (...) {
  }

private:
  Part first_, second_;
};

struct Early {
  ~Early() noexcept(false);
  bool angry = false;
};
Early::~Early() noexcept(false) { SPILE_SCOPE("Early::~Early");
  if (angry)
    throw 5;
}

union Either {
  int number;
  float real;
  Either() : number(1) { SPILE_SCOPE_INLINE("Either::Either");}
  ~Either() { SPILE_SCOPE_INLINE("Either::~Either");}
};

struct Aggregate {
  Part part;
  int extra = log_line("default", 1);
};

static int attempt(int n) { SPILE_SCOPE("attempt");
  try {
    switch (n) {
    case 0: { Whole fails(0); break; }
    case 1: { Whole works(1); break; }
    case 2: { Whole delegate(2, 0); break; }
    case 3: { Whole source(1, 1); Whole moved(std::move(source)); break; }
    case 4: { long l = 4; Whole pointed(&l); break; }
    case 5: { Early early; early.angry = true; break; }
    case 6: { Either either; Aggregate aggregate{Part(6)}; return aggregate.extra + either.number; }
    default: { Part outer(8); Part inner(-1); break; }
    }
  } catch (const std::runtime_error &) {
    return 10;
  } catch (const std::logic_error &) {
    return 20;
  } catch (int) {
    return 30;
  }
  return 1;
}

int main() { SPILE_SCOPE("main");
  int sum = 0;
  for (int i = 0; i < 8; ++i)
    sum += attempt(i);
  std::printf("%d\n", sum);
  return 0;
}
