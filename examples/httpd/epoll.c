#include "epoll.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <unistd.h>

static struct hd_epoll_state **hd_epoll_bucket(struct hd_epoll *ep, int fd) {
  return &ep->states[(unsigned)fd % HD_EPOLL_BUCKETS];
}

struct hd_epoll_state *hd_epoll_state_get(struct hd_epoll *ep, int fd) {
  struct hd_epoll_state *state = *hd_epoll_bucket(ep, fd);
  while (state != NULL && state->fd != fd)
    state = state->next;
  return state;
}

struct hd_epoll_state *hd_epoll_state_set(struct hd_epoll *ep, int fd,
                                          uint32_t events) {
  struct hd_epoll_state *state = hd_epoll_state_get(ep, fd);
  if (state == NULL) {
    struct hd_epoll_state **bucket = hd_epoll_bucket(ep, fd);
    state = malloc(sizeof(*state));
    if (state == NULL)
      return NULL;
    state->fd = fd;
    state->next = *bucket;
    *bucket = state;
  }
  state->events = events;
  return state;
}

int hd_epoll_state_del(struct hd_epoll *ep, int fd) {
  struct hd_epoll_state **link = hd_epoll_bucket(ep, fd);
  while (*link != NULL && (*link)->fd != fd)
    link = &(*link)->next;
  if (*link == NULL)
    return -ENOENT;
  struct hd_epoll_state *state = *link;
  *link = state->next;
  free(state);
  return 0;
}

int hd_epoll_init(struct hd_epoll *ep) {
  memset(ep, 0, sizeof(*ep));
  ep->efd = epoll_create1(EPOLL_CLOEXEC);
  return ep->efd < 0 ? -errno : 0;
}

static int hd_epoll_ctl(struct hd_epoll *ep, int operation, int fd,
                        uint32_t events) {
  struct epoll_event event;
  memset(&event, 0, sizeof(event));
  event.events = events;
  event.data.fd = fd;
  return epoll_ctl(ep->efd, operation, fd, &event) < 0 ? -errno : 0;
}

int hd_epoll_add(struct hd_epoll *ep, int fd, uint32_t events) {
  if (hd_epoll_state_set(ep, fd, events) == NULL)
    return -ENOMEM;
  int error = hd_epoll_ctl(ep, EPOLL_CTL_ADD, fd, events);
  if (error != 0)
    hd_epoll_state_del(ep, fd);
  return error;
}

int hd_epoll_mod(struct hd_epoll *ep, int fd, uint32_t events) {
  struct hd_epoll_state *state = hd_epoll_state_get(ep, fd);
  if (state == NULL)
    return -ENOENT;
  if (state->events == events)
    return 0;
  int error = hd_epoll_ctl(ep, EPOLL_CTL_MOD, fd, events);
  if (error == 0)
    hd_epoll_state_set(ep, fd, events);
  return error;
}

int hd_epoll_del(struct hd_epoll *ep, int fd) {
  int error = hd_epoll_state_del(ep, fd);
  if (error != 0)
    return error;
  return hd_epoll_ctl(ep, EPOLL_CTL_DEL, fd, 0);
}

void hd_epoll_destroy(struct hd_epoll *ep) {
  for (int bucket = 0; bucket < HD_EPOLL_BUCKETS; bucket++) {
    while (ep->states[bucket] != NULL)
      hd_epoll_state_del(ep, ep->states[bucket]->fd);
  }
  if (ep->efd >= 0)
    close(ep->efd);
  ep->efd = -1;
}

// A descriptor is at most once in a batch, so that one which is closed and
// opened again meanwhile does not get the events of its predecessor.
int hd_epoll_wait(struct hd_epoll *ep, const struct hd_epoll_handlers *handlers,
                  void *ctx, int timeout_ms) {
  struct epoll_event events[HD_EPOLL_BATCH];
  int count = epoll_wait(ep->efd, events, HD_EPOLL_BATCH, timeout_ms);
  if (count < 0)
    return errno == EINTR ? 0 : -errno;
  for (int i = 0; i < count; i++) {
    int fd = events[i].data.fd;
    if (events[i].events & (EPOLLHUP | EPOLLERR)) {
      handlers->close(ctx, fd);
    } else if (events[i].events & EPOLLIN) {
      handlers->read(ctx, fd);
    } else if (events[i].events & EPOLLOUT) {
      handlers->write(ctx, fd);
    }
  }
  return count;
}
