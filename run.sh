#!/usr/bin/env bash
# Builds the portal and runs it: ./run.sh serves http://localhost:5080, ./run.sh VERB … does anything else (./run.sh --help).
set -euo pipefail
# shellcheck source=.ci/tools.sh
. "$(dirname "$0")/.ci/tools.sh"
use_dotnet

dotnet build "$root/Portal.Web" -c Release -v quiet >&2
export ASPNETCORE_ENVIRONMENT=${ASPNETCORE_ENVIRONMENT:-Development} ASPNETCORE_CONTENTROOT=$root/Portal.Web
exec dotnet "$root/Portal.Web/bin/Release/net10.0/Portal.Web.dll" "$@"
