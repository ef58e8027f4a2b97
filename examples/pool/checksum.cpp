#include "checksum.h"

#include <array>
#include <ostream>

namespace pool {
namespace {

constexpr std::uint64_t Prime = 0x100000001b3u;

inline std::uint64_t mix(std::uint64_t State, unsigned char Byte) {
  return (State ^ Byte) * Prime;
}

} // namespace

Checksum &Checksum::operator<<(std::uint64_t Value) {
  for (int Shift = 0; Shift < 64; Shift += 8)
    State = mix(State, static_cast<unsigned char>(Value >> Shift));
  return *this;
}

Checksum &Checksum::operator<<(std::string_view Text) {
  for (char C : Text)
    State = mix(State, static_cast<unsigned char>(C));
  return *this << Text.size();
}

std::ostream &operator<<(std::ostream &Out, const Checksum &Sum) {
  std::array<char, 16> Digits{};
  std::uint64_t Value = Sum.value();
  for (auto Digit = Digits.rbegin(); Digit != Digits.rend(); ++Digit) {
    *Digit = "0123456789abcdef"[Value & 15];
    Value >>= 4;
  }
  return Out.write(Digits.data(), Digits.size());
}

} // namespace pool
