#include <stdio.h>
static int line(void) { return __LINE__; }
int main(void) { printf("%d %d %s\n", line(), __LINE__, __FILE__); return 0; }
