#include "rewriters/rewrite_file.h"
#include "rewriters/include_header.h"
#include "rewriters/strip.h"
#include "rewriters/timing_scope.h"

namespace spile {

static bool behindBrace(llvm::StringRef Text, unsigned Offset) {
  if (Offset == 0 || Offset > Text.size())
    return false;
  llvm::StringRef Before = Text.take_front(Offset);
  return Before.ends_with("{") || Before.ends_with("<%");
}

// Deleting the insertions must give the original bytes, both by their places
// and by what strip() recognises in the text later, when the places are
// forgotten.
static llvm::Error prove(llvm::StringRef Original, const EditSet &Edits) {
  std::string Text = applyEdits(Original, Edits);
  llvm::Expected<std::string> Back = removeEdits(Text, Edits);
  if (!Back)
    return Back.takeError();
  if (*Back != Original || strip(Text).Original != Original)
    return llvm::createStringError(
        "its insertions could not be taken out again; please report this");
  return llvm::Error::success();
}

llvm::Expected<EditSet> fileEdits(llvm::StringRef Original,
                                  const std::vector<FunctionSite> &Sites,
                                  const std::vector<OuterRange> &Outer,
                                  Clock Kind) {
  EditSet Edits;
  for (const FunctionSite &Site : Sites) {
    if (Site.What != Verdict::Instrument)
      continue;
    if (!behindBrace(Original, Site.BodyOffset))
      return llvm::createStringError("no opening brace before byte %u (%s)",
                                     Site.BodyOffset, Site.Name.c_str());
    if (!Edits.add(scopeEdit(Site)))
      return llvm::createStringError("two functions at byte %u (%s)",
                                     Site.BodyOffset, Site.Name.c_str());
  }
  if (Edits.empty())
    return Edits;
  Edits.add(includeEdit(Original, Outer, Edits, Kind));
  if (llvm::Error E = prove(Original, Edits))
    return E;
  return Edits;
}

} // namespace spile
