// A checksum of a sequence of numbers; their order matters.
#ifndef POOL_CHECKSUM_H
#define POOL_CHECKSUM_H

#include <cstdint>
#include <iosfwd>
#include <string_view>

namespace pool {

class Checksum {
public:
  Checksum &operator<<(std::uint64_t Value);
  Checksum &operator<<(std::string_view Text);
  std::uint64_t value() const { return State; }

  friend bool operator==(const Checksum &A, const Checksum &B) {
    return A.State == B.State;
  }
  friend bool operator!=(const Checksum &A, const Checksum &B) {
    return !(A == B);
  }

private:
  std::uint64_t State = 0xcbf29ce484222325u;
};

// As 16 hexadecimal digits.
std::ostream &operator<<(std::ostream &Out, const Checksum &Sum);

} // namespace pool

#endif
