// Function templates for whole numbers.
#ifndef POOL_NUMERIC_H
#define POOL_NUMERIC_H

#include <cstdint>
#include <iterator>
#include <type_traits>

namespace pool::numeric {

template <typename T> T greatestCommonDivisor(T A, T B) {
  static_assert(std::is_unsigned_v<T>);
  while (B != 0) {
    T Rest = A % B;
    A = B;
    B = Rest;
  }
  return A;
}

// Base^Exponent modulo Modulus, which is below 2^32.
template <typename T> T powerModulo(T Base, T Exponent, T Modulus) {
  static_assert(std::is_unsigned_v<T> && sizeof(T) >= 8);
  T Result = 1 % Modulus;
  for (Base %= Modulus; Exponent != 0; Exponent >>= 1) {
    if (Exponent & 1)
      Result = Result * Base % Modulus;
    Base = Base * Base % Modulus;
  }
  return Result;
}

template <typename Range, typename T, typename Function>
T fold(const Range &Values, T Start, Function Combine) {
  for (const auto &Value : Values)
    Start = Combine(Start, Value);
  return Start;
}

// A sequence of numbers that depends on nothing but its seed.
class Sequence {
public:
  explicit Sequence(std::uint64_t Seed) : State(Seed) {}
  std::uint64_t operator()() {
    State += 0x9e3779b97f4a7c15u;
    std::uint64_t Value = State;
    Value = (Value ^ (Value >> 30)) * 0xbf58476d1ce4e5b9u;
    Value = (Value ^ (Value >> 27)) * 0x94d049bb133111ebu;
    return Value ^ (Value >> 31);
  }

private:
  std::uint64_t State;
};

} // namespace pool::numeric

#endif
