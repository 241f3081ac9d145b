#!/bin/sh
# app/run.sh [ARGUMENT…]: installs what is missing, builds, and becomes mailtown with those arguments.
. "$(dirname "$0")/setup.sh"
# shellcheck disable=SC2086
install_missing $build_packages
mkdir -p "$(dirname "$MAILTOWN_BUILD")" || fail "making $(dirname "$MAILTOWN_BUILD")"
# What is there stays as it is, tests and all; ninja configures it again when it must.
[ -f "$MAILTOWN_BUILD/build.ninja" ] || configure -DMAILTOWN_TESTS=OFF -DMAILTOWN_BENCH=OFF
build mailtown
exec "$MAILTOWN_BUILD/bin/mailtown" "$@"
