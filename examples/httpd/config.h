// What the command line says. Filled by main.c, read-only afterwards.
#ifndef HD_CONFIG_H
#define HD_CONFIG_H

struct hd_config {
  const char *address; // IPv4, dotted
  int port;            // 0: any free one
  const char *root;    // document root
  int workers;         // 1..HD_WORKERS_MAX
  int max_connections; // above it a client is answered 503
  int idle_seconds;    // a client that is silent for longer is closed
};

enum { HD_WORKERS_MAX = 64 };

#endif
