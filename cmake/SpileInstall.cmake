# What `cmake --install` and `cpack` put where. The tree can be moved as a whole:
# everything is found relative to the program or file that looks for it.
#
#   component  Debian package   holds
#   runtime    libspile0        the shared library of instrumented programs
#   dev        libspile-dev     headers, archives, CMake package, spile.pc
#   view       spile-view       spile-view
#   tool       spile            spile, spile-cc, documentation
include(CMakePackageConfigHelpers)

set(_spile_headers ${PROJECT_SOURCE_DIR}/runtime/include/spile)
set(_spile_cmake ${CMAKE_INSTALL_LIBDIR}/cmake/Spile)

install(TARGETS spile_runtime EXPORT SpileTargets
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT runtime
  NAMELINK_COMPONENT dev)
install(TARGETS spile_runtime_static spile_reader EXPORT SpileTargets
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT dev)
install(DIRECTORY ${_spile_headers} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
  COMPONENT dev FILES_MATCHING PATTERN "*.h")

# spile-cc adds this folder to the include path and nothing else: adding
# /usr/include would change the order in which strangers' headers are found.
install(FILES ${_spile_headers}/spile.h ${_spile_headers}/load.h ${_spile_headers}/scope.h
  ${_spile_headers}/scope_monotonic.h ${_spile_headers}/scope_thread_cpu.h
  DESTINATION ${CMAKE_INSTALL_DATADIR}/spile/include/spile COMPONENT dev)

install(EXPORT SpileTargets NAMESPACE Spile:: DESTINATION ${_spile_cmake}
  COMPONENT dev)
set(SPILE_BINDIR ${CMAKE_INSTALL_BINDIR})
configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/spile-config.cmake.in
  ${PROJECT_BINARY_DIR}/cmake/spile-config.cmake
  INSTALL_DESTINATION ${_spile_cmake} PATH_VARS SPILE_BINDIR)
write_basic_package_version_file(
  ${PROJECT_BINARY_DIR}/cmake/spile-config-version.cmake
  COMPATIBILITY SameMajorVersion)
install(FILES ${PROJECT_BINARY_DIR}/cmake/spile-config.cmake
  ${PROJECT_BINARY_DIR}/cmake/spile-config-version.cmake
  ${PROJECT_SOURCE_DIR}/cmake/SpileInstrument.cmake
  DESTINATION ${_spile_cmake} COMPONENT dev)

file(RELATIVE_PATH SPILE_PC_PREFIX /prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig /prefix)
configure_file(${PROJECT_SOURCE_DIR}/cmake/spile.pc.in
  ${PROJECT_BINARY_DIR}/cmake/spile.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/cmake/spile.pc
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT dev)

install(TARGETS spile_view RUNTIME COMPONENT view)
install(FILES ${PROJECT_SOURCE_DIR}/docs/spile-view.md
  DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/spile-view COMPONENT view)
if(SPILE_TOOL)
  install(TARGETS spile spile_cc RUNTIME COMPONENT tool)
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/docs/
    DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/spile COMPONENT tool
    FILES_MATCHING PATTERN "*.md" PATTERN "decisions" EXCLUDE)
endif()

include(SpilePackage)
