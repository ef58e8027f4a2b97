#include "tests/support/marked_code.h"

namespace spile::test {

MarkedCode::MarkedCode(std::string_view Marked) {
  std::vector<unsigned> Open;
  while (!Marked.empty()) {
    const unsigned Here = unsigned(Text.size());
    if (Marked.starts_with("[[")) {
      Open.push_back(Here);
      Marked.remove_prefix(2);
    } else if (Marked.starts_with("]]") && !Open.empty()) {
      Ranges.emplace_back(Open.back(), Here);
      Open.pop_back();
      Marked.remove_prefix(2);
    } else if (Marked.front() == '^') {
      Points.push_back(Here);
      Marked.remove_prefix(1);
    } else {
      Text += Marked.front();
      Marked.remove_prefix(1);
    }
  }
}

std::pair<unsigned, unsigned> lineAndColumn(std::string_view Text,
                                            unsigned Offset) {
  unsigned Line = 1, Column = 1;
  for (const char C : Text.substr(0, Offset)) {
    Column = C == '\n' ? 1 : Column + 1;
    Line += C == '\n';
  }
  return {Line, Column};
}

} // namespace spile::test
