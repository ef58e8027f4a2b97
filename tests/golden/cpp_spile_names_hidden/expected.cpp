// The program has classes, functions and variables of the runtime's own names in its
// namespaces, classes and parameter lists: the inserted text means the global ones.
#include <cstdio>
#include <spile/scope.h>
namespace app {
class spile_i_scope {
public:
  explicit spile_i_scope(int a) : value_(a) { SPILE_SCOPE_INLINE("app::spile_i_scope::spile_i_scope");}
  int value() const { SPILE_SCOPE_INLINE("app::spile_i_scope::value"); return value_; }

private:
  int value_;
};
struct spile_i_site {
  int line;
  int get() const { SPILE_SCOPE_INLINE("app::spile_i_site::get"); return line; }
};
static int use(int a) { SPILE_SCOPE("app::use"); return spile_i_scope(a).value() + spile_i_site{a}.get(); }
} // namespace app

struct Holder {
  using spile_i_scope = int;
  int spile_i_module = 1;
  int member(int a) const { SPILE_SCOPE_INLINE("Holder::member"); return static_cast<spile_i_scope>(a) + spile_i_module; }
};

static int parameter(int spile_i_scope) { SPILE_SCOPE("parameter"); return spile_i_scope + 1; }
static int module_parameter(int spile_i_module) { SPILE_SCOPE("module_parameter"); return spile_i_module + 2; }
static int type_parameter(int spile_i_site) { SPILE_SCOPE("type_parameter"); return spile_i_site + 3; }
template <class spile_i_scope> spile_i_scope of_template(spile_i_scope a) { SPILE_SCOPE_INLINE("of_template"); return a; }

int main() { SPILE_SCOPE("main");
  int sum = app::use(1) + Holder().member(2) + parameter(3) + module_parameter(4) + type_parameter(5) + of_template(6);
  std::printf("%d\n", sum);
  return 0;
}
