// Other spellings: digraphs, alternative tokens, raw strings, letters of all languages,
// spliced lines, braces in comments and strings.
#include <cstdio>
#include <string>

namespace größe {

class Größe <%
public:
  explicit Größe(int länge) : länge_<%länge%> <% %>
  int 長さ() const <% return länge_; %>
  int operator()(int a, int b) const { return a bitand b; }
  bool operator not() const { return länge_ not_eq 0; }
  bool operator and(bool other) const { return not (länge_ == 0) and other; }
  int operator compl() const { return compl länge_; }
  Größe &operator or_eq(int a) { länge_ or_eq a; return *this; }
  int operator<::>(int a) const { return a xor länge_; }

private:
  int länge_;
%>;

template <class Été> Été \u03b1lpha(Été x) { return x + 1; }
} // namespace größe

static std::string raw() {
  return R"(} { SPILE_SCOPE("x"); )" R"spile(
#include <spile/scope.h>
{ )" // not yet the end
)spile";
}

static int digits(char c = '{', char d = '"', int n = 1'0'0) { return c == '{' && d == '"' ? n : -n; }

static int spliced(int a) \
{ \
  return a + __LINE__; \
}

static int spl\
it_name(int a) {
  // a comment that goes on \
     { return 1; }
  return a + __LINE__;
}

static int // {
one_line(int a) { return a ? /* } */ 1 : /* { */ 2; } static int same_line(int a) { return one_line(a) + [](int b) { static int c = 0; return b + c; }(a); }

static int empty() {/**/return 5;}
static int tight(int a){return a+empty();}
static int		tabs(int a)	{	return a; }

struct S{int a;S(int b):a{b}{}int get(){return a;}~S(){}}; struct T:S{T():S{7}{a+=get();}};

int main(int, char *<::>)
<%
  größe::Größe g(6);
  int sum = g.長さ() + g(3, 5) + (not g) + (g and true) + compl g + g<:2:>;
  g or_eq 8;
  sum += g.長さ() + größe::αlpha(1) + digits() + spliced(1) + split_name(1) + same_line(2) + tight(1) + tabs(1) + T().a;
  std::printf("%d %d\n", sum, static_cast<int>(raw().size()));
  return 0;
%>
