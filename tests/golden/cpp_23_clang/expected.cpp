// C++23 that GCC 12 does not know: the object as a parameter, static operators.
#include <cstdio>
#include <string>
#include <utility>
#include <spile/scope.h>
struct Text {
  std::string word;
  template <class Self> auto &&get(this Self &&self) { SPILE_SCOPE_INLINE("Text::get"); return std::forward<Self>(self).word; }
  std::size_t size(this const Text &self) { SPILE_SCOPE_INLINE("Text::size"); return self.word.size(); }
  Text plus(this Text self, char c) { SPILE_SCOPE_INLINE("Text::plus");
    self.word += c;
    return self;
  }
  int twice(this auto &self, int a) { SPILE_SCOPE_INLINE("Text::twice"); return a * 2 + static_cast<int>(self.size()); }
};

template <class Tag> struct Named {
  std::string name(this const auto &self) { SPILE_SCOPE_INLINE("Named::name"); return std::string("<") + self.tag() + ">"; }
};
struct Item : Named<Item> {
  const char *tag() const { SPILE_SCOPE_INLINE("Item::tag"); return "item"; }
};

struct Less {
  static bool operator()(int a, int b) { SPILE_SCOPE_INLINE("Less::operator()"); return a < b; }
  static int operator[](int a, int b) { SPILE_SCOPE_INLINE("Less::operator[]"); return a * b; }
};

int main() { SPILE_SCOPE("main");
  Text text{"ab"};
  text.get() += "c";
  const Text same = text;
  std::string moved = std::move(text).get();
  Text longer = same.plus('d').plus('e');
  int sum = static_cast<int>(longer.size() + same.get().size() + moved.size()) + longer.twice(1) + Text{"x"}.get().front();
  sum += Less{}(1, 2) + Less::operator()(3, 2) + Less{}[3, 4];
  std::printf("%d %s\n", sum, Item{}.name().c_str());
  return 0;
}
