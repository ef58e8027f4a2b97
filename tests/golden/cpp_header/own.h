// A header of the project.
#ifndef OWN_H
#define OWN_H

inline int from_header(int a) { return a + 1; }
template <class T> T twice(T a) { return a + a; }
constexpr int constant(int a) { return a; }

class Counter {
public:
  int next() { return ++value_; }

private:
  int value_ = constant(0);
};

#endif
