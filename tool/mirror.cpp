#include "tool/mirror.h"
#include "tool/inputs.h"
#include "tool/write_output.h"
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Path.h>
#include <unistd.h>

namespace spile {

namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

static bool isBelow(llvm::StringRef Path, llvm::StringRef Folder) {
  return Folder == "/" || Path == Folder ||
         (Path.starts_with(Folder) && Path[Folder.size()] == '/');
}

Mirror::Mirror(const std::string &Folder, const std::vector<std::string> &Paths)
    : Output(cleanPath(Folder)), Top(cleanPath(".")) {
  for (const std::string &Given : Paths) {
    std::string Path = cleanPath(Given);
    bool IsFolder = fs::is_directory(Path);
    if (IsFolder)
      Folders.push_back(Path);
    else if (fs::is_symlink_file(Path))
      Links.push_back(Path);
    if (!IsFolder)
      Path = path::parent_path(Path).str();
    while (!isBelow(Path, Top))
      Top = path::parent_path(Top).str();
  }
}

std::string Mirror::placeOf(llvm::StringRef Source) const {
  if (!isBelow(Source, Top))
    return "";
  Source = Source.drop_front(Top.size());
  Source.consume_front("/");
  return Output + "/" + Source.str();
}

static llvm::Error copyLink(const std::string &From, const std::string &To) {
  llvm::SmallString<256> Target;
  Target.resize(4096);
  ssize_t Size = ::readlink(From.c_str(), Target.data(), Target.size());
  if (Size < 0)
    return llvm::createStringError("%s: cannot be read", From.c_str());
  Target.resize(static_cast<size_t>(Size));
  (void)fs::create_directories(path::parent_path(To));
  (void)fs::remove(To);
  if (::symlink(Target.c_str(), To.c_str()) != 0)
    return llvm::createStringError("%s: cannot make the link", To.c_str());
  return llvm::Error::success();
}

llvm::Error
Mirror::copyFolder(const std::string &Folder,
                   const std::map<std::string, std::string> &Texts) const {
  std::error_code Error;
  fs::recursive_directory_iterator It(Folder, Error, /*follow=*/false), End;
  for (; !Error && It != End; It.increment(Error)) {
    std::string From = It->path();
    if (path::filename(From) == ".git" || isBelow(From, Output)) {
      It.no_push();
    } else if (It->type() == fs::file_type::symlink_file) {
      if (!Texts.count(From))
        if (llvm::Error E = copyLink(From, placeOf(From)))
          return E;
    } else if (It->type() == fs::file_type::regular_file &&
               !Texts.count(From)) {
      auto Text = llvm::MemoryBuffer::getFile(From, false, false);
      if (!Text)
        return llvm::createStringError(Text.getError(), "%s: %s", From.c_str(),
                                       Text.getError().message().c_str());
      if (llvm::Error E =
              writeMirrored(placeOf(From), (*Text)->getBuffer(), From))
        return E;
    }
  }
  if (Error)
    return llvm::createStringError(Error, "%s: %s", Folder.c_str(),
                                   Error.message().c_str());
  return llvm::Error::success();
}

llvm::Error
Mirror::write(const std::map<std::string, std::string> &Texts) const {
  for (const auto &[From, Text] : Texts)
    if (llvm::Error E = writeMirrored(placeOf(From), Text, From))
      return E;
  for (const std::string &Folder : Folders)
    if (llvm::Error E = copyFolder(Folder, Texts))
      return E;
  for (const std::string &Link : Links)
    if (!Texts.count(Link))
      if (llvm::Error E = copyLink(Link, placeOf(Link)))
        return E;
  return llvm::Error::success();
}

} // namespace spile
