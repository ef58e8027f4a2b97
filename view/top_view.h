// What of the rates is looked at, and in which order.
//
// Pure functions on values.
#ifndef SPILE_VIEW_TOP_VIEW_H
#define SPILE_VIEW_TOP_VIEW_H

#include "rates.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace spile::view {

// In the order of `<` and `>`. Numbers sort downwards, names upwards.
enum class TopKey { Calls, Time, Mean, Max, Name };

struct TopView {
  TopKey key = TopKey::Calls;
  bool reverse = false;
  bool byWorker = false;
  std::string filter = {}; // a pattern of names; empty: all
};

// The rows of `rates` that the view shows. Only as many are sorted as are asked
// for. `rates` must outlive it.
class TopRows {
public:
  TopRows(const Rates &rates, const TopView &view);

  std::size_t size() const { return order.size(); }
  const RateRow &operator[](std::size_t n);

  // Which row comes n-th; size() if it is not among them.
  std::size_t find(const Function &function, const RateWorker *worker) const;

private:
  bool before(std::uint32_t a, std::uint32_t b) const;

  const Rates &rates;
  const TopView view;
  std::vector<std::uint32_t> order; // the first `sorted` are
  std::size_t sorted = 0;
};

} // namespace spile::view

#endif // SPILE_VIEW_TOP_VIEW_H
