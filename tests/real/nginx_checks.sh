# What nginx does, as one line a check: answers to requests of many kinds, then
# signals. Read by nginx.sh.

# check NAME COMMAND...: the verdict, and a checksum of what it said, in said/NAME.
check() {
  local name=$1 status
  shift
  "$@" >said/new 2>&1
  status=$?
  sed -i -e '/^[Dd]ate: /d' -e '/^[Ll]ast-[Mm]odified: /d' -e '/^[Ee][Tt]ag: /d' \
    -e "s/:$Port/:PORT/; s/:$Tls/:TLS/" said/new
  if [ $status -eq 0 ]; then
    echo "ok $name $(md5sum <said/new | cut -c 1-8)"
  else
    echo "not ok $name: status $status"
  fi
  mv said/new "said/${name//[^a-zA-Z0-9]/_}"
}

ask() { curl -sk -m 20 "${@:2}" "http://127.0.0.1:$Port$1"; }
askTls() { curl -sk -m 20 "${@:2}" "https://127.0.0.1:$Tls$1"; }
hasAnswer() { ask /page.html | cmp - html/page.html; }
noAlerts() { ! grep -E '\[(alert|emerg|crit)\]' error.log; }
pages() { perl "$Here/http_load.pl" "$Port" "$1" "$2" /page.html; }
twoWorkers() { [ "$(workers | wc -l)" -eq 2 ]; }

answers() {
  local kind
  check get ask /page.html -i
  check head ask /page.html -I
  check missing ask /no -i
  check method ask /page.html -i -X DELETE
  check range ask /page.html -i -r 100-199
  check ranges ask /page.html -r 0-9,200-209 -o /dev/null -w '%{http_code} %{size_download}'
  check gzip ask /page.html -H 'Accept-Encoding: gzip' --compressed
  check unchanged ask /page.html -i -H 'If-None-Match: *'
  check threads ask /aio/page.html -i
  check list ask /list/ -o /dev/null -w '%{http_code}'
  check move ask /move/x -i
  check rewrite ask /rewrite/page.html -i
  check proxy ask /proxy/page.html -i
  check substitute ask /sub/page.html
  check upload ask /put/new.txt -i -T html/page.html
  check uploaded ask /put/new.txt
  check deny ask /deny -i
  check limit ask /page.html -i -H "X: $(printf '%9000d' 0)"
  check status ask /status -o /dev/null -w '%{http_code}'
  check variables ask /variables -i
  check tls askTls /page.html -i --http1.1
  check http2 askTls /page.html -i --http2
  check http2-many askTls '/page.html?[1-50]' --http2 -Z --parallel-max 10 \
    --no-progress-meter -o /dev/null -w '%{http_code} %{http_version}\n'
  for kind in 'GET' 'GET / HTTP/9.9' 'GET /../../etc HTTP/1.0' "$(printf '\001\002')"; do
    check "bad request $(printf %s "$kind" | tr -c ' -~' .)" \
      perl "$Here/http_load.pl" "$Port" raw "$kind"
  done
}

signals() {
  check workers twoWorkers
  pages 4 1000 >pages.out &
  local client=$!
  check reload reload
  check 'reload again' reload
  check 'load under reloads' wait "$client"
  check 'every page' cat pages.out
  mv access.log old.log
  kill -USR1 "$Server"
  check 'reopened' hasAnswer
  for _ in 1 2 3 4 5 6 7 8 9 10; do [ -e access.log ] || sleep 0.5; done
  check 'log' grep -c . old.log
  check 'a worker that dies' kill -KILL "$(workers | head -1)"
  sleep 1
  check 'is replaced' twoWorkers
  check 'and answers' hasAnswer
  sed -i 's/^events/nonsense; events/' nginx.conf
  kill -HUP "$Server"
  sleep 1
  check 'a wrong configuration is not taken' grep -c 'unknown directive "nonsense"' error.log
  check 'and the old one stays' hasAnswer
}

# One line a check.
runTests() {
  local dir=$1 out=$2 Port=0 Tls=0 Server
  (
    rm -rf "$dir/checks"
    mkdir -p "$dir"/checks/{segments,said} && cd "$dir/checks" || exit
    chmod 0700 segments
    check version sh -c "'$dir/objs/nginx' -v"
    startServer "$dir/objs/nginx" "$PWD/segments"
    answers
    signals
    check quit quit
    check 'one alert: the killed worker' grep -cE '\[(alert|crit)\]' error.log
  ) >"$out" 2>"$out.err"
}
