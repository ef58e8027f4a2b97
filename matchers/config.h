// The compiled configuration: what `.spile.yaml` says, checked and ready to
// ask.
//
//   text ── parseFragment ─▶ Fragment (located values) ── compile ─▶ Config
//
// Both stages report every mistake they find as a Diagnostic with its place.
// docs/config.md documents each key. A Config is constant once built and may be
// used by several threads at once.
#pragma once

#include "matchers/diagnostic.h"
#include <llvm/ADT/StringRef.h>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace spile {

enum class Clock { Tsc, Monotonic, ThreadCpu };

// One condition on a function; see predicates/predicate.h.
class Predicate;

// One entry of `instrument:`. A function is taken when every given part agrees.
struct Rule {
  std::string Place; // ".spile.yaml:3"
  std::vector<std::shared_ptr<const Predicate>> AllOf;
};

// A name without a wildcard, and where it stands in the file.
struct ExactName {
  std::string Name;
  unsigned Line = 0, Column = 0; // from 1
};

struct Config {
  std::string Path; // of the file; empty for the built-in default
  std::string Root; // absolute folder that `files:` patterns are relative to
  std::string Provider;
  Clock ClockKind = Clock::Tsc;
  bool Headers = false; // the project's own headers too
  bool Lambdas = false;
  bool Strict = false; // what cannot be instrumented is an error
  // A function that any of these holds for is left alone. The source attribute
  // annotate("spile") is stronger.
  std::vector<std::shared_ptr<const Predicate>> Exclude;
  // The first that takes a function counts. None: only functions with the
  // attribute annotate("spile") are taken.
  std::vector<Rule> Rules;
  // The patterns of every rule's `functions:` that are a plain name.
  std::vector<ExactName> ExactNames;
};

// The configuration without a file: every function of the main files but tiny
// leaves. `Root` is the folder of the source file.
Config defaultConfig(llvm::StringRef Root);

// Reads the text of a configuration file. Null when there is any error; `Out`
// gets errors and warnings, with `Path` as their file. A relative `Path` starts
// at the process's working folder; the file itself is not read.
std::optional<Config> parseConfig(llvm::StringRef Text, llvm::StringRef Path,
                                  Diagnostics &Out);

// The absolute path of the nearest `.spile.yaml` in the source's folder or
// above it; none: nullopt.
std::optional<std::string> findConfig(llvm::StringRef Source);

} // namespace spile
