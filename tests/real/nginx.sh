# nginx: C, a master and two workers, threads for files, TLS and HTTP/2. The package
# has no tests: what is compared are answers and signals, by checks of ours.
Package=nginx
Needs=(libpcre2-dev libssl-dev zlib1g-dev wrk curl openssl)
Short=() # all: they take four seconds
. "$Here/nginx_checks.sh"

buildProject() {
  ./configure --with-cc="$CC" --prefix=/nonexistent --with-threads --with-file-aio \
    --with-http_ssl_module --with-http_v2_module --with-http_stub_status_module \
    --with-http_realip_module --with-http_gunzip_module --with-http_sub_module \
    --with-http_dav_module --with-http_slice_module --with-http_auth_request_module \
    --with-http_addition_module --with-http_secure_link_module --with-stream \
    --with-stream_ssl_module --with-mail >conf.out 2>conf.err &&
    recorded make -j2 >make.out 2>make.err
}

# startServer NGINX SEGMENTS: in ./, with the ports in Port, Tls and a process in Server.
startServer() {
  Port=$(freePort) Tls=$Port
  while [ "$Tls" = "$Port" ]; do Tls=$(freePort); done
  mkdir -p html/{aio,put}
  rm -f ./*.log
  seq 1000 | tee html/page.html >html/aio/page.html
  [ -e key.pem ] || openssl req -x509 -newkey rsa:2048 -nodes -days 30 -keyout key.pem \
    -out cert.pem -subj /CN=localhost >openssl.out 2>&1
  sed -e "s/@PORT@/$Port/" -e "s/@TLS@/$Tls/" -e "s/@USER@/$(id -un) $(id -gn)/" \
    "$Here/nginx.conf" >nginx.conf
  SPILE_DIR=$2 "$1" -p "$PWD" -e error.log -c nginx.conf >server.out 2>&1 &
  Server=$!
  waitForPort "$Tls" || differ "nginx does not listen; see $PWD/server.out"
}

workers() { pgrep -P "$Server" -f 'worker process$' | sort; }

# reload: SIGHUP, then waits for two workers that were not there before.
reload() {
  local before=$(workers) _
  kill -HUP "$Server"
  for _ in $(seq 200); do
    [ "$(workers | wc -l)" -eq 2 ] && [ -z "$(comm -12 <(workers) <(echo "$before"))" ] &&
      return
    sleep 0.1
  done
  return 1
}

# The master ends after its workers, which end after their connections.
quit() {
  kill -QUIT "$Server"
  wait "$Server"
}

putLoad() {
  local dir=$1 segments=$2 requests lines client reloads=2 Port Tls Server
  local page=2000 h2=1000 status=200 aio=500 reloaded=4000
  rm -rf "$dir/load"
  mkdir "$dir/load"
  cd "$dir/load" || return
  startServer "$dir/objs/nginx" "$segments"
  wrk -t2 -c16 -d3s "http://127.0.0.1:$Port/page.html" >wrk.out 2>&1
  requests=$(sed -n 's/^ *\([0-9]*\) requests in.*/\1/p' wrk.out)
  grep -E 'Socket errors|Non-2xx' wrk.out && differ "nginx: wrk had errors; see $PWD/wrk.out"
  ask "/page.html?[1-$page]" -f -o /dev/null || differ "nginx: curl's status is $?"
  ask "/status?[1-$status]" -f -o /dev/null || differ "nginx: curl's status is $?"
  ask "/aio/page.html?[1-$aio]" -f -o /dev/null || differ "nginx: curl's status is $?"
  askTls "/page.html?[1-$h2]" -f --http2 -o /dev/null || differ "nginx: curl's status is $?"
  perl "$Here/http_load.pl" "$Port" 4 $((reloaded / 4)) /page.html >pages.out &
  client=$!
  reload || differ "nginx: no new workers after SIGHUP"
  reload || differ "nginx: no new workers after SIGHUP"
  wait "$client" || differ "nginx: requests failed while it reloaded; see $PWD/pages.out"
  quit || differ "nginx ended with status $?"
  noAlerts || differ "nginx: alerts; see $PWD/error.log"
  cd "$OLDPWD" || return
  lines=$(wc -l <"$dir/load/access.log")
  Load="wrk: $requests requests, $((page + status + aio + h2 + reloaded)) by other clients, \
$reloads reloads, $lines in its log; "
  [ "${requests:-0}" -gt 100 ] || differ "nginx: wrk made no requests"
  # wrk leaves up to one request unfinished on each of its 16 connections.
  local most=$((requests + page + status + aio + h2 + reloaded))
  expectCalls "$segments" nginx ngx_http_log_handler "$lines" "$lines"
  expectCalls "$segments" nginx ngx_http_process_request "$most" $((most + 16))
  expectCalls "$segments" nginx ngx_http_static_handler $((most - status)) $((most - status + 16))
  expectCalls "$segments" nginx ngx_http_stub_status_handler $status $status
  expectCalls "$segments" nginx ngx_http_v2_run_request $h2 $h2
  expectCalls "$segments" nginx ngx_thread_read_handler $aio $aio
  # The processes' own loops end by exit: they are never counted.
  expectCalls "$segments" nginx ngx_worker_process_init $((2 + 2 * reloads)) $((2 + 2 * reloads))
  expectCalls "$segments" nginx ngx_init_cycle $((1 + reloads)) $((1 + reloads))
}
