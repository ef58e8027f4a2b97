// Virtual functions through thunks: multiple and virtual inheritance, covariant results,
// member pointers, calls from constructors. A thunk is no call of its own.
#include <cstdio>
#include <functional>
#include <string>
#include <spile/scope.h>
static std::string trail;

struct Node {
  int id = 1;
  Node() { SPILE_SCOPE_INLINE("Node::Node"); hello(); }
  virtual ~Node() { SPILE_SCOPE_INLINE("Node::~Node"); trail += '~'; }
  virtual void hello() { SPILE_SCOPE_INLINE("Node::hello"); trail += 'n'; }
  virtual Node *clone() const = 0;
  virtual int value(int a) const { SPILE_SCOPE_INLINE("Node::value"); return a; }
};
// A pure function with a body.
Node *Node::clone() const { SPILE_SCOPE("Node::clone"); return nullptr; }

struct Left : virtual Node {
  int l = 2;
  Left() { SPILE_SCOPE_INLINE("Left::Left"); hello(); }
  void hello() override { SPILE_SCOPE_INLINE("Left::hello"); trail += 'l'; }
  Left *clone() const override = 0;
  virtual int left() { SPILE_SCOPE_INLINE("Left::left"); return l; }
};
struct Right : virtual Node {
  int r = 3;
  Right() { SPILE_SCOPE_INLINE("Right::Right"); hello(); }
  void hello() override { SPILE_SCOPE_INLINE("Right::hello"); trail += 'r'; }
  virtual int right() { SPILE_SCOPE_INLINE("Right::right"); return r; }
  int value(int a) const override { SPILE_SCOPE_INLINE("Right::value"); return a + r; }
};
struct Both final : Left, Right {
  int b = 4;
  Both() { SPILE_SCOPE_INLINE("Both::Both"); hello(); }
  Both(const Both &o) : Node(o), Left(o), Right(o) { SPILE_SCOPE_INLINE("Both::Both"); trail += 'c'; }
  ~Both() override { SPILE_SCOPE_INLINE("Both::~Both"); trail += '!'; }
  void hello() override { SPILE_SCOPE_INLINE("Both::hello"); trail += 'b'; }
  Both *clone() const override { SPILE_SCOPE_INLINE("Both::clone");
    if (Node::clone())
      return nullptr;
    return new Both(*this);
  }
  int left() override { SPILE_SCOPE_INLINE("Both::left"); return b * 10; }
  int right() override { SPILE_SCOPE_INLINE("Both::right"); return b * 100; }
};

struct Plain_a {
  virtual int f() { SPILE_SCOPE_INLINE("Plain_a::f"); return 1; }
  virtual ~Plain_a() = default;
  int a = 10;
};
struct Plain_b {
  virtual int g(int x, ...) { SPILE_SCOPE_INLINE("Plain_b::g"); return x; }
  virtual ~Plain_b() = default;
  int b = 20;
};
class Multi : public Plain_a, private Plain_b {
public:
  int f() override { SPILE_SCOPE_INLINE("Multi::f"); return a; }
  Plain_b *as_b() { SPILE_SCOPE_INLINE("Multi::as_b"); return this; }

private:
  int g(int x, ...) override { SPILE_SCOPE_INLINE("Multi::g"); return b + x; }
};

static int through(const Node &node) { SPILE_SCOPE("through"); return node.value(1); }

int main() { SPILE_SCOPE("main");
  int sum = 0;
  {
    Both both;
    Left &left = both;
    Right &right = both;
    Node *copies[] = {left.clone(), static_cast<Node &>(right).clone(), both.clone()};
    sum += left.left() + right.right() + through(left) + copies[0]->value(2);
    int (Right::*pointer)() = &Right::right;
    int (Node::*constant)(int) const = &Node::value;
    sum += (right.*pointer)() + (copies[1]->*constant)(3) + std::mem_fn(&Left::left)(left);
    sum += right.Right::right() + std::invoke(&Node::value, both, 4);
    for (Node *n : copies)
      delete n;
  }
  Multi multi;
  Plain_a &a = multi;
  sum += a.f() + multi.as_b()->g(5, 6.0) + multi.Plain_a::f();
  int Multi::*data = &Multi::a;
  sum += multi.*data;
  std::printf("%d %s\n", sum, trail.c_str());
  return 0;
}
