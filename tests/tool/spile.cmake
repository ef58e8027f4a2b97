# Tests of the parts of `spile` itself.
spile_test(tool_test SOURCES merge_sites_test.cpp strip_file_system_test.cpp
  unit_test.cpp write_output_test.cpp LIBRARIES spile_tool)
