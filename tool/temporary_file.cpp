#include "tool/temporary_file.h"
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/raw_ostream.h>
#include <sys/stat.h>
#include <unistd.h>

namespace spile {
namespace {

llvm::Error failed(const std::string &Path, const char *What) {
  std::error_code Code(errno, std::generic_category());
  return llvm::createStringError(Code, "%s: %s: %s", Path.c_str(), What,
                                 Code.message().c_str());
}

llvm::Error fill(const TemporaryFile &File, llvm::StringRef Text,
                 const std::string &To) {
  struct stat Old;
  mode_t Mode = ::stat(To.c_str(), &Old) == 0
                    ? Old.st_mode & 07777
                    : 0666 & ~llvm::sys::fs::getUmask();
  if (::fchmod(File.Fd, Mode) != 0)
    return failed(To, "cannot give it its mode");
  llvm::raw_fd_ostream Out(File.Fd, /*shouldClose=*/false);
  Out << Text;
  Out.flush();
  std::error_code Code = Out.error();
  Out.clear_error();
  if (Code)
    return llvm::createStringError(Code, "%s: cannot write: %s", To.c_str(),
                                   Code.message().c_str());
  if (::rename(File.Path.c_str(), To.c_str()) != 0)
    return failed(To, "cannot replace");
  return llvm::Error::success();
}

} // namespace

llvm::Expected<TemporaryFile> makeTemporary(llvm::StringRef Model) {
  TemporaryFile Out{-1, (Model + "XXXXXX").str()};
  Out.Fd = ::mkostemp(Out.Path.data(), O_CLOEXEC);
  if (Out.Fd < 0)
    return failed(Model.str(), "cannot make a file of this name");
  return Out;
}

llvm::Error replaceFile(const std::string &Path, llvm::StringRef Text) {
  llvm::Expected<TemporaryFile> File = makeTemporary(Path + ".");
  if (!File)
    return File.takeError();
  llvm::Error Failed = fill(*File, Text, Path);
  ::close(File->Fd);
  if (Failed)
    ::unlink(File->Path.c_str());
  return Failed;
}

} // namespace spile
