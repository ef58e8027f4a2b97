// Members defined outside of their class. The compiler makes several bodies of one
// constructor or destructor when there are virtual bases; each call is one call.
#include <cstdio>
#include <spile/scope.h>
class Root {
public:
  explicit Root(int id);
  virtual ~Root();
  static int made, gone;

protected:
  int id_;
};
class Left : virtual public Root {
public:
  explicit Left(int id);
  ~Left() override;
};
class Right : virtual public Root {
public:
  explicit Right(int id);
  ~Right() override;
};
class Bottom final : public Left, public Right {
public:
  explicit Bottom(int id);
  Bottom(const Bottom &other);
  Bottom &operator=(const Bottom &other);
  ~Bottom() override;
  int id() const &;
  int id() &&;
  static Bottom *create(int id) noexcept;
  operator int() const;

  struct Nested;
  enum class Kind : int;
  friend bool operator==(const Bottom &a, const Bottom &b);

private:
  int own_;
};

int Root::made = 0, Root::gone = 0;

Root::Root(int id) : id_(id) { SPILE_SCOPE("Root::Root"); ++made; }
Root::~Root() { SPILE_SCOPE("Root::~Root"); ++gone; }
Left::Left(int id) : Root(id) { SPILE_SCOPE("Left::Left"); ++id_; }
Left::~Left() = default;
Right::Right(int id) : Root(id) { SPILE_SCOPE("Right::Right"); ++id_; }
Right::~Right() { SPILE_SCOPE("Right::~Right"); --id_; }
Bottom::Bottom(int id) : Root(id * 10), Left(1), Right(2), own_(id_) { SPILE_SCOPE("Bottom::Bottom");}
Bottom::Bottom(const Bottom &other) : Root(other.id_), Left(0), Right(0), own_(other.own_) { SPILE_SCOPE("Bottom::Bottom");}
Bottom &Bottom::operator=(const Bottom &other) { SPILE_SCOPE("Bottom::operator=");
  own_ = other.own_;
  return *this;
}
Bottom::~Bottom() { SPILE_SCOPE("Bottom::~Bottom");
  if (own_ < 0)
    std::printf("negative\n");
}
int Bottom::id() const & { SPILE_SCOPE("Bottom::id"); return id_; }
int Bottom::id() && { SPILE_SCOPE("Bottom::id"); return -id_; }
Bottom *Bottom::create(int id) noexcept { SPILE_SCOPE("Bottom::create"); return new Bottom(id); }
Bottom::operator int() const { SPILE_SCOPE("Bottom::operator int"); return own_; }
bool operator==(const Bottom &a, const Bottom &b) { SPILE_SCOPE("operator=="); return a.own_ == b.own_; }

struct Bottom::Nested {
  Nested(const Bottom &b);
  auto get() const -> decltype(auto);
  int value;
};
Bottom::Nested::Nested(const Bottom &b) : value{b.own_} { SPILE_SCOPE("Bottom::Nested::Nested");}
auto Bottom::Nested::get() const -> decltype(auto) { SPILE_SCOPE("Bottom::Nested::get"); return (value); }

int main() { SPILE_SCOPE("main");
  Root *root = Bottom::create(1);
  Left left(5);
  Right right(6);
  int sum = 0;
  {
    Bottom bottom(2), copy(bottom);
    copy = bottom;
    sum += bottom.id() + Bottom(3).id() + copy + (bottom == copy) + Bottom::Nested(copy).get();
  }
  delete root;
  std::printf("%d %d %d\n", sum, Root::made, Root::gone);
  return 0;
}
