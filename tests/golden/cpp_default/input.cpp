// Without a configuration: tiny leaves are left, lambdas too. A constructor's initialisers
// and a destructor's body count; operators and conversions that do something are calls.
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

class Account {
public:
  explicit Account(int cents) : cents_(cents) {}
  Account(std::string name, int cents) : name_(std::move(name)), cents_(cents) {}
  virtual ~Account() {}
  int cents() const { return cents_; }
  bool operator<(const Account &o) const { return cents_ < o.cents_; }
  bool less(const Account &o) const { return *this < o; }
  Account &operator+=(int cents) {
    cents_ += cents;
    return *this;
  }
  std::string text() const { return name_ + "!"; }

private:
  std::string name_;
  int cents_;
};

template <class T> T biggest(const std::vector<T> &all) {
  T best = all[0];
  for (const T &one : all)
    best = best < one ? one : best;
  return best;
}

static int leaf(int a) { return a * 2; }
static int thrower(int a) {
  if (a > 2)
    throw a;
  return a;
}
static std::unique_ptr<Account> make(int cents) { return std::make_unique<Account>("made", cents); }
static int seven(int a) {
  int b = a, c = b + 1;
  if (c > 3)
    c = a;
  else {
    b += c;
    c -= b;
  }
  ++c;
  return c;
}
static int eight(int a) {
  int b = a, c = b + 1;
  if (c > 3)
    c = a;
  else {
    b += c;
    c -= b;
  }
  ++c;
  --b;
  return c + b;
}

int main() {
  Account account(5), other("other", 6);
  account += 3;
  auto add = [&](int a) { return account.cents() + a + static_cast<int>(account.text().size()); };
  int sum = add(1) + account.less(other) + biggest(std::vector<int>{1, 3, 2}) + leaf(4) + make(7)->cents() + seven(1) + eight(1);
  for (int i = 0; i < 4; ++i) {
    try {
      sum += thrower(i);
    } catch (int code) {
      sum += code * 100;
    }
  }
  std::printf("%d\n", sum);
  return 0;
}
