# spile_warnings(TARGET): the project's warnings and, if asked for, sanitizers.
function(spile_warnings target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow
    $<$<COMPILE_LANGUAGE:CXX>:-Wnon-virtual-dtor>
    # libstdc++ 12 uses what C++20 deprecates, in stable_sort
    $<$<COMPILE_LANG_AND_ID:CXX,Clang>:-Wno-deprecated-declarations>
    # GCC 12 with -O3 sees copies of 2^63 bytes in std::string (GCC bug 105651)
    $<$<COMPILE_LANG_AND_ID:CXX,GNU>:-Wno-restrict -Wno-stringop-overflow>
    $<$<COMPILE_LANGUAGE:C>:-Wstrict-prototypes -Wmissing-prototypes>
    $<$<BOOL:${SPILE_WERROR}>:-Werror>)
  if(SPILE_SANITIZE)
    target_compile_options(${target} PRIVATE
      -fsanitize=${SPILE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer
      # GCC with sanitizers sees an optional's value used while it has none
      $<$<COMPILE_LANG_AND_ID:CXX,GNU>:-Wno-maybe-uninitialized>)
    target_link_options(${target} PUBLIC -fsanitize=${SPILE_SANITIZE})
  endif()
endfunction()
