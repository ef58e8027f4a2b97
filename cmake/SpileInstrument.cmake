# spile_instrument(TARGET [CONFIG FILE] [FUNCTIONS GLOB...])
#
# Times the functions of a target's own sources that the configuration picks, and
# links Spile::runtime.
#
#   CONFIG     the configuration; default: the nearest .spile.yaml in a source's
#              folder or above it
#   FUNCTIONS  names or globs in place of the configuration's rules
#
# The rewritten sources are kept below <binary dir>/spile/TARGET/ to look at;
# the target TARGET-spile-diff prints them as a unified diff. A changed source,
# header or configuration rebuilds what it concerns.
#
#   find_package(Spile REQUIRED)
#   add_executable(server main.c conn.c)
#   spile_instrument(server FUNCTIONS "mk_*")

include_guard(GLOBAL)

# Stops unless the arguments make sense; TARGET's sources must be compiled by it.
function(_spile_check target config)
  if(NOT TARGET ${target})
    message(FATAL_ERROR "spile_instrument: there is no target '${target}'")
  endif()
  get_target_property(aliased ${target} ALIASED_TARGET)
  if(aliased)
    message(FATAL_ERROR "spile_instrument: '${target}' is an alias; name '${aliased}'")
  endif()
  get_target_property(imported ${target} IMPORTED)
  get_target_property(type ${target} TYPE)
  if(imported)
    message(FATAL_ERROR "spile_instrument: '${target}' is imported: it has no sources to compile here")
  endif()
  if(NOT type MATCHES "^(EXECUTABLE|(STATIC|SHARED|MODULE|OBJECT)_LIBRARY)$")
    message(FATAL_ERROR "spile_instrument: '${target}' compiles nothing (${type})")
  endif()
  get_target_property(done ${target} SPILE_INSTRUMENTED)
  if(done)
    message(FATAL_ERROR "spile_instrument: '${target}' is instrumented already")
  endif()
  if(config AND NOT EXISTS "${config}")
    message(FATAL_ERROR "spile_instrument: there is no configuration '${config}'")
  endif()
  if(NOT EXISTS "${SPILE_CC_PROGRAM}")
    message(FATAL_ERROR "spile_instrument: '${SPILE_CC_PROGRAM}' is missing: Spile was built without its tool")
  endif()
endfunction()

# Objects depend on the options and on spile-cc; the compiler's dependency files
# hold the configuration.
function(_spile_object_depends target stamp)
  get_target_property(sources ${target} SOURCES)
  foreach(source IN LISTS sources)
    if(source MATCHES "\\.(c|cc|cp|cxx|cpp|CPP|c\\+\\+|C)$" AND NOT source MATCHES "\\$<")
      set_property(SOURCE "${source}" TARGET_DIRECTORY ${target}
        APPEND PROPERTY OBJECT_DEPENDS "${stamp}" "${SPILE_CC_PROGRAM}")
    endif()
  endforeach()
endfunction()

# A runtime for the target, whichever signature of target_link_libraries its own
# project uses.
function(_spile_link target)
  set_property(TARGET ${target} APPEND PROPERTY LINK_LIBRARIES Spile::runtime)
  get_target_property(type ${target} TYPE)
  if(type MATCHES "^(STATIC|OBJECT)_LIBRARY$")
    set_property(TARGET ${target} APPEND PROPERTY
      INTERFACE_LINK_LIBRARIES $<LINK_ONLY:Spile::runtime>)
  endif()
endfunction()

function(_spile_diff_target target directory)
  set(sources "$<TARGET_PROPERTY:${target},SOURCES>")
  # `spile diff` says by status 1 that there is a difference.
  add_custom_target(${target}-spile-diff
    COMMAND sh -c "\"$@\" || [ $? -eq 1 ]" sh
      "${SPILE_PROGRAM}" diff -p "${CMAKE_BINARY_DIR}" ${ARGN}
      "$<FILTER:${sources},INCLUDE,\\.(c|cc|cp|cxx|cpp|CPP|C)$>"
    WORKING_DIRECTORY "${directory}"
    COMMAND_EXPAND_LISTS VERBATIM USES_TERMINAL)
endfunction()

function(spile_instrument target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "CONFIG" "FUNCTIONS")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "spile_instrument: unknown argument '${arg_UNPARSED_ARGUMENTS}'; there are CONFIG and FUNCTIONS")
  endif()
  if(arg_KEYWORDS_MISSING_VALUES)
    message(FATAL_ERROR "spile_instrument: ${arg_KEYWORDS_MISSING_VALUES} misses its value")
  endif()
  set(config "")
  if(arg_CONFIG)
    get_filename_component(config "${arg_CONFIG}" ABSOLUTE)
  endif()
  _spile_check("${target}" "${config}")

  get_target_property(directory ${target} SOURCE_DIR)
  get_target_property(binary ${target} BINARY_DIR)
  set(kept "${binary}/spile/${target}")
  set(options "")
  if(config)
    list(APPEND options "--config=${config}")
  endif()
  foreach(glob IN LISTS arg_FUNCTIONS)
    list(APPEND options "--functions=${glob}")
  endforeach()

  # Written only when it changes, so that nothing is rebuilt for nothing.
  set(stamp "${kept}/spile-options.txt")
  string(REPLACE ";" "\n" text "${options}")
  file(CONFIGURE OUTPUT "${stamp}" CONTENT "${text}\n" @ONLY)

  foreach(language C CXX)
    get_target_property(launcher ${target} ${language}_COMPILER_LAUNCHER)
    if(NOT launcher)
      set(launcher "")
    endif()
    set_property(TARGET ${target} PROPERTY ${language}_COMPILER_LAUNCHER
      "${SPILE_CC_PROGRAM}" ${options} "--keep=${kept}" ${launcher})
  endforeach()
  set_target_properties(${target} PROPERTIES SPILE_INSTRUMENTED TRUE
    EXPORT_COMPILE_COMMANDS TRUE)
  _spile_link(${target})
  _spile_diff_target(${target} "${directory}" ${options})

  # Sources may still be added.
  if(directory STREQUAL CMAKE_CURRENT_SOURCE_DIR)
    cmake_language(EVAL CODE "cmake_language(DEFER CALL _spile_object_depends [[${target}]] [[${stamp}]])")
  else()
    _spile_object_depends(${target} "${stamp}")
  endif()
endfunction()
