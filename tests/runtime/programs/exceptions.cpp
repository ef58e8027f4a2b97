// Exceptions, templates, inline functions and static initialisation in C++.
#include <spile/spile.h>

#include <stdexcept>
#include <thread>

namespace {

int thrower(int N) {
  SPILE_SCOPE("thrower");
  if (N % 2 != 0)
    throw std::runtime_error("odd");
  return N;
}

template <typename T> T twice(T Value) {
  SPILE_SCOPE_INLINE("twice");
  return Value + Value;
}

int initialised() {
  SPILE_SCOPE("initialised");
  return 1;
}
const int Early = initialised();

struct AtExit {
  ~AtExit() { initialised(); }
} Late;

struct PerThread {
  int Value = 0;
  ~PerThread() { initialised(); }
};
thread_local PerThread Local;

} // namespace

inline int shared(int N) {
  SPILE_SCOPE_INLINE("shared");
  return N + 1;
}

int main() {
  int Caught = 0;
  for (int I = 0; I < 100; ++I) {
    try {
      thrower(I);
    } catch (const std::exception &) {
      ++Caught;
    }
  }
  int Sum = 0;
  for (int I = 0; I < 10; ++I)
    Sum += twice(I) + static_cast<int>(twice(2.0)) + shared(I);
  std::thread([] { Local.Value = 1; }).join();
  return Caught == 50 && Early == 1 && Sum > 0 ? 0 : 1;
}
