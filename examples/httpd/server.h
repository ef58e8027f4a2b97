// The listening socket, and everything that lives as long as the server.
#ifndef HD_SERVER_H
#define HD_SERVER_H

#include "config.h"
#include "scheduler.h"

struct hd_server {
  const struct hd_config *config;
  int root_fd;
  int listen_fd;
  int port; // the one that it listens on
  struct hd_sched sched;
};

// Opens the root, listens and starts the workers. 0 or a negative errno, with
// what it was doing in *step. After an error too, hd_server_stop is to be
// called. config must outlive the server.
int hd_server_start(struct hd_server *server, const struct hd_config *config,
                    const char **step);

// Accepts clients until signal_fd can be read from. 0 or a negative errno.
int hd_server_run(struct hd_server *server, int signal_fd);

// Joins the workers and closes everything.
void hd_server_stop(struct hd_server *server);

#endif
