#include "run.h"

#include "spile/reader.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <linux/close_range.h>
#include <sstream>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace spile_test {

namespace fs = std::filesystem;

Segment::Segment(const std::string &Path) {
  spile_reader *Reader = nullptr;
  int Error = spile_reader_open(Path.c_str(), &Reader);
  if (Error == 0)
    Error = spile_reader_snapshot(Reader, &Snapshot);
  spile_reader_close(Reader);
  if (Error != 0)
    throw std::runtime_error(Path + ": " + spile_reader_strerror(Error));
}

Segment::Segment(Segment &&Other) noexcept
    : Snapshot(std::exchange(Other.Snapshot, nullptr)) {}

Segment::~Segment() { spile_snapshot_free(Snapshot); }

namespace {
template <typename Visit> void visit(const spile_snapshot &S, Visit Each) {
  for (uint32_t W = 0; W < S.worker_count; ++W)
    for (uint32_t F = 0; F < S.site_count; ++F)
      Each(W, F, S.counts[size_t(W) * S.site_count + F]);
}
} // namespace

uint64_t Segment::calls(const std::string &Name) const {
  uint64_t Sum = 0;
  for (uint64_t One : callsByWorker(Name))
    Sum += One;
  return Sum;
}

uint64_t Segment::totalNs(const std::string &Name) const {
  uint64_t Sum = 0;
  visit(*Snapshot, [&](uint32_t, uint32_t F, const spile_counts &Counts) {
    if (Snapshot->sites[F].name == Name)
      Sum += Counts.total_ns;
  });
  return Sum;
}

std::vector<uint64_t> Segment::callsByWorker(const std::string &Name) const {
  std::vector<uint64_t> All(Snapshot->worker_count);
  visit(*Snapshot, [&](uint32_t W, uint32_t F, const spile_counts &Counts) {
    if (Snapshot->sites[F].name == Name)
      All[W] += Counts.calls;
  });
  std::erase(All, 0u);
  return All;
}

uint32_t Segment::workers(spile_worker_kind Kind) const {
  return uint32_t(std::count_if(
      Snapshot->workers, Snapshot->workers + Snapshot->worker_count,
      [&](const spile_worker_info &Info) { return Info.kind == Kind; }));
}

int Segment::sites(const std::string &Name) const {
  return int(std::count_if(
      Snapshot->sites, Snapshot->sites + Snapshot->site_count,
      [&](const spile_site_info &Info) { return Info.name == Name; }));
}

bool Segment::plausible() const {
  bool Good = true;
  visit(*Snapshot, [&](uint32_t, uint32_t, const spile_counts &Counts) {
    if (Counts.timed == 0)
      Good = Good && Counts.total_ns == 0 && Counts.max_ns == 0;
    else
      Good = Good && Counts.min_ns <= Counts.total_ns / Counts.timed &&
             // Each figure is rounded down to a nanosecond by itself.
             Counts.total_ns < (Counts.max_ns + 1) * Counts.timed;
  });
  return Good;
}

Place::Place() : Place("/tmp") {}

Place::Place(const std::string &Base) {
  std::string Pattern = Base + "/spile-test-XXXXXX";
  if (mkdtemp(Pattern.data()) == nullptr)
    throw std::runtime_error("mkdtemp: " + Pattern);
  Root = Pattern;
}

Place::~Place() {
  std::error_code Ignored;
  fs::remove_all(Root, Ignored);
}

std::string programPath(const std::string &Name) {
  return fs::path(SPILE_TEST_PROGRAMS) / Name; // which may be absolute
}

namespace {
void become(const Place &P, const std::string &Program,
            const std::vector<std::string> &Arguments) {
  std::string Path = programPath(Program);
  std::vector<char *> Argv = {Path.data()};
  std::vector<std::string> Copies = Arguments;
  for (std::string &One : Copies)
    Argv.push_back(One.data());
  Argv.push_back(nullptr);
  for (const char *Name : {"SPILE", "SPILE_CLOCK", "SPILE_REPORT", "SPILE_KEEP",
                           "SPILE_MAX_SITES", "SPILE_MAX_WORKERS"})
    unsetenv(Name);
  setenv("SPILE_DIR", P.dir().c_str(), 1);
  for (const auto &[Name, Value] : P.Environment)
    setenv(Name.c_str(), Value.c_str(), 1);
  close_range(3, ~0u, CLOSE_RANGE_CLOEXEC);
  execv(Path.c_str(), Argv.data());
  _exit(127);
}
} // namespace

pid_t Place::start(const std::string &Program,
                   const std::vector<std::string> &Arguments, int *Out) const {
  int Pipe[2];
  if (pipe2(Pipe, O_CLOEXEC) != 0)
    throw std::runtime_error("pipe2");
  pid_t Child = fork();
  if (Child == 0) {
    dup2(Pipe[1], 1);
    become(*this, Program, Arguments);
  }
  close(Pipe[1]);
  *Out = Pipe[0];
  return Child;
}

Outcome Place::run(const std::string &Program,
                   const std::vector<std::string> &Arguments) const {
  std::string OutFile = file("stdout"), ErrFile = file("stderr");
  pid_t Child = fork();
  if (Child == 0) {
    dup2(open(OutFile.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600),
         1);
    dup2(open(ErrFile.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600),
         2);
    become(*this, Program, Arguments);
  }
  int Status = 0;
  if (Child < 0 || waitpid(Child, &Status, 0) != Child)
    throw std::runtime_error("fork");
  return {WIFEXITED(Status) ? WEXITSTATUS(Status) : 1000 + WTERMSIG(Status),
          contents(OutFile), contents(ErrFile)};
}

std::vector<std::string> Place::segmentPaths() const {
  std::vector<std::string> Paths;
  std::error_code Error;
  for (const auto &Entry : fs::directory_iterator(dir(), Error))
    if (Entry.path().extension() == ".spile")
      Paths.push_back(Entry.path());
  std::sort(Paths.begin(), Paths.end());
  return Paths;
}

Segment Place::segment() const {
  std::vector<std::string> Paths = segmentPaths();
  if (Paths.size() != 1)
    throw std::runtime_error("segments: " + std::to_string(Paths.size()));
  return Segment(Paths[0]);
}

std::vector<Segment> Place::segments() const {
  std::vector<Segment> All;
  for (const std::string &Path : segmentPaths())
    All.emplace_back(Path);
  return All;
}

bool exists(const std::string &Path) { return access(Path.c_str(), F_OK) == 0; }

std::string contents(const std::string &Path) {
  std::ifstream File(Path);
  std::ostringstream Text;
  Text << File.rdbuf();
  return Text.str();
}

} // namespace spile_test
