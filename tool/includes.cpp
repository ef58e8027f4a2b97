#include "tool/includes.h"
#include <clang/Basic/SourceManager.h>
#include <clang/Lex/Preprocessor.h>
#include <llvm/Support/Path.h>

namespace spile {
namespace {

class Watcher : public clang::PPCallbacks {
public:
  Watcher(clang::Preprocessor &PP, Includes &InOut)
      : SM(PP.getSourceManager()), Out(InOut) {}

  void FileChanged(clang::SourceLocation Place, FileChangeReason Reason,
                   clang::SrcMgr::CharacteristicKind, clang::FileID) override {
    if (Reason == EnterFile)
      if (const clang::FileEntry *File = fileOf(Place))
        ++Out.Entered[File];
  }

  void HasInclude(clang::SourceLocation Place, llvm::StringRef, bool IsAngled,
                  clang::OptionalFileEntryRef,
                  clang::SrcMgr::CharacteristicKind) override {
    if (!IsAngled)
      Out.Asking.insert(fileOf(Place));
  }

  void InclusionDirective(clang::SourceLocation Hash,
                          const clang::Token &Keyword, llvm::StringRef Name,
                          bool IsAngled, clang::CharSourceRange Range,
                          clang::OptionalFileEntryRef To,
                          llvm::StringRef Folder, llvm::StringRef,
                          const clang::Module *, bool,
                          clang::SrcMgr::CharacteristicKind) override {
    if (!To)
      return;
    Out.Names[&To->getFileEntry()].insert(To->getName().str());
    addSeen(Hash, Keyword, Name, Range, *To, Folder);
    if (IsAngled || llvm::sys::path::is_absolute(Name))
      return;
    clang::FileID In = SM.getFileID(SM.getSpellingLoc(Hash));
    auto From = SM.getFileEntryRefForID(In);
    auto Main = SM.getFileEntryRefForID(SM.getMainFileID());
    if (!From || !Main || In == SM.getMainFileID())
      return;
    llvm::StringRef Beside = From->getDir().getName();
    if (find(Beside, Name)) // looked up before every -iquote
      return;
    auto Rival = find(Main->getDir().getName(), Name);
    if (Rival && &Rival->getFileEntry() != &To->getFileEntry())
      Out.Hazards.push_back({From->getName().str(), Name.str()});
  }

private:
  clang::OptionalFileEntryRef find(llvm::StringRef Folder,
                                   llvm::StringRef Name) {
    llvm::SmallString<256> Path(Folder);
    llvm::sys::path::append(Path, Name);
    return SM.getFileManager().getOptionalFileRef(Path);
  }

  const clang::FileEntry *fileOf(clang::SourceLocation Place) const {
    return SM.getFileEntryForID(SM.getFileID(SM.getExpansionLoc(Place)));
  }

  void addSeen(clang::SourceLocation Hash, const clang::Token &Keyword,
               llvm::StringRef Name, clang::CharSourceRange Range,
               clang::FileEntryRef To, llvm::StringRef Folder) {
    Includes::Seen S{fileOf(Hash), &To.getFileEntry(), {}, Name.str(), ""};
    auto From = SM.getFileEntryRefForID(SM.getFileID(Hash));
    bool IsQuoted = false;
    if (Range.getBegin().isFileID()) {
      S.Place.Begin = SM.getFileOffset(Range.getBegin());
      S.Place.End = SM.getFileOffset(Range.getEnd());
      IsQuoted = *SM.getCharacterData(Range.getBegin()) == '"';
    }
    S.Place.Keyword = SM.getFileOffset(Keyword.getLocation());
    S.Place.KeywordEnd = S.Place.Keyword + Keyword.getLength();
    S.Place.IsNext = Keyword.getIdentifierInfo() &&
                     Keyword.getIdentifierInfo()->getName() == "include_next";
    S.Place.InSystemHeader = SM.isInSystemHeader(Hash);
    bool IsBeside = IsQuoted && !S.Place.IsNext && From &&
                    Folder == From->getDir().getName();
    S.Place.IsBeside = IsBeside && !llvm::sys::path::is_absolute(Name);
    if (!S.Place.IsBeside)
      S.Folder = Folder;
    Out.All.push_back(std::move(S));
  }

  clang::SourceManager &SM;
  Includes &Out;
};

} // namespace

std::unique_ptr<clang::PPCallbacks> watchIncludes(clang::Preprocessor &PP,
                                                  Includes &Out) {
  return std::make_unique<Watcher>(PP, Out);
}

} // namespace spile
