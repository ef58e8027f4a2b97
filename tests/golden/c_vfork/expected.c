// vfork: the child runs in its parent's memory and on its stack until it ends or execs.
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>
#include <spile/scope.h>
static int leaf(int a) { SPILE_SCOPE("leaf"); return a * 2; }

// Counted with the parent's calls, since its memory is the parent's.
static void work(int times) { SPILE_SCOPE("work");
  for (int i = 0; i < times; ++i)
    leaf(i);
}

__attribute__((noreturn)) static void leave(int status) { SPILE_SCOPE("leave"); _exit(leaf(status)); }

static int wait_for(pid_t child) { SPILE_SCOPE("wait_for");
  int status;
  if (waitpid(child, &status, 0) != child)
    return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -2;
}

static int child_exits(int status) { SPILE_SCOPE("child_exits");
  pid_t child = vfork();
  if (child == 0) {
    work(3);
    leave(status);
  }
  return wait_for(child);
}

// The program once more, with an argument: a process with counters of its own.
static int child_execs(char *program) { SPILE_SCOPE("child_execs");
  char again[] = "again";
  char *arguments[] = {program, again, NULL};
  pid_t child = vfork();
  if (child == 0) {
    leaf(1);
    execv(program, arguments);
    _exit(127);
  }
  return wait_for(child);
}

static int exec_fails(void) { SPILE_SCOPE("exec_fails");
  char none[] = "/nonexistent/program";
  char *arguments[] = {none, NULL};
  pid_t child = vfork();
  if (child == 0) {
    execv(none, arguments);
    leave(20);
  }
  return wait_for(child);
}

// With fork the child has counters of its own from the start.
static int child_forks(void) { SPILE_SCOPE("child_forks");
  pid_t child = fork();
  if (child == 0) {
    work(5);
    leave(4);
  }
  return wait_for(child);
}

static int in_exec(void) { SPILE_SCOPE("in_exec");
  work(7);
  return 9;
}

int main(int argc, char **argv) { SPILE_SCOPE("main");
  if (argc > 1)
    return strcmp(argv[1], "again") == 0 ? in_exec() : 1;
  printf("%d %d\n", child_exits(5), child_exits(1));
  printf("%d %d\n", child_execs(argv[0]), exec_fails());
  fflush(stdout);
  printf("%d\n", child_forks());
  return 0;
}
