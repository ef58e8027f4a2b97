#include "tool/launcher_outputs.h"
#include "tool/launcher_depfile.h"
#include "tool/launcher_linemarkers.h"
#include "tool/temporary_file.h"
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Path.h>

namespace spile {
namespace {

// Takes a folder off the names in linemarkers; a string in the program is the
// program's own.
void shortenMarkers(std::string &Text, const std::string &Folder) {
  std::string Named = " \"" + Folder;
  size_t At = 0;
  while ((At = Text.find(Named, At)) != std::string::npos) {
    size_t Begin = Text.rfind('\n', At) + 1;
    if (Text.compare(Begin, 2, "# ") == 0)
      Text.erase(At + 2, Folder.size());
    ++At;
  }
}

std::string renameMarkers(std::string Text, const RewrittenCall &Rewritten) {
  for (const auto &[From, To] : Rewritten.Renamed)
    if (To.empty())
      shortenMarkers(Text, From);
    else
      Text = renameInLinemarkers(Text, From, To);
  return Text;
}

// Replaces a file by what `Change` makes of its text; nothing if it is missing
// or stays the same.
void change(const std::string &Path,
            llvm::function_ref<std::string(llvm::StringRef)> Change) {
  auto Buffer = llvm::MemoryBuffer::getFile(Path, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false,
                                            /*IsVolatile=*/true);
  if (!Buffer)
    return;
  std::string Old = (*Buffer)->getBuffer().str();
  std::string New = Change(Old);
  if (New != Old)
    if (llvm::Error E = replaceFile(Path, New))
      std::fprintf(stderr, "spile-cc: warning: names a temporary file: %s\n",
                   llvm::toString(std::move(E)).c_str());
}

void correctDepfiles(const CallFacts &Call, const RewrittenCall &Rewritten,
                     const std::vector<std::string> &Configs) {
  DepfileEdit Edit{{}, Configs};
  for (const auto &Pair : Rewritten.Renamed)
    if (Pair.first != "././")
      Edit.Renamed.push_back(Pair);
  for (const std::string &Path : depfilesOf(Call.Line)) {
    if (Path == "/dev/stdout" || Path == "-" || Path == "/dev/null")
      continue;
    change(Path, [&](llvm::StringRef Text) { return editDepfile(Text, Edit); });
  }
}

// -save-temps: a.i beside the output or in the current folder.
void correctTemporaries(const CallFacts &Call, const RewrittenCall &Rewritten) {
  if (llvm::none_of(Call.Line.Tokens, [](const Token &T) {
        return llvm::StringRef(T.Raw[0]).starts_with("-save-temps") ||
               llvm::StringRef(T.Raw[0]).starts_with("--save-temps");
      }))
    return;
  std::string Folder = llvm::sys::path::parent_path(Call.Line.Output).str();
  if (!Folder.empty())
    Folder += '/';
  std::vector<std::string> Stems;
  if (!Call.Line.Output.empty())
    Stems.push_back(Folder + llvm::sys::path::stem(Call.Line.Output).str());
  for (const Input &In : Call.Line.Inputs) {
    std::string Stem = llvm::sys::path::stem(In.Path).str();
    std::string Base = Call.Line.Output.empty() ? "a" : Call.Line.Output;
    for (const std::string &S : {Stem, Folder + Stem, Base + "-" + Stem})
      Stems.push_back(S);
  }
  for (const std::string &Stem : Stems)
    for (const char *Suffix : {".i", ".ii"})
      change(Stem + Suffix, [&](llvm::StringRef Text) {
        return renameMarkers(Text.str(), Rewritten);
      });
}

} // namespace

std::string renameInText(std::string Text, const RewrittenCall &Rewritten) {
  for (const auto &[From, To] : Rewritten.Renamed)
    for (size_t At = Text.find(From); At != std::string::npos;
         At = Text.find(From, At + To.size()))
      Text.replace(At, From.size(), To);
  return Text;
}

void correctOutputs(const CallFacts &Call, const RewrittenCall &Rewritten,
                    const std::vector<std::string> &Configs, Outcome &Result) {
  correctDepfiles(Call, Rewritten, Configs);
  correctTemporaries(Call, Rewritten);
  if (Call.Line.Until != Stage::Preprocess)
    return;
  if (!Call.Line.Output.empty() && Call.Line.Output != "-")
    change(Call.Line.Output, [&](llvm::StringRef Text) {
      return addIncludeMarkers(renameMarkers(Text.str(), Rewritten), Configs);
    });
  else
    Result.Out = addIncludeMarkers(
        renameMarkers(std::move(Result.Out), Rewritten), Configs);
}

} // namespace spile
