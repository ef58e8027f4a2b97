# spile_test(NAME SOURCES ... LIBRARIES ... [ENVIRONMENT ...]): a GoogleTest
# program; each TEST in it is a CTest test named NAME.Suite.Case.
find_package(GTest REQUIRED)
include(GoogleTest)

function(spile_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LIBRARIES;ENVIRONMENT")
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE ${arg_LIBRARIES} GTest::gtest_main GTest::gmock)
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
  spile_warnings(${name})
  # Discovered when CTest runs: a test program need not run on the build host.
  gtest_discover_tests(${name} TEST_PREFIX ${name}. DISCOVERY_MODE PRE_TEST
    PROPERTIES ENVIRONMENT "${arg_ENVIRONMENT}")
endfunction()
