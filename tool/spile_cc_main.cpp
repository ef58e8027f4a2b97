#include "tool/launcher.h"
#include <llvm/Support/FileSystem.h>

int main(int argc, char **argv) {
  static int Here;
  return spile::runLauncher(llvm::sys::fs::getMainExecutable(argv[0], &Here),
                            std::vector<std::string>(argv + 1, argv + argc));
}
