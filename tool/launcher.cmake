# Understanding of compiler command lines, and spile-cc.
add_library(spile_commands STATIC
  answer_cache.cpp
  clang_flags.cpp
  command_line.cpp
  compiler_query.cpp
  parse_command.cpp
  run_program.cpp
  temporary_file.cpp)
spile_clang_target(spile_commands)

add_library(spile_launcher STATIC
  compiler_family.cpp
  launcher.cpp
  launcher_alarms.cpp
  launcher_command.cpp
  launcher_compile.cpp
  launcher_depfile.cpp
  launcher_headers.cpp
  launcher_linemarkers.cpp
  launcher_options.cpp
  launcher_outputs.cpp
  launcher_probe.cpp
  launcher_runtime.cpp
  launcher_signals.cpp
  launcher_source.cpp
  launcher_split.cpp
  launcher_work.cpp)
spile_clang_target(spile_launcher)
# GCC 12 with -O3 sees a long literal copied into the short form of a std::string
# (the same bug 105651 as in SpileWarnings.cmake).
target_compile_options(spile_launcher PRIVATE
  $<$<COMPILE_LANG_AND_ID:CXX,GNU>:-Wno-array-bounds -Wno-stringop-overread>)
target_link_libraries(spile_launcher PUBLIC spile_unit)
target_compile_definitions(spile_launcher PRIVATE
  SPILE_LIBDIR="${CMAKE_INSTALL_LIBDIR}" SPILE_VERSION="${PROJECT_VERSION}")

add_executable(spile_cc spile_cc_main.cpp)
set_target_properties(spile_cc PROPERTIES OUTPUT_NAME spile-cc)
spile_clang_target(spile_cc)
target_link_libraries(spile_cc PRIVATE spile_launcher)

# A folder with nothing but spile/, where the installed program has it too.
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/share/spile/include)
file(CREATE_LINK ${PROJECT_SOURCE_DIR}/runtime/include/spile
  ${CMAKE_BINARY_DIR}/share/spile/include/spile SYMBOLIC)

# find_package(Spile) in the build tree, as it will be once installed.
include(CMakePackageConfigHelpers)
set(_spile_package ${CMAKE_BINARY_DIR}/share/cmake/spile)
set(SPILE_BINDIR ${CMAKE_INSTALL_BINDIR})
configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/spile-config.cmake.in
  ${_spile_package}/spile-config.cmake INSTALL_DESTINATION ${_spile_package}
  INSTALL_PREFIX ${CMAKE_BINARY_DIR} PATH_VARS SPILE_BINDIR)
configure_file(${PROJECT_SOURCE_DIR}/cmake/SpileInstrument.cmake
  ${_spile_package}/SpileInstrument.cmake COPYONLY)
export(TARGETS spile_runtime spile_runtime_static spile_reader
  NAMESPACE Spile:: FILE ${_spile_package}/SpileTargets.cmake)
