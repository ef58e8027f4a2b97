// thread_local variables whose initialisers and destructors call timed functions: when a
// thread begins, at its first use of them, and while it ends.
#include <atomic>
#include <cstdio>
#include <string>
#include <thread>
#include <vector>

static std::atomic<int> born{0}, dead{0};

static int note(std::atomic<int> &what) { return ++what; }
static int first_value() { return 5; }

struct Session {
  std::string text;
  Session() : text(100, 'x') { note(born); }
  ~Session() {
    note(dead);
    finish();
  }
  void finish() { text.clear(); }
  int size() const { return static_cast<int>(text.size()); }
};

thread_local int plain = first_value();
static thread_local Session session;
inline thread_local int shared = first_value() + 1;

struct Pool {
  static thread_local Session own;
  int use() { return own.size(); }
};
thread_local Session Pool::own;

template <class T> int per_thread(T add) {
  thread_local T value = T(first_value());
  value += add;
  return static_cast<int>(value);
}

static int work(int n) {
  thread_local Session local;
  int sum = 0;
  for (int i = 0; i < n; ++i)
    sum += per_thread(1) + local.size();
  return sum + plain + shared + session.size() + Pool().use();
}

// The first timed function that this thread calls is the destructor.
struct Late {
  ~Late() { note(dead); }
};
static thread_local Late late;

int main() {
  std::atomic<int> sum{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&sum, t] { sum += work(t); });
  threads.emplace_back([] { Late *used = &late; asm volatile("" : : "r"(used)); });
  for (std::thread &thread : threads)
    thread.join();
  int here = work(1);
  std::printf("%d %d %d %d\n", sum.load(), here, born.load(), dead.load());
  return 0;
}
