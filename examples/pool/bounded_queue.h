// A queue between threads, which holds Capacity elements at the most.
#ifndef POOL_BOUNDED_QUEUE_H
#define POOL_BOUNDED_QUEUE_H

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace pool {

template <typename T> class BoundedQueue {
public:
  explicit BoundedQueue(std::size_t Most) : Capacity(Most) {}

  // Waits for room. False, and Value is dropped, if the queue is closed.
  bool push(T Value) {
    std::unique_lock Lock(Mutex);
    Room.wait(Lock, [this] { return Closed || Values.size() < Capacity; });
    if (Closed)
      return false;
    Values.push_back(std::move(Value));
    Lock.unlock();
    Filled.notify_one();
    return true;
  }

  // Waits for an element. Nothing once the queue is closed and empty.
  std::optional<T> pop() {
    std::unique_lock Lock(Mutex);
    Filled.wait(Lock, [this] { return Closed || !Values.empty(); });
    if (Values.empty())
      return std::nullopt;
    std::optional<T> Value(std::move(Values.front()));
    Values.pop_front();
    Lock.unlock();
    Room.notify_one();
    return Value;
  }

  void close() {
    {
      std::lock_guard Lock(Mutex);
      Closed = true;
    }
    Filled.notify_all();
    Room.notify_all();
  }

private:
  const std::size_t Capacity;
  std::mutex Mutex;
  std::condition_variable Filled;
  std::condition_variable Room;
  std::deque<T> Values;
  bool Closed = false;
};

} // namespace pool

#endif
