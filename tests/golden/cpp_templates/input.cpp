// Templates: primary, full and partial specialisations, member templates, explicit
// instantiations. All instances of a template are one row.
#include <cstdio>
#include <string>

template <class T, int N = 2> class Stack {
public:
  Stack();
  ~Stack() { --alive; }
  void push(const T &t);
  template <class U> U as(int i) const;
  template <class U> Stack &operator+=(const Stack<U, N> &other) {
    for (int i = 0; i < other.used(); ++i)
      push(static_cast<T>(other.template as<U>(i)));
    return *this;
  }
  int used() const { return used_; }
  class Cursor {
  public:
    explicit Cursor(const Stack &s) : stack_(s) {}
    T here() const;

  private:
    const Stack &stack_;
  };
  static int alive;

private:
  T items_[N];
  int used_ = 0;
};

template <class T, int N> int Stack<T, N>::alive = 0;
template <class T, int N> Stack<T, N>::Stack() : items_{} { ++alive; }
template <class T, int N> void Stack<T, N>::push(const T &t) {
  if (used_ < N)
    items_[used_++] = t;
}
template <class T, int N> template <class U> U Stack<T, N>::as(int i) const { return static_cast<U>(items_[i]); }
template <class T, int N> T Stack<T, N>::Cursor::here() const { return stack_.items_[0]; }

// A full specialisation of a member is a plain function.
template <> void Stack<char, 2>::push(const char &) { used_ = 2; }
template <> template <> int Stack<double, 2>::as<int>(int) const { return -7; }

// A partial and a full specialisation of a class.
template <class T> class Stack<T *, 2> {
public:
  int used() const { return 40; }
};
template <> class Stack<bool, 2> {
public:
  int used() const;
};
int Stack<bool, 2>::used() const { return 50; }

template <class T> int rank(T) { return 1; }
template <class T> int rank(T *) { return 2; }
template <> int rank(char) { return 3; }
template <> inline int rank<long>(long) { return 4; }

template int rank<short>(short);
template class Stack<long, 3>;
extern template int rank<unsigned>(unsigned);
template int rank<unsigned>(unsigned);

template <template <class, int> class C, class T> int through(const C<T, 2> &c) { return c.used(); }
template <class T> using Pair = Stack<T, 2>;
template <class T> const int size_of = static_cast<int>(sizeof(T));
template <class T> int sized() { return size_of<T>; }
template <int... Ns> struct List {
  static int sum() {
    int total = 0;
    for (int n : {Ns...})
      total += n;
    return total;
  }
};

int main() {
  Pair<int> ints;
  Pair<double> doubles;
  Pair<char> chars;
  ints.push(3);
  doubles.push(2.5);
  chars.push('a');
  ints += doubles;
  doubles += ints;
  int sum = ints.as<int>(1) + doubles.as<int>(0) + Pair<int>::Cursor(ints).here() + Pair<double>::alive;
  sum += Pair<int *>().used() + Pair<bool>().used() + through(ints) + through(chars);
  sum += rank(1) + rank(&sum) + rank('a') + rank(5L) + rank(short(6)) + rank(7u) + sized<char[9]>() + List<1, 2, 3>::sum();
  std::printf("%d\n", sum);
  return 0;
}
