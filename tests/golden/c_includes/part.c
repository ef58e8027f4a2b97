#ifndef PART_C
#define PART_C
static int part(int a) { return a + __LINE__; }
#endif
