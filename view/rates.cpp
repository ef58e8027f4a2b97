#include "rates.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace spile::view {

namespace {

using Indexes = std::vector<std::uint32_t>;
constexpr std::uint32_t Nowhere = ~std::uint32_t{0};

auto keyOf(const Function &function) {
  return std::tuple<std::string_view, std::string_view, std::uint32_t,
                    std::string_view>(function.name, function.file,
                                      function.line, function.module);
}
using Key = decltype(keyOf(Function{}));

// Where the functions of one list are in another.
class Places {
public:
  std::uint32_t find(const Function &function) const {
    const auto place = places.find(keyOf(function));
    return place == places.end() ? Nowhere : place->second;
  }
  // The function must outlive the places.
  void add(const Function &function, std::uint32_t at) {
    places.emplace(keyOf(function), at);
  }

private:
  std::map<Key, std::uint32_t> places;
};

// For each of `to` where it is in `from`; empty if they are the same.
Indexes indexesIn(const std::vector<Function> &from,
                  const std::vector<Function> &to) {
  if (from == to)
    return {};
  Places places;
  for (std::uint32_t f = 0; f < from.size(); ++f)
    places.add(from[f], f);
  Indexes indexes;
  for (const Function &function : to)
    indexes.push_back(places.find(function));
  return indexes;
}

std::uint32_t mapped(const Indexes &indexes, std::size_t f) {
  return indexes.empty() ? static_cast<std::uint32_t>(f) : indexes[f];
}

// Calls that went back are those of something new.
Counts difference(const Counts &before, const Counts &after) {
  Counts delta = after;
  if (after.calls < before.calls)
    return delta;
  delta.calls -= before.calls;
  delta.untimed -= before.untimed;
  // The rate of the clock, known better, may make less of the same ticks.
  delta.totalNs -= std::min(before.totalNs, after.totalNs);
  return delta;
}

double perSecond(std::uint64_t number, std::int64_t ns) {
  return static_cast<double>(number) * 1e9 / static_cast<double>(ns);
}

void addTo(RateRow &row, const Counts &delta, std::int64_t ns) {
  row.callsPerSecond += perSecond(delta.calls, ns);
  row.timeShare += static_cast<double>(delta.totalNs) / static_cast<double>(ns);
  row.maxNs = std::max(row.maxNs, delta.maxNs);
  row.timed |= static_cast<std::int64_t>(delta.calls) > delta.untimed;
}

// One process, before and after, on its way into `rates`.
class Comparison {
public:
  Comparison(const Sample &was, const Sample &is, const Indexes &inRates,
             Rates &to)
      : before(was), after(is), places(inRates),
        olds(indexesIn(was.snapshot.functions, is.snapshot.functions)),
        ns(std::max<std::int64_t>(1, is.atNs - was.atNs)), rates(to) {}

  void addSums(std::vector<Counts> &deltas) const {
    for (std::size_t f = 0; f < after.sums.size(); ++f) {
      const Counts delta = difference(old(before.sums, f), after.sums[f]);
      addTo(rates.rows[places[f]], delta, ns);
      deltas[places[f]] += delta;
    }
  }

  void addWorkers() const {
    std::vector<Counts> rest = after.sums;
    for (std::size_t f = 0; f < rest.size(); ++f)
      rest[f] = difference(old(before.sums, f), rest[f]);
    const Snapshot &snapshot = after.snapshot;
    std::optional<std::size_t> folded;
    for (std::size_t w = 0; w < snapshot.workers.size(); ++w) {
      if (snapshot.workers[w].kind == WorkerKind::Folded)
        folded = w;
      else
        addWorker(w, rest);
    }
    addRest(folded ? snapshot.workers[*folded]
                   : Worker{WorkerKind::Folded, 0, 0, ""},
            rest);
  }

private:
  Counts old(const std::vector<Counts> &counts, std::size_t f,
             std::size_t row = 0) const {
    const std::uint32_t at = mapped(olds, f);
    return at == Nowhere ? Counts{}
                         : counts[row * before.snapshot.functions.size() + at];
  }

  // The same thread in `before`. It may have ended meanwhile.
  std::optional<std::size_t> oldWorker(const Worker &worker) const {
    const std::vector<Worker> &workers = before.snapshot.workers;
    const bool pooled = worker.kind == WorkerKind::Pooled;
    for (std::size_t w = workers.size(); w > 0; --w) {
      const Worker &was = workers[w - 1];
      if (pooled
              ? was.kind == WorkerKind::Pooled
              : was.tid == worker.tid && was.tid != 0 &&
                    (was.kind == WorkerKind::Live || was.kind == worker.kind))
        return w - 1;
    }
    return std::nullopt;
  }

  void addWorker(std::size_t w, std::vector<Counts> &rest) const {
    const Snapshot &now = after.snapshot;
    const std::optional<std::size_t> was = oldWorker(now.workers[w]);
    const auto index = static_cast<std::uint32_t>(rates.workers.size());
    RateWorker worker{now.workers[w], now.process.pid, {}, {}};
    const auto &cpuWas = was ? before.snapshot.workers[*was].cpu : std::nullopt;
    if (const auto &cpu = now.workers[w].cpu; cpu && cpuWas) {
      worker.cpuShare = share(cpuWas->runNs, cpu->runNs);
      worker.waitShare = share(cpuWas->waitNs, cpu->waitNs);
    }
    rates.workers.push_back(worker);
    for (std::size_t f = 0; f < now.functions.size(); ++f) {
      const Counts &counts = now.at(w, f);
      if (counts.calls == 0)
        continue;
      const Counts delta = difference(
          was ? old(before.snapshot.counts, f, *was) : Counts{}, counts);
      if (delta.calls == 0)
        continue;
      addRow(index, f, delta);
      rest[f].calls -= std::min(rest[f].calls, delta.calls);
      rest[f].untimed -= delta.untimed;
      rest[f].totalNs -= std::min(rest[f].totalNs, delta.totalNs);
    }
  }

  void addRest(const Worker &folded, const std::vector<Counts> &rest) const {
    const auto index = static_cast<std::uint32_t>(rates.workers.size());
    bool any = false;
    for (std::size_t f = 0; f < rest.size(); ++f)
      if (rest[f].calls > 0) {
        addRow(index, f, rest[f]);
        any = true;
      }
    if (any)
      rates.workers.push_back({folded, after.snapshot.process.pid, {}, {}});
  }

  void addRow(std::uint32_t worker, std::size_t f, const Counts &delta) const {
    RateRow row;
    row.function = places[f];
    row.worker = worker;
    row.meanNs = delta.meanNs();
    addTo(row, delta, ns);
    rates.rows.push_back(row);
  }

  double share(std::uint64_t was, std::uint64_t is) const {
    return is < was ? 0
                    : static_cast<double>(is - was) / static_cast<double>(ns);
  }

  const Sample &before, &after;
  const Indexes &places;
  const Indexes olds;
  const std::int64_t ns;
  Rates &rates;
};

// The functions of all processes, once; where each process's are in the list.
std::vector<Indexes> mergeFunctions(const std::vector<Sample> &samples,
                                    Rates &rates) {
  std::vector<Indexes> all;
  Places places;
  for (const Sample &sample : samples) {
    Indexes indexes;
    for (std::size_t f = 0; f < sample.snapshot.functions.size(); ++f) {
      const Function &function = sample.snapshot.functions[f];
      const int mode = sample.snapshot.modes[f];
      std::uint32_t at = samples.size() == 1 ? Nowhere : places.find(function);
      if (at == Nowhere) {
        at = static_cast<std::uint32_t>(rates.functions.size());
        if (samples.size() > 1)
          places.add(function, at);
        rates.functions.push_back(function);
        rates.modes.push_back(mode);
      } else if (rates.modes[at] != mode) {
        rates.modes[at] = MixedModes;
      }
      indexes.push_back(at);
    }
    all.push_back(std::move(indexes));
  }
  return all;
}

const Sample *sameProcess(const std::vector<Sample> &samples,
                          const Process &process) {
  const auto found = std::ranges::find_if(samples, [&](const Sample &sample) {
    return sample.snapshot.process.path == process.path;
  });
  return found == samples.end() ? nullptr : &*found;
}

} // namespace

Sample makeSample(Snapshot snapshot, std::int64_t atNs) {
  Sample sample{std::move(snapshot), atNs, {}};
  sample.sums.resize(sample.snapshot.functions.size());
  for (std::size_t w = 0; w < sample.snapshot.workers.size(); ++w)
    for (std::size_t f = 0; f < sample.sums.size(); ++f)
      sample.sums[f] += sample.snapshot.at(w, f);
  return sample;
}

Rates ratesBetween(const std::vector<Sample> &before,
                   const std::vector<Sample> &after, bool byWorker) {
  Rates rates;
  const std::vector<Indexes> places = mergeFunctions(after, rates);
  std::vector<Counts> deltas(rates.functions.size());
  if (!byWorker) {
    rates.rows.resize(rates.functions.size());
    for (std::uint32_t f = 0; f < rates.rows.size(); ++f)
      rates.rows[f].function = f;
  }
  for (std::size_t p = 0; p < after.size(); ++p) {
    rates.processes.push_back(after[p].snapshot.process);
    const Sample *was = sameProcess(before, after[p].snapshot.process);
    if (!was)
      continue;
    const Comparison comparison(*was, after[p], places[p], rates);
    if (byWorker)
      comparison.addWorkers();
    else
      comparison.addSums(deltas);
  }
  if (!byWorker)
    for (RateRow &row : rates.rows)
      row.meanNs = deltas[row.function].meanNs();
  return rates;
}

} // namespace spile::view
