# What ./check and ./demo share: packages, step lines, the number of jobs.
# Sourced by bash. docs/dependencies.md tells what each package is for.

# The programs; the tests; the checks of style; the same against LLVM 22.
spile_packages_build="cmake ninja-build make gcc g++ clang-19 llvm-19-dev
  libclang-19-dev libfmt-dev libcli11-dev libncurses-dev"
spile_packages_demo="wrk"
spile_packages_test="python3 libgtest-dev libgmock-dev pkgconf ccache meson
  autoconf automake libtool wrk git dpkg-dev tmux
  gcc-aarch64-linux-gnu libc6-dev-arm64-cross qemu-user clang-tools-19"
spile_packages_style="clang-format-19 clang-tidy-19"
spile_packages_llvm22="llvm-22-dev libclang-22-dev"

spile_say() { printf '==> %s\n' "$*"; }
spile_fail() {
  printf '%s: error: %s\n' "${0##*/}" "$*" >&2
  exit 2
}

spile_missing() {
  local package
  for package in "$@"; do
    dpkg-query -W -f='${db:Status-Status}\n' "$package" 2>/dev/null |
      grep -qx installed || printf '%s\n' "$package"
  done
}

# Whether apt has a candidate for every package named.
spile_offered() {
  local package
  for package in "$@"; do
    [ -n "$(apt-cache --quiet=0 policy "$package" 2>/dev/null |
      sed -n 's/^  Candidate: //p' | grep -v '(none)')" ] || return 1
  done
}

# spile_install PACKAGE...: installs those that are missing; silent if none is.
spile_install() {
  command -v dpkg-query >/dev/null && command -v apt-get >/dev/null ||
    spile_fail "no apt-get here; docs/dependencies.md lists what to install"
  local missing sudo=()
  mapfile -t missing < <(spile_missing "$@")
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null ||
      spile_fail "missing: ${missing[*]}; install them as root: apt-get install ${missing[*]}"
    sudo=(sudo)
  fi
  spile_say "installing ${missing[*]}"
  local apt=("${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq
    -o Acquire::Retries=3 -o Dpkg::Use-Pty=0)
  local log
  log=$(mktemp)
  "${apt[@]}" update >"$log" 2>&1 </dev/null || true
  if ! spile_offered "${missing[@]}"; then
    rm -f "$log"
    spile_fail "apt has not all of: ${missing[*]}
  LLVM 19 is in Debian 12 and later and in Ubuntu 24.04 and later; for others see https://apt.llvm.org"
  fi
  if ! "${apt[@]}" install -y --no-install-recommends "${missing[@]}" \
    >>"$log" 2>&1 </dev/null; then
    tail -n 20 "$log" >&2
    rm -f "$log"
    spile_fail "apt-get install ${missing[*]} failed"
  fi
  rm -f "$log"
}

# One job a processor, and 1 GB of memory each: a compile of a tool's source with
# GCC takes 0.8 GB.
spile_jobs() {
  local jobs memory
  jobs=$(nproc)
  memory=$(awk '/^MemAvailable:/ { print int($2 / 1048576) }' /proc/meminfo)
  [ "${memory:-1}" -ge 1 ] || memory=1
  [ "$jobs" -le "$memory" ] || jobs=$memory
  printf '%s\n' "$jobs"
}
