#define _GNU_SOURCE // accept4, O_PATH
#include "server.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { HD_BACKLOG = 511, HD_ACCEPT_PAUSE_MS = 100 };

static int hd_server_listen(struct hd_server *server) {
  struct sockaddr_in address;
  socklen_t size = sizeof(address);
  int on = 1;
  memset(&address, 0, sizeof(address));
  address.sin_family = AF_INET;
  address.sin_port = htons((uint16_t)server->config->port);
  if (inet_pton(AF_INET, server->config->address, &address.sin_addr) != 1)
    return -EINVAL;
  server->listen_fd =
      socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (server->listen_fd < 0)
    return -errno;
  setsockopt(server->listen_fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
  if (bind(server->listen_fd, (struct sockaddr *)&address, size) < 0 ||
      listen(server->listen_fd, HD_BACKLOG) < 0 ||
      getsockname(server->listen_fd, (struct sockaddr *)&address, &size) < 0)
    return -errno;
  server->port = ntohs(address.sin_port);
  return 0;
}

int hd_server_start(struct hd_server *server, const struct hd_config *config,
                    const char **step) {
  memset(server, 0, sizeof(*server));
  server->config = config;
  server->listen_fd = -1;
  *step = config->root;
  server->root_fd = open(config->root, O_PATH | O_DIRECTORY | O_CLOEXEC);
  if (server->root_fd < 0)
    return -errno;
  *step = "cannot listen";
  int error = hd_server_listen(server);
  if (error != 0)
    return error;
  *step = "cannot start the workers";
  error = hd_sched_init(&server->sched, config, server->root_fd);
  return error != 0 ? error : hd_sched_start(&server->sched);
}

static void hd_server_refuse(int fd) {
  struct hd_response response;
  memset(&response, 0, sizeof(response));
  response.status = 503;
  hd_header_prepare(&response);
  hd_header_send(&response, fd, false);
  close(fd);
}

// Returns whether the next one can be tried at once. Out of descriptors, the
// client stays in the backlog: trying again at once would be a busy loop.
static bool hd_server_accept(struct hd_server *server, int *pause_ms) {
  int on = 1;
  int fd = accept4(server->listen_fd, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
  if (fd < 0) {
    if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS ||
        errno == ENOMEM)
      *pause_ms = HD_ACCEPT_PAUSE_MS;
    return errno == EINTR || errno == ECONNABORTED;
  }
  setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
  if (hd_sched_add_client(&server->sched, fd) != 0)
    hd_server_refuse(fd);
  return true;
}

int hd_server_run(struct hd_server *server, int signal_fd) {
  struct pollfd fds[2];
  memset(fds, 0, sizeof(fds));
  fds[0].fd = signal_fd;
  fds[1].fd = server->listen_fd;
  fds[0].events = fds[1].events = POLLIN;
  int pause_ms = 0;
  for (;;) {
    int ready = poll(fds, pause_ms > 0 ? 1 : 2, pause_ms > 0 ? pause_ms : -1);
    if (ready < 0 && errno != EINTR)
      return -errno;
    if (ready > 0 && fds[0].revents != 0)
      return 0;
    bool accept = pause_ms > 0 || (ready > 0 && fds[1].revents != 0);
    pause_ms = 0;
    for (int i = 0; accept && i < HD_BACKLOG; i++)
      accept = hd_server_accept(server, &pause_ms);
  }
}

void hd_server_stop(struct hd_server *server) {
  if (server->listen_fd >= 0)
    close(server->listen_fd);
  hd_sched_stop(&server->sched);
  if (server->root_fd >= 0)
    close(server->root_fd);
  server->listen_fd = server->root_fd = -1;
}
