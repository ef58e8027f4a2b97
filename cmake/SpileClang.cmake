# Clang and LLVM as shared libraries. Only clang-cpp and LLVM are linked: mixed
# with the static Clang libraries, two copies of their globals crash at exit.
set(SPILE_LLVM_VERSION 19 CACHE STRING "major version of LLVM to build with: 19 or 22")
if(SPILE_LLVM_VERSION EQUAL 19)
  set(_spile_llvm_exact 19.1) # a plain 19 is refused by Debian's package
else()
  set(_spile_llvm_exact ${SPILE_LLVM_VERSION}.1)
endif()
find_package(LLVM ${_spile_llvm_exact} REQUIRED CONFIG
  PATHS /usr/lib/llvm-${SPILE_LLVM_VERSION} NO_DEFAULT_PATH)
find_package(Clang ${_spile_llvm_exact} QUIET CONFIG
  PATHS /usr/lib/llvm-${SPILE_LLVM_VERSION} NO_DEFAULT_PATH)
if(NOT Clang_FOUND)
  # Debian 12's libclang-22-dev has the headers and no CMake package.
  find_library(SPILE_CLANG_CPP NAMES clang-cpp libclang-cpp.so.${_spile_llvm_exact}
    PATHS ${LLVM_LIBRARY_DIR} NO_DEFAULT_PATH REQUIRED)
  add_library(clang-cpp SHARED IMPORTED)
  set_target_properties(clang-cpp PROPERTIES IMPORTED_LOCATION ${SPILE_CLANG_CPP})
endif()
find_package(fmt REQUIRED)
find_package(CLI11 REQUIRED)
message(STATUS "Clang ${LLVM_PACKAGE_VERSION}")

add_library(spile_clang INTERFACE)
target_include_directories(spile_clang SYSTEM INTERFACE ${CLANG_INCLUDE_DIRS} ${LLVM_INCLUDE_DIRS})
target_link_libraries(spile_clang INTERFACE clang-cpp LLVM fmt::fmt)
separate_arguments(_spile_llvm_definitions NATIVE_COMMAND "${LLVM_DEFINITIONS}")
target_compile_definitions(spile_clang INTERFACE ${_spile_llvm_definitions}
  SPILE_RESOURCE_DIR="${LLVM_LIBRARY_DIR}/clang/${LLVM_VERSION_MAJOR}")

# GCC 12 warns of a null pointer in Clang's own ExternalASTSource.h once it comes
# from a precompiled header.
target_compile_options(spile_clang INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-nonnull>)

# Debug information of Clang's headers makes GCC's precompiled header half as large
# again, and every compile reads it.
target_compile_options(spile_clang INTERFACE $<$<CONFIG:RelWithDebInfo>:-g0>)

# The Clang headers take most of the build: every target that reads them shares
# one precompiled header, cmake/clang_pch.h.
function(spile_clang_target target)
  target_link_libraries(${target} PUBLIC spile_clang)
  target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR})
  spile_warnings(${target})
  if(NOT TARGET spile_pch)
    file(WRITE ${CMAKE_BINARY_DIR}/cmake/pch.cpp "\n")
    add_library(spile_pch STATIC ${CMAKE_BINARY_DIR}/cmake/pch.cpp)
    target_link_libraries(spile_pch PUBLIC spile_clang)
    target_precompile_headers(spile_pch PRIVATE ${PROJECT_SOURCE_DIR}/cmake/clang_pch.h)
    spile_warnings(spile_pch)
  endif()
  # Executables would be compiled with -fPIE, which the header was not.
  get_target_property(type ${target} TYPE)
  if(type STREQUAL EXECUTABLE)
    set_target_properties(${target} PROPERTIES POSITION_INDEPENDENT_CODE OFF)
    target_compile_options(${target} PRIVATE -fPIC)
  endif()
  target_precompile_headers(${target} REUSE_FROM spile_pch)
endfunction()
