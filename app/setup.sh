# What app/run.sh and tests/run.sh share: install what is missing, configure, build. Sourced, not run. Says what it does on
# standard error, and in one line what failed.

here=$(cd "$(dirname "$0")/.." && pwd) || exit 1
: "${MAILTOWN_BUILD:=$here/build/release}"

say() { printf 'mailtown: %s\n' "$*" >&2; }
fail() { say "failed: $*"; exit 1; }

# A name from the left is taken for the first of its spellings that this distribution knows (Debian 12, Ubuntu 24.04).
build_packages="g++ cmake ninja-build pkg-config qt6-base-dev qt6-base-dev-tools qt6-tools-dev qt6-tools-dev-tools
 qt6-l10n-tools linguist-qt6|qt6-l10n-tools libqt6svg6-dev|qt6-svg-dev libgl-dev libqcustomplot-dev libyaml-cpp-dev
 libgmime-3.0-dev libssl-dev libsqlite3-dev fonts-noto-core fonts-noto-cjk fonts-noto-mono"

installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# install_missing PACKAGE…  (each may be A|B: either will do)
install_missing() {
    command -v dpkg-query >/dev/null || { say "no apt here: taking what is installed"; return 0; }
    missing=
    for package in "$@"; do
        found=
        for name in $(printf %s "$package" | tr '|' ' '); do installed "$name" && found=1; done
        [ -n "$found" ] || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    say "installing:$missing"
    [ "$(id -u)" = 0 ] || command -v sudo >/dev/null || fail "these packages are missing, and there is no sudo to install them:$missing"
    as_root apt-get -qq update >&2 || fail "apt-get update"
    chosen=
    for package in $missing; do
        pick=
        for name in $(printf %s "$package" | tr '|' ' '); do
            [ -n "$pick" ] || { apt-cache show "$name" >/dev/null 2>&1 && pick=$name; }
        done
        [ -n "$pick" ] || fail "this distribution has no package $package"
        chosen="$chosen $pick"
    done
    # shellcheck disable=SC2086
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install $chosen >&2 ||
        fail "apt-get install$chosen"
}

# configure [CMAKE ARGUMENT…]
configure() {
    say "configuring $MAILTOWN_BUILD"
    cmake -S "$here" -B "$MAILTOWN_BUILD" -G Ninja -DCMAKE_BUILD_TYPE=Release "$@" >"$MAILTOWN_BUILD.log" 2>&1 || {
        cat "$MAILTOWN_BUILD.log" >&2
        fail "configuring with CMake (the messages are above)"
    }
}

# build TARGET…
build() {
    # A build that has nothing to do stays silent.
    if [ "$(ninja -C "$MAILTOWN_BUILD" -n "$@" 2>/dev/null | tail -n 1)" != "ninja: no work to do." ]; then
        say "building ($*); the first time takes some minutes"
    fi
    ninja -C "$MAILTOWN_BUILD" "$@" >&2 || fail "building $* (the messages are above)"
}
