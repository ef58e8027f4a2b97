// The program has classes, functions and variables of the runtime's own names in its
// namespaces, classes and parameter lists: the inserted text means the global ones.
#include <cstdio>

namespace app {
class spile_i_scope {
public:
  explicit spile_i_scope(int a) : value_(a) {}
  int value() const { return value_; }

private:
  int value_;
};
struct spile_i_site {
  int line;
  int get() const { return line; }
};
static int use(int a) { return spile_i_scope(a).value() + spile_i_site{a}.get(); }
} // namespace app

struct Holder {
  using spile_i_scope = int;
  int spile_i_module = 1;
  int member(int a) const { return static_cast<spile_i_scope>(a) + spile_i_module; }
};

static int parameter(int spile_i_scope) { return spile_i_scope + 1; }
static int module_parameter(int spile_i_module) { return spile_i_module + 2; }
static int type_parameter(int spile_i_site) { return spile_i_site + 3; }
template <class spile_i_scope> spile_i_scope of_template(spile_i_scope a) { return a; }

int main() {
  int sum = app::use(1) + Holder().member(2) + parameter(3) + module_parameter(4) + type_parameter(5) + of_template(6);
  std::printf("%d\n", sum);
  return 0;
}
