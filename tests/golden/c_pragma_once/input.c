#pragma once

static int only(int a) { return a; }

int main(void) { return only(0); }
