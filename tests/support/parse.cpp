#include "tests/support/parse.h"
#include <clang/Frontend/ASTUnit.h>
#include <clang/Frontend/TextDiagnosticBuffer.h>
#include <clang/Tooling/Tooling.h>

namespace spile::test {

std::unique_ptr<clang::ASTUnit> parse(const Input &In, std::string *Messages) {
  std::vector<std::string> Args = {"-resource-dir", SPILE_RESOURCE_DIR, "-w"};
  Args.insert(Args.end(), In.Args.begin(), In.Args.end());
  clang::tooling::FileContentMappings Files(In.Files.begin(), In.Files.end());
  clang::TextDiagnosticBuffer Buffer;
  auto Unit = clang::tooling::buildASTFromCodeWithArgs(
      In.Text, Args, In.Name, "spile-test",
      std::make_shared<clang::PCHContainerOperations>(),
      clang::tooling::getClangStripDependencyFileAdjuster(), Files, &Buffer);
  if (Messages)
    for (auto I = Buffer.err_begin(); I != Buffer.err_end(); ++I)
      *Messages += I->second + '\n';
  return Unit;
}

} // namespace spile::test
