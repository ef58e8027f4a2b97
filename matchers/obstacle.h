// The reasons for which a function that a rule took is not edited.
//
// What is inserted behind the opening brace is a static variable and a guard
// with a cleanup. The obstacles are the places where that cannot be written, is
// not allowed, or would change what the program does. docs/config.md lists them
// with the same words.
#pragma once

#include <string_view>

namespace spile {

enum class Obstacle {
  // The unit
  Freestanding,
  NamedModule,
  // The place
  BraceFromMacro,
  BraceInMacroArgument,
  BraceInOtherFile,
  BraceSpelledOtherwise,
  SharedText,
  LocalLabels,
  PragmaFirst,
  // The function
  Errors,
  Constexpr,
  ConstexprLambda,
  ExternalInline,
  InlineDependent,
  Naked,
  Interrupt,
  IfuncResolver,
  TargetVersions,
  OtherProcessor,
  Coroutine,
  MustTail,
  ApplyArgs,
};

// All of them, in the order above.
constexpr unsigned ObstacleCount = unsigned(Obstacle::ApplyArgs) + 1;

// The reason as a person reads it.
std::string_view toString(Obstacle O);

} // namespace spile
