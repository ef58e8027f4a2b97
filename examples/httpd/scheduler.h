// The workers, and which client is whose.
//
//   accept ──hd_sched_add_client──▶ queue of the least loaded worker
//                                     │ (eventfd)
//                      worker: hd_sched_register_client ─▶ epoll ─▶ remove
//
// Threads: hd_sched_init, _start, _add_client and _stop are the main thread's.
// The queue is shared under its lock, and load is atomic; the rest of an
// hd_worker is its own thread's while it runs.
#ifndef HD_SCHEDULER_H
#define HD_SCHEDULER_H

#include "config.h"
#include "connection.h"
#include "epoll.h"

#include <pthread.h>
#include <stdatomic.h>

enum { HD_SCHED_BUCKETS = 256 };

struct hd_sched;

struct hd_worker {
  struct hd_sched *sched;
  pthread_t thread;
  bool started;
  struct hd_epoll epoll;
  int wake_fd; // an eventfd
  atomic_bool stop;
  atomic_uint load; // clients, those in the queue included
  pthread_mutex_t lock;
  int *queue; // accepted descriptors; room for max_connections
  size_t queued;
  struct hd_connection *table[HD_SCHED_BUCKETS]; // by descriptor
  struct hd_connection *oldest;                  // by last progress
  struct hd_connection *newest;
};

struct hd_sched {
  const struct hd_config *config;
  int root_fd;
  int count;
  struct hd_worker *workers;
};

// 0 or a negative errno. After an error hd_sched_stop is still to be called.
int hd_sched_init(struct hd_sched *sched, const struct hd_config *config,
                  int root_fd);
int hd_sched_start(struct hd_sched *sched);

// Ends the workers, closes their clients and frees everything.
void hd_sched_stop(struct hd_sched *sched);

// Clients of all workers together.
unsigned hd_sched_load(struct hd_sched *sched);

// Gives fd to a worker, which closes it in the end. -EBUSY if there are
// max_connections clients already; fd is still the caller's then.
int hd_sched_add_client(struct hd_sched *sched, int fd);

// The worker's side. NULL if there is no memory or no place for it: fd is
// closed then. The connection is the worker's.
struct hd_connection *hd_sched_register_client(struct hd_worker *worker,
                                               int fd);

// NULL if fd is no client of the worker.
struct hd_connection *hd_sched_get_connection(struct hd_worker *worker, int fd);

// -ENOENT if fd is no client of the worker.
int hd_sched_remove_client(struct hd_worker *worker, int fd);

// Closes the clients that have been idle for too long. Returns how many.
int hd_sched_check_timeouts(struct hd_worker *worker, uint64_t now_ms);

#endif
