#include "tool/launcher_work.h"
#include "tool/answer_cache.h"
#include "tool/temporary_file.h"
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace spile {
namespace {

llvm::Error failed(const std::string &What) {
  return llvm::createStringError(What + ": " + std::strerror(errno));
}

// $TMPDIR/spile-UID, ours and closed to others.
llvm::Expected<std::string> ownFolder() {
  const char *Set = std::getenv("TMPDIR");
  llvm::SmallString<128> Top(Set && *Set ? Set : "/tmp");
  (void)llvm::sys::fs::make_absolute(Top);
  std::string Path =
      (Top + "/spile-" + llvm::Twine(static_cast<unsigned>(getuid()))).str();
  if (mkdir(Path.c_str(), 0700) && errno != EEXIST)
    return failed("cannot make " + Path);
  struct stat Facts;
  if (lstat(Path.c_str(), &Facts))
    return failed("cannot look at " + Path);
  if (!S_ISDIR(Facts.st_mode) || Facts.st_uid != getuid() ||
      (Facts.st_mode & 022))
    return llvm::createStringError(Path + " is not ours alone");
  return Path;
}

// Locks the file `Path`; it may have been removed by its last owner while we
// waited, then we begin again.
llvm::Expected<int> lockFile(const std::string &Path) {
  while (true) {
    int Fd = open(Path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (Fd < 0)
      return failed("cannot open " + Path);
    while (flock(Fd, LOCK_EX) < 0 && errno == EINTR)
      ;
    struct stat Ours, Named;
    if (!fstat(Fd, &Ours) && !stat(Path.c_str(), &Named) &&
        Ours.st_ino == Named.st_ino && Ours.st_dev == Named.st_dev)
      return Fd;
    close(Fd);
  }
}

} // namespace

llvm::Expected<std::unique_ptr<WorkFolder>>
WorkFolder::make(llvm::StringRef Key) {
  llvm::Expected<std::string> Top = ownFolder();
  if (!Top)
    return Top.takeError();
  std::string Path = *Top + "/" + hashName(Key);
  llvm::Expected<int> Lock = lockFile(Path + ".lock");
  if (!Lock)
    return Lock.takeError();
  // What a killed call may have left.
  (void)llvm::sys::fs::remove_directories(Path);
  std::unique_ptr<WorkFolder> Work(new WorkFolder(Path, *Lock));
  if (mkdir(Path.c_str(), 0700))
    return failed("cannot make " + Path);
  return Work;
}

WorkFolder::~WorkFolder() { removeNow(); }

void WorkFolder::removeNow() {
  if (Lock < 0)
    return;
  (void)llvm::sys::fs::remove_directories(Path);
  unlink((Path + ".lock").c_str());
  close(Lock);
  Lock = -1;
}

llvm::Expected<std::string> WorkFolder::write(llvm::StringRef Name,
                                              llvm::StringRef Text) {
  std::string File = Path + "/" + Name.str();
  (void)llvm::sys::fs::create_directories(llvm::sys::path::parent_path(File));
  if (llvm::Error E = replaceFile(File, Text))
    return E;
  return File;
}

} // namespace spile
