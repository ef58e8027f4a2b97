// A square matrix.
#ifndef POOL_MATRIX_H
#define POOL_MATRIX_H

#include <array>
#include <cstddef>

namespace pool {

template <typename T, std::size_t N> class Matrix {
public:
  T &operator()(std::size_t Row, std::size_t Column) {
    return Cells[Row * N + Column];
  }
  const T &operator()(std::size_t Row, std::size_t Column) const {
    return Cells[Row * N + Column];
  }

  static Matrix identity() {
    Matrix Result;
    for (std::size_t I = 0; I < N; ++I)
      Result(I, I) = 1;
    return Result;
  }

  friend Matrix operator*(const Matrix &A, const Matrix &B) {
    Matrix Result;
    for (std::size_t I = 0; I < N; ++I)
      for (std::size_t J = 0; J < N; ++J)
        for (std::size_t K = 0; K < N; ++K)
          Result(I, J) += A(I, K) * B(K, J);
    return Result;
  }
  Matrix &operator*=(const Matrix &Other) { return *this = *this * Other; }

  T trace() const {
    T Sum{};
    for (std::size_t I = 0; I < N; ++I)
      Sum += (*this)(I, I);
    return Sum;
  }

private:
  std::array<T, N * N> Cells{};
};

} // namespace pool

#endif
