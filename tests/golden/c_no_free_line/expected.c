#include <spile/scope.h>
#line 1
#include <stdio.h>
static int line(void) { SPILE_SCOPE("line"); return __LINE__; }
int main(void) { SPILE_SCOPE("main"); printf("%d %d %s\n", line(), __LINE__, __FILE__); return 0; }
