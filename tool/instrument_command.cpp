#include "tool/commands.h"
#include "tool/mirror.h"
#include "tool/terminal.h"
#include "tool/write_output.h"
#include <fmt/format.h>

namespace spile {
namespace {

std::string plural(size_t N, const char *What) {
  return fmt::format("{} {}{}", N, What, N == 1 ? "" : "s");
}

void printSummary(const Run &R, size_t Written, const std::string &Where) {
  Counts C = countFunctions(R);
  fmt::print(stderr,
             "spile: {} instrumented, {} skipped, {} left; {} written{}\n",
             plural(C.Instrumented, "function"), C.Skipped, C.Left,
             plural(Written, "file"), Where);
}

int toStdout(const Run &R) {
  const FilePlan *Main = nullptr;
  for (const FilePlan &Plan : R.Files)
    if (Plan.Source.IsMain && Main) {
      printError("--stdout takes one source file");
      return 2;
    } else if (Plan.Source.IsMain) {
      Main = &Plan;
    }
  if (!Main)
    return 2;
  std::string Text = applyEdits(Main->Source.Original, Main->Edits);
  std::fwrite(Text.data(), 1, Text.size(), stdout);
  return 0;
}

int inPlace(const Run &R) {
  size_t Written = 0;
  int Status = 0;
  for (const FilePlan &Plan : R.Files) {
    std::string Text = applyEdits(Plan.Source.Original, Plan.Edits);
    if (Text == Plan.Source.OnDisk)
      continue;
    if (llvm::Error E =
            writeWhole(Plan.Source.Path, Text, Plan.Source.OnDisk)) {
      printError(llvm::toString(std::move(E)));
      Status = 2;
    } else {
      ++Written;
    }
  }
  printSummary(R, Written, " in place");
  return Status;
}

int toTree(const Options &Opts, const Run &R) {
  Mirror Tree(Opts.Output, Opts.Paths);
  std::map<std::string, std::string> Texts;
  for (const FilePlan &Plan : R.Files) {
    if (Tree.placeOf(Plan.Source.Path).empty()) {
      printError(shownPath(Plan.Source.Path) +
                 ": lies outside of the mirrored tree; left out");
      continue;
    }
    Texts[Plan.Source.Path] = applyEdits(Plan.Source.Original, Plan.Edits);
  }
  if (llvm::Error E = Tree.write(Texts)) {
    printError(llvm::toString(std::move(E)));
    return 2;
  }
  printSummary(R, Texts.size(), " below " + Opts.Output);
  return 0;
}

} // namespace

int instrumentCommand(const Options &Opts, Run R) {
  if (R.Strict) {
    for (const Diagnostic &D : R.LeftOut)
      llvm::errs() << toString(D) << '\n';
    printError("strict: true, and not everything could be instrumented; "
               "nothing is written");
    return 2;
  }
  int Status = Opts.Stdout    ? toStdout(R)
               : Opts.InPlace ? inPlace(R)
                              : toTree(Opts, R);
  return R.Unparsed.empty() ? Status : 2;
}

} // namespace spile
