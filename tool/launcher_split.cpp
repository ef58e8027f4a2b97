#include "tool/launcher_split.h"
#include "tool/launcher_signals.h"
#include <llvm/ADT/STLExtras.h>

namespace spile {
namespace {

using Strings = std::vector<std::string>;

bool asksForDependencies(const Token &T) {
  if (T.Name == "-Wp,")
    return llvm::any_of(
        T.Values, [](llvm::StringRef V) { return V == "-MD" || V == "-MMD"; });
  return T.Name == "-MD" || T.Name == "-MMD" || T.Name == "-MF" ||
         T.Name == "-MT" || T.Name == "-MQ" || T.Name == "-MP";
}

bool namesFilesAfterSource(const Token &T) {
  llvm::StringRef Raw = T.Raw[0];
  return asksForDependencies(T) || Raw == "--coverage" ||
         Raw == "-ftest-coverage" || Raw.starts_with("-fprofile") ||
         Raw.starts_with("-save-temps") || Raw.starts_with("--save-temps") ||
         Raw.starts_with("-gsplit-dwarf") || Raw.starts_with("-fdump") ||
         Raw.starts_with("-fstack-usage");
}

void drop(CommandLine &Line, llvm::function_ref<bool(const Token &)> Which) {
  for (Token &T : Line.Tokens)
    if (!T.Raw.empty() && Which(T))
      T.Raw.clear();
}

const SourcePlan *planOf(const std::vector<SourcePlan> &Plans, size_t Token) {
  for (const SourcePlan &Plan : Plans)
    if (Plan.Token == Token)
      return &Plan;
  return nullptr;
}

// The -x that holds for an input, or null.
const Token *languageBefore(const CommandLine &Line, size_t Token) {
  for (size_t I = Token; I-- > 0;)
    if (Line.Tokens[I].Name == "-x")
      return &Line.Tokens[I];
  return nullptr;
}

llvm::Error runOne(const Strings &Command, Outcome &Sum) {
  Program What;
  What.Command = Command;
  What.Environment = {"SPILE_CC=off"};
  What.CaptureOut = What.CaptureErr = true;
  llvm::Expected<Outcome> Result = run(What, runningChild());
  if (!Result)
    return Result.takeError();
  Sum.Out += Result->Out;
  Sum.Err += Result->Err;
  Sum.Status = Result->Status;
  Sum.Signal = Result->Signal;
  return llvm::Error::success();
}

} // namespace

bool needsSplit(const std::vector<SourcePlan> &Plans) {
  std::optional<std::string> Folder;
  for (const SourcePlan &Plan : Plans) {
    if (!Plan.rewritten() || Plan.Source == "-")
      continue;
    if (Folder && *Folder != quoteFolder(Plan.Source))
      return true;
    Folder = quoteFolder(Plan.Source);
  }
  return false;
}

CommandLine onlyInput(const CommandLine &Line, size_t Token) {
  CommandLine Out = Line;
  for (const Input &In : Line.Inputs)
    if (In.Token != Token)
      Out.Tokens[In.Token].Raw.clear();
  llvm::erase_if(Out.Inputs,
                 [&](const Input &In) { return In.Token != Token; });
  return Out;
}

CommandLine tryInput(const CommandLine &Line, size_t Token) {
  CommandLine Out = onlyInput(Line, Token);
  drop(Out, [](const spile::Token &T) {
    return T.Name == "-o" || namesFilesAfterSource(T);
  });
  return Out;
}

bool canSplitLink(const CommandLine &Line) {
  return llvm::none_of(Line.Tokens, namesFilesAfterSource);
}

llvm::Expected<Outcome> runSplit(const CallFacts &Call,
                                 const std::vector<SourcePlan> &Plans,
                                 llvm::StringRef Include,
                                 const Strings &Runtime, WorkFolder &Work,
                                 RewrittenCall &Out) {
  Outcome Sum;
  bool Links = Call.Line.Until == Stage::Link;
  CommandLine Last = Call.Line;
  for (const Input &In : Call.Line.Inputs) {
    const SourcePlan *Plan = planOf(Plans, In.Token);
    bool Edited = Plan && Plan->rewritten();
    if (Links && !Edited)
      continue;
    CommandLine One = onlyInput(Call.Line, In.Token);
    if (Links)
      drop(One, [](const Token &T) { return T.Name == "-o"; });
    CallFacts Facts{One, Call.Options, Call.Directory, Call.IsClang, nullptr};
    Strings Command = plainCommand(One);
    if (Edited) {
      auto Rewritten = rewriteCall(Facts, {*Plan}, Include, Work);
      if (!Rewritten)
        return Rewritten.takeError();
      Command = Rewritten->Command;
      llvm::append_range(Out.Renamed, Rewritten->Renamed);
    }
    if (Links) {
      std::string Object =
          Work.path() + "/" + std::to_string(In.Token) + "/spile.o";
      llvm::append_range(Command, Strings{"-c", "-o", Object});
      Last.Tokens[In.Token].Raw = {Object};
      if (const Token *X = languageBefore(Last, In.Token))
        Last.Tokens[In.Token].Raw = {"-x", "none", Object, "-x", X->Values[0]};
    }
    if (llvm::Error E = runOne(Command, Sum))
      return E;
    if (!Sum.ok())
      return Sum;
  }
  if (!Links)
    return Sum;
  Strings Command = plainCommand(Last);
  llvm::append_range(Command, Runtime);
  if (llvm::Error E = runOne(Command, Sum))
    return E;
  return Sum;
}

} // namespace spile
