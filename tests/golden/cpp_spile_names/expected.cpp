// Names that the inserted text uses inside: as parameters, locals, members and macros of
// other spelling.
#include <cstdio>
#include <spile/scope.h>
static int name_(int name_) { SPILE_SCOPE("name_"); return name_ + 1; }
static int guard_(int guard_, int slot, int start, int mode) { SPILE_SCOPE("guard_"); return guard_ + slot + start + mode; }
static int site(int spile_i_site_, int line, int file) { SPILE_SCOPE("site"); return spile_i_site_ + line + file; }
static int module_of(int module, int begin, int end) { SPILE_SCOPE("module_of");
  int spile_i_block_ = module, reserved = begin, least = end;
  return spile_i_block_ + reserved + least;
}
struct guard {
  int slot = 1, start = 2;
  int guard_ = 3;
  int leave() const { SPILE_SCOPE_INLINE("guard::leave"); return slot + start + guard_; }
};
class scope {
public:
  explicit scope(int *site) : guard_(*site) { SPILE_SCOPE_INLINE("scope::scope");}
  ~scope() { SPILE_SCOPE_INLINE("scope::~scope"); ++guard_; }
  int enter() { SPILE_SCOPE_INLINE("scope::enter"); return guard_; }

private:
  int guard_;
};
template <class spile, class T = spile> T spile_scope(spile site_) { SPILE_SCOPE_INLINE("spile_scope");
  struct spile_i_guard_ { T site; };
  return spile_i_guard_{site_}.site;
}
namespace spile { static int scope(int name) { SPILE_SCOPE("spile::scope"); return name; } }
namespace spile_i { static int enter_to(int a) { SPILE_SCOPE("spile_i::enter_to"); return a; } }

int main() { SPILE_SCOPE("main");
  int five = 5;
  int sum = name_(1) + guard_(1, 2, 3, 4) + site(1, 2, 3) + module_of(1, 2, 3) + guard().leave();
  sum += scope(&five).enter() + spile_scope(6) + spile::scope(7) + spile_i::enter_to(8);
  std::printf("%d\n", sum);
  return 0;
}
