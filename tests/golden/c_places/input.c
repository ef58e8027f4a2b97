/* The macro below must still have its effect behind the inserted include. */
#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>
#include "local.h"
#ifdef NOT_DEFINED

#include <no/such/header.h>
#endif
/*
 * A comment of several lines
 */
#define BRACE {
#define BODY                                                                   \
  { return 2; }
#define DEFINE(name)                                                           \
  static int name(void) { return __LINE__; }
#define SIGNATURE(name) static int name(int a)

DEFINE(from_macro)

static int body_from_macro(void) BODY

static int brace_from_macro(void) BRACE return 3; }

SIGNATURE(spelled_body) { return a + __LINE__; }

#if defined(NOT_DEFINED)
static int either(long a, long b) {
#else
static int either(long a) {
#endif
  return (int)a + __LINE__;
}

static int digraph(void) <% return 4; %>

static int /* { */ comments(void) /* { */ { /* { */ return 5; } // }

static const char *text(void) { return "{ SPILE_SCOPE(\"x\"); #include <spile/scope.h>"; }

static int own_line(void)
{
  return __LINE__;
}

static int continued(void) { \
  return __LINE__; \
}

int main(void) {
  char word[] = "a b";
  char *rest = NULL;
  printf("%s %s\n", strtok_r(word, " ", &rest), basename("x/y")); /* GNU basename */
  printf("%d %d %d %d %d\n", from_macro(), body_from_macro(), brace_from_macro(), spelled_body(1), either(2));
  printf("%d %d %s %d %d\n", digraph(), comments(), text(), own_line(), continued());
  printf("%s:%d %d\n", __FILE__, __LINE__, from_local());
  return 0;
}
