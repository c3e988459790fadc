# shellcheck shell=bash
# What run.sh and test.sh need from the machine. Sourced.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { echo "$*" >&2; }

# install PACKAGE…: Debian packages, when this machine has apt and lets us.
install() {
  local as_root=()
  command -v apt-get >/dev/null || return 1
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || return 1
    as_root=(sudo)
  fi
  say "Installing $*"
  "${as_root[@]}" apt-get update -qq >&2 || return 1
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2
}

# need WHAT TEST PACKAGE…: runs TEST; when it fails, installs the packages, or stops and says what is missing.
need() {
  local what=$1 test=$2
  shift 2
  "$test" && return
  install "$@" && "$test" && return
  say "Missing: $what. Install it (on Debian and Ubuntu: $*) and start again."
  exit 1
}

has_curl() { command -v curl >/dev/null; }
# .NET loads ICU for Japanese, and reads the rules of Tokyo and New York.
has_icu() { compgen -G '/usr/lib/*/libicuuc.so.*' >/dev/null || compgen -G '/usr/lib*/libicuuc.so.*' >/dev/null; }
has_zones() { [ -e /usr/share/zoneinfo/Asia/Tokyo ]; }
# Its package is named after its version: libicu72, libicu74, libicu76. A machine without any package list learns them first.
icu_package() {
  [ -n "$(apt-cache search --names-only '^libicu[0-9]+$' 2>/dev/null)" ] || install ca-certificates || true
  apt-cache search --names-only '^libicu[0-9]+$' 2>/dev/null | cut -d' ' -f1 | sort -V | tail -1
}

has_sdk() { [[ $'\n'$("$1" --list-sdks 2>/dev/null) =~ $'\n'10\.0\.[1-9][0-9][0-9] ]]; }

# The .NET SDK from PATH, the home folder or this repository; else Microsoft's install script puts one into .dotnet.
use_dotnet() {
  local found place script
  has_icu || need "the ICU library" has_icu "$(icu_package)"
  need "the time zone data" has_zones tzdata
  for place in "$(command -v dotnet || true)" "$HOME/.dotnet/dotnet" "$root/.dotnet/dotnet"; do
    if [ -x "$place" ] && has_sdk "$place"; then found=$(readlink -f "$place"); break; fi
  done
  if [ -z "${found:-}" ]; then
    need curl has_curl curl ca-certificates
    say "Installing the .NET SDK 10.0 into .dotnet"
    script=$(mktemp)
    curl -fsSL "${DOTNET_INSTALL_SCRIPT_URL:-https://dot.net/v1/dotnet-install.sh}" -o "$script" || { say "Missing: the .NET SDK 10.0, and its install script cannot be fetched."; exit 1; }
    bash "$script" --channel 10.0 --install-dir "$root/.dotnet" --no-path >&2
    rm -f "$script"
    found=$root/.dotnet/dotnet
    has_sdk "$found" || { say "Missing: the .NET SDK 10.0. Its install script left none in .dotnet."; exit 1; }
  fi
  DOTNET_ROOT=$(dirname "$found")
  export DOTNET_ROOT PATH="$DOTNET_ROOT:$PATH" DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
}
