#include "outcome.h"

#include "text.h"

namespace spile::view {

std::string complaint(const std::string &message) {
  return "spile-view: " + printable(message) + "\n";
}

Outcome failed(const Error &error) {
  return {StatusFailed, "", complaint(error.message)};
}

Outcome nothing(const std::string &message) {
  return {StatusNothing, "", complaint(message)};
}

} // namespace spile::view
