// One epoll instance a worker, and what is known of each descriptor in it.
//
// Each descriptor has a state (the events it waits for), so that asking for
// what it waits for already costs no system call. An hd_epoll belongs to one
// thread; nothing here locks.
#ifndef HD_EPOLL_H
#define HD_EPOLL_H

#include <stdint.h>

enum { HD_EPOLL_BUCKETS = 256, HD_EPOLL_BATCH = 64 };

struct hd_epoll_state {
  int fd;
  uint32_t events; // EPOLLIN, EPOLLOUT
  struct hd_epoll_state *next;
};

struct hd_epoll {
  int efd;
  struct hd_epoll_state *states[HD_EPOLL_BUCKETS];
};

// Called with the descriptor an event is for. Each may remove it.
struct hd_epoll_handlers {
  void (*read)(void *ctx, int fd);
  void (*write)(void *ctx, int fd);
  void (*close)(void *ctx, int fd);
};

// These return 0 or a negative errno.
int hd_epoll_init(struct hd_epoll *ep);
int hd_epoll_add(struct hd_epoll *ep, int fd, uint32_t events);
int hd_epoll_mod(struct hd_epoll *ep, int fd, uint32_t events);
int hd_epoll_del(struct hd_epoll *ep, int fd);
void hd_epoll_destroy(struct hd_epoll *ep);

// Waits for up to timeout_ms milliseconds (-1: for ever) and handles one batch
// of events. Returns their number or a negative errno; a signal counts as 0.
int hd_epoll_wait(struct hd_epoll *ep, const struct hd_epoll_handlers *handlers,
                  void *ctx, int timeout_ms);

// NULL if fd is not known. The state is the hd_epoll's.
struct hd_epoll_state *hd_epoll_state_get(struct hd_epoll *ep, int fd);

// The new or changed state, NULL if there is no memory.
struct hd_epoll_state *hd_epoll_state_set(struct hd_epoll *ep, int fd,
                                          uint32_t events);

// -ENOENT if fd is not known.
int hd_epoll_state_del(struct hd_epoll *ep, int fd);

#endif
