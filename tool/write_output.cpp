#include "tool/write_output.h"
#include "tool/temporary_file.h"
#include <cerrno>
#include <fcntl.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Path.h>
#include <llvm/Support/Signals.h>
#include <sys/stat.h>
#include <unistd.h>

namespace spile {

namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

namespace {

llvm::Error failed(const std::string &Path, const char *What) {
  return llvm::createStringError(
      std::error_code(errno, std::generic_category()), "%s: %s: %s",
      Path.c_str(), What, std::generic_category().message(errno).c_str());
}

llvm::Error writeAll(int Fd, llvm::StringRef Text, const std::string &Path) {
  while (!Text.empty()) {
    ssize_t Wrote = ::write(Fd, Text.data(), Text.size());
    if (Wrote < 0 && errno == EINTR)
      continue;
    if (Wrote < 0)
      return failed(Path, "cannot write");
    Text = Text.drop_front(static_cast<size_t>(Wrote));
  }
  return llvm::Error::success();
}

bool holds(const std::string &Path, llvm::StringRef Text) {
  auto Now =
      llvm::MemoryBuffer::getFile(Path, false, false, /*IsVolatile=*/true);
  return Now && (*Now)->getBuffer() == Text;
}

// Mode and owner of the file that is replaced; as far as we may.
llvm::Error copyOwner(int Fd, const std::string &Like,
                      const std::string &Path) {
  struct stat Old;
  if (::stat(Like.c_str(), &Old) != 0)
    return errno == ENOENT ? llvm::Error::success()
                           : failed(Like, "cannot stat");
  struct stat New;
  if (::fstat(Fd, &New) != 0)
    return failed(Path, "cannot stat");
  if ((New.st_uid != Old.st_uid || New.st_gid != Old.st_gid) &&
      ::fchown(Fd, Old.st_uid, Old.st_gid) != 0)
    return failed(Path, "cannot keep the owner");
  if (::fchmod(Fd, Old.st_mode & 07777) != 0)
    return failed(Path, "cannot keep the mode");
  return llvm::Error::success();
}

void syncFolder(const std::string &Path) {
  int Fd =
      ::open(path::parent_path(Path).str().c_str(), O_RDONLY | O_DIRECTORY);
  if (Fd >= 0) {
    ::fsync(Fd);
    ::close(Fd);
  }
}

// A temporary file beside Target that is gone unless kept.
class Temporary {
public:
  llvm::Error open(const std::string &Target) {
    llvm::SmallString<256> Model(path::parent_path(Target));
    path::append(Model, "." + path::filename(Target) + ".spile-");
    llvm::Expected<TemporaryFile> Made = makeTemporary(Model);
    if (!Made)
      return llvm::createStringError("%s: cannot write beside it: %s",
                                     Target.c_str(),
                                     llvm::toString(Made.takeError()).c_str());
    Fd = Made->Fd;
    Name = Made->Path;
    llvm::sys::RemoveFileOnSignal(Name);
    return llvm::Error::success();
  }

  llvm::Error renameTo(const std::string &Target) {
    if (::fsync(Fd) != 0)
      return failed(Name, "cannot sync");
    if (::rename(Name.c_str(), Target.c_str()) != 0)
      return failed(Target, "cannot replace");
    llvm::sys::DontRemoveFileOnSignal(Name);
    Name.clear();
    return llvm::Error::success();
  }

  ~Temporary() {
    if (Fd >= 0)
      ::close(Fd);
    if (!Name.empty()) {
      ::unlink(Name.c_str());
      llvm::sys::DontRemoveFileOnSignal(Name);
    }
  }

  int Fd = -1;
  std::string Name;
};

llvm::Error writeLike(const std::string &Path, llvm::StringRef Text,
                      const std::string &Like,
                      std::optional<llvm::StringRef> Expected) {
  Temporary Temp;
  if (llvm::Error E = Temp.open(Path))
    return E;
  if (llvm::Error E = writeAll(Temp.Fd, Text, Temp.Name))
    return E;
  if (llvm::Error E = copyOwner(Temp.Fd, Like, Temp.Name))
    return E;
  if (Expected && !holds(Path, *Expected))
    return llvm::createStringError(
        "%s: changed since it was read; left as it is", Path.c_str());
  if (llvm::Error E = Temp.renameTo(Path))
    return E;
  syncFolder(Path);
  return llvm::Error::success();
}

} // namespace

llvm::Error writeWhole(const std::string &Path, llvm::StringRef Text,
                       std::optional<llvm::StringRef> Expected) {
  llvm::SmallString<256> Target(Path);
  if (fs::is_symlink_file(Path))
    if (std::error_code Error = fs::real_path(Path, Target))
      return llvm::createStringError(Error, "%s: %s", Path.c_str(),
                                     Error.message().c_str());
  std::string Real = Target.str().str();
  return writeLike(Real, Text, Real, Expected);
}

llvm::Error writeMirrored(const std::string &Path, llvm::StringRef Text,
                          const std::string &Like) {
  if (std::error_code Error = fs::create_directories(path::parent_path(Path)))
    return llvm::createStringError(Error, "%s: cannot make its folder: %s",
                                   Path.c_str(), Error.message().c_str());
  if (holds(Path, Text))
    return llvm::Error::success();
  return writeLike(Path, Text, Like, std::nullopt);
}

} // namespace spile
