// Modes that are stored into the segments of a real program.
#include "view/control.h"

#include "child.h"
#include "command_case.h"

#include <gtest/gtest.h>

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <thread>

namespace spile::view {
namespace {

// Where docs/shm-format.md has them.
constexpr int ModeOnAt = 60, ModesAt = 448, SiteCountAt = 596;

template <class Number> Number at(const std::string &path, std::uint64_t from) {
  Number number = 0;
  std::ifstream in(path, std::ios::binary);
  in.seekg(static_cast<std::streamoff>(from));
  in.read(reinterpret_cast<char *>(&number), sizeof number);
  return number;
}

template <class Number>
void patch(const std::string &path, std::uint64_t to, Number number) {
  std::fstream out(path, std::ios::binary | std::ios::in | std::ios::out);
  out.seekp(static_cast<std::streamoff>(to));
  out.write(reinterpret_cast<const char *>(&number), sizeof number);
}

std::string modesIn(const std::string &path) {
  std::string modes;
  for (std::uint32_t i = 0; i < at<std::uint32_t>(path, SiteCountAt); ++i)
    modes += std::to_string(
                 at<std::uint8_t>(path, at<std::uint64_t>(path, ModesAt) + i)) +
             " ";
  return modes;
}

class ControlTest : public CommandCase {
protected:
  static bool isHandle(const Function &f) { return f.name == "handle"; }

  Process only() { return processes().at(0); }

  // A file like the segment of a running process, which has not mapped it.
  Process copyOf(const Process &process) {
    Process copy = process;
    copy.path = dir.path + "/copy.spile";
    copySparse(process.path, copy.path);
    return copy;
  }
};

TEST_F(ControlTest, StoresTheByteOfTheModeAndNoOther) {
  Child server({TEST_SERVER}, dir.path);
  const std::string path = only().path;
  EXPECT_EQ(modesIn(path), "1 1 1 ");
  for (const auto &[mode, modes] :
       std::vector<std::pair<std::uint8_t, std::string>>{
           {0, "1 0 1 "},
           {4, "1 4 1 "},
           {5, "1 5 1 "},
           {20, "1 20 1 "},
           {ModeTime, "1 1 1 "}}) {
    const auto change = changeModes(only(), isHandle, mode);
    ASSERT_TRUE(change.ok()) << change.error().message;
    EXPECT_EQ(change.value().functions, 3u);
    EXPECT_EQ(change.value().chosen, 1u);
    // Sites lie in the segment as the compiler has them, forwards or backwards.
    EXPECT_EQ(modesIn(path), modes);
  }
}

TEST_F(ControlTest, TimeIsTheProcessesOwnWay) {
  setenv("SPILE_CLOCK", "monotonic", 1);
  Child server({TEST_SERVER}, dir.path);
  unsetenv("SPILE_CLOCK");
  const std::string path = only().path;
  ASSERT_TRUE(changeModes(only(), isHandle, ModeOff).ok());
  EXPECT_EQ(modesIn(path), "2 0 2 ");
  const auto change = changeModes(only(), isHandle, ModeTime);
  EXPECT_EQ(modesIn(path), "2 2 2 ");
  EXPECT_EQ(change.value().before, (ModeCounts{{"off", 1}}));
}

TEST_F(ControlTest, AFunctionThatIsOffIsNotCountedAndOthersAre) {
  Child busy({TEST_BUSY}, dir.path);
  auto calls = [&](const char *function) {
    return callsOf(run({"stats", "--total"}).out, function).at(0);
  };
  auto wait = [] {
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
  };
  ASSERT_TRUE(changeModes(only(), isHandle, ModeOff).ok());
  wait(); // calls that have begun are still counted
  const long handle = calls("handle"), add = calls("shop::Cart::add");
  wait();
  EXPECT_EQ(calls("handle"), handle);
  EXPECT_GT(calls("shop::Cart::add"), add);
  ASSERT_TRUE(changeModes(only(), isHandle, ModeTime).ok());
  wait();
  EXPECT_GT(calls("handle"), handle);
}

TEST_F(ControlTest, AFunctionThatIsCountedTakesNoTime) {
  Child busy({TEST_BUSY}, dir.path);
  auto handle = [&] {
    const Report total = mergeSnapshots({readSnapshot(only().path).value()});
    Counts sum;
    for (std::size_t f = 0; f < total.functions.size(); ++f)
      for (const ReportWorker &worker : total.workers)
        if (isHandle(total.functions[f]))
          sum += worker.counts[f];
    return sum;
  };
  ASSERT_TRUE(changeModes(only(), isHandle, ModeCount).ok());
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  const Counts before = handle();
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  const Counts after = handle();
  EXPECT_GT(after.calls, before.calls);
  EXPECT_EQ(after.calls - before.calls,
            static_cast<std::uint64_t>(after.untimed - before.untimed));
}

TEST_F(ControlTest, NothingIsStoredWhereNothingIsChosen) {
  Child server({TEST_SERVER}, dir.path);
  const auto change =
      changeModes(only(), [](const Function &) { return false; }, ModeOff);
  EXPECT_EQ(change.value().chosen, 0u);
  EXPECT_EQ(modesIn(only().path), "1 1 1 ");
}

TEST_F(ControlTest, ALinkIsRefused) {
  Child server({TEST_SERVER}, dir.path);
  Process link = only();
  link.path = dir.path + "/link.spile";
  std::filesystem::create_symlink(only().path, link.path);
  const auto change = changeModes(link, isHandle, ModeOff);
  ASSERT_FALSE(change.ok());
  EXPECT_EQ(change.error().message, link.path + ": is a symbolic link");
  EXPECT_EQ(modesIn(only().path), "1 1 1 ");
}

TEST_F(ControlTest, SomebodyElsesIsRefused) {
  if (geteuid() != 0)
    GTEST_SKIP() << "only root can give files away";
  Child server({TEST_SERVER}, dir.path);
  const Process process = only();
  constexpr uid_t Owner = 1, Nobody = 65534;
  auto tryAs = [&](uid_t user) {
    EXPECT_EQ(seteuid(user), 0);
    auto change = changeModes(process, isHandle, ModeOff);
    EXPECT_EQ(seteuid(0), 0);
    return change;
  };
  chmod(dir.path.c_str(), 0755);
  ASSERT_EQ(chown(process.path.c_str(), Owner, Owner), 0);
  chmod(process.path.c_str(), 0666);
  const auto open = tryAs(Nobody);
  chmod(process.path.c_str(), 0600);
  const auto closed = tryAs(Nobody);
  EXPECT_EQ(modesIn(process.path), "1 1 1 ");
  const auto own = tryAs(Owner);
  ASSERT_FALSE(open.ok());
  EXPECT_EQ(open.error().message, process.path + ": belongs to somebody else");
  ASSERT_FALSE(closed.ok());
  EXPECT_EQ(closed.error().message, process.path + ": permission denied");
  EXPECT_TRUE(own.ok());
  EXPECT_EQ(modesIn(process.path), "1 0 1 ");
}

TEST_F(ControlTest, DamagedSegmentsAreRefused) {
  Child server({TEST_SERVER}, dir.path);
  const Process copy = copyOf(only());
  const auto modes = at<std::uint64_t>(copy.path, ModesAt);
  auto codeAfter = [&](auto damage) {
    damage();
    const auto change = changeModes(copy, isHandle, ModeOff);
    return change.ok() ? 0 : change.error().code;
  };
  EXPECT_EQ(
      codeAfter([&] { patch(copy.path, ModesAt, std::uint64_t{1} << 60); }),
      EMSGSIZE);
  EXPECT_EQ(codeAfter([&] {
              patch(copy.path, ModesAt, modes);
              patch(copy.path, ModeOnAt, std::uint32_t{9});
            }),
            EINVAL);
  EXPECT_EQ(codeAfter([&] { patch(copy.path, ModeOnAt, std::uint32_t{1}); }),
            0);
  EXPECT_EQ(codeAfter([&] { patch(copy.path, 0, 'x'); }), EINVAL);
  EXPECT_EQ(codeAfter([&] { std::filesystem::resize_file(copy.path, 100); }),
            EMSGSIZE);
  EXPECT_EQ(codeAfter([&] { std::filesystem::resize_file(copy.path, 0); }),
            EAGAIN);
}

TEST_F(ControlTest, ModesMayLieAnywhereInAPage) {
  Child server({TEST_SERVER}, dir.path);
  const Process copy = copyOf(only());
  const auto modes = at<std::uint64_t>(copy.path, ModesAt);
  patch(copy.path, ModesAt, modes + 5);
  ASSERT_TRUE(changeModes(copy, [](const Function &) { return true; }, 7).ok());
  EXPECT_EQ(modesIn(copy.path), "7 7 7 ");
  EXPECT_EQ(at<std::uint8_t>(copy.path, modes + 4), 0);
  EXPECT_EQ(at<std::uint8_t>(copy.path, modes + 8), 0);
}

} // namespace
} // namespace spile::view
