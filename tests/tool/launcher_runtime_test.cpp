#include "tool/launcher_runtime.h"
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

namespace spile {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using Strings = std::vector<std::string>;

// An installed tree: bin/, the libraries and the header.
class Runtime : public testing::Test {
protected:
  Runtime()
      : Root(testing::TempDir() + "spile-runtime-" + std::to_string(getpid())) {
    std::filesystem::create_directories(Root + "/bin");
    std::filesystem::create_directories(Root + "/lib");
    std::filesystem::create_directories(Root + "/share/spile/include/spile");
    std::ofstream(Root + "/share/spile/include/spile/spile.h") << "\n";
    std::ofstream(Root + "/lib/libspile.so") << "\n";
    std::ofstream(Root + "/lib/libspile.a") << "\n";
    Place.Library = Root + "/lib";
  }
  ~Runtime() override { std::filesystem::remove_all(Root); }

  Strings arguments(const Strings &Command, bool Static = false) const {
    auto Line = readCommandLine(Command, "/");
    EXPECT_TRUE(static_cast<bool>(Line));
    return Line ? runtimeArguments(*Line, Place, Static) : Strings();
  }

  const std::string Root;
  RuntimePlace Place;
};

TEST_F(Runtime, LinksGetItLast) {
  EXPECT_THAT(arguments({"gcc", "a.o"}),
              ElementsAre("-Wl,--push-state,--as-needed",
                          Root + "/lib/libspile.so", "-Wl,--pop-state",
                          "-Wl,-rpath," + Root + "/lib"));
  EXPECT_THAT(arguments({"gcc", "-shared", "a.o"}),
              Contains(Root + "/lib/libspile.so"));
}

TEST_F(Runtime, OtherCallsGetNothing) {
  for (const Strings &Command :
       {Strings{"gcc", "-c", "a.c"}, Strings{"gcc", "-S", "a.c"},
        Strings{"gcc", "-E", "a.c"}, Strings{"gcc", "-r", "a.o"},
        Strings{"gcc", "-v"}, Strings{"gcc", "-static", "-nostdlib", "a.o"},
        Strings{"gcc", "-nodefaultlibs", "-static-pie", "a.o"}})
    EXPECT_THAT(arguments(Command), IsEmpty()) << Command[1];
}

// libtool names the standard libraries itself.
TEST_F(Runtime, WithoutStandardLibrariesTheSharedOne) {
  for (const char *Bare : {"-nostdlib", "-nodefaultlibs"})
    for (bool Static : {false, true})
      EXPECT_THAT(arguments({"g++", Bare, "-shared", "a.o"}, Static),
                  Contains(Root + "/lib/libspile.so"));
  EXPECT_THAT(arguments({"gcc", "-nostdlib", "a.o"}, true),
              Contains(Root + "/lib/libspile.so"));
}

TEST_F(Runtime, CMakeWithoutLinkerLaunchers) {
  auto Cache = [&](const std::string &Text) {
    std::error_code Error;
    llvm::raw_fd_ostream(Root + "/CMakeCache.txt", Error) << Text;
    return isLinkedByOthers(Root + "/src/deep");
  };
  const std::string Compilers = "CMAKE_C_COMPILER:FILEPATH=/usr/bin/cc\n"
                                "CMAKE_CXX_COMPILER:FILEPATH=/usr/bin/c++\n";
  const std::string Launched = Compilers +
                               "CMAKE_C_COMPILER_LAUNCHER:STRING=spile-cc\n"
                               "CMAKE_CXX_COMPILER_LAUNCHER:STRING=spile-cc\n";
  EXPECT_FALSE(Cache(Compilers));
  EXPECT_TRUE(Cache(Launched));
  EXPECT_TRUE(Cache(Launched + "CMAKE_C_LINKER_LAUNCHER:STRING=/b/spile-cc\n"));
  EXPECT_FALSE(Cache(Launched + "CMAKE_C_LINKER_LAUNCHER:STRING=/b/spile-cc\n"
                                "CMAKE_CXX_LINKER_LAUNCHER:STRING=x;spile-cc"));
  EXPECT_FALSE(Cache("CMAKE_C_COMPILER:STRING=/usr/bin/cc\n"
                     "CMAKE_C_COMPILER_LAUNCHER:STRING=ccache;spile-cc\n"
                     "CMAKE_C_LINKER_LAUNCHER:STRING=spile-cc\n"));
  EXPECT_FALSE(isLinkedByOthers(""));
}

TEST_F(Runtime, StaticPrograms) {
  EXPECT_THAT(arguments({"gcc", "-static", "a.o"}),
              ElementsAre(Root + "/lib/libspile.a", "-pthread"));
  EXPECT_THAT(arguments({"gcc", "-static-pie", "a.o"}),
              Contains(Root + "/lib/libspile.a"));
  EXPECT_THAT(arguments({"gcc", "a.o"}, true),
              Contains(Root + "/lib/libspile.a"));
  EXPECT_THAT(arguments({"gcc", "-shared", "a.o"}, true),
              Contains(Root + "/lib/libspile.so"));
}

TEST_F(Runtime, AfterALanguageOption) {
  Strings Out = arguments({"gcc", "-x", "c", "a.text"});
  ASSERT_GE(Out.size(), 2u);
  EXPECT_EQ(Out[0], "-x");
  EXPECT_EQ(Out[1], "none");
}

TEST_F(Runtime, WithoutALibraryNothing) {
  std::filesystem::remove(Root + "/lib/libspile.so");
  EXPECT_THAT(arguments({"gcc", "a.o"}), IsEmpty());
}

TEST_F(Runtime, FoundBesideTheProgram) {
  RuntimePlace Found = findRuntime(Root + "/bin/spile-cc");
  EXPECT_EQ(Found.Include, Root + "/share/spile/include");
  EXPECT_EQ(findRuntime("/nowhere/bin/spile-cc").Include, "");
  EXPECT_EQ(findRuntime("/nowhere/bin/spile-cc").Library, "");
}

TEST(DefaultLibraryFolder, Known) {
  EXPECT_TRUE(isDefaultLibraryFolder("/usr/lib"));
  EXPECT_FALSE(isDefaultLibraryFolder("/opt/spile/lib"));
}

} // namespace
} // namespace spile
