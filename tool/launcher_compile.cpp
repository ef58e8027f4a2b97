#include "tool/launcher_compile.h"
#include "tool/launcher_alarms.h"
#include "tool/launcher_outputs.h"
#include "tool/launcher_signals.h"
#include "tool/launcher_split.h"
#include "tool/temporary_file.h"
#include <cstdio>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>
#include <unistd.h>

namespace spile {
namespace {

using Strings = std::vector<std::string>;

void writeAll(int Fd, llvm::StringRef Text) {
  while (!Text.empty()) {
    ssize_t N = write(Fd, Text.data(), Text.size());
    if (N < 0 && errno != EINTR)
      return;
    Text = Text.drop_front(N > 0 ? static_cast<size_t>(N) : 0);
  }
}

std::string readStdin() {
  std::string Text;
  char Buffer[65536];
  ssize_t N;
  while ((N = read(0, Buffer, sizeof Buffer)) > 0 || (N < 0 && errno == EINTR))
    if (N > 0)
      Text.append(Buffer, static_cast<size_t>(N));
  return Text;
}

// The first line that says "error", else the first. What collect2 says of a link
// is the least of it.
std::string firstError(llvm::StringRef Err) {
  llvm::SmallVector<llvm::StringRef, 32> Lines;
  Err.split(Lines, '\n', -1, /*KeepEmpty=*/false);
  for (llvm::StringRef Line : Lines)
    if (Line.contains("undefined reference") ||
        (Line.contains("error") && !Line.starts_with("collect2")))
      return Line.str();
  return Lines.empty() ? "the compiler failed" : Lines.front().str();
}

// What `strict: true` asks; says what is missing.
bool isWhole(const SourcePlan &Plan) {
  if (!Plan.Why.empty())
    complain(Plan.Source + ": " + Plan.Why);
  for (const Diagnostic &D : Plan.LeftOut)
    std::fprintf(stderr, "%s\n", toString(D).c_str());
  return Plan.Why.empty() && Plan.LeftOut.empty();
}

// One call's state while it is tried in one way after the other.
class Attempt {
public:
  explicit Attempt(const Compile &What) : Job(What) {
    for (const Input &In : Job.Sources)
      if (In.Path == "-" && !Stdin)
        Stdin = readStdin();
  }
  int go();

private:
  bool plan();
  llvm::Expected<Outcome> runEdited();
  std::optional<std::string> messagesOf(Strings Command,
                                        const std::string *Input);
  std::optional<std::string> messagesOfSources(bool AreEdited);
  std::optional<std::string> behindMessages(const std::string &Err);
  void settleAlarms(Program &Edited, Outcome &Result);
  Outcome runPlain(bool WithRuntime);
  int finish(const Outcome &Result);
  void findBroken();
  void keep(const SourcePlan &Plan);
  void report(const std::string &Failure);
  CallFacts facts() const {
    return {Job.Line, Job.Options, Job.Directory, Job.IsClang,
            Stdin ? &*Stdin : nullptr};
  }
  bool anyRewritten() const {
    return llvm::any_of(Plans,
                        [](const SourcePlan &P) { return P.rewritten(); });
  }

  const Compile &Job;
  std::optional<std::string> Stdin;
  std::vector<SourcePlan> Plans;
  RewrittenCall Rewritten;
  std::unique_ptr<WorkFolder> Work;
};

// False: a mistake that ends the call with status 2; it was printed.
bool Attempt::plan() {
  bool Good = true;
  for (const Input &In : Job.Sources) {
    SourcePlan Plan = planSource(facts(), In);
    for (const Diagnostic &D : Plan.Errors)
      std::fprintf(stderr, "%s\n", toString(D).c_str());
    Good &= Plan.Errors.empty();
    Good &= !Plan.Strict || isWhole(Plan);
    Plans.push_back(std::move(Plan));
  }
  if (!Job.IsClang && Job.Line.Until == Stage::Link && needsSplit(Plans) &&
      !canSplitLink(Job.Line))
    for (SourcePlan &Plan : Plans) {
      if (Plan.rewritten() &&
          quoteFolder(Plan.Source) != quoteFolder(Plans[0].Source))
        Plan.Why = "sources of several folders in one call that also writes "
                   "files named after them";
      if (!Plan.Why.empty())
        Plan.Files.clear();
    }
  return Good;
}

llvm::Expected<Outcome> Attempt::runEdited() {
  if (!Work) {
    std::string Key = Job.Directory;
    for (const std::string &A : plainCommand(Job.Line))
      Key += '\n' + A;
    auto Made = WorkFolder::make(Key);
    if (!Made)
      return Made.takeError();
    Work = std::move(*Made);
  }
  if (!Job.IsClang && needsSplit(Plans)) {
    Rewritten = RewrittenCall();
    return runSplit(facts(), Plans, Job.Include, Job.Runtime, *Work, Rewritten);
  }
  auto Call = rewriteCall(facts(), Plans, Job.Include, *Work);
  if (!Call)
    return Call.takeError();
  Rewritten = std::move(*Call);
  Program What;
  What.Command = Rewritten.Command;
  llvm::append_range(What.Command, Job.Runtime);
  What.Environment = {"SPILE_CC=off"};
  What.Input = Rewritten.Input ? &*Rewritten.Input : nullptr;
  What.CaptureOut = What.CaptureErr = true;
  llvm::Expected<Outcome> Result = run(What, runningChild());
  if (Result && !endingSignal() && (Plans.size() == 1 || Result->ok()))
    settleAlarms(What, *Result);
  return Result;
}

// What the compiler says of one call, with no file written. Nothing when it has
// errors.
std::optional<std::string> Attempt::messagesOf(Strings Command,
                                               const std::string *Input) {
  Program What;
  What.Command = std::move(Command);
  llvm::append_range(What.Command, Strings{"-S", "-o", "/dev/null"});
  if (wantsColor(Job.Line, Job.Options.Terminal))
    What.Command.push_back("-fdiagnostics-color=always");
  What.Environment = {"SPILE_CC=off"};
  What.Input = Input;
  What.CaptureOut = What.CaptureErr = true;
  llvm::Expected<Outcome> Result = run(What, runningChild());
  if (!Result) {
    llvm::consumeError(Result.takeError());
    return std::nullopt;
  }
  return Result->ok() ? std::optional(Result->Err) : std::nullopt;
}

// What the compiler says of the sources, edited or as they are, one by one.
std::optional<std::string> Attempt::messagesOfSources(bool AreEdited) {
  std::string All;
  for (const SourcePlan &Plan : Plans) {
    CommandLine One = tryInput(Job.Line, Plan.Token);
    CallFacts Facts{One, Job.Options, Job.Directory, Job.IsClang,
                    Stdin ? &*Stdin : nullptr};
    Strings Command = plainCommand(One);
    const std::string *Input = Facts.Stdin;
    RewrittenCall Edited;
    if (AreEdited) {
      auto Call = rewriteCall(Facts, {Plan}, Job.Include, *Work);
      if (!Call) {
        llvm::consumeError(Call.takeError());
        return std::nullopt;
      }
      Edited = std::move(*Call);
      Command = Edited.Command;
      Input = Edited.Input ? &*Edited.Input : nullptr;
    }
    auto Said = messagesOf(std::move(Command), Input);
    if (!Said)
      return std::nullopt;
    All += *Said;
  }
  return All;
}

// What is said behind the compiler's messages, by a linker; nothing when they
// cannot be told apart.
std::optional<std::string> Attempt::behindMessages(const std::string &Err) {
  if (Plans.size() == 1 && Job.Line.Until != Stage::Link)
    return "";
  auto Edited = messagesOfSources(/*AreEdited=*/true);
  if (!Edited || !llvm::StringRef(Err).starts_with(*Edited))
    return std::nullopt;
  return Err.substr(Edited->size());
}

// Takes warnings that only the edited text has out of the messages; runs `Edited`
// again without them if they were errors.
void Attempt::settleAlarms(Program &Edited, Outcome &Result) {
  Strings Names = Result.ok() ? possibleAlarms(Result.Err)
                              : errorsThatAreWarnings(Result.Err);
  // Clang shows a line that holds a body's brace in parts.
  bool Shown = Job.IsClang && Result.ok() &&
               llvm::any_of(Plans, [&](const SourcePlan &P) {
                 return pointAtLines(Result.Err, P.BodyLines);
               });
  if (Names.empty() && !Shown)
    return;
  std::optional<std::string> Behind;
  if (Result.ok()) {
    Behind = behindMessages(Result.Err);
    if (!Behind)
      return;
  }
  std::optional<std::string> Own = messagesOfSources(/*AreEdited=*/false);
  if (!Own || endingSignal())
    return;
  if (!Result.ok()) {
    for (const std::string &Name : Names)
      Edited.Command.push_back("-Wno-" +
                               llvm::StringRef(Name).rtrim('=').str());
    llvm::Expected<Outcome> Again = run(Edited, runningChild());
    if (!Again)
      return llvm::consumeError(Again.takeError());
    if (!Again->ok())
      return;
    Result = std::move(*Again);
    Behind = Job.Line.Until == Stage::Link ? Result.Err : "";
  }
  Result.Err = *Own + *Behind;
}

Outcome Attempt::runPlain(bool WithRuntime) {
  Program What;
  What.Command = Job.Options.Command;
  if (WithRuntime)
    llvm::append_range(What.Command, Job.Runtime);
  What.Environment = {"SPILE_CC=off"};
  What.Input = Stdin ? &*Stdin : nullptr;
  // Failing with the runtime is not the last word, nor is failing without it.
  What.CaptureOut = What.CaptureErr = !Job.Runtime.empty();
  llvm::Expected<Outcome> Result = run(What, runningChild());
  if (Result)
    return *Result;
  std::fprintf(stderr, "spile-cc: error: %s\n",
               llvm::toString(Result.takeError()).c_str());
  Outcome None;
  None.Status = 127;
  return None;
}

// Writes what the call said, and ends as it ended.
int Attempt::finish(const Outcome &Result) {
  writeAll(1, Result.Out);
  writeAll(2, Result.Err);
  Work.reset();
  if (endingSignal())
    dieOf(endingSignal());
  if (Result.Signal)
    dieOf(Result.Signal);
  return Result.Status;
}

// Of several sources, gives up those that do not compile edited.
void Attempt::findBroken() {
  std::vector<SourcePlan> All = std::move(Plans);
  for (SourcePlan &Plan : All) {
    if (!Plan.rewritten())
      continue;
    CommandLine One = tryInput(Job.Line, Plan.Token);
    CallFacts Facts{One, Job.Options, Job.Directory, Job.IsClang,
                    Stdin ? &*Stdin : nullptr};
    auto Call = rewriteCall(Facts, {Plan}, Job.Include, *Work);
    if (!Call) {
      Plan.Why = llvm::toString(Call.takeError());
      Plan.Files.clear();
      continue;
    }
    Program What;
    What.Command = Call->Command;
    llvm::append_range(What.Command, Strings{"-S", "-o", "/dev/null"});
    What.Environment = {"SPILE_CC=off"};
    What.Input = Call->Input ? &*Call->Input : nullptr;
    What.CaptureOut = What.CaptureErr = true;
    auto Result = run(What, runningChild());
    if (Result && Result->ok())
      continue;
    Plan.Why = Result ? renameInText(firstError(Result->Err), *Call)
                      : llvm::toString(Result.takeError());
    Plan.Files.clear();
  }
  Plans = std::move(All);
}

void Attempt::keep(const SourcePlan &Plan) {
  for (const RewrittenFile &File : Plan.Files) {
    llvm::StringRef Below = File.Path;
    if (!Below.consume_front(Plan.Root + "/"))
      Below = Below.ltrim('/');
    llvm::SmallString<256> To(Job.Options.Keep);
    llvm::sys::path::append(To, Below);
    (void)llvm::sys::fs::create_directories(llvm::sys::path::parent_path(To));
    if (llvm::Error E = replaceFile(To.str().str(), File.Text))
      std::fprintf(stderr, "spile-cc: warning: %s\n",
                   llvm::toString(std::move(E)).c_str());
  }
}

// One line for each source that is compiled as it was because of a mistake.
void Attempt::report(const std::string &Failure) {
  for (const SourcePlan &Plan : Plans) {
    if (!Plan.Why.empty())
      warn(Plan.Source, Plan.Why);
    else if (!Failure.empty() && Plan.rewritten())
      warn(Plan.Source, Failure);
    else if (!Plan.Incomplete.empty())
      std::fprintf(stderr, "spile-cc: warning: %s: %s\n", Plan.Source.c_str(),
                   Plan.Incomplete.c_str());
    if (!Job.Options.Verbose)
      continue;
    std::fprintf(stderr, "spile-cc: %s: %s: %u functions timed\n",
                 Plan.Source.c_str(),
                 Plan.Config.empty() ? "no .spile.yaml" : Plan.Config.c_str(),
                 Failure.empty() && Plan.rewritten() ? Plan.Timed : 0u);
    for (const Diagnostic &D : Plan.LeftOut)
      std::fprintf(stderr, "spile-cc: note: %s:%u:%u: %s\n", D.File.c_str(),
                   D.Line, D.Column, D.Text.c_str());
    for (const std::string &Note : Plan.Notes)
      std::fprintf(stderr, "spile-cc: note: %s\n", Note.c_str());
  }
}

int Attempt::go() {
  if (!plan())
    return finish({2, 0, "", ""});
  if (endingSignal())
    return finish({});
  Strings Configs;
  bool Strict = false;
  for (const SourcePlan &Plan : Plans) {
    Strict |= Plan.Strict;
    if (!Plan.Config.empty() && !llvm::is_contained(Configs, Plan.Config))
      Configs.push_back(Plan.Config);
  }
  std::string Failure;
  if (anyRewritten()) {
    llvm::Expected<Outcome> Result = runEdited();
    if (Result && !Result->ok() && Plans.size() > 1 && !endingSignal()) {
      findBroken();
      if (anyRewritten())
        Result = runEdited();
    }
    if (!Result) {
      Failure = llvm::toString(Result.takeError());
    } else if (Result->ok() || endingSignal()) {
      correctOutputs(facts(), Rewritten, Configs, *Result);
      Result->Err = renameInText(Result->Err, Rewritten);
      report("");
      if (!Job.Options.Keep.empty())
        for (const SourcePlan &Plan : Plans)
          keep(Plan);
      return finish(*Result);
    } else {
      Failure = renameInText(firstError(Result->Err), Rewritten);
    }
  }
  Outcome Plain = runPlain(/*WithRuntime=*/true);
  if (!Plain.ok() && !Job.Runtime.empty() && !endingSignal()) {
    // When that fails too, the first says why: the second misses libspile.
    Outcome Without = runPlain(/*WithRuntime=*/false);
    if (Without.ok() || Without.Signal)
      Plain = std::move(Without);
  }
  if (Plain.ok()) {
    report(Failure);
    if (Strict && !Failure.empty())
      Plain.Status = 2;
    correctOutputs(facts(), RewrittenCall(), Configs, Plain);
  }
  return finish(Plain);
}

} // namespace

int complain(const std::string &Text) {
  std::fprintf(stderr, "spile-cc: error: %s\n", Text.c_str());
  return 2;
}

void warn(const std::string &Source, const std::string &Why) {
  std::fprintf(stderr, "spile-cc: warning: %s: compiled as it was: %s\n",
               Source.c_str(), Why.c_str());
}

int compile(const Compile &Job) { return Attempt(Job).go(); }

} // namespace spile
