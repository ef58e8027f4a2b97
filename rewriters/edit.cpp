#include "rewriters/edit.h"
#include <algorithm>
#include <cassert>

namespace spile {

bool EditSet::add(Edit E) {
  auto At = std::lower_bound(
      Sorted.begin(), Sorted.end(), E.Offset,
      [](const Edit &L, unsigned Offset) { return L.Offset < Offset; });
  if (At != Sorted.end() && At->Offset == E.Offset)
    return At->Text == E.Text;
  Sorted.insert(At, std::move(E));
  return true;
}

std::string applyEdits(llvm::StringRef Original, const EditSet &Edits) {
  std::string Text;
  size_t Done = 0;
  for (const Edit &E : Edits.edits()) {
    assert(E.Offset <= Original.size());
    Text += Original.slice(Done, E.Offset);
    Text += E.Text;
    Done = E.Offset;
  }
  Text += Original.substr(Done);
  return Text;
}

llvm::Expected<std::string> removeEdits(llvm::StringRef Text,
                                        const EditSet &Edits) {
  std::string Original;
  for (const Edit &E : Edits.edits()) {
    size_t Take = E.Offset - Original.size();
    if (Take > Text.size() || !Text.substr(Take).starts_with(E.Text))
      return llvm::createStringError("no insertion at byte %u of the original",
                                     E.Offset);
    Original += Text.take_front(Take);
    Text = Text.drop_front(Take + E.Text.size());
  }
  Original += Text;
  return Original;
}

} // namespace spile
