#pragma once
#include <spile/scope.h>
static int only(int a) { SPILE_SCOPE("only"); return a; }

int main(void) { SPILE_SCOPE("main"); return only(0); }
