/* bare_host PLUGIN: no instrumented function and no libspile of its own. */
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>

static int (*call)(int);

static void *worker(void *unused) {
  call(1);
  return unused;
}

int main(int argc, char **argv) {
  pthread_t one;
  void *plugin = argc > 1 ? dlopen(argv[1], RTLD_NOW) : NULL;
  if (plugin == NULL) {
    fprintf(stderr, "%s\n", dlerror());
    return 1;
  }
  *(void **)&call = dlsym(plugin, "plugin_call");
  if (call == NULL || call(1) != 2 ||
      pthread_create(&one, NULL, worker, NULL) != 0)
    return 1;
  pthread_join(one, NULL);
  dlclose(plugin);
  return 0;
}
