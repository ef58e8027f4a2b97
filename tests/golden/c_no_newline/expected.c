// No line end at the end.
#include <stdio.h>
#include <spile/scope.h>
int main(void) { SPILE_SCOPE("main"); return puts("x") < 0; }