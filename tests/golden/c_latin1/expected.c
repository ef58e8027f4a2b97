// Not UTF-8: ιθ
#include <stdio.h>
#include <spile/scope.h>
int main(void) { SPILE_SCOPE("main"); return puts("ι") < 0; }
