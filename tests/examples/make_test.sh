#!/bin/sh
# make_test.sh EXAMPLE OBJDIR CC CXX: an example's Makefile builds it outside of
# the source tree, again after a header has changed, and cleans up.
set -eu
example=$1 objdir=$2
name=$(basename "$example")
rm -rf "$objdir"
build() { make -s -C "$example" OBJDIR="$objdir" CC="$3" CXX="$4" \
  CFLAGS="-O1 -Werror" CXXFLAGS="-O1 -Werror"; }

build "$@"
"$objdir/$name" --help >/dev/null || { echo "$name does not run"; exit 1; }

# Up to date: nothing to be done.
make -q -C "$example" OBJDIR="$objdir" || { echo "not up to date"; exit 1; }
# A header that has changed is a reason to build.
for header in "$example"/*.h; do
  if make -q -C "$example" OBJDIR="$objdir" -W "$(basename "$header")"; then
    echo "nothing depends on $header"
    exit 1
  fi
done

make -s -C "$example" OBJDIR="$objdir" clean
[ ! -e "$objdir" ] || { echo "clean left something"; ls "$objdir"; exit 1; }
