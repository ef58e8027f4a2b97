// Virtual functions through thunks: multiple and virtual inheritance, covariant results,
// member pointers, calls from constructors. A thunk is no call of its own.
#include <cstdio>
#include <functional>
#include <string>

static std::string trail;

struct Node {
  int id = 1;
  Node() { hello(); }
  virtual ~Node() { trail += '~'; }
  virtual void hello() { trail += 'n'; }
  virtual Node *clone() const = 0;
  virtual int value(int a) const { return a; }
};
// A pure function with a body.
Node *Node::clone() const { return nullptr; }

struct Left : virtual Node {
  int l = 2;
  Left() { hello(); }
  void hello() override { trail += 'l'; }
  Left *clone() const override = 0;
  virtual int left() { return l; }
};
struct Right : virtual Node {
  int r = 3;
  Right() { hello(); }
  void hello() override { trail += 'r'; }
  virtual int right() { return r; }
  int value(int a) const override { return a + r; }
};
struct Both final : Left, Right {
  int b = 4;
  Both() { hello(); }
  Both(const Both &o) : Node(o), Left(o), Right(o) { trail += 'c'; }
  ~Both() override { trail += '!'; }
  void hello() override { trail += 'b'; }
  Both *clone() const override {
    if (Node::clone())
      return nullptr;
    return new Both(*this);
  }
  int left() override { return b * 10; }
  int right() override { return b * 100; }
};

struct Plain_a {
  virtual int f() { return 1; }
  virtual ~Plain_a() = default;
  int a = 10;
};
struct Plain_b {
  virtual int g(int x, ...) { return x; }
  virtual ~Plain_b() = default;
  int b = 20;
};
class Multi : public Plain_a, private Plain_b {
public:
  int f() override { return a; }
  Plain_b *as_b() { return this; }

private:
  int g(int x, ...) override { return b + x; }
};

static int through(const Node &node) { return node.value(1); }

int main() {
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
