// The program replaces operator new and delete, which are timed themselves: the runtime
// allocates nothing through them and no call recurses.
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <spile/scope.h>
static int depth = 0, worst = 0, taken = 0, given = 0;

static void *take(std::size_t size) { SPILE_SCOPE("take");
  if (++depth > worst)
    worst = depth;
  ++taken;
  void *memory = std::malloc(size ? size : 1);
  --depth;
  return memory;
}

static void give(void *memory) noexcept { SPILE_SCOPE("give");
  given += memory != nullptr;
  std::free(memory);
}

void *operator new(std::size_t size) { SPILE_SCOPE("operator new");
  if (void *memory = take(size))
    return memory;
  throw std::bad_alloc();
}
void *operator new[](std::size_t size) { SPILE_SCOPE("operator new[]"); return ::operator new(size); }
void *operator new(std::size_t size, const std::nothrow_t &) noexcept { SPILE_SCOPE("operator new"); return take(size); }
void *operator new(std::size_t size, std::align_val_t align) { SPILE_SCOPE("operator new");
  ++taken;
  return std::aligned_alloc(static_cast<std::size_t>(align), size);
}
void operator delete(void *memory) noexcept { SPILE_SCOPE("operator delete"); give(memory); }
void operator delete[](void *memory) noexcept { SPILE_SCOPE("operator delete[]"); ::operator delete(memory); }
void operator delete(void *memory, std::size_t) noexcept { SPILE_SCOPE("operator delete"); give(memory); }
void operator delete(void *memory, std::align_val_t) noexcept { SPILE_SCOPE("operator delete"); give(memory); }
void operator delete(void *memory, std::size_t, std::align_val_t) noexcept { SPILE_SCOPE("operator delete"); give(memory); }

struct Fixed {
  int value;
  explicit Fixed(int v) : value(v) { SPILE_SCOPE_INLINE("Fixed::Fixed");}
  ~Fixed() { SPILE_SCOPE_INLINE("Fixed::~Fixed"); value = 0; }
};
struct alignas(64) Wide {
  char data[64];
};

template <class T> [[gnu::noinline]] T *keep(T *pointer) { SPILE_SCOPE_INLINE("keep");
  asm volatile("" : "+r"(pointer) : : "memory");
  return pointer;
}

static int work() { SPILE_SCOPE("work");
  alignas(Fixed) unsigned char place[sizeof(Fixed)];
  Fixed *placed = new (place) Fixed(3);
  int sum = keep(placed)->value;
  placed->~Fixed();
  Fixed *one = keep(new Fixed(4));
  int *many = keep(new int[5]());
  Wide *wide = keep(new Wide());
  int *quiet = keep(new (std::nothrow) int(6));
  sum += one->value + many[4] + wide->data[0] + *quiet;
  delete one;
  delete[] many;
  delete wide;
  delete quiet;
  return sum;
}

int main() { SPILE_SCOPE("main");
  int sum = work();
  std::printf("%d %d %d %d\n", sum, worst, taken, given);
  return 0;
}
