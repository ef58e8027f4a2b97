// The configurations of a run: one for each `.spile.yaml` that a source finds.
#pragma once

#include "matchers/config.h"
#include <map>
#include <memory>

namespace spile {

class ConfigSet {
public:
  // `OneFile`: the one configuration for all sources; empty: looked for.
  // `Patterns`: in place of the rules; may be empty.
  ConfigSet(std::string OneFile, std::vector<std::string> Patterns)
      : File(std::move(OneFile)), Functions(std::move(Patterns)) {}

  // The configuration for an absolute source path; null when it has errors,
  // which are in problems() once.
  std::shared_ptr<const Config> of(llvm::StringRef Source);

  const Diagnostics &problems() const { return Problems; }

private:
  std::shared_ptr<const Config> load(const std::string &Path,
                                     llvm::StringRef Root);

  std::string File;
  std::vector<std::string> Functions;
  std::map<std::string, std::shared_ptr<const Config>> Loaded;
  Diagnostics Problems;
};

} // namespace spile
