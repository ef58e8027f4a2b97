// httpd: a small server of static files, as an example of a program that
// serves clients with several worker threads.
#define _GNU_SOURCE // signalfd
#include "config.h"
#include "server.h"

#include <getopt.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <unistd.h>

static void hd_usage(FILE *out) {
  fputs("usage: httpd [-a ADDRESS] [-p PORT] [-r DIR] [-w N] [-c N] [-t S]\n"
        "  -a ADDRESS  IPv4 address to listen on (127.0.0.1)\n"
        "  -p PORT     port, 0 for any free one (8080)\n"
        "  -r DIR      document root (www)\n"
        "  -w N        worker threads (4)\n"
        "  -c N        most clients at a time (1024)\n"
        "  -t S        seconds after which an idle client is closed (10)\n"
        "example: httpd -p 8080 -r www\n",
        out);
}

static int hd_option_number(const char *text, int low, int high, int *number) {
  char *end;
  long value = strtol(text, &end, 10);
  if (*text == '\0' || *end != '\0' || value < low || value > high) {
    fprintf(stderr, "httpd: error: '%s' is no number from %d to %d\n", text,
            low, high);
    return -1;
  }
  *number = (int)value;
  return 0;
}

// 0: go on; 1: help was asked for; -1: an error, which has been printed.
static int hd_options(struct hd_config *config, int argc, char **argv) {
  static const struct option names[] = {{"help", no_argument, NULL, 'h'},
                                        {NULL, 0, NULL, 0}};
  int option;
  int error = 0;
  while (error == 0 && (option = getopt_long(argc, argv, "a:p:r:w:c:t:h", names,
                                             NULL)) != -1) {
    if (option == 'a')
      config->address = optarg;
    else if (option == 'p')
      error = hd_option_number(optarg, 0, 65535, &config->port);
    else if (option == 'r')
      config->root = optarg;
    else if (option == 'w')
      error = hd_option_number(optarg, 1, HD_WORKERS_MAX, &config->workers);
    else if (option == 'c')
      error = hd_option_number(optarg, 1, 1 << 20, &config->max_connections);
    else if (option == 't')
      error = hd_option_number(optarg, 1, 3600, &config->idle_seconds);
    else if (option == 'h')
      return 1;
    else
      error = -1;
  }
  if (error == 0 && optind < argc) {
    fprintf(stderr, "httpd: error: unexpected '%s'\n", argv[optind]);
    error = -1;
  }
  return error;
}

// The workers inherit the mask, so that signals reach signal_fd only.
static int hd_signals(void) {
  sigset_t set;
  signal(SIGPIPE, SIG_IGN);
  sigemptyset(&set);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGINT);
  if (sigprocmask(SIG_BLOCK, &set, NULL) < 0)
    return -1;
  return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

int main(int argc, char **argv) {
  struct hd_config config = {"127.0.0.1", 8080, "www", 4, 1024, 10};
  int options = hd_options(&config, argc, argv);
  if (options != 0) {
    hd_usage(options > 0 ? stdout : stderr);
    return options > 0 ? 0 : 2;
  }
  int signal_fd = hd_signals();
  if (signal_fd < 0) {
    perror("httpd: error: signals");
    return 2;
  }
  struct hd_server server;
  const char *step;
  int error = hd_server_start(&server, &config, &step);
  if (error == 0) {
    printf("listening on %s:%d\n", config.address, server.port);
    fflush(stdout);
    step = "cannot accept";
    error = hd_server_run(&server, signal_fd);
  }
  hd_server_stop(&server);
  close(signal_fd);
  if (error != 0) {
    fprintf(stderr, "httpd: error: %s: %s\n", step, strerror(-error));
    return 2;
  }
  return 0;
}
