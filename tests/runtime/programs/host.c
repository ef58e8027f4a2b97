/* host PLUGIN ROUNDS: calls a library it is linked to, and loads another one
 * ROUNDS times. */
#include <spile/spile.h>

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

int linked_call(int x);

static void host(void) { SPILE_SCOPE("host"); }

int main(int argc, char **argv) {
  int rounds = argc > 2 ? atoi(argv[2]) : 1;
  host();
  linked_call(1);
  for (int i = 0; i < rounds; ++i) {
    void *plugin = dlopen(argv[1], RTLD_NOW);
    if (plugin == NULL) {
      fprintf(stderr, "%s\n", dlerror());
      return 1;
    }
    int (*call)(int);
    *(void **)&call = dlsym(plugin, "plugin_call");
    if (call == NULL || call(1) != 2)
      return 1;
    dlclose(plugin);
  }
  return 0;
}
