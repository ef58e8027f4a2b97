// C++23 that GCC 12 does not know: the object as a parameter, static operators.
#include <cstdio>
#include <string>
#include <utility>

struct Text {
  std::string word;
  template <class Self> auto &&get(this Self &&self) { return std::forward<Self>(self).word; }
  std::size_t size(this const Text &self) { return self.word.size(); }
  Text plus(this Text self, char c) {
    self.word += c;
    return self;
  }
  int twice(this auto &self, int a) { return a * 2 + static_cast<int>(self.size()); }
};

template <class Tag> struct Named {
  std::string name(this const auto &self) { return std::string("<") + self.tag() + ">"; }
};
struct Item : Named<Item> {
  const char *tag() const { return "item"; }
};

struct Less {
  static bool operator()(int a, int b) { return a < b; }
  static int operator[](int a, int b) { return a * b; }
};

int main() {
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
