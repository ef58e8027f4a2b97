// What one pass over a function's body tells about it.
//
// The bodies of lambdas, blocks and local classes inside of it are functions of
// their own and do not count.
#pragma once

namespace clang {
class FunctionDecl;
}

namespace spile {

struct BodyFacts {
  unsigned Statements = 0; // see countStatements()
  // A call, an operator call, a construction that runs a constructor, new,
  // delete or throw; a compiler builtin such as __builtin_expect is none.
  bool Calls = false;
  bool Loops = false;     // a loop, a goto backwards or a computed goto
  bool Coroutine = false; // co_await, co_return or co_yield
  bool MustTail = false;  // a return with the attribute musttail
  bool ApplyArgs = false; // __builtin_apply, _apply_args or __builtin_return
  // &&label or __builtin_constant_p: another value in each inlined copy
  bool AsksForInlining = false;
  bool Errors = false; // something in it did not compile
};

// `Function` must be a definition with a body.
BodyFacts bodyFacts(const clang::FunctionDecl &Function);

// The statements written in the body, nested ones too. A declaration statement
// is one, an if, a loop, a switch or a try is one plus what it holds. Blocks,
// empty statements, labels and case labels are none, nor is an expression
// inside of a statement; statements inside of a GNU statement expression are.
unsigned countStatements(const clang::FunctionDecl &Function);

} // namespace spile
