// No line end at the end.
#include <stdio.h>

int main(void) { return puts("x") < 0; }