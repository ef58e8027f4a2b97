// A conversion to a template parameter goes by the name that the source gives it.
#include <cstdio>
#include <spile/scope.h>
class Any {
public:
  explicit Any(int v) : v_(v) { SPILE_SCOPE_INLINE("Any::Any");}
  template <class T> explicit operator T *() { SPILE_SCOPE_INLINE("Any::operator T *"); return reinterpret_cast<T *>(&v_); }
  template <class Number> explicit operator Number() const { SPILE_SCOPE_INLINE("Any::operator Number"); return static_cast<Number>(v_); }

private:
  int v_;
};

template <class T> struct Ref {
  T *to;
  operator T &() const { SPILE_SCOPE_INLINE("Ref::operator T &"); return *to; }
};

int main() { SPILE_SCOPE("main");
  Any any(7);
  Ref<int> ref{static_cast<int *>(any)};
  int &plain = ref;
  plain += static_cast<int>(any) + static_cast<int>(static_cast<double>(any));
  std::printf("%d\n", plain);
  return 0;
}
