// The shape of a configuration file: keys, lists and scalars.
#include "matchers/config_fragment.h"
#include "matchers/nearest.h"
#include <functional>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/JSON.h>
#include <llvm/Support/SourceMgr.h>
#include <llvm/Support/YAMLParser.h>
#include <map>

namespace spile {

namespace {

namespace yaml = llvm::yaml;

// What a key's value is read with; an unknown key has none.
using Reader = std::function<void(yaml::Node &Value, const Scalar &Key)>;
using Readers = std::vector<std::pair<llvm::StringRef, Reader>>;

class ShapeReader {
public:
  ShapeReader(llvm::StringRef InText, llvm::StringRef InPath,
              Diagnostics &InOut)
      : Text(InText), Path(InPath), Out(InOut) {
    Sources.setDiagHandler(onYamlError, this);
  }

  Fragment read();

private:
  static void onYamlError(const llvm::SMDiagnostic &D, void *Self);
  void error(unsigned Line, unsigned Column, std::string Message);
  void error(const Scalar &At, std::string Message);
  Scalar placeOf(size_t Offset) const;
  Scalar whereIs(const yaml::Node &Node) const;
  bool checkEncoding();

  void document(yaml::Node *Root, Fragment &Into);
  void mapping(yaml::Node &Node, const std::string &What, const Readers &Keys,
               unsigned *FirstLine = nullptr);
  void rules(yaml::Node &Node, Fragment &Into);
  void rule(yaml::Node &Node, Fragment &Into);
  std::optional<Scalar> scalar(yaml::Node &Node);
  Reader one(std::optional<Scalar> &Into);
  Reader list(std::optional<ScalarList> &Into);
  Reader later();

  llvm::StringRef Text;
  std::string Path;
  Diagnostics &Out;
  llvm::SourceMgr Sources;
};

void ShapeReader::error(unsigned Line, unsigned Column, std::string Message) {
  Out.push_back({Severity::Error, Path, Line, Column, std::move(Message)});
}

void ShapeReader::error(const Scalar &At, std::string Message) {
  error(At.Line, At.Column, std::move(Message));
}

void ShapeReader::onYamlError(const llvm::SMDiagnostic &D, void *Self) {
  std::string Message = D.getMessage().str();
  if (!Message.empty())
    Message[0] = llvm::toLower(Message[0]);
  if (llvm::StringRef(Message).contains("empty alias"))
    Message = "a pattern that begins with * must be quoted: \"*\"";
  static_cast<ShapeReader *>(Self)->error(unsigned(std::max(D.getLineNo(), 0)),
                                          unsigned(D.getColumnNo() + 1),
                                          "invalid YAML: " + Message);
}

Scalar ShapeReader::placeOf(size_t Offset) const {
  const llvm::StringRef Before = Text.take_front(Offset);
  Scalar Place;
  Place.Line = unsigned(Before.count('\n')) + 1;
  Place.Column = unsigned(Before.size() - (Before.rfind('\n') + 1)) + 1;
  return Place;
}

Scalar ShapeReader::whereIs(const yaml::Node &Node) const {
  const char *At = Node.getSourceRange().Start.getPointer();
  if (At < Text.begin() || At > Text.end())
    At = Text.end();
  llvm::StringRef Before(Text.data(), size_t(At - Text.data()));
  // The parser's place of these is behind their first character.
  if (llvm::isa<yaml::AliasNode>(Node))
    Before = Before.take_front(Before.rfind('*'));
  else if (llvm::isa<yaml::MappingNode, yaml::SequenceNode>(Node) &&
           (Before.ends_with("[") || Before.ends_with("{")))
    Before = Before.drop_back();
  return placeOf(Before.size());
}

bool ShapeReader::checkEncoding() {
  size_t Bad = 0;
  const bool Utf8 = llvm::json::isUTF8(Text, &Bad);
  if (Utf8)
    Bad = Text.find('\0');
  if (Bad == llvm::StringRef::npos)
    return true;
  if (Utf8 && Bad >= Text.size())
    return true;
  error(placeOf(Bad), Utf8 ? "a zero byte; the file must be UTF-8 text"
                           : "not UTF-8; the file must be UTF-8 text");
  return false;
}

std::optional<Scalar> ShapeReader::scalar(yaml::Node &Node) {
  Scalar S = whereIs(Node);
  if (auto *Plain = llvm::dyn_cast<yaml::ScalarNode>(&Node)) {
    llvm::SmallString<128> Storage;
    S.Value = Plain->getValue(Storage).str();
    S.Raw = Plain->getRawValue();
    return S;
  }
  if (auto *Block = llvm::dyn_cast<yaml::BlockScalarNode>(&Node)) {
    S.Value = llvm::StringRef(Block->getValue()).rtrim().str();
    const llvm::SMRange Range = Node.getSourceRange();
    S.Raw = llvm::StringRef(
        Range.Start.getPointer(),
        size_t(Range.End.getPointer() - Range.Start.getPointer()));
    return S;
  }
  if (llvm::isa<yaml::AliasNode>(Node))
    error(S, "an alias; a pattern that begins with * must be quoted: \"*\"");
  return std::nullopt;
}

Reader ShapeReader::one(std::optional<Scalar> &Into) {
  return [this, &Into](yaml::Node &Value, const Scalar &Key) {
    if (auto S = scalar(Value)) {
      Into = std::move(S);
    } else if (!llvm::isa<yaml::AliasNode>(Value)) {
      error(Key, "'" + Key.Value + "' must be one value");
      Value.skip();
    }
  };
}

Reader ShapeReader::list(std::optional<ScalarList> &Into) {
  return [this, &Into](yaml::Node &Value, const Scalar &Key) {
    Into = ScalarList{Key.Line, Key.Column, {}};
    auto Item = [&](yaml::Node &Node) {
      if (auto S = scalar(Node)) {
        Into->Items.push_back(std::move(*S));
      } else if (!llvm::isa<yaml::AliasNode>(Node)) {
        error(whereIs(Node),
              "'" + Key.Value + "' must be a value or a list of values");
        Node.skip();
      }
    };
    auto *Sequence = llvm::dyn_cast<yaml::SequenceNode>(&Value);
    if (!Sequence)
      return Item(Value);
    bool Empty = true;
    for (yaml::Node &Node : *Sequence) {
      Item(Node);
      Empty = false;
    }
    if (Empty && !Sequence->failed())
      error(Key, "'" + Key.Value + "' is empty");
  };
}

Reader ShapeReader::later() {
  return [this](yaml::Node &Value, const Scalar &Key) {
    error(Key, "'" + Key.Value + "' is not available in this version");
    Value.skip();
  };
}

void ShapeReader::mapping(yaml::Node &Node, const std::string &What,
                          const Readers &Keys, unsigned *FirstLine) {
  auto *Map = llvm::dyn_cast<yaml::MappingNode>(&Node);
  if (!Map) {
    error(whereIs(Node), What + " must be keys with values");
    return Node.skip();
  }
  std::vector<llvm::StringRef> Names;
  for (const auto &[Name, Read] : Keys)
    Names.push_back(Name);
  std::map<std::string, unsigned> Seen;
  for (yaml::KeyValueNode &Pair : *Map) {
    yaml::Node *KeyNode = Pair.getKey();
    if (!KeyNode || KeyNode->failed())
      return;
    const auto Key = scalar(*KeyNode);
    if (!Key) {
      error(whereIs(*KeyNode), "a key must be one word");
      Pair.skip();
      continue;
    }
    if (FirstLine && !*FirstLine)
      *FirstLine = Key->Line;
    yaml::Node *Value = Pair.getValue();
    if (!Value || Value->failed())
      return;
    const auto Known = llvm::find_if(
        Keys, [&](const auto &Entry) { return Entry.first == Key->Value; });
    const auto [First, New] = Seen.try_emplace(Key->Value, Key->Line);
    if (Known == Keys.end())
      error(*Key,
            "unknown key '" + Key->Value + "'" + didYouMean(Key->Value, Names));
    else if (!New)
      error(*Key, "duplicate key '" + Key->Value + "', first on line " +
                      std::to_string(First->second));
    else if (llvm::isa<yaml::NullNode>(Value))
      error(*Key, "'" + Key->Value + "' has no value");
    else {
      Known->second(*Value, *Key);
      continue;
    }
    Value->skip();
  }
}

void ShapeReader::rule(yaml::Node &Node, Fragment &Into) {
  Fragment::RuleBlock Rule;
  mapping(Node, "a rule",
          {{"functions", list(Rule.Functions)},
           {"except", list(Rule.Except)},
           {"files", list(Rule.Files)},
           {"min-statements", one(Rule.MinStatements)},
           {"matcher", one(Rule.Matcher)},
           {"probes", list(Rule.Probes)}},
          &Rule.Line);
  if (!Rule.Line)
    Rule.Line = whereIs(Node).Line;
  Into.Rules->push_back(std::move(Rule));
}

void ShapeReader::rules(yaml::Node &Node, Fragment &Into) {
  Into.Rules.emplace();
  if (auto *Sequence = llvm::dyn_cast<yaml::SequenceNode>(&Node)) {
    for (yaml::Node &Item : *Sequence)
      rule(Item, Into);
  } else {
    rule(Node, Into);
  }
}

void ShapeReader::document(yaml::Node *Root, Fragment &Into) {
  if (!Root || llvm::isa<yaml::NullNode>(Root))
    return;
  const Reader Exclude = [&](yaml::Node &Value, const Scalar &) {
    mapping(Value, "'exclude'",
            {{"functions", list(Into.Exclude.Functions)},
             {"files", list(Into.Exclude.Files)}});
  };
  const Reader Rules = [&](yaml::Node &Value, const Scalar &) {
    rules(Value, Into);
  };
  mapping(*Root, "the file",
          {{"provider", one(Into.Provider)},
           {"clock", one(Into.Clock)},
           {"headers", one(Into.Headers)},
           {"lambdas", one(Into.Lambdas)},
           {"strict", one(Into.Strict)},
           {"exclude", Exclude},
           {"instrument", Rules},
           {"events", later()}});
}

// The YAML parser recurses for each level; a sane file has four.
static bool isTooDeep(llvm::StringRef Text) {
  constexpr int Most = 200;
  int Brackets = 0, Entries = 0;
  for (size_t I = 0; I < Text.size(); ++I) {
    const char C = Text[I];
    Brackets += (C == '[' || C == '{') - (C == ']' || C == '}');
    if (llvm::StringRef("-?:").contains(C) && Text.substr(I + 1, 1) == " ")
      ++Entries; // "- - - x"
    else if (C != ' ')
      Entries = 0;
    if (Brackets > Most || Entries > Most)
      return true;
  }
  return false;
}

// LLVM's scanner reads past its end at a verbatim tag that is not closed.
static size_t findVerbatimTag(llvm::StringRef Text) {
  for (size_t At = Text.find("!<"); At != llvm::StringRef::npos;
       At = Text.find("!<", At + 1))
    if (At == 0 || llvm::StringRef(" \n\t\r,[{").contains(Text[At - 1]))
      return At;
  return llvm::StringRef::npos;
}

// The `---` that is not the first line with content.
static size_t secondDocument(llvm::StringRef Text) {
  bool Content = false;
  for (size_t At = 0; At < Text.size();) {
    const llvm::StringRef Line =
        Text.substr(At).take_until([](char C) { return C == '\n'; });
    if (Content && Line.starts_with("---"))
      return At;
    Content |= !Line.trim().empty() && !Line.starts_with("#") &&
               !Line.starts_with("%");
    At += Line.size() + 1;
  }
  return Text.size();
}

Fragment ShapeReader::read() {
  Fragment Into;
  if (!checkEncoding())
    return Into;
  if (isTooDeep(Text)) {
    error(0, 0, "invalid YAML: nested too deeply");
    return Into;
  }
  if (const size_t Tag = findVerbatimTag(Text); Tag != llvm::StringRef::npos) {
    error(placeOf(Tag), "invalid YAML: a tag; quote what begins with !<");
    return Into;
  }
  yaml::Stream Stream(Text, Sources, /*ShowColors=*/false);
  auto Document = Stream.begin();
  if (Document == Stream.end())
    return Into;
  document(Document->getRoot(), Into);
  if (!Stream.failed() && ++Document != Stream.end() && !Stream.failed())
    error(placeOf(secondDocument(Text)),
          "a second YAML document; the file holds one");
  if (Stream.failed() && !hasErrors(Out))
    error(0, 0, "invalid YAML");
  return Into;
}

} // namespace

Fragment parseFragment(llvm::StringRef Text, llvm::StringRef Path,
                       Diagnostics &Out) {
  return ShapeReader(Text, Path, Out).read();
}

} // namespace spile
