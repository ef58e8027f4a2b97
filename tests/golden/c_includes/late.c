#include "part.c"
static int late(int a) { return part(a) + 30; }
