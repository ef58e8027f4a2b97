#include "tool/launcher_command.h"
#include "tool/launcher_linemarkers.h"
#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/JSON.h>
#include <llvm/Support/Path.h>

namespace spile {
namespace {

using Strings = std::vector<std::string>;

// Longer calls go through a response file; the kernel takes 128 KiB a string
// and some MiB in all.
constexpr size_t LongCall = 256u << 10;

// Clang reads YAML: JSON is YAML. The names of one file lead to one text, so that
// `#pragma once` knows it again.
std::string overlayText(const std::vector<SourcePlan> &Plans,
                        const Strings &Written) {
  llvm::json::Array Roots;
  size_t Next = 0;
  Strings Seen;
  for (const SourcePlan &Plan : Plans)
    for (const RewrittenFile &File : Plan.Files) {
      const std::string &Contents = Written[Next++];
      for (const std::string &Name : File.Names) {
        if (llvm::is_contained(Seen, Name))
          continue;
        Seen.push_back(Name);
        Roots.push_back(llvm::json::Object{
            {"name", llvm::sys::path::parent_path(Name)},
            {"type", "directory"},
            {"contents", llvm::json::Array{llvm::json::Object{
                             {"name", llvm::sys::path::filename(Name)},
                             {"type", "file"},
                             {"external-contents", Contents}}}}});
      }
    }
  llvm::json::Object Top{{"version", 0},
                         {"case-sensitive", "true"},
                         {"use-external-names", false},
                         {"roots", std::move(Roots)}};
  return llvm::formatv("{0}", llvm::json::Value(std::move(Top))).str();
}

// SARIF has a file's own lines, and knows nothing of #line: the text for people
// keeps them.
bool ignoresLineDirectives(const CommandLine &Line) {
  return llvm::any_of(Line.Tokens, [](const Token &T) {
    return llvm::is_contained(T.Raw, "-fdiagnostics-format=sarif") ||
           (T.Raw[0] == "-fdiagnostics-format" && T.Raw.back() == "sarif");
  });
}

llvm::Error overlay(const CallFacts &Call, const std::vector<SourcePlan> &Plans,
                    WorkFolder &Work, Strings &Extra) {
  const bool ForPeople = ignoresLineDirectives(Call.Line);
  Strings Written;
  for (const SourcePlan &Plan : Plans)
    for (const RewrittenFile &File : Plan.Files) {
      if (!llvm::all_of(File.Names, [](const std::string &Name) {
            return llvm::json::isUTF8(Name);
          }))
        return llvm::createStringError(
            "its path is not UTF-8, which Clang's overlay of files needs");
      auto Path = Work.write("text" + std::to_string(Written.size()),
                             ForPeople ? File.Text : File.ForCompiler);
      if (!Path)
        return Path.takeError();
      Written.push_back(*Path);
    }
  auto Map = Work.write("overlay.yaml", overlayText(Plans, Written));
  if (!Map)
    return Map.takeError();
  Extra.push_back("-ivfsoverlay");
  Extra.push_back(*Map);
  return llvm::Error::success();
}

// Writes T/a.c, and T/h/N/a.h for headers; the path of the first.
llvm::Expected<std::string> copyForGcc(const SourcePlan &Plan, WorkFolder &Work,
                                       llvm::StringRef Directory,
                                       RewrittenCall &Out) {
  const std::string Number = std::to_string(Plan.Token);
  const std::string Name =
      Number + "/" + llvm::sys::path::filename(Plan.Source).str();
  std::string Path = Work.path() + "/" + Name;
  Out.Renamed.push_back({Path, Plan.Source});
  if (Plan.Copies.empty())
    return Work.write(Name,
                      namedForGcc(Plan.Source, Plan.Files[0].ForCompiler));
  std::vector<std::string> Names = {Name}, Paths = {Path};
  for (size_t I = 1; I < Plan.Copies.size(); ++I) {
    const std::string &Header = Plan.Copies[I].Spelled;
    Names.push_back(Number + "/h/" + std::to_string(I) + "/" +
                    llvm::sys::path::filename(Header).str());
    Paths.push_back(Work.path() + "/" + Names.back());
    Out.Renamed.push_back({Paths.back(), Header});
  }
  // A spelling that no one else uses, so that it can be taken out again.
  std::string Here = "/." + Directory.str();
  Out.Renamed.push_back({Here + "/", ""});
  for (size_t I = 0; I < Names.size(); ++I)
    if (auto E = Work.write(Names[I], textOfCopy(Plan.Copies[I], Paths, Here));
        !E)
      return E.takeError();
  return Path;
}

llvm::Error shorten(RewrittenCall &Call, size_t Fixed, WorkFolder &Work) {
  size_t Size = 0;
  for (const std::string &A : Call.Command)
    Size += A.size() + 1;
  if (Size < LongCall)
    return llvm::Error::success();
  std::string Text;
  for (size_t I = Fixed; I < Call.Command.size(); ++I) {
    Text += '"';
    for (char C : Call.Command[I]) {
      if (C == '"' || C == '\\')
        Text += '\\';
      Text += C;
    }
    Text += "\"\n";
  }
  auto Path = Work.write("arguments", Text);
  if (!Path)
    return Path.takeError();
  Call.Command.resize(Fixed);
  Call.Command.push_back("@" + *Path);
  return llvm::Error::success();
}

// What gcc needs besides the copies themselves.
void addGccFolders(const std::vector<SourcePlan> &Plans, Strings &First,
                   Strings &Last, RewrittenCall &Out) {
  for (const auto &[From, To] : Out.Renamed)
    Last.push_back("-ffile-prefix-map=" + From + "=" + To);
  for (const SourcePlan &Plan : Plans) {
    if (!Plan.rewritten() || Plan.Source == "-" || !First.empty())
      continue;
    std::string Folder = quoteFolder(Plan.Source);
    First.push_back("-iquote");
    First.push_back(Folder);
    if (Folder == "./.") {
      Last.push_back("-ffile-prefix-map=././=");
      Out.Renamed.push_back({"././", ""});
    }
  }
}

} // namespace

bool wantsColor(const CommandLine &Line, bool Terminal) {
  if (!Terminal)
    return false;
  return llvm::none_of(Line.Tokens, [](const Token &T) {
    llvm::StringRef Raw = T.Raw[0];
    return Raw.starts_with("-fdiagnostics-color") ||
           Raw.starts_with("-fno-diagnostics-color") ||
           Raw.starts_with("-fcolor-diagnostics") ||
           Raw.starts_with("-fno-color-diagnostics");
  });
}

std::string quoteFolder(llvm::StringRef Source) {
  llvm::StringRef Folder = llvm::sys::path::parent_path(Source);
  return Folder.empty() ? "./." : Folder.str();
}

Strings plainCommand(const CommandLine &Line) {
  Strings Out = Line.Launcher;
  Out.push_back(Line.Compiler);
  for (const Token &T : Line.Tokens)
    llvm::append_range(Out, T.Raw);
  return Out;
}

llvm::Expected<RewrittenCall> rewriteCall(const CallFacts &Call,
                                          const std::vector<SourcePlan> &Plans,
                                          llvm::StringRef Include,
                                          WorkFolder &Work) {
  RewrittenCall Out;
  CommandLine Line = Call.Line;
  Strings First, Last;
  if (Call.Stdin)
    Out.Input = *Call.Stdin;
  for (const SourcePlan &Plan : Plans) {
    if (!Plan.rewritten())
      continue;
    if (Plan.Source == "-") {
      Out.Input = Plan.Files[0].ForCompiler;
    } else if (!Call.IsClang) {
      auto Copy = copyForGcc(Plan, Work, Call.Directory, Out);
      if (!Copy)
        return Copy.takeError();
      Line.Tokens[Plan.Token].Raw = {*Copy};
    }
  }
  if (!Call.IsClang)
    addGccFolders(Plans, First, Last, Out);
  else if (llvm::any_of(Plans, [](const SourcePlan &P) {
             return P.rewritten() && P.Source != "-";
           }))
    if (llvm::Error E = overlay(Call, Plans, Work, Last))
      return E;
  Last.push_back("-idirafter");
  Last.push_back(Include.str());
  if (!Call.Options.Loaded.empty())
    Last.push_back("-DSPILE_I_LOAD=\"" + escapeForQuotes(Call.Options.Loaded) +
                   "\"");
  if (wantsColor(Call.Line, Call.Options.Terminal))
    Last.push_back("-fdiagnostics-color=always");
  Out.Command = Line.Launcher;
  Out.Command.push_back(Line.Compiler);
  size_t Fixed = Out.Command.size();
  llvm::append_range(Out.Command, First);
  llvm::append_range(Out.Command, Last);
  for (const Token &T : Line.Tokens)
    llvm::append_range(Out.Command, T.Raw);
  if (llvm::Error E = shorten(Out, Fixed, Work))
    return E;
  return Out;
}

} // namespace spile
