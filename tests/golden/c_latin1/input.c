// Not UTF-8: ιθ
#include <stdio.h>

int main(void) { return puts("ι") < 0; }
