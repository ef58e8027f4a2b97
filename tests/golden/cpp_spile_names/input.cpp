// Names that the inserted text uses inside: as parameters, locals, members and macros of
// other spelling.
#include <cstdio>

static int name_(int name_) { return name_ + 1; }
static int guard_(int guard_, int slot, int start, int mode) { return guard_ + slot + start + mode; }
static int site(int spile_i_site_, int line, int file) { return spile_i_site_ + line + file; }
static int module_of(int module, int begin, int end) {
  int spile_i_block_ = module, reserved = begin, least = end;
  return spile_i_block_ + reserved + least;
}
struct guard {
  int slot = 1, start = 2;
  int guard_ = 3;
  int leave() const { return slot + start + guard_; }
};
class scope {
public:
  explicit scope(int *site) : guard_(*site) {}
  ~scope() { ++guard_; }
  int enter() { return guard_; }

private:
  int guard_;
};
template <class spile, class T = spile> T spile_scope(spile site_) {
  struct spile_i_guard_ { T site; };
  return spile_i_guard_{site_}.site;
}
namespace spile { static int scope(int name) { return name; } }
namespace spile_i { static int enter_to(int a) { return a; } }

int main() {
  int five = 5;
  int sum = name_(1) + guard_(1, 2, 3, 4) + site(1, 2, 3) + module_of(1, 2, 3) + guard().leave();
  sum += scope(&five).enter() + spile_scope(6) + spile::scope(7) + spile_i::enter_to(8);
  std::printf("%d\n", sum);
  return 0;
}
