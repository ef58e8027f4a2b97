// Without a C library there is no runtime either.
#include <stdint.h>

static int32_t twice(int32_t a) { return a * 2; }

int main(void) { return twice(0); }
