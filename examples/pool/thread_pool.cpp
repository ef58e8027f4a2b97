#include "thread_pool.h"

namespace pool {

ThreadPool::ThreadPool(unsigned Workers) : Tasks(4 * Workers) {
  Threads.reserve(Workers);
  try {
    for (unsigned I = 0; I < Workers; ++I)
      Threads.emplace_back([this] { work(); });
  } catch (...) {
    Tasks.close();
    for (std::thread &Thread : Threads)
      Thread.join();
    throw;
  }
}

ThreadPool::~ThreadPool() {
  Tasks.close();
  for (std::thread &Thread : Threads)
    Thread.join();
}

void ThreadPool::work() {
  while (auto Run = Tasks.pop())
    (*Run)();
}

} // namespace pool
