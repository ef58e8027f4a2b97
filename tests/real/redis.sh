# redis: C, its own copies of Lua, hiredis and linenoise, threads, forks that save;
# its tests are Tcl.
Package=redis
Needs=(tcl procps)
TestFile='\([a-z0-9/-]*\) '
Short=(unit/type/string)
buildProject() {
  : >conf.out 2>conf.err
  recorded make -j2 MALLOC=libc CC="$CC" >make.out 2>make.err
}

drawn() {
  case $1 in
  integration/psync2*) sed -E 's/#[0-9] /#N /g; s/(x =|CYCLE) [0-9]+/\1 N/; s/kill (first|chained)/kill a/; s/#[0-9]$/#N/' | sort -u ;;
  *) cat ;;
  esac
}

# One line a test: UNIT ok|err|skip NAME. psync2 and psync2-reg draw what they do, and
# how often, by chance: each kind of line once.
runTests() {
  local dir=$1 out=$2 unit
  shift 2
  (
    cd "$dir" || exit
    # Those of ./runtest.
    [ $# -gt 0 ] || set -- $(sed -n '/^set ::all_tests {/,/^}/{/^ /p}' tests/test_helper.tcl)
    for unit in "$@"; do
      TERM=dumb ./runtest --clients 1 --single "$unit" >tests.out 2>&1
      echo "$unit exit $?"
      sed -n -e "s#^\[\(ok\|err\|skip\|ignore\|exception\)\]:* \(.*\)#$unit \1 \2#p" tests.out |
        sed -e 's/ ([0-9]* ms)$//' -e 's/ in tests\/[a-z0-9/-]*\.tcl$//' | drawn "$unit"
      mv tests.out "tests/tmp/${unit//\//-}.out"
    done
  ) >"$out"
}

putLoad() {
  local dir=$1 segments=$2 n=20000 port server
  port=$(freePort)
  SPILE_DIR=$segments "$dir/src/redis-server" --port "$port" --bind 127.0.0.1 \
    --save '' --io-threads 2 --io-threads-do-reads yes >"$dir/server.log" 2>&1 &
  server=$!
  waitForPort "$port" || differ "redis does not listen; see $dir/server.log"
  SPILE_DIR=$segments "$dir/src/redis-benchmark" -h 127.0.0.1 -p "$port" -q -c 16 \
    -n $n -t set,get,incr,lpush >"$dir/benchmark.out" 2>&1 ||
    differ "redis: redis-benchmark ended with status $?"
  endServer "$server" || differ "redis ended with status $?"
  Load="redis-benchmark: $n each of SET, GET, INCR, LPUSH; "
  # It asks for two settings before.
  expectCalls "$segments" redis-server processCommand $((4 * n)) $((4 * n + 4))
  expectCalls "$segments" redis-server call $((4 * n)) $((4 * n + 4))
  expectCalls "$segments" redis-server setCommand $n $n
  expectCalls "$segments" redis-server getCommand $n $n
  expectCalls "$segments" redis-server incrCommand $n $n
  expectCalls "$segments" redis-server lpushCommand $n $n
  expectCalls "$segments" redis-server lookupKey $((4 * n)) $((4 * n))
  expectCalls "$segments" redis-benchmark clientDone $((4 * n)) $((4 * n))
}
