#include "tool/launcher_depfile.h"
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/Support/Path.h>

namespace spile {
namespace {

// Offset just behind the first rule's last prerequisite, or npos.
size_t endOfFirstRule(llvm::StringRef Text) {
  size_t At = 0;
  while (At < Text.size()) {
    size_t End = Text.find('\n', At);
    if (End == llvm::StringRef::npos)
      return Text.size();
    if (End == 0 || Text[End - 1] != '\\')
      return End;
    At = End + 1;
  }
  return llvm::StringRef::npos;
}

void replaceAll(std::string &Text, const std::string &From,
                const std::string &To) {
  for (size_t At = Text.find(From); At != std::string::npos;
       At = Text.find(From, At + To.size()))
    Text.replace(At, From.size(), To);
}

std::string stemPath(llvm::StringRef Path) {
  llvm::SmallString<256> Out(Path);
  llvm::sys::path::replace_extension(Out, "");
  return Out.str().str();
}

// What -Wp,-MD,FILE and -MF FILE name.
void addNamed(const CommandLine &Line, std::vector<std::string> &Out) {
  for (const Token &T : Line.Tokens) {
    if (T.Name == "-MF")
      Out.push_back(T.Values[0]);
    if (T.Name != "-Wp,")
      continue;
    for (size_t I = 0; I + 1 < T.Values.size(); ++I)
      if (T.Values[I] == "-MD" || T.Values[I] == "-MMD" || T.Values[I] == "-MF")
        Out.push_back(T.Values[I + 1]);
  }
}

} // namespace

std::string escapeForMake(llvm::StringRef Path) {
  std::string Out;
  for (char C : Path) {
    if (C == '$')
      Out += '$';
    if (C == ' ' || C == '\t' || C == '#')
      Out += '\\';
    Out += C;
  }
  return Out;
}

std::string editDepfile(llvm::StringRef Text, const DepfileEdit &Edit) {
  std::string Out = Text.str();
  for (const auto &[From, To] : Edit.Renamed)
    replaceAll(Out, escapeForMake(From), escapeForMake(To));
  size_t End = endOfFirstRule(Out);
  if (End == llvm::StringRef::npos)
    return Out;
  std::string More, Rules;
  for (const std::string &File : Edit.Added) {
    More += " \\\n  " + escapeForMake(File);
    Rules += escapeForMake(File) + ":\n";
  }
  Out.insert(End, More);
  if (!Rules.empty() && Out.back() != '\n')
    Out += '\n';
  return Out + Rules;
}

std::vector<std::string> depfilesOf(const CommandLine &Line) {
  std::vector<std::string> Out;
  addNamed(Line, Out);
  if (!Out.empty() || !(Line.has("-MD") || Line.has("-MMD")))
    return Out;
  if (!Line.Output.empty() && Line.Output != "-") {
    Out.push_back(stemPath(Line.Output) + ".d");
    Out.push_back(Line.Output + ".d");
  }
  for (const Input &In : Line.Inputs) {
    std::string Stem = llvm::sys::path::stem(In.Path).str();
    Out.push_back(Stem + ".d");
    if (!Line.Output.empty()) {
      llvm::StringRef Base = Line.Output;
      Base.consume_back(".exe");
      Base.consume_back(".out");
      Out.push_back((Base + "-" + Stem + ".d").str());
    } else {
      Out.push_back("a-" + Stem + ".d");
    }
  }
  return Out;
}

} // namespace spile
