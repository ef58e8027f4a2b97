// Coroutines are left alone: their scope ends at another time and maybe in another thread.
// What stands around them, promises and awaiters, is timed.
#include <coroutine>
#include <cstdio>
#include <exception>
#include <utility>

template <class T> class Generator {
public:
  struct promise_type {
    T current{};
    Generator get_return_object() { return Generator(Handle::from_promise(*this)); }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(T value) {
      current = value;
      return {};
    }
    void return_void() {}
    void unhandled_exception() { throw; }
  };
  using Handle = std::coroutine_handle<promise_type>;
  explicit Generator(Handle h) : handle_(h) {}
  Generator(Generator &&other) noexcept : handle_(std::exchange(other.handle_, {})) {}
  ~Generator() { if (handle_) handle_.destroy(); }
  bool next() {
    handle_.resume();
    return !handle_.done();
  }
  T value() const { return handle_.promise().current; }

private:
  Handle handle_;
};

struct Ready {
  int value;
  bool await_ready() const noexcept { return true; }
  void await_suspend(std::coroutine_handle<>) const noexcept {}
  int await_resume() const noexcept { return value; }
};

struct Task {
  struct promise_type {
    Task get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_value(int v) { last = v; }
    void unhandled_exception() { std::terminate(); }
  };
  static inline int last = 0;
};

static int plus_one(int a) { return a + 1; }

static Generator<int> numbers(int n) {
  for (int i = 0; i < n; ++i) {
    auto plain = [i](int a) { static int calls = 0; ++calls; return a + i; };
    co_yield plus_one(plain(i));
  }
}

template <class T> Generator<T> doubled(Generator<T> from) {
  while (from.next())
    co_yield from.value() * 2;
}

static Task add(int a, int b) { co_return co_await Ready{a} + b; }

struct Runner {
  Task run(int a) const { co_return a; }
};

static Generator<int> throwing() try {
  co_yield 1;
  throw 5;
} catch (long) {
}

int main() {
  int sum = 0;
  auto all = doubled(numbers(3));
  while (all.next())
    sum += all.value();
  add(1, 2);
  sum += Task::last;
  Runner().run(10);
  [](int a) -> Task { co_return a; }(20);
  sum += Task::last;
  auto bad = throwing();
  try {
    while (bad.next())
      sum += bad.value();
  } catch (int code) {
    sum += code;
  }
  std::printf("%d\n", sum);
  return 0;
}
