#include "rewriters/strip.h"
#include "tool/commands.h"
#include "tool/terminal.h"
#include "tool/write_output.h"
#include <fmt/format.h>
#include <llvm/Support/MemoryBuffer.h>

namespace spile {

int stripCommand(const Options &Opts) {
  Diagnostics Problems;
  std::vector<std::string> Files = sourceFilesBelow(Opts.Paths, Problems);
  print(Problems);
  if (hasErrors(Problems))
    return 2;
  int Status = 0;
  size_t Written = 0;
  for (const std::string &File : Files) {
    auto Text = llvm::MemoryBuffer::getFile(File, false, false);
    if (!Text) {
      printError(shownPath(File) + ": " + Text.getError().message());
      Status = 2;
      continue;
    }
    llvm::StringRef OnDisk = (*Text)->getBuffer();
    std::string Original = strip(OnDisk).Original;
    if (Original == OnDisk)
      continue;
    if (llvm::Error E = writeWhole(File, Original, OnDisk)) {
      printError(llvm::toString(std::move(E)));
      Status = 2;
    } else {
      ++Written;
    }
  }
  fmt::print(stderr, "spile: {} of {} files restored\n", Written, Files.size());
  return Status;
}

} // namespace spile
