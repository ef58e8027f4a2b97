// spile-view as a program: exit statuses, pipes, and what others can parse.
#include "child.h"
#include "temp_dir.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <unistd.h>

namespace spile::view {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

constexpr int SkipStatus = 77;

TEST(MainTest, ExitStatuses) {
  const TempDir dir;
  EXPECT_EQ(runProgram({SPILE_VIEW, "list", "--dir", dir.path}).status, 1);
  EXPECT_EQ(runProgram({SPILE_VIEW}).status, 2);
  EXPECT_EQ(runProgram({SPILE_VIEW, "stats", "--json", "--csv"}).status, 2);
  EXPECT_EQ(runProgram({SPILE_VIEW, "--help"}).status, 0);
  Child server({TEST_SERVER}, dir.path);
  EXPECT_EQ(runProgram({SPILE_VIEW, "list", "--dir", dir.path}).status, 0);
}

TEST(MainTest, ErrorsGoToStderrAndNameTheProgram) {
  const TempDir dir;
  const std::string path = dir.write("foreign.spile", "not ours");
  const Ended ended = runProgram({SPILE_VIEW, "stats", path});
  EXPECT_EQ(ended.status, 2);
  EXPECT_EQ(ended.out, "");
  EXPECT_THAT(ended.err, StartsWith("spile-view: " + path + ": "));
  EXPECT_EQ(runProgram({SPILE_VIEW, "explode"}).err,
            "spile-view: no command 'explode' (see spile-view --help)\n");
}

TEST(MainTest, AnUnreadableSegmentIsAnError) {
  if (geteuid() == 0)
    GTEST_SKIP() << "root may read everything";
  const TempDir dir;
  const std::string path = dir.write("secret.1.2.spile", "x");
  std::filesystem::permissions(path, std::filesystem::perms::none);
  const Ended ended = runProgram({SPILE_VIEW, "stats", path});
  EXPECT_EQ(ended.status, 2);
  EXPECT_THAT(ended.err, StartsWith("spile-view: " + path + ": "));
}

TEST(MainTest, TheEnvironmentNamesTheDirectory) {
  const TempDir dir;
  Child server({TEST_SERVER}, dir.path);
  const Ended ended =
      runShell("SPILE_DIR=\"$2\" exec \"$1\" list", {SPILE_VIEW, dir.path});
  EXPECT_EQ(ended.status, 0);
  EXPECT_THAT(ended.out, HasSubstr("view_test_server"));
}

TEST(MainTest, AClosedPipeIsNoError) {
  const Ended ended =
      runShell("{ sleep 0.2; \"$1\" --help; echo \"status $?\" >&2; } | true",
               {SPILE_VIEW});
  EXPECT_EQ(ended.err, "status 0\n");
}

TEST(MainTest, AFullDiskIsAnError) {
  const Ended ended = runShell("\"$1\" --help >/dev/full", {SPILE_VIEW});
  EXPECT_EQ(ended.status, 2);
  EXPECT_EQ(ended.err, "spile-view: cannot write: No space left on device\n");
}

TEST(MainTest, JsonIsJsonAndItsNumbersAreIntegers) {
  const TempDir dir;
  Child server({TEST_SERVER}, dir.path);
  const Ended ended = runShell(
      "command -v python3 >/dev/null || exit 77\n"
      "set -e\n"
      "for command in 'list' 'stats' 'stats --total --all'; do\n"
      "  \"$1\" $command --json --dir \"$2\" | python3 -c '\n"
      "import json, sys\n"
      "def fail(text): raise ValueError(text)\n"
      "doc = json.load(sys.stdin, parse_float=fail)\n"
      "assert doc[\"version\"] == 1\n"
      "assert doc[\"processes\"][0][\"name\"] == \"view_test_server\"\n"
      "print(sum(f[\"calls\"] for w in doc.get(\"workers\", [])\n"
      "          for f in w[\"functions\"]))'\n"
      "done",
      {SPILE_VIEW, dir.path});
  if (ended.status == SkipStatus)
    GTEST_SKIP() << "no python3";
  EXPECT_EQ(ended.status, 0) << ended.err;
  EXPECT_EQ(ended.out, "0\n405\n405\n");
}

TEST(MainTest, CsvIsCsv) {
  const TempDir dir;
  Child server({TEST_SERVER}, dir.path);
  const Ended ended =
      runShell("command -v python3 >/dev/null || exit 77\n"
               "\"$1\" stats --csv --dir \"$2\" | python3 -c '\n"
               "import csv, sys\n"
               "rows = list(csv.DictReader(sys.stdin, strict=True))\n"
               "print(len(rows), sum(int(r[\"calls\"]) for r in rows),\n"
               "      rows[0][\"function\"])'",
               {SPILE_VIEW, dir.path});
  if (ended.status == SkipStatus)
    GTEST_SKIP() << "no python3";
  EXPECT_EQ(ended.err, "");
  EXPECT_EQ(ended.out, "4 405 read_request\n");
}

} // namespace
} // namespace spile::view
