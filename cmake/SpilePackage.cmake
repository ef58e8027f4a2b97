# `cpack` in the build folder: Debian packages, one a component (SpileInstall.cmake).
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME spile)
set(CPACK_PACKAGE_CONTACT "The Spile developers <spile@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL runtime dev view)
if(SPILE_TOOL)
  list(APPEND CPACK_COMPONENTS_ALL tool)
endif()

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
# A folder written with a umask of 077 is one that nobody else may enter.
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE
  OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME libspile0)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_DEV_PACKAGE_NAME libspile-dev)
set(CPACK_DEBIAN_DEV_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEV_PACKAGE_DEPENDS "libspile0 (= ${PROJECT_VERSION}), libc6-dev")
set(CPACK_DEBIAN_VIEW_PACKAGE_NAME spile-view)
set(CPACK_DEBIAN_VIEW_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_TOOL_PACKAGE_NAME spile)
set(CPACK_DEBIAN_TOOL_PACKAGE_SECTION devel)
# Clang's own headers (stddef.h and the like) are read while a source is parsed.
set(CPACK_DEBIAN_TOOL_PACKAGE_DEPENDS
  "libspile-dev (= ${PROJECT_VERSION}), libclang-common-${SPILE_LLVM_VERSION}-dev")
set(CPACK_DEBIAN_TOOL_PACKAGE_RECOMMENDS "gcc | clang, spile-view")

set(CPACK_COMPONENT_RUNTIME_DESCRIPTION
  "Counters of instrumented programs: the shared library that they load.")
set(CPACK_COMPONENT_DEV_DESCRIPTION
  "Headers, archives and CMake package to build instrumented programs.")
set(CPACK_COMPONENT_VIEW_DESCRIPTION
  "Reads the counters of instrumented programs, running or dead.")
set(CPACK_COMPONENT_TOOL_DESCRIPTION
  "Instruments the functions of C and C++ sources: spile and spile-cc.")
include(CPack)
