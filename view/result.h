// Result<T>: a value, or why there is none.
//
// Model: a function that can fail for reasons outside of the program answers a
// Result; the caller asks `ok()` before it takes the value. An Error's message
// is one line without the program's name and without a newline.
#ifndef SPILE_VIEW_RESULT_H
#define SPILE_VIEW_RESULT_H

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace spile::view {

struct Error {
  std::string message;
  int code = 0; // a positive errno, or 0 where none fits
};

template <class T> class [[nodiscard]] Result {
public:
  Result(T value) : state(std::move(value)) {}
  Result(Error error) : state(std::move(error)) {}

  bool ok() const { return std::holds_alternative<T>(state); }

  T &value() {
    assert(ok());
    return *std::get_if<T>(&state);
  }
  const T &value() const {
    assert(ok());
    return *std::get_if<T>(&state);
  }
  const Error &error() const {
    assert(!ok());
    return *std::get_if<Error>(&state);
  }

private:
  std::variant<T, Error> state;
};

} // namespace spile::view

#endif // SPILE_VIEW_RESULT_H
