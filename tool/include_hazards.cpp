#include "tool/include_hazards.h"
#include <clang/Basic/SourceManager.h>
#include <clang/Lex/Preprocessor.h>
#include <llvm/Support/Path.h>

namespace spile {
namespace {

class Watcher : public clang::PPCallbacks {
public:
  Watcher(clang::Preprocessor &PP, Includes &InOut)
      : SM(PP.getSourceManager()), Out(InOut) {}

  void InclusionDirective(clang::SourceLocation Hash, const clang::Token &,
                          llvm::StringRef Name, bool IsAngled,
                          clang::CharSourceRange,
                          clang::OptionalFileEntryRef To, llvm::StringRef,
                          llvm::StringRef, const clang::Module *, bool,
                          clang::SrcMgr::CharacteristicKind) override {
    if (To)
      Out.Names[&To->getFileEntry()].insert(To->getName().str());
    if (IsAngled || !To || llvm::sys::path::is_absolute(Name))
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

  clang::SourceManager &SM;
  Includes &Out;
};

} // namespace

std::unique_ptr<clang::PPCallbacks> watchIncludes(clang::Preprocessor &PP,
                                                  Includes &Out) {
  return std::make_unique<Watcher>(PP, Out);
}

} // namespace spile
