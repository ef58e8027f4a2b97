// Functions and classes that come from macros, and the parts of functions that may.
#define private public
#include <cstdio>
#include <string>
#undef private

#define private public
class Opened {
private:
  int secret(int a) { return a + 1; }
};
#undef private

#define BEGIN {
#define END }
#define NAME(x) x##_named
#define NOEXCEPT noexcept
#define RETURNS(T) -> T
#define GETTER(type, name)                                                     \
  type name() const { return name##_; }
#define CLASS_BODY(name)                                                       \
  class name {                                                                 \
  public:                                                                      \
    int value() const { return 2; }                                            \
    GETTER(int, number)                                                        \
                                                                               \
  private:                                                                     \
    int number_ = 3;                                                           \
  };
#define MEMBERS(more) more
#define TEST(suite, name)                                                      \
  struct suite##_##name {                                                      \
    static int body();                                                         \
  };                                                                           \
  int suite##_##name::body()
#define WITH_BODY(signature, body) signature body
#define API __attribute__((visibility("default")))
#define TEMPLATE template <class T>
#define EMPTY

CLASS_BODY(From_macro)

struct Mixed {
  GETTER(int, count)
  GETTER(const std::string &, text)
  MEMBERS(int in_argument(int a) const { return a + 4; })
  int plain() const NOEXCEPT { return count_; }
  auto arrow() const RETURNS(int) { return count_; }
  int count_ = 5;
  std::string text_ = "text";
};

int NAME(pasted)(int a) { return a + 6; }
API int exported(int a) EMPTY { return a + 7; }
TEMPLATE T from_template(T a) { return a; }
static int begin_end(int a) BEGIN return a + 8; END
static int end_only(int a) { return a + 9; END
WITH_BODY(static int with_body(int a), { return a + 10; })
WITH_BODY(static int with_signature(int a), ) { return a + 11; }

TEST(Sums, adds) { return 12 + __LINE__; }
TEST(Sums, subtracts) {
  return __LINE__ - 12;
}

#define RUN(expression) ([&] { return (expression); }())
#define STATEMENT(x) do { sum += (x); } while (0)
#define NESTED int nested(int a) { struct In { int get() { return 13; } }; return In().get() + a; }
static NESTED

#if defined(NOT_DEFINED) && NOT_DEFINED
int chosen(int a) {
#elif __cplusplus >= 201703L
int chosen(long a) {
#else
int chosen(char a) {
#endif
  return static_cast<int>(a) + __LINE__;
}

int main() {
  Mixed mixed;
  int sum = Opened().secret(1) + From_macro().value() + From_macro().number() + mixed.count() + mixed.in_argument(1);
  sum += static_cast<int>(mixed.text().size()) + mixed.plain() + mixed.arrow() + pasted_named(1) + exported(1);
  sum += from_template(1) + begin_end(1) + end_only(1) + with_body(1) + with_signature(1) + RUN(sum + 1);
  STATEMENT(Sums_adds::body());
  STATEMENT(([](int a) { return a; }(Sums_subtracts::body())));
  sum += nested(1) + chosen(2);
  std::printf("%d\n", sum);
  return 0;
}
