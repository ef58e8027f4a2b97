#include "run.h"
#include "synthetic.h"

#include <cerrno>
#include <fstream>
#include <gtest/gtest.h>

using namespace spile_test;

namespace {

int openBytes(const std::string &Bytes) {
  Place P;
  std::string Path = P.file("segment");
  std::ofstream(Path, std::ios::binary) << Bytes;
  spile_reader *Reader = nullptr;
  int Error = spile_reader_open(Path.c_str(), &Reader);
  EXPECT_EQ(Reader != nullptr, Error == 0);
  spile_reader_close(Reader);
  return Error;
}

std::string changed(size_t At, const std::string &To) {
  Synthetic S(2, 1);
  std::string Bytes = S.bytes();
  return Bytes.replace(At, To.size(), To);
}

TEST(Reader, AnswersWhatIsWrong) {
  using Header = spile_shm_header;
  std::string Zero4(4, '\0'), Nine4("\t\0\0\0", 4), Zero8(8, '\0');
  std::string Good = changed(0, "");
  EXPECT_EQ(openBytes(Good), 0);
  EXPECT_EQ(openBytes(""), -EAGAIN);
  EXPECT_EQ(openBytes("hello"), -EMSGSIZE);
  EXPECT_EQ(openBytes(std::string(10000, 'x')), -EINVAL);
  EXPECT_EQ(openBytes(changed(0, Zero8)), -EAGAIN);
  EXPECT_EQ(openBytes(changed(offsetof(Header, version), Zero4)), -EAGAIN);
  EXPECT_EQ(openBytes(changed(offsetof(Header, version), Nine4)), -EPROTO);
  EXPECT_EQ(openBytes(changed(offsetof(Header, header_size), Nine4)), -EINVAL);
  EXPECT_EQ(openBytes(Good.substr(0, Good.size() - 1)), -EMSGSIZE);
  EXPECT_EQ(openBytes(Good.substr(0, 700)), -EMSGSIZE);
}

TEST(Reader, PathsThatAreNoFiles) {
  spile_reader *Reader = nullptr;
  EXPECT_EQ(spile_reader_open("/nonexistent", &Reader), -ENOENT);
  EXPECT_EQ(spile_reader_open("/tmp", &Reader), -EINVAL);
  EXPECT_EQ(spile_reader_open("/dev/null", &Reader), -EINVAL);
  EXPECT_EQ(Reader, nullptr);
  spile_reader_close(nullptr);
  spile_snapshot_free(nullptr);
}

TEST(Reader, EveryErrorHasASentence) {
  for (int Error :
       {-ENOENT, -EACCES, -EINVAL, -EAGAIN, -EPROTO, -EMSGSIZE, -ENOMEM})
    EXPECT_STRNE(spile_reader_strerror(Error), spile_reader_strerror(-9999));
}

TEST(Reader, FactsOfTheProcess) {
  Place P;
  P.Environment["SPILE_CLOCK"] = "monotonic";
  ASSERT_EQ(P.run("ways_out").Status, 3);
  spile_reader *Reader = nullptr;
  ASSERT_EQ(spile_reader_open(P.segmentPaths()[0].c_str(), &Reader), 0);
  spile_process Process;
  EXPECT_EQ(spile_reader_process(Reader, &Process), 0);
  EXPECT_EQ(Process.clock, SPILE_CLOCK_MONOTONIC);
  EXPECT_STREQ(Process.name, "ways_out");
  EXPECT_EQ(Process.exe, programPath("ways_out"));
  EXPECT_EQ(Process.sites, 7u);
  EXPECT_GE(Process.ended_ns, Process.started_ns);
  spile_reader_close(Reader);
}

} // namespace
