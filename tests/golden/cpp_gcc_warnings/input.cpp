// Warnings that GCC gives only when asked; none may come from what is inserted.
#include <cstdio>
#include <memory>
#include <utility>

namespace {

class Base {
public:
  explicit Base(int id) : id_(id) {}
  Base(const Base &) = delete;
  Base &operator=(const Base &) = delete;
  virtual ~Base() { ++count; }
  virtual int id() const noexcept { return id_; }
  static int count;

private:
  int id_;
};
int Base::count = 0;

class Derived final : public Base {
public:
  explicit Derived(int id) : Base(id + 1), extra_(id) {}
  int id() const noexcept override { return Base::id() + extra_; }

private:
  int extra_;
};

class Value {
public:
  Value() : number_(0) {}
  explicit Value(int n) : number_(n) {}
  Value &operator+=(const Value &other) {
    number_ += other.number_;
    return *this;
  }
  Value operator++(int) {
    Value before(number_);
    ++number_;
    return before;
  }
  friend Value operator+(const Value &a, const Value &b) {
    Value sum(a);
    sum += b;
    return sum;
  }
  int number() const { return number_; }

private:
  int number_;
};

template <class T> T *find(T *first, T *last, const T &what) {
  for (; first != last; ++first)
    if (*first == what)
      return first;
  return nullptr;
}

int choose(unsigned char c, bool b) {
  switch (c) {
  case 1:
    return b ? 1 : 2;
  default:
    return 3;
  }
}

float narrow(double d) { return static_cast<float>(d); }
[[noreturn]] void leave(int code) { throw std::make_pair(code, 1U); }
inline volatile int *through(volatile int *p) { return p; }

} // namespace

int main() {
  int array[] = {4, 5, 6};
  int *found = find(array, array + 3, 5);
  Value value(2);
  Value old = value++;
  value = value + old;
  std::unique_ptr<Base> base = std::make_unique<Derived>(3);
  auto add = [&value](int a) { static int calls = 0; ++calls; return value.number() + a; };
  volatile int seen = 8;
  int sum = (found ? *found : 0) + base->id() + add(1) + choose(1, true) + static_cast<int>(narrow(2.5)) + *through(&seen);
  base.reset();
  try {
    leave(sum);
  } catch (const std::pair<int, unsigned> &code) {
    std::printf("%d %u %d\n", code.first, code.second, Base::count);
  }
  return 0;
}
