#include "tool/unit.h"
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

namespace spile {
namespace {

namespace fs = std::filesystem;

class Unit : public testing::Test {
protected:
  void SetUp() override {
    std::string Model =
        (fs::temp_directory_path() / "spile-test-XXXXXX").string();
    ASSERT_NE(mkdtemp(Model.data()), nullptr);
    Dir = fs::canonical(Model);
  }
  void TearDown() override { fs::remove_all(Dir); }

  void put(const fs::path &Name, const std::string &Text) const {
    fs::create_directories((Dir / Name).parent_path());
    std::ofstream(Dir / Name, std::ios::binary) << Text;
  }

  UnitResult run(std::vector<std::string> Flags, const std::string &Source,
                 const std::string *Text = nullptr) const {
    Flags.insert(Flags.begin(), "gcc");
    Flags.insert(Flags.end(), {"-c", Source});
    return instrumentUnit({Flags, Dir, Source, Text},
                          defaultConfig(Dir.string()));
  }

  fs::path Dir;
};

TEST_F(Unit, GivesTheTextAndWhatItRead) {
  put("a.c", "#include \"a.h\"\n\nint f(void) { return g(); }\n");
  put("a.h", "int g(void);\n");
  UnitResult R = run({}, "a.c");
  ASSERT_TRUE(R.Parsed);
  ASSERT_EQ(R.Files.size(), 1u);
  EXPECT_EQ(R.Files[0].Path, Dir / "a.c");
  EXPECT_TRUE(R.Files[0].IsMain);
  EXPECT_EQ(R.Files[0].Text,
            "#include \"a.h\"\n#include <spile/scope.h>\n"
            "int f(void) { SPILE_SCOPE(\"f\"); return g(); }\n");
  EXPECT_EQ(R.Dependencies,
            (std::vector<std::string>{Dir / "a.c", Dir / "a.h"}));
}

TEST_F(Unit, ReportsErrorsWithTheirPlace) {
  put("a.c", "int f(void) {\n  return x;\n}\n");
  UnitResult R = run({}, "a.c");
  EXPECT_FALSE(R.Parsed);
  ASSERT_FALSE(R.Problems.empty());
  EXPECT_EQ(toString(R.Problems[0]).substr(0, 32),
            "a.c:2:10: error: use of undeclar");
  EXPECT_TRUE(R.Files.empty());
}

TEST_F(Unit, MissingSourceIsAnError) {
  UnitResult R = run({}, "none.c");
  EXPECT_FALSE(R.Parsed);
  ASSERT_FALSE(R.Problems.empty());
  EXPECT_EQ(R.Problems[0].File, "none.c");
}

TEST_F(Unit, TakesATextInPlaceOfTheFile) {
  std::string Text = "\nint g(void);\nint f(void) { return g(); }\n";
  UnitResult R = run({"-x", "c"}, "-", &Text);
  ASSERT_TRUE(R.Parsed);
  ASSERT_EQ(R.Files.size(), 1u);
  EXPECT_EQ(R.Files[0].Original, Text);
}

// gcc -iquote src would make inc/b.h find src/c.h where it found inc2/c.h.
TEST_F(Unit, FindsIncludesThatAQuoteFolderWouldChange) {
  put("src/a.c", "#include <b.h>\n");
  put("src/c.h", "int wrong;\n");
  put("inc/b.h", "#include \"c.h\"\n");
  put("inc2/c.h", "int right;\n");
  UnitResult R = run({"-Iinc", "-Iinc2"}, "src/a.c");
  ASSERT_TRUE(R.Parsed);
  ASSERT_EQ(R.Hazards.size(), 1u);
  EXPECT_EQ(R.Hazards[0].Name, "c.h");
}

TEST_F(Unit, OrdinaryQuotedIncludesAreNoHazard) {
  put("src/a.c", "#include \"c.h\"\n#include <b.h>\n");
  put("src/c.h", "int one;\n");
  put("inc/b.h", "#include \"d.h\"\n#include \"e.h\"\n");
  put("inc/d.h", "int two;\n");
  put("inc2/e.h", "int three;\n");
  EXPECT_TRUE(run({"-Iinc", "-Iinc2"}, "src/a.c").Hazards.empty());
}

TEST_F(Unit, NestsAsDeepAsGccDoes) {
  std::string Deep = std::string(2000, '(') + "1" + std::string(2000, ')');
  put("a.c", "int f(void) { return " + Deep + "; }\n");
  EXPECT_TRUE(run({}, "a.c").Parsed);
}

// Deeper than any stack: an error, not the end of the process.
TEST_F(Unit, TooDeepIsAnError) {
  std::string Deep = std::string(100000, '(') + "1" + std::string(100000, ')');
  put("a.c", "int f(void) { return " + Deep + "; }\n");
  EXPECT_FALSE(run({}, "a.c").Parsed);
}

TEST_F(Unit, DoesNotParseBodiesOfHeaders) {
  put("a.h",
      "#pragma GCC system_header\nstatic inline int g(void) { return x; }\n");
  put("a.c", "#include \"a.h\"\n\nint f(void) { return g(); }\n");
  EXPECT_TRUE(run({}, "a.c").Parsed);
}

} // namespace
} // namespace spile
