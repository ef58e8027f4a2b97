# Command lines, questions to compilers, and the parts of spile-cc.
spile_test(tool_commands
  SOURCES answer_cache_test.cpp clang_flags_test.cpp command_line_test.cpp
    compiler_query_test.cpp parse_command_test.cpp run_program_test.cpp
    temporary_file_test.cpp
  LIBRARIES spile_commands)
spile_test(tool_launcher
  SOURCES compiler_family_test.cpp launcher_alarms_test.cpp launcher_depfile_test.cpp
    launcher_linemarkers_test.cpp launcher_options_test.cpp
    launcher_probe_test.cpp launcher_runtime_test.cpp launcher_split_test.cpp
    launcher_work_test.cpp
  LIBRARIES spile_launcher)
