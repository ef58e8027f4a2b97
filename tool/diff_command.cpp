#include "rewriters/strip.h"
#include "rewriters/unified_diff.h"
#include "tool/commands.h"
#include "tool/terminal.h"
#include "tool/write_output.h"
#include <clang/Tooling/Core/Replacement.h>
#include <clang/Tooling/ReplacementsYaml.h>
#include <fmt/format.h>
#include <llvm/Support/YAMLTraits.h>

namespace spile {
namespace {

// The change as replacements of the bytes on disk.
std::string fixesYaml(const Run &R) {
  clang::tooling::TranslationUnitReplacements All;
  for (const FilePlan &Plan : R.Files) {
    if (!All.MainSourceFile.size() && Plan.Source.IsMain)
      All.MainSourceFile = Plan.Source.Path;
    if (Plan.Source.OnDisk == Plan.Source.Original) {
      for (const Edit &E : Plan.Edits.edits())
        All.Replacements.emplace_back(Plan.Source.Path, E.Offset, 0, E.Text);
      continue;
    }
    std::string Text = applyEdits(Plan.Source.Original, Plan.Edits);
    if (Text != Plan.Source.OnDisk) // instrumented before: the file as a whole
      All.Replacements.emplace_back(Plan.Source.Path, 0,
                                    Plan.Source.OnDisk.size(), Text);
  }
  std::string Out;
  llvm::raw_string_ostream Stream(Out);
  llvm::yaml::Output Yaml(Stream);
  Yaml << All;
  return Stream.str();
}

} // namespace

int diffCommand(const Options &Opts, Run R) {
  bool Color = wantsColor(Opts.Color);
  for (const FilePlan &Plan : R.Files) {
    EditSet Old = strip(Plan.Source.OnDisk).Removed;
    std::string Diff = unifiedDiff(
        {shownPath(Plan.Source.Path), Plan.Source.Original, Old, Plan.Edits});
    std::string Shown = Color ? colored(Diff) : Diff;
    std::fwrite(Shown.data(), 1, Shown.size(), stdout);
  }
  if (!Opts.ExportFixes.empty())
    if (llvm::Error E = writeWhole(Opts.ExportFixes, fixesYaml(R))) {
      printError(llvm::toString(std::move(E)));
      return 2;
    }
  return R.Unparsed.empty() ? 0 : 2;
}

} // namespace spile
