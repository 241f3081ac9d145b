#!/bin/sh
# tests/run.sh [CTEST ARGUMENT…]: installs what is missing, builds everything, and runs every test. No display is needed.
. "$(dirname "$0")/../app/setup.sh"
test_packages="libbenchmark-dev curl swaks bind9-dnsutils openssl python3 python3-jsonschema python3-yaml procps
 clang-format"
# shellcheck disable=SC2086
install_missing $build_packages $test_packages
mkdir -p "$(dirname "$MAILTOWN_BUILD")" || fail "making $(dirname "$MAILTOWN_BUILD")"
configure -DMAILTOWN_TESTS=ON -DMAILTOWN_BENCH=ON
build all
say "running the tests"
export QT_QPA_PLATFORM=offscreen
ctest --test-dir "$MAILTOWN_BUILD" --output-on-failure -j "$(nproc)" "$@" || fail "a test (ctest names it above)"
say "every test passed"
