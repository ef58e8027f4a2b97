# spile_warnings(TARGET): the project's warnings and, if asked for, sanitizers.
function(spile_warnings target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow
    $<$<COMPILE_LANGUAGE:CXX>:-Wnon-virtual-dtor>
    # libstdc++ 12 uses what C++20 deprecates, in stable_sort
    $<$<COMPILE_LANG_AND_ID:CXX,Clang>:-Wno-deprecated-declarations>
    # GCC 12 sees a memcpy onto itself in "text" + std::string (GCC bug 105651)
    $<$<COMPILE_LANG_AND_ID:CXX,GNU>:-Wno-restrict>
    $<$<COMPILE_LANGUAGE:C>:-Wstrict-prototypes -Wmissing-prototypes>
    $<$<BOOL:${SPILE_WERROR}>:-Werror>)
  if(SPILE_SANITIZE)
    target_compile_options(${target} PRIVATE
      -fsanitize=${SPILE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(${target} PUBLIC -fsanitize=${SPILE_SANITIZE})
  endif()
endfunction()
