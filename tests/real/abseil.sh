# abseil: C++, all of its libraries and test programs (GoogleTest).
Package=abseil
Needs=(cmake ninja-build libgtest-dev libgmock-dev)
TestFile='\([a-z0-9_]*_test\)[. ]'
Short=(time_test)

buildProject() {
  local targets
  # Debian's options.h gives it an any, an optional and a variant of its own.
  CC=${CC#spile-cc } CXX=${CXX#spile-cc } cmake -G Ninja -S . -B build \
    -DCMAKE_BUILD_TYPE=Release -DCMAKE_EXPORT_COMPILE_COMMANDS=ON \
    -DCMAKE_CXX_STANDARD=17 -DCMAKE_CXX_FLAGS_RELEASE="-O2 -g1" \
    -DBUILD_TESTING=ON -DABSL_BUILD_TESTING=ON -DABSL_PROPAGATE_CXX_STD=ON \
    -DABSL_USE_EXTERNAL_GOOGLETEST=ON -DABSL_FIND_GOOGLETEST=ON \
    ${Launcher:+-DCMAKE_CXX_COMPILER_LAUNCHER=$Launcher} \
    ${Launcher:+-DCMAKE_CXX_LINKER_LAUNCHER=$Launcher} \
    >conf.out 2>conf.err || return
  targets=($(ninja -C build -t targets all |
    sed -n 's#^\(absl/.*/libabsl_[a-z0-9_]*\.a\|bin/absl_[a-z0-9_]*_test\): .*#\1#p'))
  [ -n "${Fast:-}" ] && targets=("${Short[@]/#/bin/absl_}")
  # Ninja puts what the compiler says on its own standard output.
  ninja --quiet -C build -j2 "${targets[@]}" >make.err 2>&1 || return
  # What was not built is not to be listed.
  perl -MJSON::PP -0777 -pi -e '
    my @built = grep { -e "$_->{directory}/" . ($_->{command} =~ / -o (\S+)/)[0] }
      @{decode_json($_)};
    $_ = encode_json(\@built)' build/compile_commands.json
  $CXX -std=c++17 -O2 -I. -pthread -o build/abseil_load "$Here/abseil_load.cc" \
    -Wl,--start-group $(find build/absl -name '*.a') -Wl,--end-group
}

# One line a test, without its time.
runTests() {
  local dir=$1 out=$2 name
  shift 2
  (
    cd "$dir/build" || exit
    [ $# -gt 0 ] || set -- $(cd bin && printf '%s\n' absl_*_test | sed 's/^absl_//')
    for name in "$@"; do
      timeout 1800 "bin/absl_$name" >"$name.out" 2>"$name.err"
      echo "$name exit $?"
      grep -E '^\[ *(OK|FAILED|SKIPPED|PASSED) *\]' "$name.out" |
        sed -e 's/ ([0-9]* ms.*//' -e "s/^/$name /"
    done
  ) >"$out"
}

putLoad() {
  local dir=$1 segments=$2 n=20000 threads=2
  SPILE_DIR=$segments "$dir/build/abseil_load" $threads $n >"$dir/load.out" 2>&1 ||
    differ "abseil: abseil_load ended with status $?; see $dir/load.out"
  local all=$((threads * n)) in=absl::debian3
  Load="$threads threads, $n rounds of seven calls each; "
  expectCalls "$segments" abseil_load $in::StrCat $all $all
  expectCalls "$segments" abseil_load $in::StrReplaceAll $all $all
  expectCalls "$segments" abseil_load $in::numbers_internal::safe_strto32_base $all $all
  expectCalls "$segments" abseil_load $in::str_format_internal::FormatPack $all $all
  expectCalls "$segments" abseil_load $in::FormatTime $all $all
  expectCalls "$segments" abseil_load $in::Mutex::Lock $all $((all + 10))
  expectCalls "$segments" abseil_load $in::Mutex::Unlock $all $((all + 10))
}
