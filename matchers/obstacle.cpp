#include "matchers/obstacle.h"
#include <llvm/Support/ErrorHandling.h>

namespace spile {

std::string_view toString(Obstacle O) {
  switch (O) {
  case Obstacle::Freestanding:
    return "the unit is compiled freestanding";
  case Obstacle::NamedModule:
    return "the unit belongs to a C++20 module";
  case Obstacle::BraceFromMacro:
    return "the body's opening brace comes from a macro";
  case Obstacle::BraceInMacroArgument:
    return "the body is a macro's argument";
  case Obstacle::BraceInOtherFile:
    return "the body's opening brace is in another file than the name";
  case Obstacle::BraceSpelledOtherwise:
    return "the body's opening brace is not written as { or <%";
  case Obstacle::SharedText:
    return "the same text defines functions of other names too";
  case Obstacle::LocalLabels:
    return "the body begins with __label__, which must stand first";
  case Obstacle::PragmaFirst:
    return "the body begins with a pragma that must stand first";
  case Obstacle::Errors:
    return "the function has errors";
  case Obstacle::Constexpr:
    return "a constexpr function may hold no static data";
  case Obstacle::ConstexprLambda:
    return "the lambda may be evaluated at compile time (constexpr since "
           "C++17)";
  case Obstacle::ExternalInline:
    return "an external inline function may hold no static data";
  case Obstacle::InlineDependent:
    return "an inline function whose result depends on where it is inlined";
  case Obstacle::Naked:
    return "a naked function may hold nothing but asm";
  case Obstacle::Interrupt:
    return "an interrupt handler";
  case Obstacle::IfuncResolver:
    return "an ifunc resolver runs before the runtime";
  case Obstacle::TargetVersions:
    return "compiled in several target versions";
  case Obstacle::OtherProcessor:
    return "made for another processor than the rest of the unit";
  case Obstacle::Coroutine:
    return "a coroutine";
  case Obstacle::MustTail:
    return "a musttail return allows no cleanup";
  case Obstacle::ApplyArgs:
    return "__builtin_apply and the like depend on the function's own frame";
  }
  llvm_unreachable("all obstacles have a text");
}

} // namespace spile
