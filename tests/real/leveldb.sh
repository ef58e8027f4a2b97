# leveldb: C++, templates, threads; its tests are GoogleTest programs.
Package=leveldb
Needs=(cmake libgtest-dev libgmock-dev libbenchmark-dev)
TestFile='\([a-z0-9_]*_test\)[. ]'
Short=(c_test)

buildProject() {
  local targets=()
  [ -n "${Fast:-}" ] && targets=(leveldb db_bench c_test)
  # make's compilers are named by themselves; CMake calls the launcher.
  CC=${CC#spile-cc } CXX=${CXX#spile-cc } cmake -S . -B build \
    -DCMAKE_BUILD_TYPE=Release -DCMAKE_EXPORT_COMPILE_COMMANDS=ON \
    -DCMAKE_C_FLAGS_RELEASE="-O2 -g1" -DCMAKE_CXX_FLAGS_RELEASE="-O2 -g1" \
    -DLEVELDB_BUILD_TESTS=ON -DLEVELDB_BUILD_BENCHMARKS=ON \
    ${Launcher:+-DCMAKE_C_COMPILER_LAUNCHER=$Launcher} \
    ${Launcher:+-DCMAKE_CXX_COMPILER_LAUNCHER=$Launcher} \
    ${Launcher:+-DCMAKE_C_LINKER_LAUNCHER=$Launcher} \
    ${Launcher:+-DCMAKE_CXX_LINKER_LAUNCHER=$Launcher} \
    >conf.out 2>conf.err &&
    make -C build -j2 "${targets[@]}" >make.out 2>make.err
}

# One line a test, without its time.
runTests() {
  local dir=$1 out=$2 program name
  shift 2
  rm -rf "$dir/testdata"
  mkdir "$dir/testdata"
  (
    cd "$dir/build" || exit
    for program in *_test; do
      name=" $* "
      [ $# -eq 0 ] || [[ $name == *" $program "* ]] || continue
      TEST_TMPDIR=$dir/testdata timeout 600 "./$program" \
        >"$program.out" 2>"$program.err"
      echo "$program exit $?"
      grep -E '^\[ *(OK|FAILED|SKIPPED|PASSED) *\]|^PASS|^==== Test' \
        "$program.out" "$program.err" | sed -e 's/ ([0-9]* ms.*//' \
        -e 's/\.err:/.out:/'
    done
  ) >"$out"
}

putLoad() {
  local dir=$1 segments=$2 n=100000
  rm -rf "$dir/benchdata"
  SPILE_DIR=$segments "$dir/build/db_bench" --num=$n --db="$dir/benchdata" \
    --benchmarks=fillrandom,readrandom,seekrandom >"$dir/bench.out" 2>&1 ||
    differ "leveldb: db_bench ended with status $?; see $dir/bench.out"
  Load="db_bench: $n writes, $n reads, $n seeks; "
  expectCalls "$segments" db_bench leveldb::DBImpl::Get $n $n
  expectCalls "$segments" db_bench leveldb::DBImpl::Write $n $((n + 100))
  expectCalls "$segments" db_bench leveldb::WriteBatch::Put $n $n
  expectCalls "$segments" db_bench leveldb::Table::InternalGet 1000 $((n * 20))
  expectCalls "$segments" db_bench leveldb::Block::Iter::Seek $n $((n * 40))
}
