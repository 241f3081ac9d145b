#!/bin/sh
# app/run.sh [ARGUMENT…]: installs what is missing, builds, and becomes mailtown with those arguments.
. "$(dirname "$0")/setup.sh"
# shellcheck disable=SC2086
install_missing $build_packages
mkdir -p "$(dirname "$MAILTOWN_BUILD")" || fail "making $(dirname "$MAILTOWN_BUILD")"
configure
build mailtown
exec "$MAILTOWN_BUILD/bin/mailtown" "$@"
