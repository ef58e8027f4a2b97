#include "tool/answer_cache.h"
#include "tool/temporary_file.h"
#include <cstdlib>
#include <llvm/ADT/SmallString.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Path.h>
#include <llvm/Support/SHA1.h>
#include <llvm/Support/raw_ostream.h>

namespace spile {
namespace {

// "count\n" then each string as "length\nbytes\n"; the key is the first.
constexpr llvm::StringLiteral Magic = "spile answer 1\n";

std::string encode(llvm::StringRef Key,
                   const std::vector<std::string> &Answer) {
  std::string Out = Magic.str();
  auto Put = [&](llvm::StringRef S) {
    Out += std::to_string(S.size()) + '\n' + S.str() + '\n';
  };
  Out += std::to_string(Answer.size()) + '\n';
  Put(Key);
  for (const std::string &S : Answer)
    Put(S);
  return Out;
}

bool takeNumber(llvm::StringRef &Text, size_t &Number) {
  auto [Line, Rest] = Text.split('\n');
  Text = Rest;
  return !Line.getAsInteger(10, Number);
}

bool takeString(llvm::StringRef &Text, std::string &Out) {
  size_t Size = 0;
  if (!takeNumber(Text, Size) || Size >= Text.size() || Text[Size] != '\n')
    return false;
  Out = Text.take_front(Size).str();
  Text = Text.drop_front(Size + 1);
  return true;
}

std::optional<std::vector<std::string>> decode(llvm::StringRef Text,
                                               llvm::StringRef Key) {
  size_t Count = 0;
  std::string Stored;
  if (!Text.consume_front(Magic) || !takeNumber(Text, Count) ||
      !takeString(Text, Stored) || Stored != Key)
    return std::nullopt;
  std::vector<std::string> Answer;
  for (; Count > 0; --Count)
    if (!takeString(Text, Answer.emplace_back()))
      return std::nullopt;
  if (!Text.empty())
    return std::nullopt;
  return Answer;
}

std::string pathOf(llvm::StringRef Folder, llvm::StringRef Key) {
  return (Folder + "/" + hashName(Key)).str();
}

} // namespace

std::string answerFolder() {
  llvm::SmallString<256> Path;
  const char *Cache = std::getenv("XDG_CACHE_HOME");
  const char *Home = std::getenv("HOME");
  if (Cache && *Cache == '/')
    Path = Cache;
  else if (Home && *Home == '/')
    llvm::sys::path::append(Path, Home, ".cache");
  else
    return "";
  llvm::sys::path::append(Path, "spile");
  if (llvm::sys::fs::create_directories(Path))
    return "";
  return Path.str().str();
}

std::string hashName(llvm::StringRef Key) {
  llvm::SHA1 Hash;
  Hash.update(Key);
  return llvm::toHex(Hash.final(), /*LowerCase=*/true).substr(0, 32);
}

std::optional<std::vector<std::string>> loadAnswer(llvm::StringRef Key) {
  std::string Folder = answerFolder();
  if (Folder.empty())
    return std::nullopt;
  auto Buffer = llvm::MemoryBuffer::getFile(pathOf(Folder, Key));
  if (!Buffer)
    return std::nullopt;
  return decode((*Buffer)->getBuffer(), Key);
}

void storeAnswer(llvm::StringRef Key, const std::vector<std::string> &Answer) {
  std::string Folder = answerFolder();
  if (Folder.empty())
    return;
  // Not stored is only slower.
  llvm::consumeError(replaceFile(pathOf(Folder, Key), encode(Key, Answer)));
}

} // namespace spile
