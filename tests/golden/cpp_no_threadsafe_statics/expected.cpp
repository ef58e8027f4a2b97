// Flags of small programs: local statics without locks, hidden symbols, no exceptions. The
// inserted variable is never one that is initialised at its first use.
#include <cstdio>
#include <cstdlib>
#include <new>
#include <spile/scope.h>
template <class T> class Registry {
public:
  static Registry &instance() { SPILE_SCOPE_INLINE("Registry::instance");
    static Registry only;
    return only;
  }
  int add(T t) { SPILE_SCOPE_INLINE("Registry::add");
    last_ = t;
    return ++count_;
  }

private:
  Registry() : count_(first()) { SPILE_SCOPE_INLINE("Registry::Registry");}
  ~Registry() { SPILE_SCOPE_INLINE("Registry::~Registry"); std::printf("gone %d\n", count_); }
  static int first() { SPILE_SCOPE_INLINE("Registry::first"); return 10; }
  T last_{};
  int count_;
};

struct __attribute__((visibility("default"))) Exported {
  int twice(int a) { SPILE_SCOPE_INLINE("Exported::twice"); return a * 2; }
  inline static int merged(int a);
};
inline int Exported::merged(int a) { SPILE_SCOPE_INLINE("Exported::merged");
  static int sum = Registry<int>::instance().add(1);
  return sum += a;
}

extern "C" __attribute__((visibility("default"))) int entry(int a) { SPILE_SCOPE("entry"); return Exported().twice(a); }
static void *allocate() { SPILE_SCOPE("allocate"); return new (std::nothrow) char[8]; }

int main() { SPILE_SCOPE("main");
  int sum = Registry<int>::instance().add(1) + Registry<char>::instance().add('a') + Registry<int>::instance().add(2);
  sum += Exported::merged(1) + Exported::merged(1) + entry(3);
  void *memory = allocate();
  sum += memory != nullptr;
  delete[] static_cast<char *>(memory);
  std::printf("%d\n", sum);
  return 0;
}
