// The shape of a configuration file and what is wrong with it.
#include "tests/matchers/config_errors.h"
#include <gtest/gtest.h>

namespace spile::test {
namespace {

TEST(ConfigYaml, ReportsShapeErrors) {
  const std::pair<std::string, std::string> Cases[] = {
      {"", ""},
      {"# nothing\n", ""},
      {"---\n", ""},
      {"instrument:\n  - functoins: [a]",
       "2:5: error: unknown key 'functoins'; did you mean 'functions'?"},
      {"provder: a\n",
       "1:1: error: unknown key 'provder'; did you mean 'provider'?"},
      {"zzz: a", "1:1: error: unknown key 'zzz'"},
      {"clock: tsc\nclock: tsc",
       "2:1: error: duplicate key 'clock', first on line 1"},
      {"clock:", "1:1: error: 'clock' has no value"},
      {"clock: [tsc]", "1:1: error: 'clock' must be one value"},
      {"clock: {a: b}", "1:1: error: 'clock' must be one value"},
      {"[a]", "1:1: error: the file must be keys with values"},
      {"text", "1:1: error: the file must be keys with values"},
      {"exclude: a", "1:10: error: 'exclude' must be keys with values"},
      {"exclude: {function: a}",
       "1:11: error: unknown key 'function'; did you mean 'functions'?"},
      {"instrument: a", "1:13: error: a rule must be keys with values"},
      {"instrument:\n- a\n- functions: b",
       "2:3: error: a rule must be keys with values"},
      {"instrument:\n- functions: {a: b}",
       "2:14: error: 'functions' must be a value or a list of values"},
      {"instrument:\n- functions: [a, [b]]",
       "2:18: error: 'functions' must be a value or a list of values"},
      {"instrument:\n- functions: []", "2:3: error: 'functions' is empty"},
      {"instrument:\n- functions: *mk",
       "2:14: error: an alias; a pattern that begins with * must be quoted: "
       "\"*\""},
      {"events:\n- name: a\n  in: b\n",
       "1:1: error: 'events' is not available in this version"},
      {"clock: tsc\n---\nclock: tsc",
       "2:1: error: a second YAML document; the file holds one"},
      {std::string("clock: t\0c", 10),
       "1:9: error: a zero byte; the file must be UTF-8 text"},
      {"clock: tsc\n# \xff",
       "2:3: error: not UTF-8; the file must be UTF-8 text"},
      {"clock: !<",
       "1:8: error: invalid YAML: a tag; quote what begins with !<"},
      {"--- a\n}--- d", "1:5: error: the file must be keys with values"},
      {std::string(300, '['), "error: invalid YAML: nested too deeply"},
  };
  for (const auto &[Text, Expected] : Cases)
    EXPECT_EQ(errorsOf(Text), Expected) << Text;
}

TEST(ConfigYaml, LocatesInvalidYaml) {
  for (const char *Text :
       {"clock: [", "clock: 'a", "clock: \"a", "a: b: c", "\t- a",
        "instrument:\n  - functions: *\n", "a\n  b: c\n d", "{a: b", "- [}",
        "? [", "%YAML", "a: &", "a: !<", "a: |x\n", "'\\", "\"\\"}) {
    const std::string Errors = errorsOf(Text);
    EXPECT_NE(Errors.find("error: "), std::string::npos) << Text;
    EXPECT_EQ(Errors.find("disagree"), std::string::npos) << Text;
  }
  EXPECT_EQ(errorsOf("clock: tsc\nstrict: \"a\n"),
            "2:11: error: invalid YAML: expected quote at end of scalar");
}

TEST(ConfigYaml, EveryMistakeInOneRun) {
  EXPECT_EQ(errorsOf("clok: tsc\nheaders: maybe\ninstrument:\n"
                     "- functions: ['a[', b]\n  min-statements: x\n"
                     "- matcher: fnctionDecl()\n"),
            "1:1: error: unknown key 'clok'; did you mean 'clock'?\n"
            "2:10: error: 'headers' must be true or false, not 'maybe'\n"
            "4:15: error: bad pattern 'a[': a [ without its ]; write \\[ for "
            "the character itself\n"
            "5:19: error: 'min-statements' must be a whole number from 0 to "
            "1000000, not 'x'\n"
            "6:12: error: bad matcher: matcher not found: fnctionDecl");
}

} // namespace
} // namespace spile::test
