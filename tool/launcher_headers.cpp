#include "tool/launcher_headers.h"
#include "rewriters/compiler_text.h"
#include "tool/launcher_linemarkers.h"
#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/Path.h>

namespace spile {
namespace {

namespace path = llvm::sys::path;

template <class... Ts> llvm::Error cannot(const char *Format, Ts... Values) {
  return llvm::createStringError(Format, Values.c_str()...);
}

std::string joined(llvm::StringRef Folder, llvm::StringRef Name) {
  if (Folder.empty() || path::is_absolute(Name))
    return Name.str();
  return (Folder + (Folder.ends_with("/") ? "" : "/") + Name).str();
}

// The path that GCC composes: the including file's folder or the one searched,
// and the name.
std::string composed(const IncludeEdge &Edge, llvm::StringRef SpelledFrom) {
  if (Edge.Place.IsBeside)
    return joined(path::parent_path(SpelledFrom), Edge.Name);
  llvm::StringRef Folder = Edge.Folder;
  return joined(Folder.size() > 1 ? Folder.rtrim('/') : Folder, Edge.Name);
}

class Planner {
public:
  Planner(const UnitResult &InUnit, const std::string &InSource)
      : Unit(InUnit), Source(InSource) {}

  llvm::Expected<std::vector<CopiedFile>> plan() {
    if (!findCopied())
      return std::vector<CopiedFile>();
    nameFiles();
    for (const std::string &Path : Order)
      if (llvm::Error E = check(Path))
        return E;
    std::vector<CopiedFile> Out;
    for (const std::string &Path : Order)
      Out.push_back(copyOf(Path));
    for (const IncludeEdge &Edge : Unit.Graph.Edges)
      if (llvm::Error E = redirect(Edge, Out))
        return E;
    for (CopiedFile &File : Out)
      llvm::sort(File.Redirects, [](const auto &L, const auto &R) {
        return L.Place.Begin < R.Place.Begin;
      });
    return Out;
  }

private:
  // The edited headers and all that lead to them; false: there are none.
  bool findCopied() {
    std::set<std::string> Found;
    for (const SourceText &Text : Unit.Sources)
      if (Text.IsMain)
        Main = Text.Path;
    for (const RewrittenFile &File : Unit.Files)
      if (!File.IsMain)
        Found.insert(File.Path);
    if (Found.empty())
      return false;
    for (bool More = true; More;) {
      More = false;
      for (const IncludeEdge &Edge : Unit.Graph.Edges)
        if (!Edge.From.empty() && Found.count(Edge.To))
          More |= Found.insert(Edge.From).second;
    }
    Order = {Main};
    for (const std::string &Path : Found)
      if (Path != Main)
        Order.push_back(Path);
    for (size_t I = 0; I < Order.size(); ++I)
      Index[Order[I]] = I;
    return true;
  }

  // A file is included before it includes others.
  void nameFiles() {
    Spelled[Main].push_back(Source);
    for (const IncludeEdge &Edge : Unit.Graph.Edges) {
      auto From = Spelled.find(Edge.From);
      std::string Name = composed(
          Edge, From == Spelled.end() ? Edge.From : From->second.front());
      auto &Names = Spelled[Edge.To];
      if (!llvm::is_contained(Names, Name))
        Names.push_back(Name);
    }
  }

  llvm::Error check(const std::string &Path) const {
    const IncludeGraph &Graph = Unit.Graph;
    if (Path == Main)
      return llvm::Error::success();
    if (Spelled.at(Path).size() > 1 && Graph.Again.count(Path))
      return cannot("%s is read again by another name", Path);
    if (Graph.Asking.count(Path))
      return cannot("%s asks __has_include about its own folder", Path);
    auto Text = Graph.Texts.find(Path);
    if (Text != Graph.Texts.end() &&
        (llvm::StringRef(Text->second).contains("__has_include_next") ||
         llvm::StringRef(Text->second).contains("GCC dependency")))
      return cannot("%s asks about files of its own folder", Path);
    return llvm::Error::success();
  }

  CopiedFile copyOf(const std::string &Path) const {
    CopiedFile Out{Spelled.at(Path).front(), "", {}, {}};
    for (const RewrittenFile &File : Unit.Files)
      if (File.Path == Path) {
        Out.Original = File.Original;
        Out.Edits = File.Edits;
        return Out;
      }
    auto Text = Unit.Graph.Texts.find(Path); // none of a system header
    if (Text != Unit.Graph.Texts.end())
      Out.Original = Text->second;
    return Out;
  }

  llvm::Error redirect(const IncludeEdge &Edge,
                       std::vector<CopiedFile> &Out) const {
    auto To = Index.find(Edge.To), From = Index.find(Edge.From);
    size_t Copy = To == Index.end() ? 0 : To->second;
    if (From == Index.end()) {
      if (Copy)
        return cannot("%s is included by the command line", Edge.To);
      return llvm::Error::success();
    }
    bool FromHeader = From->second != 0;
    if (!Copy && !(FromHeader && (Edge.Place.IsBeside || Edge.Place.IsNext)))
      return llvm::Error::success();
    if (Edge.Place.InSystemHeader)
      return cannot("%s, a system header, includes %s", Edge.From, Edge.To);
    if (!Edge.Place.End)
      return cannot("%s includes %s by a macro", Edge.From, Edge.To);
    CopiedFile &File = Out[From->second];
    CopiedFile::Redirect Made{Edge.Place, Copy, ""};
    if (!Copy)
      Made.Path = composed(Edge, File.Spelled);
    for (const CopiedFile::Redirect &R : File.Redirects)
      if (R.Place.Begin == Made.Place.Begin) {
        if (R.Copy == Made.Copy && R.Path == Made.Path)
          return llvm::Error::success();
        return cannot("%s includes one file, then another, at one place",
                      Edge.From);
      }
    File.Redirects.push_back(std::move(Made));
    return llvm::Error::success();
  }

  const UnitResult &Unit;
  const std::string &Source;
  std::string Main;
  std::vector<std::string> Order; // Main first
  std::map<std::string, size_t> Index;
  std::map<std::string, std::vector<std::string>> Spelled;
};

// Replaces bytes of Text; edits behind them move along.
class Replacer {
public:
  explicit Replacer(const CopiedFile &File) : Left(File.Original) {
    for (const Edit &E : File.Edits.edits())
      Waiting.push_back(E);
  }
  void replace(unsigned Begin, unsigned End, llvm::StringRef New) {
    passTo(Begin);
    Text += New;
    Left = Left.drop_front(End - Begin);
    Done = End;
  }
  std::string finish() {
    passTo(Done + static_cast<unsigned>(Left.size()));
    return compilerText(Text, Moved);
  }

private:
  void passTo(unsigned Offset) {
    auto End = Waiting.begin();
    for (; End != Waiting.end() && End->Offset <= Offset; ++End)
      Moved.add(
          {static_cast<unsigned>(Text.size()) + End->Offset - Done, End->Text});
    Waiting.erase(Waiting.begin(), End);
    Text += Left.take_front(Offset - Done);
    Left = Left.drop_front(Offset - Done);
    Done = Offset;
  }

  llvm::StringRef Left;
  unsigned Done = 0; // bytes of the original
  std::vector<Edit> Waiting;
  std::string Text;
  EditSet Moved;
};

} // namespace

llvm::Expected<std::vector<CopiedFile>>
copiesForGcc(const UnitResult &Unit, const std::string &Source) {
  return Planner(Unit, Source).plan();
}

std::string textOfCopy(const CopiedFile &File,
                       const std::vector<std::string> &PathOf,
                       const std::string &Here) {
  Replacer Text(File);
  for (const CopiedFile::Redirect &R : File.Redirects) {
    if (R.Place.IsNext)
      Text.replace(R.Place.Keyword, R.Place.KeywordEnd, "include");
    std::string To = R.Copy ? PathOf[R.Copy] : joined(Here, R.Path);
    Text.replace(R.Place.Begin, R.Place.End, "\"" + To + "\"");
  }
  return namedForGcc(File.Spelled, Text.finish());
}

std::string namedForGcc(llvm::StringRef Spelled, llvm::StringRef Text) {
  Text.consume_front("\xEF\xBB\xBF"); // a mark that is one at the start only
  return "#line 1 \"" + escapeForQuotes(Spelled) + "\"\n" + Text.str();
}

} // namespace spile
