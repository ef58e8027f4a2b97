// Calls from many threads add up exactly: std::thread, std::async, std::jthread, pools,
// call_once, packaged tasks, exceptions that go from thread to thread.
#include <atomic>
#include <condition_variable>
#include <cstdio>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <vector>
#include <spile/scope.h>
static std::atomic<long> total{0};

static void add(long n) { SPILE_SCOPE("add"); total += n; }

struct Worker {
  int number;
  void operator()(int times) const { SPILE_SCOPE_INLINE("Worker::operator()");
    for (int i = 0; i < times; ++i)
      add(number);
  }
  void member(int times) { SPILE_SCOPE_INLINE("Worker::member"); (*this)(times); }
  static int task(int a) { SPILE_SCOPE_INLINE("Worker::task");
    if (a == 3)
      throw std::out_of_range("three");
    return a;
  }
};

class Pool {
public:
  explicit Pool(int size) { SPILE_SCOPE_INLINE("Pool::Pool");
    for (int i = 0; i < size; ++i)
      threads_.emplace_back([this] { loop(); });
  }
  ~Pool() { SPILE_SCOPE_INLINE("Pool::~Pool");
    {
      std::lock_guard lock(mutex_);
      stop_ = true;
    }
    ready_.notify_all();
  }
  void post(std::function<void()> job) { SPILE_SCOPE_INLINE("Pool::post");
    {
      std::lock_guard lock(mutex_);
      jobs_.push_back(std::move(job));
    }
    ready_.notify_one();
  }

private:
  void loop() { SPILE_SCOPE_INLINE("Pool::loop");
    while (std::function<void()> job = next())
      job();
  }
  std::function<void()> next() { SPILE_SCOPE_INLINE("Pool::next");
    std::unique_lock lock(mutex_);
    ready_.wait(lock, [this] { return stop_ || !jobs_.empty(); });
    if (jobs_.empty())
      return nullptr;
    std::function<void()> job = std::move(jobs_.front());
    jobs_.pop_front();
    return job;
  }
  std::mutex mutex_;
  std::condition_variable ready_;
  std::deque<std::function<void()>> jobs_;
  bool stop_ = false;
  std::vector<std::jthread> threads_;
};

static std::once_flag flag;
static void once() { SPILE_SCOPE("once"); add(1000000); }
static void prepare() { SPILE_SCOPE("prepare"); std::call_once(flag, once); }

int main() { SPILE_SCOPE("main");
  Worker worker{2};
  std::vector<std::thread> threads;
  for (int i = 0; i < 100; ++i)
    threads.emplace_back(worker, 10);
  threads.emplace_back(&Worker::member, &worker, 5);
  for (std::thread &thread : threads)
    thread.join();
  {
    Pool pool(3);
    for (int i = 0; i < 50; ++i)
      pool.post([i] { SPILE_SCOPE_INLINE("main::(lambda)"); prepare(); add(i); });
  }
  std::vector<std::future<int>> results;
  for (int i = 0; i < 5; ++i)
    results.push_back(std::async(i % 2 ? std::launch::async : std::launch::deferred, &Worker::task, i));
  int sum = 0;
  for (std::future<int> &result : results) {
    try {
      sum += result.get();
    } catch (const std::out_of_range &) {
      sum += 100;
    }
  }
  std::jthread stoppable([](std::stop_token token) { SPILE_SCOPE_INLINE("main::(lambda)");
    while (!token.stop_requested())
      std::this_thread::yield();
    add(7);
  });
  stoppable.request_stop();
  stoppable.join();
  std::printf("%ld %d\n", total.load(), sum);
  return 0;
}
