# What the projects share: sources, builds with and without spile, comparisons.
#
#   $Cache/PACKAGE_*.dsc       Debian's source packages
#   $Work/PROJECT/source       unpacked
#   $Work/PROJECT/gcc-plain    a copy of it, built by gcc
#   $Work/PROJECT/gcc-spile    a copy of it, built by spile-cc gcc
#
# Each project file defines: Package, Needs (Debian packages), Short (names of
# tests), buildProject, runTests, putLoad.

say() { printf '%s  %s\n' "$(date +%H:%M:%S)" "$*" >&2; }
skip() { say "skipped: $*"; exit 77; }
have() { command -v "$1" >/dev/null; }

# A difference: told at once, counted for the exit status.
Differences=0
differ() {
  say "DIFFERENT: $*"
  Differences=$((Differences + 1))
}

installNeeds() {
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null |
      grep -qx installed || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  [ "$(id -u)" -eq 0 ] || skip "not installed: ${missing[*]}"
  say "installing ${missing[*]}"
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
    --no-install-recommends "${missing[@]}" >"$Work/apt.log" 2>&1 ||
    skip "apt-get install ${missing[*]} failed; see $Work/apt.log"
}

# Lets apt-get find source packages where it finds Debian's binary ones.
addSourceEntries() {
  apt-get indextargets 'Created-By: Sources' 'Origin: Debian' | grep -q . &&
    return
  [ "$(id -u)" -eq 0 ] || skip "apt has no deb-src entry"
  local file to=/etc/apt/sources.list.d/spile-real
  say "adding $to.{list,sources}"
  apt-get indextargets --format '$(SOURCESENTRY)' 'Created-By: Packages' \
    'Origin: Debian' | sed 's/:[0-9]*$//' | sort -u |
    while read -r file; do
      case $file in
      *.sources) sed -e '/^#/d' -e 's/^Types:.*/Types: deb-src/' "$file" \
        >>$to.sources ;;
      *) sed -n 's/^deb /deb-src /p' "$file" >>$to.list ;;
      esac
    done
  apt-get update -qq >"$Work/apt.log" 2>&1
}

# The newest version, or one that the mirror still has.
downloadSource() {
  local version
  for version in '' $(apt-cache madison "$Package" |
    sed -n 's/^[^|]*| *\([^ ]*\) *|.* Sources$/=\1/p'); do
    (cd "$Cache" && apt-get source -qq --download-only "$Package$version") \
      >"$Work/apt.log" 2>&1 && return
    rm -f "$Cache/$Package"_*.dsc
  done
  return 1
}

fetchSource() {
  mkdir -p "$Cache"
  if ! ls "$Cache/$Package"_*.dsc >/dev/null 2>&1; then
    addSourceEntries
    say "downloading the source package $Package"
    downloadSource || skip "no source package $Package; see $Work/apt.log"
  fi
  [ -d "$Work/$Project/source" ] && return
  mkdir -p "$Work/$Project"
  dpkg-source --no-check -x "$(ls -t "$Cache/$Package"_*.dsc | head -1)" \
    "$Work/$Project/source" >"$Work/$Project/unpack.log" 2>&1 ||
    skip "cannot unpack $Package; see $Work/$Project/unpack.log"
}

sourceVersion() {
  dpkg-parsechangelog -l "$Work/$Project/source/debian/changelog" -S Version
}

# How a compiler is called: plain, or through spile-cc.
compilerOf() { [ "$1" = gcc ] && echo gcc || echo clang-19; }
cxxOf() { [ "$1" = gcc ] && echo g++ || echo clang++-19; }
launcherOf() { [ "$1" = spile ] && echo spile-cc; }

# variant COMPILER plain|spile: builds unless it was built, sets nothing.
# Output: conf.out conf.err make.out make.err in the variant's folder.
variant() {
  local compiler=$1 kind=$2 dir=$Work/$Project/$1-$2 start=$SECONDS
  [ -e "$dir/built" ] && return
  say "$Project: building with $compiler, $kind"
  rm -rf "$dir"
  cp -a "$Work/$Project/source" "$dir"
  cp "$Config" "$dir/.spile.yaml" # its folder is the project's
  mkdir "$dir/tmp"
  (
    cd "$dir" || exit
    export TMPDIR=$dir/tmp SPILE_CONFIG=$dir/.spile.yaml SPILE_VERBOSE=1
    export CC CXX Launcher Kind=$kind
    Launcher=$(launcherOf "$kind")
    CC="${Launcher:+$Launcher }$(compilerOf "$compiler")"
    CXX="${Launcher:+$Launcher }$(cxxOf "$compiler")"
    buildProject
  ) || { differ "$Project $compiler $kind: not built; see $dir"; return 1; }
  date >"$dir/built"
  say "$Project: $compiler, $kind: built in $((SECONDS - start)) s"
}

# recorded COMMAND...: writes compile_commands.json for spile list, where it is
# wanted.
recorded() {
  if [ "$Kind" = plain ]; then
    bear -- "$@"
  else
    "$@"
  fi
}

# Compiler messages in a canonical order, without folders and without spile-cc; the
# assembler names a temporary file and a line of what the compiler wrote.
messages() {
  sed -e '/^spile-cc: /d' -e "s#$1#DIR#g" \
    -e 's#\(DIR/tmp/cc\)[A-Za-z0-9]\{6\}\.s:[0-9]*#\1.s#' \
    -e 's#\(DIR/tmp/cc\)[A-Za-z0-9]\{6\}\.s#\1.s#' "$1/conf.err" "$1/make.err" | sort
}

# No folder for temporary files may be named in what was built, or have
# anything left in it.
checkLeftovers() {
  local dir=$1 file
  # The folder spile-UID itself may stay.
  while read -r file; do
    differ "$Project: left behind: $file"
  done < <(find "$dir/tmp" ! -type d)
  while read -r file; do
    if strings -a "$file" | grep -qF "$dir/tmp/"; then
      differ "$Project: $file names its temporary folder"
    fi
  done < <(find "$dir" -type f \( -name '*.o' -o -name '*.so' -o -name '*.d' \
    -o -name '*.Po' -o -name '*.Plo' -o -perm -100 \) -newer "$dir/conf.out" \
    ! -path "$dir/tmp/*")
}

# The source names that debuggers and assertions show.
sourceNames() {
  find "$1" -name '*.o' ! -path '*/CompilerIdC*' | sort | while read -r object; do
    objdump --dwarf=info --dwarf-depth=1 "$object" 2>/dev/null |
      sed -n "s#.*DW_AT_\(name\|comp_dir\) *:#${object#"$1"/} \1#p" |
      sed -e 's/(.*): //' -e "s#$1#DIR#g"
  done
}
# Short ones may be in the code itself, in pieces: what names no file is none.
fileStrings() {
  local known
  known=" $(find "$1" -type f -name '*.[ch]*' -printf '%f ')"
  find "$1" -name '*.o' -exec strings -a {} + |
    grep -E '^[A-Za-z0-9_./+-]{3,}\.(c|cc|h)$' | sort -u |
    while read -r file; do
      case $file in
      /*) [ -e "$file" ] || continue ;;
      *) [[ $known == *" ${file##*/} "* ]] || continue ;;
      esac
      echo "${file/#$1/DIR}"
    done | sort
}

# What configure wrote down; nginx's tells its own arguments too.
configured() {
  find "$1" \( -name config.h -o -name port_config.h -o -name 'ngx_auto_*.h' \) \
    -print | sort | while read -r file; do
    sed -e "s#$1#DIR#g" -e "s/'spile-cc \([^']*\)'/\\1/g" "$file"
  done
}

# What the compiler makes of a file is the same but for the timing.
compareBuilds() {
  local plain=$Work/$Project/$1-plain spile=$Work/$Project/$1-spile out
  out=$Work/$Project/$1
  messages "$plain" >"$out-messages.plain"
  messages "$spile" >"$out-messages.spile"
  same "$1: compiler messages" "$out-messages"
  sourceNames "$plain" >"$out-names.plain"
  sourceNames "$spile" >"$out-names.spile"
  same "$1: names in debug information" "$out-names"
  fileStrings "$plain" >"$out-files.plain"
  fileStrings "$spile" >"$out-files.all"
  comm -12 "$out-files.plain" "$out-files.all" >"$out-files.spile"
  same "$1: __FILE__" "$out-files"
  configured "$plain" >"$out-config.plain"
  configured "$spile" >"$out-config.spile"
  same "$1: what configure found" "$out-config"
  checkLeftovers "$spile"
}

# same WHAT FILE: FILE.plain and FILE.spile hold the same.
same() {
  diff "$2.plain" "$2.spile" >"$2.diff" && return
  differ "$Project $1; see $2.diff"
  head -5 "$2.diff" >&2
  return 1
}

# A free TCP port of 127.0.0.1.
freePort() {
  perl -MIO::Socket::INET -e 'print IO::Socket::INET->new(Listen => 1,
    LocalAddr => "127.0.0.1")->sockport'
}

waitForPort() {
  local try
  for try in $(seq 100); do
    (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null && return
    sleep 0.1
  done
  return 1
}

# Ends a server that this script started.
endServer() {
  kill -TERM "$1"
  wait "$1"
}

# calls FOLDER PROGRAM FUNCTION: its calls in all workers; 0 when not there.
calls() {
  spile-view stats --dir "$1" "$2" --total --json 2>/dev/null |
    perl -MJSON::PP -0777 -e '
      my $data = decode_json(<STDIN>);
      my $sum = 0;
      for my $worker (@{$data->{workers}}) {
        $_->{name} eq $ARGV[0] and $sum += $_->{calls}
          for @{$worker->{functions}};
      }
      print "$sum\n"' "$3"
}

# expectCalls FOLDER PROGRAM FUNCTION LEAST MOST
expectCalls() {
  local n
  n=$(calls "$1" "$2" "$3")
  Load+="$3 $n; "
  if [ "${n:-0}" -lt "$4" ] || [ "$n" -gt "$5" ]; then
    differ "$Project: $3 has ${n:-no} calls, $4 to $5 were made"
  fi
}
