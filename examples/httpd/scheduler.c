#define _GNU_SOURCE // clock_gettime
#include "scheduler.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

static uint64_t hd_now_ms(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

static uint64_t hd_sched_idle_ms(const struct hd_worker *worker) {
  return (uint64_t)worker->sched->config->idle_seconds * 1000;
}

static struct hd_connection **hd_sched_bucket(struct hd_worker *worker,
                                              int fd) {
  return &worker->table[(unsigned)fd % HD_SCHED_BUCKETS];
}

static void hd_sched_link(struct hd_worker *worker,
                          struct hd_connection *conn) {
  conn->older = worker->newest;
  conn->newer = NULL;
  if (worker->newest != NULL)
    worker->newest->newer = conn;
  else
    worker->oldest = conn;
  worker->newest = conn;
}

static void hd_sched_unlink(struct hd_worker *worker,
                            struct hd_connection *conn) {
  if (conn->older != NULL)
    conn->older->newer = conn->newer;
  else
    worker->oldest = conn->newer;
  if (conn->newer != NULL)
    conn->newer->older = conn->older;
  else
    worker->newest = conn->older;
}

struct hd_connection *hd_sched_get_connection(struct hd_worker *worker,
                                              int fd) {
  struct hd_connection *conn = *hd_sched_bucket(worker, fd);
  while (conn != NULL && conn->fd != fd)
    conn = conn->chain;
  return conn;
}

struct hd_connection *hd_sched_register_client(struct hd_worker *worker,
                                               int fd) {
  struct hd_connection *conn =
      hd_conn_create(fd, worker->sched->root_fd, hd_now_ms());
  if (conn == NULL) {
    close(fd);
    atomic_fetch_sub(&worker->load, 1);
    return NULL;
  }
  if (hd_epoll_add(&worker->epoll, fd, EPOLLIN) != 0) {
    hd_conn_destroy(conn);
    atomic_fetch_sub(&worker->load, 1);
    return NULL;
  }
  struct hd_connection **bucket = hd_sched_bucket(worker, fd);
  conn->chain = *bucket;
  *bucket = conn;
  hd_sched_link(worker, conn);
  return conn;
}

int hd_sched_remove_client(struct hd_worker *worker, int fd) {
  struct hd_connection **link = hd_sched_bucket(worker, fd);
  while (*link != NULL && (*link)->fd != fd)
    link = &(*link)->chain;
  if (*link == NULL)
    return -ENOENT;
  struct hd_connection *conn = *link;
  *link = conn->chain;
  hd_sched_unlink(worker, conn);
  hd_epoll_del(&worker->epoll, fd);
  hd_conn_destroy(conn);
  atomic_fetch_sub(&worker->load, 1);
  return 0;
}

unsigned hd_sched_load(struct hd_sched *sched) {
  unsigned load = 0;
  for (int i = 0; i < sched->count; i++)
    load += atomic_load(&sched->workers[i].load);
  return load;
}

static void hd_sched_wake(struct hd_worker *worker) {
  uint64_t one = 1;
  // It fails only when the counter is full, and then the worker wakes anyway.
  ssize_t written = write(worker->wake_fd, &one, sizeof(one));
  (void)written;
}

int hd_sched_add_client(struct hd_sched *sched, int fd) {
  if (hd_sched_load(sched) >= (unsigned)sched->config->max_connections)
    return -EBUSY;
  struct hd_worker *least = &sched->workers[0];
  for (int i = 1; i < sched->count; i++) {
    if (atomic_load(&sched->workers[i].load) < atomic_load(&least->load))
      least = &sched->workers[i];
  }
  atomic_fetch_add(&least->load, 1);
  pthread_mutex_lock(&least->lock);
  least->queue[least->queued++] = fd;
  pthread_mutex_unlock(&least->lock);
  hd_sched_wake(least);
  return 0;
}

// One client at a time, so that the lock is never held for long.
static void hd_sched_take_queue(struct hd_worker *worker) {
  uint64_t wakes;
  ssize_t got = read(worker->wake_fd, &wakes, sizeof(wakes));
  (void)got;
  for (;;) {
    int fd = -1;
    pthread_mutex_lock(&worker->lock);
    if (worker->queued > 0)
      fd = worker->queue[--worker->queued];
    pthread_mutex_unlock(&worker->lock);
    if (fd < 0)
      return;
    hd_sched_register_client(worker, fd);
  }
}

int hd_sched_check_timeouts(struct hd_worker *worker, uint64_t now_ms) {
  int closed = 0;
  while (worker->oldest != NULL &&
         hd_conn_time_left(worker->oldest, now_ms, hd_sched_idle_ms(worker)) ==
             0) {
    hd_sched_remove_client(worker, worker->oldest->fd);
    closed++;
  }
  return closed;
}

static void hd_sched_apply(struct hd_worker *worker, struct hd_connection *conn,
                           enum hd_want want) {
  uint32_t events = want == HD_WANT_WRITE ? EPOLLOUT : EPOLLIN;
  if (want == HD_WANT_CLOSE ||
      hd_epoll_mod(&worker->epoll, conn->fd, events) != 0) {
    hd_sched_remove_client(worker, conn->fd);
    return;
  }
  if (hd_conn_touch(conn, hd_now_ms())) {
    hd_sched_unlink(worker, conn);
    hd_sched_link(worker, conn);
  }
}

static void hd_sched_on_read(void *ctx, int fd) {
  struct hd_worker *worker = ctx;
  if (fd == worker->wake_fd) {
    hd_sched_take_queue(worker);
    return;
  }
  struct hd_connection *conn = hd_sched_get_connection(worker, fd);
  if (conn != NULL)
    hd_sched_apply(worker, conn, hd_conn_read(conn));
}

static void hd_sched_on_write(void *ctx, int fd) {
  struct hd_worker *worker = ctx;
  struct hd_connection *conn = hd_sched_get_connection(worker, fd);
  if (conn != NULL)
    hd_sched_apply(worker, conn, hd_conn_write(conn));
}

static void hd_sched_on_close(void *ctx, int fd) {
  hd_sched_remove_client(ctx, fd);
}

static const struct hd_epoll_handlers hd_sched_handlers = {
    hd_sched_on_read, hd_sched_on_write, hd_sched_on_close};

static int hd_sched_wait_ms(const struct hd_worker *worker) {
  if (worker->oldest == NULL)
    return -1;
  // One more: to be woken a moment early would mean to wait for 0 ms.
  return (int)hd_conn_time_left(worker->oldest, hd_now_ms(),
                                hd_sched_idle_ms(worker)) +
         1;
}

static void *hd_sched_worker(void *arg) {
  struct hd_worker *worker = arg;
  while (!atomic_load(&worker->stop)) {
    if (hd_epoll_wait(&worker->epoll, &hd_sched_handlers, worker,
                      hd_sched_wait_ms(worker)) < 0)
      break;
    hd_sched_check_timeouts(worker, hd_now_ms());
  }
  return NULL;
}

static int hd_sched_init_worker(struct hd_sched *sched,
                                struct hd_worker *worker) {
  worker->sched = sched;
  worker->epoll.efd = worker->wake_fd = -1;
  atomic_init(&worker->stop, false);
  atomic_init(&worker->load, 0);
  pthread_mutex_init(&worker->lock, NULL);
  sched->count++;
  worker->queue =
      calloc((size_t)sched->config->max_connections, sizeof(*worker->queue));
  if (worker->queue == NULL)
    return -ENOMEM;
  worker->wake_fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
  if (worker->wake_fd < 0)
    return -errno;
  int error = hd_epoll_init(&worker->epoll);
  if (error != 0)
    return error;
  return hd_epoll_add(&worker->epoll, worker->wake_fd, EPOLLIN);
}

int hd_sched_init(struct hd_sched *sched, const struct hd_config *config,
                  int root_fd) {
  int error = 0;
  sched->config = config;
  sched->root_fd = root_fd;
  sched->count = 0;
  sched->workers = calloc((size_t)config->workers, sizeof(*sched->workers));
  if (sched->workers == NULL)
    return -ENOMEM;
  for (int i = 0; error == 0 && i < config->workers; i++)
    error = hd_sched_init_worker(sched, &sched->workers[i]);
  return error;
}

int hd_sched_start(struct hd_sched *sched) {
  for (int i = 0; i < sched->count; i++) {
    struct hd_worker *worker = &sched->workers[i];
    int error = pthread_create(&worker->thread, NULL, hd_sched_worker, worker);
    if (error != 0)
      return -error;
    worker->started = true;
  }
  return 0;
}

static void hd_sched_free_worker(struct hd_worker *worker) {
  while (worker->oldest != NULL)
    hd_sched_remove_client(worker, worker->oldest->fd);
  while (worker->queued > 0)
    close(worker->queue[--worker->queued]);
  hd_epoll_destroy(&worker->epoll);
  if (worker->wake_fd >= 0)
    close(worker->wake_fd);
  free(worker->queue);
  pthread_mutex_destroy(&worker->lock);
}

void hd_sched_stop(struct hd_sched *sched) {
  for (int i = 0; i < sched->count; i++) {
    atomic_store(&sched->workers[i].stop, true);
    if (sched->workers[i].started)
      hd_sched_wake(&sched->workers[i]);
  }
  for (int i = 0; i < sched->count; i++) {
    if (sched->workers[i].started)
      pthread_join(sched->workers[i].thread, NULL);
  }
  for (int i = 0; i < sched->count; i++)
    hd_sched_free_worker(&sched->workers[i]);
  free(sched->workers);
  sched->workers = NULL;
  sched->count = 0;
}
