# lighttpd: C, one process, modules opened at run time; its tests are Perl and
# three C programs.
Package=lighttpd
Needs=(libpcre2-dev libssl-dev zlib1g-dev wrk)
Short=(request core-condition)

buildProject() {
  ./configure --with-openssl --with-zlib >conf.out 2>conf.err &&
    recorded make -j2 >make.out 2>make.err &&
    make -j2 -C tests check TESTS= >>make.out 2>>make.err &&
    { [ -n "${Fast:-}" ] || make -j2 -C src check TESTS= >>make.out 2>>make.err; }
}

# One line a test: ok|not ok - NAME. Some come in another order each time.
runTests() {
  local dir=$1 out=$2
  shift 2
  (
    cd "$dir" || exit
    [ $# -gt 0 ] || make -C src check >tests.src.out 2>&1
    [ $# -gt 0 ] || echo "src: exit $?"
    VERBOSE=1 RUNTESTS="$*" make -C tests check >tests.out 2>&1
    echo "tests: exit $?"
    grep -hE '^(ok|not ok|1\.\.|PASS:|FAIL:|SKIP:|Files=|\./.* \.+ )' \
      tests.src.out tests.out 2>/dev/null |
      sed -E -e 's/^Files=([0-9]*), Tests=([0-9]*).*/files \1 tests \2/' \
        -e 's/^(ok|not ok) [0-9]+ /\1 /' | sort
  ) >"$out"
}

putLoad() {
  local dir=$1 segments=$2 port server requests
  port=$(freePort)
  mkdir -p "$dir/load"
  seq 1000 >"$dir/load/index.html"
  cat >"$dir/load.conf" <<CONF
server.bind = "127.0.0.1"
server.port = $port
server.document-root = "$dir/load"
server.modules = ("mod_indexfile")
index-file.names = ("index.html")
mimetype.assign = (".html" => "text/html")
CONF
  SPILE_DIR=$segments "$dir/src/lighttpd" -D -f "$dir/load.conf" \
    -m "$dir/src/.libs" >"$dir/server.log" 2>&1 &
  server=$!
  waitForPort "$port" || differ "lighttpd does not listen; see $dir/server.log"
  wrk -t2 -c16 -d3s "http://127.0.0.1:$port/" >"$dir/wrk.out" 2>&1
  requests=$(sed -n 's/^ *\([0-9]*\) requests in.*/\1/p' "$dir/wrk.out")
  grep -E 'Socket errors|Non-2xx' "$dir/wrk.out" &&
    differ "lighttpd: wrk had errors; see $dir/wrk.out"
  # Its status is 1 while connections are open: it must see them closed.
  sleep 2
  endServer "$server" || differ "lighttpd ended with status $?"
  Load="wrk: $requests requests; "
  [ "${requests:-0}" -gt 100 ] || differ "lighttpd: wrk made no requests"
  # wrk leaves up to one request unfinished on each of its 16 connections.
  expectCalls "$segments" lighttpd http_request_headers_process \
    "$requests" $((requests + 16))
  expectCalls "$segments" lighttpd connection_handle_write_state \
    "$requests" $((requests + 16))
  # Goes on with the next request while there is one to read.
  expectCalls "$segments" lighttpd connection_state_machine \
    16 $((2 * requests + 100))
  expectCalls "$segments" lighttpd http_response_handler \
    "$requests" $((2 * requests + 32))
  expectCalls "$segments" lighttpd mod_indexfile_subrequest \
    "$requests" $((requests + 16))
}
