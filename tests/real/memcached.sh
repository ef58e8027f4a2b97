# memcached: C, libevent, worker threads; its tests are Perl and one C program.
Package=memcached
Needs=(libevent-dev libsasl2-dev libssl-dev)
TestFile='\([^ ]*\)\.t '
Short=(00-startup cas flags getset incrdecr issue_42 metaget touch)

buildProject() {
  ./configure --enable-sasl --enable-tls >conf.out 2>conf.err || return
  # Clang 19 has warnings that this memcached is not free of.
  [[ $CC == *gcc ]] || sed -i 's/ -Werror / /' Makefile
  recorded make -j2 >make.out 2>make.err
}

# These check as often as the machine's speed lets them (a rejected connection
# seen, an object already moved): which verdicts occurred counts, not how often.
Varying=' maxconns.t binary-extstore.t '

# The verdicts in a file of TAP: names hold random text.
verdicts() {
  sed -n -e 's/^\(not ok\|ok\) \([0-9]*\).*\(# *\(SKIP\|skip\|TODO\).*\)/\1 \2 \3/p;t' \
    -e 's/^\(not ok\|ok\) \([0-9]*\).*/\1 \2/p' \
    -e '/^\(exit\|1\.\.\|Bail\)/p' "$1"
}

# One line a test: FILE ok|not ok NUMBER.
runTests() {
  local dir=$1 out=$2 chosen
  shift 2
  chosen=("${@/%/.t}")
  [ $# -gt 0 ] || chosen=($(cd "$dir/t" && ls -- *.t))
  rm -rf "$dir/tap"
  mkdir "$dir/tap"
  (
    cd "$dir" || exit
    [ $# -gt 0 ] || {
      ./sizes >tap/sizes 2>&1
      echo "exit $?" >>tap/sizes
      ./testapp >tap/testapp 2>&1
      echo "exit $?" >>tap/testapp
    }
    # Most of their time is waiting.
    printf '%s\n' "${chosen[@]}" | xargs -P3 -I{} sh -c \
      'timeout 300 perl t/{} >tap/{} 2>tap/{}.err; echo "exit $?" >>tap/{}'
    for file in tap/*; do
      case $file in *.err) continue ;; esac
      case $Varying in
      *" ${file#tap/} "*) verdicts "$file" | sed -E 's/^(ok|not ok|1\.\.).*/\1 N/' | sort -u ;;
      *) verdicts "$file" ;;
      esac | sed "s#^#${file#tap/} #"
      [ "$file" = tap/sizes ] && sed 's/^/sizes /' "$file"
    done
  ) >"$out"
}

putLoad() {
  local dir=$1 segments=$2 port server made
  port=$(freePort)
  SPILE_DIR=$segments "$dir/memcached" -u root -l 127.0.0.1 -p "$port" -U 0 \
    >"$dir/server.log" 2>&1 &
  server=$!
  waitForPort "$port" || differ "memcached does not listen; see $dir/server.log"
  made=$(perl "$Here/memcached_load.pl" "$port" 4 5000)
  endServer "$server" || differ "memcached ended with status $?"
  Load="4 connections, $made; "
  expectCalls "$segments" memcached process_command_ascii 40000 40000
  expectCalls "$segments" memcached complete_nread_ascii 20000 20000
  expectCalls "$segments" memcached do_item_link 20000 20000
  expectCalls "$segments" memcached drive_machine 4 1000000
  expectCalls "$segments" memcached conn_new 5 6
}
