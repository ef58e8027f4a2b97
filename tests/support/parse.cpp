#include "tests/support/parse.h"
#include <clang/Frontend/ASTUnit.h>
#include <clang/Frontend/TextDiagnosticBuffer.h>
#include <clang/Tooling/Tooling.h>

namespace spile::test {

Parsed parse(const Input &In, std::string *Messages) {
  std::vector<std::string> Args = {"-resource-dir", SPILE_RESOURCE_DIR, "-w"};
  Args.insert(Args.end(), In.Args.begin(), In.Args.end());
  Parsed Out{{In.Files.begin(), In.Files.end()}, nullptr};
  clang::TextDiagnosticBuffer Buffer;
  Out.Unit = clang::tooling::buildASTFromCodeWithArgs(
      In.Text, Args, In.Name, "spile-test",
      std::make_shared<clang::PCHContainerOperations>(),
      clang::tooling::getClangStripDependencyFileAdjuster(), Out.Files,
      &Buffer);
  if (Messages)
    for (auto I = Buffer.err_begin(); I != Buffer.err_end(); ++I)
      *Messages += I->second + '\n';
  return Out;
}

} // namespace spile::test
