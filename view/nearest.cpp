#include "nearest.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>

namespace spile::view {

namespace {

// Optimal string alignment: two neighbours that changed places are one step.
std::size_t distance(std::string_view a, std::string_view b) {
  using Row = std::vector<std::size_t>;
  Row above2, above, row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    above2 = std::move(above);
    above = std::move(row);
    row.assign(b.size() + 1, i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1),
                         above[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], above2[j - 2] + 1);
    }
  }
  return row[b.size()];
}

} // namespace

std::optional<std::string> nearestWord(std::string_view word,
                                       const std::vector<std::string> &words) {
  const std::string *best = nullptr;
  std::size_t bestDistance = 0;
  for (const std::string &candidate : words) {
    const std::size_t steps = distance(word, candidate);
    if (!best || steps < bestDistance) {
      best = &candidate;
      bestDistance = steps;
    }
  }
  if (!best || bestDistance == 0 ||
      bestDistance > std::max<std::size_t>(1, best->size() / 3))
    return std::nullopt;
  return *best;
}

} // namespace spile::view
