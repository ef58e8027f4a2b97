// A conversion to a template parameter goes by the name that the source gives it.
#include <cstdio>

class Any {
public:
  explicit Any(int v) : v_(v) {}
  template <class T> explicit operator T *() { return reinterpret_cast<T *>(&v_); }
  template <class Number> explicit operator Number() const { return static_cast<Number>(v_); }

private:
  int v_;
};

template <class T> struct Ref {
  T *to;
  operator T &() const { return *to; }
};

int main() {
  Any any(7);
  Ref<int> ref{static_cast<int *>(any)};
  int &plain = ref;
  plain += static_cast<int>(any) + static_cast<int>(static_cast<double>(any));
  std::printf("%d\n", plain);
  return 0;
}
