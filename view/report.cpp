#include "report.h"

#include <fnmatch.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace spile::view {

namespace {

using Key = std::tuple<std::string, std::string, std::uint32_t, std::string>;
using Indexes = std::vector<std::size_t>;

std::string baseName(const std::string &path) {
  return path.substr(path.rfind('/') + 1);
}

// Where each function of `snapshot` is in `report`, adding what is new.
Indexes placeFunctions(const Snapshot &snapshot, Report &report,
                       std::map<Key, std::size_t> &places) {
  Indexes indexes;
  for (const Function &function : snapshot.functions) {
    auto [place, isNew] =
        places.try_emplace(Key{function.name, function.file, function.line,
                               baseName(function.module)},
                           report.functions.size());
    if (isNew)
      report.functions.push_back(function);
    indexes.push_back(place->second);
  }
  return indexes;
}

std::vector<Counts> sumOver(const Report &report) {
  std::vector<Counts> sum(report.functions.size());
  for (const ReportWorker &worker : report.workers)
    for (std::size_t f = 0; f < sum.size(); ++f)
      sum[f] += worker.counts[f];
  return sum;
}

bool hasCalls(const ReportWorker &worker) {
  return std::ranges::any_of(worker.counts,
                             [](const Counts &c) { return c.calls > 0; });
}

void addCpu(Worker &sum, const Worker &worker) {
  if (!worker.cpu)
    return;
  const CpuTime before = sum.cpu.value_or(CpuTime{});
  sum.cpu = {before.runNs + worker.cpu->runNs,
             before.waitNs + worker.cpu->waitNs};
}

ReportWorker sumWorker(const Report &report) {
  ReportWorker all;
  all.worker = {WorkerKind::All, 0, 0, ""};
  for (const ReportWorker &worker : report.workers) {
    all.worker.threads += worker.worker.threads;
    addCpu(all.worker, worker.worker);
  }
  if (report.processes.size() == 1)
    all.pid = report.processes.front().pid;
  if (!report.processes.empty())
    all.program = report.processes.front().name;
  all.counts = sumOver(report);
  return all;
}

std::uint64_t numberOf(const Counts &counts, SortKey key) {
  switch (key) {
  case SortKey::Calls:
    return counts.calls;
  case SortKey::Total:
    return counts.totalNs;
  case SortKey::Mean:
    return counts.meanNs();
  case SortKey::Min:
    return counts.minNs;
  case SortKey::Max:
    return counts.maxNs;
  case SortKey::Name:
  case SortKey::File:
    break;
  }
  return 0;
}

// What comes first has the smaller rank; the last members break ties.
auto rankOf(const Function &function, const Counts &counts, SortKey key) {
  const bool byName = key == SortKey::Name;
  return std::tuple(
      counts.calls == 0, ~numberOf(counts, key),
      byName ? function.name : function.file, byName ? 0u : function.line,
      byName ? function.file : function.name, function.line, function.module);
}

Indexes orderFunctions(const Report &report, const Arrangement &how) {
  const std::vector<Counts> sum = sumOver(report);
  Indexes order(sum.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::erase_if(order, [&](std::size_t f) {
    return (sum[f].calls == 0 && !how.uncalled) ||
           (!how.functions.empty() &&
            fnmatch(how.functions.c_str(), report.functions[f].name.c_str(),
                    0) != 0);
  });
  std::ranges::sort(order, {}, [&](std::size_t f) {
    return std::tuple_cat(rankOf(report.functions[f], sum[f], how.sort),
                          std::tuple(f));
  });
  if (how.limit && order.size() > *how.limit)
    order.resize(*how.limit);
  return order;
}

ReportWorker withFunctions(const ReportWorker &from, const Indexes &order) {
  ReportWorker to{from.worker, from.pid, from.program, {}};
  for (std::size_t f : order)
    to.counts.push_back(from.counts[f]);
  return to;
}

} // namespace

Report mergeSnapshots(const std::vector<Snapshot> &snapshots) {
  Report report;
  std::map<Key, std::size_t> places;
  std::vector<Indexes> indexes;
  for (const Snapshot &snapshot : snapshots) {
    report.processes.push_back(snapshot.process);
    indexes.push_back(placeFunctions(snapshot, report, places));
  }
  for (std::size_t s = 0; s < snapshots.size(); ++s) {
    const Snapshot &snapshot = snapshots[s];
    for (std::size_t w = 0; w < snapshot.workers.size(); ++w) {
      ReportWorker worker{snapshot.workers[w], snapshot.process.pid,
                          snapshot.process.name,
                          std::vector<Counts>(report.functions.size())};
      for (std::size_t f = 0; f < snapshot.functions.size(); ++f)
        worker.counts[indexes[s][f]] += snapshot.at(w, f);
      report.workers.push_back(std::move(worker));
    }
  }
  return report;
}

Report arrange(const Report &report, const Arrangement &how) {
  Report chosen{report.processes, report.functions, {}};
  for (const ReportWorker &worker : report.workers)
    if (how.workers.empty() ||
        std::ranges::count(how.workers, worker.worker.tid) > 0)
      chosen.workers.push_back(worker);
  if (how.sum)
    chosen.workers = {sumWorker(chosen)};

  const Indexes order = orderFunctions(chosen, how);
  Report arranged{report.processes, {}, {}};
  for (std::size_t f : order)
    arranged.functions.push_back(report.functions[f]);
  const bool keepIdle =
      how.uncalled || !how.workers.empty() || chosen.workers.size() == 1;
  for (const ReportWorker &worker : chosen.workers) {
    ReportWorker reordered = withFunctions(worker, order);
    if (keepIdle || hasCalls(reordered))
      arranged.workers.push_back(std::move(reordered));
  }
  return arranged;
}

std::vector<std::uint32_t>
missingWorkers(const Report &report, const std::vector<std::uint32_t> &wanted) {
  std::vector<std::uint32_t> missing;
  for (std::uint32_t tid : wanted)
    if (tid == 0 ||
        std::ranges::none_of(report.workers, [&](const ReportWorker &worker) {
          return worker.worker.tid == tid;
        }))
      missing.push_back(tid);
  return missing;
}

} // namespace spile::view
