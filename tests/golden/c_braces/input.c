// What may stand between a parameter list and a body, and behind the brace.
#include <stdio.h>

static int tight(void){return 1;}

static int comments(int a /* { */) /* ) { */
/* one { more */ // and { a line
/**/ { /* } */ return a /* { */; }

static int tricky(void) /* " */ { return '"' + '{' - '{' + "}{\"{"[1]; }

static int far(int a)



{
  return a;
}

static int continued(int \
a) \
  \
{ return a; }

static int li\
ne_name(int a)\
 { return \
a; }

static int digraph(int a) <%
  int v<:1:> = <% a %>;
  return v<:0:>;
%>

static int joined(int a) <%return a;%>

static void empty(void) {}
static void empty_line(void) {
}
static void empty_blank(void) { }
static void empty_tight(void){}
static void empty_comment(void) { /* nothing */ }
static void empty_line_comment(void) { // nothing
}
static void empty_statement(void) {;}

static int a1(void) { return 1; } static int a2(void) { return 2; } static int a3(void) { return a1() + a2(); }

static int __attribute__((unused)) attributes(int a __attribute__((unused))) { return 4; }

static int nested_blocks(int a) {{{ return a; }}}

	static int	tabs(int	a)	{	return	a;	}

int 
 main
  (
   void
    )
     {
  empty(), empty_line(), empty_blank(), empty_tight();
  empty_comment(), empty_line_comment(), empty_statement();
  printf("%d %d %d %d %d\n", tight(), comments(2), tricky(), far(3), continued(4));
  printf("%d %d %d %d %d\n", line_name(5), digraph(6), joined(7), a3(), attributes(9));
  return nested_blocks(0) + tabs(0);
     }
