// What may stand between a parameter list and a body, and behind the brace.
#include <stdio.h>
#include <spile/scope.h>
static int tight(void){ SPILE_SCOPE("tight");return 1;}

static int comments(int a /* { */) /* ) { */
/* one { more */ // and { a line
/**/ { SPILE_SCOPE("comments"); /* } */ return a /* { */; }

static int tricky(void) /* " */ { SPILE_SCOPE("tricky"); return '"' + '{' - '{' + "}{\"{"[1]; }

static int far(int a)



{ SPILE_SCOPE("far");
  return a;
}

static int continued(int \
a) \
  \
{ return a; }

static int li\
ne_name(int a)\
 { SPILE_SCOPE("line_name"); return \
a; }

static int digraph(int a) <% SPILE_SCOPE("digraph");
  int v<:1:> = <% a %>;
  return v<:0:>;
%>

static int joined(int a) <% SPILE_SCOPE("joined");return a;%>

static void empty(void) { SPILE_SCOPE("empty");}
static void empty_line(void) { SPILE_SCOPE("empty_line");
}
static void empty_blank(void) { SPILE_SCOPE("empty_blank"); }
static void empty_tight(void){ SPILE_SCOPE("empty_tight");}
static void empty_comment(void) { SPILE_SCOPE("empty_comment"); /* nothing */ }
static void empty_line_comment(void) { SPILE_SCOPE("empty_line_comment"); // nothing
}
static void empty_statement(void) { SPILE_SCOPE("empty_statement");;}

static int a1(void) { SPILE_SCOPE("a1"); return 1; } static int a2(void) { SPILE_SCOPE("a2"); return 2; } static int a3(void) { SPILE_SCOPE("a3"); return a1() + a2(); }

static int __attribute__((unused)) attributes(int a __attribute__((unused))) { SPILE_SCOPE("attributes"); return 4; }

static int nested_blocks(int a) { SPILE_SCOPE("nested_blocks");{{ return a; }}}

	static int	tabs(int	a)	{ SPILE_SCOPE("tabs");	return	a;	}

int 
 main
  (
   void
    )
     { SPILE_SCOPE("main");
  empty(), empty_line(), empty_blank(), empty_tight();
  empty_comment(), empty_line_comment(), empty_statement();
  printf("%d %d %d %d %d\n", tight(), comments(2), tricky(), far(3), continued(4));
  printf("%d %d %d %d %d\n", line_name(5), digraph(6), joined(7), a3(), attributes(9));
  return nested_blocks(0) + tabs(0);
     }
