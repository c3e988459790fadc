#!/usr/bin/env bash
# Adds one migration with the same name on every engine and rewrites the SQL Server script kept beside them.
# Usage: db-migrations/add.sh NAME        for example AddCohortCapacity
#        db-migrations/add.sh --script    rewrites the script only
set -euo pipefail
cd "$(dirname "$0")/.."
name=${1:?"usage: db-migrations/add.sh NAME | --script"}

dotnet tool restore
dotnet build Portal.sln -m:2 --nologo -v quiet
if [ "$name" != --script ]; then
  for engine in Sqlite SqlServer PostgreSql; do
    dotnet ef migrations add "$name" --project "db-migrations/$engine" --startup-project "db-migrations/$engine" --no-build
  done
  dotnet build Portal.sln -m:2 --nologo -v quiet
fi
dotnet ef migrations script --idempotent --project db-migrations/SqlServer --startup-project db-migrations/SqlServer \
  --no-build --output db-migrations/SqlServer/portal.sql
# One line ending everywhere, so that the script is the same on every machine.
sed -i 's/\r$//; 1s/^\xEF\xBB\xBF//' db-migrations/SqlServer/portal.sql
