# The same as add.sh, for Windows: db-migrations/add.ps1 NAME | --script
param([Parameter(Mandatory)][string]$Name)
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')
dotnet tool restore
dotnet build Portal.sln --nologo -v quiet
if ($Name -ne '--script') {
  foreach ($engine in 'Sqlite', 'SqlServer', 'PostgreSql') {
    dotnet ef migrations add $Name --project "db-migrations/$engine" --startup-project "db-migrations/$engine" --no-build
  }
  dotnet build Portal.sln --nologo -v quiet
}
dotnet ef migrations script --idempotent --project db-migrations/SqlServer --startup-project db-migrations/SqlServer --no-build --output db-migrations/SqlServer/portal.sql
$text = (Get-Content -Raw db-migrations/SqlServer/portal.sql) -replace "`r`n", "`n"
[IO.File]::WriteAllText((Resolve-Path db-migrations/SqlServer/portal.sql), $text)
