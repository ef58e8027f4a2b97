// Parsing a piece of code for a test, without files on disk.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace clang {
class ASTUnit;
}

namespace spile::test {

struct Input {
  std::string Text = {};
  std::vector<std::string> Args = {};            // "-std=c++20"
  std::string Name = "/src/input.cpp";           // the ending: C or C++
  std::map<std::string, std::string> Files = {}; // others: path to text
};

struct Parsed {
  std::vector<std::pair<std::string, std::string>> Files; // Unit reads them
  std::unique_ptr<clang::ASTUnit> Unit; // null when Clang cannot even begin
};

// Errors in the code leave their marks in the AST; `Messages`, if given, gets
// them.
Parsed parse(const Input &In, std::string *Messages = nullptr);

} // namespace spile::test
