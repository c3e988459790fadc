#!/usr/bin/env bash
# Builds everything and runs every test. The last line counts them.
# shellcheck disable=SC2317  # some functions are called by name: by need, or at the end
set -euo pipefail
# shellcheck source=.ci/tools.sh
. "$(dirname "$0")/.ci/tools.sh"
cd "$root"
use_dotnet

has_pdftotext() { command -v pdftotext >/dev/null; }
has_kanji() { command -v fc-list >/dev/null && [ -n "$(fc-list :lang=ja)" ]; }
need "pdftotext (poppler)" has_pdftotext poppler-utils
need "a Japanese font" has_kanji fontconfig fonts-noto-cjk
# The authenticator app of the tests.
has_oathtool() { command -v oathtool >/dev/null; }
need oathtool has_oathtool oathtool

# Clients and providers of others that speak OpenID Connect with the portal. They run under the Node that Playwright brings; npm only fetches them.
has_npm() { command -v npm >/dev/null; }
need npm has_npm npm
(cd Portal.Tests/Protocol && npm ci --silent)

dotnet build Portal.sln -c Release -v quiet

# The machine's Chromium; Debian has a package. Ubuntu's is a snap, so there Playwright fetches one itself.
find_chromium() {
  local place
  for place in "${PORTAL_CHROMIUM:-}" /usr/bin/chromium /usr/bin/google-chrome /usr/bin/google-chrome-stable \
    "$HOME"/.cache/ms-playwright/chromium-*/chrome-linux*/chrome; do
    if [ -x "$place" ]; then PORTAL_CHROMIUM=$place; export PORTAL_CHROMIUM; return; fi
  done
  return 1
}
fetch_chromium() {
  local driver=$root/Portal.Tests/bin/Release/net10.0/.playwright
  "$(compgen -G "$driver/node/*/node")" "$driver/package/cli.js" install --with-deps chromium >&2
}
find_chromium || { [ -n "$(apt-cache madison chromium 2>/dev/null)" ] && install chromium && find_chromium; } \
  || { fetch_chromium && find_chromium; } || { say "Missing: Chromium. Install it, or name one in PORTAL_CHROMIUM."; exit 1; }

# A throw-away PostgreSQL, stopped at the end. Without one its tests are skipped and say so.
has_postgresql() { compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; }
postgresql() {
  local bin
  bin=$(dirname "$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -1)")
  if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$bin/$1" "${@:2}"; else "$bin/$1" "${@:2}"; fi
}
start_postgresql() {
  cluster=$(mktemp -d)
  echo portal >"$cluster/password"
  if [ "$(id -u)" = 0 ]; then chown -R postgres "$cluster"; fi
  local port=$((20000 + RANDOM % 20000))
  postgresql initdb -D "$cluster/data" -U portal --pwfile="$cluster/password" --auth=scram-sha-256 --encoding=UTF8 \
    --locale-provider=icu --icu-locale=ja-JP --locale=C.UTF-8 -N >/dev/null
  postgresql pg_ctl -D "$cluster/data" -w -l "$cluster/log" start -o "-c listen_addresses=127.0.0.1 -c port=$port \
    -c unix_socket_directories=$cluster -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200" >/dev/null
  export PORTAL_TEST_POSTGRESQL="Host=127.0.0.1;Port=$port;Username=portal;Password=portal"
}
stop_postgresql() {
  postgresql pg_ctl -D "$cluster/data" -m fast -w stop >/dev/null
  rm -rf "$cluster"
}
if [ -z "${PORTAL_TEST_POSTGRESQL:-}" ]; then
  has_postgresql || install postgresql || say "No PostgreSQL: its tests are skipped."
  if has_postgresql; then
    trap stop_postgresql EXIT
    start_postgresql || { say "PostgreSQL does not start: its tests are skipped."; trap - EXIT; }
  fi
fi

log=$(mktemp)
code=0
dotnet test --project Portal.Tests -c Release --no-build "$@" 2>&1 | tee "$log" || code=$?
# Once more where it can be seen: between them and the end lies what the servers said.
sed 's/\x1b\[[0-9;]*m//g' "$log" | grep -A8 '^failed ' || true
count() { sed 's/\x1b\[[0-9;]*m//g' "$log" | grep -oE "^ *$1: [0-9]+" | tail -1 | grep -oE '[0-9]+$' || echo 0; }
echo "$(count succeeded) passed, $(count failed) failed, $(count skipped) skipped"
rm -f "$log"
exit "$code"
