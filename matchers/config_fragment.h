// What a configuration file says, with the place of every value, unchecked but
// for its shape. See config.h for the stages.
//
// A new key is a member here, a line in config_yaml.cpp, its check in
// config_compile.cpp, a paragraph and an example in docs/config.md.
#pragma once

#include "matchers/diagnostic.h"
#include <llvm/ADT/StringRef.h>
#include <optional>
#include <string>
#include <vector>

namespace spile {

// A scalar of the file. `Line` and `Column` are those of its first byte, a
// quote included; from 1, in bytes.
struct Scalar {
  std::string Value;
  // The bytes in the file, quotes and a block's indentation included; they lie
  // in the text that was given to parseFragment().
  llvm::StringRef Raw;
  unsigned Line = 0, Column = 0;
};

struct ScalarList {
  unsigned Line = 0, Column = 0; // of the key
  std::vector<Scalar> Items;
};

struct Fragment {
  struct ExcludeBlock {
    std::optional<ScalarList> Functions, Files;
  };
  struct RuleBlock {
    unsigned Line = 0; // of its first key
    std::optional<ScalarList> Functions, Except, Files, Probes;
    std::optional<Scalar> MinStatements, Matcher;
  };

  std::optional<Scalar> Provider, Clock, Headers, Lambdas, Strict;
  ExcludeBlock Exclude;
  // `instrument:`; nullopt when the key is missing.
  std::optional<std::vector<RuleBlock>> Rules;
};

// Errors in the shape go to `Out`; what could be read is returned all the same,
// so that the values are checked in the same run. `Text` must outlive it.
Fragment parseFragment(llvm::StringRef Text, llvm::StringRef Path,
                       Diagnostics &Out);

// The place in the file of a byte of S.Value, whatever its style: plain,
// quoted, folded or a block.
struct TextPlace {
  unsigned Line = 0, Column = 0;
};
TextPlace placeInside(const Scalar &S, size_t ValueOffset);

} // namespace spile
