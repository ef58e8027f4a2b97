// Patterns for function names and for files.
//
//   mk_conn_read     the name itself
//   mk_*             a glob: * any text (:: too), ? one character, [a-z]
//   /^mk_(a|b)/      a regular expression (POSIX extended), found anywhere
//   src/**/*.c       for files: * and ? stop at a slash, ** does not
//
// Constant once built; several threads may ask at once.
#pragma once

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/Error.h>
#include <llvm/Support/Regex.h>
#include <optional>
#include <string>

namespace spile {

class NamePattern {
public:
  // Fails with the reason when the glob or the expression is malformed. A
  // leading :: is dropped.
  static llvm::Expected<NamePattern> create(llvm::StringRef Text);

  bool matches(llvm::StringRef QualifiedName) const;

  // The name when the pattern is one, without wildcards.
  const std::optional<std::string> &exact() const { return Exact; }

private:
  std::optional<std::string> Exact;
  llvm::Regex Expression; // when there is no Exact
};

class FilePattern {
public:
  // `Root` is the absolute folder that a relative pattern starts at. A pattern
  // that ends in a slash means everything below.
  static llvm::Expected<FilePattern> create(llvm::StringRef Text,
                                            llvm::StringRef Root);

  // `Path` is absolute, without . and ..
  bool matches(llvm::StringRef Path) const { return Expression.match(Path); }

private:
  explicit FilePattern(llvm::Regex InExpression)
      : Expression(std::move(InExpression)) {}
  llvm::Regex Expression;
};

} // namespace spile
