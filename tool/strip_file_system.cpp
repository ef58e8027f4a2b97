#include "tool/strip_file_system.h"
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Path.h>

namespace spile {
namespace {

class LoadedFile : public llvm::vfs::File {
public:
  LoadedFile(llvm::vfs::Status InStat,
             std::unique_ptr<llvm::MemoryBuffer> InText)
      : Stat(std::move(InStat)), Text(std::move(InText)) {}

  llvm::ErrorOr<llvm::vfs::Status> status() override { return Stat; }

  llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>>
  getBuffer(const llvm::Twine &Name, int64_t, bool, bool) override {
    return llvm::MemoryBuffer::getMemBufferCopy(Text->getBuffer(), Name);
  }

  std::error_code close() override { return {}; }

private:
  llvm::vfs::Status Stat;
  std::unique_ptr<llvm::MemoryBuffer> Text;
};

} // namespace

llvm::ErrorOr<llvm::vfs::Status>
StripFileSystem::status(const llvm::Twine &Path) {
  auto Stat = ProxyFileSystem::status(Path);
  if (!Stat || !Stat->isRegularFile())
    return Stat;
  auto Open = openFileForRead(Path);
  return Open ? (*Open)->status() : Stat;
}

llvm::ErrorOr<std::unique_ptr<llvm::vfs::File>>
StripFileSystem::openFileForRead(const llvm::Twine &Path) {
  auto Open = ProxyFileSystem::openFileForRead(Path);
  if (!Open)
    return Open;
  auto Stat = (*Open)->status();
  if (!Stat || !Stat->isRegularFile())
    return Open;
  auto Text = (*Open)->getBuffer(Path);
  if (!Text)
    return Text.getError();
  if ((*Text)->getBuffer().contains("#include <spile/scope")) {
    Stripped Clean = strip((*Text)->getBuffer());
    llvm::SmallString<256> Key;
    Path.toVector(Key);
    (void)makeAbsolute(Key);
    llvm::sys::path::remove_dots(Key, true);
    Taken.emplace(Key.str(), (*Text)->getBuffer().str());
    *Text = llvm::MemoryBuffer::getMemBufferCopy(Clean.Original, Path);
  }
  auto Size = (*Text)->getBufferSize();
  return std::make_unique<LoadedFile>(
      llvm::vfs::Status::copyWithNewSize(*Stat, Size), std::move(*Text));
}

const std::string *StripFileSystem::onDisk(llvm::StringRef Path) const {
  auto Found = Taken.find(Path);
  return Found == Taken.end() ? nullptr : &Found->second;
}

} // namespace spile
