# re2: C++, its tests are programs with a frame of their own.
Package=re2
Needs=(python3 unicode-data)
TestFile='\([a-z0-9_]*_test\) '
# static-test's, and the quickest of the big ones; the exhaustive ones take hours.
Programs=(charclass compile filtered_re2 mimics_pcre parse possible_match re2 re2_arg regexp
  required_prefix search set simplify string_generator dfa)
Short=(re2_test)

buildProject() {
  local targets=("${Programs[@]/#/obj/test/}")
  targets=(all "${targets[@]/%/_test}")
  [ -n "${Fast:-}" ] && targets=(obj/libre2.a obj/test/re2_test)
  : >conf.out 2>conf.err
  recorded make -j2 REBUILD_TABLES=1 "${targets[@]}" >make.out 2>make.err &&
    $CXX -O2 -I. -pthread -o obj/re2_load "$Here/re2_load.cc" obj/libre2.a
}

# One line a test. A program prints each name as its test starts, and ends with the
# first that fails.
runTests() {
  local dir=$1 out=$2 name status
  shift 2
  [ $# -gt 0 ] || set -- "${Programs[@]/%/_test}"
  (
    cd "$dir" || exit
    for name in "$@"; do
      "obj/test/$name" >"obj/$name.out" 2>&1
      status=$?
      echo "$name exit $status"
      awk -v program="$name" -v status=$status '
        function done(verdict) { if (test) print program, verdict, test }
        /^[A-Za-z0-9_]+\.[A-Za-z0-9_]+$/ { done("ok"); test = $0 }
        END { done(status ? "FAILED" : "ok") }' "obj/$name.out"
    done
  ) >"$out"
}

putLoad() {
  local dir=$1 segments=$2 n=100000 threads=2
  SPILE_DIR=$segments "$dir/obj/re2_load" $threads $n >"$dir/load.out" 2>&1 ||
    differ "re2: re2_load ended with status $?; see $dir/load.out"
  Load="$threads threads, $n full matches, $n searches, $n replacements each; "
  local all=$((threads * n))
  expectCalls "$segments" re2_load re2::RE2::FullMatchN $all $all
  expectCalls "$segments" re2_load re2::RE2::PartialMatchN $all $all
  expectCalls "$segments" re2_load re2::RE2::Replace $all $all
  expectCalls "$segments" re2_load re2::RE2::DoMatch $((2 * all)) $((2 * all))
  expectCalls "$segments" re2_load re2::RE2::Match $((3 * all)) $((3 * all))
  expectCalls "$segments" re2_load re2::RE2::Init 3 3
}
