// Flags of small programs: local statics without locks, hidden symbols, no exceptions. The
// inserted variable is never one that is initialised at its first use.
#include <cstdio>
#include <cstdlib>
#include <new>

template <class T> class Registry {
public:
  static Registry &instance() {
    static Registry only;
    return only;
  }
  int add(T t) {
    last_ = t;
    return ++count_;
  }

private:
  Registry() : count_(first()) {}
  ~Registry() { std::printf("gone %d\n", count_); }
  static int first() { return 10; }
  T last_{};
  int count_;
};

struct __attribute__((visibility("default"))) Exported {
  int twice(int a) { return a * 2; }
  inline static int merged(int a);
};
inline int Exported::merged(int a) {
  static int sum = Registry<int>::instance().add(1);
  return sum += a;
}

extern "C" __attribute__((visibility("default"))) int entry(int a) { return Exported().twice(a); }
static void *allocate() { return new (std::nothrow) char[8]; }

int main() {
  int sum = Registry<int>::instance().add(1) + Registry<char>::instance().add('a') + Registry<int>::instance().add(2);
  sum += Exported::merged(1) + Exported::merged(1) + entry(3);
  void *memory = allocate();
  sum += memory != nullptr;
  delete[] static_cast<char *>(memory);
  std::printf("%d\n", sum);
  return 0;
}
