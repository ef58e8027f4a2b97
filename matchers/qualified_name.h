// The name by which a person, a pattern and a report know a function.
//
//   C                          mk_conn_read
//   member, of a template too  ns::Class::method      (no template arguments)
//   special members            ns::A::A  ns::A::~A  ns::A::operator==
//   unnamed scopes             (anonymous namespace)::f  ns::f::(lambda)
//   local class                f::Local::m
//
// Inline namespaces are part of the name; extern "C" is not.
#pragma once

#include <string>

namespace clang {
class FunctionDecl;
}

namespace spile {

std::string qualifiedName(const clang::FunctionDecl &Function);

} // namespace spile
