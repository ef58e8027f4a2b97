#include "top_view.h"

#include "glob.h"

#include <algorithm>

namespace spile::view {

namespace {

constexpr std::size_t Batch = 256; // rows that are sorted at a time, at least

double numberOf(const RateRow &row, TopKey key) {
  switch (key) {
  case TopKey::Calls:
    return row.callsPerSecond;
  case TopKey::Time:
    return row.timeShare;
  case TopKey::Mean:
    return static_cast<double>(row.meanNs);
  case TopKey::Max:
    return static_cast<double>(row.maxNs);
  case TopKey::Name:
    break;
  }
  return 0;
}

bool isSame(const RateWorker &a, const RateWorker &b) {
  return a.pid == b.pid && a.worker.tid == b.worker.tid &&
         (a.worker.tid != 0 || a.worker.kind == b.worker.kind);
}

std::vector<bool> fitting(const Rates &rates, const std::string &filter) {
  std::vector<bool> fits(rates.functions.size(), true);
  for (std::size_t f = 0; f < fits.size() && !filter.empty(); ++f)
    fits[f] = matchesName(filter, rates.functions[f].name);
  return fits;
}

} // namespace

TopRows::TopRows(const Rates &theRates, const TopView &theView)
    : rates(theRates), view(theView) {
  const std::vector<bool> fits = fitting(rates, view.filter);
  for (std::uint32_t r = 0; r < rates.rows.size(); ++r)
    if (fits[rates.rows[r].function])
      order.push_back(r);
}

bool TopRows::before(std::uint32_t a, std::uint32_t b) const {
  const RateRow &x = rates.rows[a], &y = rates.rows[b];
  const double p = numberOf(x, view.key), q = numberOf(y, view.key);
  if (p != q)
    return view.reverse ? p < q : p > q;
  const int names = rates.functions[x.function].name.compare(
      rates.functions[y.function].name);
  if (names != 0)
    return (names < 0) != (view.reverse && view.key == TopKey::Name);
  return a < b;
}

const RateRow &TopRows::operator[](std::size_t n) {
  if (n >= sorted) {
    const auto at = [&](std::size_t i) {
      return order.begin() + static_cast<std::ptrdiff_t>(i);
    };
    const std::size_t end =
        std::min(order.size(), std::max({n + 1, Batch, sorted * 2}));
    std::partial_sort(
        at(sorted), at(end), order.end(),
        [this](std::uint32_t a, std::uint32_t b) { return before(a, b); });
    sorted = end;
  }
  return rates.rows[order[n]];
}

std::size_t TopRows::find(const Function &function,
                          const RateWorker *worker) const {
  const auto row = std::ranges::find_if(order, [&](std::uint32_t r) {
    const RateRow &is = rates.rows[r];
    return is.worker.has_value() == (worker != nullptr) &&
           (!worker || isSame(rates.workers[*is.worker], *worker)) &&
           rates.functions[is.function] == function;
  });
  if (row == order.end())
    return order.size();
  return static_cast<std::size_t>(std::ranges::count_if(
      order, [&](std::uint32_t r) { return before(r, *row); }));
}

} // namespace spile::view
