#!/usr/bin/env bash
# Builds the portal and runs it: ./run.sh serves http://localhost:5080, ./run.sh VERB … does anything else (./run.sh --help).
set -euo pipefail
# shellcheck source=.ci/tools.sh
. "$(dirname "$0")/.ci/tools.sh"
use_dotnet

# Published with machine code the portal starts in two thirds of the time; other machines than these compile it at each start.
portal=$root/Portal.Web/bin/run
publish=(publish "$root/Portal.Web" -c Release -v quiet -o "$portal")
if [ "$OSTYPE-$HOSTTYPE" = linux-gnu-x86_64 ]; then publish+=(-r linux-x64); fi
dotnet "${publish[@]}" >&2
export ASPNETCORE_ENVIRONMENT=${ASPNETCORE_ENVIRONMENT:-Development} ASPNETCORE_CONTENTROOT=$portal
exec dotnet "$portal/Portal.Web.dll" "$@"
