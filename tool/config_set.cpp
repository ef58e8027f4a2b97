#include "tool/config_set.h"
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Path.h>

namespace spile {

// The rules of the command line, read by the one parser of rules.
static std::string ruleText(const std::vector<std::string> &Functions) {
  std::string Text = "instrument:\n  - functions:\n";
  for (const std::string &F : Functions) {
    Text += "    - '";
    for (char C : F)
      Text += C == '\'' ? std::string("''") : std::string(1, C);
    Text += "'\n";
  }
  return Text;
}

std::shared_ptr<const Config> ConfigSet::load(const std::string &Path,
                                              llvm::StringRef Root) {
  std::optional<Config> Cfg = defaultConfig(Root);
  if (!Path.empty()) {
    auto Text = llvm::MemoryBuffer::getFile(Path);
    if (!Text) {
      Problems.push_back({Severity::Error, Path, 0, 0,
                          "cannot be read: " + Text.getError().message()});
      return nullptr;
    }
    Cfg = parseConfig((*Text)->getBuffer(), Path, Problems);
  }
  if (Cfg && !Functions.empty()) {
    auto Rules = parseConfig(ruleText(Functions), "--functions", Problems);
    if (!Rules)
      return nullptr;
    Cfg->Rules = std::move(Rules->Rules);
    Cfg->ExactNames = std::move(Rules->ExactNames);
    for (ExactName &Name : Cfg->ExactNames)
      Name.Line = Name.Column = 0; // not of the file
  }
  return Cfg ? std::make_shared<const Config>(std::move(*Cfg)) : nullptr;
}

std::shared_ptr<const Config> ConfigSet::of(llvm::StringRef Source) {
  std::string Root = llvm::sys::path::parent_path(Source).str();
  std::string Path = File.empty() ? findConfig(Source).value_or("") : File;
  auto [At, New] = Loaded.try_emplace(Path.empty() ? Root + "/" : Path);
  if (New)
    At->second = load(Path, Root);
  return At->second;
}

} // namespace spile
