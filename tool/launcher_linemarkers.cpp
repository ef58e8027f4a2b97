#include "tool/launcher_linemarkers.h"

namespace spile {

std::string escapeForQuotes(llvm::StringRef Path) {
  std::string Out;
  for (char C : Path) {
    if (C == '"' || C == '\\')
      Out += '\\';
    Out += C;
  }
  return Out;
}

std::string renameInLinemarkers(llvm::StringRef Text, llvm::StringRef From,
                                llvm::StringRef To) {
  std::string Old = " \"" + escapeForQuotes(From) + "\"";
  std::string New = " \"" + escapeForQuotes(To) + "\"";
  std::string Out, Ours = "# 1" + Old, Next = "# 1" + New;
  Out.reserve(Text.size());
  while (!Text.empty()) {
    size_t Size = std::min(Text.find('\n'), Text.size() - 1) + 1;
    llvm::StringRef Line = Text.take_front(Size);
    Text = Text.drop_front(Size);
    if (Line.rtrim('\n') == Ours && Text.starts_with(Next + "\n"))
      continue;
    size_t At = Line.starts_with("# ") ? Line.find(Old) : llvm::StringRef::npos;
    if (At != llvm::StringRef::npos)
      Out +=
          (Line.take_front(At) + New + Line.drop_front(At + Old.size())).str();
    else
      Out += Line.str();
  }
  return Out;
}

std::string addIncludeMarkers(std::string Text,
                              const std::vector<std::string> &Files) {
  llvm::StringRef First =
      llvm::StringRef(Text).take_until([](char C) { return C == '\n'; });
  size_t End = First.size();
  auto [Number, Name] = First.split(" \"");
  if (!Number.consume_front("# ") || !Name.consume_back("\"") ||
      Text.size() == End)
    return Text; // -P, or no text at all
  std::string Back = "# 1 \"" + Name.str() + "\" 2\n", Markers;
  for (const std::string &File : Files)
    Markers += "# 1 \"" + escapeForQuotes(File) + "\" 1\n" + Back;
  Text.insert(End + 1, Markers);
  return Text;
}

} // namespace spile
