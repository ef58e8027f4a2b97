static int from_local(void) { return __LINE__; }
