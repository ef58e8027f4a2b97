// Threads that run what is submitted, in the order of submission.
//
// submit() is for one thread or several. The destructor runs what has been
// submitted and joins, so that all that was done is visible after it.
#ifndef POOL_THREAD_POOL_H
#define POOL_THREAD_POOL_H

#include "bounded_queue.h"

#include <functional>
#include <thread>
#include <utility>
#include <vector>

namespace pool {

class ThreadPool {
public:
  using Task = std::function<void()>;

  explicit ThreadPool(unsigned Workers);
  ~ThreadPool();
  ThreadPool(const ThreadPool &) = delete;
  ThreadPool &operator=(const ThreadPool &) = delete;

  // Run must not throw.
  template <typename Function> void submit(Function &&Run) {
    Tasks.push(Task(std::forward<Function>(Run)));
  }

  std::size_t size() const { return Threads.size(); }

private:
  void work();

  BoundedQueue<Task> Tasks;
  std::vector<std::thread> Threads;
};

} // namespace pool

#endif
