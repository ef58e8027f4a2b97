#include "matchers/pattern.h"
#include <llvm/Support/Path.h>

namespace spile {

using llvm::StringRef;

static llvm::Error failure(const std::string &Text) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), "%s",
                                 Text.c_str());
}

static llvm::Expected<llvm::Regex> compile(StringRef Text) {
  llvm::Regex Expression(Text);
  std::string Why;
  if (!Expression.isValid(Why))
    return failure(Why);
  return Expression;
}

static std::string escaped(StringRef Text) {
  std::string Out;
  for (const char C : Text) {
    if (StringRef("()^$|*+?.[]\\{}").contains(C))
      Out += '\\';
    Out += C;
  }
  return Out;
}

// What a glob's wildcards stand for.
struct Wildcards {
  StringRef One, Many, ManyFolders, TwoStars;
};
static constexpr Wildcards InNames{".", ".*", "", ".*"};
static constexpr Wildcards InFiles{"[^/]", "[^/]*", "(.*/)?", ".*"};

static llvm::Expected<std::string> toExpression(StringRef Glob,
                                                const Wildcards &W) {
  std::string Out;
  while (!Glob.empty()) {
    if (!W.ManyFolders.empty() && Glob.consume_front("**/")) {
      Out += W.ManyFolders;
    } else if (Glob.consume_front("**")) {
      Out += W.TwoStars;
    } else if (Glob.consume_front("*")) {
      Out += W.Many;
    } else if (Glob.consume_front("?")) {
      Out += W.One;
    } else if (Glob.starts_with("[")) {
      // A ] that comes first is one of the characters.
      size_t End = Glob.size() > 1 && StringRef("!^").contains(Glob[1]) ? 2 : 1;
      End = Glob.find(']', End + 1);
      if (End == StringRef::npos)
        return failure("a [ without its ]; write \\[ for the character itself");
      StringRef Set = Glob.slice(1, End);
      const bool Not = Set.consume_front("!") || Set.consume_front("^");
      Out += (Not ? "[^" : "[") + Set.str() + "]";
      Glob = Glob.drop_front(End + 1);
    } else {
      if (Glob[0] == '\\' && Glob.size() == 1)
        return failure("a \\ at the end escapes nothing");
      Glob.consume_front("\\");
      Out += escaped(Glob.take_front());
      Glob = Glob.drop_front();
    }
  }
  return Out;
}

llvm::Expected<NamePattern> NamePattern::create(StringRef Text) {
  NamePattern Pattern;
  if (Text.empty())
    return failure("the pattern is empty");
  if (Text.size() > 2 && Text.starts_with("/") && Text.ends_with("/")) {
    auto Expression = compile(Text.drop_front().drop_back());
    if (!Expression)
      return Expression.takeError();
    Pattern.Expression = std::move(*Expression);
    return Pattern;
  }
  Text.consume_front("::");
  // These brackets are part of an operator's name, not a set of characters.
  StringRef Glob = Text, Brackets;
  if (Text.ends_with("operator[]") || Text.ends_with("operator new[]") ||
      Text.ends_with("operator delete[]")) {
    Glob = Text.drop_back(2);
    Brackets = Text.take_back(2);
  }
  if (Glob.find_first_of("*?[\\") == StringRef::npos) {
    Pattern.Exact = Text.str();
    return Pattern;
  }
  auto Translated = toExpression(Glob, InNames);
  if (!Translated)
    return Translated.takeError();
  auto Expression = compile("^" + *Translated + escaped(Brackets) + "$");
  if (!Expression)
    return Expression.takeError();
  Pattern.Expression = std::move(*Expression);
  return Pattern;
}

bool NamePattern::matches(StringRef QualifiedName) const {
  return Exact ? QualifiedName == *Exact : Expression.match(QualifiedName);
}

llvm::Expected<FilePattern> FilePattern::create(StringRef Text,
                                                StringRef Root) {
  if (Text.empty())
    return failure("the pattern is empty");
  std::string Folder;
  if (!Text.starts_with("/")) {
    for (;;)
      if (Text.consume_front("../"))
        Root = llvm::sys::path::parent_path(Root);
      else if (!Text.consume_front("./"))
        break;
    Folder = escaped(Root.rtrim('/')) + "/";
  }
  auto Translated = toExpression(Text, InFiles);
  if (!Translated)
    return Translated.takeError();
  const StringRef Below = Text.ends_with("/") ? ".*" : "";
  auto Expression = compile("^" + Folder + *Translated + Below.str() + "$");
  if (!Expression)
    return Expression.takeError();
  return FilePattern(std::move(*Expression));
}

} // namespace spile
